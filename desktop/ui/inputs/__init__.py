"""What forms are made of: each input shows one value of a record, gives it back, and says when it makes no sense."""

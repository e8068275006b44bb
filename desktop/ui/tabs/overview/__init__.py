"""What a case is about, at a glance."""

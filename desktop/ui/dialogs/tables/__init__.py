"""Tables in and out of a case: what the columns mean, what is wrong, which columns leave."""

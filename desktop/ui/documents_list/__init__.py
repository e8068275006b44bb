"""The documents of all cases, on the rail."""

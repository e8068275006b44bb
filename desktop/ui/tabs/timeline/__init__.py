"""What happened, in time."""

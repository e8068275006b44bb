"""What was done in a case, when and by whom."""

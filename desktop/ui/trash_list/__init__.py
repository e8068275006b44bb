"""What was deleted and can still come back."""

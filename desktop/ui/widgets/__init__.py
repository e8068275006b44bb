"""Parts that windows are built of: each is given what it needs and says what happened."""

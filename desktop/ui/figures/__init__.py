"""Published figures of all cases, each with its source."""

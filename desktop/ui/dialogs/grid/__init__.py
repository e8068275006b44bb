"""A grid of texts to be looked through and corrected before it becomes records."""

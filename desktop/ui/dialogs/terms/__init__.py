"""The vocabularies: looked through, and added to."""

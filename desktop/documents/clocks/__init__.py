"""Deadlines for people and for other programs: their trace in words, their breaches as a table, their calendar file."""

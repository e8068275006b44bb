"""What cannot both be true in a case, with the sources of both sides and what was decided."""

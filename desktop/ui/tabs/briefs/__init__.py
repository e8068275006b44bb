"""The briefs of a case: the author's text beside the finished pages."""

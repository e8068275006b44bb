"""Deadlines of the law as lists and sheets show them: shared by the tab of a case and by Today."""

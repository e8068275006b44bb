"""The documents of a case: the list, the document chosen with what is known of it, and how files come in."""

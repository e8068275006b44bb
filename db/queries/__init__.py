"""Reads, one module per screen: each takes a session, pages by key and returns frozen rows."""

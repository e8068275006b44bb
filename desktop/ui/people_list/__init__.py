"""Everybody and every place in the vault."""

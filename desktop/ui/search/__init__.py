"""Full text over the vault: the search place and what Ctrl+K finds on record."""

"""Every verb of the program, once: it checks, changes the vault in one transaction and says what it touched."""

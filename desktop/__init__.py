"""The program: legal reasoning, documents, operations, command line and window over the vault of ``db``."""

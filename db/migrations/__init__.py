"""Schema versions of the vault, applied in order at opening."""

"""How good a passphrase is, and a better one to offer first."""

import unicodedata

from db.errors import WeakPassphrase

SHORTEST = 12  # characters


def check_passphrase(passphrase: str) -> None:
    """Raise `WeakPassphrase` when the passphrase would not hold against a laboratory."""
    if len(unicodedata.normalize("NFKC", passphrase)) < SHORTEST:
        raise WeakPassphrase("short")

"""The own terms of the open vault put in force: whoever asks a vocabulary is told the shipped terms and then these.

There is one set of vocabularies for the program. The vault opened or changed last gives it; closed, it takes it back.
"""

from typing import TYPE_CHECKING

from db.queries.settled import terms
from resources.vocabularies import SHIPPED, Vocabularies, in_force, put_in_force

if TYPE_CHECKING:
    from db.vault import Vault


class _Giver:
    """Whose terms are in force."""

    vault: "Vault | None" = None


def put_terms_in_force(vault: "Vault") -> None:
    """Let the terms of this vault count from now on; where they are as before, nobody is made to look again."""
    with vault.read() as session:
        own = terms(session)
    made = Vocabularies(own) if own else SHIPPED
    if made != in_force():
        put_in_force(made)
    _Giver.vault = vault


def forget_terms(vault: "Vault") -> None:
    """Let only the shipped terms count, unless another vault gave its own meanwhile."""
    if _Giver.vault is vault:
        _Giver.vault = None
        put_in_force()

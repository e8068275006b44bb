"""The own terms of the open vault put in force: whoever asks a vocabulary is told the shipped terms and then these.

There is one set of vocabularies for the program. The vault opened or changed last gives it; closed, it takes it back.
"""

from sqlalchemy.orm import Session

from db.queries.settled import terms
from resources.vocabularies import SHIPPED, Vocabularies, in_force, put_in_force


class _Giver:
    """Whose terms are in force."""

    vault: object = None


def put_terms_in_force(session: Session, vault: object) -> None:
    """Let the terms of this vault count from now on; where they are as before, nobody is made to look again."""
    own = terms(session)
    made = Vocabularies(own) if own else SHIPPED
    if made != in_force():
        put_in_force(made)
    _Giver.vault = vault


def forget_terms(vault: object) -> None:
    """Let only the shipped terms count, unless another vault gave its own meanwhile."""
    if _Giver.vault is vault:
        _Giver.vault = None
        put_in_force()

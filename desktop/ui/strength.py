"""How strong a new passphrase is, in a word and a bar."""

from db.errors import WeakPassphrase
from desktop.i18n import _
from desktop.messages import explain
from desktop.ui.widgets.passphrase_field import Strength

LEVEL_OF = {"short": 1, "common": 1, "guessable": 2}
GOOD, BEST = 3, 4
LONG = 24  # characters; a phrase the program offers is longer


def judge(passphrase: str) -> Strength:
    """Judge a passphrase by the rule the vault itself applies."""
    from db.keys import check_passphrase

    try:
        check_passphrase(passphrase)
    except WeakPassphrase as weak:
        return Strength(LEVEL_OF.get(weak.reason, 1), is_enough=False, words=explain(weak).what)
    if len(passphrase) < LONG:
        return Strength(GOOD, is_enough=True, words=_("Good. Longer is better still."))
    return Strength(BEST, is_enough=True, words=_("Strong."))

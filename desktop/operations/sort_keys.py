"""What members are sorted and looked up by, made anew where an earlier version of the program made it otherwise."""

from db.queries.sort_keys import SORTED, keep_sort_keys, sorted_members
from db.settings import set_setting, setting
from db.vault import Vault
from desktop.operations import Done, Touched

KEY_VERSION = "1"  # another one where ``members.sort_key_of`` makes other keys


def renew_sort_keys(vault: Vault) -> Done[int]:
    """Make the keys of all members anew where another version made them; returns how many changed.

    Derived, they stand beside the journal, and undo does not look at them.
    """
    with vault.reading() as connection:
        if setting(connection, "sort-keys") == KEY_VERSION:
            return Done(0, Touched())
    from desktop.operations.members import sort_key_of  # names and scripts: only where there is something to do

    with vault.read() as session:
        found = {
            kind: {row.id: made for row, key in sorted_members(session, kind) if (made := sort_key_of(row)) != key}
            for kind in SORTED
        }
    with vault.aside() as connection:
        for kind, keys in found.items():
            keep_sort_keys(connection, kind, keys)
        set_setting(connection, "sort-keys", KEY_VERSION)
    return Done(sum(map(len, found.values())), Touched(frozenset(SORTED)))

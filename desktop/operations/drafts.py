"""Drafts: what stands half typed in a form, kept encrypted in the vault and in no journal."""

from collections.abc import Mapping
from typing import Any

from db import drafts
from db.drafts import Draft
from db.vault import Vault


def keep_draft(vault: Vault, key: str, case_id: str | None, body: Mapping[str, Any]) -> None:
    """Keep what a form holds in place of what was kept of it before."""
    with vault.aside() as connection:
        drafts.keep_draft(connection, Draft(key, case_id, int(vault.clock().timestamp()), body))


def drop_draft(vault: Vault, key: str) -> None:
    """Forget what was kept of a form."""
    with vault.aside() as connection:
        drafts.drop_draft(connection, key)


def find_draft(vault: Vault, key: str) -> Draft | None:
    """What was kept of a form, if anything."""
    with vault.reading() as connection:
        return drafts.draft_of(connection, key)


def list_drafts(vault: Vault) -> list[Draft]:
    """Everything that was typed and not saved, newest first."""
    with vault.reading() as connection:
        return drafts.drafts(connection)

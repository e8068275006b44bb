"""What every verb on a record shares: writing a row, keeping who is on file in a case, and telling faults by field."""

from db.rows import OrganisationRow, PersonRow, PlaceRow

Named = PersonRow | OrganisationRow | PlaceRow
_NEVER_WRITTEN = frozenset({"id", "trashed_at"})

"""The columns of the journal in words; those that only serve sorting and searching are not shown."""

from desktop.documents.sheets.titles import TITLES
from desktop.i18n import N_, _

# What tables have no columns for, or call by another word; the others are called as there.
FIELD_NAMES: dict[str, str] = {
    "ref": N_("Reference"), "summary": N_("Summary"), "jurisdiction": N_("Jurisdiction"), "stage": N_("Stage"),
    "opened": N_("Opened"), "closed": N_("Closed"), "case_id": N_("Case"), "names": N_("Names"),
    "identity_documents": N_("Identity documents"), "latitude": N_("Latitude"), "longitude": N_("Longitude"),
    "fields": N_("Circumstances"), "degree": N_("Degree of involvement"), "identified_how": N_("Identified how"),
    "file_name": N_("File name"), "media_type": N_("Type of file"), "size": N_("Size in bytes"),
    "sha256": N_("SHA-256"), "target_id": N_("About"), "template": N_("Template"), "sections": N_("Sections"),
    "position": N_("Order"), "vocabulary": N_("Vocabulary"), "term": N_("Term"), "labels": N_("Labels"),
    "huridocs": N_("HURIDOCS code"), "body": N_("Contents"), "scope": N_("List"), "rule": N_("Rule"),
    "version": N_("Version"), "is_off": N_("Switched off"), "verified_by": N_("Verified by"),
    "verified_on": N_("Verified on"), "calendar": N_("Calendar"), "day": N_("Day"), "is_working": N_("Working day"),
    "source": N_("Source"), "anchor": N_("Runs from"), "met": N_("Met"), "channel": N_("Channel"),
    "from_id": N_("From the event"), "to_id": N_("To the event"),
    "reason": N_("Reason"), "decision": N_("Decision"), "trashed_at": N_("In the trash"),
    "member_id": N_("On file"),
}  # fmt: skip
VERBS: dict[str, str] = {
    "add": N_("added"), "edit": N_("changed"), "remove": N_("taken out"), "purge": N_("deleted for good"),
    "open": N_("opened"), "export": N_("exported"),
}  # fmt: skip


def field_name(column: str) -> str:
    """A column in words, or nothing when it is not for people; a time is called by its text alone."""
    name = column.removesuffix("_edtf")
    title = FIELD_NAMES.get(name) or TITLES.get(name) or TITLES.get(name.removesuffix("_id"))
    return _(title) if title and name != "id" else ""


def verb(name: str) -> str:
    """What happened to a record, in words."""
    return _(VERBS[name]) if name in VERBS else name

"""The columns of the journal in words; those that only serve sorting and searching are not shown."""

from desktop.i18n import N_, _

FIELD_NAMES: dict[str, str] = {
    "ref": N_("Reference"), "title": N_("Title"), "summary": N_("Summary"), "jurisdiction": N_("Jurisdiction"),
    "language": N_("Language"), "stage": N_("Stage"), "opened": N_("Opened"), "closed": N_("Closed"),
    "tags": N_("Tags"), "confidentiality": N_("Confidentiality"), "case_id": N_("Case"), "names": N_("Names"),
    "description": N_("Description"), "sex": N_("Sex"), "born": N_("Born"), "deceased": N_("Died"),
    "citizenships": N_("Citizenships"), "languages": N_("Languages"), "occupation": N_("Occupation"),
    "identity_documents": N_("Identity documents"), "addresses": N_("Addresses"), "phones": N_("Telephone numbers"),
    "health": N_("Health"), "protected": N_("Protection"), "pseudonym": N_("Pseudonym"), "kind": N_("Kind"),
    "parent_id": N_("Part of"), "address": N_("Address"), "region": N_("Region"), "latitude": N_("Latitude"),
    "longitude": N_("Longitude"), "zone": N_("Time zone"), "capacity": N_("Capacity"), "role": N_("Role"),
    "person_id": N_("Person"), "organisation_id": N_("Organisation"), "from": N_("From"), "to": N_("To"),
    "when": N_("When"), "until": N_("Until"), "place_id": N_("Place"), "until_place_id": N_("To the place"),
    "text": N_("Text"), "standing": N_("Standing"), "certainty": N_("Certainty"), "fields": N_("Circumstances"),
    "event_id": N_("Event"), "degree": N_("Degree of involvement"), "identified_how": N_("Identified how"),
    "from_id": N_("From the event"), "to_id": N_("To the event"), "article": N_("Article"), "part": N_("Part"),
    "outcome": N_("Outcome"), "dated": N_("Dated"), "author": N_("Author"), "addressee": N_("Addressee"),
    "received": N_("Received"), "received_from": N_("Received from"), "received_how": N_("Received how"),
    "original": N_("Original"), "privileged": N_("Privileged"), "exhibit": N_("Exhibit no."),
    "derived_from_id": N_("Derived from"), "derivation": N_("Derived how"), "file_name": N_("File name"),
    "media_type": N_("Type of file"), "pages": N_("Pages"), "size": N_("Size in bytes"), "sha256": N_("SHA-256"),
    "document_id": N_("Document"), "page": N_("Page"), "paragraph": N_("Paragraph"), "timecode": N_("Time code"),
    "quote": N_("Quotation"), "target_id": N_("About"), "bearing": N_("Bearing"), "reliability": N_("Reliability"),
    "connection": N_("Connection to the fact"), "template": N_("Template"), "sections": N_("Sections"),
    "status": N_("Status"), "trashed_at": N_("In the trash"), "member_id": N_("On file"),
}  # fmt: skip
VERBS: dict[str, str] = {
    "add": N_("added"), "edit": N_("changed"), "remove": N_("taken out"), "purge": N_("deleted for good"),
    "open": N_("opened"), "export": N_("exported"),
}  # fmt: skip


def field_name(column: str) -> str:
    """A column in words, or nothing when it is not for people; a time is called by its text alone."""
    return _(FIELD_NAMES[name]) if (name := column.removesuffix("_edtf")) in FIELD_NAMES else ""


def verb(name: str) -> str:
    """What happened to a record, in words."""
    return _(VERBS[name]) if name in VERBS else name

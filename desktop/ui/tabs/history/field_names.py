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
    "field": N_("Field"), "value": N_("Value"), "position": N_("Order"),
    "other_person_id": N_("Other person"), "other_organisation_id": N_("Other organisation"), "chart": N_("Body chart"),
    "side": N_("Side"), "x": N_("Across the chart"), "y": N_("Down the chart"),
    "type": N_("Type"), "colour": N_("Colour"), "observed": N_("Observed"), "observed_by": N_("Observed by"),
    "istanbul": N_("Istanbul Protocol level"), "grade": N_("Grade of injury"), "photos": N_("Photographs"),
    "element": N_("Element"), "basis": N_("Legal basis"), "issue_id": N_("Issue"), "remark": N_("Remark"),
    "purpose": N_("Purpose"), "anonymity": N_("Anonymity"), "given": N_("Given"), "withdrawn": N_("Withdrawn"),
    "obtained_by": N_("Obtained by"), "out_of": N_("Out of"), "unit": N_("Unit"), "period": N_("Period"),
    "population": N_("Population"), "definition": N_("Definition"), "publisher": N_("Publisher"),
    "published": N_("Published"), "due": N_("Due"), "assignee": N_("Assigned to"), "vocabulary": N_("Vocabulary"),
    "term": N_("Term"), "labels": N_("Labels"), "huridocs": N_("HURIDOCS code"), "body": N_("Contents"),
    "scope": N_("List"), "rule": N_("Rule"), "version": N_("Version"), "is_off": N_("Switched off"),
    "verified_by": N_("Verified by"), "verified_on": N_("Verified on"), "calendar": N_("Calendar"), "day": N_("Day"),
    "is_working": N_("Working day"), "source": N_("Source"), "anchor": N_("Runs from"), "met": N_("Met"),
    "channel": N_("Channel"), "reason": N_("Reason"), "decision": N_("Decision"),
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

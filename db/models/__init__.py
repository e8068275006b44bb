"""The nouns of the record, one module each; importing this package gives every table its place in the metadata."""

from db.base import Record
from db.models.brief import Brief
from db.models.case import Case, Membership, Party
from db.models.charge import Charge
from db.models.citation import Citation
from db.models.document import Document
from db.models.event import Event, EventLink, Participation
from db.models.organisation import Organisation
from db.models.person import Person
from db.models.place import Place
from db.types import Kind

RECORDS: dict[Kind, type[Record]] = {
    model.kind_of_record: model
    for model in (
        Case, Person, Organisation, Place, Membership, Party, Event, Participation, EventLink, Charge, Document,
        Citation, Brief,
    )
}  # fmt: skip

__all__ = [
    "RECORDS", "Brief", "Case", "Charge", "Citation", "Document", "Event", "EventLink", "Membership", "Organisation",
    "Participation", "Party", "Person", "Place",
]  # fmt: skip

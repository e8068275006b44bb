"""The nouns of the record, one module each; importing this package gives every table its place in the metadata."""

from db.base import Record
from db.drafts import DRAFT
from db.models.brief import Brief
from db.models.case import Case, Membership, Party
from db.models.charge import Charge
from db.models.citation import Citation
from db.models.consent import Consent
from db.models.document import Document
from db.models.event import Event, EventLink, Participation
from db.models.indicator import Indicator
from db.models.injury import Injury
from db.models.issue import Issue, IssueFact
from db.models.organisation import Organisation
from db.models.person import Person
from db.models.place import Place
from db.models.relation import Relation
from db.models.rule import CalendarDay, Conflict, Deadline, Rule
from db.models.task import Note, Task
from db.models.term import Term, View
from db.stays import STAY
from db.types import Kind

RECORDS: dict[Kind, type[Record]] = {
    model.kind_of_record: model
    for model in (
        Case, Person, Organisation, Place, Membership, Party, Event, Participation, EventLink, Charge, Document,
        Citation, Brief, Relation, Injury, Issue, IssueFact, Consent, Indicator, Task, Note, Term, View, Rule,
        CalendarDay, Deadline, Conflict,
    )
}  # fmt: skip

__all__ = [
    "DRAFT", "RECORDS", "STAY", "Brief", "CalendarDay", "Case", "Charge", "Citation", "Conflict", "Consent", "Deadline",
    "Document", "Event", "EventLink", "Indicator", "Injury", "Issue", "IssueFact", "Membership", "Note",
    "Organisation", "Participation", "Party", "Person", "Place", "Relation", "Rule", "Task", "Term", "View",
]  # fmt: skip

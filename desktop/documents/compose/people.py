"""Who is named in a brief, and how: by name, initials, pseudonym, description, or not at all."""

from collections.abc import Mapping
from dataclasses import dataclass

from db.case_file import CaseFile
from db.rows import OrganisationRow, ParticipationRow, PartyRow, PersonRow, PlaceRow
from db.types import Protection
from desktop.documents.compose.template import Template
from desktop.logic import names
from resources.vocabularies import label, vocabulary


@dataclass(frozen=True, slots=True)
class Cast:
    """Everyone and every place of a case by id, as the document shows them."""

    language: str
    words: Mapping[str, str]
    persons: Mapping[str, PersonRow]
    organisations: Mapping[str, OrganisationRow]
    places: Mapping[str, PlaceRow]

    @classmethod
    def of(cls, file: CaseFile, template: Template) -> "Cast":
        """The cast of a case in the language of a template."""
        return cls(
            template.language,
            template.words,
            {row.id: row for row in file.persons},
            {row.id: row for row in file.organisations},
            {row.id: row for row in file.places},
        )

    def person(self, person_id: str) -> str:
        """A person as they may be shown."""
        row = self.persons[person_id]
        if not row.names and row.protected == Protection.NONE:
            first_sentence = (row.description or "").split(". ", 1)[0].removesuffix(".")
            return first_sentence or self.words["unidentified"]
        shown = names.shown(row.names, Protection(row.protected), row.pseudonym, self.language)
        return shown or self.words["withheld"]

    def place(self, place_id: str | None) -> str:
        """A place by its name, or nothing."""
        row = self.places.get(place_id or "")
        return names.display(row.names, self.language) if row else ""

    def acting(self, row: ParticipationRow | PartyRow) -> str:
        """Whoever acts: a person as they may be shown, or an organisation by its name."""
        if row.person_id:
            return self.person(row.person_id)
        return names.display(self.organisations[row.organisation_id or ""].names, self.language)

    def role(self, role: str) -> str:
        """A role in words."""
        return self.term("roles", role)

    def term(self, name: str, term: str) -> str:
        """A term of a vocabulary in words; one the vocabulary does not know stays as it is."""
        known = vocabulary(name).get(term)
        return label(known, self.language) if known else term

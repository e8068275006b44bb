"""What cannot both be true is told with the names of records and the words of the vocabularies."""

from pathlib import Path

import pytest

from db.queries.cases import find
from db.types import Kind
from db.vault import Vault
from desktop import i18n
from desktop.i18n import Language
from desktop.logic.conflicts import Certainty, Conflict, Family, Ref, Step
from desktop.operations.conflicts import Naming, explain_conflict, find_conflicts
from desktop.operations.exchange import import_case

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"


@pytest.mark.parametrize(
    ("field", "values", "words"),
    [("outcome", ("convicted", "acquitted"), "Осуждён"), ("warrant_shown", ("true", "false"), "Нет"),
     ("interpreter", ("true", "false"), "Не соблюдено"), ("grounds", ("suspicion", "a tip"), "a tip")],
)  # fmt: skip
def test_values_are_told_in_words(vault: Vault, case_id: str, field: str, values: tuple[str, str], words: str) -> None:
    conflict = Conflict(
        Family.VALUE, "claims", Certainty.POSSIBLE, (Ref(Kind.EVENT, "e"), Ref(Kind.EVENT, "e")), (),
        tuple(Step("claim", {"document": Ref(Kind.DOCUMENT, "d"), "field": field, "value": one}) for one in values),
        (), "",
    )  # fmt: skip
    with vault.read() as session:
        file = find_conflicts(session, case_id).file
    i18n.use(Language.RUSSIAN)
    try:
        told = " ".join(explain_conflict(file, conflict))
    finally:
        i18n.use(Language.ENGLISH)

    assert words in told


def test_records_without_a_title_are_called_what_they_are(vault: Vault) -> None:
    import_case(vault, SAMPLES / "almaty-airport" / "case.json")
    with vault.read() as session:
        found = find_conflicts(session, find(session, "KZ-2022-ALMATY-AIRPORT").id)
    naming = Naming(found.file)
    nameless = next(person for person in found.file.persons if not person.names)
    assert naming.called(Ref(Kind.PERSON, nameless.id)).startswith("Airport personnel")
    assert naming.called(Ref(Kind.CHARGE, found.file.charges[0].id)) == "organising the looting at the airport"
    assert naming.called(Ref(Kind.EVENT, "gone")) == "a record that is not on file"

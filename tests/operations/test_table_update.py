"""A table that comes back changes the records it tells of again and leaves everything else as it was."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from db.case_file import CaseFile
from db.queries.case_files import case_file
from db.rows import CaseRow, EventRow, ParticipationRow, PersonRow, PlaceRow
from db.types import Kind, Name
from db.vault import Vault
from desktop.documents.sheets.csv_reading import read_csv
from desktop.documents.sheets.lines import Table
from desktop.documents.sheets.mapping import guess
from desktop.documents.sheets.opening import read_table
from desktop.errors import InputFaults
from desktop.operations.cases import save_case
from desktop.operations.events import save_event
from desktop.operations.exchange import import_case
from desktop.operations.history import undo_last
from desktop.operations.members import save_member
from desktop.operations.table_export import export_table, filled_columns
from desktop.operations.table_import import TableReport, check_table, import_table
from desktop.operations.times import now_in
from tests.case_files import full_case, nothing_changes, write_case

LISTS = (
    "persons", "organisations", "places", "parties", "relations", "events", "links", "charges", "documents", "injuries",
    "issues", "consents", "indicators", "citations", "tasks", "notes",
)  # fmt: skip


class Office:
    """A case with a protected person, her arrest and a charge; tables leave it and come back."""

    def __init__(self, vault: Vault, folder: Path) -> None:
        self.vault, self.folder = vault, folder
        self.case = save_case(vault, CaseRow("", "KZ-1", "Airport", jurisdiction="kz")).result
        ivs = save_member(vault, PlaceRow("", (Name("ИВС"),), zone="Europe/Rome"), case_id=self.case).result
        self.aigul = save_member(
            vault, PersonRow("", (Name("Айгуль Серик", "ru"),), protected="initials"), case_id=self.case
        ).result
        self.marat = save_member(vault, PersonRow("", (Name("Марат Оспан", "ru"),)), case_id=self.case).result
        with vault.read() as session:
            when = now_in(session, CaseRow("", "", "", jurisdiction="kz"), 1_641_400_000)
        arrest = EventRow("", self.case, "detention", when=when, place_id=ivs, title="Arrest", text="Айгуль задержана")
        parts = [
            ParticipationRow("", "", "detainee", self.aigul, degree="direct"),
            ParticipationRow("", "", "official", self.marat),
        ]
        self.arrest = save_event(vault, arrest, parts).result
        charges = read_csv("Person,Article,Part\nАйгуль Серик,272,2\n".encode())
        import_table(vault, self.case, charges, guess("charges", charges.titles))

    def out(self, part: str, keys: Sequence[str] = (), *, is_plain: bool = False) -> Table:
        path = self.folder / f"{part}{len(list(self.folder.iterdir()))}.csv"
        chosen = ["id", *(keys or filled_columns(self.vault, self.case, part))]
        export_table(self.vault, self.case, part, path, chosen, is_plain=is_plain)
        return read_table(path)

    def bring(self, part: str, table: Table, *, clears: bool = False) -> TableReport:
        return import_table(self.vault, self.case, table, replace(guess(part, table.titles), clears=clears)).result

    def refused(self, part: str, table: Table) -> list[str]:
        chosen = guess(part, table.titles)
        with nothing_changes(self.vault), pytest.raises(InputFaults) as refused:
            import_table(self.vault, self.case, table, chosen)
        return [f"{fault.place}: {fault.what}" for fault in refused.value.faults]

    @property
    def file(self) -> CaseFile:
        return whole(self.vault, self.case)


@pytest.fixture
def office(vault: Vault, tmp_path: Path) -> Office:
    (tmp_path / "tables").mkdir()
    return Office(vault, tmp_path / "tables")


def whole(vault: Vault, case: str) -> CaseFile:
    with vault.read() as session:
        return case_file(session, case)


def edited(table: Table, cells: Mapping[str, str]) -> Table:
    """The first line with other words under these titles."""
    titles = list(table.titles.cells)
    line = list(table.lines[0].cells) + [""] * (len(titles) - len(table.lines[0].cells))
    for title, text in cells.items():
        line[titles.index(title)] = text
    rows = [titles, line, *(one.cells for one in table.lines[1:])]
    return read_csv("\n".join("\t".join(row) for row in rows).encode())


def test_one_corrected_cell_changes_that_and_one_undo_takes_it_back(office: Office) -> None:
    before = office.file
    report = office.bring("events", edited(office.out("events"), {"Title": "Arrest at home"}))

    assert (report.counts, list(report.changed), list(report.unchanged)) == ({}, [2], [])
    assert [(one.key, one.old, one.new) for one in report.changes] == [("title", "Arrest", "Arrest at home")]
    (event,) = office.file.events
    assert (event.title, event.text, event.when) == ("Arrest at home", "Айгуль задержана", before.events[0].when)
    assert office.file.participations == before.participations

    undo_last(office.vault)
    assert office.file == before


def test_a_dry_run_says_the_same_and_changes_nothing(office: Office) -> None:
    table = edited(office.out("events"), {"Title": "Arrest at home"})
    with nothing_changes(office.vault):
        report = check_table(office.vault, office.case, table, guess("events", table.titles))

    assert report == office.bring("events", table)


@pytest.mark.parametrize("is_plain", [True, False])
@pytest.mark.parametrize("part", ["events", "persons", "charges"])
def test_a_table_that_nobody_touched_changes_nothing(office: Office, part: str, is_plain: bool) -> None:  # noqa: FBT001
    table = office.out(part, is_plain=is_plain)
    with nothing_changes(office.vault):
        report = office.bring(part, table)
    assert (report.changes, report.changed, report.counts) == ([], [], {})
    assert len(report.unchanged) == len(table.lines)


def test_who_takes_part_is_exchanged_and_what_is_known_of_the_others_stays(office: Office) -> None:
    table = office.out("events")
    cells = {"Participants: Detainee": "А. С.; Марат Оспан", "Participants: Official": ""}
    report = office.bring("events", edited(table, cells), clears=True)

    found = {(one.role, one.person_id, one.degree) for one in office.file.participations}
    assert found == {("detainee", office.aigul, "direct"), ("detainee", office.marat, None)}
    assert report.counts == {Kind.PARTICIPATION: 1}


def test_an_empty_cell_empties_nothing_unless_it_is_asked_to(office: Office) -> None:
    table = edited(office.out("events"), {"Title": ""})
    assert not office.bring("events", table).changes
    assert office.file.events[0].title == "Arrest"

    office.bring("events", table, clears=True)
    assert office.file.events[0].title is None


def test_a_name_is_corrected_in_its_language_and_a_protected_one_is_left_alone(office: Office) -> None:
    table = office.out("persons")
    place = next(n for n, line in enumerate(table.lines) if "Марат Оспан" in line.cells)
    rows = ["\t".join(line.cells).replace("Оспан", "Оспанов") for line in (table.titles, *table.lines)]
    report = office.bring("persons", read_csv("\n".join(rows).encode()))

    assert list(report.changed) == [place + 2]
    names = {person.names for person in office.file.persons}
    assert names == {(Name("Марат Оспанов", "ru"),), (Name("Айгуль Серик", "ru"),)}


def test_rows_without_an_id_are_new_and_only_they_are_of_the_kind_said_for_all(office: Office) -> None:
    table = read_csv(f"Record id,Title\n{office.arrest},Arrest\n,First\n".encode())
    import_table(office.vault, office.case, table, guess("events", table.titles, {"kind": "complaint"}))
    assert [(one.title, one.kind) for one in office.file.events] == [("Arrest", "detention"), ("First", "complaint")]


def test_records_are_found_again_by_a_column_chosen_for_it(office: Office) -> None:
    table = read_csv(b"Title,Standing,Kind\narrest,Undisputed,detention\nSecond,Alleged,hearing\n")
    chosen = guess("events", table.titles)
    report = import_table(office.vault, office.case, table, replace(chosen, key="title")).result

    assert (list(report.changed), report.counts) == ([2], {Kind.EVENT: 1})
    assert {event.standing for event in office.file.events} == {"undisputed", "alleged"}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Record id,Title\nnowhere,x\n", "A2: No record of this list has the id “nowhere”."),
        ("Record id,Title\n{id},x\n{id},y\n", "A3: Row 2 tells of the same record."),
        ("Record id,When\n{id},31.02.2022\n", "B2: "),
        ("Record id,Until\n{id},2001-01-01\n", "B2: This lies before “when”."),
        ("Record id,Text\n{id},[name withheld] был задержан\n", "B2: A name was taken out of this text"),
        ("Record id,Participants: Victim\n{id},Nobody Atall\n", "B2: Nobody on file in the case is called"),
    ],
)
def test_what_cannot_be_is_told_at_its_cell_and_nothing_changes(office: Office, text: str, fault: str) -> None:
    told = office.refused("events", read_csv(text.format(id=office.arrest).encode()))
    assert [one.startswith(fault) for one in told] == [True]


def test_a_name_two_records_have_finds_neither(office: Office) -> None:
    save_event(office.vault, EventRow("", office.case, "hearing", title="Arrest"), [])
    table = read_csv(b"Title,Standing\nArrest,Alleged\n")
    with pytest.raises(InputFaults) as refused:
        import_table(office.vault, office.case, table, replace(guess("events", table.titles), key="title"))
    assert refused.value.faults[0].what == "“Arrest” stands in 2 records; it cannot tell which one is meant."


def test_a_ring_of_places_over_one_the_table_does_not_tell_of_is_refused(office: Office) -> None:
    (ivs,) = office.file.places
    cell = save_member(office.vault, PlaceRow("", (Name("Камера 5"),), parent_id=ivs.id), case_id=office.case).result
    table = read_csv(f"Record id,Part of\n{ivs.id},{cell}\n".encode())
    assert office.refused("places", table) == ["B2: This leads back to the record itself."]


def test_a_charge_is_named_by_whose_it_is_and_its_article(office: Office) -> None:
    office.bring("notes", read_csv('Text,Charge\nСм. протокол,"Айгуль Серик, 272 2"\n'.encode()))
    (note,) = office.file.notes
    assert (note.target_kind, note.target_id) == ("charge", office.file.charges[0].id)


@pytest.fixture
def full(vault: Vault, tmp_path: Path) -> str:
    """A case that holds something of everything."""
    return import_case(vault, write_case(tmp_path / "in", full_case())).result.case_id


def test_every_list_of_a_full_case_leaves_with_ids_and_comes_back_unchanged(
    vault: Vault, tmp_path: Path, full: str
) -> None:
    for part in LISTS:
        path = tmp_path / f"{part}.xlsx"
        export_table(vault, full, part, path, ["id", *filled_columns(vault, full, part)])
        table = read_table(path)
        with nothing_changes(vault):
            report = import_table(vault, full, table, guess(part, table.titles)).result
        assert len(report.unchanged) == len(table.lines) > 0, part
        assert not report.changes, part


def test_one_cell_is_changed_in_every_list_and_nothing_else(vault: Vault, tmp_path: Path, full: str) -> None:
    keys = {
        "persons": "occupation", "organisations": "names", "places": "region", "parties": "to", "links": "kind",
        "documents": "title", "citations": "quote", "consents": "obtained_by", "indicators": "publisher",
    }  # fmt: skip
    for part in LISTS:
        key = keys.get(part, "text")
        path = tmp_path / f"{part}.csv"
        export_table(vault, full, part, path, ["id", key])
        (first, *_rest) = read_table(path).lines
        new = {"to": "2030-01-01", "kind": "replaces"}.get(key, "Другое")
        table = read_csv(f"Record id,{key}\n{first.cells[0]},{new}\n".encode())
        before = whole(vault, full)
        report = import_table(vault, full, table, guess(part, table.titles)).result
        after = whole(vault, full)

        assert [change.key for change in report.changes] == [key]
        assert [name for name in before.__slots__ if getattr(before, name) != getattr(after, name)] == [part]
        pairs = zip(getattr(before, part), getattr(after, part), strict=True)
        assert sum(one != other for one, other in pairs) == 1

"""A table becomes records of a case as one step, or nothing happens and every fault is told at its cell."""

import pytest

from db.queries.case_files import case_file
from db.queries.members import page
from db.rows import CaseRow, PersonRow, PlaceRow
from db.types import Kind, Name
from db.vault import Vault
from desktop.documents.sheets.csv_reading import read_csv
from desktop.documents.sheets.lines import Table
from desktop.documents.sheets.mapping import ColumnMap, guess
from desktop.errors import InputFaults
from desktop.operations.cases import save_case
from desktop.operations.history import undo_last
from desktop.operations.members import save_member
from desktop.operations.table_import import CellFault, check_table, import_table
from tests.case_files import nothing_changes

EVENTS = (
    "kind,When,Until,Place,Title,Participants: Victim,fields.warrant_shown,Standing\n"
    "detention,5 января 2022 около 20:00,2022-01-07,ИВС,Arrest,ABAY Abdikalykov,нет,утверждается\n"
    "Жалоба,2022-01-09,,,Complaint,,,\n"
)


@pytest.fixture
def case(vault: Vault) -> str:
    case_id = save_case(vault, CaseRow("", "KZ-1", "Airport")).result
    save_member(vault, PersonRow("", (Name("Абай Әбдіқалықов"),)), case_id=case_id)
    save_member(vault, PlaceRow("", (Name("ИВС"),), zone="Europe/Rome"), case_id=case_id)
    return case_id


def table(text: str) -> Table:
    return read_csv(text.encode())


def mapped(text: str, entity: str = "events") -> tuple[Table, ColumnMap]:
    found = table(text)
    return found, guess(entity, found.titles)


def faults(vault: Vault, case_id: str, text: str, entity: str = "events") -> list[CellFault]:
    found, chosen = mapped(text, entity)
    with nothing_changes(vault):
        report = check_table(vault, case_id, found, chosen)
        with pytest.raises(InputFaults) as refused:
            import_table(vault, case_id, found, chosen)
    assert [fault.place for fault in refused.value.faults] == [fault.place for fault in report.faults]
    return list(report.faults)


def test_lines_become_events_with_people_places_and_times(vault: Vault, case: str) -> None:
    done = import_table(vault, case, *mapped(EVENTS))

    with vault.read() as session:
        file = case_file(session, case)
    arrest, complaint = file.events
    assert (arrest.kind, complaint.kind) == ("detention", "complaint")
    assert arrest.when is not None
    assert (arrest.when.edtf, arrest.when.zone) == ("2022-01-05T20:00~", "Europe/Rome")
    assert (arrest.standing, dict(arrest.fields)) == ("alleged", {"warrant_shown": False})
    (part,) = file.participations
    assert (part.event_id, part.role, part.person_id) == (arrest.id, "victim", file.persons[0].id)
    assert done.result.counts == {Kind.EVENT: 2, Kind.PARTICIPATION: 1}
    assert done.touched.case_id == case


def test_a_time_is_told_by_the_clock_of_its_place_or_of_the_zone_behind_it(vault: Vault, case: str) -> None:
    with vault.read() as session:
        (ivs,) = page(session, PlaceRow, case_id=case).rows
    save_member(vault, PlaceRow("", (Name("Камера 5"),), parent_id=ivs.id), case_id=case)

    moment = "2022-01-05T20:00"
    lines = f"other,Камера 5,{moment}\nother,,{moment}\nother,,{moment}[Asia/Tokyo]\n"
    import_table(vault, case, *mapped(f"kind,place,when\n{lines}"))

    with vault.read() as session:
        zones = [event.when.zone for event in case_file(session, case).events if event.when]
    assert zones == ["Europe/Rome", "Asia/Almaty", "Asia/Tokyo"]


def test_one_undo_takes_the_whole_table_back(vault: Vault, case: str) -> None:
    with vault.read() as session:
        before = case_file(session, case)
    import_table(vault, case, *mapped(EVENTS.replace("ABAY Abdikalykov", "New One")), creates=True)

    undo_last(vault)

    with vault.read() as session:
        assert case_file(session, case) == before


def test_a_dry_run_changes_no_byte(vault: Vault, case: str) -> None:
    with nothing_changes(vault):
        report = check_table(vault, case, *mapped(EVENTS))

    assert (report.counts[Kind.EVENT], report.faults) == (2, [])


@pytest.mark.parametrize(
    ("cells", "place"),
    [
        ("kind,when\ndetention,31.02.2022", "B2"),
        ("kind,when\ndetention,01/05/2022", "B2"),
        ("kind,when\nbanana,2022", "A2"),
        ("kind,when\n,2022", "2:2"),
        ("kind,place\nother,Nowhere", "B2"),
        ("kind,Participants: Victim\nother,Somebody Else", "B2"),
        ("kind,fields.warrant_shown\ndetention,perhaps", "B2"),
        ("kind,fields.amount\nother,many", "B2"),
        ("kind,when,until\nother,2022-01-05,2022-01-01", "C2"),
        ("kind,title\nother,#REF!", "B2"),
        ("kind,title\nother,a\u202eb", "B2"),
        ("kind,title\nother," + "x" * 2001, "B2"),
        ("kind,order\nother,1.5", "B2"),
    ],
)
def test_each_fault_is_told_at_its_cell_and_nothing_changes(vault: Vault, case: str, cells: str, place: str) -> None:
    assert [fault.place for fault in faults(vault, case, cells)] == [place]


def test_every_fault_is_told_not_only_the_first(vault: Vault, case: str) -> None:
    lines = "\n".join(f"banana{number},when?" for number in range(300))

    assert len(faults(vault, case, f"kind,when\n{lines}")) == 600


def test_a_name_that_two_have_is_a_fault_and_an_id_is_not(vault: Vault, case: str) -> None:
    twin = save_member(vault, PersonRow("", (Name("Абай Әбдіқалықов"),)), case_id=case).result

    (fault,) = faults(vault, case, "kind,victim\nother,Абай Әбдіқалықов")
    assert (fault.place, twin in fault.what) == ("B2", True)
    import_table(vault, case, *mapped(f"kind,victim\nother,{twin}"))


def test_two_columns_for_one_value_are_refused_and_two_for_a_list_are_joined(vault: Vault, case: str) -> None:
    found = table("a,b,c\nother,x,y")
    (fault,) = check_table(vault, case, found, ColumnMap("events", {0: "kind", 1: "title", 2: "title"})).faults
    assert fault.place == "C1"

    chosen = ColumnMap("events", {0: "kind", 1: "tags", 2: "tags"})
    import_table(vault, case, found, chosen)
    with vault.read() as session:
        assert case_file(session, case).events[0].tags == ("x", "y")


def test_whoever_is_not_on_file_is_made_when_asked_and_once(vault: Vault, case: str) -> None:
    text = "kind,place,victim\nother,Отдел 5,Жан; Асель\nother,отдел 5,Zhan\n"

    done = import_table(vault, case, *mapped(text), creates=True)

    with vault.read() as session:
        persons = page(session, PersonRow, case_id=case).rows
        assert sorted(person.names[0].text for person in persons) == ["Абай Әбдіқалықов", "Асель", "Жан"]
        assert len(page(session, PlaceRow, case_id=case).rows) == 2
    assert (done.result.counts[Kind.PERSON], done.result.counts[Kind.PLACE]) == (2, 1)


def test_people_come_with_their_names_in_three_languages(vault: Vault, case: str) -> None:
    titles = "Name in Russian,Name in Kazakh,Name in English,Other names,Born,protected"
    text = f"{titles}\nЖан,Жан К,Zhan,Ж.; Jan,1990,initials\n"

    import_table(vault, case, *mapped(text, "persons"))

    with vault.read() as session:
        (zhan,) = page(session, PersonRow, case_id=case, text="zhan").rows
    assert [(name.lang, name.kind) for name in zhan.names] == [
        ("ru", "official"), ("kk", "official"), ("en", "official"), (None, "alias"), (None, "alias"),
    ]  # fmt: skip
    assert zhan.protected == "initials"


def test_a_name_that_is_on_file_is_remarked_on(vault: Vault, case: str) -> None:
    report = check_table(vault, case, *mapped("names\nABAY Abdikalykov\nNew", "persons"))

    assert ([remark.place for remark in report.remarks], report.faults) == (["A2"], [])


def test_a_line_can_name_one_further_down(vault: Vault, case: str) -> None:
    import_table(
        vault, case, *mapped("names,kind,parent\nОтдел,police,Департамент\nДепартамент,police,\n", "organisations")
    )

    with vault.read() as session:
        file = case_file(session, case)
    by_name = {row.names[0].text: row for row in file.organisations}
    assert by_name["Отдел"].parent_id == by_name["Департамент"].id


def test_a_ring_of_parents_is_told_at_its_cell(vault: Vault, case: str) -> None:
    text = "names,kind,parent\nA,police,B\nB,police,A\n"

    assert [fault.place for fault in faults(vault, case, text, "organisations")] == ["C2"]


@pytest.mark.parametrize(
    ("entity", "text"),
    [
        ("charges", "person,article,outcome\nАбай Әбдіқалықов,272,Переквалифицировано\n"),
        ("parties", "person,role\nАбай Әбдіқалықов,victim\n"),
        ("places", 'names,kind,coordinates,capacity\nСИЗО,sizo,"43.2, 76.9",200\n'),
        ("documents", "title,kind,dated,original,pages,language\nПисьмо,letter,2022-01-09,да,3,ru\n"),
        ("injuries", "person,text\nАбай Әбдіқалықов,ожог\n"),
        ("indicators", 'title,value,out_of\nЖалобы,"1 236,5",329\n'),
        ("tasks", "title,due,person\nПозвонить,2022-02-01,Абай Әбдіқалықов\n"),
        ("notes", "text,person\nПомнить,Абай Әбдіқалықов\n"),
        ("issues", "title\nПытка\n"),
    ],
)  # fmt: skip
def test_every_kind_of_record_can_come_as_a_table(vault: Vault, case: str, entity: str, text: str) -> None:
    done = import_table(vault, case, *mapped(text, entity))

    with vault.read() as session:
        assert len(getattr(case_file(session, case), entity)) >= 1
    assert sum(done.result.counts.values()) == 1


def test_passages_name_documents_and_events_by_their_titles(vault: Vault, case: str) -> None:
    import_table(vault, case, *mapped(EVENTS))
    import_table(vault, case, *mapped("title,exhibit\nПисьмо,A-1\n", "documents"))

    import_table(vault, case, *mapped("document,page,quote,event\nA-1,2,ожоги,Arrest\n", "citations"))

    with vault.read() as session:
        (citation,) = case_file(session, case).citations
    assert (citation.page, citation.target_kind, citation.bearing) == ("2", "event", "supports")


def test_what_holds_for_every_line_is_said_once(vault: Vault, case: str) -> None:
    found = table("title\nA\nB\n")

    import_table(vault, case, found, ColumnMap("events", {0: "title"}, {"kind": "complaint"}))
    broken = check_table(vault, case, found, ColumnMap("events", {0: "title"}, {"kind": "banana"}))

    with vault.read() as session:
        assert [event.kind for event in case_file(session, case).events] == ["complaint", "complaint"]
    assert {fault.column for fault in broken.faults} == {None}


def test_nothing_below_the_titles_is_a_fault(vault: Vault, case: str) -> None:
    assert [fault.place for fault in faults(vault, case, "kind,when\n")] == ["1:1"]

"""A list of a case leaves as a table and comes back as the same records; protected persons stay protected."""

import stat
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.queries.case_files import case_file
from db.rows import CaseRow, EventRow, ParticipationRow, PersonRow
from db.types import Name
from db.vault import Vault
from desktop import i18n
from desktop.documents.sheets.csv_reading import read_csv
from desktop.documents.sheets.lines import Line
from desktop.documents.sheets.mapping import guess
from desktop.documents.sheets.opening import read_table
from desktop.errors import UserError
from desktop.i18n import Language
from desktop.operations.cases import save_case
from desktop.operations.events import save_event
from desktop.operations.exchange import import_case
from desktop.operations.members import save_member
from desktop.operations.table_export import export_table, filled_columns
from desktop.operations.table_import import import_table
from resources import resource
from tests.case_files import full_case, write_case

ENTITIES = ("persons", "organisations", "places", "events", "documents", "charges")


@pytest.fixture
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    """The interface speaks the language asked for."""
    i18n.use(Language(request.param))
    yield request.param
    i18n.use(Language.ENGLISH)


@pytest.fixture
def guarded(vault: Vault) -> str:
    """A case with a person under a pseudonym in one event, named in its text."""
    case = save_case(vault, CaseRow("", "KZ-1", "t")).result
    row = PersonRow("", (Name("Абай Әбдіқалықов", "ru"),), protected="pseudonym", pseudonym="Свидетель А", born=None,
                    phones=("+7 700",), occupation="journalist")  # fmt: skip
    person = save_member(vault, row, case_id=case).result
    part = ParticipationRow("", "", "victim", person)
    save_event(vault, EventRow("", case, "other", title="Абаю угрожали", text="=Әбдіқалықова били"), [part])
    return case


def lines(path: Path) -> list[tuple[str, ...]]:
    return [line.cells for line in read_table(path).lines]


@pytest.mark.parametrize(
    ("sample", "suffix", "language"),
    [("almaty-airport", ".csv", "kk"), ("almaty-airport", ".xlsx", "en"), ("zhanaozen", ".xlsx", "ru")],
    indirect=["language"],
)
def test_the_events_of_a_sample_come_back_the_same(
    vault: Vault, tmp_path: Path, sample: str, suffix: str, language: str
) -> None:
    case = import_case(vault, Path(str(resource("samples", sample)))).result.case_id
    first, second = tmp_path / f"first{suffix}", tmp_path / f"second{suffix}"
    copy = save_case(vault, CaseRow("", "copy", "t")).result
    for part in ("organisations", "persons", "places", "events"):
        file = tmp_path / f"{part}{suffix}"
        export_table(vault, case, part, file, is_plain=True)
        table = read_table(file)
        chosen = guess(part, table.titles)
        assert len(chosen.columns) == len(table.titles.cells)
        import_table(vault, copy, table, chosen)

    export_table(vault, case, "events", first, is_plain=True)
    export_table(vault, copy, "events", second, filled_columns(vault, case, "events"), is_plain=True)

    assert len(lines(first)) > 10
    assert lines(first) == lines(second)


@pytest.mark.parametrize("part", ENTITIES)
def test_every_list_of_a_full_case_is_told_in_its_columns(vault: Vault, tmp_path: Path, part: str) -> None:
    case = import_case(vault, write_case(tmp_path / "in", full_case())).result.case_id

    done = export_table(vault, case, part, tmp_path / "out.csv", is_plain=True)

    with vault.read() as session:
        assert done.result.rows == len(getattr(case_file(session, case), part)) == len(lines(tmp_path / "out.csv"))


def test_a_protected_person_stays_protected_in_every_cell(vault: Vault, guarded: str, tmp_path: Path) -> None:
    export_table(vault, guarded, "persons", tmp_path / "persons.csv")
    export_table(vault, guarded, "events", tmp_path / "events.csv", ["title", "text", "participants.victim"])

    text = (tmp_path / "persons.csv").read_text("utf-8") + (tmp_path / "events.csv").read_text("utf-8")
    assert "Свидетель А" in text
    assert not any(word in text.casefold() for word in ("абай", "әбдіқалық", "абаю", "+7 700", "journalist"))


def test_a_protected_person_is_told_plainly_when_asked(vault: Vault, guarded: str, tmp_path: Path) -> None:
    export_table(vault, guarded, "events", tmp_path / "e.csv", ["title", "participants.victim"], is_plain=True)

    assert lines(tmp_path / "e.csv") == [("Абаю угрожали", "Абай Әбдіқалықов")]


def test_a_formula_of_a_record_is_text_in_the_table(vault: Vault, guarded: str, tmp_path: Path) -> None:
    export_table(vault, guarded, "events", tmp_path / "e.csv", ["text"], is_plain=True)

    assert (tmp_path / "e.csv").read_bytes().endswith("\r\n'=Әбдіқалықова били\r\n".encode())
    assert lines(tmp_path / "e.csv") == [("=Әбдіқалықова били",)]


def test_an_export_is_on_the_log_is_no_step_of_undo_and_is_for_its_owner_alone(
    vault: Vault, guarded: str, tmp_path: Path
) -> None:
    from db.queries.history import page, undoable

    with vault.read() as session:
        before = undoable(session)
    out = export_table(vault, guarded, "events", tmp_path / "e.xlsx").result.path

    with vault.read() as session:
        assert page(session).rows[0].label == "export-table"
        assert undoable(session) == before
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize(
    ("name", "keys"), [("x.txt", ()), ("missing/x.csv", ()), ("taken.csv", ()), ("x.csv", ("banana",))]
)
def test_what_cannot_be_written_is_refused_and_nothing_is_left(
    vault: Vault, guarded: str, tmp_path: Path, name: str, keys: tuple[str, ...]
) -> None:
    (tmp_path / "taken.csv").write_text("mine", encoding="utf-8")
    before = sorted(tmp_path.iterdir())

    with pytest.raises(UserError):
        export_table(vault, guarded, "events", tmp_path / name, keys)

    assert sorted(tmp_path.iterdir()) == before
    assert (tmp_path / "taken.csv").read_text(encoding="utf-8") == "mine"


def test_memory_does_not_grow_with_the_list(vault: Vault, tmp_path: Path) -> None:
    case = save_case(vault, CaseRow("", "KZ-1", "t")).result

    def grow(count: int) -> None:
        text = "kind,text\n" + "".join(f"other,{'x' * 400} {number}\n" for number in range(count))
        table = read_csv(text.encode())
        import_table(vault, case, table, guess("events", Line(1, ("kind", "text"))))

    def peak(name: str) -> int:
        tracemalloc.start()
        export_table(vault, case, "events", tmp_path / name, ["kind", "text"])
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    grow(600)
    peak("warm.csv")
    small = peak("small.csv")
    grow(2400)

    assert peak("large.csv") < small * 2


def test_a_passage_about_what_no_cell_can_name_is_left_out_and_told(vault: Vault, tmp_path: Path) -> None:
    case = import_case(vault, write_case(tmp_path / "in", full_case())).result.case_id

    alone = export_table(vault, case, "citations", tmp_path / "a.csv", is_plain=True).result
    keys = ["id", *filled_columns(vault, case, "citations")]
    with_ids = export_table(vault, case, "citations", tmp_path / "b.csv", keys, is_plain=True).result

    assert (alone.unnamed, with_ids.unnamed, with_ids.rows - alone.rows) == (1, 0, 1)
    assert len(lines(tmp_path / "a.csv")) == alone.rows


def test_a_whole_number_is_written_without_a_fraction(vault: Vault, tmp_path: Path) -> None:
    case = import_case(vault, write_case(tmp_path / "in", full_case())).result.case_id

    export_table(vault, case, "indicators", tmp_path / "i.csv", ["value", "out_of"])

    assert lines(tmp_path / "i.csv") == [("236", "329")]

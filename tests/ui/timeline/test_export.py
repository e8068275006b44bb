"""What leaves as a file: the view with its fonts, no protected name in it, and nothing that says who made it."""

import re
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QFileDialog

from db.rows import CaseRow, EventRow, ParticipationRow, PersonRow
from db.types import Name
from db.vault import Vault
from desktop.i18n import Language
from desktop.logic import when
from desktop.operations.cases import save_case
from desktop.operations.events import save_event
from desktop.operations.members import save_member
from desktop.ui.language import speech
from desktop.ui.open_vault import OpenVault
from desktop.ui.timeline.export import pdf_of, svg_of
from desktop.ui.timeline.marks import Certainty, Clash, Clock, ClockStatus
from desktop.ui.timeline.outgoing import Outgoing
from desktop.ui.timeline.view import TimelineView
from tests.ui.casework import ALMATY, Room
from tests.ui.hands import Hands
from tests.verapdf import broken_rules


@pytest.fixture
def room(hands: Hands, vault: Vault, opened: OpenVault) -> Room:
    """A case with a person who may only be shown by a pseudonym, one by initials, one withheld, and one by name."""
    case = save_case(vault, CaseRow(id="", ref="KZ-7", title="Airport")).result
    rows = (
        PersonRow(id="", names=(Name("Салима Қасымова", "kk"), Name("Salima Kasymova", "en")), protected="pseudonym",
                  pseudonym="Witness B"),
        PersonRow(id="", names=(Name("Oraz Salimova", "en"),), protected="initials"),
        PersonRow(id="", names=(Name("Marat Tulegen", "en"),), protected="withheld"),
        PersonRow(id="", names=(Name("Kalas Nurpeisov", "en"), Name("Калас Нурпеисов", "ru"))),
    )  # fmt: skip
    titles = ("Salima testifies", "Salimova questioned", "Tulegen moved", "Kalas meets Salima and Тулеген")
    for number, (row, title) in enumerate(zip(rows, titles, strict=True), 1):
        person = save_member(vault, row).result
        event = EventRow(id="", case_id=case, kind="interrogation", title=title,
                         when=when.parse(f"2022-01-0{number}T10:00", ALMATY))  # fmt: skip
        save_event(vault, event, [ParticipationRow(id="", event_id="", person_id=person, role="witness")])
    made = Room(opened, hands, vault, case)
    made.press("Alt+2")
    made.press("Ctrl+T")
    return made


def view(room: Room) -> TimelineView:
    """The drawing that can be seen."""
    return next(one for one in room.window.findChildren(TimelineView) if one.isVisible())


def outgoing(shown: TimelineView) -> Outgoing:
    """Names as they may leave."""
    assert shown.setting
    board = shown.canvas.board
    return Outgoing(shown.setting, shown.persons, board.stack.grouping, board.names)


def pdf_text(content: bytes) -> str:
    """All words of a PDF."""
    pages = pypdfium2.PdfDocument(content)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in pages)
    finally:
        pages.close()


def is_clean(text: str) -> bool:
    """Whether no protected person is named."""
    return not re.search(r"Salim|Салим|Қасым|Kasym|Oraz|Marat|Tulegen|Тулеген", text)


def test_a_pdf_has_the_lanes_and_titles_but_no_protected_name(room: Room) -> None:
    shown = view(room)
    assert not is_clean("\n".join(shown.canvas.board.events.titles))
    text = pdf_text(pdf_of(shown.canvas.board, outgoing(shown)))

    for words in ("KZ-7", "Kalas Nurpeisov", "Witness B", "Name withheld", "Interrogation", "2022"):
        assert words in text
    assert is_clean(text)


def test_an_svg_has_the_same_and_can_be_drawn(room: Room) -> None:
    shown = view(room)
    text = svg_of(shown.canvas.board, outgoing(shown)).decode()
    assert "src:url(data:font/woff;base64," in text
    text = re.sub(r"base64,[^)]*", "", text)

    assert "Kalas Nurpeisov" in text
    assert "Witness B" in text
    assert is_clean(text)
    assert "Qt" not in text
    assert QSvgRenderer(QByteArray(text.encode())).isValid()


def test_the_sheet_says_what_its_time_limits_mean_and_whose_rules_nobody_verified(room: Room) -> None:
    shown = view(room)
    board = shown.canvas.board
    first, last = board.events.extent or (0, 0)
    clock = Clock(first, last, last, ClockStatus.BREACHED, "48 hours", board.events.ids[0], is_verified=False)
    clash = Clash(board.events.ids[0], board.events.ids[1], Certainty.POSSIBLE, "Elsewhere")
    board.mark([clock], [clash])
    said = " ".join(pdf_text(pdf_of(board, outgoing(shown))).split())

    for words in ("Time limit broken", "Perhaps not both true", "Time limits as of", "not verified by a lawyer"):
        assert words in said
    assert "Time limit kept" not in said


def test_the_pdf_carries_its_fonts_tells_of_nobody_and_lasts(room: Room, tmp_path: Path) -> None:
    shown = view(room)
    content = pdf_of(shown.canvas.board, outgoing(shown))
    with pikepdf.open(BytesIO(content)) as pdf:
        assert "/Info" not in pdf.trailer
        assert b"CreateDate" not in pdf.Root.Metadata.read_bytes()
    (tmp_path / "t.pdf").write_bytes(content)

    assert broken_rules([tmp_path / "t.pdf"]) == {str(tmp_path / "t.pdf"): []}


@pytest.mark.parametrize(
    ("language", "words"), [(Language.RUSSIAN, "1–4 января 2022"), (Language.KAZAKH, "2022 ж. 1–4 қаңтар")]
)
def test_it_is_told_in_the_language_of_the_window(room: Room, language: Language, words: str) -> None:
    speech().switch(language)
    shown = view(room)
    text = pdf_text(pdf_of(shown.canvas.board, outgoing(shown)))

    assert words.split(maxsplit=1)[-1].rsplit(maxsplit=1)[-1] in text
    assert "Witness B" in text
    assert is_clean(text)


def test_many_lanes_take_several_sheets_and_none_is_lost(room: Room, vault: Vault) -> None:
    for number in range(60):
        person = save_member(vault, PersonRow(id="", names=(Name(f"Lane {number:02}", "en"),))).result
        event = EventRow(id="", case_id=room.case, kind="visit", when=when.parse("2022-01-02T10:00", ALMATY))
        save_event(vault, event, [ParticipationRow(id="", event_id="", person_id=person, role="witness")])
    shown = view(room)
    shown.reload()
    room.idle()
    content = pdf_of(shown.canvas.board, outgoing(shown))
    pages = pypdfium2.PdfDocument(content)
    count = len(pages)
    pages.close()
    text = pdf_text(content)

    assert count > 1
    assert [number for number in range(60) if f"Lane {number:02}" not in text] == []
    assert f"Sheet {count} of {count}" in text


def test_the_menu_asks_for_a_file_and_says_where_it_lies(room: Room, tmp_path: Path) -> None:
    room.press("Ctrl+Shift+T")
    room.hands.wait(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    target = tmp_path / "out.pdf"
    dialog.selectFile(str(target))
    dialog.accept()
    room.hands.wait(target.exists)
    room.idle()

    assert target.read_bytes().startswith(b"%PDF")
    assert room.hands.can_read(room.window, "The timeline is exported.")

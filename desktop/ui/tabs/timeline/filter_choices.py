"""What a timeline can be narrowed by, each thing found by typing it."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from db.queries import members
from db.queries.records import fetch
from db.queries.tags import tags_of
from db.rows import CaseRow, PersonRow, PlaceRow
from db.types import Kind, When
from db.vault import Session
from desktop.i18n import N_
from desktop.operations import Touched
from desktop.ui import labels, times
from desktop.ui.building import Stages
from desktop.ui.desk import Desk
from desktop.ui.inputs.choices import Choices, Group, kinds_of_event, terms_of
from desktop.ui.inputs.input import Unclear
from desktop.ui.inputs.terms import TermInput
from desktop.ui.inputs.times import WhenInput
from desktop.ui.language import Texts
from desktop.ui.refresh import concerns
from desktop.ui.tabs.timeline.filter_parts import FLAG_NAMES, Known, Part
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.measure import keep_width

MOST = 1000  # persons and places offered; who is not among them is found by the palette
LETTERS, TIME_LETTERS = 17, 30
NAMED = frozenset({Kind.PERSON, Kind.PLACE, Kind.MEMBERSHIP, Kind.EVENT, Kind.TERM})


class FilterChoices(QWidget):
    """``chosen`` carries a part and its value, ``flagged`` a part and whether it is on, ``timed`` a time or none."""

    chosen = Signal(object, str)
    flagged = Signal(object, bool)
    timed = Signal(object)
    learned = Signal(object)

    def __init__(self, desk: Desk, case_id: str) -> None:
        super().__init__()
        self._desk, self._case_id = desk, case_id
        self._known = Known()
        self._texts = Texts(self)
        self._made: dict[Part, TermInput] = {}
        self.flags: dict[Part, QPushButton] = {}  # put where there is room by whoever shows the choices
        self.time = WhenInput(N_("Time"), self._zone)
        self._box = FlowLayout(self)
        for part, name in FLAG_NAMES.items():
            self.flags[part] = flag = QPushButton()
            flag.setCheckable(True)
            flag.setAutoDefault(False)
            self._texts.put(flag.setText, name)
            flag.toggled.connect(partial(self.flagged.emit, part))

    def refresh(self, touched: Touched) -> None:
        """Somebody or some place is on file now, is called otherwise, or a tag was given."""
        if concerns(touched, NAMED, self._case_id):
            self._read()

    def show_flags(self, up: dict[Part, bool]) -> None:
        """Show which flags are up."""
        for part, is_up in up.items():
            self.flags[part].setChecked(is_up)

    def clear_time(self) -> None:
        """Take the time out of its line."""
        if self.time.raw():
            self.time.fill(None)

    def build(self) -> Stages:
        """One thing after the other."""
        offered: tuple[tuple[Part, str, str, Choices], ...] = (
            (Part.PERSON, N_("Person"), N_("Any person"), self._persons),
            (Part.KIND, N_("Kind"), N_("Any kind"), kinds_of_event),
            (Part.PLACE, N_("Place"), N_("Any place"), self._places),
            (Part.STANDING, N_("Standing"), N_("Any standing"), terms_of("standings")),
            (Part.TAG, N_("Tag"), N_("Any tag"), self._tags),
        )
        for part, name, hint, choices in offered:
            self._made[part] = made = TermInput(choices, hint, adds=False)
            self._texts.put(made.name, name)
            keep_width(made, LETTERS)
            made.changed.connect(partial(self._take, part))
            self._box.addWidget(made)
            yield
        keep_width(self.time, TIME_LETTERS)
        self.time.changed.connect(self._take_time)
        self._box.addWidget(self.time)
        yield
        self._read()

    def _take(self, part: Part) -> None:
        value = self._made[part].chosen()
        if value:
            self._made[part].fill(None)
            self.chosen.emit(part, value)

    def _take_time(self) -> None:
        try:
            moment: When | None = self.time.value()
        except Unclear:
            return
        self.timed.emit(moment)

    def _zone(self) -> str:
        return self._known.zone

    def _persons(self) -> list[Group]:
        return [Group("", list(self._known.persons.items()))]

    def _places(self) -> list[Group]:
        return [Group("", list(self._known.places.items()))]

    def _tags(self) -> list[Group]:
        return [Group("", [(tag, tag) for tag in self._known.tags])]

    def _read(self) -> None:
        self._desk.read(self, partial(_known, self._case_id), self._learn)

    def _learn(self, known: Known) -> None:
        self._known = known
        for part in (Part.PERSON, Part.PLACE, Part.TAG, Part.KIND):
            self._made[part].offer_again()
        self._made[Part.TAG].setVisible(bool(known.tags))
        self.learned.emit(known)


def _known(case_id: str, session: Session) -> Known:
    read: Callable[..., dict[str, str]] = partial(_named, session, case_id)
    zone = times.zone_of(fetch(session, CaseRow, case_id).jurisdiction)
    return Known(read(PersonRow), read(PlaceRow), tuple(tags_of(session, case_id)), zone)


def _named(session: Session, case_id: str, row_type: Any) -> dict[str, str]:
    found: Sequence[labels.Member] = members.page(session, row_type, case_id=case_id, limit=MOST).rows
    return {row.id: labels.member(row) for row in found}

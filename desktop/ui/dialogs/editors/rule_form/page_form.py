"""One page of a form: fields, each with a line that says what it means; rare ones are shown once they are asked for."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QWidget

from desktop.errors import Fault
from desktop.i18n import N_, _
from desktop.ui.dialogs.editors.rule_form.pages_of_rule import Page
from desktop.ui.dialogs.editors.rule_form.part import Part, plain
from desktop.ui.inputs.choices import Group
from desktop.ui.inputs.form import Form
from desktop.ui.inputs.input import says_something
from desktop.ui.inputs.terms import TermInput
from desktop.ui.language import Texts
from desktop.ui.widgets.layout import column, named, said


class PageForm(Form):
    """The fields of a page, by the key of their part; rare ones are made when they say something or are asked for."""

    def __init__(self, page: Page, values: Mapping[str, Any]) -> None:
        super().__init__()
        self.page = page
        self._rare = {part.key: part for part in page.parts if part.is_rare}
        self._why = Texts(self)
        self.widen(said(self._why, page.why, "hint"))
        for part in page.parts:
            if not part.is_rare:
                self._lay(part, values[part.key])
        self._seeing = QTimer(self, interval=0, singleShot=True)  # when a new field has its place
        self._seeing.timeout.connect(self._see)
        self._more = TermInput(self._offered, N_("Choose what to add"), adds=False)
        if page.more:
            self.widen(self._chooser(page.more))
            self._more.changed.connect(self._add)
        for key, part in self._rare.items():
            if plain(values[key]) != plain(part.usual):
                self._lay(part, values[key])
        self._more.offer_again()

    def holds(self, key: str) -> bool:
        """Whether a part is on this page, made or not."""
        return any(part.key == key for part in self.page.parts)

    def make_ready(self, parts: Iterable[str]) -> None:
        """Have the fields for these parts."""
        missing = [key for key in parts if key in self._rare and key not in self.parts()]
        for key in missing:
            self._lay(self._rare[key], self._rare[key].usual)
        if missing:
            self._more.offer_again()

    def values(self) -> tuple[dict[str, Any], list[Fault]]:
        """What stands in the fields; a field that was never made is as usual."""
        values, faults = super().values()
        return {key: part.usual for key, part in self._rare.items()} | values, faults

    def raw(self) -> object:
        """What stands everywhere; a field that says nothing is as good as none."""
        made = {part: self.input(part).raw() for part in self.parts()}
        return {part: said for part, said in made.items() if part not in self._rare or says_something(said)}

    def mark(self, faults: Sequence[Fault]) -> list[Fault]:
        """Show each fault at its field, also where that was not asked for yet."""
        self.make_ready(fault.place for fault in faults)
        left = super().mark(faults)
        if len(left) < len(faults):
            self._seeing.start()
        return left

    def _lay(self, part: Part, value: Any) -> None:
        made = part.make()
        self.put(part.key, part.title, made, is_wide=part.is_wide)
        made.fill(value)  # before the next field is made: the keyboard goes in the order things were made in
        box = made.parentWidget()
        inside = box.layout() if box else None
        if isinstance(inside, QBoxLayout):
            inside.insertWidget(1, said(self._why, part.why, "hint"))
        self._why.put(made.describe, part.why)

    def _chooser(self, title: str) -> QWidget:
        box = QWidget()
        inside = column(box, gap=0)
        inside.addWidget(named(self._why, title, self._more))
        inside.addWidget(self._more)
        self._why.put(self._more.name, partial(_, title))
        return box

    def _offered(self) -> list[Group]:
        made = set(self.parts())
        return [Group("", [(key, _(part.title)) for key, part in self._rare.items() if key not in made])]

    def _add(self) -> None:
        key = self._more.chosen()
        if key in self._rare:
            self._more.fill(None)
            self.make_ready([key])
            self.reveal(key, is_shown=True)  # at once, so that it can have the keyboard
            self.input(key).setFocus()
            self._seeing.start()
            self.changed.emit()

    def _see(self) -> None:
        """Scroll to the field that has the keyboard."""
        port = self.parentWidget()
        area = port.parentWidget() if port else None
        field: Any = self.focusWidget()
        if isinstance(area, QScrollArea) and field:
            area.ensureWidgetVisible(field)

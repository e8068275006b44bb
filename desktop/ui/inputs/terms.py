"""Inputs for terms of a long vocabulary: one of them, or several, found by typing part of their words."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, QStringListModel, Qt
from PySide6.QtGui import QFont, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QCompleter

from desktop.i18n import N_, _
from desktop.ui.inputs.choices import Choices, Group, QuietCombo, vocabulary_of
from desktop.ui.inputs.input import Input, Unclear, told_by
from desktop.ui.inputs.missing import MissingTerm
from desktop.ui.language import Texts, speech
from desktop.ui.widgets.chips import Chip
from desktop.ui.widgets.flow import FlowLayout

WIDEST, LISTED = 20, 34  # letters the field asks for at most, and its list at least


class TermInput(Input):
    """One of ``choices``, found by typing any part of its words; ``hint`` stands there while nothing is chosen.

    What is missing from a vocabulary can be added to it from here, unless ``adds`` is off.
    """

    def __init__(self, choices: Choices, hint: str = N_("Not stated"), *, adds: bool = True) -> None:
        self.combo = QuietCombo(LISTED)
        super().__init__(self.combo)
        self._choices = choices
        self._ids: dict[str, str] = {}  # by the words, folded
        self._strange = ""  # an id that is none of the choices, kept as it is
        self._behave(hint)
        speech().changed.connect(self.offer_again)
        self._offer()
        self.combo.activated.connect(self.changed)
        self._line.editingFinished.connect(self._complete)
        self._line.returnPressed.connect(self._take_first)
        told_by(self, self._line.textEdited)
        if adds and (name := vocabulary_of(choices)):
            self._offer_missing(MissingTerm(name, self._words.stringList))

    def value(self) -> str | None:
        """The id of what is chosen. Raises ``Unclear``."""
        chosen = self.chosen()
        if chosen is None and self.combo.currentText().strip():
            raise Unclear(_("Choose one from the list."))
        return chosen

    def fill(self, value: Any) -> None:
        """Show a choice by its id."""
        if value and value not in self._ids.values():
            self._strange = value
            self._offer()
        self.combo.setCurrentIndex(self.combo.findData(value) if value else -1)
        if not value:
            self.combo.setEditText("")

    def raw(self) -> object:
        """What stands there: the id if it is one, else what was typed."""
        text = self.combo.currentText().strip()
        return self._ids.get(text.casefold(), text)

    def name(self, words: str) -> None:
        """Both the list and its line carry the name."""
        super().name(words)
        self._line.setAccessibleName(words)

    def chosen(self) -> str | None:
        """The id of what is chosen, if what stands there is a choice."""
        return self._ids.get(self.combo.currentText().strip().casefold())

    def offer_again(self) -> None:
        """The choices or their words are others now; what stands there stays."""
        raw = self.raw()
        with QSignalBlocker(self):
            self._offer()
            self.fill(raw if raw in self._ids.values() else None)
            if raw and raw not in self._ids.values():
                self.combo.setEditText(str(raw))

    def _behave(self, hint: str) -> None:
        self.combo.setEditable(True)
        self._line: Any = self.combo.lineEdit()
        self.combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.combo.setMaxVisibleItems(14)
        self._words = QStringListModel(self)
        completer = QCompleter(self._words, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(14)
        self.combo.setCompleter(completer)
        Texts(self).put(self._line.setPlaceholderText, hint)

    def _offer(self) -> None:
        groups = [*self._choices(), *([Group("", [(self._strange, self._strange)])] if self._strange else [])]
        _list(self.combo, groups)
        choices = [choice for group in groups for choice in group.choices]
        self._ids = {words.casefold(): term for term, words in reversed(choices)}  # the first of equal words counts
        words = [words for _term, words in choices]
        self._words.setStringList(words)
        self.combo.setMinimumContentsLength(min(WIDEST, max(map(len, words), default=0)))
        self.combo.setCurrentIndex(-1)

    def _offer_missing(self, missing: MissingTerm) -> None:
        """Below the line stands an offer to add what is typed, whenever it is none of the choices."""
        box = self.layout()
        if box is not None:
            box.addWidget(missing)
        self._line.textChanged.connect(missing.look)
        self._line.returnPressed.connect(missing.ask)
        missing.added.connect(self.fill)
        told_by(self, missing.added)

    def _take_first(self) -> None:
        """Enter means the first of what is listed under the line."""
        text = self.combo.currentText().strip().casefold()
        listed = [words for words in self._words.stringList() if text and text in words.casefold()]
        if listed and self.chosen() is None:
            self._choose(listed[0])

    def _choose(self, words: str) -> None:
        index = self.combo.findText(words, Qt.MatchFlag.MatchExactly)
        if index != self.combo.currentIndex():
            self.combo.setCurrentIndex(index)
            self.changed.emit()

    def _complete(self) -> None:
        """Choose what can only be meant: the one choice that holds what was typed."""
        text = self.combo.currentText().strip().casefold()
        meant = [words for words in self._words.stringList() if text and text in words.casefold()]
        exact = [words for words in meant if words.casefold() == text]
        if len(exact or meant) == 1:
            self._choose((exact or meant)[0])


class TermsInput(Input):
    """Several of ``choices``, each as a chip."""

    def __init__(self, choices: Choices, hint: str = N_("Add one")) -> None:
        super().__init__()
        self._chosen: list[str] = []
        self._chips: list[Chip] = []
        self._choices = choices
        self.entry = TermInput(choices, hint)
        self._box = FlowLayout(self)
        self._box.addWidget(self.entry)
        self.setFocusProxy(self.entry)
        self.entry.changed.connect(self._take)
        speech().changed.connect(self._show)

    def value(self) -> Any:
        """The ids chosen, in the order they were. Raises ``Unclear`` while something is half typed."""
        self.entry.value()
        return tuple(self._chosen)

    def fill(self, value: Any) -> None:
        """Show what was chosen."""
        self._chosen = list(value or ())
        self._show()

    def raw(self) -> object:
        """What is chosen, and what is half typed."""
        return tuple(self._chosen), self.entry.raw()

    def name(self, words: str) -> None:
        """The line to add one carries the name."""
        self.entry.name(words)

    def mark(self, *, is_faulty: bool) -> None:
        """Mark the line."""
        self.entry.mark(is_faulty=is_faulty)

    def _take(self) -> None:
        line = self.entry.combo.lineEdit()
        is_typing = line is not None and line.isModified()  # what is typed may begin like a term and go on
        term = self.entry.chosen()
        if term and not is_typing:
            self.entry.fill(None)
            if term not in self._chosen:
                self._chosen.append(term)
                self._show()
            self.changed.emit()

    def _show(self) -> None:
        words = {term: said for group in self._choices() for term, said in group.choices}
        for chip in self._chips:
            self._box.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [Chip(words.get(term, term)) for term in self._chosen]
        self._box.removeWidget(self.entry)
        for chip in self._chips:
            chip.removed.connect(self._drop)
            self._box.addWidget(chip)
        self._box.addWidget(self.entry)

    def _drop(self, words: str) -> None:
        gone = next(place for place, chip in enumerate(self._chips) if chip.text == words)
        del self._chosen[gone]
        self._show()
        self.entry.setFocus()
        self.changed.emit()


def _list(combo: QuietCombo, groups: Sequence[Group]) -> None:
    """Put choices under their headings, all in one go; a heading can be read and not be chosen."""
    rows: list[tuple[Any, str, bool]] = []
    for group in groups:
        if group.title and group.choices:
            rows.append((None, group.title, True))
        rows += [(term, words, False) for term, words in group.choices]
    combo.clear()
    combo.addItems([words for _term, words, _is_heading in rows])
    for place, (term, _words, is_heading) in enumerate(rows):
        if is_heading:
            _make_heading(combo, place)
        else:
            combo.setItemData(place, term)


def _make_heading(combo: QuietCombo, place: int) -> None:
    bold = QFont()
    bold.setBold(True)
    combo.setItemData(place, bold, Qt.ItemDataRole.FontRole)
    model = combo.model()
    if isinstance(model, QStandardItemModel):
        model.item(place).setFlags(Qt.ItemFlag.NoItemFlags)

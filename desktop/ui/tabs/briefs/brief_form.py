"""The author's part of a brief: title, language, the lines of the cover and the text of each section."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.rows import BriefRow
from desktop.documents.compose import SectionKind
from desktop.i18n import N_, Language
from desktop.ui import labels
from desktop.ui.inputs.choices import ChoiceInput, Group
from desktop.ui.inputs.form import Form, FormScroll
from desktop.ui.inputs.texts import LongTextInput, TextInput
from desktop.ui.tabs.briefs.lines import template_of
from desktop.ui.widgets.layout import column

PAUSE_MILLISECONDS = 1200  # what was typed is kept when typing pauses this long
LINES = 6


class BriefForm(QWidget):
    """Shows one brief at a time; ``written`` carries it anew whenever typing pauses or the form is left."""

    written = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._row: BriefRow | None = None
        self._form: Form | None = None
        self._scroll: FormScroll | None = None
        self._layout: QVBoxLayout = column(self)
        self._pause = QTimer(self, interval=PAUSE_MILLISECONDS, singleShot=True)
        self._pause.timeout.connect(self.keep)

    def show_brief(self, row: BriefRow | None) -> None:
        """Show a brief; the one shown is not disturbed while it stands as it is on record."""
        if row is not None and self._row is not None and row.id == self._row.id:
            if row != self._row and not self._pause.isActive():
                self._fill(row)
            return
        self.keep()
        self._row = None
        if self._scroll is not None:
            self._layout.removeWidget(self._scroll)
            self._scroll.deleteLater()
            self._scroll = self._form = None
        if row is not None:
            self._build(row)
            self._fill(row)

    def keep(self) -> None:
        """Hand on what was typed and not kept yet."""
        self._pause.stop()
        row = self._typed()
        if row is not None and row != self._row:
            self._row = row
            self.written.emit(row)

    def _build(self, row: BriefRow) -> None:
        form = Form()
        form.put("title", N_("&Title"), TextInput())
        form.put("language", N_("&Language of the brief"), ChoiceInput(_languages, blank=""))
        template = template_of(row.template)
        for name, _words in template.fields:
            form.put_worded(name, partial(_field, row.template, name), TextInput())
        for section in template.sections:
            if section.kind is SectionKind.TEXT:
                form.put_worded(
                    section.id, partial(_heading, row.template, section.id), LongTextInput(LINES), is_wide=True
                )
        form.changed.connect(self._pause.start)
        self._form, self._scroll = form, FormScroll(form)
        self._layout.addWidget(self._scroll)

    def _fill(self, row: BriefRow) -> None:
        self._row = row
        if self._form is not None:
            texts = {part: row.sections.get(part) for part in self._form.parts()}
            self._form.fill(texts | {"title": row.title, "language": row.language})

    def _typed(self) -> BriefRow | None:
        if self._form is None or self._row is None:
            return None
        values, _faults = self._form.values()
        title, language = values.pop("title"), values.pop("language")
        unseen = {part: text for part, text in self._row.sections.items() if part not in values}
        sections = unseen | {part: text for part, text in values.items() if text}
        return replace(self._row, title=title, language=language, sections=sections)


def _languages() -> list[Group]:
    return [Group("", [(language.value, language.own_name) for language in Language])]


def _field(template: str, name: str) -> str:
    return next(words for field, words in template_of(template).fields if field == name)


def _heading(template: str, section: str) -> str:
    found = next(one for one in template_of(template).sections if one.id == section)
    return labels.joined([found.heading, "*"]) if found.is_required else found.heading

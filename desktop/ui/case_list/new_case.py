"""A new case: reference and title are enough to begin."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from db.errors import RecordTaken
from db.rows import CaseRow
from desktop.errors import InputFaults
from desktop.i18n import N_, Language
from desktop.messages import explain
from desktop.operations import Done
from desktop.operations.cases import save_case
from desktop.ui import labels, times
from desktop.ui.case_list.lines import next_ref
from desktop.ui.desk import Desk
from desktop.ui.dialogs.dialog import Dialog
from desktop.ui.tasks import Job
from desktop.ui.widgets.banner import Banner, Tone
from desktop.ui.widgets.chips import TagChips
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.layout import form, named
from desktop.ui.widgets.when_field import WhenField
from resources.vocabularies import vocabulary

JURISDICTION = "kz"


class NewCase(Dialog):
    """Asks for what a case needs to exist; ``made`` carries its id."""

    made = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(N_("New case"), parent, letters=72)
        self._desk = desk
        self._banner = Banner()
        self._title = QLineEdit()
        self._ref = QLineEdit()
        stages = ["", *vocabulary("stages")]
        self._stage: Choice[str] = Choice(N_("Stage"), stages, _stage)
        self._language: Choice[str] = Choice(N_("Language of the proceedings"), ["ru", "kk", "en"], _language)
        self._opened = WhenField(N_("Opened"), times.reader(_zone))
        self._tags = TagChips()
        self._build()
        self.verb(N_("Cancel"), self.reject)
        self._verb = self.verb(N_("&Create the case"), self._create, role="primary", is_default=True)
        desk.read(self, partial(next_ref, JURISDICTION, desk.vault.clock()), self._suggest)
        self._offer()

    def _build(self) -> None:
        self.add(self._banner)
        fields = form()
        for text, field in (
            (N_("&Title"), self._title),
            (N_("&Reference"), self._ref),
            (N_("&Stage"), self._stage),
            (N_("&Language of the proceedings"), self._language),
            (N_("&Opened"), self._opened),
            (N_("T&ags"), self._tags),
        ):
            fields.addRow(named(self.texts, text, field), field)
        self.texts.put(self._title.setAccessibleName, N_("Title"))
        self.texts.put(self._ref.setAccessibleName, N_("Reference"))
        self._title.textChanged.connect(self._offer)
        self._ref.textChanged.connect(self._offer)
        self.add(fields)
        self.content.addStretch(1)

    def _suggest(self, ref: str) -> None:
        if not self._ref.text():
            self._ref.setText(ref)

    def _offer(self) -> None:
        self._verb.setEnabled(bool(self._title.text().strip() and self._ref.text().strip()))

    def _create(self) -> None:
        if not self._opened.is_valid():
            self._opened.setFocus()
            return
        self._verb.setEnabled(False)
        opened = self._opened.text()
        draft = CaseRow(
            id="",
            ref=self._ref.text().strip(),
            title=self._title.text().strip(),
            jurisdiction=JURISDICTION,
            language=self._language.value(),
            stage=self._stage.value() or None,
            opened=times.understood(opened, _zone()) if opened else None,
            tags=self._tags.tags(),
        )
        self._desk.perform(self, partial(_save, self._desk, draft), self._finish, failed=self._refuse)

    def _finish(self, case_id: str) -> None:
        self.accept()
        self.made.emit(case_id)

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, RecordTaken | InputFaults):
            self._desk.report.tell(error)
        told = explain(error)
        self._banner.tell(Tone.DANGER, f"{told.what} {told.remedy}")
        self._offer()


def _save(desk: Desk, draft: CaseRow, _job: Job) -> Done[str]:
    return save_case(desk.vault, draft)


def _zone() -> str:
    return times.zone_of(JURISDICTION)


def _stage(stage: str) -> str:
    return labels.term("stages", stage) if stage else "—"


def _language(language: str) -> str:
    return Language(language).own_name

"""The editors of what we did about a deadline: done, waived, restoration, another due time."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from db.rows import DeadlineRow
from db.types import Kind
from desktop.errors import Fault
from desktop.i18n import N_, _
from desktop.logic.clocks import Deadline
from desktop.logic.clocks.deadline import Status
from desktop.operations.deadlines import CaseClocks, DeadlineDecision, decide_deadline
from desktop.operations.proofs import decide_with_proof
from desktop.ui import labels
from desktop.ui.desk import Desk
from desktop.ui.dialogs.editors.deadline_proof import ProofInput
from desktop.ui.dialogs.editors.editor import Editor, Verb, work
from desktop.ui.dialogs.editors.subject import Subject, fingerprint
from desktop.ui.inputs.choices import ChoiceInput, Group, terms_of
from desktop.ui.inputs.finders import documents_of
from desktop.ui.inputs.picker import Candidate, Finder
from desktop.ui.inputs.terms import TermInput
from desktop.ui.inputs.texts import LongTextInput
from desktop.ui.inputs.times import WhenInput
from desktop.ui.widgets.layout import said

STATUSES = (Status.RESTORATION_ASKED, Status.RESTORED, Status.REFUSED)


class DecisionEditor(Editor):
    """Writes what we decided on one deadline; what was written before about other things stays."""

    FORM = ""

    def __init__(self, title: str, desk: Desk, found: CaseClocks, deadline: Deadline, parent: QWidget | None) -> None:
        super().__init__(title, desk, parent, letters=72)
        self._found, self._deadline = found, deadline
        row = next((one for one in found.file.deadlines if one.id == deadline.decision), None)
        self._before = _decision(row)
        self.build()
        self.settle()
        self.form.input(self.form.parts()[0]).setFocus()

    def build(self) -> None:
        """Put the inputs and fill them from what was written before."""
        raise NotImplementedError

    def decided(self, values: dict[str, Any]) -> DeadlineDecision:
        """What is decided now."""
        return replace(self._before, **values)

    def subject(self) -> Subject:
        """The draft is of this form and this clock: a person's, from an event, by one of its anchors."""
        case, about = self._found.case.id, clock_of(self._deadline)
        return Subject(self.FORM, f"{self.FORM}:{case}:{fingerprint(about)}", case, about)

    def compose(self, values: dict[str, Any]) -> Verb[str]:
        """Write it down."""
        proof = values.get("document")
        if "document" in values:
            values["document"] = proof.id if isinstance(proof, Candidate) else None
        asked = (self.desk.vault, self._found.case.id, self._deadline, self.decided(values))
        return work(decide_with_proof, *asked, proof) if isinstance(proof, Path) else work(decide_deadline, *asked)

    def put_proof(self) -> None:
        """The document that proves it."""
        finder = Finder(documents_of(self._found.case.id))
        self.form.put("document", N_("&Proof"), ProofInput(self.desk, finder), is_wide=True)
        titles = {paper.id: paper.title for paper in self._found.file.documents}
        proof = self._before.document or ""
        if proof in titles:
            self.form.fill({"document": Candidate(Kind.DOCUMENT, proof, titles[proof])})

    def put_reason(self, title: str) -> None:
        """Why, in own words."""
        self.form.put("reason", title, LongTextInput(3), is_wide=True)
        self.form.fill({"reason": self._before.reason})

    def zone(self) -> str:
        """The wall clock of the deadline."""
        return self._deadline.zone


class DoneEditor(DecisionEditor):
    """When it was handed over, by what channel, and what proves it."""

    FORM = "deadline-done"

    def __init__(self, desk: Desk, found: CaseClocks, deadline: Deadline, parent: QWidget | None = None) -> None:
        super().__init__(N_("Mark as done"), desk, found, deadline, parent)

    def build(self) -> None:
        """Time, channel, proof."""
        told = N_(
            "What counts is when it was posted or handed over, to the administration of the place of detention too, "
            "whenever it arrives. Keep the stamp or the receipt as the proof."
        )
        self.form.widen(said(self.texts, told, "hint"))
        self.form.put("met", N_("Handed &over"), WhenInput(N_("Handed over"), self.zone))
        self.form.put("channel", N_("Cha&nnel"), TermInput(terms_of("channels")))
        self.form.fill({"met": self._before.met, "channel": self._before.channel})
        self.put_proof()
        self.put_reason(N_("&Remark"))

    def check(self, values: dict[str, Any]) -> list[Fault]:
        """Without a time nobody could say whether it was in time."""
        return [] if values["met"] else [Fault("met", _("Say when."))]

    def decided(self, values: dict[str, Any]) -> DeadlineDecision:
        """Done at that time."""
        return replace(self._before, status=Status.MET, **values)


class WaiverEditor(DecisionEditor):
    """Why the deadline is not used."""

    FORM = "deadline-waiver"

    def __init__(self, desk: Desk, found: CaseClocks, deadline: Deadline, parent: QWidget | None = None) -> None:
        super().__init__(N_("Waive the deadline"), desk, found, deadline, parent)

    def build(self) -> None:
        """The reason."""
        self.put_reason(N_("&Reason"))

    def check(self, values: dict[str, Any]) -> list[Fault]:
        """A waiver without a reason cannot be explained later."""
        return [] if (values["reason"] or "").strip() else [Fault("reason", _("Say why."))]

    def decided(self, values: dict[str, Any]) -> DeadlineDecision:
        """Waived."""
        return replace(self._before, status=Status.WAIVED, met=None, channel=None, **values)


class RestorationEditor(DecisionEditor):
    """That restoration of a missed term was asked for, and what came of it."""

    FORM = "deadline-restoration"

    def __init__(self, desk: Desk, found: CaseClocks, deadline: Deadline, parent: QWidget | None = None) -> None:
        super().__init__(N_("Restoration of the term"), desk, found, deadline, parent)

    def build(self) -> None:
        """What was asked or answered, why, and the motion or the order."""
        self.form.put("status", N_("&How it stands"), ChoiceInput(_statuses, blank=""))
        before = self._before.status if self._before.status in STATUSES else STATUSES[0]
        self.form.fill({"status": before})
        self.put_reason(N_("&Reason"))
        self.put_proof()

    def check(self, values: dict[str, Any]) -> list[Fault]:
        """Restoration is given for a good reason only."""
        return [] if (values["reason"] or "").strip() else [Fault("reason", _("Say why."))]

    def decided(self, values: dict[str, Any]) -> DeadlineDecision:
        """Asked, given or refused."""
        return replace(self._before, met=None, channel=None, **values)


class OtherDueEditor(DecisionEditor):
    """Another due time than the counted one; both are kept and the difference is told."""

    FORM = "deadline-other-due"

    def __init__(self, desk: Desk, found: CaseClocks, deadline: Deadline, parent: QWidget | None = None) -> None:
        super().__init__(N_("Other due time"), desk, found, deadline, parent)

    def build(self) -> None:
        """The time and the reason."""
        self.form.put("due", N_("&Due"), WhenInput(N_("Due"), self.zone))
        self.form.fill({"due": self._before.due})
        self.put_reason(N_("&Reason"))


DeadlineEditor = Callable[[Desk, CaseClocks, Deadline, QWidget], DecisionEditor]
FORMS: dict[str, type[DoneEditor | WaiverEditor | RestorationEditor | OtherDueEditor]] = {
    made.FORM: made for made in (DoneEditor, WaiverEditor, RestorationEditor, OtherDueEditor)
}


def clock_of(deadline: Deadline) -> dict[str, str | None]:
    """What tells a clock from every other one of its case, whatever version of its rule is in force."""
    rule = deadline.rule
    return {
        "rule": rule.id, "variant": rule.variant, "person": deadline.person, "event": deadline.event,
        "anchor": deadline.anchor.value,
    }  # fmt: skip


def _decision(row: DeadlineRow | None) -> DeadlineDecision:
    if row is None:
        return DeadlineDecision()
    status = Status(row.status) if row.status in set(Status) else None
    return DeadlineDecision(status, row.met, row.channel, row.document_id, row.due, row.reason)


def _statuses() -> list[Group]:
    return [Group("", [(one, labels.term("deadline-statuses", one.value)) for one in STATUSES])]

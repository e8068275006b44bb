"""What can be decided about a contradiction: accept it, explain it, dismiss it, or take that back; with a reason."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.errors import InputFaults
from desktop.i18n import N_
from desktop.operations.conflicts import ACCEPTED, DISMISSED, EXPLAINED, OPEN, Finding
from desktop.ui.inputs.texts import GrowingText
from desktop.ui.language import Texts
from desktop.ui.widgets.button import button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.layout import column, label, labelled


class DecisionForm(QWidget):
    """``decided`` carries a term of ``conflict-decisions`` and the reason."""

    decided = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        texts = Texts(self)
        self._reason = GrowingText(2)
        self._shown: list[Finding] = []
        self._fault = label("danger")
        self._fault.hide()
        layout = column(self, gap=1)
        layout.addLayout(labelled(texts, N_("&Reason"), self._reason))
        layout.addWidget(self._fault)
        steps = FlowLayout()
        for text, decision, icon in (
            (N_("&Accept as a contradiction"), ACCEPTED, "check"),
            (N_("E&xplain"), EXPLAINED, "message-square"),
            (N_("&Dismiss"), DISMISSED, "x"),
        ):
            steps.addWidget(button(texts, text, partial(self._decide, decision), icon=icon))
        self._reopen = button(texts, N_("Take the decision &back"), partial(self._decide, OPEN), icon="undo-2")
        steps.addWidget(self._reopen)
        layout.addLayout(steps)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Decide about these; the reason of the only one stands in the field. What is being typed stays."""
        if list(findings) == self._shown:
            return
        self._shown = list(findings)
        only = findings[0].decision if len(findings) == 1 else None
        self._reason.setPlainText((only.reason if only else "") or "")
        self._fault.hide()
        self.setEnabled(bool(findings))
        self._reopen.setEnabled(any(finding.decision for finding in findings))

    def complain(self, error: InputFaults) -> None:
        """Say what is missing, and go there."""
        self._fault.setText("\n".join(fault.what for fault in error.faults))
        self._fault.show()
        self._reason.setFocus()

    def _decide(self, decision: str) -> None:
        self.decided.emit(decision, self._reason.toPlainText())

"""What the parts on relations and consents offer: add, correct, move to the trash."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from db.rows import ConsentRow, RelationRow
from db.types import Kind
from desktop.operations.trash import trash_record
from desktop.ui.desk import Desk
from desktop.ui.dialogs.editors.editor import work
from desktop.ui.dialogs.editors.opening import Editors
from desktop.ui.dialogs.editors.work_opening import open_consent, open_relation
from desktop.ui.inputs.picker import Candidate
from desktop.ui.records.steps import tell_trashed
from desktop.ui.records.ties import (
    ADD_CONSENT,
    ADD_RELATION,
    CONSENT,
    RELATION,
    TRASH_CONSENT,
    TRASH_RELATION,
)


def follow_tie(desk: Desk, pane: QWidget, case_id: str, who: Candidate, verb: str, target: str) -> None:
    """Take the step that a link stands for; ``who`` is the one in view."""
    editors = Editors(desk, pane.window())
    relation = RelationRow(id=target, case_id=case_id, kind="")
    consent = ConsentRow(id=target, case_id=case_id, person_id=who.id, purpose="")
    if verb == ADD_RELATION:
        person, organisation = (who.id, None) if who.kind is Kind.PERSON else (None, who.id)
        open_relation(editors, replace(relation, id="", person_id=person, organisation_id=organisation))
    elif verb == RELATION:
        open_relation(editors, relation)
    elif verb == ADD_CONSENT:
        open_consent(editors, replace(consent, id="", purpose=target))
    elif verb == CONSENT:
        open_consent(editors, consent)
    elif verb in {TRASH_RELATION, TRASH_CONSENT}:
        kind = Kind.RELATION if verb == TRASH_RELATION else Kind.CONSENT
        trash = work(trash_record, desk.vault, kind, target, case_id=case_id or None)
        desk.perform(pane, trash, partial(tell_trashed, desk))

"""The proof of what we did, taken in where it is told: the file becomes a document of the case in the same step."""

from dataclasses import replace
from pathlib import Path

from db.queries.records import fetch
from db.rows import CaseRow
from db.types import Kind
from db.vault import Vault
from desktop.logic.clocks import Deadline
from desktop.operations import Done, Touched
from desktop.operations.deadlines import DeadlineDecision, put_decision, require_sound
from desktop.operations.documents import Intake, enter_file, take_in
from desktop.operations.work import kept_only_when_done

_KINDS = frozenset({Kind.DEADLINE, Kind.DOCUMENT})


def decide_with_proof(
    vault: Vault, case_id: str, deadline: Deadline, decision: DeadlineDecision, file: Path
) -> Done[str]:
    """Write down what was done about a deadline, with a file as its proof: one step to undo; returns the record's id.

    Raises ``InputFaults`` as ``decide_deadline`` does and ``UserError`` for a file that cannot be read; nothing of the
    file is kept then.
    """
    require_sound(decision)
    with kept_only_when_done(vault) as blobs:
        (taken,) = take_in(vault, [file])
        blobs.append(taken.stored.blob)
        with vault.change("decide-deadline") as change:
            case = fetch(change.session, CaseRow, case_id)
            document = enter_file(vault, change, case, taken, Intake())
            record = put_decision(change, case_id, deadline, replace(decision, document=document))
    return Done(record, Touched(_KINDS, case_id))

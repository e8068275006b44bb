"""What stands in an input, sense or not, as plain JSON values; and the same put back: what a draft is made of.

An input that needs more than its ``raw`` and ``fill`` has its own pair here.
"""

from collections.abc import Mapping
from functools import singledispatch
from typing import Any

from db.queries.records import columns_of
from db.rows import ParticipationRow
from db.types import Kind
from desktop.ui.inputs.choices import ChoiceInput
from desktop.ui.inputs.crowd import Fellow
from desktop.ui.inputs.form import Form
from desktop.ui.inputs.input import Input, Unclear
from desktop.ui.inputs.names import NamesInput
from desktop.ui.inputs.participants import ParticipantsInput
from desktop.ui.inputs.picker import Candidate, RecordPicker
from desktop.ui.inputs.records import RecordsInput
from desktop.ui.inputs.rows import RowsInput
from desktop.ui.inputs.terms import TermInput, TermsInput
from desktop.ui.inputs.texts import LongTextInput, MoneyInput, TextInput
from desktop.ui.inputs.times import WhenInput

Kept = Mapping[str, Any]


def keep_form(form: Form) -> dict[str, Any]:
    """What stands in every input of a form, by part."""
    return {part: keep(form.input(part)) for part in form.parts()}


def restore_form(form: Form, kept: Kept) -> None:
    """Put back what was kept; parts the form no longer has are left out."""
    form.make_ready(kept)
    for part in form.parts():
        if part in kept:
            restore(form.input(part), kept[part])


@singledispatch
def keep(made: Input) -> Any:
    """What stands in an input."""
    return made.raw()


@singledispatch
def restore(made: Input, kept: Any) -> None:
    """Put back what stood in an input."""
    made.fill(kept)


@restore.register
def _(made: TextInput, kept: Any) -> None:
    made.line.setText(kept or "")


@keep.register
def _(made: LongTextInput) -> Any:
    return made.area.toPlainText()


@restore.register
def _(made: LongTextInput, kept: Any) -> None:
    made.area.setPlainText(kept or "")


@restore.register
def _(made: MoneyInput, kept: Any) -> None:
    amount, currency = kept
    made.fill(f"{amount.replace(' ', '')} {currency}".strip())


@restore.register
def _(made: ChoiceInput, kept: Any) -> None:
    made.fill(tuple(kept) if isinstance(kept, list) else kept)  # pyright: ignore[reportUnknownArgumentType] - JSON has no tuples


@restore.register
def _(made: TermInput, kept: Any) -> None:
    if kept and made.combo.findData(kept) < 0:
        made.combo.setEditText(kept)
    else:
        made.fill(kept)


@restore.register
def _(made: TermsInput, kept: Any) -> None:
    chosen, half_typed = kept
    made.fill(chosen)
    restore(made.entry, half_typed)


@restore.register
def _(made: WhenInput, kept: Any) -> None:
    made.field.set_text(kept or "")


@keep.register
def _(made: RecordPicker) -> Any:
    try:
        chosen = RecordPicker.value(made)
    except Unclear:
        return made.line.text()
    return [chosen.kind.value, chosen.id, chosen.title, chosen.detail] if chosen else None


@restore.register
def _(made: RecordPicker, kept: Any) -> None:
    if isinstance(kept, str):
        RecordPicker.fill(made, None)
        made.line.setText(kept)
    else:
        RecordPicker.fill(made, Candidate(Kind(kept[0]), *kept[1:]) if kept else None)


@keep.register
def _(made: RecordsInput) -> Any:
    return [[one.kind.value, one.id, one.title, one.detail] for one in made.chosen()], keep(made.entry)


@restore.register
def _(made: RecordsInput, kept: Any) -> None:
    chosen, half_typed = kept
    made.fill([Candidate(Kind(one[0]), *one[1:]) for one in chosen])
    restore(made.entry, half_typed)


@keep.register
def _(made: RowsInput) -> Any:
    return [[line.kept, {part: keep(one) for part, one in line.inputs.items()}] for line in made.lines]


@restore.register
def _(made: RowsInput, kept: Any) -> None:
    RowsInput.fill(made, ())
    for record, parts in kept:
        line = made.add()
        line.kept = record
        for part, value in parts.items():
            restore(line.inputs[part], value)
        line.fold()
    if isinstance(made, NamesInput) and made.lines:
        made.setFocusProxy(made.lines[0].inputs["text"])


@keep.register
def _(made: ParticipantsInput) -> Any:
    crowd = [
        [one.key, [one.who.kind.value, one.who.id, one.who.title, one.who.detail], _plain(one.part)]
        for one in made.crowd.fellows()
    ]
    return {"lines": keep.dispatch(RowsInput)(made), "crowd": crowd}


@restore.register
def _(made: ParticipantsInput, kept: Any) -> None:
    restore.dispatch(RowsInput)(made, kept["lines"])
    made.show_crowd([_fellow(entry) for entry in kept["crowd"]])


def _fellow(entry: Any) -> Fellow:
    key, who, part = entry
    return Fellow(key, Candidate(Kind(who[0]), *who[1:]), ParticipationRow(**part))


def _plain(part: ParticipationRow) -> dict[str, Any]:
    return {name: getattr(part, name) for name in columns_of(ParticipationRow) if name != "trashed_at"}

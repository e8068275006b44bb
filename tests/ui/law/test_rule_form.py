"""The form of a rule shows the whole record, changes only what is changed, and counts while one writes."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, cast

import pytest
from PySide6.QtWidgets import QComboBox, QListWidget, QPlainTextEdit

from desktop.errors import Fault
from desktop.operations.rules import rule_entries
from desktop.ui.dialogs.editors.editor import values_in
from desktop.ui.dialogs.editors.rule import RuleEditor
from desktop.ui.dialogs.editors.rule_form.choices import RuleNames
from desktop.ui.dialogs.editors.rule_form.lines import BASIS, ITEM, LENGTH, TRIGGER
from desktop.ui.dialogs.editors.rule_form.pages_of_rule import pages
from desktop.ui.dialogs.editors.rule_form.record import placed, shown_in_form, untold_keys, written_from_form
from desktop.ui.inputs.keeping import keep_form, restore_form
from resources.rules import faults_in
from tests.ui.casework import Room
from tests.ui.law.lawwork import entry, leave, protocol, put, rule_editor, told, turn, write

WORDS = {"en": "Words", "ru": "Слова", "kk": "Сөздер"}
VALUES = {"acknowledged": [False, True], "status": ["ignored"]}
EVERY_KEY: dict[str, Any] = {
    "id": "MY-1", "variant": "urgent", "version": 2, "title": WORDS, "jurisdiction": "kz", "side": "theirs",
    "duty_bearer": WORDS, "note": WORDS,
    "triggers": [
        {"kinds": ["detention"]},
        {
            "kinds": ["complaint", "appeal"], "anchor": "received", "field": "received_at", "roles": ["complainant"],
            "links": ["answers"], "linked_kinds": ["appeal"], "where": VALUES, "unless": ["served_at"],
            "stands_for": "served_at", "without": ["release"], "after": {"quantity": 15, "unit": "sutki"},
            "unanswered": True, "unlinked": True, "credits": ["detention"], "chain_start": True, "joined": True,
        },
    ],
    "pick": "last", "once": True, "quantity": 3, "unit": "working_day", "exclude_first": False,
    "roll": "next_working_day", "calendar": "kz", "bound": "not_earlier", "direction": "backward",
    "before": ["KZ-D02"], "override": "ordered_until", "reminders": [{"quantity": 1, "unit": "month"}],
    "ladder": "custody", "tier": 2, "alternatives": "term",
    "applies_if": {
        "minor": False, "foreigner": True, "in_custody": False, "cannot_follow": True, "gravity": ["small"],
        "has_exception_ground": False, "exception_ground": ["criminal-group"], "offence_articles": ["272", "146-1"],
        "not_offence_articles": ["99"], "offence_from": "2020-01-01", "offence_to": "2026-01-01", "stage": ["trial"],
        "not_stage": ["administrative"], "place_kinds": ["sizo"], "addressee_kinds": ["un-body"],
        "addressee_words": ["комитет"], "addressee_known": True, "reports_to": ["прокур"], "fields": VALUES,
        "told": VALUES, "unless": VALUES, "order_unless": VALUES, "during": ["custody"], "not_during": ["detention"],
    },
    "act": {
        "kinds": ["release"], "links": ["answers"], "where": VALUES, "at": "received_at", "in_case": True,
        "same_place": True, "fields": ["protocol_at"], "until": True, "never": VALUES, "closing": ["release"],
        "closing_until": True, "closing_is_mute": True,
    },
    "items": [
        {
            "id": "rights", "label": WORDS, "field": "acknowledged", "values": [True, 3, "full"], "words": ["прав"],
            "not_words": ["не"], "earlier": ["detention"], "since": "2026-01-01", "day_hours": 4,
        }
    ],
    "listed": {"has": "grounds", "lacks": "authority"},
    "on_expiry": {"text": WORDS, "next": ["KZ-K03"], "templates": ["statement"]},
    "basis": [{"act": "UPK", "article": "131", "part": "2"}],
    "source": "the code", "confidence": "F", "valid_from": "2015-01-01", "valid_to": "2030-01-01",
    "checked_to": "2026-07-01",
}  # fmt: skip
PARTS = [part for page in pages(RuleNames()) for part in page.parts]


def written(editor: RuleEditor) -> dict[str, Any]:
    """The record that the form describes now."""
    values, faults = values_in(editor.asked)
    assert faults == []
    return editor.written(values)


def test_the_form_has_a_field_for_everything_in_the_shipped_rules(room: Room) -> None:
    with room.vault.read() as session:
        untold = {key for one in rule_entries(session) for key in untold_keys(one.body, PARTS)}
    assert untold == set()


def test_every_shipped_rule_is_written_as_it_was_read(room: Room) -> None:
    with room.vault.read() as session:
        bodies = [one.body for one in rule_entries(session)]
    assert [written_from_form(body, shown_in_form(body, PARTS), PARTS) for body in bodies] == bodies


def test_a_rule_of_every_key_survives_its_form_and_a_draft_of_it_word_by_word(room: Room) -> None:
    editor, again = (RuleEditor(room.desk, EVERY_KEY, room.window, is_new=False) for _time in range(2))
    assert written(editor) == EVERY_KEY
    for form, other in zip(editor.forms, again.forms, strict=True):
        restore_form(other, json.loads(json.dumps(keep_form(form))))
    assert written(again) == EVERY_KEY
    assert not again.is_changed()
    for one in (editor, again):
        one.deleteLater()
    room.idle()


def test_the_rule_of_every_key_has_every_key_there_is() -> None:
    assert {part.key for part in PARTS} <= set(_paths(EVERY_KEY))
    for name, parts in {"triggers": TRIGGER, "basis": BASIS, "items": ITEM, "reminders": LENGTH}.items():
        assert {part.key for part in parts} == {key for line in EVERY_KEY[name] for key in line}
    assert faults_in(EVERY_KEY) == []


def test_what_the_form_cannot_show_is_told_and_kept(room: Room) -> None:
    body = dict(entry(room).body) | {"applies_if": {"minor": True, "of_the_future": ["x"]}, "later": 3}
    editor = RuleEditor(room.desk, body, room.window, is_new=False)
    editor.open()
    room.idle()
    assert any("later, applies_if.of_the_future" in words for words in told(editor))
    put(room, "quantity", 4)
    assert written(editor) == body | {"quantity": 4}
    leave(room, editor)


def test_a_condition_is_added_by_its_name_and_taken_away_by_asking_nothing(room: Room) -> None:
    protocol(room)
    room.press("F2")
    editor = rule_editor(room)
    turn(room, "When it applies")
    chooser = room.hands.field(editor, "Add a condition")
    chooser.setFocus()
    room.hands.type("minor")
    room.hands.press("Return")
    lists = [one for one in editor.findChildren(QComboBox) if one.isVisible()]
    minor = next(one for one in lists if one.accessibleName() == "The person is a minor")
    assert minor.hasFocus()
    room.hands.press("Down")
    assert written(editor)["applies_if"]["minor"] is True
    room.hands.press("Up")
    assert "minor" not in written(editor)["applies_if"]
    leave(room, editor)


def test_every_clock_of_a_rule_has_its_own_line(room: Room) -> None:
    protocol(room)
    room.press("F2")
    editor = rule_editor(room)
    turn(room, "What starts it")
    room.hands.click(editor, "Add what starts it")
    room.hands.type("arrest")
    room.hands.press("Return")
    before = entry(room).body["triggers"]
    assert written(editor)["triggers"] == [*before, {"kinds": [written(editor)["triggers"][-1]["kinds"][0]]}]
    leave(room, editor)


def test_the_due_is_counted_while_one_writes(room: Room) -> None:
    protocol(room)
    room.press("F2")
    editor = rule_editor(room)
    room.hands.wait(lambda: room.hands.can_read(editor, "would be due: 6 March 2026, 01:40"))
    turn(room, "Counting")
    write(room, "How many", "5")
    room.hands.wait(lambda: room.hands.can_read(editor, "would be due: 6 March 2026, 03:40"))
    turn(room, "As stored")
    texts = [one.toPlainText() for one in editor.findChildren(QPlainTextEdit) if one.isVisible()]
    assert '"quantity": 5' in texts[1]
    assert "Starts with:" in texts[0]
    leave(room, editor)


def test_a_page_with_a_fault_is_marked_and_turned_to(room: Room) -> None:
    protocol(room)
    room.press("F2")
    editor = rule_editor(room)
    put(room, "triggers", [{"kinds": ["detention"]}, {"kinds": []}])
    room.hands.press("Ctrl+Return")
    room.idle()
    pages_ = next(one for one in editor.findChildren(QListWidget) if one.isVisible())
    assert pages_.currentItem().text() == "What starts it"
    assert "Line 2, Kinds of event: This field is needed." in told(editor)
    marked = [pages_.item(row).text() for row in range(pages_.count()) if not pages_.item(row).icon().isNull()]
    assert marked == ["What starts it"]
    leave(room, editor)


@pytest.mark.parametrize(
    ("key", "part", "told_"),
    [
        ("title.kk", "title", "Kazakh: no"),
        ("triggers[1].kinds[0]", "triggers", "Line 2, Kinds of event: no"),
        ("applies_if.gravity[0]", "applies_if.gravity", "no"),
        ("on_expiry.text.ru", "on_expiry.text", "Russian: no"),
        ("items[0].label.en", "items", "Line 1, What must be there: no"),
        ("basis", "basis", "no"),
        ("of_the_future[2].x", "of_the_future[2].x", "of_the_future[2].x: no"),
    ],
)
def test_every_key_of_the_record_leads_to_its_field(key: str, part: str, told_: str) -> None:
    assert placed(Fault(key, "no"), PARTS) == Fault(part, told_)


def _paths(body: Mapping[str, Any]) -> Iterator[str]:
    for key, value in body.items():
        yield key
        if isinstance(value, Mapping):
            yield from (f"{key}.{one}" for one in cast("Mapping[str, Any]", value))

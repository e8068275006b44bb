"""Rules in the window: found, read, changed, copied, added, switched off, signed; faults at their field."""

from datetime import date

from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget

from db.queries.settled import rules as kept_rules
from db.rows import RuleRow
from desktop.logic.clocks.rulebook import Entry, key_of_rule
from desktop.operations.rules import rule_entries, save_rule, sign_rule
from desktop.ui.dialogs.confirm import Confirm
from desktop.ui.dialogs.editors.rule import RuleEditor
from tests.ui.casework import Room, unnamed

PROTOCOL = ("KZ-D02", "", 1)


def law(room: Room, words: str = "") -> None:
    """Go to the rules and find some."""
    room.press("Ctrl+6")
    if words:
        room.press("Ctrl+F")
        room.hands.type(words)
        room.press("Return")


def protocol(room: Room) -> None:
    """Stand on the rule on the record of detention."""
    law(room, "KZ-D02")
    room.stand_on("Rules", 0)


def kept(room: Room) -> list[RuleRow]:
    with room.vault.read() as session:
        return kept_rules(session)


def entry(room: Room, key: tuple[str, str, int] = PROTOCOL) -> Entry:
    with room.vault.read() as session:
        return next(one for one in rule_entries(session) if key_of_rule(one.rule) == key)


def click(room: Room, text: str, window: QWidget | None = None) -> None:
    room.hands.click(window or room.window, text)
    room.idle()


def write(room: Room, name: str, text: str) -> None:
    """Put another text into a field of the open editor."""
    room.hands.field(room.editor(), name).setFocus()
    room.hands.press("Ctrl+A")
    room.hands.type(text)


def confirm(room: Room, text: str) -> None:
    room.hands.wait(lambda: isinstance(QApplication.activeModalWidget(), Confirm))
    asked = QApplication.activeModalWidget()
    assert asked
    click(room, text, asked)
    room.hands.wait_gone(asked)
    room.idle()


def told(window: QWidget) -> list[str]:
    return [one.text() for one in window.findChildren(QLabel) if one.isVisible()]


def test_every_rule_is_listed_as_not_verified(room: Room) -> None:
    law(room)
    with room.vault.read() as session:
        assert len(room.column("Rules", 0)) == len(rule_entries(session))
    assert set(room.column("Rules", 5)) == {"Not verified"}


def test_a_rule_is_found_by_words_of_any_of_its_titles(room: Room) -> None:
    law(room, "протокол задерж 131")
    assert "KZ-D02" in room.column("Rules", 0)
    assert not any(rule.startswith("RU") for rule in room.column("Rules", 0))


def choose(room: Room, name: str, words: str) -> None:
    """Go through a drop-down list with the keyboard."""
    lists = room.window.findChildren(QComboBox)
    found = next(one for one in lists if one.isVisible() and one.accessibleName() == name)
    found.setFocus()
    for _step in range(found.findText(words)):
        room.press("Down")


def test_rules_are_chosen_by_jurisdiction_and_side(room: Room) -> None:
    law(room)
    choose(room, "Jurisdiction", "Russia")
    choose(room, "Side", "Ours")
    assert room.column("Rules", 0) == ["RU-A01"]


def test_a_rule_says_its_limit_its_article_and_its_doubt(room: Room) -> None:
    protocol(room)
    text = room.sheet().toPlainText()
    for words in ("Record of detention", "3 hours", "UPK 131(2); UPK 129(1)", "No lawyer has verified", "2026-07-01"):
        assert words in text
    assert "Протокол задержания" in text


def test_a_changed_rule_is_kept_and_marked(room: Room) -> None:
    protocol(room)
    room.press("F2")
    write(room, "How many", "4")
    room.save()
    assert entry(room).rule.quantity == 4
    assert (room.column("Rules", 2), room.column("Rules", 6)) == (["4 hours"], ["Changed"])


def test_a_change_leaves_alone_what_has_no_field(room: Room) -> None:
    before = entry(room).body
    protocol(room)
    room.press("F2")
    write(room, "Source", "the code itself")
    room.save()
    assert dict(entry(room).body) == {**before, "source": "the code itself", "version": 1, "exclude_first": False}


def test_a_rule_of_every_make_survives_its_form_word_by_word(room: Room) -> None:
    with room.vault.read() as session:
        bodies = {(*sorted(one.body), len(one.rule.triggers)): one.body for one in rule_entries(session)}
    for body in list(bodies.values())[::3]:
        editor = RuleEditor(room.desk, body, room.window, is_new=False)
        values, faults = editor.form.values()
        assert faults == editor.check(values) == []
        written = editor.written(values)
        editor.deleteLater()
        full: dict[str, object] = {"version": 1, "exclude_first": True, "triggers": []}
        assert full | written == full | dict(body)


def test_a_new_rule_is_written(room: Room) -> None:
    law(room)
    room.press("Ins")
    for name, text in (
        ("Id", "MY-1"), ("Title in English", "Mine"), ("Title in Russian", "Моё"), ("Title in Kazakh", "Менікі"),
        ("How many", "5"), ("Source", "the code"),
    ):  # fmt: skip
        write(room, name, text)
    editor = room.editor()
    editor.form.input("basis").fill(("UPK; 131; 2",))
    room.save()
    own = entry(room, ("MY-1", "", 1))
    assert own.body["basis"] == [{"act": "UPK", "article": "131", "part": "2"}]
    assert (own.rule.quantity, own.rule.unit.value, own.rule.side.value) == (5, "sutki", "ours")
    assert "MY-1" in room.column("Rules", 0)


def test_what_is_wrong_is_said_at_its_field_and_nothing_is_kept(room: Room) -> None:
    protocol(room)
    room.press("F2")
    write(room, "Title in Kazakh", " ")
    write(room, "In force from", "yesterday")
    room.hands.press("Ctrl+Return")
    room.idle()
    editor = room.editor()
    assert {"This field is needed.", "This is not written as it should be."} <= set(told(editor))
    assert kept(room) == []
    editor.settle()
    editor.reject()
    room.idle()


def test_what_is_no_json_is_refused_before_it_is_written(room: Room) -> None:
    protocol(room)
    room.press("F2")
    editor = room.editor()
    editor.form.input("more").fill("{")
    room.hands.press("Ctrl+Return")
    room.idle()
    assert any("not JSON" in words for words in told(editor))
    editor.form.input("more").fill('{"source": "twice", "applies_if": {"minor": "no"}}')
    room.hands.press("Ctrl+Return")
    room.idle()
    assert any(words.startswith("source has a field") for words in told(editor))
    editor.form.input("more").fill('{"applies_if": {"minor": "no"}}')
    room.hands.press("Ctrl+Return")
    room.idle()
    assert any(words.startswith("applies_if.minor: ") for words in told(editor))
    editor.settle()
    editor.reject()
    room.idle()


def test_a_copy_is_the_next_version(room: Room) -> None:
    protocol(room)
    click(room, "Copy as a new version…")
    assert room.hands.field(room.editor(), "Version").text() == "2"
    write(room, "In force from", "2026-12-01")
    room.save()
    assert (entry(room, ("KZ-D02", "", 2)).body["valid_from"], len(kept(room))) == ("2026-12-01", 1)


def test_a_rule_is_switched_off_and_on(room: Room) -> None:
    protocol(room)
    click(room, "Switch off")
    assert room.column("Rules", 6) == ["Off"]
    assert "Switched off." in room.sheet().toPlainText()
    click(room, "Switch on")
    assert (room.column("Rules", 6), kept(room)) == ([""], [])


def test_a_lawyer_signs_a_rule_and_takes_it_back(room: Room) -> None:
    protocol(room)
    click(room, "Sign as verified…")
    write(room, "Name of the lawyer", "Aigul Serik")
    write(room, "Day", "2026-11-01")
    room.save()
    assert room.column("Rules", 5) == ["Aigul Serik, 2026-11-01"]
    assert "No lawyer" not in room.sheet().toPlainText()
    click(room, "Take signature back")
    assert room.column("Rules", 5) == ["Not verified"]


def test_a_signature_needs_a_name_and_a_day(room: Room) -> None:
    protocol(room)
    click(room, "Sign as verified…")
    write(room, "Day", "today")
    room.hands.press("Ctrl+Return")
    room.idle()
    editor = room.editor()
    assert "Write the day as 2026-03-21." in told(editor)
    write(room, "Day", "2026-11-01")
    write(room, "Name of the lawyer", " ")
    room.hands.press("Ctrl+Return")
    room.idle()
    assert "Write the name of the lawyer who checked it." in told(editor)
    editor.settle()
    editor.reject()
    room.idle()


def test_going_back_to_the_shipped_rule_asks_first(room: Room) -> None:
    save_rule(room.vault, dict(entry(room).body) | {"quantity": 4})
    sign_rule(room.vault, ("KZ-D04", "", 1), "Aigul Serik", date(2026, 11, 1))
    protocol(room)
    click(room, "Back to the shipped rule…")
    confirm(room, "Go back")
    assert room.column("Rules", 2) == ["3 hours"]


def test_a_rule_that_cannot_run_is_told_above_the_list(room: Room) -> None:
    with room.vault.change("import") as change:
        change.put(RuleRow("", "MY-1", "1", body={"id": "MY-1"}))
    law(room)
    assert any("faults in the rules" in words for words in told(room.window))


def test_a_screen_reader_hears_every_field(room: Room) -> None:
    law(room)
    assert unnamed(room.window) == []
    room.press("Ins")
    editor = room.editor()
    assert unnamed(editor) == []
    editor.reject()
    room.idle()

"""Rules in the window: found, read, changed, copied, added, switched off, signed; faults at their field."""

from db.rows import RuleRow
from desktop.operations.rules import rule_entries
from desktop.ui.dialogs.editors.rule import RuleEditor
from tests.ui.casework import Room, unnamed
from tests.ui.law.lawwork import choose, entry, kept, law, protocol, told, write


def test_every_rule_is_listed_as_not_verified(room: Room) -> None:
    law(room)
    with room.vault.read() as session:
        assert len(room.column("Rules", 0)) == len(rule_entries(session))
    assert set(room.column("Rules", 5)) == {"Not verified"}


def test_a_rule_is_found_by_words_of_any_of_its_titles(room: Room) -> None:
    law(room, "протокол задерж 131")
    assert "KZ-D02" in room.column("Rules", 0)
    assert not any(rule.startswith("RU") for rule in room.column("Rules", 0))


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

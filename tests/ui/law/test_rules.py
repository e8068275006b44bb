"""Rules in the window: found, read, changed, copied, added, switched off, signed; faults at their field."""

from db.rows import RuleRow
from desktop.operations.rules import rule_entries
from tests.ui.casework import Room, unnamed
from tests.ui.law.lawwork import choose, entry, kept, law, protocol, told, turn, write


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
    turn(room, "Counting")
    write(room, "How many", "4")
    room.save()
    assert entry(room).rule.quantity == 4
    assert (room.column("Rules", 2), room.column("Rules", 6)) == (["4 hours"], ["Changed"])


def test_a_change_leaves_alone_what_has_no_field(room: Room) -> None:
    before = entry(room).body
    protocol(room)
    room.press("F2")
    turn(room, "Law and source")
    write(room, "Source", "the code itself")
    room.save()
    assert dict(entry(room).body) == {**before, "source": "the code itself"}


def test_a_new_rule_is_written(room: Room) -> None:
    law(room)
    room.press("Ins")
    for name, text in (
        ("Id", "MY-1"), ("Title, English", "Mine"), ("Title, Russian", "Моё"), ("Title, Kazakh", "Менікі"),
    ):  # fmt: skip
        write(room, name, text)
    turn(room, "Counting")
    write(room, "How many", "5")
    turn(room, "Law and source")
    write(room, "Source", "the code")
    room.hands.click(room.editor(), "Add an article")
    room.hands.type("UPK")
    room.hands.press("Tab")
    room.hands.type("131")
    room.save()
    own = entry(room, ("MY-1", "", 1))
    assert own.body["basis"] == [{"act": "UPK", "article": "131"}]
    assert (own.rule.quantity, own.rule.unit.value, own.rule.side.value) == (5, "sutki", "ours")
    assert "MY-1" in room.column("Rules", 0)


def test_what_is_wrong_is_said_at_its_field_and_nothing_is_kept(room: Room) -> None:
    protocol(room)
    room.press("F2")
    write(room, "Title, Kazakh", " ")
    turn(room, "Law and source")
    write(room, "In force from", "yesterday")
    room.hands.press("Ctrl+Return")
    room.idle()
    editor = room.editor()
    assert "Kazakh: This field is needed." in told(editor)
    turn(room, "Law and source")
    assert "This is not written as it should be." in told(editor)
    assert kept(room) == []
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

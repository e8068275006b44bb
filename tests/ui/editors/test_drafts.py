"""What was typed and not saved survives locking and a crash, encrypted; saving or discarding it lets it go."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from db.vault import Vault
from desktop.operations.drafts import keep_draft, list_drafts
from desktop.ui.dialogs.confirm import Confirm
from desktop.ui.dialogs.editors.draft import EventDraft
from desktop.ui.dialogs.editors.event import EventEditor
from desktop.ui.dialogs.editors.opening import Editors
from desktop.ui.dialogs.editors.person import PersonEditor
from desktop.ui.dialogs.unfinished import UnfinishedDialog
from desktop.ui.inputs.keeping import keep_form
from desktop.ui.open_vault import OpenVault
from desktop.ui.settings import Settings
from desktop.ui.tasks import Tasks
from desktop.ui.unlock import Door
from desktop.ui.wishes import Wishes
from tests.builders import open_vault
from tests.ui.casework import Facts, Room
from tests.ui.hands import Hands

SECRET = "Ертең сотқа барамыз"


def type_in(room: Room, name: str, text: str) -> None:
    """Type into a field of the editor in front."""
    room.hands.field(room.editor(), name).setFocus()
    room.hands.type(text)
    room.hands.qtbot.wait(250)
    room.idle()


def half_typed(room: Room) -> EventEditor:
    """The editor of a new event with a kind, a time nobody understands, a title, somebody half looked for."""
    room.press("Ctrl+E")
    editor = room.editor()
    assert isinstance(editor, EventEditor)
    type_in(room, "Kind", "complaint")
    room.hands.press("Return")
    type_in(room, "When", "наверное летом")
    type_in(room, "Title", SECRET)
    room.hands.click(editor, "Add somebody who took part")
    room.hands.type("Кал")
    room.idle()
    return editor


@pytest.fixture
def unlocked(
    qapp: QApplication, hands: Hands, settings: Settings, vault: Vault, door: Door, relocked: list[Path], facts: Facts
) -> Callable[[], Room]:
    """Unlock the vault again after it was locked, with lanes of its own."""

    def unlock() -> Room:
        again, lanes = open_vault(vault.folder), Tasks()
        made = OpenVault(again, settings, lanes, door, Wishes(settings), relocked.append, app=qapp)
        made.show()
        hands.open(made.window)
        return Room(made, hands, again, facts.case)

    return unlock


def test_a_draft_survives_locking_with_every_half_typed_part(
    room: Room, opened: OpenVault, unlocked: Callable[[], Room]
) -> None:
    before = [keep_form(form) for form in half_typed(room).forms]
    opened.lock()
    assert SECRET.encode() not in (room.vault.folder / "vault.db").read_bytes()
    again = unlocked()
    again.hands.wait(lambda: again.hands.can_read(again.window, "1 entry was typed and not saved"))
    again.hands.click(again.window, "Show")
    again.hands.wait(lambda: isinstance(QApplication.activeModalWidget(), UnfinishedDialog))
    dialog = QApplication.activeModalWidget()
    assert dialog
    again.hands.click(dialog, "Go on with it")
    editor = again.editor()
    again.hands.wait(lambda: again.hands.can_read(editor, "had not saved is back"))
    assert isinstance(editor, EventEditor)
    assert [keep_form(form) for form in editor.forms] == before
    again.hands.click(editor, "Start afresh")
    assert not editor.is_changed()


def test_a_draft_is_in_the_vault_before_anybody_saves_or_locks(room: Room) -> None:
    half_typed(room)
    room.hands.wait(lambda: [draft.key for draft in list_drafts(room.vault)] == [f"event:new:{room.case}"])


def test_saving_lets_the_draft_go(room: Room) -> None:
    room.press("Ctrl+Shift+P")
    assert isinstance(room.editor(), PersonEditor)
    type_in(room, "Name", "Айгуль")
    room.hands.wait(lambda: list_drafts(room.vault))
    room.save()
    room.hands.wait(lambda: not list_drafts(room.vault))


def test_discarding_lets_the_draft_go(room: Room) -> None:
    editor = half_typed(room)
    room.hands.wait(lambda: list_drafts(room.vault))
    room.hands.press("Esc")
    room.hands.wait(lambda: isinstance(QApplication.activeModalWidget(), Confirm))
    room.hands.press("Esc", QApplication.activeModalWidget())
    room.hands.press("Esc", editor)
    room.hands.wait(lambda: isinstance(QApplication.activeModalWidget(), Confirm))
    confirm = QApplication.activeModalWidget()
    assert confirm
    room.hands.click(confirm, "Discard changes")
    room.hands.wait_gone(editor)
    room.idle()
    assert not list_drafts(room.vault)


def test_a_form_opened_with_a_suggestion_only_offers_its_older_draft(room: Room) -> None:
    body = {"forms": [{"title": SECRET}, {}]}
    keep_draft(room.vault, f"event:new:{room.case}", room.case, body)
    suggested = EventDraft(kind="complaint", title="From a quotation")
    Editors(room.desk, room.window).open_event(room.case, draft=suggested)
    editor = room.editor()
    room.hands.wait(lambda: room.hands.can_read(editor, "There is an unfinished entry"))
    assert room.hands.field(editor, "Title").text() == "From a quotation"
    room.hands.click(editor, "Take it up")
    assert room.hands.field(editor, "Title").text() == SECRET

"""Every form that can be half typed keeps a draft, is listed with it after unlocking, and opens with it again."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView, QWidget

from db.rows import TaskRow
from db.vault import Vault
from desktop.operations.drafts import list_drafts
from desktop.ui.dialogs.editors.editor import Editor
from desktop.ui.dialogs.editors.opening import Editors
from desktop.ui.dialogs.editors.rule import RuleEditor
from desktop.ui.dialogs.editors.subject import form_of
from desktop.ui.dialogs.editors.work_opening import open_remark
from desktop.ui.dialogs.grid.event_grid import EventGrid
from desktop.ui.dialogs.unfinished import UnfinishedDialog
from desktop.ui.inputs.keeping import keep_form
from desktop.ui.open_vault import OpenVault
from desktop.ui.settings import Settings
from desktop.ui.taking_up import OPENERS, take_up
from desktop.ui.tasks import Tasks
from desktop.ui.unlock import Door
from desktop.ui.wishes import Wishes
from tests.builders import open_vault
from tests.ui.casework import Facts, Room
from tests.ui.dialogs.tables.sheets import stand
from tests.ui.editors.half_typed import WAYS, Scene, of_rule, of_task
from tests.ui.hands import Hands

WORDS = "Ертең қайта келеміз"


@pytest.fixture
def scene(room: Room, facts: Facts) -> Scene:
    return Scene(room, facts)


@pytest.fixture
def entered(
    qapp: QApplication, hands: Hands, settings: Settings, door: Door, facts: Facts
) -> Iterator[Callable[[Path], Room]]:
    """Unlock a vault in a window of its own, as a new process does."""
    vaults: list[Vault] = []

    def enter(folder: Path) -> Room:
        vault, lanes = open_vault(folder), Tasks()
        vaults.append(vault)
        made = OpenVault(vault, settings, lanes, door, Wishes(settings), print, app=qapp)
        made.show()
        hands.open(made.window)
        return Room(made, hands, vault, facts.case)

    yield enter
    QGuiApplication.clipboard().clear()


def type_somewhere(room: Room, editor: Editor) -> None:
    """Type words into the first field of the form that takes any."""
    for form in editor.forms:
        for part in form.parts():
            made = form.input(part)
            before = made.raw()
            line = made.focusProxy() or made
            line.setFocus()
            if not isinstance(line, QLineEdit) and not hasattr(line, "toPlainText"):
                continue
            room.hands.type(WORDS)
            if made.raw() != before:
                return
    raise AssertionError("nowhere to type")


def go_on(room: Room) -> None:
    """Ask for what is unfinished, and go on with the first."""
    room.hands.wait(lambda: room.hands.can_read(room.window, "typed and not saved"))
    room.hands.click(room.window, "Show")
    room.hands.wait(lambda: isinstance(QApplication.activeModalWidget(), UnfinishedDialog))
    dialog = QApplication.activeModalWidget()
    assert dialog
    room.hands.click(dialog, "Go on with it")
    room.idle()


def front(kind: type[QWidget], room: Room) -> QWidget:
    room.hands.wait(lambda: isinstance(QApplication.activeModalWidget(), kind))
    found = QApplication.activeModalWidget()
    assert found
    return found


def standing(editor: Editor) -> list[Any]:
    """What stands in the forms of an editor, as it is read back."""
    return json.loads(json.dumps([keep_form(form) for form in editor.forms]))


def leave(editor: Editor) -> None:
    editor.settle()
    editor.reject()


ELSEWHERE = {"event", "organisation", "place", "event-grid", "quick-entry"}  # tried here or in the tests beside


def test_every_form_that_keeps_a_draft_is_tried_here() -> None:
    assert set(WAYS) | ELSEWHERE == set(OPENERS)


def test_every_form_is_listed_with_its_draft_and_opens_with_it(
    scene: Scene, opened: OpenVault, entered: Callable[[Path], Room]
) -> None:
    room, typed = scene.room, dict[str, tuple[type[Editor], list[Any]]]()
    for form, way in WAYS.items():
        way(scene)
        editor = room.editor()
        room.idle()
        type_somewhere(room, editor)
        typed[form] = (type(editor), standing(editor))
        room.desk.refresh.leaving.emit()  # as on locking
        leave(editor)
        room.hands.wait_gone(editor)
    opened.lock()
    again = entered(room.vault.folder)
    drafts = {form_of(draft): draft for draft in list_drafts(again.vault)}
    assert set(drafts) == set(typed)
    for form, draft in drafts.items():
        take_up(draft, Editors(again.desk, again.window))
        kind, before = typed[form]
        back = again.editor()
        assert isinstance(back, kind)
        again.idle()
        assert standing(back) == before
        leave(back)
        again.hands.wait_gone(back)


def test_what_was_typed_is_there_after_a_crash(
    scene: Scene, opened: OpenVault, entered: Callable[[Path], Room], tmp_path: Path
) -> None:
    of_rule(scene)
    editor = scene.room.editor()
    type_somewhere(scene.room, editor)
    before = standing(editor)
    scene.room.hands.wait(lambda: list_drafts(scene.room.vault))
    left = tmp_path / "after-the-crash.sandyq"
    shutil.copytree(scene.room.vault.folder, left)  # what lies on the disk when the process is gone at once
    assert WORDS.encode() not in b"".join(file.read_bytes() for file in left.iterdir() if file.is_file())
    leave(editor)
    opened.lock()
    again = entered(left)
    go_on(again)
    back = front(RuleEditor, again)
    assert isinstance(back, RuleEditor)
    again.hands.wait(lambda: standing(back) == before)
    leave(back)
    again.idle()


def test_the_grid_comes_back_with_the_cell_that_was_being_typed_in(
    scene: Scene, opened: OpenVault, entered: Callable[[Path], Room]
) -> None:
    room = scene.room
    room.press("Ctrl+Shift+J")
    grid = front(EventGrid, room)
    assert isinstance(grid, EventGrid)
    room.hands.wait(grid.isActiveWindow)
    room.hands.type("complaint")
    room.hands.press("Return")
    room.hands.wait(grid.model.columnCount)
    stand(grid, room, 0, 3)
    room.hands.type("First")
    room.hands.press("Return")
    room.hands.wait(lambda: grid.view.currentIndex().row() == 1)
    room.hands.type("Sec")
    opened.lock()
    again = entered(room.vault.folder)
    go_on(again)
    back = front(EventGrid, again)
    assert isinstance(back, EventGrid)
    again.hands.wait(lambda: [line[3] for line in back.model.cells.lines] == ["First", "Sec", ""])
    assert back.findChild(QTableView) is not None
    back.leave()
    again.idle()
    again.hands.wait(lambda: not list_drafts(again.vault))


def test_a_quick_line_comes_back_until_its_event_is_saved(
    scene: Scene, opened: OpenVault, entered: Callable[[Path], Room]
) -> None:
    room = scene.room
    room.press("Alt+2")
    room.hands.field(room.window, "New event in one line").setFocus()
    room.hands.type("05.01.2022 20:00 detained")
    opened.lock()
    again = entered(room.vault.folder)
    go_on(again)
    line = again.hands.field(again.window, "New event in one line")
    again.hands.wait(lambda: line.text() == "05.01.2022 20:00 detained")
    line.setFocus()
    again.press("Return")
    again.save()
    again.hands.wait(lambda: line.text() == "" and not list_drafts(again.vault))


def test_drafts_of_new_records_that_hang_on_different_ones_do_not_meet(scene: Scene) -> None:
    of_task(scene)
    editor = scene.room.editor()
    type_somewhere(scene.room, editor)
    scene.room.hands.wait(lambda: list_drafts(scene.room.vault))
    leave(editor)
    scene.room.idle()
    beside = TaskRow("", scene.facts.case, "", target_kind="event", target_id=scene.facts.protest)
    open_remark(scene.editors(), beside)
    other = scene.room.editor()
    scene.room.idle()
    assert not other.is_changed()
    leave(other)

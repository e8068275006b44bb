"""The proof that a deadline was met is chosen among the documents, or taken in from a file on the spot."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from db.queries.case_files import case_file
from desktop.operations.deadlines import deadlines_of
from desktop.operations.history import undo_last
from desktop.ui.dialogs.editors.deadline import DoneEditor
from desktop.ui.dialogs.editors.deadline_proof import ProofInput
from desktop.ui.inputs.keeping import keep, restore
from tests.ui.casework import Facts, Room


@pytest.fixture
def stamp(tmp_path: Path) -> Path:
    """A scan of a registry stamp."""
    file = tmp_path / "stamp.txt"
    file.write_text("received", "utf-8")
    return file


@pytest.fixture
def done(room: Room, facts: Facts) -> DoneEditor:
    """The form that marks the first deadline of the case as done, with a time."""
    with room.vault.read() as session:
        found = deadlines_of(session, facts.case, int(room.vault.clock().timestamp()))
    DoneEditor(room.desk, found, found.clocks.deadlines[0], room.window).open()
    editor = room.editor()
    assert isinstance(editor, DoneEditor)
    room.hands.wait(editor.isActiveWindow)
    editor.form.input("met").setFocus()
    room.hands.type("2022-01-05 21:00")
    return editor


def proof(editor: DoneEditor) -> ProofInput:
    made = editor.form.input("document")
    assert isinstance(made, ProofInput)
    return made


def choose(room: Room, editor: DoneEditor, file: Path) -> None:
    """Answer the question for a file."""
    room.hands.click(editor, "From a file…")
    room.hands.wait(lambda: editor.findChildren(QFileDialog))
    asked = editor.findChildren(QFileDialog)[0]
    asked.filesSelected.emit([str(file)])
    asked.close()


def drop(made: ProofInput, file: Path) -> None:
    """Drag a file over the input and let it go."""
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(file))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    place = made.rect().center()
    over = QDragEnterEvent(place, copy, content, left, none)
    QApplication.sendEvent(made, over)
    assert over.isAccepted()
    QApplication.sendEvent(made, QDropEvent(QPointF(place), copy, content, left, none))


def test_a_file_becomes_the_proof_in_one_step(room: Room, facts: Facts, done: DoneEditor, stamp: Path) -> None:
    choose(room, done, stamp)
    assert room.hands.can_read(done, "stamp.txt becomes a document of the case")
    room.save()
    with room.vault.read() as session:
        file = case_file(session, facts.case)
    (row,) = file.deadlines
    assert [paper.title for paper in file.documents if paper.id == row.document_id] == ["stamp"]
    undo_last(room.vault)
    with room.vault.read() as session:
        assert [paper.title for paper in case_file(session, facts.case).documents] == ["Hospital letter"]


def test_a_dropped_file_is_let_go_by_looking_for_a_document(room: Room, done: DoneEditor, stamp: Path) -> None:
    made = proof(done)
    drop(made, stamp)
    assert made.value() == stamp
    made.picker.setFocus()
    room.hands.type("Hosp")
    room.hands.wait(lambda: not room.hands.can_read(done, "stamp.txt"))
    room.idle()
    done.settle()
    done.reject()


def test_a_draft_keeps_the_file_that_was_chosen(room: Room, done: DoneEditor, stamp: Path) -> None:
    made = proof(done)
    drop(made, stamp)
    kept = keep(made)
    made.fill(None)
    restore(made, kept)
    assert made.value() == stamp
    done.settle()
    done.reject()
    room.idle()

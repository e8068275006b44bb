"""Banner, empty state, task bar, status bar, splitter, rail, wrapping layout and labels."""

import threading
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QProgressBar, QPushButton, QToolButton, QWidget

from desktop.ui.rail import Rail, RailEntry
from desktop.ui.settings import Settings
from desktop.ui.tasks import Job, Lane, Tasks
from desktop.ui.widgets.banner import Banner, Tone
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.layout import column, label
from desktop.ui.widgets.splitter import RememberedSplitter
from desktop.ui.widgets.status_bar import StatusBar
from desktop.ui.widgets.task_bar import TaskBar
from tests.ui.hands import Hands


def drop(widget: QWidget, *urls: str) -> None:
    """Drag these over a widget and let go."""
    content = QMimeData()
    content.setUrls([QUrl(url) for url in urls])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(widget, QDragEnterEvent(QPoint(5, 5), copy, content, left, none))
    QApplication.sendEvent(widget, QDropEvent(QPointF(5, 5), copy, content, left, none))


def test_a_banner_says_it_and_its_button_does_the_next_step(hands: Hands) -> None:
    banner = Banner()
    window = hands.window(banner)
    done: list[str] = []

    banner.tell(Tone.GOOD, "Moved to the trash.", step="Undo", act=lambda: done.append("undone"))
    assert hands.can_read(window, "Moved to the trash.")
    hands.click(window, "Undo")

    assert done == ["undone"]
    assert not banner.isVisible()


def test_a_banner_without_a_step_has_no_button_but_the_cross(hands: Hands) -> None:
    banner = Banner()
    hands.open(banner)

    banner.tell(Tone.DANGER, "It did not work.")

    assert [one for one in banner.findChildren(QPushButton) if one.isVisible()] == []
    assert [one.accessibleName() for one in banner.findChildren(QToolButton)] == ["Close this message"]


def test_an_empty_screen_says_what_goes_here_and_takes_the_first_step(hands: Hands) -> None:
    empty = EmptyState("briefcase", "No cases yet", "A case holds people.", step="&New case…")
    asked: list[str] = []
    empty.asked.connect(lambda: asked.append("new"))
    hands.open(empty)

    hands.click(empty, "New case…")

    assert asked == ["new"]
    assert (empty.accessibleName(), empty.accessibleDescription()) == ("No cases yet", "A case holds people.")


def test_files_dropped_on_an_empty_screen_are_told_and_addresses_are_not(hands: Hands, tmp_path: Path) -> None:
    empty = EmptyState("files", "No documents", "Drop files.", takes_files=True)
    taken: list[list[Path]] = []
    empty.dropped.connect(taken.append)
    hands.open(empty)

    drop(empty, QUrl.fromLocalFile(str(tmp_path / "письмо.pdf")).toString(), "https://example.org/x")
    drop(empty, "https://example.org/x")

    assert taken[0] == [tmp_path / "письмо.pdf"]


def test_the_task_bar_shows_long_work_its_progress_and_stops_it(hands: Hands, tasks: Tasks) -> None:
    bar, gate, stopped = TaskBar(tasks), threading.Event(), list[str]()
    window = hands.window(bar)

    def work(job: Job) -> None:
        job.progress(3, 10)
        while not job.is_cancelled():
            gate.wait(0.01)
        job.go_on()  # type: ignore[attr-defined] - the lanes' own job knows it

    owner = QObject()
    tasks.run(
        Lane.FILES,
        work,
        owner=owner,
        done=lambda _nothing: None,
        stopped=lambda: stopped.append("stopped"),
        title="Encrypting 40 photos",
    )
    hands.wait(lambda: hands.can_read(window, "Encrypting 40 photos"))
    progress = bar.findChild(QProgressBar)
    assert progress
    hands.wait(lambda: (progress.value(), progress.maximum()) == (3, 10))
    QTest.mouseClick(bar.findChildren(QToolButton)[0], Qt.MouseButton.LeftButton)
    hands.wait(lambda: stopped)

    assert not bar.isVisible()


def test_short_reads_never_show_in_the_task_bar(hands: Hands, tasks: Tasks) -> None:
    bar = TaskBar(tasks)
    hands.window(bar)
    heard: list[int] = []

    owner = QObject()
    tasks.run(Lane.VAULT, lambda _job: 1, owner=owner, done=heard.append)
    hands.wait(lambda: heard)

    assert not bar.isVisible()


def test_the_status_bar_tells_where_one_is_and_asks_for_lock_and_language(hands: Hands, tasks: Tasks) -> None:
    status = StatusBar(tasks)
    asked: list[str] = []
    status.lock_asked.connect(lambda: asked.append("lock"))
    status.language_chosen.connect(asked.append)
    hands.open(status)

    status.show_vault("archive.sandyq")
    status.show_case("KZ-2026-01")
    status.show_count("30 cases")
    status.show_saved("All changes saved")
    lock = next(one for one in status.findChildren(QToolButton) if "Lock" in one.accessibleName())
    QTest.mouseClick(lock, Qt.MouseButton.LeftButton)
    status.findChildren(QMenu)[0].actions()[2].trigger()

    shown = [one.text() for one in status.findChildren(QLabel) if one.isVisible()]
    assert shown == ["archive.sandyq", "KZ-2026-01", "30 cases", "All changes saved"]
    assert asked == ["lock", "kk"]


def test_a_splitter_comes_back_as_it_was_left(hands: Hands, settings: Settings) -> None:
    first = RememberedSplitter("people", settings, QLabel("left"), QLabel("right"))
    first.resize(600, 200)
    hands.open(first)
    first.setSizes([150, 449])
    first.splitterMoved.emit(150, 1)

    second = RememberedSplitter("people", settings, QLabel("left"), QLabel("right"))
    second.resize(600, 200)
    hands.open(second)

    assert second.sizes() == first.sizes()


def test_the_rail_tells_the_place_and_marks_it(hands: Hands) -> None:
    rail = Rail([RailEntry("cases", "Cases", "briefcase"), RailEntry("search", "Search", "search")])
    chosen: list[str] = []
    rail.chosen.connect(chosen.append)
    hands.open(rail)

    QTest.mouseClick(rail.findChildren(QToolButton)[1], Qt.MouseButton.LeftButton)
    rail.show_place("cases")

    assert chosen == ["search"]
    assert [one.isChecked() for one in rail.findChildren(QToolButton)] == [True, False]


def test_a_flow_wraps_where_the_line_ends(hands: Hands) -> None:
    window = QWidget()
    flow = FlowLayout(window)
    for word in ("one", "two", "three", "four", "five", "six"):
        flow.addWidget(QPushButton(word))

    assert flow.heightForWidth(2000) < flow.heightForWidth(300) < flow.heightForWidth(10)
    hands.open(window)
    window.resize(300, 400)
    lines = {one.geometry().top() for one in window.findChildren(QPushButton)}
    assert len(lines) > 1


def test_a_long_sentence_is_never_cut(hands: Hands) -> None:
    window = QWidget()
    text = label()
    layout = column(window)
    layout.addWidget(text)
    window.resize(300, 40)
    hands.open(window)

    text.setText("A sentence that is much longer than the window is wide, so that it needs several lines. " * 3)
    hands.wait(lambda: text.height() >= text.heightForWidth(text.width()))


def test_a_sentence_gives_back_the_room_it_needed_while_the_window_was_narrow(hands: Hands) -> None:
    sentence = label()
    sentence.setText("word " * 40)
    sentence.resize(1500, 40)
    hands.open(sentence)
    wide = sentence.minimumHeight()
    sentence.resize(200, 40)
    hands.wait(lambda: sentence.minimumHeight() > 2 * wide)
    sentence.resize(1500, 40)
    hands.wait(lambda: sentence.minimumHeight() == wide)

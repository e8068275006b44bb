"""The long task that runs now, in the status bar: what it is, how far it is, and a way to stop it."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QWidget

from desktop.i18n import N_
from desktop.ui.language import Texts
from desktop.ui.tasks import Task, Tasks
from desktop.ui.widgets.button import tool
from desktop.ui.widgets.layout import label, row

WAIT_MILLISECONDS = 300  # shorter tasks would only flicker


class TaskBar(QWidget):
    """Shows the first running task that has a title."""

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Task | None = None
        self._tasks = tasks
        texts = Texts(self)
        self._title = label(wraps=False)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setMaximumHeight(self.fontMetrics().height() // 2)
        self._bar.setMaximumWidth(self.fontMetrics().averageCharWidth() * 24)
        texts.put(self._bar.setAccessibleName, N_("Progress"))
        layout = row(self, gap=1)
        layout.addWidget(self._title)
        layout.addWidget(self._bar)
        layout.addWidget(tool(texts, N_("Stop this task"), self._stop, icon="x"))
        self._wait = QTimer(self, interval=WAIT_MILLISECONDS, singleShot=True)
        self._wait.timeout.connect(self._show_next)
        tasks.began.connect(self._begin)
        tasks.advanced.connect(self._advance)
        tasks.ended.connect(self._end)
        self.hide()

    def _begin(self, task: Task) -> None:
        if task.title and self._shown is None:
            self._wait.start()

    def _show_next(self) -> None:
        self._shown = next((task for task in self._tasks.running() if task.title), None)
        self.setVisible(self._shown is not None)
        if self._shown:
            self._title.setText(self._shown.title)
            self._advance(self._shown)

    def _advance(self, task: Task) -> None:
        if task is self._shown:
            done, total = task.steps
            self._bar.setRange(0, total)
            self._bar.setValue(done)

    def _end(self, task: Task) -> None:
        if task is self._shown:
            self._show_next()

    def _stop(self) -> None:
        if self._shown:
            self._shown.cancel()

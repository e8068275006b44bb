"""Errors reach the person: small ones quietly, grave ones in a window, nobody's ones too."""

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel

from db.errors import Cancelled, DiskFull, RecordMoved
from desktop.errors import Fault, InputFaults, UserError
from desktop.ui.clipboard import Clipboard
from desktop.ui.dialogs.fault import FaultDialog
from desktop.ui.report import Report
from desktop.ui.widgets.banner import Banner
from tests.ui.hands import Hands


class Desk:
    """A window with a banner and its report."""

    def __init__(self, hands: Hands) -> None:
        self.banner = Banner()
        self.window = hands.window(self.banner, QLabel("content"))
        self.report = Report(self.window, self.banner, Clipboard(self.window))

    def dialog(self) -> FaultDialog | None:
        """The window a grave error opened."""
        return next((one for one in self.window.findChildren(FaultDialog) if one.isVisible()), None)


@pytest.fixture
def desk(hands: Hands) -> Desk:
    """It on the screen."""
    return Desk(hands)


@pytest.fixture
def hook() -> Iterator[None]:
    """What Python does with errors nobody caught, put back afterwards."""
    before = sys.excepthook
    yield
    sys.excepthook = before


@pytest.mark.parametrize("error", [RecordMoved("case", "1"), UserError("It did not work.", "Try this.")])
def test_a_small_error_is_told_in_the_banner_with_what_to_do(desk: Desk, hands: Hands, error: Exception) -> None:
    desk.report.tell(error)

    assert desk.banner.isVisible()
    assert "\n" in desk.banner.text()
    assert desk.dialog() is None


@pytest.mark.parametrize(
    "error", [DiskFull(), KeyError("Айдос"), InputFaults("Some fields need attention.", [Fault("ref", "Empty.")])]
)
def test_a_grave_error_opens_a_window(desk: Desk, hands: Hands, error: Exception) -> None:
    desk.report.tell(error)
    hands.wait(desk.dialog)

    assert not desk.banner.isVisible()
    assert not any("Айдос" in one.text() for one in desk.window.findChildren(QLabel))


def test_what_the_user_stopped_is_no_error(desk: Desk) -> None:
    desk.report.tell(Cancelled())

    assert not desk.banner.isVisible()
    assert desk.dialog() is None


def test_an_error_nobody_caught_is_told_and_not_printed(
    desk: Desk, hands: Hands, hook: None, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.report.catch_all()
    error = ValueError("Айдос")

    sys.excepthook(ValueError, error, None)
    hands.wait(desk.dialog)

    assert "Айдос" not in "".join(capsys.readouterr())


def test_what_was_done_is_said_quietly(desk: Desk, hands: Hands) -> None:
    desk.report.confirm("The passphrase is changed.")

    assert hands.can_read(desk.window, "The passphrase is changed.")

"""Our own light and dark look: two palettes, one small stylesheet, the Noto Sans face, text from 90 to 200 %.

Fusion ignores ``setColorScheme`` on plain xcb, so both palettes are ours. Every pair of text and ground is held to
WCAG AA by the tests. No length is a number of pixels: all come from the height of a line of text.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import partial
from string import Template

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from desktop.ui.settings import Look
from resources import resource

FAMILY = "Noto Sans"
FIRST_FACES, LATER_FACES = ("Regular", "Bold"), ("Italic", "BoldItalic")  # the first window needs no italics
SMALLEST_POINTS = 9.0


@dataclass(frozen=True, slots=True)
class Colours:
    """One look: grounds, texts on them, lines between them and the few colours that mean something."""

    window: str  # rail, bars, dialogs
    base: str  # lists and fields
    stripe: str  # every other row
    raised: str  # buttons, headers
    hover: str
    text: str
    muted: str  # second line, hints
    line: str  # between areas: quiet
    edge: str  # round a field: must be seen
    accent: str
    on_accent: str
    selected: str
    on_selected: str
    resting: str  # selected, in a list that has not the keyboard
    danger: str
    on_danger: str
    danger_ground: str
    warning: str
    warning_ground: str
    good: str
    good_ground: str


LIGHT = Colours(
    window="#f4f3ef",
    base="#ffffff",
    stripe="#faf9f6",
    raised="#ffffff",
    hover="#e8e6df",
    text="#1d2125",
    muted="#5a5f66",
    line="#d9d6cd",
    edge="#858279",
    accent="#17616b",
    on_accent="#ffffff",
    selected="#cfe4e6",
    on_selected="#10282c",
    resting="#e4e7e4",
    danger="#a3261b",
    on_danger="#ffffff",
    danger_ground="#fbe9e6",
    warning="#7a4d00",
    warning_ground="#fbf0d9",
    good="#1f6137",
    good_ground="#e3f2e6",
)

DARK = Colours(
    window="#1d1f20",
    base="#161819",
    stripe="#1a1c1d",
    raised="#2a2d2e",
    hover="#303435",
    text="#e7e5e0",
    muted="#a8a59e",
    line="#34383a",
    edge="#7d8184",
    accent="#72bcc4",
    on_accent="#0d1719",
    selected="#22474c",
    on_selected="#eef7f8",
    resting="#2c3334",
    danger="#f0958a",
    on_danger="#2a0a06",
    danger_ground="#3c1d19",
    warning="#e8b964",
    warning_ground="#382a10",
    good="#86cf9c",
    good_ground="#17301f",
)


class Theme(QObject):
    """Dresses the application and says when the dress changed, for whoever paints by hand."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._points = max(app.font().pointSizeF(), SMALLEST_POINTS)
        self._look = Look.SYSTEM
        self._percent = 100
        self._is_worn = False
        self.colours = LIGHT
        app.setStyle("Fusion")
        load_faces(FIRST_FACES)
        QTimer.singleShot(0, self, partial(load_faces, LATER_FACES))
        app.styleHints().colorSchemeChanged.connect(self._follow)

    def wear(self, look: Look, percent: int) -> None:
        """Put on a look with text of ``percent`` of the desktop's own size."""
        before = (self.colours, self._percent) if self._is_worn else None
        self._look, self._percent = look, percent
        self.colours = DARK if self._is_dark() else LIGHT
        if before == (self.colours, percent):
            return
        self._is_worn = True
        font = QFont(FAMILY)
        font.setPointSizeF(self._points * percent / 100)
        self._app.setFont(font)
        self._app.setPalette(palette(self.colours))
        self._app.setStyleSheet(stylesheet(self.colours, font))
        self.changed.emit()

    def _is_dark(self) -> bool:
        if self._look is Look.SYSTEM:
            return self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return self._look is Look.DARK

    def _follow(self) -> None:
        if self._look is Look.SYSTEM:
            self.wear(self._look, self._percent)


class _Worn:
    theme: Theme | None = None


def worn() -> Theme:
    """The application's theme, made at the first call."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError(app)
    if _Worn.theme is None:
        _Worn.theme = Theme(app)
    return _Worn.theme


def colours() -> Colours:
    """The colours of the look worn now."""
    return worn().colours


def unit() -> int:
    """A quarter of a line of text, in pixels: what margins and gaps are made of."""
    return max(2, round(QFontMetricsF(QGuiApplication.font()).height() / 4))


def load_faces(faces: Sequence[str]) -> None:
    """Let Qt draw with these faces of the font we carry."""
    for face in faces:
        QFontDatabase.addApplicationFontFromData(resource("fonts", f"NotoSans-{face}.ttf").read_bytes())


def palette(colours: Colours) -> QPalette:
    """The look as Qt's own roles."""
    role = QPalette.ColorRole
    made = QPalette()
    for part, colour in {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.base,
        role.AlternateBase: colours.stripe,
        role.Text: colours.text,
        role.Button: colours.raised,
        role.ButtonText: colours.text,
        role.BrightText: colours.danger,
        role.ToolTipBase: colours.raised,
        role.ToolTipText: colours.text,
        role.PlaceholderText: colours.muted,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.Highlight: colours.selected,
        role.HighlightedText: colours.on_selected,
        role.Accent: colours.accent,
        role.Light: colours.raised,
        role.Midlight: colours.hover,
        role.Mid: colours.line,
        role.Dark: colours.edge,
        role.Shadow: colours.edge,
    }.items():
        made.setColor(part, QColor(colour))
    made.setColor(QPalette.ColorGroup.Inactive, role.Highlight, QColor(colours.resting))
    made.setColor(QPalette.ColorGroup.Inactive, role.HighlightedText, QColor(colours.text))
    for part in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, part, QColor(colours.edge))
    return made


def stylesheet(colours: Colours, font: QFont) -> str:
    """The stylesheet of ``resources/styles`` with this look's colours and lengths of this font."""
    metrics = QFontMetricsF(font)
    quarter = max(2, round(metrics.height() / 4))
    points = font.pointSizeF()
    return Template(resource("styles", "window.qss").read_text(encoding="utf-8")).substitute(
        asdict(colours),
        styles=str(resource("styles")).replace("\\", "/"),
        half=max(1, quarter // 2),
        one=quarter,
        indent=quarter + 3,  # a cell's text starts three points further in than its padding says
        two=quarter * 2,
        three=quarter * 3,
        line_height=round(metrics.height()),
        mark=quarter * 3,
        mark_half=quarter * 3 // 2,
        tick="light" if colours is LIGHT else "dark",
        small=f"{points * 0.9:.1f}",
        large=f"{points * 1.3:.1f}",
        title=f"{points * 1.6:.1f}",
    )

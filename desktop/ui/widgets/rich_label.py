"""A label of rich text that is never cut, with links that the keyboard reaches."""

from PySide6.QtCore import Qt, Signal

from desktop.ui import markup, theme
from desktop.ui.language import speech
from desktop.ui.markup import Compose, Markup
from desktop.ui.widgets.layout import WrappedLabel


class RichLabel(WrappedLabel):
    """Shows what ``compose`` says, again in every language and look; ``followed`` carries a link's verb and target."""

    followed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._compose: Compose = _nothing
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.linkActivated.connect(self._follow)
        speech().changed.connect(self.tell)
        theme.worn().changed.connect(self.tell)

    def show_text(self, compose: Compose) -> None:
        """Show something else."""
        self._compose = compose
        self.tell()

    def tell(self) -> None:
        """Say it again."""
        text = self._compose()
        self.setText(f"<style>{markup.style()}</style>{text}" if text else "")

    def _follow(self, address: str) -> None:
        verb, _colon, target = address.partition(":")
        self.followed.emit(verb, target)


def _nothing() -> Markup:
    return markup.NOTHING

"""Inputs for texts and numbers."""

import re
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy

from desktop.i18n import N_, _
from desktop.ui import theme
from desktop.ui.inputs.input import Input, Unclear, told_by
from desktop.ui.language import Texts
from desktop.ui.widgets.layout import row

CURRENCY = "KZT"
_MONEY = re.compile(r"(?P<amount>\d[\d\s\u00a0]*(?:[.,]\d+)?)\s*(?P<currency>[A-Za-z]{3})?")
_CURRENCY_LETTERS = 6
MOST_LINES = 12


class TextInput(Input):
    """One line; ``hint`` (marked with ``N_``) stands in it while it is empty."""

    def __init__(self, hint: str = "") -> None:
        self.line = QLineEdit()
        super().__init__(self.line)
        if hint:
            Texts(self).put(self.line.setPlaceholderText, hint)
        told_by(self, self.line.textEdited)

    def value(self) -> str | None:
        """The text without blanks around it, or nothing."""
        return self.line.text().strip() or None

    def fill(self, value: Any) -> None:
        """Show a text from its beginning."""
        self.line.setText("" if value is None else str(value))
        self.line.setCursorPosition(0)

    def raw(self) -> object:
        """The text."""
        return self.line.text().strip()


class GrowingText(QPlainTextEdit):
    """An area as high as its text, between ``lines`` and a dozen; Tab goes on to the next field."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Its lines as they are wrapped now, and the frame."""
        shown = min(max(self._lines, round(self.document().size().height())), MOST_LINES)
        frame = theme.unit() * 2 + 2  # padding, border and margin
        return QSize(super().sizeHint().width(), self.fontMetrics().lineSpacing() * shown + frame)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps into another number of lines."""
        super().resizeEvent(event)
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """It may be narrow, not low."""
        return QSize(theme.unit() * 20, self.sizeHint().height())


class LongTextInput(Input):
    """Several lines; Tab goes on to the next input."""

    def __init__(self, lines: int = 4, hint: str = "") -> None:
        self.area = GrowingText(lines)
        super().__init__(self.area)
        if hint:
            Texts(self).put(self.area.setPlaceholderText, hint)
        told_by(self, self.area.textChanged)

    def value(self) -> str | None:
        """The text without blanks around it, or nothing."""
        return self.area.toPlainText().strip() or None

    def fill(self, value: Any) -> None:
        """Show a text."""
        self.area.setPlainText(value or "")


class LinesInput(LongTextInput):
    """Several texts, one a line (addresses, telephone numbers)."""

    def value(self) -> Any:
        """The lines that say something."""
        return tuple(line.strip() for line in self.area.toPlainText().splitlines() if line.strip())

    def fill(self, value: Any) -> None:
        """Show the texts, one a line."""
        self.area.setPlainText("\n".join(value or ()))


class NumberInput(TextInput):
    """A number; with ``is_whole`` only a whole one."""

    def __init__(self, *, is_whole: bool = False) -> None:
        super().__init__()
        self._is_whole = is_whole

    def value(self) -> Any:
        """The number, written with a point or a comma, blanks between thousands. Raises ``Unclear``."""
        text = re.sub(r"\s", "", self.line.text()).replace(",", ".")
        if not text:
            return None
        try:
            number = float(text)
        except ValueError:
            raise Unclear(_("This is not a number.")) from None
        if number.is_integer():
            return int(number)
        if self._is_whole:
            raise Unclear(_("This must be a whole number."))
        return number


class MoneyInput(Input):
    """An amount and its currency, as the record keeps it: ``313000000 KZT``."""

    def __init__(self) -> None:
        super().__init__()
        texts = Texts(self)
        self._amount, self._currency = QLineEdit(), QLineEdit(CURRENCY)
        texts.put(self._amount.setAccessibleName, N_("Amount"))
        texts.put(self._currency.setAccessibleName, N_("Currency"))
        letter = QFontMetrics(self._currency.font()).averageCharWidth()
        self._currency.setMaximumWidth(letter * (_CURRENCY_LETTERS + 4))
        layout = row(self, gap=1)
        layout.addWidget(self._amount, 1)
        layout.addWidget(self._currency)
        self.setFocusProxy(self._amount)
        told_by(self, self._amount.textEdited, self._currency.textEdited)

    def value(self) -> Any:
        """The amount and the currency. Raises ``Unclear``."""
        amount = self._amount.text().strip()
        if not amount:
            return None
        found = _MONEY.fullmatch(f"{amount} {self._currency.text().strip()}")
        if found is None or not found["currency"]:
            raise Unclear(_("Write an amount and a currency of three letters: 50000 KZT."))
        number = re.sub(r"\s", "", found["amount"]).replace(",", ".")
        return f"{number} {found['currency'].upper()}"

    def fill(self, value: Any) -> None:
        """Show an amount."""
        amount, _blank, currency = (value or "").partition(" ")
        self._amount.setText(amount)
        self._currency.setText(currency or CURRENCY)

    def raw(self) -> object:
        """What was typed."""
        return self._amount.text().strip(), self._currency.text().strip() if self._amount.text().strip() else ""

    def name(self, words: str) -> None:
        """The amount carries the name of the field."""
        self._amount.setAccessibleName(words)

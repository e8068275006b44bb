"""Lines of inputs: what is seldom said stays folded until it is asked for or says something."""

from PySide6.QtWidgets import QToolButton

from desktop.ui.inputs.rows import Line, RowsInput
from desktop.ui.inputs.texts import TextInput
from tests.ui.hands import Hands


def test_what_is_seldom_said_unfolds_when_asked_for(hands: Hands) -> None:
    papers = SpareRows()
    hands.window(papers)
    line = papers.add()
    assert not line.inputs["more"].isVisible()
    more = next(one for one in line.findChildren(QToolButton) if one.accessibleName() == "Say more about this one")
    more.click()
    assert line.inputs["more"].isVisible()

    papers.fill([("a", None), ("b", "said")])
    assert [one.inputs["more"].isVisible() for one in papers.lines] == [False, True]
    assert papers.value() == (("a", None), ("b", "said"))


class SpareRows(RowsInput):
    """Lines of a word and, seldom, another."""

    def __init__(self) -> None:
        super().__init__(spare_line, "Add")

    def read(self, line: Line) -> tuple[object, object]:
        """Both words."""
        values = line.values()
        return values["word"], values["more"]

    def write(self, line: Line, thing: tuple[object, object]) -> None:
        """Show both words."""
        for made, word in zip(line.inputs.values(), thing, strict=True):
            made.fill(word)


def spare_line() -> Line:
    """An empty line."""
    return Line((("word", "Word", TextInput()), ("more", "More", TextInput())), "Remove", spare=("more",))

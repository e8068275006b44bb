"""The input for the tags of a record."""

from typing import Any

from desktop.ui.inputs.input import Input
from desktop.ui.widgets.chips import TagChips


class TagsInput(Input):
    """Words of the user's own."""

    def __init__(self) -> None:
        self._chips = TagChips()
        super().__init__(self._chips)
        self._chips.changed.connect(self.changed)

    def value(self) -> Any:
        """The tags."""
        return self._chips.tags()

    def fill(self, value: Any) -> None:
        """Show these tags."""
        self._chips.set_tags(tuple(value or ()))

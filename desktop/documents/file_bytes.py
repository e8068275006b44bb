"""The bytes of a file somebody chose, whole and no larger than we read."""

from collections.abc import Callable
from pathlib import Path

from desktop.errors import ExitCode, UserError
from desktop.i18n import _


def read_bytes(path: Path, largest: int, choose: str, refuse: Callable[[str], Exception]) -> bytes:
    """The content of a file of at most ``largest`` bytes.

    Raises ``UserError`` where there is none or it cannot be read (``choose`` says what to choose instead), and what
    ``refuse`` makes of the sentence where it is larger.
    """
    try:
        if not path.exists():
            raise UserError(_("There is no such file."), _("Check its name and folder."), code=ExitCode.NOT_FOUND)
        if not path.is_file():
            raise UserError(_("This is not a file."), choose)
        with path.open("rb") as file:
            content = file.read(largest + 1)
    except OSError:
        raise UserError(_("The file cannot be read."), _("Check that you may open it.")) from None
    if len(content) > largest:
        raise refuse(_("It is larger than {size} MB.").format(size=largest // 2**20))
    return content

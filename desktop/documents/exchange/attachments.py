"""The files that come with a case: inside its folder, there, and the ones that were meant."""

import hashlib
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from desktop.documents.exchange.faults import Faults
from desktop.documents.exchange.here import Attachment
from desktop.i18n import _

_PIECE = 1024 * 1024  # bytes read at once


def open_attachment(folder: Path, path: str) -> BinaryIO:
    """Open a file that really lies inside ``folder``, whatever links lie on the way; else raises ``OSError``."""
    root = folder.resolve(strict=True)
    target = (root / path).resolve(strict=True)
    if not target.is_relative_to(root):
        raise PermissionError
    descriptor = os.open(target, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise IsADirectoryError
    return os.fdopen(descriptor, "rb")


def check_attachments(
    folder: Path, attachments: list[Attachment], faults: Faults, go_on: Callable[[], None]
) -> dict[int, int]:
    """Note a fault for each file that is missing, lies elsewhere or is not the one its size and SHA-256 tell.

    Returns the size of each file by its number in ``attachments``. ``go_on`` may raise to stop.
    """
    sizes: dict[int, int] = {}
    for number, attachment in enumerate(attachments):
        go_on()
        try:
            with open_attachment(folder, attachment.path) as file:
                sizes[number] = os.fstat(file.fileno()).st_size
                _compare(file, sizes[number], attachment, faults, go_on)
        except FileNotFoundError:
            faults.add(attachment.spot, _("There is no such file beside the case file."))
        except PermissionError:
            faults.add(attachment.spot, _("This file may not be read, or lies outside the folder of the case file."))
        except (OSError, ValueError, RuntimeError):  # RuntimeError: links that lead in a ring
            faults.add(attachment.spot, _("This is not a file that can be read."))
    return sizes


def _compare(file: BinaryIO, size: int, attachment: Attachment, faults: Faults, go_on: Callable[[], None]) -> None:
    entry, told = attachment.spot[:-1], attachment.row
    if told.get("size", size) != size:
        said = _("The file has {found} bytes, not {told}: it was altered or cut off.")
        faults.add((*entry, "size"), said.format(found=size, told=told["size"]))
    if "sha256" in told:
        digest = hashlib.sha256()
        while piece := file.read(_PIECE):
            go_on()
            digest.update(piece)
        if digest.hexdigest() != told["sha256"]:
            faults.add((*entry, "sha256"), _("The file has another SHA-256: it was altered."))

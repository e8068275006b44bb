"""The reader: ``python -m desktop.documents.render``. Documents come in on standard input, pixels and text go out.

One process stays for a batch of documents and forks for each, so that no document meets what another left behind and
none pays for starting Python again. When the reading of a document dies, this process goes too: the answers end.
"""

import os
import signal
import sys
from io import FileIO

from desktop.documents.render import wire
from desktop.documents.render.confinement import allow_seconds, confine_document, confine_reader
from desktop.documents.render.service import OUT_OF_TIME, preload, serve


def main() -> int:
    """Read one document after another until nobody asks."""
    confine_reader()
    with open(0, "rb", buffering=0, closefd=False) as requests, open(1, "wb", buffering=0, closefd=False) as answers:
        while request := wire.read(requests, 0):
            if request.fields.get("verb") != "open":  # a document that never opened is closed all the same
                continue
            kind = request.text("kind")
            preload(kind)
            if not hasattr(os, "fork"):  # no second document where there is no second process
                confine_document()
                serve(requests, answers, kind, allow_seconds)
                return 0
            if end := _read_apart(requests, answers, kind):
                return end
    return 0


def _read_apart(requests: FileIO, answers: FileIO, kind: str) -> int:
    """Serve one document in a process of its own; 0 unless that process died on it."""
    child = os.fork()
    if child:
        end = os.waitpid(child, 0)[1]
        is_late = os.WIFSIGNALED(end) and os.WTERMSIG(end) == signal.SIGXCPU
        return OUT_OF_TIME if is_late else min(end, 1)
    try:
        confine_document()
        serve(requests, answers, kind, allow_seconds)
    except BaseException:  # noqa: BLE001 - whatever a hostile document provokes ends this process, without a trace of it
        os._exit(1)
    os._exit(0)


if __name__ == "__main__":
    sys.exit(main())

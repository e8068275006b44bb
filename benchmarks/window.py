"""How long until a window is painted, against an empty ``QMainWindow``, each in a fresh process, from its start.

    python benchmarks/window.py [--rounds N]

Offscreen. The unlock window; and the case list of a vault with the published sample cases, opened at the cheapest key
derivation (its cost is chosen, not measured here), until it is painted first. Medians of several rounds.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")  # no screen, no hints about window sizes
PASSPHRASE = "otter velvet quarry lantern mosaic"  # noqa: S105 - protects published cases
NAME = "bench.sandyq"


def build(folder: Path) -> None:
    """Make the vault of the published cases."""
    from db.keys import KdfCost
    from db.vault import Vault
    from desktop.operations.exchange import import_case

    cheap = KdfCost(memory_kib=8, passes=1, lanes=1)
    vault, _key = Vault.create(folder / NAME, PASSPHRASE, clock=clock, author="", cost=cheap, floor=cheap)
    for sample in sorted((ROOT / "resources" / "samples").glob("*/case.json")):
        import_case(vault, sample)
    vault.close()


def clock() -> datetime:
    """The time of day."""
    return datetime.fromtimestamp(time.time(), UTC)


def show(way: str, folder: Path) -> None:
    """Show one window and end the process when it has been painted."""
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget) and watched.isWindow():
                os._exit(0)
            return False

    app = QApplication([])
    watch = Watch()
    app.installEventFilter(watch)
    if way == "empty":
        window = QMainWindow()
        window.show()
    else:
        open_ours(way, folder, app)
    app.exec()


def open_ours(way: str, folder: Path, app: "object") -> None:
    """The unlock window, or the case list of the vault."""
    from PySide6.QtWidgets import QApplication

    from desktop.ui.launch import Launch
    from desktop.ui.settings import Settings
    from desktop.ui.unlock import Door, Unlocking

    assert isinstance(app, QApplication)
    from db.keys import KdfCost

    door = Door(clock, floor=KdfCost(memory_kib=8, passes=1, lanes=1))
    launch = Launch(app, Settings(folder / "settings"), door, [folder / NAME], print)
    if way == "unlock":
        launch.begin()
    else:
        launch._enter(door.open(Unlocking(folder / NAME, PASSPHRASE)))  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] - what the unlock window calls


def seconds(way: str, folder: Path) -> float:
    """From the start of a process to its end."""
    start = time.perf_counter()
    subprocess.run([sys.executable, __file__, "--way", way, "--folder", str(folder)], check=True)
    return time.perf_counter() - start


def main() -> None:
    """Measure in turns and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--way", choices=("empty", "unlock", "list"))
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    if options.way:
        show(options.way, options.folder)
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        build(folder)
        found: dict[str, list[float]] = {"empty": [], "unlock": [], "list": []}
        for _round in range(options.rounds):
            for way, times in found.items():
                times.append(seconds(way, folder))
    middle = {way: statistics.median(times) for way, times in found.items()}
    for way, title in (
        ("empty", "an empty QMainWindow"),
        ("unlock", "unlock window"),
        ("list", "vault open, case list"),
    ):
        print(f"{title:24}{middle[way]:7.3f} s   ratio {middle[way] / middle['empty']:.2f}")


if __name__ == "__main__":
    main()

"""How long it takes to hash, encrypt and store documents, against the slower of SHA-256 and the cipher alone.

    python benchmarks/intake.py [--size MEGABYTES] [--files N] [--workers N] [--rounds N] [--folder PATH]

Every figure comes from the same bytes in the same run, the quickest of several rounds for each piece of work. The
store's time includes every sync. The target is 1.2 times the slower of SHA-256 and the cipher (design/performance.md);
what else bounds it is measured beside it: SHA-512, and copying the same files with the same syncs. On a machine that
is busy with other work the processor time tells more than the clock.
"""

import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from nacl import bindings as sodium

from db.blob import CHUNK
from db.files import replacing
from db.keys import Keys
from db.store import Store

MEGABYTE = 1 << 20
KEYS = Keys("0f" * 16, b"k" * 32)


def write_documents(folder: Path, size: int, count: int) -> list[Path]:
    """``count`` files of random bytes, ``size`` bytes together."""
    folder.mkdir()
    paths = [folder / f"{number}.bin" for number in range(count)]
    for path in paths:
        with path.open("wb") as file:
            left = size // count
            while left:
                left -= file.write(os.urandom(min(left, MEGABYTE)))
    return paths


def feed(paths: list[Path], work: Callable[[bytes], object]) -> None:
    """Read every document in the store's chunks and give them to ``work``."""
    for path in paths:
        with path.open("rb", buffering=0) as file:
            while chunk := file.read(CHUNK):
                work(chunk)


def encrypt(paths: list[Path]) -> None:
    """The cipher alone: one secretstream over everything, its output dropped."""
    stream = sodium.crypto_secretstream_xchacha20poly1305_state()
    sodium.crypto_secretstream_xchacha20poly1305_init_push(stream, b"k" * 32)
    feed(paths, lambda chunk: sodium.crypto_secretstream_xchacha20poly1305_push(stream, chunk))


def copy(paths: list[Path], folder: Path, workers: int) -> None:
    """The disk alone: the files copied as they are, synced as the store syncs them."""
    folder.mkdir()

    def copy_one(path: Path) -> None:
        with replacing(folder / path.name) as file:
            feed([path], file.write)

    with ThreadPoolExecutor(workers) as pool:
        list(pool.map(copy_one, paths))


def store(paths: list[Path], folder: Path, workers: int) -> None:
    """What the program does: each document through `Store.add`, so many at a time."""
    vault = Store(folder, KEYS)

    def add(path: Path) -> None:
        with path.open("rb", buffering=0) as file:
            vault.add(file)

    with ThreadPoolExecutor(workers) as pool:
        list(pool.map(add, paths))


def time_of(work: Callable[[], None]) -> tuple[float, float]:
    """Seconds by the clock and seconds of processor time that a piece of work takes."""
    start = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - start[0], time.process_time() - start[1]


def measure(paths: list[Path], folder: Path, workers: int, rounds: int) -> dict[str, tuple[float, float]]:
    """The least time each piece of work took, by the clock and by the processor."""
    works: dict[str, Callable[[], None]] = {
        "sha256": lambda: feed(paths, hashlib.sha256().update),
        "sha512": lambda: feed(paths, hashlib.sha512().update),
        "cipher": lambda: encrypt(paths),
        "copy": lambda: copy(paths, folder, workers),
        "store": lambda: store(paths, folder, workers),
    }
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            taken[name].append(time_of(work))
            shutil.rmtree(folder, ignore_errors=True)
    return {name: (min(clock for clock, _ in times), min(cpu for _, cpu in times)) for name, times in taken.items()}


def peak_memory(document: Path, folder: Path) -> int:
    """The most memory, in megabytes, that a fresh process holds while it stores one document (Linux)."""
    command = [sys.executable, __file__, "--store-one", str(document), "--folder", str(folder)]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout) // 1024


def report(size: int, best: dict[str, tuple[float, float]]) -> None:
    """Print what each piece of work took, and how the store compares."""
    for name, (clock, cpu) in best.items():
        print(f"  {name:<8}{clock:7.2f} s by the clock {size / clock:7.0f} MB/s{cpu:7.2f} s of processor")
    cores = os.cpu_count() or 1
    (sha256, sha512, cipher, copied, stored), processor = zip(*best.values(), strict=True)
    print(f"store / slower of sha256 and cipher     {stored / max(sha256, cipher):5.2f}   target 1.20")
    print(f"store / slowest of the four alone       {stored / max(sha256, sha512, cipher, copied):5.2f}")
    print(f"store / (all four / {cores} cores)            {stored / (sum(processor[:4]) / cores):5.2f}")
    print(f"processor time: store / all four        {processor[4] / sum(processor[:4]):5.2f}")


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description="Hash, encrypt and store documents, against hash and cipher alone.")
    parser.add_argument("--size", type=int, default=1024, help="megabytes altogether")
    parser.add_argument("--files", type=int, default=1)
    parser.add_argument("--workers", type=int, default=1, help="documents stored at the same time")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", type=Path, help="where to work: a folder on the disk to be measured")
    parser.add_argument("--store-one", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.store_one:
        store([given.store_one], given.folder, 1)
        print(re.findall(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())[0])
        return
    with tempfile.TemporaryDirectory(dir=given.folder) as work:
        folder = Path(work)
        paths = write_documents(folder / "documents", given.size * MEGABYTE, given.files)
        load = os.getloadavg()[0]
        print(f"{given.size} MB in {given.files} files, {given.workers} at a time; load before {load:.1f}")
        report(given.size, measure(paths, folder / "vault", given.workers, given.rounds))
        empty, full = (peak_memory(path, folder / "vault") for path in (Path(os.devnull), paths[0]))
        print(f"peak memory {full} MB; {empty} MB of it for an empty document")


if __name__ == "__main__":
    main()

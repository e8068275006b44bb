"""Run every benchmark here and write what they print to ``docs/benchmarks.md``, with the day, commit and machine.

    python benchmarks/table.py [--quick]

``--quick`` takes fewer rounds and smaller inputs, and the page says so. Nothing is asserted: a missed target is told in
the text that the benchmark prints.
"""

import argparse
import os
import platform
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "benchmarks.md"
QUICK = {
    "brief": ("--rounds", "1"), "case_import": ("--rounds", "1"),
    "conflicts": ("--stays", "10000,100000", "--rounds", "2"), "intake": ("--size", "128", "--rounds", "1"),
    "large_case": ("--events", "10000"),
    "preview": ("--rounds", "1"), "timeline": ("--sizes", "10000,100000"), "today": ("--cases", "50", "--rounds", "1"),
    "window": ("--rounds", "3"),
}  # fmt: skip


def heading(*, is_quick: bool) -> str:
    """Where and when the figures come from."""
    asked = ["git", "-C", str(ROOT), "rev-parse", "--short", "HEAD"]
    commit = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip() or "unknown"
    day = time.strftime("%Y-%m-%d", time.gmtime())
    quick = " A quick run: fewer rounds, smaller inputs than the defaults." if is_quick else ""
    return (
        "# Benchmarks\n\n"
        f"Written by `make bench` on {day} at commit {commit}; Python {platform.python_version()}, "
        f"{os.cpu_count()} processors ({platform.machine()}).{quick} Each figure is a ratio against a named limit "
        "measured in the same run; what other work the machine was doing stands beside each.\n"
    )


def main() -> None:
    """Run all, write after each: what was measured stays when a later one fails."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    options = parser.parse_args()
    page = heading(is_quick=options.quick)
    for bench in sorted(set(Path(__file__).parent.glob("*.py")) - {Path(__file__)}):
        more = QUICK.get(bench.stem, ()) if options.quick else ()
        load = os.getloadavg()[0]
        done = subprocess.run([sys.executable, str(bench), *more], stdout=subprocess.PIPE, text=True, check=False)
        print(f"== {bench.name}\n{done.stdout}", flush=True)
        ended = "" if done.returncode == 0 else f"; a target was missed or it failed (exit code {done.returncode})"
        words = " ".join(["", *more])
        page += f"\n## {bench.stem}{words}\n\nLoad before: {load:.1f}{ended}.\n\n```\n{done.stdout.rstrip()}\n```\n"
        PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()

"""How long it takes to count every clock of many detentions, against a bare numpy sort of the same intervals.

    python benchmarks/clocks.py [--chains N,N,N] [--rounds N]

A chain is what follows one arrest: detention, its record, order, custody, its extension, release; five chains a person.
All shipped rules run on it. The limit is numpy alone: ``lexsort`` of the same events by person and time. There is no
peer that counts procedural limits. Ours is everything from the facts to the deadlines with their steps. Target: growth
like n log n (the column "growth" is the time against the smallest size, divided by n log n: it stays near 1).
"""

import argparse
import gc
import math
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from db.types import When
from desktop.logic.clocks import Calendar, Clocks, Facts, clocks_of
from desktop.logic.clocks.facts import Happening, Link, Participant
from desktop.logic.clocks.rule import Rule
from desktop.logic.clocks.rulebook import merge, running
from resources.rules import shipped_rules

ZONE, DAY, HOUR = "Asia/Almaty", 86_400, 3_600
START = 1_577_836_800  # 1 January 2020
SPAN = 5 * 365 * DAY
AS_OF = START + 2 * SPAN
STEPS = (
    ("detention", 0), ("detention-protocol", 3 * HOUR), ("custody-order", 47 * HOUR), ("custody", 48 * HOUR),
    ("custody-extension", 55 * DAY), ("release", 80 * DAY),
)  # fmt: skip


def made_up(chains: int) -> Facts:
    """A case of so many chains of detention, every second record late."""
    draw = random.Random(7)  # noqa: S311 - no secret hangs on it
    events: list[Happening] = []
    links: list[Link] = []
    for number in range(chains):
        begin = START + draw.randrange(SPAN) // 60 * 60
        about = (Participant("detainee", f"p{number // 5}"),)
        late = draw.randrange(2) * HOUR
        for kind, after in STEPS:
            at = begin + after + (late if kind == "detention-protocol" else 0)
            events.append(Happening(f"{kind} {number}", kind, When("then", ZONE, at, at), ZONE, participants=about))
        links.append(Link(f"custody-extension {number}", f"custody {number}", "extends"))
    return Facts("kz", ZONE, ("kz", "int"), events=tuple(events), links=tuple(links))


def by_numpy(facts: Facts) -> Callable[[], object]:
    """The bare sort, its arrays ready in memory."""
    starts = np.array([event.when.earliest if event.when else 0 for event in facts.events])
    people = np.array([hash(event.participants[0].person) for event in facts.events])
    return lambda: np.lexsort((starts, people))


def by_engine(facts: Facts, rules: tuple[Rule, ...]) -> Callable[[], Clocks]:
    """All rules on all events."""
    return lambda: clocks_of(facts, rules, {"kz": Calendar("kz")}, AS_OF)


def best(work: Callable[[], object], rounds: int) -> float:
    """The quickest of several rounds, in seconds; rubbish of the round before is cleared first."""
    times: list[float] = []
    for _round in range(rounds):
        gc.collect()
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return min(times)


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--chains", default="1000,3000,10000")
    options.add_argument("--rounds", type=int, default=2)
    chosen = options.parse_args()
    rules = running(merge((table.body for table in shipped_rules().tables), ()))
    print(f"{len(rules)} rules")
    print(f"{'chains':>8}{'events':>9}{'deadlines':>11}{'numpy':>10}{'ours':>9}{'ratio':>8}{'growth':>8}")
    first: float | None = None
    for count in (int(text) for text in chosen.chains.split(",")):
        facts = made_up(count)
        found = len(by_engine(facts, rules)().deadlines)
        bare, ours = best(by_numpy(facts), chosen.rounds), best(by_engine(facts, rules), chosen.rounds)
        each = ours / (count * math.log(count))
        first = first or each
        print(
            f"{count:>8}{len(facts.events):>9}{found:>11}{bare * 1000:>7.1f} ms{ours:>7.2f} s"
            f"{ours / bare:>8.0f}{each / first:>8.2f}"
        )


if __name__ == "__main__":
    main()

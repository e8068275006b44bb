"""A guess costs what it should: about a second here, never less than the floor, never more than a machine has."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.kdf import CEILING, FLOOR, KdfCost, calibrated_cost, cost_for, derive_key

SALT = bytes(16)


def test_argon2id_gives_what_others_compute() -> None:
    """Computed with the reference program: argon2 saltsaltsaltsalt -id -k 64 -t 2 -p 1 -l 32 -r."""
    key = derive_key(b"passphrase", b"saltsaltsaltsalt", KdfCost(memory_kib=64, passes=2, lanes=1))
    assert key.hex() == "a3bc4ea3bd46d6cd114cdcbed25edb618372d567f1d4b06eb156e5c9553a83a9"


@pytest.mark.parametrize("cost", [KdfCost(16, 1, 1), KdfCost(8, 2, 1), KdfCost(16, 1, 2)])
def test_every_part_of_the_cost_changes_the_key(cost: KdfCost) -> None:
    assert derive_key(b"x", SALT, cost) != derive_key(b"x", SALT, KdfCost(8, 1, 1))


def test_the_calibrated_cost_is_one_a_slot_may_have() -> None:
    assert calibrated_cost().is_within(FLOOR)


@given(st.floats(0, 1e12))
def test_no_machine_is_slow_or_fast_enough_to_leave_the_limits(affordable: float) -> None:
    cost = cost_for(affordable)
    assert cost.is_within(FLOOR)
    assert cost.memory_kib <= 1024 * 1024


@given(st.floats(4 * FLOOR.memory_kib, 1024 * 1024 * CEILING.passes))
def test_the_cost_comes_close_to_what_is_affordable(affordable: float) -> None:
    cost = cost_for(affordable)
    assert 0.75 <= cost.memory_kib * cost.passes / affordable <= 1.25


@pytest.mark.parametrize(
    ("affordable_mib", "memory_mib", "passes"),
    [(1, 64, 2), (255, 64, 4), (256, 128, 2), (1024, 512, 2), (2048, 1024, 2), (8192, 1024, 8)],
)
def test_memory_comes_before_passes(affordable_mib: int, memory_mib: int, passes: int) -> None:
    assert cost_for(affordable_mib * 1024) == KdfCost(memory_mib * 1024, passes, 4)


@pytest.mark.parametrize(
    "cost",
    [
        KdfCost(FLOOR.memory_kib - 1, 2, 1),
        KdfCost(FLOOR.memory_kib, 1, 1),
        KdfCost(FLOOR.memory_kib, 2, 0),
        KdfCost(CEILING.memory_kib + 1, 2, 1),
        KdfCost(FLOOR.memory_kib, CEILING.passes + 1, 1),
        KdfCost(FLOOR.memory_kib, 2, CEILING.lanes + 1),
    ],
)
def test_a_cost_outside_the_limits_is_not_within(cost: KdfCost) -> None:
    assert not cost.is_within(FLOOR)


def test_floor_and_ceiling_are_within() -> None:
    assert FLOOR.is_within(FLOOR)
    assert CEILING.is_within(FLOOR)


def test_lanes_need_memory_each() -> None:
    assert KdfCost(16, 1, 2).is_within(KdfCost(8, 1, 1))
    assert not KdfCost(15, 1, 2).is_within(KdfCost(8, 1, 1))

"""Making a guess at the passphrase expensive: Argon2id, its cost, and what cost this machine can bear."""

import errno
import time
from dataclasses import dataclass
from typing import Self

from db.errors import StorageFailed

KEY_BYTES = 32
SALT_BYTES = 16


@dataclass(frozen=True, slots=True)
class KdfCost:
    """What one derivation takes: memory in KiB, passes over it, and lanes computed side by side."""

    memory_kib: int
    passes: int
    lanes: int

    def is_within(self, floor: Self) -> bool:
        """Whether every part lies between ``floor`` and `CEILING`, and Argon2 can compute it at all."""
        return (
            floor.memory_kib <= self.memory_kib <= CEILING.memory_kib
            and floor.passes <= self.passes <= CEILING.passes
            and floor.lanes <= self.lanes <= CEILING.lanes
            and self.memory_kib >= 8 * self.lanes  # RFC 9106, 3.1
        )


FLOOR = KdfCost(memory_kib=64 * 1024, passes=2, lanes=1)
"""Below this no slot is made or opened (vault.md 2.2)."""

CEILING = KdfCost(memory_kib=4 * 1024 * 1024, passes=64, lanes=16)
"""Above this none is opened: an edited file must not exhaust the machine (vault.md 2.2)."""

_LANES = 4
_WANTED_SECONDS = 1.0  # what KeePassXC asks of a new database
_MOST_MEMORY_KIB = 1024 * 1024
_PROBE = KdfCost(memory_kib=64 * 1024, passes=1, lanes=_LANES)


def calibrated_cost() -> KdfCost:
    """The cost that takes about one second here: memory first, up to 1 GiB, then passes; never below `FLOOR`."""
    derive_key(b"", bytes(SALT_BYTES), _PROBE)  # the first run pays for fetching the memory
    start = time.perf_counter()
    derive_key(b"", bytes(SALT_BYTES), _PROBE)
    return cost_for(_PROBE.memory_kib * _WANTED_SECONDS / (time.perf_counter() - start))


def cost_for(affordable_kib: float) -> KdfCost:
    """Share out ``affordable_kib`` (KiB of memory times passes) as the largest doubling of the floor that fits."""
    memory = FLOOR.memory_kib
    while memory < _MOST_MEMORY_KIB and 2 * memory * FLOOR.passes <= affordable_kib:
        memory *= 2
    passes = round(affordable_kib / memory)
    return KdfCost(memory, min(max(passes, FLOOR.passes), CEILING.passes), _LANES)


def derive_key(secret: bytes, salt: bytes, cost: KdfCost) -> bytes:
    """Derive 32 bytes from a secret; `StorageFailed` (ENOMEM) when the machine has not the memory the cost asks."""
    from argon2.exceptions import HashingError
    from argon2.low_level import Type, hash_secret_raw

    try:
        return hash_secret_raw(
            secret=secret,
            salt=salt,
            time_cost=cost.passes,
            memory_cost=cost.memory_kib,
            parallelism=cost.lanes,
            hash_len=KEY_BYTES,
            type=Type.ID,
        )
    except HashingError:
        raise StorageFailed(errno.ENOMEM) from None

"""The recovery key as people write it down: 256 bits in thirteen groups of five characters.

Each group is four digits of a number in base 31 and a check character over them and the group's place. As 31 is prime,
the check finds every single wrong character, any two neighbours or groups exchanged, and names the group.
Letters and digits that look alike (0 O, 1 I L) are left out; case, spaces, dashes and the like do not matter.
"""

import secrets

from db.errors import WrongPassphrase

KEY_BYTES = 32

_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
_BASE = len(_ALPHABET)
_DIGITS = 4  # in a group, before its check character
_GROUPS = 13  # 31 ** 52 > 2 ** 256
_LOOKALIKES = str.maketrans(
    "АВЕКМНРСТУХ", "ABEKMHPCTYX"
)  # Cyrillic capitals a Russian keyboard gives for the same shape


class RecoveryKeyMistyped(WrongPassphrase):
    """What was typed cannot be a recovery key; ``group`` is the first that is off, counted from 1, if one is."""

    def __init__(self, group: int | None) -> None:
        super().__init__()
        self.group = group


def new_recovery_key() -> bytes:
    """A fresh key of 32 random bytes."""
    return secrets.token_bytes(KEY_BYTES)


def spell(key: bytes) -> str:
    """The key as text to print and keep: ``7KQ2M-…``."""
    number = int.from_bytes(key)
    digits: list[int] = []
    for _ in range(_GROUPS * _DIGITS):
        number, digit = divmod(number, _BASE)
        digits.insert(0, digit)
    groups = [digits[start : start + _DIGITS] for start in range(0, len(digits), _DIGITS)]
    spelt = ([*group, _check(place, group)] for place, group in enumerate(groups, 1))
    return "-".join("".join(_ALPHABET[digit] for digit in group) for group in spelt)


def read(text: str) -> bytes:
    """The key behind what somebody typed; `RecoveryKeyMistyped` when it cannot be one."""
    typed = "".join(filter(str.isalnum, text)).upper().translate(_LOOKALIKES)
    size = _DIGITS + 1
    number = 0
    for place, start in enumerate(range(0, len(typed), size), 1):
        digits = [_ALPHABET.find(letter) for letter in typed[start : start + size]]
        if len(digits) < size or -1 in digits or digits[-1] != _check(place, digits[:-1]):
            raise RecoveryKeyMistyped(place)
        for digit in digits[:-1]:
            number = number * _BASE + digit
    if len(typed) != _GROUPS * size or number >= 1 << 8 * KEY_BYTES:
        raise RecoveryKeyMistyped(None)
    return number.to_bytes(KEY_BYTES)


def _check(place: int, digits: list[int]) -> int:
    """The check digit of a group: its digits weighed 1 to 4, and its place weighed 5, modulo 31."""
    return (sum(weight * digit for weight, digit in enumerate(digits, 1)) + 5 * place) % _BASE

"""A recovery key survives paper, voice and keyboard, and a slip in it is found and placed."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from db.recovery_key import RecoveryKeyMistyped, new_recovery_key, read, spell

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
keys = st.binary(min_size=32, max_size=32)
WHOLE = spell(bytes(range(32)))


def bad_group(text: str) -> int | None:
    with pytest.raises(RecoveryKeyMistyped) as caught:
        read(text)
    return caught.value.group


@given(keys)
def test_what_was_written_is_read(key: bytes) -> None:
    assert read(spell(key)) == key


@given(keys, st.sampled_from(["", " ", "\n", " - ", "\u2011", "\u2013", "."]))
def test_case_and_what_stands_between_do_not_matter(key: bytes, between: str) -> None:
    text = spell(key)
    assert read(text.lower().replace("-", between)) == key
    assert read("  " + between.join(text.replace("-", "")) + "\n") == key


def test_letters_of_a_russian_keyboard_that_look_the_same_are_the_same() -> None:
    cyrillic = WHOLE.translate(str.maketrans("ABEKMHPCTYX", "АВЕКМНРСТУХ"))
    assert cyrillic != WHOLE
    assert read(cyrillic) == read(cyrillic.lower()) == bytes(range(32))


def test_the_smallest_and_the_largest_key_are_keys() -> None:
    for key in (bytes(32), b"\xff" * 32):
        assert read(spell(key)) == key


@given(keys, st.integers(0, 64), st.sampled_from(ALPHABET + "01OIL%Ж"))
def test_any_wrong_character_is_found_in_its_group(key: bytes, place: int, letter: str) -> None:
    letters = list(spell(key).replace("-", ""))
    assume(letters[place] != letter and letter.isalnum())
    letters[place] = letter
    assert bad_group("".join(letters)) == place // 5 + 1


@given(keys, st.integers(0, 63))
def test_two_neighbours_exchanged_are_found(key: bytes, place: int) -> None:
    letters = list(spell(key).replace("-", ""))
    assume(letters[place] != letters[place + 1])
    letters[place : place + 2] = reversed(letters[place : place + 2])
    assert bad_group("".join(letters)) is not None


@given(keys, st.integers(0, 12), st.integers(0, 12))
def test_two_groups_exchanged_are_found(key: bytes, one: int, other: int) -> None:
    groups = spell(key).split("-")
    assume(groups[one] != groups[other])
    groups[one], groups[other] = groups[other], groups[one]
    assert bad_group("-".join(groups)) == min(one, other) + 1


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("", None),
        (WHOLE[: 6 * 12 - 1], None),  # a whole group missing at the end
        (WHOLE[:-1], 13),
        (WHOLE + "2", 14),
        (WHOLE + "-" + WHOLE[:5], 14),
        ("password", 1),
        ("ZZZZ" * 50, 1),
    ],
)
def test_too_little_or_too_much_is_found(text: str, group: int | None) -> None:
    assert bad_group(text) == group


def number_as_text(number: int) -> str:
    """Any number below 31 ** 52 in the key's spelling, each group with its proper check character."""
    digits = [number // 31**place % 31 for place in reversed(range(52))]
    groups = [digits[start : start + 4] for start in range(0, 52, 4)]
    weighed = [
        [*group, (sum(weight * digit for weight, digit in enumerate(group, 1)) + 5 * place) % 31]
        for place, group in enumerate(groups, 1)
    ]
    return "-".join("".join(ALPHABET[digit] for digit in group) for group in weighed)


def test_a_number_too_large_for_a_key_is_no_key() -> None:
    assert read(number_as_text(2**256 - 1)) == b"\xff" * 32
    assert bad_group(number_as_text(2**256)) is None
    assert bad_group(number_as_text(31**52 - 1)) is None


def test_new_keys_are_never_the_same() -> None:
    assert len({new_recovery_key() for _ in range(100)}) == 100


def test_a_refusal_does_not_repeat_what_was_typed() -> None:
    with pytest.raises(RecoveryKeyMistyped) as caught:
        read(WHOLE[:-1])
    assert WHOLE[:5] not in repr(caught.value)

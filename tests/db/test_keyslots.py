"""An edited, cut or newer key slot file never opens, whoever made its checksum fit."""

import copy
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from db.errors import KeySlotsDamaged, VaultError, VaultTooNew
from db.keys import create_slots, recover, unlock
from db.keyslot_copies import read_copies
from db.keyslots import Header, decode, make_slot
from tests.builders import CHEAP
from tests.db.keyslot_edits import checked, write_edited

PASSPHRASE = "old maple river"
Place = tuple[str | int, ...]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, dict[str, Any]]:
    """A folder with key slots, the recovery key, and the fields of the file."""
    folder = tmp_path_factory.mktemp("slots")
    _, recovery_key = create_slots(folder, PASSPHRASE, cost=CHEAP, floor=CHEAP)
    return folder, recovery_key, json.loads((folder / "keyslots.json").read_bytes())


def leaves(value: Any, place: Place = ()) -> list[Place]:
    """Where every single value of the file stands."""
    if isinstance(value, dict):
        named = cast("dict[str, Any]", value)
        return [leaf for name, part in named.items() for leaf in leaves(part, (*place, name))]
    if isinstance(value, list):
        listed = cast("list[Any]", value)
        return [leaf for number, part in enumerate(listed) for leaf in leaves(part, (*place, number))]
    return [place]


def changed(fields: Any, place: Place, change: Callable[[Any], Any]) -> Any:
    """The fields with one value changed."""
    result = copy.deepcopy(fields)
    inner = result
    for step in place[:-1]:
        inner = inner[step]
    inner[place[-1]] = change(inner[place[-1]])
    return result


def assert_shut(folder: Path, recovery_key: str) -> None:
    for opening in (
        lambda: unlock(folder, PASSPHRASE, floor=CHEAP),
        lambda: recover(folder, recovery_key, floor=CHEAP),
    ):
        with pytest.raises(VaultError):
            opening()


EDITS: list[Callable[[Any], Any]] = [
    lambda value: value + 1 if isinstance(value, int) else value + "0",
    lambda value: value - 1 if isinstance(value, int) else value[:-1],
    lambda value: value * 2**40 if isinstance(value, int) else value.upper(),
    lambda value: -value if isinstance(value, int) else value[::-1],
    lambda value: float(value) if isinstance(value, int) else value.replace("a", "b"),
    lambda value: "0" if isinstance(value, int) else "",
    bool,
    lambda value: [value],
    lambda value: {"0": value},
    lambda _value: None,
    lambda _value: 10**4000,
    lambda _value: "\ud800",
]


@settings(max_examples=150)
@given(st.data())
def test_any_value_edited_keeps_the_vault_shut(made: tuple[Path, str, dict[str, Any]], data: st.DataObject) -> None:
    folder, recovery_key, fields = made
    places = [place for place in leaves(fields) if place != ("check",)]
    place = data.draw(st.sampled_from(places))
    edited = changed(fields, place, data.draw(st.sampled_from(EDITS)))
    assume(json.dumps(edited) != json.dumps(fields))
    write_edited(folder, edited)
    assert_shut(folder, recovery_key)


@settings(max_examples=100)
@given(st.data())
def test_any_hex_digit_edited_keeps_the_vault_shut(made: tuple[Path, str, dict[str, Any]], data: st.DataObject) -> None:
    folder, recovery_key, fields = made
    long = [place for place in leaves(fields) if place[-1] in {"vault", "salt", "nonce", "wrapped", "seal"}]
    number = data.draw(st.integers(0, 127))
    digit = data.draw(st.sampled_from("0123456789abcdef"))

    def replace(text: str) -> str:
        spot = number % len(text)
        return text[:spot] + digit + text[spot + 1 :]

    edited = changed(fields, data.draw(st.sampled_from(long)), replace)
    assume(edited != fields)
    write_edited(folder, edited)
    assert_shut(folder, recovery_key)


def first_slot(fields: dict[str, Any]) -> dict[str, Any]:
    return fields["slots"][0]


STRUCTURE: dict[str, Callable[[dict[str, Any]], object]] = {
    "a slot dropped": lambda fields: fields["slots"].pop(),
    "the passphrase slot dropped": lambda fields: fields["slots"].pop(0),
    "a slot doubled": lambda fields: fields["slots"].append(fields["slots"][0]),
    "slots exchanged": lambda fields: fields["slots"].reverse(),
    "slots the same": lambda fields: fields["slots"].__setitem__(1, fields["slots"][0]),
    "no slots": lambda fields: fields["slots"].clear(),
    "a field added": lambda fields: fields.update(note="x"),
    "a field added to a slot": lambda fields: first_slot(fields).update(note="x"),
    "a field dropped": lambda fields: fields.pop("seal"),
    "a cost dropped": lambda fields: first_slot(fields)["kdf"].pop("lanes"),
    "a cipher added": lambda fields: fields["cipher"].update(extra="none"),
    "kinds exchanged": lambda fields: [
        slot.update(kind=kind) for slot, kind in zip(fields["slots"], ("recovery", "passphrase"), strict=True)
    ],
    "salts exchanged": lambda fields: first_slot(fields).update(salt=fields["slots"][1]["salt"]),
    "the wrapped key of the other slot": lambda fields: first_slot(fields).update(
        wrapped=fields["slots"][1]["wrapped"]
    ),
}


@pytest.mark.parametrize("edit", STRUCTURE)
def test_another_structure_keeps_the_vault_shut(made: tuple[Path, str, dict[str, Any]], edit: str) -> None:
    folder, recovery_key, fields = made
    edited = copy.deepcopy(fields)
    STRUCTURE[edit](edited)
    write_edited(folder, edited)
    assert_shut(folder, recovery_key)


def test_slots_of_another_vault_keep_the_vault_shut(made: tuple[Path, str, dict[str, Any]], tmp_path: Path) -> None:
    """The attacker's own slot, made with a passphrase he knows, opens his key and not ours."""
    folder, recovery_key, fields = made
    create_slots(tmp_path, PASSPHRASE, cost=CHEAP, floor=CHEAP)
    foreign = json.loads((tmp_path / "keyslots.json").read_bytes())
    write_edited(folder, {**fields, "slots": [foreign["slots"][0], fields["slots"][1]]})
    assert_shut(folder, recovery_key)


def test_a_slot_opens_only_amid_what_it_was_made_with() -> None:
    """Not even with the right secret, and whatever the seal says."""
    header = Header("ab" * 16, {"database": "strong"})
    slot = make_slot(header, "passphrase", b"secret", CHEAP, bytes(32))
    assert slot.open(header, b"secret") == bytes(32)
    assert slot.open(header, b"other") is None
    for other in (Header("cd" * 16, header.cipher), Header(header.vault_id, {"database": "weak"})):
        assert slot.open(other, b"secret") is None
    assert replace(slot, kind="recovery").open(header, b"secret") is None


def test_an_untouched_file_opens(made: tuple[Path, str, dict[str, Any]]) -> None:
    folder, recovery_key, fields = made
    write_edited(folder, fields)
    assert unlock(folder, PASSPHRASE, floor=CHEAP).vault_id == recover(folder, recovery_key, floor=CHEAP).vault_id


def test_costs_outside_the_limits_are_refused_before_any_derivation(made: tuple[Path, str, dict[str, Any]]) -> None:
    folder, _, fields = made
    for name, value in (("memory_kib", 2**33), ("passes", 2**31), ("lanes", 2**24), ("memory_kib", 7), ("lanes", 2)):
        write_edited(folder, changed(fields, ("slots", 1, "kdf", name), lambda _value, value=value: value))
        with pytest.raises(KeySlotsDamaged) as caught:
            unlock(folder, PASSPHRASE, floor=CHEAP)
        assert caught.value.what == "cost"


@settings(max_examples=200)
@given(st.data())
def test_any_byte_changed_is_told_from_a_wrong_passphrase(
    made: tuple[Path, str, dict[str, Any]], data: st.DataObject
) -> None:
    content = bytearray(checked(made[2]))
    place = data.draw(st.integers(0, len(content) - 1))
    content[place] ^= data.draw(st.integers(1, 255))
    with pytest.raises((KeySlotsDamaged, VaultTooNew)):
        decode(bytes(content))


def test_a_file_cut_anywhere_is_damage(made: tuple[Path, str, dict[str, Any]]) -> None:
    content = checked(made[2])
    for length in range(len(content)):
        with pytest.raises(KeySlotsDamaged):
            decode(content[:length])


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_anything_else_is_damage(content: bytes) -> None:
    with pytest.raises(KeySlotsDamaged):
        decode(content)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["format", "version", "slots"]), inner)
        ),
        max_leaves=10,
    )
)
def test_any_other_json_is_damage(value: Any) -> None:
    with pytest.raises(KeySlotsDamaged):
        decode(json.dumps(value).encode())


def test_nothing_in_a_slot_file_prints_a_secret(made: tuple[Path, str, dict[str, Any]]) -> None:
    folder, recovery_key, fields = made
    write_edited(folder, fields)
    shown = repr(read_copies(folder, CHEAP))
    assert PASSPHRASE not in shown
    assert recovery_key not in shown
    assert unlock(folder, PASSPHRASE, floor=CHEAP)._master.hex() not in shown

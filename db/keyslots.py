"""The key slot file: the master key wrapped once under the passphrase, once under the recovery key.

A file counts only if it is, byte for byte, what this module would write for the values in it: nothing can be added,
doubled or reordered unseen. Three checks stand one behind the other:

* ``check``, a plain SHA-256, tells damage from a wrong passphrase before any derivation;
* each slot is wrapped with everything around it as associated data, so an edited cost, salt or name does not open;
* ``seal``, an HMAC under a subkey of the master key, covers both slots: the one not used today was not edited either.

None of them can see an older file put back: its passphrase opens the vault again (vault.md 2.2).
"""

import hashlib
import json
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, Self, cast

from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_decrypt,
    crypto_aead_xchacha20poly1305_ietf_encrypt,
    crypto_aead_xchacha20poly1305_ietf_NPUBBYTES,
)
from nacl.exceptions import CryptoError

from db.errors import KeySlotsDamaged, VaultTooNew
from db.kdf import KEY_BYTES, SALT_BYTES, KdfCost, derive_key

FORMAT = "sandyq-keyslots"
VERSION = 1

SlotKind = Literal["passphrase", "recovery"]
_KINDS: tuple[SlotKind, SlotKind] = ("passphrase", "recovery")
_NONCE_BYTES = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
_WRAPPED_BYTES = KEY_BYTES + 16


@dataclass(frozen=True, slots=True)
class Header:
    """What both slots share: the vault's id (32 hex digits) and what its files are encrypted with."""

    vault_id: str
    cipher: Mapping[str, str]

    def fields(self) -> dict[str, Any]:
        """These values as they stand in the file."""
        return {"format": FORMAT, "version": VERSION, "vault": self.vault_id, "cipher": dict(self.cipher)}


@dataclass(frozen=True, slots=True)
class Slot:
    """The master key as one secret opens it."""

    kind: SlotKind
    cost: KdfCost
    salt: bytes
    nonce: bytes
    wrapped: bytes

    def open(self, header: Header, secret: bytes) -> bytes | None:
        """The master key, or None when the secret is another or anything around the slot was edited."""
        key = derive_key(secret, self.salt, self.cost)
        aad = _associated(header, self.kind, self.cost, self.salt)
        try:
            return crypto_aead_xchacha20poly1305_ietf_decrypt(self.wrapped, aad, self.nonce, key)
        except CryptoError:
            return None

    def fields(self) -> dict[str, Any]:
        """These values as they stand in the file."""
        wrapped = {"nonce": self.nonce.hex(), "wrapped": self.wrapped.hex()}
        return {**_slot_fields(self.kind, self.cost, self.salt), **wrapped}


@dataclass(frozen=True, slots=True)
class SlotFile:
    """An intact file: its slots in the order passphrase, recovery, and their seal (64 hex digits)."""

    header: Header
    slots: tuple[Slot, Slot]
    seal: str

    def slot(self, kind: SlotKind) -> Slot:
        """The slot of that kind."""
        return self.slots[_KINDS.index(kind)]

    def with_slot(self, slot: Slot) -> Self:
        """The same file with one slot exchanged; its seal no longer fits."""
        slots = (slot, self.slots[1]) if slot.kind == "passphrase" else (self.slots[0], slot)
        return replace(self, slots=slots)

    def sealed_part(self) -> bytes:
        """What the seal covers."""
        return _canonical({**self.header.fields(), "slots": [slot.fields() for slot in self.slots]})

    def encode(self) -> bytes:
        """The file's bytes."""
        fields = {**self.header.fields(), "slots": [slot.fields() for slot in self.slots], "seal": self.seal}
        check = hashlib.sha256(_canonical(fields)).hexdigest()
        return json.dumps({**fields, "check": check}, indent=1, ensure_ascii=True).encode() + b"\n"

    def is_within(self, floor: KdfCost) -> bool:
        """Whether every slot costs at least ``floor`` and at most the ceiling."""
        return all(slot.cost.is_within(floor) for slot in self.slots)


def make_slot(header: Header, kind: SlotKind, secret: bytes, cost: KdfCost, master: bytes) -> Slot:
    """Wrap the master key under a secret, with a fresh salt and nonce."""
    salt, nonce = secrets.token_bytes(SALT_BYTES), secrets.token_bytes(_NONCE_BYTES)
    key = derive_key(secret, salt, cost)
    aad = _associated(header, kind, cost, salt)
    return Slot(kind, cost, salt, nonce, crypto_aead_xchacha20poly1305_ietf_encrypt(master, aad, nonce, key))


def decode(content: bytes) -> SlotFile:
    """Read a file; `KeySlotsDamaged` for any this module would not have written, `VaultTooNew` for a later format."""
    try:
        fields = json.loads(content)
        _refuse_newer(fields)
        slots = tuple(_decode_slot(fields["slots"][place], kind) for place, kind in enumerate(_KINDS))
        header = Header(_text(fields["vault"], r"[0-9a-f]{32}"), _cipher(fields["cipher"]))
        file = SlotFile(header, cast("tuple[Slot, Slot]", slots), _text(fields["seal"], r"[0-9a-f]{64}"))
        whole = file.encode()
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        raise KeySlotsDamaged("format") from None
    if whole != content:
        raise KeySlotsDamaged("content")
    return file


def _refuse_newer(fields: Any) -> None:
    version = fields["version"]
    if fields["format"] == FORMAT and type(version) is int and version > VERSION:
        raise VaultTooNew(f"{FORMAT} {version}", f"{FORMAT} {VERSION}")


def _decode_slot(fields: Any, kind: SlotKind) -> Slot:
    kdf = fields["kdf"]
    cost = KdfCost(*(_number(kdf[name]) for name in ("memory_kib", "passes", "lanes")))
    salt, nonce, wrapped = (_bytes(fields[name]) for name in ("salt", "nonce", "wrapped"))
    if (len(salt), len(nonce), len(wrapped)) != (SALT_BYTES, _NONCE_BYTES, _WRAPPED_BYTES):
        raise ValueError
    return Slot(kind, cost, salt, nonce, wrapped)


def _slot_fields(kind: SlotKind, cost: KdfCost, salt: bytes) -> dict[str, Any]:
    kdf = {
        "name": "argon2id",
        "version": 19,  # Argon2 1.3, RFC 9106
        "memory_kib": cost.memory_kib,
        "passes": cost.passes,
        "lanes": cost.lanes,
    }
    return {"kind": kind, "kdf": kdf, "salt": salt.hex()}


def _associated(header: Header, kind: SlotKind, cost: KdfCost, salt: bytes) -> bytes:
    return _canonical({**header.fields(), **_slot_fields(kind, cost, salt)})


def _canonical(fields: Mapping[str, Any]) -> bytes:
    return json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode()


def _cipher(value: Any) -> dict[str, str]:
    return {_text(name): _text(text) for name, text in value.items()}


def _number(value: Any) -> int:
    if type(value) is not int:
        raise TypeError
    return value


def _text(value: Any, shape: str = r".*") -> str:
    if not isinstance(value, str) or not re.fullmatch(shape, value):
        raise TypeError
    return value


def _bytes(value: Any) -> bytes:
    return bytes.fromhex(_text(value))

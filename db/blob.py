"""The format of a stored document: a header, then the libsodium stream of its chunks.

====  =====  ==================================================================================================
from  bytes  header
====  =====  ==================================================================================================
0     8      ``sandyq`` and a zero byte, then the version (1)
8     16     id of the vault
24    16     id of the blob, which is also the file's name
40    24     nonce of the wrapped key
64    48     the file's own key, XChaCha20-Poly1305 under the vault's blob subkey, with bytes 0 to 39 as associated data
112   24     header of the stream (crypto_secretstream_xchacha20poly1305)
====  =====  ==================================================================================================

Chunks of `CHUNK` bytes follow, each 17 bytes longer than its plain text and bound to the whole header. Only the last
may be shorter, and it alone carries the tag FINAL: without it, or with anything behind it, the document is damaged. The
size of a document can be seen from outside (vault.md 2.3).
"""

import secrets

from nacl import bindings as sodium
from nacl.exceptions import CryptoError

from db.errors import DocumentDamaged
from db.keys import Keys
from db.types import BlobId

CHUNK = 1024 * 1024  # 64 KiB took a tenth more processor time, and longer by the clock: more hand-overs between threads
SEALED_CHUNK = CHUNK + sodium.crypto_secretstream_xchacha20poly1305_ABYTES

_MAGIC = b"sandyq\x00\x01"
_NONCE_BYTES = sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
_PREFIX_BYTES = 40
_STREAM_AT = 112
HEADER_BYTES = _STREAM_AT + sodium.crypto_secretstream_xchacha20poly1305_HEADERBYTES
_FINAL = sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL
_MORE = sodium.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE


class Sealer:
    """Encrypts one document: write ``header``, then each chunk sealed."""

    def __init__(self, keys: Keys, blob: BlobId) -> None:
        prefix = _prefix(keys, blob)
        key = secrets.token_bytes(sodium.crypto_secretstream_xchacha20poly1305_KEYBYTES)
        nonce = secrets.token_bytes(_NONCE_BYTES)
        wrapped = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(key, prefix, nonce, keys.subkey("blob"))
        self._stream = sodium.crypto_secretstream_xchacha20poly1305_state()
        start = sodium.crypto_secretstream_xchacha20poly1305_init_push(self._stream, key)
        self.header = prefix + nonce + wrapped + start

    def seal(self, chunk: bytes, *, is_last: bool) -> bytes:
        """The chunk as it goes into the file."""
        tag = _FINAL if is_last else _MORE
        return sodium.crypto_secretstream_xchacha20poly1305_push(self._stream, chunk, self.header, tag)


class Opener:
    """Decrypts one document; raises `DocumentDamaged` for whatever is not exactly what was written."""

    def __init__(self, keys: Keys, blob: BlobId, header: bytes) -> None:
        self._blob = blob
        self._header = header
        prefix = _prefix(keys, blob)
        if len(header) < HEADER_BYTES:
            raise DocumentDamaged(blob, "truncated")
        for part, what in ((slice(8), "format"), (slice(8, 24), "other vault"), (slice(24, 40), "other document")):
            if header[part] != prefix[part]:
                raise DocumentDamaged(blob, what)
        nonce, wrapped = header[_PREFIX_BYTES:64], header[64:_STREAM_AT]
        try:
            key = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(wrapped, prefix, nonce, keys.subkey("blob"))
        except CryptoError:
            raise DocumentDamaged(blob, "altered") from None
        self._stream = sodium.crypto_secretstream_xchacha20poly1305_state()
        sodium.crypto_secretstream_xchacha20poly1305_init_pull(self._stream, header[_STREAM_AT:], key)

    def open(self, sealed: bytes) -> tuple[bytes, bool]:
        """The plain chunk, and whether it is the last."""
        is_short = len(sealed) < SEALED_CHUNK
        try:
            chunk, tag = sodium.crypto_secretstream_xchacha20poly1305_pull(self._stream, sealed, self._header)
        except CryptoError:
            raise DocumentDamaged(self._blob, "truncated" if is_short else "altered") from None
        return chunk, tag == _FINAL


def _prefix(keys: Keys, blob: BlobId) -> bytes:
    return _MAGIC + bytes.fromhex(keys.vault_id) + bytes.fromhex(blob)

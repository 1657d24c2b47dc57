"""Sealed backups (加密备份): what lies in a cloud folder or on a lost stick is nobody's to read.

A password makes a *lock*: a public key whose private half comes out of the password and a salt
through scrypt, and is never kept. With the lock a backup can be sealed, by the program itself at
night too; only the password opens one again. Each file has a key of its own (X25519, HKDF). The
content goes through AES-256-GCM in chunks, each bound to the header, to its place and to whether it
is the last: a file that was cut, changed or put together anew is told from a whole one, and a shop
of any size passes through little memory (docs/decisions/0011).
"""

import hmac
import struct
from collections.abc import Iterator
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any, BinaryIO, Final, NamedTuple

from erp_desktop.core import errors

ENDING: Final = ".sealed"
MARK: Final = b"ERPSEAL\n"
VERSION: Final = 1
CHUNK: Final = 1 << 20
COST: Final = (17, 8, 1)  # scrypt: 2**17 rounds of 8 blocks, which is 128 MiB, half a second
_COSTLIEST: Final = (20, 16, 4)  # a file that asks for more than that is not one of ours
_HEAD: Final = struct.Struct(">8sBBBBI16s32s")  # mark, version, scrypt's three, chunk, salt, key
_CHECK: Final = 32  # bytes behind the head that tell a wrong password from a damaged file
_TAG: Final = 16  # bytes that AES-GCM adds to a chunk


class Lock(NamedTuple):
    """What closes a backup and cannot open one; it may be kept where the shop is."""

    salt: bytes
    public: bytes

    def as_text(self) -> str:
        """The lock as settings keep it."""
        return (self.salt + self.public).hex()

    @classmethod
    def of_text(cls, text: str) -> "Lock | None":
        """Read `as_text`; None for what is no lock."""
        try:
            raw = bytes.fromhex(text)
        except ValueError:
            return None
        return cls(raw[:16], raw[16:]) if len(raw) == 48 else None


class _Keys(NamedTuple):
    """What one file is sealed with: its head, the key of its chunks, the check of the head."""

    head: bytes
    content: bytes
    check: bytes


def make_lock(password: str) -> Lock:
    """A lock that this password opens. Raises Missing for an empty one. Takes half a second."""
    from secrets import token_bytes

    if not password:
        raise errors.Missing("password")
    salt = token_bytes(16)
    return Lock(salt, _public(_private(password, salt, COST)))


def is_sealed(file: Path) -> bool:
    """Whether a file is a sealed backup, whatever it is called."""
    try:
        with file.open("rb") as opened:
            return opened.read(len(MARK)) == MARK
    except OSError:
        return False


def seal(source: Path, target: Path, lock: Lock) -> None:
    """Write `source` sealed to `target`, then read it back and compare.

    Raises BackupDamaged when what was written is not what is read. OSError goes through.
    """
    keys = _new_keys(lock)
    written = sha256()
    with source.open("rb") as plain, target.open("wb") as sealed:
        sealed.write(keys.head + keys.check)
        for chunk in _sealed(plain, keys, written):
            sealed.write(chunk)
    read = sha256()
    with target.open("rb") as sealed:
        sealed.seek(_HEAD.size + _CHECK)
        for chunk in _opened(sealed, keys, target):
            read.update(chunk)
    if read.digest() != written.digest():
        raise errors.BackupDamaged(target)


def unseal(source: Path, target: Path, password: str) -> None:
    """Write what a sealed backup holds to `target`; a fault leaves an unfinished file there.

    Raises BackupSealed without a password, WrongBackupPassword, BackupDamaged when the file was cut
    or changed, ShopTooNew for a seal of a later version. OSError goes through.
    """
    with source.open("rb") as sealed:
        keys = _keys_of(sealed, source, password)
        with target.open("wb") as plain:
            for chunk in _opened(sealed, keys, source):
                plain.write(chunk)


# -- keys ------------------------------------------------------------------------------------------


def _private(password: str, salt: bytes, cost: tuple[int, int, int]) -> Any:
    from unicodedata import normalize

    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    said = normalize("NFKC", password).encode("utf-8")  # as another keyboard would type it
    log, blocks, lanes = cost
    kept = Scrypt(salt=salt, length=32, n=1 << log, r=blocks, p=lanes).derive(said)
    return X25519PrivateKey.from_private_bytes(kept)


def _public(private: Any) -> bytes:
    return bytes(private.public_key().public_bytes_raw())


def _new_keys(lock: Lock) -> _Keys:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

    mine = X25519PrivateKey.generate()
    head = _HEAD.pack(MARK, VERSION, *COST, CHUNK, lock.salt, _public(mine))
    return _keys(head, mine.exchange(X25519PublicKey.from_public_bytes(lock.public)), lock.public)


def _keys_of(sealed: BinaryIO, path: Path, password: str) -> _Keys:
    """The keys out of a file's head and the password."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey

    head, check = sealed.read(_HEAD.size), sealed.read(_CHECK)
    if len(check) < _CHECK or not head.startswith(MARK):
        raise errors.BackupDamaged(path)
    _, version, log, blocks, lanes, chunk, salt, theirs = _HEAD.unpack(head)
    if version > VERSION:
        raise errors.ShopTooNew(path, version, VERSION)
    within = all(1 <= x <= y for x, y in zip((log, blocks, lanes), _COSTLIEST, strict=True))
    if not within or chunk != CHUNK:
        raise errors.BackupDamaged(path)
    if not password:
        raise errors.BackupSealed(path)
    mine = _private(password, salt, (log, blocks, lanes))
    try:
        shared = mine.exchange(X25519PublicKey.from_public_bytes(theirs))
    except ValueError as wrong:  # a point that no honest file has
        raise errors.BackupDamaged(path) from wrong
    keys = _keys(head, shared, _public(mine))
    if not hmac.compare_digest(keys.check, check):
        raise errors.WrongBackupPassword(path)
    return keys


def _keys(head: bytes, shared: bytes, public: bytes) -> _Keys:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    info = b"ERP Desktop sealed backup" + head + public
    both = HKDF(algorithm=SHA256(), length=64, salt=None, info=info).derive(shared)
    check = hmac.new(both[32:], head, sha256).digest()
    return _Keys(head, both[:32], check)


# -- chunks ----------------------------------------------------------------------------------------


def _sealed(plain: BinaryIO, keys: _Keys, written: Any) -> Iterator[bytes]:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    cipher = AESGCM(keys.content)
    for nonce, chunk in _numbered(plain, CHUNK):
        written.update(chunk)
        yield cipher.encrypt(nonce, chunk, keys.head)


def _opened(sealed: BinaryIO, keys: _Keys, path: Path) -> Iterator[bytes]:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    cipher = AESGCM(keys.content)
    for nonce, chunk in _numbered(sealed, CHUNK + _TAG):
        try:
            yield cipher.decrypt(nonce, chunk, keys.head)
        except InvalidTag as wrong:
            raise errors.BackupDamaged(path) from wrong


def _numbered(file: BinaryIO, size: int) -> Iterator[tuple[bytes, bytes]]:
    """A file in chunks, at least one, each with a nonce that says its place and if it is last.

    The key is this file's alone, so a counter never comes twice under it.
    """
    chunk = file.read(size)
    for place in count():
        following = file.read(size)
        yield struct.pack(">3xQB", place, not following), chunk
        if not following:
            return
        chunk = following

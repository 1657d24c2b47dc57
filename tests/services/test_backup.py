"""Backups: proved, sealed where the owner wants it, and never half made."""

import os
import sqlite3
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from builders import Shop
from erp_desktop.core import errors
from erp_desktop.reports.integrity import verify
from erp_desktop.services.shop import sealing
from erp_desktop.services.shop.backup import back_up, restore
from erp_desktop.services.shop.sealing import CHUNK, Lock, make_lock, seal, unseal
from erp_desktop.services.unit_of_work import UnitOfWork, open_shop

PASSWORD = "龙井 2026 – spring"  # noqa: S105
HEAD = 96  # bytes before the first chunk


@pytest.fixture(autouse=True)
def _cheap_scrypt(monkeypatch):
    """The real cost takes half a second each time; one test below pays it."""
    monkeypatch.setattr(sealing, "COST", (10, 8, 1))


def prove(work: UnitOfWork) -> None:
    assert work.read(verify).ok


def sold_something(shop: Shop) -> None:
    shop.receive("TEA", 10, "8")
    shop.sell("TEA", 3, "12")


def test_a_sealed_backup_shows_nothing_and_comes_back_whole(shop, tmp_path):
    sold_something(shop)
    path = back_up(shop.work, tmp_path / "safe", prove, make_lock(PASSWORD))
    restore(path, tmp_path / "new.shop", prove, PASSWORD)

    assert path.name.endswith(".shop.sealed")
    assert list((tmp_path / "safe").iterdir()) == [path]
    content = path.read_bytes()
    assert b"SQLite" not in content
    assert b"TEA" not in content
    assert not list(tmp_path.glob(".erp-backup-*"))
    again = open_shop(str(tmp_path / "new.shop"))
    ask = "SELECT number, hash FROM document ORDER BY id"
    assert again.read(lambda b: b.rows(ask)) == shop.work.read(lambda b: b.rows(ask))
    again.close()


@pytest.mark.parametrize(
    ("password", "refusal"),
    [("", errors.BackupSealed), ("龙井 2025", errors.WrongBackupPassword)],
)
def test_without_its_password_nothing_is_written(local_shop, tmp_path, password, refusal):
    path = back_up(local_shop.work, tmp_path / "safe", prove, make_lock(PASSWORD))
    (tmp_path / "empty").mkdir()
    with pytest.raises(refusal):
        restore(path, tmp_path / "empty" / "new.shop", prove, password)
    assert not list((tmp_path / "empty").iterdir())


def sealed_file(tmp_path: Path, plain: bytes) -> Path:
    (tmp_path / "plain").write_bytes(plain)
    seal(tmp_path / "plain", tmp_path / "sealed", make_lock(PASSWORD))
    return tmp_path / "sealed"


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK])
def test_files_of_any_size_come_back(tmp_path, size):
    plain = os.urandom(size)
    unseal(sealed_file(tmp_path, plain), tmp_path / "back", PASSWORD)
    assert (tmp_path / "back").read_bytes() == plain


def flipped(content: bytes, at: int) -> bytes:
    return content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]


def swapped(content: bytes) -> bytes:
    """The first two chunks in the other order."""
    one, two = HEAD + CHUNK + 16, HEAD + 2 * (CHUNK + 16)
    return content[:HEAD] + content[one:two] + content[HEAD:one] + content[two:]


HARM = {
    "cut in a chunk": lambda c: c[:-1],
    "cut between chunks": lambda c: c[: HEAD + 2 * (CHUNK + 16)],
    "only the head": lambda c: c[:HEAD],
    "not even the head": lambda c: c[:40],
    "something behind": lambda c: c + b"\0",
    "a bit of the first chunk": lambda c: flipped(c, HEAD),
    "the last bit": lambda c: flipped(c, len(c) - 1),
    "chunks in another order": swapped,
    "costs that would fill the memory": lambda c: c[:9] + bytes([60]) + c[10:],
}


@pytest.mark.parametrize("harm", HARM.values(), ids=HARM)
def test_a_file_that_was_cut_or_changed_is_refused(tmp_path, harm):
    path = sealed_file(tmp_path, os.urandom(3 * CHUNK))
    path.write_bytes(harm(path.read_bytes()))
    with pytest.raises(errors.BackupDamaged):
        unseal(path, tmp_path / "back", PASSWORD)


@pytest.mark.parametrize("at", [9, 11, 20, 40, 80])
def test_no_bit_of_the_head_can_be_changed(tmp_path, at):
    path = sealed_file(tmp_path, b"tea")
    path.write_bytes(flipped(path.read_bytes(), at))
    with pytest.raises((errors.WrongBackupPassword, errors.BackupDamaged)):
        unseal(path, tmp_path / "back", PASSWORD)


def test_a_seal_of_a_later_version_says_so(tmp_path):
    path = sealed_file(tmp_path, b"tea")
    path.write_bytes(flipped(path.read_bytes(), 8)[:8] + b"\x02" + path.read_bytes()[9:])
    with pytest.raises(errors.ShopTooNew):
        unseal(path, tmp_path / "back", PASSWORD)


def test_the_format_is_what_the_decision_says(tmp_path, monkeypatch):
    """Opened here by hand, at the real cost: what is written must stay readable for years."""
    import hmac
    from hashlib import scrypt

    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    monkeypatch.setattr(sealing, "COST", (17, 8, 1))
    content = sealed_file(tmp_path, b"tea" * CHUNK).read_bytes()

    head, check = content[:64], content[64:HEAD]
    mark, version, log, r, p, size, salt, theirs = struct.unpack(">8sBBBBI16s32s", head)
    assert (mark, version, log, r, p, size) == (b"ERPSEAL\n", 1, 17, 8, 1, 1 << 20)
    kept = scrypt(PASSWORD.encode(), salt=salt, n=1 << log, r=r, p=p, maxmem=1 << 28, dklen=32)
    mine = X25519PrivateKey.from_private_bytes(kept)
    public = mine.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    both = HKDF(SHA256(), 64, None, b"ERP Desktop sealed backup" + head + public).derive(
        mine.exchange(X25519PublicKey.from_public_bytes(theirs))
    )
    assert hmac.new(both[32:], head, "sha256").digest() == check
    plain = b"".join(
        AESGCM(both[:32]).decrypt(
            bytes(3) + place.to_bytes(8, "big") + bytes([place == 2]), content[at : at + size + 16],
            head,
        )
        for place, at in enumerate(range(HEAD, len(content), size + 16))
    )  # fmt: skip
    assert plain == b"tea" * CHUNK


def test_a_lock_closes_and_does_not_open(tmp_path):
    lock = make_lock(PASSWORD)
    assert Lock.of_text(lock.as_text()) == lock
    assert Lock.of_text("never") is Lock.of_text("") is None
    (tmp_path / "plain").write_bytes(b"tea")
    seal(tmp_path / "plain", tmp_path / "one", lock)
    seal(tmp_path / "plain", tmp_path / "two", lock)
    assert (tmp_path / "one").read_bytes() != (tmp_path / "two").read_bytes()
    with pytest.raises(errors.WrongBackupPassword):
        unseal(tmp_path / "one", tmp_path / "back", lock.as_text())
    with pytest.raises(errors.Missing):
        make_lock("")


def test_a_copy_that_does_not_prove_itself_is_no_backup(local_shop, tmp_path):
    def refuse(work: UnitOfWork) -> None:
        raise errors.ShopDamaged(work.database.place, "TEA")

    for lock in (None, make_lock(PASSWORD)):
        with pytest.raises(errors.ShopDamaged):
            back_up(local_shop.work, tmp_path / "safe", refuse, lock)
    assert not list((tmp_path / "safe").iterdir())
    assert not list(tmp_path.glob(".*"))


@pytest.mark.parametrize("sealed", [False, True])
def test_a_full_disk_leaves_nothing(local_shop, tmp_path, sealed):
    disk = tmp_path / "disk"
    disk.mkdir()
    small = ["mount", "-t", "tmpfs", "-o", "size=100k", "tmpfs", str(disk)]
    if subprocess.run(small, check=False, capture_output=True).returncode:
        pytest.skip("no disk can be mounted here")
    try:
        with pytest.raises(errors.DiskFull):
            back_up(local_shop.work, disk, prove, make_lock(PASSWORD) if sealed else None)
        assert not list(disk.iterdir())
    finally:
        subprocess.run(["umount", str(disk)], check=True)


KILLED = """
import os, sys
from pathlib import Path
from erp_desktop.services.shop import backup, sealing
from erp_desktop.services.unit_of_work import open_shop
sealing.COST = (10, 8, 1)
real = os.fsync
os.fsync = lambda number: os._exit(9)  # gone just before the file would get its name
lock = sealing.make_lock("tea") if sys.argv[3] else None
backup.back_up(open_shop(sys.argv[1]), Path(sys.argv[2]), lambda work: None, lock)
"""


@pytest.mark.parametrize("sealed", ["", "yes"])
def test_a_program_that_is_killed_leaves_no_backup_and_the_next_one_tidies_up(
    local_shop, tmp_path, sealed
):
    safe = tmp_path / "safe"
    place = local_shop.work.database.place
    killed = subprocess.run([sys.executable, "-c", KILLED, place, safe, sealed], check=False)
    assert killed.returncode == 9
    left = [*safe.iterdir(), *tmp_path.glob(".erp-backup-*")]
    assert left
    assert not [one for one in safe.iterdir() if one.suffix in {".shop", ".sealed"}]

    for one in left:
        os.utime(one, (0, 0))
    path = back_up(local_shop.work, safe, prove, make_lock(PASSWORD))
    assert list(safe.iterdir()) == [path]
    assert not list(tmp_path.glob(".erp-backup-*"))


@pytest.mark.postgres
def test_the_copy_of_a_server_shows_one_moment(postgres_database, tmp_path, monkeypatch):
    """A till sells while the tables are being read: the copy balances without that sale."""
    from erp_desktop.models import copying

    shop = Shop.found(postgres_database)
    shop.product("TEA")
    sold_something(shop)
    before = shop.work.read(lambda books: books.value("SELECT COUNT(*) FROM document"))
    put, sold = copying._put, []

    def put_while_selling(target, table, rows):
        put(target, table, rows)
        if table.name == "product" and not sold:
            sold.append(shop.sell("TEA", 1, "12"))

    monkeypatch.setattr(copying, "_put", put_while_selling)
    path = back_up(shop.work, tmp_path, prove)
    shop.work.close()

    with sqlite3.connect(path) as copy:
        assert copy.execute("SELECT COUNT(*) FROM document").fetchone() == (before,)
        assert not copy.execute("PRAGMA foreign_key_check").fetchall()
    copy.close()
    assert sold


@pytest.mark.postgres
def test_a_shop_that_does_not_prove_itself_leaves_the_server_empty(
    local_shop, postgres_database, tmp_path
):
    path = back_up(local_shop.work, tmp_path / "safe", prove)
    asked = []

    def refuse_the_second(work: UnitOfWork) -> None:
        asked.append(work)
        if len(asked) == 2:
            raise errors.ShopDamaged(work.database.called, "TEA")

    with pytest.raises(errors.ShopDamaged):
        restore(path, postgres_database, refuse_the_second)
    restore(path, postgres_database, prove)  # empty again: it can take the shop
    again = open_shop(postgres_database)
    assert again.read(verify).ok
    again.close()


def test_a_start_waits_for_no_cipher():
    """Nor for a server's library: both are loaded when a backup asks for them."""
    program = (
        "import sys; import erp_desktop.views.shop_window, erp_desktop.views.backups; "
        "print([name for name in ('cryptography', 'psycopg', 'sqlalchemy') if name in sys.modules])"
    )
    told = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == "[]"

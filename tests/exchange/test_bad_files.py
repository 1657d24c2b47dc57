"""A file that cannot be read is refused with the reason, never with a traceback."""

import gzip
import random
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from erp_desktop.core.errors import FileUnreadable
from erp_desktop.exchange.mapping import read_mapping
from erp_desktop.exchange.sheet import read_sheets

Save = Callable[..., Path]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def why(path: Path, **told: str) -> str:
    with pytest.raises(FileUnreadable) as refused:
        read_sheets(path, **told)
    assert refused.value.facts["path"] == str(path)
    return refused.value.facts["detail"]


def workbook(path: Path, *rows: list[object]) -> Path:
    made = Workbook()
    for row in rows:
        made.active.append(row)
    made.save(path)
    return path


def test_missing_empty_and_a_folder(tmp_path: Path, saved: Save) -> None:
    assert why(tmp_path / "no.csv") == "missing"
    assert why(tmp_path) == "wrong kind"
    assert why(saved("empty.csv", "")) == "empty"
    assert why(saved("blank.csv", "\n\n,,\n")) == "empty"
    assert why(saved("empty.xlsx", b"")) == "empty"
    assert why(workbook(tmp_path / "nothing.xlsx")) == "empty"
    assert why(saved("empty.csv.gz", gzip.compress(b""))) == "empty"


def test_only_a_head(tmp_path: Path, saved: Save) -> None:
    assert why(saved("head.csv", "SKU,Name\n\n")) == "header only"
    assert why(workbook(tmp_path / "head.xlsx", ["SKU", "Name"])) == "header only"


def test_a_workbook_that_is_none(tmp_path: Path, saved: Save) -> None:
    assert why(saved("text.xlsx", "SKU,Name\n1,Tea\n")) == "wrong kind"
    assert why(saved("text.xls", "SKU\tName\n1\tTea\n")) == "wrong kind"
    with ZipFile(tmp_path / "photos.xlsx", "w") as photos:
        photos.writestr("holiday.jpg", b"...")
    assert why(tmp_path / "photos.xlsx") == "wrong kind"


def test_a_text_file_that_is_a_workbook(tmp_path: Path) -> None:
    workbook(tmp_path / "b.xlsx", ["SKU"], ["A"]).rename(tmp_path / "b.csv")
    assert why(tmp_path / "b.csv") == "wrong kind"


def test_broken_files(tmp_path: Path, saved: Save) -> None:
    whole = workbook(tmp_path / "b.xlsx", ["SKU"], ["A"]).read_bytes()
    assert why(saved("half.xlsx", whole[: len(whole) // 2])) == "damaged"
    assert why(saved("old.xls", OLE + bytes(2_000))) == "damaged"
    assert why(saved("half.csv.gz", gzip.compress(b"SKU,Qty\nA,1\n" * 99)[:40])) == "damaged"
    assert why(saved("bits.csv.gz", b"\x1f\x8b\x08" + bytes(40))) == "damaged"
    assert why(saved("quote.csv", 'SKU,Name\nA,"' + "x" * (1 << 21))) == "damaged"


def test_a_workbook_with_a_password(saved: Save) -> None:
    locked = OLE + bytes(500) + "EncryptedPackage".encode("utf-16-le") + bytes(500)
    assert why(saved("locked.xlsx", locked)) == "password"


def test_garbage(saved: Save) -> None:
    noise = random.Random(7).randbytes(5_000)
    assert why(saved("noise.csv", noise)) == "binary"
    assert why(saved("photo.csv", b"\x89PNG\r\n\x1a\n" + bytes(range(256)))) == "binary"
    assert (
        why(
            saved(
                "wrong.csv",
                "SKU\n绿茶\n".encode(),
            ),
            encoding="ascii",
        )
        == "encoding"
    )
    assert why(saved("cut.csv", "SKU,绿茶\nA,绿茶\n".encode("utf-16")[:-1])) == "encoding"


def test_a_locked_file(saved: Save, monkeypatch: pytest.MonkeyPatch) -> None:
    path = saved("open.csv", "SKU\nA\n")

    def locked(_: Path) -> bytes:
        raise PermissionError

    monkeypatch.setattr(Path, "read_bytes", locked)
    assert why(path) == "locked"


def test_a_mapping_that_is_none(saved: Save, tmp_path: Path) -> None:
    for content in ("{", "[1]", '{"columns": {"sku": 1}}', "\xff"):
        with pytest.raises(FileUnreadable):
            read_mapping(saved("m.json", content, "latin-1"))
    with pytest.raises(FileUnreadable):
        read_mapping(tmp_path / "no.json")

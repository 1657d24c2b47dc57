"""Addresses of shops on a server, and the passwords that are kept beside them."""

import stat

import pytest

from erp_desktop.core.last_shop import recent_shops, remember_shop, without_password
from erp_desktop.core.server_address import (
    ServerAddress,
    passfile,
    password_kept,
    read_address,
    remember_password,
)


@pytest.fixture(autouse=True)
def own_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("ERP_CONFIG", str(tmp_path / "config"))


@pytest.mark.parametrize(
    "address",
    [
        ServerAddress("db.shop.local", "shop", "till"),
        ServerAddress("192.168.1.10", "店铺", "till one", 6000, "p:a@s/s%"),
        ServerAddress("fe80::1", "shop", "till", 5433),
        ServerAddress("/run/postgresql", "shop", "till"),
        ServerAddress("db", "shop", ""),
    ],
)
def test_an_address_is_read_as_it_was_written(address):
    assert read_address(address.url()) == address


@pytest.mark.parametrize("words", ["", "C:\\shop.shop", "/home/a/b.shop", "http://x/y",
                                   "postgresql://db:port/shop"])  # fmt: skip
def test_what_is_no_address_is_none(words):
    assert read_address(words) is None


def test_what_is_shown_and_kept_has_no_password(tmp_path):
    assert without_password("postgresql://me:secret@db/shop") == "postgresql://me@db/shop"
    assert without_password("postgresql://me@db/shop") == "postgresql://me@db/shop"
    assert without_password("/a/b.shop") == "/a/b.shop"
    remember_shop("postgresql+psycopg://me:secret@db/shop")
    assert recent_shops() == ["postgresql+psycopg://me@db/shop"]


def test_a_password_is_kept_for_this_person_alone_and_forgotten_again():
    till = ServerAddress("db", "shop", "till", 5432, "a:b\\c")
    remember_password(ServerAddress("other", "shop", "till", 5432, "x"))
    remember_password(till)
    assert password_kept(till._replace(password=""))
    assert passfile().read_text("utf-8").splitlines()[1] == "db:5432:shop:till:a\\:b\\\\c"
    assert stat.S_IMODE(passfile().stat().st_mode) == 0o600
    remember_password(till._replace(password=""))
    assert not password_kept(till)
    assert passfile().read_text("utf-8") == "other:5432:shop:till:x\n"

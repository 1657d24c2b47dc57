"""Encrypted backups by the command line: the password comes from the environment, never a word."""

import pytest

from erp_desktop.services.shop import sealing
from erp_desktop.services.shop.settings import keep_backup_lock
from erp_desktop.services.unit_of_work import open_shop


@pytest.fixture(autouse=True)
def _cheap_scrypt(monkeypatch):
    monkeypatch.setattr(sealing, "COST", (10, 8, 1))


def test_a_backup_is_encrypted_and_comes_back(erp, shop, tmp_path, monkeypatch):
    monkeypatch.setenv("TEA_PASSWORD", "long leaves")
    by = ("--password-env", "TEA_PASSWORD")
    made = erp("--shop", shop, "--json", "backup", tmp_path / "safe", *by).json
    assert made["encrypted"]
    assert made["backup"].endswith(".shop.sealed")

    refused = erp("--json", "restore", made["backup"], "--to", tmp_path / "new.shop")
    assert (refused.status, refused.json["error"]) == (1, "BackupSealed")
    monkeypatch.setenv("WRONG", "short leaves")
    wrong = erp("restore", made["backup"], "--to", tmp_path / "new.shop", "--password-env", "WRONG")
    assert wrong.status == 1
    assert "the password does not open" in wrong.err
    assert not (tmp_path / "new.shop").exists()

    assert erp("restore", made["backup"], "--to", tmp_path / "new.shop", *by).status == 0
    assert erp("--shop", tmp_path / "new.shop", "verify").status == 0


def test_a_variable_without_a_password_is_wrong_usage(erp, shop, tmp_path, monkeypatch):
    monkeypatch.setenv("EMPTY", "")
    for name in ("EMPTY", "NOT_SET"):
        done = erp("--shop", shop, "backup", tmp_path / "safe", "--password-env", name)
        assert done.status == 2
        assert name in done.err
    assert not (tmp_path / "safe").exists()


def test_the_owner_s_choice_holds_for_scripts_too(erp, shop, tmp_path):
    work = open_shop(str(shop))
    work.run(keep_backup_lock, sealing.make_lock("long leaves").as_text())
    work.close()
    assert erp("--shop", shop, "--json", "backup", tmp_path / "safe").json["encrypted"]

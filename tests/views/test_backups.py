"""Backups in the windows: encrypted where the owner wants it, and of a shop on a server too."""

from pathlib import Path

import psycopg
import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QApplication, QDialog

from erp_desktop.services.shop import sealing
from erp_desktop.services.shop.backup import back_up, restore
from erp_desktop.services.shop.settings import backup_lock
from erp_desktop.services.unit_of_work import open_shop
from erp_desktop.services.users.people import add_person
from erp_desktop.views import backups, memory
from erp_desktop.views.backups import Often
from erp_desktop.views.first_run import restoring
from erp_desktop.views.first_run.server_dialog import EmptyServerDialog
from erp_desktop.views.settings import backup_section
from erp_desktop.views.settings.backup_lock import LockDialog, RestoreQuestion
from views.counter import Counter, freed, small_shop

LONG = "long leaves"


@pytest.fixture(autouse=True)
def _cheap_locks(monkeypatch, tmp_path):
    """Scrypt's half second is for guessers; documents are the test's own."""
    monkeypatch.setattr(sealing, "COST", (10, 8, 1))
    documents = str(tmp_path / "documents")
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: documents)
    memory.remember("backup/folder", str(tmp_path / "safe"))


def shown(counter):
    section = counter.page("settings").show_section("backup")
    QApplication.processEvents()
    return section


def done(section, qtbot):
    qtbot.waitUntil(lambda: section.job is None, timeout=20_000)


def dialog(section, kind):
    """The dialog of this kind that is open; those closed before are freed."""
    freed(None)
    (one,) = section.findChildren(kind)
    return one


def encrypted(counter, qtbot):
    section = shown(counter)
    counter.click("Encrypt backups with a password", section)
    asked = dialog(section, LockDialog)
    asked.first.setText(LONG)
    asked.again.setText(LONG)
    counter.click("Encrypt", asked)
    done(section, qtbot)
    return section


def test_a_password_is_chosen_with_care(counter, qtbot):
    section = shown(counter)
    assert not section.encrypt.isChecked()
    counter.click("Encrypt backups with a password", section)
    asked = dialog(section, LockDialog)
    asked.first.setText("leaf")
    asked.again.setText("loaf")
    counter.click("Encrypt", asked)
    assert asked.first.refused
    assert asked.again.refused
    asked.reject()
    assert not section.encrypt.isChecked()
    assert backups.lock(counter.office) is None


def test_an_encrypted_backup_comes_back_with_its_password_only(counter, qtbot, tmp_path):
    section = encrypted(counter, qtbot)
    assert section.encrypt.isChecked()
    assert section.other.isVisible()
    section.back_up()
    done(section, qtbot)
    (made,) = (tmp_path / "safe").iterdir()
    assert sealing.is_sealed(made)

    section.table.opened.emit(0)
    asked = dialog(section, RestoreQuestion)
    counter.click("Restore", asked)
    assert asked.password.refused  # without one it is not tried
    asked.password.setText("short leaves")
    counter.click("Restore", asked)
    done(section, qtbot)
    assert "does not open" in section.notice.accessibleName()

    section.table.opened.emit(0)
    asked = dialog(section, RestoreQuestion)
    asked.password.setText(LONG)
    with qtbot.waitSignal(counter.window.shop_wanted, timeout=20_000) as wanted:
        counter.click("Restore", asked)
    done(section, qtbot)
    assert Path(wanted.args[0]).parent == tmp_path / "documents" / "ERP Desktop"
    assert list((tmp_path / "safe").iterdir()) == [made]  # nothing readable beside it
    restored = open_shop(wanted.args[0])
    assert restored.read(backup_lock)  # and its own backups will be no more readable
    restored.close()

    counter.click("Encrypt backups with a password", section)
    assert backups.lock(counter.office) is None


def test_the_one_made_by_itself_is_encrypted_without_asking(counter, qtbot, tmp_path):
    encrypted(counter, qtbot)
    backups.choose_often(counter.office, Often.DAILY)
    with qtbot.waitSignal(counter.window.lights.backed_up, timeout=20_000):
        counter.window.lights.look()
    (made,) = (tmp_path / "safe").iterdir()
    assert sealing.is_sealed(made)


def test_before_a_shop_is_open_the_password_is_asked_too(dressed, qtbot, tmp_path, monkeypatch):
    shop = small_shop(tmp_path / "tea.shop")
    made = back_up(shop.work, tmp_path / "safe", lambda work: None, sealing.make_lock(LONG))
    shop.work.close()
    monkeypatch.setattr(
        restoring.QFileDialog, "getOpenFileName", lambda *_: (str(made), "")
    )  # fmt: skip

    def answer(asked: QDialog) -> int:
        asked.password.setText(LONG)
        asked.confirm()
        return 1

    monkeypatch.setattr(RestoreQuestion, "exec", answer)
    assert restoring.choose(None) == (made, LONG)
    target = restoring.free_place(made)
    assert target.name == f"{made.name.removesuffix('.shop.sealed')} restored.shop"
    assert target.parent == tmp_path / "documents" / "ERP Desktop"
    restore(made, target, lambda work: None, LONG)
    open_shop(str(target)).close()


@pytest.mark.postgres
def test_a_shop_on_a_server_is_backed_up_like_any(dressed, qtbot, postgres_database, tmp_path):
    small_shop(postgres_database).work.close()
    counter = Counter(postgres_database, qtbot)
    try:
        section = shown(counter)
        assert section.often.value() == Often.NEVER  # not every till carries the shop away
        assert not backups.due(counter.office)
        section.back_up()
        done(section, qtbot)
        (made,) = (tmp_path / "safe").glob("*.shop")
        assert len(section.table.rows()) == 1
        qtbot.waitUntil(lambda: counter.window.status.light("backup") is not None)

        backups.choose_often(counter.office, Often.DAILY)
        assert not backups.wanted_now(counter.office)  # today's is there
        section.table.opened.emit(0)
        with qtbot.waitSignal(counter.window.shop_wanted, timeout=20_000) as wanted:
            counter.click("Restore", dialog(section, RestoreQuestion))
        done(section, qtbot)
        assert Path(wanted.args[0]).stem == f"{made.stem} restored"
    finally:
        counter.close()


def onto(counter, section, backup, address):
    """Restore this backup onto a server, as far as the address."""
    section.ask(backup)
    asked = dialog(section, RestoreQuestion)
    asked.into.choose("server")
    asked.into.chosen.emit("server")
    assert "on a server" in asked.words.text()
    counter.click("Restore", asked)
    server = dialog(section, EmptyServerDialog)
    server.host.setText(address)  # pasted whole
    return server


@pytest.mark.postgres
def test_a_backup_is_restored_onto_an_empty_server(counter, qtbot, postgres_database, tmp_path):
    section = shown(counter)
    section.back_up()
    done(section, qtbot)
    (made,) = (tmp_path / "safe").glob("*.shop")
    server = onto(counter, section, made, postgres_database)
    with qtbot.waitSignal(counter.window.shop_wanted, timeout=60_000) as wanted:
        counter.click("Connect", server)
    done(section, qtbot)
    assert wanted.args == [postgres_database]
    there = open_shop(postgres_database)
    sold = there.read(lambda books: books.value("SELECT COUNT(*) FROM document"))
    there.close()
    assert sold == counter.value("SELECT COUNT(*) FROM document")

    again = onto(counter, section, made, postgres_database)  # it is taken now
    counter.click("Connect", again)
    assert "There is a shop in" in again.notice.sentence()
    assert section.job is None
    again.reject()


@pytest.mark.postgres
def test_a_database_with_something_else_in_it_is_refused_and_left_alone(
    counter, qtbot, postgres_database, tmp_path
):
    section = shown(counter)
    section.back_up()
    done(section, qtbot)
    (made,) = (tmp_path / "safe").glob("*.shop")
    with psycopg.connect(postgres_database.replace("+psycopg", "")) as other:
        other.execute("CREATE TABLE product (mine int)")
    counter.click("Connect", onto(counter, section, made, postgres_database))
    done(section, qtbot)
    assert "is not empty: it has a table product" in section.notice.sentence()
    with psycopg.connect(postgres_database.replace("+psycopg", "")) as other:
        assert other.execute("SELECT count(*) FROM product").fetchone() == (0,)


@pytest.mark.postgres
def test_restoring_onto_a_server_can_be_stopped_and_leaves_it_empty(
    counter, qtbot, postgres_database, tmp_path
):
    section = shown(counter)
    section.back_up()
    done(section, qtbot)
    (made,) = (tmp_path / "safe").glob("*.shop")
    counter.click("Connect", onto(counter, section, made, postgres_database))
    with qtbot.waitSignal(section.job.stopped, timeout=60_000):
        counter.click("Stop", section)
    done(section, qtbot)
    with psycopg.connect(postgres_database.replace("+psycopg", "")) as other:
        tables = "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'"
        assert other.execute(tables).fetchone() == (0,)


def test_the_menu_restores_where_somebody_may(counter, qtbot, monkeypatch, tmp_path):
    section = shown(counter)
    section.back_up()
    done(section, qtbot)
    (made,) = (tmp_path / "safe").glob("*.shop")
    asked = []
    monkeypatch.setattr(
        backup_section.QFileDialog, "getOpenFileName",
        lambda *_: asked.append(made) or (str(made), ""),
    )  # fmt: skip
    clerk = counter.office.work.run(add_person, "priya", "clerk")
    counter.office.take_duty(clerk)
    QApplication.processEvents()
    counter.window.restore_backup()
    assert asked == []
    counter.office.take_duty(1)
    QApplication.processEvents()
    counter.window.restore_backup()
    assert asked == [made]
    dialog(shown(counter), RestoreQuestion).reject()

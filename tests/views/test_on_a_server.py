"""Several tills: a shop on a server is found, opened and shared, and a lost server is no loss."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from builders import Shop
from erp_desktop.services.partners.partners import SavePartner, save_partner
from erp_desktop.services.unit_of_work import open_shop
from erp_desktop.views import others
from erp_desktop.views.first_run.server_dialog import ServerDialog
from erp_desktop.views.first_run.wizard import FirstRun
from erp_desktop.views.others import OtherTills
from erp_desktop.views.shop_office import ShopOffice
from postgres import cluster
from views.counter import button


@pytest.fixture
def ground(dressed, qtbot):
    """Some window below the dialog, which is freed when it closes."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(ground, monkeypatch, tmp_path):
    monkeypatch.setenv("ERP_CONFIG", str(tmp_path / "config"))
    made = ServerDialog("", ground)
    made.show()
    made.heard = []
    made.wanted.connect(lambda place: made.heard.append(("open", place)))
    made.bare.connect(lambda place: made.heard.append(("new", place)))
    return made


def test_what_is_missing_is_said_below_its_field(dialog):
    dialog.port.setText("50000000")
    dialog.confirm()
    refused = [name for name, one in dialog.fields.items() if one.field.refused]
    assert refused == ["host", "port", "database"]
    assert dialog.isVisible()


def test_a_server_that_is_not_there_is_a_sentence(dialog):
    dialog.host.setText("127.0.0.1")
    dialog.port.setText("1")
    dialog.database.setText("shop")
    dialog.confirm()
    assert "does not answer" in dialog.notice.accessibleName()
    assert dialog.heard == []


@pytest.mark.postgres
def test_a_shop_is_made_on_a_server_and_opened_by_the_next_till(
    dialog, ground, postgres_database, qtbot, tmp_path
):
    heard = dialog.heard
    dialog.host.setText(postgres_database)  # pasted whole
    assert (dialog.port.text(), dialog.user.text()) == ("5432", "postgres")
    dialog.confirm()
    button(dialog, "Make one there").click()
    assert heard == [("new", postgres_database)]

    wizard = FirstRun()
    qtbot.addWidget(wizard)
    wizard.shop.choose_folder(tmp_path)
    wizard.found_on(postgres_database)
    wizard.show()
    founded = []
    wizard.founded.connect(lambda place, then: founded.append(place))
    qtbot.keyClicks(wizard.shop.name.field, "Two tills")
    for _ in range(3):
        button(wizard, "Continue").click()
    assert "test_" in wizard.summary.list.accessibleName()
    button(wizard, "Open the shop").click()
    assert founded == [postgres_database]
    assert list(tmp_path.glob("*.shop")) == []

    second = ServerDialog(postgres_database, ground)
    opened = []
    second.wanted.connect(opened.append)
    second.confirm()
    assert opened == [postgres_database]


@pytest.fixture
def quick(monkeypatch):
    monkeypatch.setattr(others, "EVERY", 0.05)


def two_tills(place):
    """One till's office, and the other's way to write."""
    return ShopOffice(open_shop(place)), open_shop(place)


def write(work, code="NEW"):
    work.run(save_partner, SavePartner(code, "New friend", is_customer=True))


def look(qtbot, office, other):
    office.work.others_wrote()  # from here on
    tills = OtherTills(office)
    tills.begin()
    heard = []
    office.changed.connect(lambda: heard.append(1))
    office.do(save_partner, SavePartner("OWN", "Our own", is_customer=True))
    qtbot.wait(200)
    assert len(heard) == 1  # what we did ourselves was told once, by ourselves
    with qtbot.waitSignal(office.changed, timeout=60_000):
        write(other)
    tills.stop()
    other.close()
    office.close()


def test_what_another_window_wrote_into_the_file_is_seen(dressed, qtbot, quick, tmp_path):
    Shop.found(tmp_path / "two.shop").work.close()
    look(qtbot, *two_tills(str(tmp_path / "two.shop")))


@pytest.mark.postgres
def test_what_another_till_wrote_on_the_server_is_seen(dressed, qtbot, quick, postgres_database):
    Shop.found(postgres_database).work.close()
    look(qtbot, *two_tills(postgres_database))


@pytest.mark.postgres
def test_a_server_that_went_away_is_said_and_work_goes_on_when_it_is_back(dressed, qtbot, quick):
    with cluster() as server:
        place = server.url
        Shop.found(place).work.close()
        office = ShopOffice(open_shop(place))
        office.work.others_wrote()
        tills = OtherTills(office)
        tills.begin()
        with qtbot.waitSignal(tills.away, timeout=60_000):
            server.stop()
        with qtbot.waitSignals([tills.back, office.changed], timeout=60_000):
            server.start()
        write(office.work)
        tills.stop()
        office.close()
        QApplication.processEvents()

"""What is not found is said, and a customer nobody wrote down is made on the spot (UX rule 6)."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from builders import Shop
from erp_desktop.services.partners.partners import by_code
from erp_desktop.views.partners.partner_form import PartnerForm
from erp_desktop.views.widgets.finder import Finder
from views.trade_desk import Desk


@pytest.fixture
def shop(tmp_path):
    return Shop.found(tmp_path / "own.shop")


@pytest.fixture
def desk(dressed, shop):
    desk = Desk(shop)
    yield desk
    desk.close()


@pytest.fixture
def order(desk):
    return desk.open("sales_order")


def type_into(field: Finder, words: str) -> None:
    field.setFocus()
    QTest.keyClicks(field, words)


def test_an_unknown_customer_is_made_in_the_order(desk, order, qtbot):
    field = order.fields.partner
    type_into(field, "Bluebell Florists")
    qtbot.waitUntil(lambda: field._list is not None and field._list.isVisible())
    assert "Bluebell Florists" in field._list.instead
    QTest.keyClick(field, Qt.Key.Key_Return)
    dialog = desk.dialog()
    assert dialog.name.text() == "Bluebell Florists"
    QTest.keyClicks(dialog.phone, "01632 960123")
    QTest.keyClick(dialog.phone, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    made = desk.office.ask(by_code, "Bluebell Florists")
    assert field.key() == made.id
    assert field.text() == "Bluebell Florists"


def test_the_offer_can_be_clicked(desk, order, qtbot):
    field = order.fields.partner
    type_into(field, "Bluebell")
    qtbot.waitUntil(lambda: field._list is not None and field._list.isVisible())
    QTest.mouseClick(field._list, Qt.MouseButton.LeftButton, pos=QPoint(30, 20))
    dialog = desk.dialog()
    assert not field._list.isVisible()
    dialog.reject()
    assert field.key() is None
    assert field.text() == "Bluebell"


def test_where_nothing_can_be_made_the_list_says_that_nothing_is_there(qtbot):
    field = Finder(lambda _: [])
    qtbot.addWidget(field)
    field.show()
    qtbot.waitExposed(field)
    asked = []
    field.unknown.connect(asked.append)
    type_into(field, "nothing")
    qtbot.waitUntil(lambda: field._list is not None and field._list.isVisible())
    assert "nothing" in field._list.instead
    QTest.mouseClick(field._list, Qt.MouseButton.LeftButton, pos=QPoint(30, 20))
    assert asked == []
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert asked == ["nothing"]


def test_a_new_partner_is_not_written_over_one_that_is_there(desk, qtbot):
    """A name that is another's code is refused, in the form as in the order."""
    known = desk.office.ask(by_code, "ZHOU")
    form = PartnerForm(desk.office)
    qtbot.addWidget(form)
    form.load()
    form.line("name").setText("ZHOU")
    form.save()
    assert desk.office.ask(by_code, "ZHOU") == known
    assert "ZHOU" in form.notice.sentence()

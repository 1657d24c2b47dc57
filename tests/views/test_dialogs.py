"""Every dialog of the program is freed when it is closed: it lives nowhere but on the screen.

Its help opens at the chapter that speaks of it. The dialogs are found, not listed: a new one is
tried too.
"""

import gc
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from builders import Shop
from erp_desktop.views import language
from erp_desktop.views.manual import topics
from erp_desktop.views.manual.help_window import HelpWindow
from erp_desktop.views.shop_office import ShopOffice
from erp_desktop.views.till.shift_dialogs import OpenShiftDialog
from erp_desktop.views.trade.dialogs import ReverseDialog
from views.dialogs import dialog_classes, made


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    shop = Shop.found(tmp_path / "tea.shop")
    shop.product("TEA", name="Green tea", price=20, purchase_price=8, barcodes=["6901"])
    shop.receive("TEA", 20, 8, on=1)
    return shop


@pytest.fixture
def office(dressed: QApplication, shop: Shop) -> Iterator[ShopOffice]:
    office = ShopOffice(shop.work)
    yield office
    office.close()


def let_go() -> None:
    for _ in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def quick_collecting() -> Iterator[None]:
    """What stands there already is not looked through again with each collection."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("quick_collecting")
def test_every_dialog_is_freed_when_it_is_closed(office: ShopOffice, qtbot: Any) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.show()
    kept = []
    found = dialog_classes()
    assert len(found) > 15
    for one in found:
        for leave in ("reject", "accept", "close"):
            dialog = made(one, office, host)
            dialog.open()
            QApplication.processEvents()
            assert dialog.isVisible(), one
            getattr(QDialog, leave)(dialog) if leave == "accept" else getattr(dialog, leave)()
            told, alive = weakref.ref(dialog), dialog
            let_go()
            if shiboken6.isValid(alive):
                kept.append(f"{one.__qualname__} after {leave}: Qt holds it")
            del dialog, alive
            gc.collect()
            if told() is not None:
                kept.append(f"{one.__qualname__} after {leave}: Python holds it")
    assert kept == []


@pytest.mark.parametrize("spoken", ["en", "zh_CN"])
def test_the_help_of_every_dialog_opens_at_its_chapter(
    office: ShopOffice, qtbot: Any, spoken: str
) -> None:
    language.speak(spoken)
    known = topics.chapters(spoken)
    host = QWidget()
    qtbot.addWidget(host)
    host.show()
    for one in dialog_classes():
        page = topics.DIALOGS[one.__name__]
        dialog = made(one, office, host)
        dialog.open()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow, timeout=2_000)
        QTest.keyClick(dialog, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
        window = dialog.findChild(HelpWindow)
        assert window is not None, one
        assert window.isVisible()
        file = window.reader.file()
        assert file.parent.name == topics.FOLDERS[spoken]
        assert topics.topic_of(file) == topics.TOPICS[page][0], one
        assert file in {chapter.file for chapter in known}
        QTest.keyClick(window, Qt.Key.Key_Escape)
        dialog.close()
        let_go()


def test_no_dialog_is_named_that_is_gone() -> None:
    assert set(topics.DIALOGS) == {one.__name__ for one in dialog_classes()}


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_ctrl_enter_does_what_the_verb_says_wherever_the_keyboard_stands(
    office: ShopOffice, qtbot: Any, key: Qt.Key
) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.show()
    dialog = made(OpenShiftDialog, office, host)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow, timeout=2_000)
    clicked: list[bool] = []
    dialog.verb.clicked.connect(lambda: clicked.append(True))
    dialog.cancel.setFocus()
    QTest.keyClick(dialog, key, Qt.KeyboardModifier.ControlModifier)
    assert clicked == [True]
    dialog.close()


def test_a_dialog_opens_where_something_is_still_to_be_written(
    office: ShopOffice, qtbot: Any
) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.show()
    dialog = made(ReverseDialog, office, host)
    dialog.open()
    assert dialog.focusWidget() is dialog.reason
    dialog.close()

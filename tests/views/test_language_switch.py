"""The window speaks another language at once, and its menus stay where they can be seen."""

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication

from erp_desktop.views import theme
from erp_desktop.views.main_window import MainWindow
from erp_desktop.views.shell.top_row import TopRow


class ChineseMenus(QTranslator):
    """Two words are enough to see that the window asks again."""

    WORDS = {("Menu", "File"): "文件", ("Window", "New"): "新建"}  # noqa: RUF012

    def translate(self, context, text, disambiguation=None, n=-1):
        return self.WORDS.get((context, text), "")

    def isEmpty(self):  # noqa: N802
        return False


@pytest.fixture
def chinese(dressed):
    translator = ChineseMenus()
    yield translator
    QCoreApplication.removeTranslator(translator)


def test_an_open_window_changes_its_words(office, chinese, qtbot):
    window = MainWindow(office, [])
    qtbot.addWidget(window)
    assert window.top.new.text() == "New"
    QCoreApplication.installTranslator(chinese)
    qtbot.waitUntil(lambda: window.top.new.text() == "新建")
    assert window.top.menus.actions()[0].text() == "文件"


@pytest.mark.parametrize("size", [12, 13, 14, 16, 18])
def test_chinese_menus_fit_their_bar(chinese, qtbot, size):
    """Chinese stands higher than Latin; an item above the bar's height hides all menus."""
    QCoreApplication.installTranslator(chinese)
    theme.wear(theme.Choice(scheme=theme.Scheme.LIGHT, size=size))
    row = TopRow()
    qtbot.addWidget(row)
    row.menus.addMenu("文件")
    row.show()
    QApplication.processEvents()
    (item,) = row.menus.actions()
    assert 0 < row.menus.actionGeometry(item).height() <= row.menus.height()

"""Changing many products in their list: typed, pasted from a spreadsheet, and taken back."""

from decimal import Decimal as D

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit

from erp_desktop.core import errors
from erp_desktop.services.catalogue.changing import (
    ProductChange,
    cells_by_sku,
    change_products,
)
from erp_desktop.services.catalogue.products import SaveProduct, save_product
from erp_desktop.views.catalogue.change_preview import ChangePreview


@pytest.fixture
def page(counter):
    """CUP stands in the first row, TEA in the second."""
    found = counter.page("products")
    found.activateWindow()
    counter.click("Edit", found)
    return found


def cells(page, sku):
    return page.office.ask(cells_by_sku, [sku])[sku]


def go(page, row, key):
    keys = [column.key for column in page.view.columns]
    page.view.go_to(row, keys.index(key) + page.view.lead)


def open_editor(page):
    return [one for one in page.view.findChildren(QLineEdit) if one.isVisible()][-1]


def type_here(qtbot, page, words, modifier=Qt.KeyboardModifier.NoModifier):
    """Enter, the words, Enter."""
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    editor = open_editor(page)
    editor.selectAll()
    qtbot.keyClicks(editor, words)
    qtbot.keyClick(editor, Qt.Key.Key_Return, modifier)
    QApplication.processEvents()


def paste(page, text):
    QGuiApplication.clipboard().setText(text)
    page.changes.paste()
    QApplication.processEvents()
    return [one for one in page.findChildren(ChangePreview) if one.isVisible()][-1]


def test_a_price_is_typed_into_the_list_and_the_next_one_below(qtbot, page):
    go(page, 0, "price")
    type_here(qtbot, page, "6.50")
    assert cells(page, "CUP").price == D("6.50")
    assert page.view.currentIndex().row() == 1
    type_here(qtbot, page, "+10%")
    assert cells(page, "TEA").price == D("30.80")


def test_one_value_for_all_that_are_chosen(qtbot, page):
    page.view.selectAll()
    index = page.view.model().index(1, [c.key for c in page.view.columns].index("category") + 1)
    page.view.selectionModel().setCurrentIndex(
        index, page.view.selectionModel().SelectionFlag.NoUpdate
    )
    type_here(qtbot, page, "Drinks", Qt.KeyboardModifier.ControlModifier)
    assert (cells(page, "CUP").category, cells(page, "TEA").category) == ("Drinks", "Drinks")


def test_what_is_no_price_is_refused_with_the_product_and_nothing_changes(qtbot, page):
    go(page, 1, "price")
    type_here(qtbot, page, "cheap")
    assert page.notice.accessibleName().startswith("TEA: “cheap” is not a number")
    assert cells(page, "TEA").price == D(28)


def test_steps_are_taken_back_and_made_again(qtbot, page):
    go(page, 0, "name")
    type_here(qtbot, page, "Blue cup")
    go(page, 0, "price")
    type_here(qtbot, page, "7")
    page.changes.undo()
    page.changes.undo()
    assert (cells(page, "CUP").name, cells(page, "CUP").price) == ("White cup", D(6))
    page.changes.redo()
    assert cells(page, "CUP").name == "Blue cup"


def test_a_step_is_not_taken_back_over_what_somebody_else_did_since(qtbot, page):
    go(page, 0, "price")
    type_here(qtbot, page, "7")
    page.office.do(save_product, SaveProduct("CUP", price=D(8)))
    page.changes.undo()
    assert "Somebody else saved CUP" in page.notice.accessibleName()
    assert cells(page, "CUP").price == D(8)


def test_cells_from_a_spreadsheet_fall_from_the_current_one(qtbot, page):
    go(page, 0, "price")
    preview = paste(page, "6.25\n27.5\n1\n")
    assert preview.facts.text() == (
        "2 cells would change. 1 cannot be taken and are left as they are."
    )
    shown = preview.list.source.page(0, 9)
    assert shown[0][4] == "The list has no more rows."
    assert shown[1][:4] == ("CUP", "Sale price", "6.00", "6.25")
    assert cells(page, "CUP").price == D(6)
    qtbot.mouseClick(preview.verb, Qt.MouseButton.LeftButton)
    assert (cells(page, "CUP").price, cells(page, "TEA").price) == (D("6.25"), D("27.50"))
    page.changes.undo()
    assert (cells(page, "CUP").price, cells(page, "TEA").price) == (D(6), D(28))


def test_a_copied_list_comes_back_from_the_spreadsheet_by_its_titles(qtbot, page):
    text = "Name\tSale price £\tSKU\tOn hand\nGreen tea 500 g\t50\tTEA\t999\nX\t1\tNOPE\t1\n"
    preview = paste(page, text)
    assert [row[4] for row in preview.list.source.page(0, 9)] == [
        "No product has this code.", "", "",
    ]  # fmt: skip
    qtbot.mouseClick(preview.verb, Qt.MouseButton.LeftButton)
    assert (cells(page, "TEA").name, cells(page, "TEA").price) == ("Green tea 500 g", D(50))


def test_one_cell_fills_all_that_are_chosen(qtbot, page):
    go(page, 0, "minimum")
    page.view.selectAll()
    page.view.selectionModel().setCurrentIndex(
        page.view.model().index(0, [c.key for c in page.view.columns].index("price") + 1),
        page.view.selectionModel().SelectionFlag.NoUpdate,
    )
    preview = paste(page, "9.90")
    qtbot.mouseClick(preview.verb, Qt.MouseButton.LeftButton)
    assert (cells(page, "CUP").price, cells(page, "TEA").price) == (D("9.90"), D("9.90"))


def test_a_column_that_is_only_shown_cannot_be_pasted_over(qtbot, page):
    go(page, 0, "on_hand")
    preview = paste(page, "5")
    assert preview.list.source.page(0, 1)[0][4] == "This column cannot be changed here."
    assert not preview.verb.isEnabled()
    preview.reject()


def test_a_list_is_read_only_until_somebody_edits(qtbot, counter):
    page = counter.page("products")
    go(page, 0, "price")
    with qtbot.waitSignal(page.wanted):
        qtbot.keyClick(page.view, Qt.Key.Key_Return)


def test_rows_wait_while_a_cell_is_typed_into(qtbot, page):
    go(page, 0, "price")
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    editor = open_editor(page)
    editor.setText("6.7")
    page.office.do(save_product, SaveProduct("TEA", price=D(30)))
    assert editor.isVisible()
    assert editor.text() == "6.7"
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert cells(page, "CUP").price == D("6.70")


def test_changes_are_made_all_or_none(page):
    cup, tea = (cells(page, sku) for sku in ("CUP", "TEA"))
    right = ProductChange(cup.id, "price", cup.price, D(1))
    late = ProductChange(tea.id, "price", D(5), D(1))
    with pytest.raises(errors.ChangedMeanwhile):
        page.office.do(change_products, [right, late])
    assert cells(page, "CUP").price == D(6)


def test_a_buying_price_can_be_taken_away_again(page):
    cup = cells(page, "CUP")
    change = ProductChange(cup.id, "purchase_price", cup.purchase_price, D("2.50"))
    page.office.do(change_products, [change])
    assert cells(page, "CUP").purchase_price == D("2.50")
    page.office.do(change_products, [change.back()])
    assert cells(page, "CUP").purchase_price == cup.purchase_price

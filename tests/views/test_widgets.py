"""The kit, used as a clerk uses it: keys in, words and signals out."""

import gc
import weakref
from datetime import date
from decimal import Decimal as D

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from erp_desktop.core.errors import NotANumber, NotEnoughStock
from erp_desktop.core.table import Column, Kind, Table
from erp_desktop.reports.listing import Filter
from erp_desktop.views import figures, language, theme
from erp_desktop.views.crash import CrashDialog
from erp_desktop.views.main_window import MainWindow
from erp_desktop.views.pages import PageSpec, Place
from erp_desktop.views.scanner import ScanFilter
from erp_desktop.views.shell.menus import change_look
from erp_desktop.views.theme import Tone
from erp_desktop.views.widgets.banner import Answer, Banner
from erp_desktop.views.widgets.choice_fields import Combo, DateField
from erp_desktop.views.widgets.dialog import Dialog, Question
from erp_desktop.views.widgets.document_page import DocumentPage
from erp_desktop.views.widgets.faces import LinkFace
from erp_desktop.views.widgets.finder import Finder, Found
from erp_desktop.views.widgets.line_model import LineColumn
from erp_desktop.views.widgets.lines_grid import LinesGrid
from erp_desktop.views.widgets.list_page import ListPage
from erp_desktop.views.widgets.list_source import TableSource
from erp_desktop.views.widgets.number_field import NumberField
from erp_desktop.views.widgets.page import Page
from erp_desktop.views.widgets.side_story import SideStory
from erp_desktop.views.widgets.tab_row import Tab

TEA = Found(7, "Dragon Well 250g", "LJ-0250", "168.00")
LANTERN = Found(8, "White metal lantern", "71053", "3.75")


def find(words: str) -> list[Found]:
    wanted = words.lower()
    return [one for one in (TEA, LANTERN) if wanted in f"{one.title} {one.detail}".lower()]


def type_text(qtbot, widget, text):
    for character in text:
        qtbot.keyClick(widget, character)


# -- tabs -------------------------------------------------------------------------------------


def test_nothing_late_is_nothing_red():
    assert Tab("late", "Overdue", 0, Tone.RED).worn() is Tone.NEUTRAL
    assert Tab("late", "Overdue", 2, Tone.RED).worn() is Tone.RED


# -- fields -----------------------------------------------------------------------------------


def test_a_number_field_is_exact_and_refuses_words(qtbot, dressed):
    field = NumberField(places=2, unit="盒")
    qtbot.addWidget(field)
    type_text(qtbot, field, "1,250.10")
    assert field.value() == D("1250.10")
    type_text(qtbot, field, "x")
    assert field.refused
    with pytest.raises(NotANumber):
        field.value()
    field.set_value(D(3))
    assert field.text() == "3.00"
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.value() == D(4)


def test_a_date_is_typed_in_short(qtbot, dressed):
    field = DateField()
    qtbot.addWidget(field)
    field.setText("2026/3/9")
    assert field.value() == date(2026, 3, 9)
    field.setText("31.2.2026")
    assert field.value() is None
    field.editingFinished.emit()
    assert field.refused


def test_a_combo_gives_values_and_keeps_the_choice(qtbot, dressed):
    combo = Combo([(1, "High Street"), (2, "Warehouse")])
    qtbot.addWidget(combo)
    combo.choose(2)
    combo.fill([(2, "Lager"), (3, "Van")])
    assert combo.value() == 2


def test_a_finder_picks_with_the_keyboard(qtbot, dressed):
    finder = Finder(find)
    qtbot.addWidget(finder)
    type_text(qtbot, finder, "lant")
    with qtbot.waitSignal(finder.chosen) as picked:
        qtbot.keyClick(finder, Qt.Key.Key_Return)
    assert picked.args == [LANTERN]
    assert finder.key() == 8
    finder.setText("")
    type_text(qtbot, finder, "nothing")
    with qtbot.waitSignal(finder.unknown):
        qtbot.keyClick(finder, Qt.Key.Key_Return)


def test_a_banner_answers_with_enter(qtbot, dressed):
    done = []
    banner = Banner()
    qtbot.addWidget(banner)
    banner.refuse(
        "Only 5.", [Answer("Sell 5", lambda: done.append(5)), Answer("Order", done.clear)]
    )
    qtbot.keyClick(banner, Qt.Key.Key_Return)
    assert done == [5]
    assert banner.isHidden()


def test_all_answers_are_reached_by_the_keyboard(qtbot, dressed):
    """Also inside of a grid, which is one stop of Tab for everything else."""
    done = []
    banner = Banner()
    qtbot.addWidget(banner)
    words = ("Receive 10", "Receive 12", "As a gift")
    banner.refuse("2 over.", [Answer(one, lambda one=one: done.append(one)) for one in words])
    qtbot.waitExposed(banner)
    banner.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(QApplication.focusWidget(), key)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert done == ["Receive 12"]


def test_a_double_click_takes_the_whole_number(qtbot, dressed):
    field = NumberField(D("0.9"), places=2)
    qtbot.addWidget(field)
    field.resize(120, 30)
    field.show()
    qtbot.mouseDClick(field, Qt.MouseButton.LeftButton, pos=QPoint(112, 15))
    assert field.selectedText() == field.text() == "0.90"


class Painted(QObject):
    """Remembers what of a widget was painted."""

    def __init__(self, widget):
        super().__init__(widget)
        self.boxes = []
        widget.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            self.boxes.append(event.region().boundingRect())
        return False


def test_a_banner_that_says_another_thing_is_painted_whole(dressed, qtbot):
    """Its colour may be another one: nothing of the old one stays at its edges."""
    banner = Banner()
    qtbot.addWidget(banner)
    banner.resize(600, 50)
    banner.refuse("It cannot be")
    qtbot.waitExposed(banner)
    QApplication.processEvents()
    painted = Painted(banner)
    banner.refuse("It can be, if", serious=False)
    QApplication.processEvents()
    assert banner.rect() in painted.boxes


def test_what_was_looked_for_is_gone_when_something_is_chosen(dressed, qtbot):
    """A code that was known at once leaves no list of what was found for it."""
    finder = Finder(lambda text: [Found(1, text)])
    qtbot.addWidget(finder)
    finder.show()
    qtbot.waitExposed(finder)
    finder.setFocus()
    qtbot.keyClicks(finder, "tea")
    qtbot.waitUntil(finder._open)
    finder.set_value(None)
    assert not finder._open()
    qtbot.keyClicks(finder, "cup")
    finder.set_value(None)
    qtbot.wait(150)
    assert not finder._open()


# -- the list ---------------------------------------------------------------------------------

COLUMNS = (
    Column("number", "Order", Kind.CODE),
    Column("partner", "Customer", Kind.TEXT),
    Column("next", "Next step", Kind.TEXT),
    Column("total", "Total", Kind.MONEY, total=True),
)


def orders(count=3):
    rows = [(f"SO-{at:04}", f"Customer {at}", "Ship", D(at)) for at in range(1, count + 1)]
    return TableSource(Table("orders", "Orders", COLUMNS, rows, range(101, 101 + count)))


@pytest.fixture
def page(qtbot, office):
    made = ListPage(office, "Orders", orders(), {"next": LinkFace()}, opens="order")
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_enter_opens_the_row(qtbot, page):
    page.view.choose_row(1)
    with qtbot.waitSignal(page.wanted) as wanted:
        qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert wanted.args == ["order", 102]


def test_chosen_rows_are_summed_for_the_status_bar(qtbot, page):
    with qtbot.waitSignal(page.summed) as summed:
        page.view.selectAll()
    assert summed.args[0] == [("3 selected", ""), ("Total", "£6.00"), ("Average", "£2.00")]


def test_filter_as_you_type_then_down_into_the_list(qtbot, page):
    type_text(qtbot, page.search, "0002")
    qtbot.waitUntil(lambda: page.source.count() == 1)
    qtbot.keyClick(page.search, Qt.Key.Key_Down)
    assert page.view.current_key() == 102


def test_a_filter_token_can_be_taken_off(qtbot, page):
    page.filter_by(Filter("total", at_least=D(3)), "Total", "from 3")
    assert page.source.count() == 1
    token = page.bar.tokens["total"]
    qtbot.mouseClick(
        token,
        Qt.MouseButton.LeftButton,
        pos=token.rect().center().__class__(token.width() - 10, 10),
    )
    assert page.source.count() == 3


def test_rows_are_copied_as_a_table_with_plain_digits(qtbot, page):
    page.view.selectAll()
    qtbot.keyClick(page.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "Order\tCustomer\tNext step\tTotal"
    assert lines[1] == "SO-0001\tCustomer 1\tShip\t1"


def test_a_title_sorts_and_sorts_the_other_way(qtbot, page):
    at = page.view.header.sectionViewportPosition(4) + 20
    spot = page.view.header.viewport().rect().topLeft().__class__(at, 10)
    qtbot.mouseClick(page.view.header.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert page.source.page(0, 1)[0][0] == "SO-0003"
    qtbot.mouseClick(page.view.header.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert page.source.page(0, 1)[0][0] == "SO-0001"


def test_a_click_on_a_link_asks_for_the_next_step(qtbot, page):
    box = page.view.visualRect(page.view.model().index(0, 3))
    with qtbot.waitSignal(page.view.linked) as linked:
        qtbot.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert linked.args == [101, "next"]


def test_columns_are_remembered(qtbot, page, office):
    page.view.header.setSectionHidden(2, True)
    page.hide()
    again = ListPage(office, "Orders", orders())
    qtbot.addWidget(again)
    assert again.view.shown_columns() == ["number", "next", "total"]


# -- the lines of a document ---------------------------------------------------------------------


@pytest.fixture
def grid(qtbot, dressed):
    columns = [
        LineColumn(Column("product", "Product", width=260), finder=True),
        LineColumn(Column("quantity", "Quantity", Kind.QUANTITY, 90), editable=True),
        LineColumn(Column("price", "Price", Kind.PRICE, 90), editable=True),
        LineColumn(Column("amount", "Amount", Kind.MONEY, 90)),
    ]

    def fill(found):
        return {"key": found.key, "product": found.title, "quantity": D(1), "price": D(found.right)}

    made = LinesGrid(
        columns, find, fill, derive=lambda line: {"amount": line["quantity"] * line["price"]}
    )
    qtbot.addWidget(made)
    made.resize(800, 400)
    made.show()
    qtbot.waitExposed(made)
    return made


def keys(qtbot, text):
    """Type into whatever has the keyboard; a newline is Enter."""
    for character in text:
        target = QApplication.focusWidget()
        if character == "\n":
            qtbot.keyClick(target, Qt.Key.Key_Return)
        else:
            qtbot.keyClick(target, character)


def test_enter_walks_the_cells_and_makes_the_next_line(qtbot, grid):
    grid.activateWindow()
    grid.start()
    keys(qtbot, "lantern\n12\n3.25\n")
    keys(qtbot, "dragon\n\n\n")
    lines = grid.lines.lines()
    assert [(line["product"], line["quantity"], line["price"]) for line in lines] == [
        ("White metal lantern", D(12), D("3.25")),
        ("Dragon Well 250g", D(1), D("168.00")),
    ]
    assert lines[0]["amount"] == D("39.00")


def test_a_wrong_number_is_refused_under_its_line_and_nothing_is_lost(qtbot, grid):
    grid.add_found(TEA)
    grid.activateWindow()
    grid.setFocus()
    grid.choose(0, "quantity")
    keys(qtbot, "\n1o\n")
    assert grid.refused_rows() == [0]
    assert grid.lines.lines()[0]["quantity"] == D(1)
    grid.clear_refusal(0)
    assert grid.rowHeight(0) == theme.px(44)


def test_rows_from_a_spreadsheet_go_to_the_page_also_while_a_cell_is_written(qtbot, grid):
    QGuiApplication.clipboard().setText("71053\t3\t2.50\nLJ-0250\t2")
    grid.activateWindow()
    grid.start()
    with qtbot.waitSignal(grid.pasted) as pasted:
        qtbot.keyClick(
            QApplication.focusWidget(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier
        )
    assert pasted.args == ["71053\t3\t2.50\nLJ-0250\t2"]
    assert grid.lines.lines() == []


def test_a_document_page_takes_scans_wherever_the_keyboard_is(qtbot, office, grid):
    page = DocumentPage(office, "Receive", grid)
    taken = []
    page.scan_bar("Scan", taken.append)
    assert page.take_scan("5012345710532")
    type_text(qtbot, page.scan.field, "71053")
    qtbot.keyClick(page.scan.field, Qt.Key.Key_Return)
    assert taken == ["5012345710532", "71053"]
    grid.setParent(None)
    page.deleteLater()


# -- scanner ----------------------------------------------------------------------------------


def test_a_scan_never_lands_in_the_cell_that_has_the_keyboard(qtbot, dressed):
    field = NumberField()
    qtbot.addWidget(field)
    field.show()
    scanner = ScanFilter(dressed)
    try:
        with qtbot.waitSignal(scanner.scanned) as scanned:
            for character in "5012345":
                qtbot.keyClick(field, character)
            qtbot.keyClick(field, Qt.Key.Key_Return)
        assert scanned.args == ["5012345"]
        assert field.text() == ""
        qtbot.keyClick(field, "7")
        qtbot.waitUntil(lambda: field.text() == "7")
    finally:
        dressed.removeEventFilter(scanner)
        scanner.deleteLater()


# -- dialogs ----------------------------------------------------------------------------------


def freed(widget_ref) -> bool:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    gc.collect()
    return widget_ref() is None


@pytest.mark.parametrize(
    "make",
    [
        lambda office: Question("Close the books?", "No way back.", "Close"),
        lambda office: Dialog(office, "Rename", "Save"),
        lambda office: CrashDialog("a report"),
    ],
)
def test_dialogs_are_freed_when_closed(office, make):
    dialog = make(office)
    ref = weakref.ref(dialog)
    dialog.show()
    dialog.reject()
    del dialog
    assert freed(ref)


def test_a_refused_dialog_stays_open_and_says_why(qtbot, office):
    dialog = Dialog(office, "Sell", "Sell")
    dialog.show()

    def refuse(books, command):
        raise NotEnoughStock("TEA", "12", "5")

    dialog.hand_in(refuse, None)
    assert dialog.isVisible()
    assert dialog.notice.sentence() == "TEA: 12 wanted, only 5 available."
    with qtbot.waitSignal(office.changed):
        dialog.hand_in(lambda books, command: None, None)
    assert not dialog.isVisible()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


# -- the window -------------------------------------------------------------------------------


class Counter(Page):
    """Counts how often it was loaded."""

    def __init__(self, office):
        super().__init__(office, "Counter")
        self.loads = 0

    def load(self):
        self.loads += 1


@pytest.fixture
def window(qtbot, office):
    specs = [
        PageSpec("home", "Home", "house", Counter, new_words="New home"),
        PageSpec(
            "orders",
            "Orders",
            "receipt-text",
            lambda office: ListPage(office, "Orders", orders(), opens="order"),
        ),
        PageSpec(
            "order",
            "Order",
            "file-text",
            Counter,
            lambda office, key: Page(office, f"Order {key}"),
            Place.NOWHERE,
        ),
    ]
    made = MainWindow(office, specs, shop="Hearth & Lantern", person="Emma")
    qtbot.addWidget(made)
    made.show_page("home")
    made.show()
    qtbot.waitExposed(made)
    return made


def test_a_row_opens_its_document_in_a_tab_once(qtbot, window):
    page = window.show_page("orders")
    page.view.choose_row(0)
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert window.sheets.current().header.title.text() == "Order 101"
    window.show_page("orders")
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert window.sheets.tabs.count() == 3
    window.sheets.close_current()
    assert window.sheets.tabs.count() == 2


def test_only_the_page_that_is_seen_reloads(qtbot, window, office):
    home = window.show_page("home")
    assert home.loads == 1
    window.show_page("orders")
    office.do(lambda books: None)
    assert home.loads == 1
    window.show_page("home")
    assert home.loads == 2


def test_the_language_changes_without_restart(qtbot, window):
    page = window.show_page("orders")
    type_text(qtbot, page.search, "0002")
    qtbot.waitUntil(lambda: page.source.count() == 1)
    figures.use(figures.Form("zh_CN", "¥", 2))
    language.speak("zh_CN")
    QApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
    qtbot.waitUntil(lambda: window.sheets.current() is not page)
    assert window.sheets.current().source.count() == 1, "the filter that was typed is lost"


def test_the_look_changes_without_restart(qtbot, window):
    change_look(scheme=theme.Scheme.DARK, size=16)
    assert window.grab().toImage().pixelColor(4, 300) == theme.DARK.chrome
    assert window.top.height() == round(44 * 16 / 13)


def test_every_control_of_the_window_has_a_name(window):
    window.show_page("orders")
    buttons = [
        child
        for child in window.findChildren(QWidget)
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisible()
    ]
    nameless = [
        child
        for child in buttons
        if not (
            child.accessibleName()
            or getattr(child, "text", str)()
            or getattr(child, "placeholderText", str)()
        )
    ]
    assert [type(child).__name__ for child in nameless] == []


class Windows(QObject):
    """Notices each window that opens."""

    def __init__(self):
        super().__init__()
        self.opened = []

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Show and watched.isWidgetType() and watched.isWindow():
            self.opened.append(type(watched).__name__)
        return False


def test_a_documents_side_panel_opens_no_window_while_it_is_made(dressed, qtbot):
    noticing = Windows()
    QApplication.instance().installEventFilter(noticing)
    story = SideStory()
    QApplication.instance().removeEventFilter(noticing)
    qtbot.addWidget(story.side)
    assert noticing.opened == []

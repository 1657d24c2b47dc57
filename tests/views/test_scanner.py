"""A scan is a scan, whatever has the focus and whatever composes; what a person types arrives."""

import random

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from erp_desktop.core.barcode import check_digit
from erp_desktop.views.scanner import GAP, ScanFilter
from erp_desktop.views.widgets.fields import LineField, SecretField
from erp_desktop.views.widgets.number_field import NumberField
from scanner_hands import Key, commit, compose, keys, on_our_clock, press, scan, stamped, wait

A_PERSON = 3 * GAP  # milliseconds between a quick person's keys
KNOWN: set[str] = set()  # the codes of the shop's products


class Desk(QWidget):
    """What stands on a page: fields for figures and words, a table, a button."""

    def __init__(self) -> None:
        super().__init__()
        self.quantity, self.price, self.search = NumberField(), NumberField(), LineField("find")
        self.note, self.button = QPlainTextEdit(), QPushButton("Post")
        self.table = QTableWidget(3, 2)
        self.pressed = 0
        self.button.clicked.connect(self._press)
        box = QVBoxLayout(self)
        for part in (self.quantity, self.price, self.search, self.table, self.note, self.button):
            box.addWidget(part)
        self.quantity.setText("3")
        self.price.setText("12.50")
        self.note.setPlainText("as agreed")

    def _press(self) -> None:
        self.pressed += 1

    def said(self) -> tuple[str, ...]:
        cells = [self.table.item(row, column) for row in range(3) for column in range(2)]
        return (
            self.quantity.text(), self.price.text(), self.search.text(),
            self.note.toPlainText(), str(self.pressed),
            *(cell.text() if cell else "" for cell in cells),
        )  # fmt: skip


@pytest.fixture
def desk(dressed, qtbot):
    page = Desk()
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


@pytest.fixture
def heard(desk, monkeypatch):
    """The codes that were scanned, in order."""
    codes: list[str] = []
    on_our_clock(monkeypatch)
    scans = ScanFilter(QApplication.instance(), KNOWN.__contains__)
    scans.scanned.connect(codes.append)
    yield codes
    KNOWN.clear()
    QApplication.instance().removeEventFilter(scans)
    scans.deleteLater()


def ean(number: int) -> str:
    digits = f"69{number:010d}"
    return digits + check_digit(digits)


def let_go() -> None:
    """The moment after which held keys are a person's."""
    wait(2 * GAP)


def into_table(desk: Desk) -> None:
    desk.table.setFocus()
    desk.table.setCurrentCell(1, 1)


def into_editor(desk: Desk) -> None:
    """A cell is being edited."""
    into_table(desk)
    desk.table.editItem(desk.table.item(1, 1) or _made(desk.table))


def _made(table: QTableWidget) -> QTableWidgetItem:
    table.setItem(1, 1, QTableWidgetItem(""))
    return table.item(1, 1)


def nowhere(desk: Desk) -> None:
    if QApplication.focusWidget() is not None:
        QApplication.focusWidget().clearFocus()


PLACES = {
    "quantity": lambda desk: (desk.quantity.setFocus(), desk.quantity.selectAll()),
    "price": lambda desk: (desk.price.setFocus(), desk.price.selectAll()),
    "search": lambda desk: desk.search.setFocus(),
    "table": into_table,
    "editor": into_editor,
    "note": lambda desk: desk.note.setFocus(),
    "button": lambda desk: desk.button.setFocus(),
    "nowhere": nowhere,
}
COMPOSING = ("search", "note")


@pytest.mark.parametrize("place", PLACES)
def test_a_scan_leaves_no_trace_where_the_focus_is(desk, heard, place):
    _made(desk.table)
    before = desk.said()
    PLACES[place](desk)
    scan(desk, "6901234567892")
    scan(desk, "0012345678905", Key.Key_Tab)
    scan(desk, "AB-c12/3.4 5")
    let_go()
    assert heard == ["6901234567892", "0012345678905", "AB-c12/3.4 5"]
    assert desk.said() == before


def many_scans(desk, heard, times: int, seed: int = 7) -> None:
    """Scan after scan, the focus anywhere, an input method composing now and then."""
    dice = random.Random(seed)
    _made(desk.table)
    before, wanted = desk.said(), []
    for number in range(times):
        place = dice.choice(tuple(PLACES))
        PLACES[place](desk)
        code = ean(dice.randrange(10**10)) if number % 3 else f"SKU-{number:04d}"
        field = QApplication.focusWidget()
        if place in COMPOSING and number % 2:
            _scan_composing(dice, field, desk, code)
        else:
            scan(desk, code, dice.choice((Key.Key_Return, Key.Key_Enter, Key.Key_Tab)))
        wanted.append(code)
        if place in COMPOSING:
            compose(field, "")
    let_go()
    assert heard == wanted
    assert desk.said() == before


def _scan_composing(dice, field, desk, code) -> None:
    """Somebody was composing a word when the scanner was used."""
    compose(field, "n")
    wait(2 * GAP)
    compose(field, "ni")
    wait(2 * GAP)
    if code[0].isdigit() and dice.random() < 0.5:
        commit(field, "你")  # the first digit picked a candidate
        scan(desk, code[1:])
    else:
        scan(desk, code)


def test_two_hundred_scans_with_the_focus_anywhere(desk, heard):
    many_scans(desk, heard, 200)


@pytest.mark.full
@pytest.mark.parametrize("seed", range(3))
def test_a_thousand_scans_with_the_focus_anywhere(desk, heard, seed):
    many_scans(desk, heard, 1000, seed)


# -- input methods -------------------------------------------------------------------------------


def test_letters_that_went_into_a_composition_are_read_from_it(desk, heard):
    """The input method composes the scanner's letters; nothing of them stays."""
    desk.search.setFocus()
    for shown in ("a", "ab", "ab'c", "ab'c'd"):
        compose(desk.search, shown)
    keys(desk, "12")
    press(desk, Key.Key_Return)
    let_go()
    assert heard == ["abcd12"]
    assert desk.search.text() == ""


def test_enter_taken_by_the_input_method_ends_the_scan(desk, heard):
    """Enter commits the letters as they are, so no Enter comes."""
    desk.search.setFocus()
    for shown in ("s", "sk", "sku", "skua"):
        compose(desk.search, shown)
    commit(desk.search, "skua")
    let_go()
    assert heard == ["skua"]
    assert desk.search.text() == ""


def test_letters_that_are_handed_over_late_are_no_words(desk, heard):
    """The composition was thrown away, and the input method commits it all the same."""
    desk.search.setFocus()
    for shown in ("a", "ab", "abc", "abcd"):
        compose(desk.search, shown)
    press(desk, Key.Key_Return)
    wait(2 * GAP)
    commit(desk.search, "abcd")
    let_go()
    assert (heard, desk.search.text()) == (["abcd"], "")
    compose(desk.search, "abcd")
    let_go()
    commit(desk.search, "abcd")
    let_go()
    assert desk.search.text() == "abcd"


def test_full_width_digits_are_digits(desk, heard):
    desk.search.setFocus()
    for digit in "６９０１２３４":
        commit(desk.search, digit)
    press(desk, Key.Key_Return)
    let_go()
    assert heard == ["6901234"]
    assert desk.search.text() == ""


def test_an_eaten_letter_is_found_among_the_shops_codes(desk, heard, qtbot):
    KNOWN.add("7X99-Q")
    desk.search.setFocus()
    compose(desk.search, "ni")
    let_go()
    commit(desk.search, "你")
    scan(desk, "X99-Q")
    let_go()
    assert heard == ["7X99-Q"]
    assert desk.search.text() == ""


def test_a_composition_that_ends_and_lets_the_key_pass_loses_nothing(desk, heard):
    """Some input methods commit and hand the key on: the word stays, the code is whole."""
    KNOWN.add("6901234567892")
    desk.search.setFocus()
    compose(desk.search, "ni")
    let_go()
    commit(desk.search, "你")
    scan(desk, "6901234567892")
    let_go()
    assert heard == ["6901234567892"]
    assert desk.search.text() == "你"


def test_words_composed_by_a_person_arrive(desk, heard):
    desk.search.setFocus()
    for shown, words in (("lv", "绿"), ("cha", "茶")):
        for end in range(1, len(shown) + 1):
            compose(desk.search, shown[:end])
            wait(A_PERSON)
        commit(desk.search, words)
        wait(A_PERSON)
    keys(desk, "12", A_PERSON)
    let_go()
    assert desk.search.text() == "绿茶12"
    assert heard == []


# -- a person ------------------------------------------------------------------------------------


def test_what_a_person_types_arrives_in_order(desk, heard):
    desk.quantity.setFocus()
    desk.quantity.selectAll()
    keys(desk, "1250", A_PERSON)
    press(desk, Key.Key_Backspace)
    let_go()
    assert desk.quantity.text() == "125"
    assert heard == []


def test_a_quick_pair_of_keys_is_no_scan(desk, heard):
    desk.search.setFocus()
    keys(desk, "er")
    press(desk, Key.Key_Return)
    assert desk.search.text() == "er"
    assert heard == []


def test_a_key_that_is_held_down_is_no_scan(desk, heard):
    """It repeats thirty times a second, as fast as a slow scanner."""
    desk.quantity.setFocus()
    desk.quantity.selectAll()
    for _ in range(6):
        QCoreApplication.sendEvent(
            desk.quantity,
            QKeyEvent(
                QKeyEvent.Type.KeyPress, Key.Key_7, Qt.KeyboardModifier.NoModifier, "7", True
            ),
        )
    press(desk, Key.Key_Return)
    assert desk.quantity.text() == "777777"
    assert heard == []


# -- what goes wrong on a busy day ---------------------------------------------------------------


@pytest.mark.parametrize("place", ["quantity", "price", "search", "table", "note"])
def test_keys_that_a_busy_program_found_late_are_taken_back(desk, heard, place):
    """The first keys were given to the field; the times of the window system say: one scan."""
    before = desk.said()
    PLACES[place](desk)
    selected = desk.price.selectedText() if place == "price" else ""
    stamped(desk, "690", 5000, 10)
    let_go()
    stamped(desk, "1234567892\r", 5030, 10)
    let_go()
    assert heard == ["6901234567892"]
    assert desk.said() == before
    assert (desk.price.selectedText() if place == "price" else "") == selected


def test_a_scanner_that_ends_with_two_marks_presses_nothing(desk, heard):
    """Carriage return and line feed: the second must not press the page's button."""
    desk.button.setDefault(True)
    done = []
    QShortcut(QKeySequence(Key.Key_Return), desk).activated.connect(lambda: done.append(1))
    scan(desk, "6901234567892", Key.Key_Return, Key.Key_Enter)
    assert (heard, desk.pressed, done) == (["6901234567892"], 0, [])
    wait(2 * GAP)
    press(desk, Key.Key_Return)
    assert done == [1]


def test_no_key_of_a_scan_is_a_shortcut(desk, heard):
    pressed = []
    for key in ("+", "/", "7"):
        QShortcut(QKeySequence(key), desk).activated.connect(lambda: pressed.append(1))
    scan(desk, "A+B/C77")
    assert (heard, pressed) == (["A+B/C77"], [])


def test_the_separator_of_a_symbol_is_part_of_the_code(desk, heard):
    desk.price.setFocus()
    scan(desk, "0107032069804988100329\x1d15210526")
    assert heard == ["0107032069804988100329\x1d15210526"]


def test_the_focus_may_move_in_the_middle(desk, heard):
    desk.price.setFocus()
    keys(desk, "690123")
    desk.search.setFocus()
    scan(desk, "4567892")
    let_go()
    assert heard == ["6901234567892"]
    assert (desk.price.text(), desk.search.text()) == ("12.50", "")


def test_a_field_that_goes_in_the_middle_takes_nothing_with_it(desk, heard, qtbot):
    field = QLineEdit(desk)
    field.show()
    field.setFocus()
    keys(desk, "690123")
    field.setParent(None)
    field.deleteLater()
    QApplication.processEvents()
    scan(desk, "4567892")
    assert heard == ["6901234567892"]


def test_a_password_that_is_typed_at_once_is_no_scan(desk, heard, qtbot):
    secret = SecretField(desk)
    desk.layout().addWidget(secret)
    secret.show()
    secret.setFocus()
    scan(secret, "6901234567892")
    assert secret.text() == "6901234567892"
    assert heard == []

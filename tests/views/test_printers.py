"""The printers of this computer: set up, tried, moved into place; what fails is kept for later."""

import socket
import threading
from decimal import Decimal

import pytest

from builders import Shop
from erp_desktop.core.errors import NotANumber
from erp_desktop.documents import registry
from erp_desktop.printing import escpos
from erp_desktop.printing.plain_text import text_lines, width
from erp_desktop.printing.preview import Bitmap, moved
from erp_desktop.views import devices, memory, print_preview, print_queue, spool
from erp_desktop.views.devices import Device, Role, Speech, Way
from erp_desktop.views.office import Office
from erp_desktop.views.printing import Printing
from erp_desktop.views.settings.printers_section import PrintersSection
from erp_desktop.views.shop_office import ShopOffice


@pytest.fixture
def shop(dressed, tmp_path, monkeypatch):
    monkeypatch.setattr(spool, "printer_names", lambda: ["Office"])
    shop = Shop.found(tmp_path / "own.shop", name="青禾茶具")
    shop.product("TEA", name="Green tea 绿茶", barcodes=["6901234567892"], price="28.90")
    shop.receive("TEA", 30, 13)
    yield shop
    print_queue.queue.wait()
    print_queue.queue.faults.clear()
    shop.work.close()


class NetworkTill:
    """A receipt printer on the network that keeps what it was sent."""

    def __init__(self) -> None:
        self.server = socket.create_server(("127.0.0.1", 0))
        self.port = self.server.getsockname()[1]
        self.got: list[bytes] = []
        self.thread = threading.Thread(target=self._serve, daemon=True)
        self.thread.start()

    def _serve(self) -> None:
        while True:
            try:
                line, _ = self.server.accept()
            except OSError:
                return
            parts = []
            with line:
                while data := line.recv(65_536):
                    parts.append(data)
            self.got.append(b"".join(parts))


@pytest.fixture
def till():
    made = NetworkTill()
    yield made
    made.server.close()


def set_up(role: Role = Role.RECEIPT, **facts) -> Device:
    device = Device(role, **facts)
    devices.keep(device)
    return device


def test_a_printer_is_remembered_as_it_was_set_up(shop):
    assert devices.device_of(Role.RECEIPT).way is Way.NONE
    kept = set_up(way=Way.NETWORK, target="10.0.0.7:9100", speech=Speech.TEXT, roll=58,
                  right=-12, down=5, drawer=True)  # fmt: skip
    assert devices.device_of(Role.RECEIPT) == kept
    assert [one.name for one in devices.all_devices()] == ["@receipt"]
    assert devices.usual_for("receipt") == "@receipt"
    assert devices.usual_for("invoice") == ""


def test_a_receipt_goes_to_the_receipt_printer_and_opens_the_drawer(shop, till, qtbot):
    set_up(way=Way.NETWORK, target=f"127.0.0.1:{till.port}", drawer=True)
    sold = shop.sell("TEA", 2, "28.90")
    papers = Printing(Office(shop.work))
    with qtbot.waitSignal(print_queue.queue.printed, timeout=10_000):
        said = papers.print_now("receipt", sold.id, drawer=True)
    assert (
        said.words == f"Receipt {sold.number}: printed on Receipt printer · 127.0.0.1:{till.port}."
    )
    qtbot.waitUntil(lambda: len(till.got) == 1, timeout=5_000)
    assert till.got[0].startswith(escpos.INIT + escpos.DRAWER)


def test_the_drawer_stays_shut_for_a_second_receipt(shop, till, qtbot):
    set_up(way=Way.NETWORK, target=f"127.0.0.1:{till.port}", drawer=True)
    with qtbot.waitSignal(print_queue.queue.printed, timeout=10_000):
        Printing(Office(shop.work)).print_now("receipt", shop.sell("TEA").id)
    qtbot.waitUntil(lambda: len(till.got) == 1, timeout=5_000)
    assert escpos.DRAWER not in till.got[0]


def test_a_printer_that_is_off_is_told_and_can_be_tried_again(shop, qtbot):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    set_up(way=Way.NETWORK, target=f"127.0.0.1:{port}")
    with qtbot.waitSignal(print_queue.queue.failed, timeout=10_000):
        Printing(Office(shop.work)).print_now("receipt", shop.sell("TEA").id)
    (fault,) = print_queue.queue.faults
    assert fault.reason
    with qtbot.waitSignal(print_queue.queue.failed, timeout=10_000):
        print_queue.queue.again(fault)
    assert len(print_queue.queue.faults) == 1


def test_a_receipt_in_the_printers_own_letters(shop, tmp_path):
    device = set_up(way=Way.DIRECT, target=str(tmp_path / "lp0"), speech=Speech.TEXT)
    pdf = shop.work.read(registry.paper_for, "receipt", shop.sell("TEA", 2, "28.90").id)
    data = devices.bytes_for(device, pdf)
    assert escpos.CHINESE in data
    body = data.split(escpos.CHINESE)[1].split(escpos.FEED)[0].decode("gb18030")
    assert "青禾茶具" in body, body
    assert "￥57.80" in body
    assert "\u00a5" not in body
    assert max(width(line) for line in body.splitlines()) <= 48


def test_lines_of_a_narrow_roll_fit_its_columns(shop):
    pdf = shop.work.read(registry.paper_for, "receipt", shop.sell("TEA").id, template="58")
    lines = text_lines(pdf, 58)
    assert max(width(line) for line in lines) <= 32
    total = next(line for line in lines if line.startswith("Total"))
    assert total.endswith("￥20.00")
    assert width(total) == 32


def test_a_print_is_moved_by_whole_dots():
    page = Bitmap(12, 2, (bytes([0b1000_0000, 0]), bytes([0, 0b0001_0000])))
    assert moved(page, 1, 0).rows == (bytes([0b0100_0000, 0]), bytes([0, 0]))
    assert moved(page, -1, 0).rows == (bytes([0, 0]), bytes([0, 0b0010_0000]))
    assert moved(page, 0, 1).rows == (bytes(2), bytes([0b1000_0000, 0]))
    assert moved(page, 0, -1).rows == (bytes([0, 0b0001_0000]), bytes(2))


# -- the settings --------------------------------------------------------------------------------


@pytest.fixture
def section(shop, qtbot):
    made = PrintersSection(ShopOffice(shop.work))
    qtbot.addWidget(made)
    made.resize(760, 900)
    made.show()
    made.load()
    return made


def test_the_receipt_printer_is_set_up_and_becomes_the_printer_of_receipts(section):
    form = section.forms[Role.RECEIPT]
    assert not form.target.isVisible()
    form.way.choose(Way.NETWORK)
    form.way.activated.emit(2)
    form.target.setText("192.168.1.50")
    form.target.editingFinished.emit()
    assert form.drawer.isVisible()
    assert devices.device_of(Role.RECEIPT).target == "192.168.1.50"
    receipts, invoices = section.papers.printers["receipt"], section.papers.printers["invoice"]
    assert receipts.currentText() == "Receipt printer · 192.168.1.50"
    assert invoices.currentText() == "Office"


def test_how_far_a_print_is_moved_must_be_a_distance(section):
    form = section.forms[Role.LABEL]
    form.way.choose(Way.DIRECT)
    form.right.setText("1.5")
    form.right.editingFinished.emit()
    assert devices.device_of(Role.LABEL).right == 15
    form.right.setText("35")
    form.right.editingFinished.emit()
    assert devices.device_of(Role.LABEL).right == 15
    with pytest.raises(NotANumber):
        form.device()


def test_a_test_page_reaches_a_label_printer(section, tmp_path, qtbot):
    place = tmp_path / "lp0"
    set_up(Role.LABEL, way=Way.DIRECT, target=str(place), speech=Speech.TSPL)
    with qtbot.waitSignal(section.said, timeout=10_000):
        section.test(Role.LABEL)
    assert place.read_bytes().startswith(b"SIZE 50 mm,30 mm\r\n")


def test_a_test_page_without_a_printer_is_shown(section):
    section.test(Role.PAGE)
    (dialog,) = section.window().findChildren(print_preview.PreviewDialog)
    assert dialog.pages.count() == 1
    dialog.reject()


def test_which_paper_goes_where_is_what_the_preview_remembers(section, shop):
    combo = section.papers.printers["invoice"]
    combo.choose(print_preview.TO_FILE)
    combo.activated.emit(0)
    job = Printing(Office(shop.work)).job("invoice", shop.sell("TEA").id)
    assert print_preview.habit_of(job).printer == print_preview.TO_FILE
    assert memory.recalled("printing/invoice/printer") == ""


def test_a_drawer_that_is_not_there_is_said(section):
    section.open_drawer()
    assert "No drawer" in section.notice.sentence()
    assert Decimal(0) == section.forms[Role.RECEIPT].right.value()

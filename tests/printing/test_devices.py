"""What the devices are sent, read back as they would print it."""

import re
import socket
import threading
from io import BytesIO
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from erp_desktop.core.errors import NotYetAvailable
from erp_desktop.documents.barcodes import bars_of
from erp_desktop.documents.pen import MM, Pen, Style
from erp_desktop.printing import escpos, preview, tspl, zpl
from erp_desktop.printing.printer import (
    ROLL_80,
    FilePrinter,
    NetworkPrinter,
    PrintJob,
    in_language,
)

CODE = "6901234567892"
SIZE = (50, 30)


def a_label(*codes: str) -> bytes:
    """A 50 x 30 mm label a code, the bars on the printer's dots."""
    pen = Pen(SIZE[0] * MM, SIZE[1] * MM, "Label")
    for at, code in enumerate(codes):
        if at:
            pen.next_page()
        pen.words(4 * MM, 6 * MM, "明前龙井 250 g", Style(9, "semibold", 0))
        pen.bars(bars_of(code), (6 * MM, 9 * MM), 0.375 * MM, 15 * MM)
    return pen.done()


def a_receipt() -> bytes:
    """A roll of 80 mm, taller than one band of dots."""
    pen = Pen(80 * MM, 60 * MM, "Receipt")
    pen.words(10 * MM, 10 * MM, "青禾茶具礼品店", Style(12, "bold", 0))
    pen.bars(bars_of("TS-20261122-0001"), (16 * MM, 20 * MM), 0.25 * MM, 12 * MM)
    return pen.done()


def scanned(picture: Image.Image) -> list[str]:
    return [barcode.text for barcode in zxingcpp.read_barcodes(picture.convert("L"))]


def dots(data: bytes, row_bytes: int, *, black: int = 1) -> Image.Image:
    mode = "1;I" if black else "1"
    size = (row_bytes * 8, len(data) // row_bytes)
    return Image.frombytes("1", size, data, "raw", mode)


class Head:
    """A thermal printer of paper: takes ESC/POS, keeps what it printed and did."""

    def __init__(self, commands: bytes) -> None:
        self.did: list[str] = []
        self.rows = b""
        self.row_bytes = 0
        at = 0
        while at < len(commands):
            at = self._take(commands, at)

    def _take(self, data: bytes, at: int) -> int:
        for start, length, name in (
            (b"\x1b@", 2, "reset"),
            (b"\x1bp", 5, "drawer"),
            (b"\x1bd", 3, "feed"),
            (b"\x1dV\x42", 4, "cut"),
        ):
            if data.startswith(start, at):
                self.did.append(name)
                return at + length
        assert data.startswith(b"\x1dv0\x00", at), data[at : at + 8]
        self.row_bytes = int.from_bytes(data[at + 4 : at + 6], "little")
        rows = int.from_bytes(data[at + 6 : at + 8], "little")
        end = at + 8 + rows * self.row_bytes
        self.rows += data[at + 8 : end]
        self.did.append("band")
        return end


def test_a_receipt_prints_in_bands_is_cut_and_opens_the_drawer_first() -> None:
    head = Head(escpos.receipt(a_receipt(), 80, drawer=True))
    assert head.did[:2] == ["reset", "drawer"]
    assert head.did[-2:] == ["feed", "cut"]
    assert head.did.count("band") > 1
    assert head.row_bytes * 8 == 576
    assert scanned(dots(head.rows, head.row_bytes)) == ["TS-20261122-0001"]


def test_a_narrow_roll_gets_what_its_head_can_reach() -> None:
    pen = Pen(58 * MM, 40 * MM)
    pen.bars(bars_of("TS-1"), (12 * MM, 10 * MM), 0.25 * MM, 12 * MM)
    head = Head(escpos.receipt(pen.done(), 58, cut=False))
    assert head.row_bytes * 8 == 384
    assert "cut" not in head.did
    assert scanned(dots(head.rows, head.row_bytes)) == ["TS-1"]


def test_the_drawer_opens_without_paper() -> None:
    assert Head(escpos.open_drawer()).did == ["reset", "drawer"]


@pytest.mark.parametrize("dots_per_mm", [8, 300 / 25.4], ids=["203dpi", "300dpi"])
def test_zpl_carries_the_label_as_dots_and_counts_copies(dots_per_mm: float) -> None:
    said = zpl.labels(a_label(CODE, CODE, "96385074"), dots_per_mm).decode("ascii")
    labels = re.findall(r"\^GFA,(\d+),\1,(\d+),([0-9A-F]+)\^FS\^PQ(\d+)\^XZ", said)
    assert [int(copies) for *_, copies in labels] == [2, 1]
    read = []
    for size, row_bytes, data, _ in labels:
        assert len(data) == 2 * int(size)
        read += scanned(dots(bytes.fromhex(data), int(row_bytes)))
    assert read == [CODE, "96385074"]


def test_tspl_carries_the_label_as_dots_and_counts_copies() -> None:
    said = tspl.labels(a_label(CODE, CODE))
    assert said.startswith(b"SIZE 50 mm,30 mm\r\n")
    found = re.search(rb"BITMAP 0,0,(\d+),(\d+),0,", said)
    assert found
    row_bytes, high = int(found[1]), int(found[2])
    data = said[found.end() : found.end() + row_bytes * high]
    assert said[found.end() + row_bytes * high :] == b"\r\nPRINT 1,2\r\n"
    assert scanned(dots(data, row_bytes, black=0)) == [CODE]


def test_a_preview_knows_how_many_pages_there_are() -> None:
    assert preview.page_count(a_label(CODE, CODE)) == 2


def test_one_png_holds_all_pages_below_each_other() -> None:
    whole = Image.open(BytesIO(preview.png(a_label(CODE, "96385074"), dpi=203)))
    assert whole.height > whole.width
    assert sorted(scanned(whole)) == sorted([CODE, "96385074"])


def test_dots_of_a_page_are_exactly_its_millimetres() -> None:
    (page,) = preview.bitmaps(a_label(CODE), 8)
    assert (page.wide, page.high) == (400, 240)


def test_every_language_is_known_by_the_ending_of_a_file() -> None:
    pdf = a_receipt()
    assert in_language(pdf, "pdf") == pdf
    assert in_language(pdf, "png").startswith(b"\x89PNG")
    assert in_language(pdf, "escpos").startswith(b"\x1b@")
    assert in_language(pdf, "zpl").startswith(b"^XA")
    assert in_language(pdf, "tspl").startswith(b"SIZE")
    with pytest.raises(NotYetAvailable):
        in_language(pdf, "pcl")


def test_a_job_reaches_a_file(tmp_path: Path) -> None:
    printer = FilePrinter(tmp_path / "till.escpos")
    printer.send(PrintJob(b"\x1b@", ROLL_80))
    assert printer.name == "till.escpos"
    assert (tmp_path / "till.escpos").read_bytes() == b"\x1b@"


def test_a_job_reaches_a_printer_on_the_network() -> None:
    got: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            line, _ = server.accept()
            with line:
                while data := line.recv(65_536):
                    got.append(data)

        listening = threading.Thread(target=serve)
        listening.start()
        job = PrintJob(escpos.receipt(a_receipt(), 80), ROLL_80)
        NetworkPrinter("127.0.0.1", server.getsockname()[1]).send(job)
        listening.join(timeout=10)
    assert b"".join(got) == job.data


def test_a_printer_that_is_off_is_an_os_error() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with pytest.raises(OSError, match=r".+"):
        NetworkPrinter("127.0.0.1", port).send(PrintJob(b"", ROLL_80))

"""`print`: a paper or labels, to a file in the language of its ending, or to a printer."""

import argparse
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Final

from erp_desktop.cli.asking import listed
from erp_desktop.cli.desk import DONE, Desk, WrongUsage
from erp_desktop.cli.program import Command
from erp_desktop.core import clock, errors
from erp_desktop.core.money import decimal_from

if TYPE_CHECKING:
    from erp_desktop.models.books import Books
    from erp_desktop.printing.printer import Printer

LANGUAGES: Final = ("pdf", "png", "escpos", "zpl", "tspl")
BIN_LABELS: Final = "bin-labels"
PICK_LIST: Final = "pick-list"
RECALL: Final = "recall-letter"
STATEMENT: Final = "statement"
OF_THE_SHELF: Final = [
    (BIN_LABELS, "Labels of bins"), (PICK_LIST, "Pick list"), (RECALL, "Recall letter"),
    (STATEMENT, "Statement of account"),
]  # fmt: skip
SHORT: Final = {"order": "purchase-order", "stock-out": "delivery-note", "label": "labels"}


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "kind", metavar="KIND", nargs="?", help="receipt, invoice, labels, …; --list names them"
    )
    parser.add_argument(
        "refs", metavar="REF", nargs="*",
        help="a document's number or sender's id; for labels SKU=COUNT … or a receipt; "
        "for a count sheet to fill in the warehouse's code; for bin-labels WAREHOUSE [BIN …]; "
        "for a statement a customer's or supplier's code",
    )  # fmt: skip
    parser.add_argument("--out", type=Path, metavar="FILE", help=" ".join(LANGUAGES))
    parser.add_argument("--template", metavar="T", help="such as 58 (receipt) or 50x30 (labels)")
    parser.add_argument("--printer", metavar="P", help="HOST[:PORT] or a device such as /dev/…")
    parser.add_argument("--language", choices=("en", "zh_CN"), help="the paper's language")
    parser.add_argument("--from", dest="first", metavar="DAY", help="first day of a statement")
    parser.add_argument("--to", dest="last", metavar="DAY", help="last day of a statement")
    parser.add_argument("--list", action="store_true", help="name the papers")


def _print(desk: Desk, options: argparse.Namespace) -> int:
    from erp_desktop.documents.registry import KINDS
    from erp_desktop.printing.printer import in_language

    if options.list:
        return listed(desk, [(kind.code, kind.title) for kind in KINDS.values()] + OF_THE_SHELF)
    if options.kind is None:
        raise WrongUsage("say which paper: print KIND REF; print --list names them")
    kind = options.kind.replace("_", "-").lower()
    kind = SHORT.get(kind, kind)
    if kind not in {*KINDS, *dict(OF_THE_SHELF)}:
        raise WrongUsage(f"there is no paper “{options.kind}”; print --list names them")
    if not options.refs:
        raise WrongUsage("say of what: a document's number, or SKU=COUNT for labels")
    if options.out is None and options.printer is None:
        raise WrongUsage("say where to: --out FILE or --printer P")
    printer, ending = _printer(options.printer or "-"), _ending(kind, options)
    with desk.open() as work:
        if kind == STATEMENT:
            pdf = work.read(_statement, options)
        else:
            pdf = work.read(_paper, kind, options.refs, options.language, options.template)
    roll = int(options.template) if options.template in {"58", "80"} else 80
    data = in_language(pdf, ending, roll=roll)
    where = _send(printer, data, kind) if options.out is None else _write(options.out, data)
    if desk.as_json:
        desk.answer({"paper": kind, "to": where, "bytes": len(data)})
    desk.say(f"{kind}: {where}")
    return DONE


def _ending(kind: str, options: argparse.Namespace) -> str:
    """The printer's language: the file's ending, else what such printers usually speak."""
    if options.out is None:
        return "zpl" if kind in {"labels", BIN_LABELS} else "escpos"
    ending: str = options.out.suffix.lower().removeprefix(".")
    if ending not in LANGUAGES:
        raise WrongUsage(f"“{options.out}” must end in one of .{', .'.join(LANGUAGES)}")
    return ending


def _paper(
    books: "Books", kind: str, refs: Sequence[str], language: str | None, template: str | None
) -> bytes:
    from erp_desktop.documents import registry
    from erp_desktop.reports.place_rows import bins_of
    from erp_desktop.services.records import find_document
    from erp_desktop.services.stock.places import warehouse

    if kind in {PICK_LIST, RECALL}:
        return _walked(books, kind, refs, language)
    if kind == BIN_LABELS:
        place = warehouse(books, refs[0]).id
        wanted_bins = [
            one.id for one in bins_of(books, place) if one.code in refs[1:] or not refs[1:]
        ]
        return registry.bin_labels_for(books, wanted_bins, size=template, language=language)
    if kind == "labels" and any("=" in ref for ref in refs):
        wanted = [_label(books, ref) for ref in refs]
        return registry.labels_for(books, wanted, size=template, language=language)
    if len(refs) > 1:
        raise WrongUsage(f"one {kind} at a time")
    try:
        document_id = find_document(books, refs[0])
    except errors.UnknownDocument:
        if kind != "count-sheet":
            raise
        return registry.count_sheet_for(books, warehouse(books, refs[0]).id, language=language)
    return registry.paper_for(books, kind, document_id, language=language, template=template)


def _statement(books: "Books", options: argparse.Namespace) -> bytes:
    """What a partner and we had to do with each other, from day to day."""
    from erp_desktop.documents import registry
    from erp_desktop.services.finance.statements import StatementAsk

    if len(options.refs) > 1:
        raise WrongUsage("one statement at a time")
    days = {
        name: clock.parsed_day(day)
        for name, day in (("first", options.first), ("last", options.last))
        if day is not None
    }
    ask = StatementAsk(options.refs[0], **days)
    return registry.statement_for(books, ask, options.language)


def _walked(books: "Books", kind: str, refs: Sequence[str], language: str | None) -> bytes:
    """The pick list of some orders, or the letters about a lot."""
    from erp_desktop.documents import registry
    from erp_desktop.reports.lots import lots_called
    from erp_desktop.services.records import find_document, header
    from erp_desktop.services.stock.places import main_warehouse

    if kind == RECALL:
        found = [lot for ref in refs for lot in lots_called(books, ref)]
        return registry.recall_letters_for(books, found, language=language)
    orders = [find_document(books, ref) for ref in refs]
    place_id = header(books, orders[0]).place_id or main_warehouse(books)
    return registry.pick_list_for(books, orders, place_id, language)


def _label(books: "Books", ref: str) -> tuple[int, int]:
    """A product and how many labels of it: SKU=COUNT."""
    from erp_desktop.services.catalogue.products import by_sku

    sku, _, count = ref.rpartition("=")
    try:
        number = decimal_from(count)
    except errors.NotANumber:
        number = Decimal(-1)
    if not sku or number != int(number) or not 0 < number <= 10_000:
        raise WrongUsage(f"“{ref}” is not SKU=COUNT, such as TEA=12")
    return by_sku(books, sku).id, int(number)


def _printer(said: str) -> "Printer":
    """A device, or a printer on the network. Raises WrongUsage."""
    from erp_desktop.printing.printer import FilePrinter, NetworkPrinter

    if "/" in said or "\\" in said:
        return FilePrinter(Path(said))
    host, _, port = said.partition(":")
    if not host or (port and not (port.isascii() and port.isdigit() and int(port) < 65_536)):
        raise WrongUsage(f"“{said}” is not a printer such as 192.168.1.50:9100")
    return NetworkPrinter(host, int(port or 9100))


def _send(printer: "Printer", data: bytes, kind: str) -> str:
    from erp_desktop.printing.printer import A4, PrintJob

    try:
        printer.send(PrintJob(data, A4, kind))
    except OSError as wrong:
        raise errors.FileUnwritable(printer.name, wrong.strerror or str(wrong)) from wrong
    return printer.name


def _write(path: Path, data: bytes) -> str:
    """Raises DiskFull, FileUnwritable."""
    from erp_desktop.exchange.safe_file import whole_file

    with whole_file(path) as draft:
        draft.write_bytes(data)
    return str(path)


COMMANDS = {"print": Command("a paper or labels, to a file or a printer", _options, _print)}

"""A shop's papers in both languages: complete, re-addable, the same bytes twice."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal as D
from itertools import pairwise
from pathlib import Path

import pytest

from erp_desktop.core.table import Column, Head, Kind, Table
from erp_desktop.documents import (
    count_sheet,
    delivery_note,
    goods_receipt,
    invoice,
    label,
    purchase_order,
    receipt,
    table_paper,
)
from erp_desktop.documents.paper_words import CHINESE, words_of
from erp_desktop.documents.papers import Paid

from . import reading
from .samples import DAY, PARTIES, SHOPS, goods_lines, lines

LANGUAGES = ("en", "zh_CN")
SOURCES = Path(__file__).parents[2] / "src/erp_desktop/documents"


def an_invoice(language: str, *, times: int = 1, included: bool = True) -> invoice.InvoicePaper:
    return invoice.InvoicePaper(
        language=language,
        shop=SHOPS[language],
        number="IN-20261122-0001",
        day=DAY,
        party=PARTIES[language],
        due_on=date(2026, 12, 22),
        **lines(language, times=times, included=included),
    )


def an_order(language: str) -> purchase_order.OrderPaper:
    return purchase_order.OrderPaper(
        language=language,
        shop=SHOPS[language],
        number="PO-20261122-0001",
        day=DAY,
        party=PARTIES[language],
        **lines(language, included=False),
    )


def a_receipt(language: str, roll: int = 80) -> receipt.ReceiptPaper:
    priced = lines(language)
    total = priced.pop("total") - D("0.06")
    return receipt.ReceiptPaper(
        language=language,
        shop=SHOPS[language],
        number="TS-20261122-0001",
        day=DAY,
        at=datetime(2026, 11, 22, 14, 5),
        rounding=D("-0.06"),
        total=total,
        paid=(Paid(words_of(language)("Paid"), D(1240)),),
        change=D(1240) - total,
        roll=roll,
        **priced,
    )


def a_delivery(language: str) -> delivery_note.DeliveryPaper:
    return delivery_note.DeliveryPaper(
        language=language,
        shop=SHOPS[language],
        number="GI-20261122-0001",
        day=DAY,
        party=PARTIES[language],
        lines=goods_lines(language),
    )


def an_arrival(language: str) -> goods_receipt.ReceiptOfGoodsPaper:
    return goods_receipt.ReceiptOfGoodsPaper(
        language=language,
        shop=SHOPS[language],
        number="GR-20261122-0001",
        day=DAY,
        party=PARTIES[language],
        lines=goods_lines(language),
    )


def a_count(language: str, *, blind: bool = True) -> count_sheet.CountPaper:
    return count_sheet.CountPaper(
        language=language,
        shop=SHOPS[language],
        number="SC-20261122-0001",
        day=DAY,
        lines=goods_lines(language),
        blind=blind,
    )


def labels(language: str) -> label.LabelPaper:
    return label.LabelPaper(
        language=language,
        labels=[
            label.Label(line.name, line.barcode, line.sku, line.unit_price, line.unit)
            for line in goods_lines(language)
        ],
        shop_name=SHOPS[language].name,
    )


def a_list(language: str, rows: int = 90) -> table_paper.TablePaper:
    columns = (
        Column("number", "Number", Kind.CODE),
        Column("partner", "Customer"),
        Column("state", "State", Kind.STATE),
        Column("amount", "Amount", Kind.MONEY, total=True),
        Column("secret", "Cost", Kind.MONEY, hidden=True),
    )
    row = (PARTIES[language].name, "partly_received:0.5", D("12.30"), D("7.77"))
    table = Table("sales", "Sales", columns, [(f"SO-{at:04}", *row) for at in range(rows)])
    return table_paper.TablePaper(language, SHOPS[language], table)


def every_paper(language: str) -> dict[str, bytes]:
    return {
        "receipt": receipt.draw(a_receipt(language)),
        "narrow receipt": receipt.draw(a_receipt(language, 58)),
        "invoice": invoice.draw(an_invoice(language)),
        "purchase order": purchase_order.draw(an_order(language)),
        "delivery note": delivery_note.draw(a_delivery(language)),
        "goods receipt": goods_receipt.draw(an_arrival(language)),
        "count sheet": count_sheet.draw(a_count(language)),
        "labels": label.draw(labels(language)),
        "list": table_paper.draw(a_list(language)),
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_paper_can_be_read_and_carries_its_fonts(language: str, tmp_path: Path) -> None:
    known = re.compile(r"^(Inter|NotoSansSC)")
    for name, pdf in every_paper(language).items():
        said = reading.words(pdf)
        if name != "list":
            assert goods_lines(language)[0].name in said, name
        assert SHOPS[language].name in said, name
        fonts = reading.fonts(pdf, tmp_path)
        assert fonts, name
        for font, embedded in fonts:
            assert known.match(font), (name, font)
            assert embedded == "yes", (name, font)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_paper_drawn_twice_is_the_same_file(language: str) -> None:
    assert every_paper(language) == every_paper(language)


@pytest.mark.parametrize(
    "draw",
    [
        lambda language: invoice.draw(an_invoice(language)),
        lambda language: purchase_order.draw(an_order(language)),
        lambda language: delivery_note.draw(a_delivery(language)),
        lambda language: goods_receipt.draw(an_arrival(language)),
        lambda language: receipt.draw(a_receipt(language)),
        lambda language: receipt.draw(a_receipt(language, 58)),
    ],
)
@pytest.mark.parametrize("dots_per_mm", [8, 300 / 25.4], ids=["203dpi", "300dpi"])
def test_the_number_of_a_paper_can_be_scanned(
    draw: Callable[[str], bytes], dots_per_mm: float
) -> None:
    for language in LANGUAGES:
        pdf = draw(language)
        (read,) = reading.codes(pdf, dots_per_mm)
        assert read in reading.words(pdf)


@pytest.mark.parametrize("dots_per_mm", [8, 300 / 25.4], ids=["203dpi", "300dpi"])
def test_the_count_sheet_can_be_scanned_line_by_line(dots_per_mm: float) -> None:
    read = set(reading.codes(count_sheet.draw(a_count("en")), dots_per_mm))
    wanted = {line.barcode for line in goods_lines("en")} | {"SC-20261122-0001"}
    assert {code.lstrip("0") for code in read} == {code.lstrip("0") for code in wanted}


def test_a_blind_count_does_not_say_what_the_books_say() -> None:
    blind = reading.words(count_sheet.draw(a_count("zh_CN")))
    seeing = reading.words(count_sheet.draw(a_count("zh_CN", blind=False)))
    assert "账面数量" not in blind
    assert "1.375" not in blind
    assert "账面数量" in seeing
    assert "1.375" in seeing


def test_a_delivery_note_tells_no_prices_unless_asked() -> None:
    plain = reading.words(delivery_note.draw(a_delivery("en")))
    priced = reading.words(delivery_note.draw(replace(a_delivery("en"), prices=True)))
    assert "348.35" not in plain
    assert "348.35" in priced


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("included", [True, False])
def test_printed_lines_make_the_printed_total(language: str, included: bool) -> None:
    """LEDGER L-62: what stands on the paper re-adds with a pocket calculator."""
    paper = an_invoice(language, times=3, included=included)
    said = reading.words(invoice.draw(paper))
    total = f"{paper.shop.symbol}{paper.total:,}"
    amounts = [f"{paper.printed(line):,}" for line in paper.lines]
    assert total in said
    assert all(amount in said for amount in amounts)
    printed = sum(D(amount.replace(",", "")) for amount in amounts)
    assert printed + (0 if included else paper.tax) == paper.total
    for group in paper.groups:
        assert f"{group.net:,} {group.tax:,} {group.net + group.tax:,}" in said


def test_a_paper_whose_figures_do_not_add_up_is_never_printed() -> None:
    wrong = replace(an_invoice("en"), total=D("1.00"))
    with pytest.raises(ValueError, match="lines make"):
        invoice.draw(wrong)


def test_the_receipt_says_what_was_paid_and_given_back() -> None:
    said = reading.words(receipt.draw(a_receipt("zh_CN")))
    assert "抹零 −0.06" in said
    assert "找零 7.20" in said
    assert "¥1,232.80" in said


def test_a_receipt_is_as_long_as_it_has_something_to_say() -> None:
    import pypdfium2

    short = a_receipt("en")
    sizes = []
    for times in (1, 3):
        made = lines("en", times=times)
        paper = replace(short, **made, rounding=D(0))
        with pypdfium2.PdfDocument(receipt.draw(paper)) as document:
            assert len(document) == 1
            sizes.append(document[0].get_size())
    assert round(sizes[0][0] / 72 * 25.4) == 80
    assert sizes[1][1] > sizes[0][1] + 10 * 2 * 12


def test_a_long_invoice_carries_its_total_from_page_to_page() -> None:
    paper = an_invoice("en", times=40)
    pages = reading.words_of_pages(invoice.draw(paper))
    assert len(pages) > 5
    for at, page in enumerate(pages, start=1):
        assert f"Page {at} of {len(pages)}" in page
        assert "Unit price" in page
    for before, after in pairwise(pages):
        carried = re.search(r"Carried forward ([\d,.]+)", before)
        brought = re.search(r"Brought forward ([\d,.]+)", after)
        assert carried
        assert brought
        assert carried[1] == brought[1]
    assert f"£{paper.total:,}" in pages[-1]
    assert all(f"£{paper.total:,}" not in page for page in pages[:-1])


def test_every_line_of_a_long_invoice_is_printed_once() -> None:
    said = " ".join(reading.words_of_pages(invoice.draw(an_invoice("en", times=40))))
    assert said.count("Green tea 250 g") == 40
    assert "200 Loose oolong" in said


@pytest.mark.parametrize("count", range(10, 30))
def test_the_ending_never_stands_alone(count: int) -> None:
    """Wherever the page happens to end, the totals have a line above them."""
    made = a_delivery("en")
    many = (made.lines * 10)[:count]
    pages = reading.words_of_pages(delivery_note.draw(replace(made, lines=many)))
    assert "Received by" in pages[-1]
    assert "TEA" in pages[-1] or "·" in pages[-1].replace("Lantern · Lloyds", "")


def test_amounts_in_words_stand_on_chinese_invoices_only() -> None:
    assert "壹仟贰佰叁拾贰元捌角陆分" in reading.words(invoice.draw(an_invoice("zh_CN")))
    assert "In words" not in reading.words(invoice.draw(an_invoice("en")))


def test_a_list_in_groups_is_printed_with_their_heads_and_sums() -> None:
    paper = a_list("en", rows=6)
    column = next(at for at, one in enumerate(paper.table.columns) if one.total)
    sums = [None] * len(paper.table.columns)

    def head(before: int, words: str, total: str, *, folded: bool = False) -> Head:
        cells = (*sums[:column], D(total), *sums[column + 1 :])
        return Head(before, words, 3, cells, folded, words)

    heads = [head(0, "Early birds", "11.11"), head(3, "Late risers", "2222.50", folded=True)]
    table = replace(paper.table, heads=heads)
    said = reading.words(table_paper.draw(replace(paper, table=table)))
    plain = reading.words(table_paper.draw(paper))
    assert "Early birds" in said
    assert "11.11" in said
    assert "2,222.50" in said
    first, last = (str(paper.table.rows[at][0]) for at in (0, 5))
    assert first in said
    assert last in plain
    assert last not in said


def test_more_columns_than_a_page_has_go_on_behind_the_first_one():
    columns = (Column("month", "Month", Kind.CODE),
               *(Column(f"account_{at}", f"Account {at}", Kind.MONEY, total=True)
                 for at in range(20)))  # fmt: skip
    table = Table("wide", "Wide", columns, [("2026-01", *(D(1000 + at) for at in range(20)))])
    pages = reading.words_of_pages(
        table_paper.draw(table_paper.TablePaper("en", SHOPS["en"], table))
    )
    assert len(pages) == 2
    assert all("2026-01" in page and "Total" in page for page in pages)
    assert "1 / 2" in pages[0]
    for at in range(20):  # each account once, with its row and its total
        assert sum(page.split().count(f"{1000 + at:,}.00") for page in pages) == 2


def test_a_list_is_printed_as_it_is_seen() -> None:
    pages = reading.words_of_pages(table_paper.draw(a_list("en")))
    said = " ".join(pages)
    assert "Cost" not in said
    assert "7.77" not in said
    assert "Partly received" in said
    assert "1,107.00" in pages[-1]
    assert said.count("SO-") == 90


def test_labels_come_in_the_wanted_copies() -> None:
    wanted = [label.Label("Tea", "6901234567892", copies=25), label.Label("Cup", "96385074")]
    rolls = label.draw(label.LabelPaper(language="en", labels=wanted))
    sheet = label.LabelPaper(language="en", labels=wanted, size="A4-3x8", skip=2)
    assert len(reading.words_of_pages(rolls)) == 26
    assert [page.count("Tea") for page in reading.words_of_pages(label.draw(sheet))] == [22, 3]


def test_a_long_name_is_cut_and_never_runs_over_the_label() -> None:
    name = "Hand-painted porcelain teapot with bamboo handle and matching cups for six people"
    paper = label.LabelPaper(language="en", labels=[label.Label(name, "6901234567892")])
    assert "…" in reading.words(label.draw(paper))


def test_a_draft_says_so() -> None:
    assert "草稿" in reading.words(invoice.draw(replace(an_invoice("zh_CN"), number="")))


def test_every_paper_word_is_known_in_both_languages() -> None:
    used = set()
    for source in SOURCES.glob("*.py"):
        text = source.read_text(encoding="utf-8")
        used |= set(re.findall(r"""\bsay\(\s*["']([^"']+)["']\s*\)""", text))
    assert used
    assert used <= set(CHINESE)
    assert all(words_of("en")(key) == key for key in CHINESE)
    with pytest.raises(KeyError):
        words_of("en")("No such word")

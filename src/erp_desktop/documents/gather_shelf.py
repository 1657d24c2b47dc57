"""Papers about what stands on the shelf today: labels, and the sheet to count with.

They are the exception to frozen copies: a label says what the product costs now.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from erp_desktop.core import clock, errors, money
from erp_desktop.core.label_design import Design
from erp_desktop.documents.count_sheet import CountPaper
from erp_desktop.documents.designed_label import DesignedPaper
from erp_desktop.documents.figures import day, in_packs, pack_words
from erp_desktop.documents.gather import shop_head
from erp_desktop.documents.label import SIZES, Label, LabelPaper
from erp_desktop.documents.label_facts import SHOP, facts_added
from erp_desktop.documents.papers import PaperLine
from erp_desktop.models.books import Books, marks
from erp_desktop.services.catalogue.packing import packings
from erp_desktop.services.records import header, record
from erp_desktop.services.shop.pictures import picture
from erp_desktop.services.stock.places import place

BATCH = 500  # products asked for at once


@dataclass(frozen=True, slots=True)
class _Shelved:
    """A product as it is now."""

    sku: str
    name: str
    unit: str
    price: int
    barcode: str


def labels(
    books: Books, wanted: Sequence[tuple[int, int]], *, size: str, language: str | None = None
) -> LabelPaper:
    """Labels of products: (product, how many), in this order.

    Raises NotAmong for an unknown size, NotPositive for a count below one, UnknownProduct, and
    NothingToPost for no label at all.
    """
    if size not in SIZES:
        raise errors.NotAmong("size", size, " | ".join(SIZES))
    if not wanted:
        raise errors.NothingToPost
    known = _products(books, [product_id for product_id, _ in wanted])
    shop = shop_head(books)
    made = []
    for product_id, count in wanted:
        if count < 1:
            raise errors.NotPositive("count", count)
        found = known.get(product_id)
        if found is None:
            raise errors.UnknownProduct(product_id)
        price = money.price(found.price, shop.places) if found.price else None
        made.append(
            Label(found.name, found.barcode or found.sku, found.sku, price, found.unit, count)
        )
    return LabelPaper(
        language=language or books.setting("language", "en"),
        labels=made,
        shop_name=shop.name,
        symbol=shop.symbol,
        places=shop.places,
        size=size,
    )


def designed(
    books: Books, wanted: Sequence[tuple[int, int]], design: Design, language: str | None = None
) -> DesignedPaper:
    """The same labels in a layout of the shop's own. Raises as `labels`."""
    paper = labels(books, wanted, size=next(iter(SIZES)), language=language)
    today = clock.day_date(clock.today())
    products = [product_id for product_id, _ in wanted]
    said = facts_added(books, products, paper.labels, design, paper.language)
    return DesignedPaper(
        design=design, labels=said, shop_name=paper.shop_name, symbol=paper.symbol,
        places=paper.places, packed=day(today, paper.language), logo=picture(books, SHOP),
    )  # fmt: skip


def bin_labels(
    books: Books, bin_ids: Sequence[int], *, size: str, language: str | None = None
) -> LabelPaper:
    """Labels of bins (库位标签), in the order of walking: code, zone, warehouse.

    Raises NotAmong for an unknown size, NothingToPost for no bin at all.
    """
    if size not in SIZES:
        raise errors.NotAmong("size", size, " | ".join(SIZES))
    made = [
        Label(code, code, zone or house)
        for part in _parts(bin_ids)
        for code, zone, house in books.rows(
            "SELECT n.code, n.zone, w.name FROM bin n JOIN location w ON w.id = n.location_id "  # noqa: S608
            f"WHERE n.id IN ({marks(part)}) ORDER BY w.code, n.rank, n.code",
            part,
        )
    ]
    if not made:
        raise errors.NothingToPost
    shop = shop_head(books)
    return LabelPaper(
        language=language or books.setting("language", "en"),
        labels=made,
        shop_name=shop.name,
        symbol=shop.symbol,
        places=shop.places,
        size=size,
    )


def arrived(books: Books, document_id: int) -> list[tuple[int, int]]:
    """A label for each piece of the document; one where the quantity is no number of pieces."""
    wanted = []
    for row in record(books, document_id).lines:
        if row.product_id is None or row.kind != "goods":
            continue
        pieces, rest = divmod(row.quantity, money.ONE_QUANTITY)
        wanted.append((row.product_id, 1 if rest or pieces < 1 else pieces))
    if not wanted:
        head = header(books, document_id)
        raise errors.WrongDocument(head.called, head.kind, head.state)
    return wanted


def count_sheet(
    books: Books,
    place_id: int,
    *,
    category_id: int | None = None,
    product_ids: Sequence[int] | None = None,
    blind: bool = True,
    language: str | None = None,
) -> CountPaper:
    """A sheet to count a place with: all that ever was there, or the chosen products.

    Also what the books believe to be gone is on it: that is what a count is for. Raises
    UnknownWarehouse.
    """
    return CountPaper(
        language=language or books.setting("language", "en"),
        shop=shop_head(books),
        number="",
        day=clock.day_date(clock.today()),
        lines=_shelf(books, place_id, category_id, product_ids),
        warehouse=place(books, place_id).name,
        blind=blind,
    )


def _shelf(
    books: Books, place_id: int, category_id: int | None, product_ids: Sequence[int] | None
) -> tuple[PaperLine, ...]:
    """The lines to count, by shelf, category and SKU; `quantity` is the book quantity."""
    rows = books.rows(
        "SELECT p.id, p.name, p.sku, p.unit, COALESCE(b.on_hand, 0), COALESCE(p.catch_unit, ''), "
        "COALESCE((SELECT CAST(SUM(t.pieces) AS BIGINT) FROM stock_detail t "
        "WHERE t.product_id = p.id AND t.location_id = b.location_id), 0) FROM product p "
        "LEFT JOIN stock_balance b ON b.product_id = p.id AND b.location_id = ? "
        "LEFT JOIN category c ON c.id = p.category_id "
        "WHERE p.kind = 'goods' AND (b.last_at > 0 OR ? = 1) AND (? = 0 OR p.category_id = ?) "
        "ORDER BY COALESCE(c.name, ''), p.sku",
        (place_id, int(product_ids is not None), int(category_id is not None), category_id or 0),
    )
    chosen = None if product_ids is None else set(product_ids)
    rows = [row for row in rows if chosen is None or row[0] in chosen]
    codes = _barcodes(books, [row[0] for row in rows])
    packs = packings(books, [row[0] for row in rows])
    bins = _bins(books, place_id)
    rows.sort(key=lambda row: bins.get(row[0], "\uffff"))  # in the order of walking
    return tuple(
        PaperLine(
            name=name,
            sku=sku,
            unit=unit,
            quantity=money.quantity(on_hand),
            barcode=codes.get(product_id, ""),
            place=bins.get(product_id, ""),
            catch_unit=catch_unit,
            book_pieces=money.quantity(pieces),
            packed=in_packs(money.quantity(on_hand), packs.get(product_id)),
            pack=pack_words(packs.get(product_id)),
        )
        for product_id, name, sku, unit, on_hand, catch_unit, pieces in rows
    )


def _bins(books: Books, place_id: int) -> dict[int, str]:
    """By product: the shelves on which it lies, in the order of walking past them."""
    lying: dict[int, list[str]] = {}
    for product_id, code, _ in books.rows(
        "SELECT DISTINCT d.product_id, b.code, b.rank FROM stock_detail d JOIN bin b "
        "ON b.id = d.bin_id WHERE d.location_id = ? AND d.on_hand <> 0 "
        "ORDER BY d.product_id, b.rank, b.code",
        (place_id,),
    ):
        lying.setdefault(product_id, []).append(code)
    return {product_id: ", ".join(codes) for product_id, codes in lying.items()}


def _products(books: Books, ids: Sequence[int]) -> dict[int, _Shelved]:
    codes = _barcodes(books, ids)
    return {
        row[0]: _Shelved(row[1], row[2], row[3], row[4], codes.get(row[0], ""))
        for part in _parts(ids)
        for row in books.rows(
            f"SELECT id, sku, name, unit, price FROM product WHERE id IN ({marks(part)})",  # noqa: S608
            part,
        )
    }


def _barcodes(books: Books, ids: Sequence[int]) -> dict[int, str]:
    """By product: its first own barcode (not a case's)."""
    found: dict[int, str] = {}
    for part in _parts(ids):
        for product_id, code in books.rows(
            "SELECT product_id, code FROM barcode WHERE unit IS NULL "  # noqa: S608
            f"AND product_id IN ({marks(part)}) ORDER BY position, code",
            part,
        ):
            found.setdefault(product_id, code)
    return found


def _parts(ids: Sequence[int]) -> list[list[int]]:
    every = list(dict.fromkeys(ids))
    return [every[at : at + BATCH] for at in range(0, len(every), BATCH)]

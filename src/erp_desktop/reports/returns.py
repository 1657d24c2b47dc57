"""Why goods came back (退货原因统计): by product, supplier and reason, with what it came to.

A return without a reason is told under an empty one; a reversed return never happened. The supplier
is the product's own, since that is who hears of it.
"""

from typing import Final

from erp_desktop.core.money import divided
from erp_desktop.core.table import Column, Kind, Table
from erp_desktop.models.books import Books
from erp_desktop.reports.asking import ReportAsk, Where, numbers_of, table
from erp_desktop.services.sales.return_rules import return_rules

# Every text put into the SQL below is from our own code; what people ask for is bound.
# ruff: noqa: S608

COLUMNS: Final = (
    Column("reason", "Reason", width=150),
    Column("sku", "SKU", Kind.CODE),
    Column("name", "Name", width=220),
    Column("supplier", "Supplier", width=150),
    Column("times", "Returns", Kind.COUNT, total=True),
    Column("quantity", "Came back", Kind.QUANTITY, total=True),
    Column("amount", "Refunded", Kind.MONEY, total=True),
    Column("sold", "Sold", Kind.QUANTITY, total=True),
    Column("rate", "Returned %", Kind.PERCENT),
    Column("repair", "To repair", Kind.QUANTITY, total=True),
    Column("scrap", "Thrown away", Kind.QUANTITY, total=True),
    Column("document", "Newest document", Kind.CODE, 150),
)

# A report goes to files and paper in the shop's own language, like the names of its accounts.
WORDS: Final[dict[str, tuple[str, str]]] = {
    "changed_mind": ("Changed their mind", "不想要了"),
    "wrong_item": ("Wrong item", "拿错商品"),
    "wrong_size": ("Wrong size or colour", "尺码颜色不合适"),
    "damaged": ("Damaged", "破损"),
    "faulty": ("Does not work", "有故障"),
    "expired": ("Past its date", "过期"),
    "other": ("Another reason", "其他原因"),
}


def returns(books: Books, ask: ReportAsk) -> Table:
    """What came back, the most first."""
    where = Where("d.kind = 'sales_return'", "d.state = 'posted'", "d.happened_at <= ?",
                  "d.booked_on BETWEEN ? AND ?",
                  "(a.id IS NULL OR o.kind IN ('sale', 'goods_issue'))")  # fmt: skip
    where.params += [ask.moment, ask.first, ask.last]
    where.sku(books, ask, "p.id")
    rows = books.rows(
        "SELECT COALESCE(r.reason, ''), p.sku, p.name, COALESCE(v.name, ''), count(*), "
        "SUM(l.quantity), SUM(l.net + l.tax), p.id, "
        "SUM(CASE WHEN r.went_to = 'repair' THEN l.quantity ELSE 0 END), "
        "SUM(CASE WHEN r.went_to = 'scrap' THEN l.quantity ELSE 0 END), MAX(d.id) "
        "FROM document d JOIN document_line l ON l.document_id = d.id "
        "JOIN product p ON p.id = l.product_id LEFT JOIN partner v ON v.id = p.supplier_id "
        "LEFT JOIN returned_line r ON r.line_id = l.id "
        "LEFT JOIN document_line a ON a.id = l.answers_id "
        f"LEFT JOIN document o ON o.id = a.document_id{where.sql} "
        "GROUP BY r.reason, p.id, p.sku, p.name, v.name ORDER BY SUM(l.quantity) DESC, p.sku, 1",
        where.params,
    )
    sold, names = _sold(books, ask), _names(books)
    keys = [row[10] for row in rows]
    numbers = numbers_of(books, keys)
    told = [
        (names.get(row[0], row[0]), *row[1:7], sold.get(row[7], 0),
         _rate(int(row[5]), sold.get(row[7], 0)), row[8], row[9],
         numbers[row[10]])
        for row in rows
    ]  # fmt: skip
    return table(books, ("returns", "Returns by reason"), COLUMNS, told, keys)


def _sold(books: Books, ask: ReportAsk) -> dict[int, int]:
    """How much of each product went to customers in the same days."""
    return dict(
        books.rows(
            "SELECT l.product_id, SUM(l.quantity) FROM document d "
            "JOIN document_line l ON l.document_id = d.id WHERE d.kind IN ('sale', 'goods_issue') "
            "AND d.state = 'posted' AND d.happened_at <= ? AND d.booked_on BETWEEN ? AND ? "
            "AND l.product_id IS NOT NULL GROUP BY l.product_id",
            (ask.moment, ask.first, ask.last),
        )
    )


def _names(books: Books) -> dict[str, str]:
    """What the reasons are called in the shop's language; its own have their own names."""
    chinese = books.setting("language").startswith("zh")
    usual = {code: words[chinese] for code, words in WORDS.items()}
    return usual | {one.code: one.name for one in return_rules(books).reasons if one.name}


def _rate(back: int, sold: int) -> int | None:
    return divided(back * 10_000, sold) * 10_000 if sold else None

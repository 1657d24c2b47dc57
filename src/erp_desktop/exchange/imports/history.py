"""A sales history: what a shop sold before it had this program, out of another program's export.

The rows are sorted into what they are (`history_rows`), told as a story in business order
(`history_story`), and posted paper by paper (`history_books`), so that every posting is a forward
one and the books come out as if the shop had kept them here all along.
"""

from erp_desktop.exchange.imports.history_books import post_story
from erp_desktop.exchange.imports.history_catalogue import save_catalogue
from erp_desktop.exchange.imports.history_rows import sort_rows
from erp_desktop.exchange.imports.history_stock import add_openings
from erp_desktop.exchange.imports.history_story import tell_story
from erp_desktop.exchange.imports.intake import ImportKind, Intake
from erp_desktop.exchange.mapping import FieldKind, FieldSpec
from erp_desktop.models.books import Books

SERVICES = "POST,DOT,M,D,S,C2,B,BANK CHARGES,AMAZONFEE,CRUK,PADS,GIFT_0001_*"

FIELDS = (
    FieldSpec("number", "Invoice number", "单号", FieldKind.CODE),
    FieldSpec("sku", "SKU", "货号", FieldKind.CODE, required=True),
    FieldSpec("name", "Name", "品名"),
    FieldSpec("quantity", "Quantity", "数量", FieldKind.QUANTITY, required=True),
    FieldSpec("at", "Date", "日期", FieldKind.MOMENT, required=True),
    FieldSpec("price", "Unit price", "单价", FieldKind.PRICE),
    FieldSpec("amount", "Amount", "金额", FieldKind.MONEY),
    FieldSpec("customer", "Customer", "客户", FieldKind.CODE),
    FieldSpec("customer_name", "Customer name", "客户名称"),
    FieldSpec("country", "Country", "国家"),
)


def take_in(books: Books, intake: Intake) -> None:
    """Take the history in. Raises Refused when anything is wrong, Cancelled when stopped."""
    history = sort_rows(books, intake)
    intake.stop_if_faulty()
    save_catalogue(books, intake, history)
    story = tell_story(books, history)
    add_openings(books, intake, history, story)
    post_story(books, intake, history, story)


SALES_HISTORY = ImportKind(
    "sales-history",
    "Sales history",
    FIELDS,
    take_in,
    {
        "opening": "auto",
        "cost_share": "0.5",
        "tax": "0",
        "duplicates": "leave-out",
        "services": SERVICES,
        "warehouse": "",
    },
)

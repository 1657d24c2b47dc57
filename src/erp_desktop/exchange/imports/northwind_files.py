"""The files of an order bundle, each a table: which columns it has in which generation."""

from dataclasses import dataclass
from pathlib import Path

from erp_desktop.exchange.imports.intake import SourceRow, rows_of
from erp_desktop.exchange.imports.report import ImportReport
from erp_desktop.exchange.mapping import FieldKind, FieldSpec, Mapping, guess_mapping
from erp_desktop.exchange.sheet import read_sheets


def _field(
    name: str, *columns: str, kind: FieldKind = FieldKind.TEXT, required: bool = False
) -> FieldSpec:
    return FieldSpec(name, columns[0], columns[0], kind, required, columns[1:])


CATEGORIES = (
    _field("number", "categoryID", kind=FieldKind.CODE, required=True),
    _field("name", "categoryName"),
)
PARTNERS = (
    _field("number", "customerID", "supplierID", "id", kind=FieldKind.CODE, required=True),
    _field("name", "companyName", "company"),
    _field("contact", "contactName"),
    _field("first_name", "first_name"),
    _field("last_name", "last_name"),
    _field("phone", "phone", "business_phone"),
    _field("email", "email_address"),
    _field("address", "address"),
    _field("city", "city"),
    _field("region", "region", "state_province"),
    _field("post_code", "postalCode", "zip_postal_code"),
    _field("country", "country", "country_region"),
)
PRODUCTS = (
    _field("number", "productID", "id", kind=FieldKind.CODE, required=True),
    _field("sku", "product_code", kind=FieldKind.CODE),
    _field("name", "productName"),
    _field("supplier", "supplierID", "supplier_ids"),
    _field("category", "categoryID", "category"),
    _field("price", "unitPrice", "list_price", kind=FieldKind.PRICE),
    _field("cost", "standard_cost", kind=FieldKind.PRICE),
    _field("minimum", "reorderLevel", kind=FieldKind.QUANTITY),
    _field("pack", "quantityPerUnit"),
    _field("discontinued", "discontinued", kind=FieldKind.FLAG),
)
ORDERS = (
    _field("number", "orderID", "id", kind=FieldKind.CODE, required=True),
    _field("partner", "customerID", "supplier_id", kind=FieldKind.CODE, required=True),
    _field("at", "orderDate", "submitted_date", "creation_date", kind=FieldKind.MOMENT,
           required=True),
    _field("due", "requiredDate", "expected_date", kind=FieldKind.DATE),
    _field("sent", "shippedDate", kind=FieldKind.DATE),
    _field("freight", "freight", "shipping_fee", kind=FieldKind.MONEY),
    _field("note", "notes"),
)  # fmt: skip
LINES = (
    _field("number", "orderID", "purchase_order_id", kind=FieldKind.CODE, required=True),
    _field("product", "productID", kind=FieldKind.CODE, required=True),
    _field("quantity", "quantity", kind=FieldKind.QUANTITY, required=True),
    _field("price", "unitPrice", "unit_cost", kind=FieldKind.PRICE, required=True),
    _field("discount", "discount", kind=FieldKind.PERCENT),
    _field("received", "posted_to_inventory", kind=FieldKind.FLAG),
    _field("received_on", "date_received", kind=FieldKind.MOMENT),
    _field("inventory", "inventory_id", kind=FieldKind.CODE),
)
TRANSACTIONS = (
    _field("number", "id", kind=FieldKind.CODE, required=True),
    _field("kind", "transaction_type", kind=FieldKind.CODE, required=True),
    _field("at", "transaction_created_date", kind=FieldKind.MOMENT, required=True),
    _field("product", "product_id", kind=FieldKind.CODE, required=True),
    _field("quantity", "quantity", kind=FieldKind.QUANTITY, required=True),
    _field("order", "purchase_order_id", kind=FieldKind.CODE),
    _field("note", "comments"),
)


@dataclass(frozen=True, slots=True)
class Table:
    """One file as it was read."""

    mapping: Mapping
    rows: list[SourceRow]


def read_table(path: Path, fields: tuple[FieldSpec, ...], report: ImportReport) -> Table:
    """Read one file of a bundle; its problems and its rows go to the report."""
    sheet = read_sheets(path)[0]
    mapping = guess_mapping(sheet.header, fields)
    rows = list(rows_of(sheet, mapping, fields, report.problems))
    report.rows += len(sheet.rows)
    return Table(mapping, rows)


def contact(said: dict[str, str]) -> str | None:
    """The person to speak to."""
    named = " ".join(said[name] for name in ("first_name", "last_name") if name in said)
    return said.get("contact") or named or None


def address(said: dict[str, str]) -> str | None:
    """The whole address in one line."""
    parts = [
        said[name] for name in ("address", "city", "region", "post_code", "country") if name in said
    ]
    return ", ".join(parts) or None

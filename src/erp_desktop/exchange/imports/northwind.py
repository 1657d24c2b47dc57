"""Orders that come as files of their own for heads, lines, products and partners.

Many programs export each of their tables as a file; Northwind, the sample shop of two
generations of databases, is the best known. Given the folder, or the file of the orders with the
others beside it, products, partners and orders come in together. Orders that were delivered long
ago are closed at once, so that they neither promise nor await goods.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from erp_desktop.core import errors
from erp_desktop.core.money import money
from erp_desktop.core.states import Kind, State
from erp_desktop.exchange.imports.intake import Intake, SourceRow, nearest
from erp_desktop.exchange.imports.northwind_files import (
    CATEGORIES,
    LINES,
    ORDERS,
    PARTNERS,
    PRODUCTS,
    TRANSACTIONS,
    Table,
    address,
    contact,
    read_table,
)
from erp_desktop.exchange.imports.northwind_stock import Arrivals
from erp_desktop.exchange.problems import Wrong
from erp_desktop.models.books import Books
from erp_desktop.services import posting
from erp_desktop.services.catalogue.products import SaveProduct, save_products
from erp_desktop.services.ordering import WriteOrder, confirm_order
from erp_desktop.services.partners.partners import SavePartner, save_partner
from erp_desktop.services.stock.reservations import reserve
from erp_desktop.services.trade import TradeLine

_SALES = ("orders.csv", ("order-details.csv", "order_details.csv"))
_PURCHASES = ("purchase_orders.csv", ("purchase_order_details.csv", "purchase-order-details.csv"))


def sales_files(path: Path) -> dict[str, Path] | None:
    """The files of sales orders that lie together, if this is such a folder or its orders."""
    return _files(path, *_SALES)


def purchase_files(path: Path) -> dict[str, Path] | None:
    """The files of purchase orders that lie together, if this is such a folder or its orders."""
    return _files(path, *_PURCHASES)


def _files(path: Path, orders: str, lines: tuple[str, ...]) -> dict[str, Path] | None:
    folder = path if path.is_dir() else path.parent
    found = {"orders": folder / orders, "products": folder / "products.csv"}
    present = [folder / name for name in lines if (folder / name).is_file()]
    if present:
        found["lines"] = present[0]
    together = "lines" in found and all(file.is_file() for file in found.values())
    if path.is_dir() and not together:
        raise errors.FileUnreadable(path, "missing")
    if not together or (path.is_file() and path not in found.values()):
        return None
    others: tuple[str, ...] = ("categories.csv", "suppliers.csv", "customers.csv")
    if orders == _PURCHASES[0]:
        others += ("inventory_transactions.csv",)
    return found | {
        name.removesuffix(".csv"): folder / name for name in others if (folder / name).is_file()
    }


def take_in_sales_files(books: Books, intake: Intake, files: dict[str, Path]) -> None:
    """Products, partners and sales orders. Raises Refused."""
    _Bundle(books, intake, files, Kind.SALES_ORDER).take_in()


def take_in_purchase_files(books: Books, intake: Intake, files: dict[str, Path]) -> None:
    """Products, partners and purchase orders. Raises Refused."""
    _Bundle(books, intake, files, Kind.PURCHASE_ORDER).take_in()


@dataclass(slots=True)
class _Sums:
    """What the lines come to exactly, and what was kept elsewhere."""

    exact: Decimal = Decimal(0)
    posted: int = 0
    freight: Decimal = Decimal(0)
    closed: int = 0


class _Bundle:
    """One import of files that belong together."""

    def __init__(self, books: Books, intake: Intake, files: dict[str, Path], kind: Kind) -> None:
        self.books, self.intake, self.kind = books, intake, kind
        self.partners = "customers" if kind is Kind.SALES_ORDER else "suppliers"
        wanted = {
            "categories": CATEGORIES, "suppliers": PARTNERS, "customers": PARTNERS,
            "products": PRODUCTS, "orders": ORDERS, "lines": LINES,
            "inventory_transactions": TRANSACTIONS,
        }  # fmt: skip
        self.tables: dict[str, Table] = {
            name: read_table(files[name], fields, intake.report)
            for name, fields in wanted.items()
            if name in files
        }
        self.codes: dict[str, dict[str, int]] = {}
        self.sums = _Sums()
        self.books_receipts = kind is Kind.PURCHASE_ORDER and intake.options["received"] == "book"
        self.arrivals = Arrivals.of(intake, self.tables.get("inventory_transactions"))

    def take_in(self) -> None:
        lines = self._check()
        self.intake.stop_if_faulty()
        self._save_partners("suppliers", "S", supplier=True)
        self._save_partners("customers", "C", supplier=False)
        self._save_products()
        total = len(self.tables["lines"].rows)
        done = 0
        for order in self.tables["orders"].rows:
            mine = lines.get(order.text("number") or "", [])
            self._order(order, mine)
            done += len(mine)
            self.intake.went_on(done, total)
        self._say()

    # -- what refers to what -----------------------------------------------------------------------

    def _check(self) -> dict[str, list[SourceRow]]:
        """Every line has its order and product, every order its partner: the lines by order."""
        orders, lines = self.tables["orders"], self.tables["lines"]
        products = self._keys("products")
        numbers = self._keys("orders")
        found: dict[str, list[SourceRow]] = defaultdict(list)
        for line in lines.rows:
            self._known(lines, line, "number", numbers)
            self._known(lines, line, "product", products)
            found[line.text("number") or ""].append(line)
        if self.partners in self.tables:
            partners = self._keys(self.partners)
            for order in orders.rows:
                self._known(orders, order, "partner", partners)
        self.intake.mapping = orders.mapping
        for order in orders.rows:
            self.intake.check_date(order, "at")
        return found

    def _keys(self, table: str) -> set[str]:
        return {row.text("number") or "" for row in self.tables[table].rows}

    def _known(self, table: Table, row: SourceRow, name: str, known: set[str]) -> None:
        said = row.text(name)
        if said is not None and said not in known:
            self._problem(table, row, name, Wrong.UNKNOWN, nearest(said, known))

    def _problem(
        self, table: Table, row: SourceRow, name: str, problem: str, suggestion: str
    ) -> None:
        self.intake.mapping = table.mapping
        self.intake.problem(row, name, problem, suggestion)

    # -- master data -------------------------------------------------------------------------------

    def _save_partners(self, name: str, prefix: str, *, supplier: bool) -> None:
        """Numbers of two tables would clash, so a number gets a letter before it."""
        if name not in self.tables:
            return
        there = {
            row[0]: (row[1], row[2])
            for row in self.books.rows("SELECT code, name, id FROM partner")
        }
        ids = self.codes.setdefault(name, {})
        for row in self.tables[name].rows:
            said = {key: str(value) for key, value in row.values.items() if value is not None}
            code = prefix + said["number"] if said["number"].isdigit() else said["number"]
            code = _free(code, said.get("name"), there)
            if code in there:
                self.intake.report.stayed.add("known")
                ids[said["number"]] = there[code][1]
                continue
            self.intake.report.came.add(name)
            ids[said["number"]] = save_partner(
                self.books,
                SavePartner(
                    code, said.get("name"), is_supplier=supplier or None,
                    is_customer=not supplier or None,
                    contact=contact(said), phone=said.get("phone"), email=said.get("email"),
                    address=address(said), batch_id=self.intake.batch_id,
                ),
            )  # fmt: skip

    def _save_products(self) -> None:
        there = {row[0]: row[1] for row in self.books.rows("SELECT sku, id FROM product")}
        categories = {
            str(row.values["number"]): str(row.values.get("name") or "")
            for row in (self.tables["categories"].rows if "categories" in self.tables else ())
        }
        if categories:
            self.intake.report.came.add("categories", rows=len(categories))
        rows = self.tables["products"].rows
        skus = [_sku(row) for row in rows]
        new = [row for row, sku in zip(rows, skus, strict=True) if sku not in there]
        made = save_products(self.books, [self._product(row, categories) for row in new])
        for row, product_id in zip(new, made, strict=True):
            there[_sku(row)] = product_id
        self.intake.report.came.add("products", rows=len(new))
        if len(rows) > len(new):
            self.intake.report.stayed.add("known", rows=len(rows) - len(new))
        self.codes["products"] = {
            str(row.values["number"]): there[sku] for row, sku in zip(rows, skus, strict=True)
        }

    def _product(self, row: SourceRow, categories: dict[str, str]) -> SaveProduct:
        supplier = (row.text("supplier") or "").split(";")[0]
        category = row.text("category") or ""
        return SaveProduct(
            sku=_sku(row),
            name=row.text("name"),
            category=categories.get(category, category) or None,
            price=row.decimal("price"),
            purchase_price=row.decimal("cost"),
            minimum=row.decimal("minimum"),
            tax=Decimal(0),
            supplier_id=self.codes.get("suppliers", {}).get(supplier),
            note=row.text("pack"),
            active=not row.values.get("discontinued"),
            batch_id=self.intake.batch_id,
        )

    # -- orders ------------------------------------------------------------------------------------

    def _order(self, order: SourceRow, lines: list[SourceRow]) -> None:
        report = self.intake.report
        asked = [line for line in lines if line.decimal("quantity")]
        if len(lines) > len(asked):
            report.stayed.add("without_effect", rows=len(lines) - len(asked))
        if not asked:
            report.stayed.add("without_effect")
            return
        freight = order.decimal("freight") or Decimal(0)
        typed = list(self._lines(asked))
        note = order.text("note") or ""
        if freight and self.intake.options["freight"] == "note":
            note = f"{note}\nFreight: {freight:f}".strip()
            self.sums.freight += freight
        partner_id = self.codes.get(self.partners, {}).get(order.text("partner") or "")
        command = WriteOrder(
            self.kind, partner_id, typed,
            at=order.instant("at"), due_on=order.day("due"),
            reference=order.text("number") or "", note=note, batch_id=self.intake.batch_id,
        )  # fmt: skip
        try:
            posted = confirm_order(self.books, command)
        except errors.RuleBroken as refusal:
            self.intake.refused(order, "number", refusal)
            return
        report.came.add("orders")
        if self.books_receipts:
            self.arrivals.receive(self.books, order, posted.id, asked)
        elif _delivered(order, asked):
            self._close(posted.id)

    def _lines(self, lines: list[SourceRow]) -> Iterator[TradeLine]:
        for line in lines:
            quantity = line.decimal("quantity") or Decimal(0)
            price = line.decimal("price") or Decimal(0)
            percent = line.decimal("discount") or Decimal(0)
            exact = quantity * price * (100 - percent) / 100
            self.sums.exact += exact
            self.intake.report.came.add("order_lines", exact)
            product_id = self.codes["products"][line.text("product") or ""]
            yield TradeLine(product_id, quantity, price, percent, rate=Decimal(0))

    def _close(self, order_id: int) -> None:
        """Delivered before this program came: nothing is promised or awaited any more."""
        self.sums.closed += 1
        if self.kind is Kind.SALES_ORDER:
            promised: Counter[tuple[int, int]] = Counter()
            for product_id, place_id, quantity in self.books.rows(
                "SELECT l.product_id, d.place_id, l.quantity FROM document_line l "
                "JOIN document d ON d.id = l.document_id JOIN product p ON p.id = l.product_id "
                "WHERE d.id = ? AND p.kind = 'goods'",
                (order_id,),
            ):
                promised[place_id, product_id] += quantity
            for (place_id, product_id), quantity in promised.items():
                reserve(self.books, place_id, [(product_id, -quantity)])
        posting.set_state(self.books, order_id, State.CLOSED)

    def _say(self) -> None:
        self.arrivals.finish()
        report, sums = self.intake.report, self.sums
        posted = self.books.value(
            "SELECT COALESCE(SUM(total), 0) FROM document WHERE batch_id = ? AND kind = ?",
            (self.intake.batch_id, self.kind),
        )
        difference = money(int(posted)) - sums.exact
        if difference:
            report.note("order_rounding", difference=f"{difference.normalize():f}")
        if sums.closed:
            report.note("closed_orders", count=sums.closed)
        if sums.freight:
            report.note("freight", sum=f"{sums.freight:f}")


def _delivered(order: SourceRow, lines: list[SourceRow]) -> bool:
    return bool(order.values.get("sent")) or all(line.values.get("received") for line in lines)


def _free(code: str, name: str | None, there: dict[str, tuple[str, int]]) -> str:
    """The code itself, or with a number behind it when somebody else has it."""
    free, number = code, 1
    while free in there and there[free][0] != (name or free):
        number += 1
        free = f"{code}-{number}"
    return free


def _sku(row: SourceRow) -> str:
    return row.text("sku") or row.text("number") or ""

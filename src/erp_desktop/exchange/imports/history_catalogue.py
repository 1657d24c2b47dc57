"""The products and customers that a sales history names: found in the shop, or made."""

from decimal import Decimal

from erp_desktop.exchange.imports.history_rows import History, Item
from erp_desktop.exchange.imports.intake import Intake
from erp_desktop.models.books import Books
from erp_desktop.services.catalogue.products import SaveProduct, save_products
from erp_desktop.services.partners.partners import SavePartner, save_partner


def save_catalogue(books: Books, intake: Intake, history: History) -> None:
    """Make what is new; what the shop knows keeps its name and price."""
    _save_products(books, intake, list(history.items.values()))
    _save_customers(books, intake, history)
    joined = sum(1 for item in history.items.values() if len(item.codes) > 1)
    several = sum(1 for item in history.items.values() if len(item.names) > 1)
    services = sorted(_code(item) for item in history.items.values() if item.is_service)
    if joined:
        intake.report.note("codes_joined", count=joined)
    if several:
        intake.report.note("descriptions", count=several)
    if services:
        intake.report.note("services_named", codes=", ".join(services))


def _save_products(books: Books, intake: Intake, items: list[Item]) -> None:
    known = {
        row[0].casefold(): (int(row[1]), bool(row[2]))
        for row in books.rows("SELECT sku, id, active FROM product ORDER BY id DESC")
    }
    new = [item for item in items if item.key not in known]
    made = save_products(books, [_product(item, intake.batch_id) for item in new])
    for item, product_id in zip(new, made, strict=True):
        item.product_id = product_id
    for item in items:
        if item.key in known:
            item.product_id, active = known[item.key]
            item.is_new = False
            if not active:
                _wake(books, "product", item.product_id, intake.batch_id)
                books.update("product", item.product_id, negative="block", estimated=False)


def _product(item: Item, batch_id: int) -> SaveProduct:
    price = item.prices.most_common(1)
    return SaveProduct(
        sku=_code(item),
        name=item.names.most_common(1)[0][0] if item.names else None,
        kind="service" if item.is_service else "goods",
        price=Decimal(price[0][0]).scaleb(-6) if price else None,
        batch_id=batch_id,
    )


def _code(item: Item) -> str:
    """The spelling used most; in a tie the capital letters."""
    return min(item.codes, key=lambda code: (-item.codes[code], code))


def _save_customers(books: Books, intake: Intake, history: History) -> None:
    known = {row[0]: row[1:] for row in books.rows("SELECT code, id, active FROM partner")}
    for code, (name, country) in history.customers.items():
        found = known.get(code)
        if found is None:
            history.customer_ids[code] = save_partner(
                books,
                SavePartner(code, name or code, is_customer=True, address=country,
                            batch_id=intake.batch_id),
            )  # fmt: skip
            continue
        history.customer_ids[code] = found[0]
        if not found[1]:
            _wake(books, "partner", found[0], intake.batch_id)
        save_partner(books, SavePartner(code, is_customer=True))


def _wake(books: Books, table: str, row_id: int, batch_id: int) -> None:
    """What an import brought that was undone since comes back with this one."""
    books.run(
        f"UPDATE {table} SET active = true, version = version + 1, "  # noqa: S608
        "batch_id = CASE WHEN batch_id IN (SELECT id FROM import_batch "
        "WHERE undone_at IS NOT NULL) THEN ? ELSE batch_id END WHERE id = ?",
        (batch_id, row_id),
    )

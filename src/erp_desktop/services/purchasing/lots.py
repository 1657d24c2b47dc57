"""Lots (批次): goods of one batch and their expiry, known by product and code."""

from erp_desktop.models.books import Books


def lot_id(books: Books, product_id: int, code: str | None, expires_on: int | None) -> int | None:
    """The id of a product's lot, made when it is new; None without a code."""
    if not code:
        return None
    found = books.value("SELECT id FROM lot WHERE product_id = ? AND code = ?", (product_id, code))
    if found is not None:
        return int(found)
    return books.insert("lot", product_id=product_id, code=code, expires_on=expires_on)

"""Pictures (图片): of products, of the shop's mark, of goods that were rejected.

What a picture is *of* is a short text such as "product:12", "line:812" or "shop". The shop's mark
stands on its papers and labels: it is a setting.
"""

from erp_desktop.core import errors
from erp_desktop.models.books import Books
from erp_desktop.services.users import rights

SHOP = "shop"
LARGEST = 8_000_000  # bytes; a phone's photo is smaller


def put_picture(books: Books, of: str, data: bytes) -> None:
    """Keep a picture, in place of the one there was. Raises PictureTooLarge, NotAllowed (the
    shop's mark)."""
    _guard(books, of)
    if len(data) > LARGEST:
        raise errors.PictureTooLarge(len(data) // 1_000_000, LARGEST // 1_000_000)
    books.run(
        "INSERT INTO picture (of, data) VALUES (?, ?) "
        "ON CONFLICT (of) DO UPDATE SET data = excluded.data",
        (of, data),
    )


def picture(books: Books, of: str) -> bytes | None:
    """A picture's bytes; None when there is none."""
    found = books.value("SELECT data FROM picture WHERE of = ?", (of,))
    return None if found is None else bytes(found)


def drop_picture(books: Books, of: str) -> None:
    """Keep it no longer; nothing where there is none. Raises NotAllowed (the shop's mark)."""
    _guard(books, of)
    books.run("DELETE FROM picture WHERE of = ?", (of,))


def _guard(books: Books, of: str) -> None:
    if of == SHOP:
        rights.require(books, rights.SETTINGS)

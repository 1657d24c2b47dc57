"""Which page of the manual speaks of which page of the program.

The manual lies in `docs/manual/en` and `docs/manual/zh`, a Markdown file for each topic; a number
before its name gives its place (`03-till.md` is the topic `till`). A page whose topic is not
written gets the next wider one, and in the end the first page there is.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from erp_desktop.core import resources

# By page: its topic, then wider ones. A settings' section is asked for as "settings/printers".
TOPICS: Final[dict[str, tuple[str, ...]]] = {
    "home": ("home",),
    "till": ("till",),
    "sale": ("till",),
    "sale_return": ("returns", "till"),
    "sale_exchange": ("returns",),
    "sales": ("sales",),
    "quotation": ("sales",),
    "sales_order": ("sales",),
    "goods_issue": ("sales",),
    "invoice": ("sales", "money"),
    "sales_return": ("returns", "sales"),
    "purchases": ("purchasing", "purchases"),
    "supplier_prices": ("purchasing", "purchases"),
    "purchase_order": ("purchasing", "purchases"),
    "goods_receipt": ("receiving", "purchasing", "purchases"),
    "bill": ("purchasing", "purchases", "money"),
    "landed_cost": ("landed-cost", "purchasing", "purchases"),
    "purchase_return": ("returns", "purchasing", "purchases"),
    "stock": ("stock",),
    "stock_card": ("stock",),
    "stock_papers": ("stock",),
    "transfer": ("transfers", "stock"),
    "picking": ("sales",),
    "transfer_in": ("transfers", "stock"),
    "transit": ("transfers", "stock"),
    "warehouses": ("places", "stock"),
    "bins": ("places", "stock"),
    "back_orders": ("sales", "stock"),
    "drafts": ("first-steps",),
    "shift": ("till",),
    "cash_move": ("till",),
    "assembly": ("kits", "products"),
    "costing_change": ("costing", "products"),
    "suggestions": ("replenishment", "purchasing"),
    "write_off": ("stock",),
    "opening": ("first-steps", "stock"),
    "counts": ("counting", "counts", "stock"),
    "count": ("counting", "counts", "stock"),
    "products": ("products",),
    "label_design": ("labels", "products"),
    "product": ("products",),
    "product_form": ("products",),
    "partners": ("partners",),
    "partner": ("partners",),
    "partner_form": ("partners",),
    "money": ("money",),
    "payment_in": ("money",),
    "payment_out": ("money",),
    "reports": ("reports",),
    "report": ("reports",),
    "reversal": ("corrections", "sales"),
    "settings": ("settings",),
    "settings/printers": ("printers", "settings"),
    "settings/backup": ("backup", "settings"),
    "settings/books": ("backup", "settings"),
    "settings/keys": ("keys", "settings"),
    "settings/imports": ("import", "settings"),
    "lots": ("lots", "stock"),
    "expiry": ("lots", "stock"),
    "practice": ("practice", "first-steps"),
    "manual": ("index", "first-steps"),
}
FOLDERS: Final = {"zh_CN": "zh", "en": "en"}


class Chapter(NamedTuple):
    """A page of the manual: its topic, its file, its first heading."""

    topic: str
    file: Path
    title: str


def home() -> Path:
    """The folder of the manual: carried with the program, or in the source tree."""
    carried = resources.path("manual")
    return carried if carried.is_dir() else resources.root().parent / "docs" / "manual"


def chapters(language: str, place: Path | None = None) -> tuple[Chapter, ...]:
    """The pages in their order, in this language; in English where it has none."""
    top = place or home()
    for code in (FOLDERS.get(language, "en"), "en"):
        found = _read(top / code)
        if found:
            return found
    return ()


def chapter_for(page: str, known: Sequence[Chapter]) -> Chapter | None:
    """The page of the manual for a page of the program; None only where there is no manual."""
    by_topic = {chapter.topic: chapter for chapter in known}
    asked = (*TOPICS.get(page, ()), *TOPICS.get(page.partition("/")[0], ()), page, "index")
    return next((by_topic[topic] for topic in asked if topic in by_topic), *known[:1] or (None,))


def topic_of(file: Path) -> str:
    """`03-till.md` is about `till`."""
    number, dash, rest = file.stem.partition("-")
    return rest if dash and number.isdecimal() else file.stem


@cache
def _read(folder: Path) -> tuple[Chapter, ...]:
    if not folder.is_dir():
        return ()
    files = sorted(folder.glob("*.md"), key=lambda file: (file.stem != "index", file.name))
    return tuple(Chapter(topic_of(file), file, _title(file)) for file in files)


def _title(file: Path) -> str:
    """Its first heading, else its name."""
    for line in file.read_text("utf-8").splitlines():
        if line.startswith("#"):
            return line.lstrip("#").strip()
    return file.stem

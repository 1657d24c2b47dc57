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

# By page: its topic, then a wider one. A settings' section is asked for as "settings/printers".
TOPICS: Final[dict[str, tuple[str, ...]]] = {
    "home": ("home",),
    "till": ("till",),
    "sale": ("till",),
    "sale_return": ("returns", "till"),
    "sale_exchange": ("returns", "till"),
    "shift": ("till",),
    "cash_move": ("till",),
    "sales": ("sales",),
    "quotation": ("sales",),
    "sales_order": ("sales",),
    "goods_issue": ("sales",),
    "picking": ("sales",),
    "back_orders": ("sales", "stock"),
    "invoice": ("sales", "money"),
    "sales_return": ("returns", "sales"),
    "purchases": ("purchasing",),
    "purchase_order": ("purchasing",),
    "replenish": ("purchasing",),
    "matching": ("purchasing",),
    "supplier_prices": ("purchasing",),
    "goods_receipt": ("receiving", "purchasing"),
    "bill": ("purchasing", "money"),
    "landed_cost": ("purchasing",),
    "purchase_return": ("returns", "purchasing"),
    "stock": ("stock",),
    "stock_card": ("stock",),
    "stock_papers": ("stock",),
    "transfer": ("transfers", "stock"),
    "transfer_in": ("transfers", "stock"),
    "transit": ("transfers", "stock"),
    "warehouses": ("stock",),
    "bins": ("stock",),
    "lots": ("lots", "stock"),
    "lot": ("lots", "stock"),
    "expiry": ("lots", "stock"),
    "assembly": ("assembling", "products"),
    "write_off": ("stock",),
    "opening": ("first-steps", "stock"),
    "counts": ("counting", "stock"),
    "count": ("counting", "stock"),
    "count_run": ("counting", "stock"),
    "products": ("products",),
    "product": ("products",),
    "product_form": ("products",),
    "label_design": ("products",),
    "costing_change": ("first-steps", "products"),
    "partners": ("partners",),
    "partner": ("partners",),
    "partner_form": ("partners",),
    "money": ("money",),
    "reconciliation": ("money",),
    "payment_in": ("money",),
    "payment_out": ("money",),
    "expense": ("money",),
    "money_transfer": ("money",),
    "reports": ("reports",),
    "report": ("reports",),
    "reversal": ("corrections", "sales"),
    "drafts": ("first-steps",),
    "settings": ("settings",),
    "settings/backup": ("backup", "settings"),
    "settings/books": ("backup", "settings"),
    "settings/keys": ("keys", "settings"),
    "settings/imports": ("first-steps", "settings"),
    "practice": ("practice", "first-steps"),
    "manual": ("index", "first-steps"),
}
# By dialog: the page whose chapter speaks of it.
DIALOGS: Final[dict[str, str]] = {
    "AgreedDialog": "partners",
    "AllocateDialog": "back_orders",
    "ApprovalDialog": "settings",
    "BinDialog": "bins",
    "BinRowDialog": "bins",
    "BlockDialog": "lots",
    "CashDialog": "till",
    "ChangePreview": "products",
    "ClosePeriod": "money",
    "CloseShiftDialog": "till",
    "CostingDialog": "costing_change",
    "CrashDialog": "manual",
    "Dialog": "manual",
    "DrawerDialog": "till",
    "ExpenseDialog": "money",
    "ImportDialog": "settings/imports",
    "KeysSheet": "settings/keys",
    "LevelDialog": "settings",
    "LinkDialog": "products",
    "LinkTitlesDialog": "settings/imports",
    "LockDialog": "settings/backup",
    "LotDialog": "counts",
    "LotEntry": "lots",
    "MarginDialog": "sales",
    "MatrixDialog": "products",
    "MergeDialog": "products",
    "NameDialog": "home",
    "NumberDialog": "settings",
    "OpenShiftDialog": "till",
    "PackDialog": "money",
    "PasteProblems": "products",
    "PayDialog": "money",
    "OwnPinDialog": "settings",
    "PersonDialog": "settings",
    "PreviewDialog": "settings",
    "PriceDialog": "lots",
    "PricesDialog": "products",
    "ProductDialog": "products",
    "Question": "manual",
    "QuickPartner": "partners",
    "RateDialog": "settings",
    "ReopenPeriod": "money",
    "RepairDialog": "settings/books",
    "RestatingDialog": "reversal",
    "RestoreQuestion": "settings/backup",
    "ReverseDialog": "reversal",
    "EmptyServerDialog": "settings/backup",
    "ServerDialog": "settings",  # several tills
    "SupplyDialog": "replenish",
    "TradeDialog": "sales",
    "TransferDialog": "money",
    "UndoImport": "settings/imports",
    "UnitDialog": "products",
    "VariantsDialog": "products",
    "WarehouseDialog": "warehouses",
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


def chapter_of(dialog: type, known: Sequence[Chapter]) -> Chapter | None:
    """The page of the manual for a dialog; one that is not named has that of its kind."""
    names = [kind.__name__ for kind in dialog.__mro__ if kind.__name__ in DIALOGS]
    return chapter_for(DIALOGS[names[0]] if names else "manual", known)


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

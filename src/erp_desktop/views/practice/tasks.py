"""The first tasks: who does them, how, with which keys, and where to."""

from typing import Any, Final, NamedTuple

from erp_desktop.views import wording

mark = wording.QT_TRANSLATE_NOOP


class Task(NamedTuple):
    """A task: its words, how in a sentence, its keys, and the page (and key) that it is done on.

    Words are English keys in the context "Practice".
    """

    code: str
    words: str
    how: str
    keys: str
    page: str
    key: Any = None


class Part(NamedTuple):
    """What one person of the shop does."""

    words: str
    tasks: tuple[Task, ...]


PARTS: Final = (
    Part(mark("Practice", "Clerk"), (
        Task("receive", mark("Practice", "Receive goods"),
             mark("Practice", "Choose a supplier, scan or type what came, and book it in."),
             "Ctrl+Return", "goods_receipt"),
        Task("label", mark("Practice", "Print labels"),
             mark("Practice", "Mark some products, press Labels, then print or save them."),
             "Ctrl+P", "products"),
        Task("sell", mark("Practice", "Sell at the till"),
             mark("Practice", "Scan or type a product, take the money, and give change."),
             "F12", "till"),
        Task("return", mark("Practice", "Take goods back"),
             mark("Practice", "In the till, find the receipt, scan what came back, pay it out."),
             "F8", "till"),
        Task("count", mark("Practice", "Count a shelf"),
             mark("Practice", "Choose what to count, enter what you see, then finish and post it."),
             "Ctrl+Return", "count"),
        Task("close_day", mark("Practice", "Close the day"),
             mark("Practice", "In the till, open a shift if none is open, count it and close it."),
             "F10", "till"),
    )),
    Part(mark("Practice", "Owner"), (
        Task("home", mark("Practice", "Look at how the shop stands"),
             mark("Practice", "Home shows takings, profit, and what to do first."),
             "Alt+Home", "home"),
        Task("order", mark("Practice", "Order what is short"),
             mark("Practice", "What to order proposes amounts; look them over and order them."),
             "Ctrl+Return", "replenish"),
        Task("cost", mark("Practice", "See what a product costs you"),
             mark("Practice", "Open a product: its card shows its cost and how that came to be."),
             "Return", "products"),
        Task("backup", mark("Practice", "Back up"),
             mark("Practice", "Press Back up now; the copy is proved before it counts."),
             "", "settings", "backup"),
    )),
    Part(mark("Practice", "Accountant"), (
        Task("verify", mark("Practice", "Check the books"),
             mark("Practice", "Everything is worked out again from the first row and compared."),
             "", "settings", "books"),
        Task("pack", mark("Practice", "Save the accountant's pack"),
             mark("Practice", "In the reports, choose the pack and a period, and save it."),
             "", "reports"),
        Task("close_period", mark("Practice", "Close a period"),
             mark("Practice", "In Money, press the lock, close a past month; it is fixed then."),
             "", "money"),
    )),
)  # fmt: skip

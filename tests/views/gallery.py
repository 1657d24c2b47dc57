"""Renders the look to pictures: `python tests/views/gallery.py DIR [--scale 2] [--size 16]`.

Sample pages are made of sample rows; no books are opened. `--only NAME` renders one picture.
"""

import argparse
import os
import sys
from datetime import date
from decimal import Decimal as D
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "src"))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="")
    parser.add_argument("--scale", default="1")
    parser.add_argument("--size", type=int, default=13)
    return parser.parse_args()


ARGS = arguments() if __name__ == "__main__" else argparse.Namespace(scale="1", size=13)
if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = ARGS.scale

from PySide6.QtCore import QSettings  # noqa: E402
from PySide6.QtWidgets import (  # noqa: E402
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from erp_desktop.core import clock  # noqa: E402
from erp_desktop.core.table import Column, Kind, Table  # noqa: E402
from erp_desktop.reports.listing import Filter  # noqa: E402
from erp_desktop.views import figures, language, theme  # noqa: E402
from erp_desktop.views.main_window import MainWindow  # noqa: E402
from erp_desktop.views.office import Office  # noqa: E402
from erp_desktop.views.pages import PageSpec, Place  # noqa: E402
from erp_desktop.views.shell.status import Light  # noqa: E402
from erp_desktop.views.theme import Choice, Scheme, Tone  # noqa: E402
from erp_desktop.views.widgets import faces  # noqa: E402
from erp_desktop.views.widgets.banner import Answer, Banner  # noqa: E402
from erp_desktop.views.widgets.buttons import Button, Look  # noqa: E402
from erp_desktop.views.widgets.chips import Chip  # noqa: E402
from erp_desktop.views.widgets.choice_fields import Combo, DateField  # noqa: E402
from erp_desktop.views.widgets.dialog import Question  # noqa: E402
from erp_desktop.views.widgets.document_page import DocumentPage  # noqa: E402
from erp_desktop.views.widgets.fields import Labelled, LineField, in_a_row  # noqa: E402
from erp_desktop.views.widgets.finder import Finder, Found  # noqa: E402
from erp_desktop.views.widgets.kpi import KpiTile  # noqa: E402
from erp_desktop.views.widgets.line_model import LineColumn  # noqa: E402
from erp_desktop.views.widgets.lines_grid import LinesGrid  # noqa: E402
from erp_desktop.views.widgets.list_page import ListPage  # noqa: E402
from erp_desktop.views.widgets.list_source import TableSource  # noqa: E402
from erp_desktop.views.widgets.number_field import NumberField  # noqa: E402
from erp_desktop.views.widgets.page import Page  # noqa: E402
from erp_desktop.views.widgets.panels import (  # noqa: E402
    Card,
    EmptyState,
    Entry,
    EntryList,
    Step,
    StepState,
    Surface,
)
from erp_desktop.views.widgets.tab_row import Segmented, Tab, TabRow  # noqa: E402


class Work:
    """A unit of work over nothing."""

    def read(self, step, *args, **kwargs):
        return step(None, *args, **kwargs)

    run = read


ORDER_COLUMNS = (
    Column("number", "Order", Kind.CODE, 100),
    Column("day", "Date", Kind.DATE, 76),
    Column("customer", "Customer", Kind.TEXT, 219),
    Column("state", "State", Kind.STATE, 140),
    Column("next", "Next step", Kind.TEXT, 130),
    Column("due", "Due", Kind.DATE, 146),
    Column("lines", "Lines", Kind.COUNT, 56, total=True),
    Column("total", "Total £", Kind.MONEY, 96, total=True),
    Column("paid", "Paid £", Kind.MONEY, 92, total=True),
    Column("open", "To pay £", Kind.MONEY, 92, total=True),
    Column("margin", "Margin %", Kind.PERCENT, 92),
    Column("note", "Note", Kind.TEXT, 100, hidden=True),
)
_D = lambda day: date(2026, 11, day)  # noqa: E731
ORDERS = [
    (
        "SO-536393",
        _D(21),
        "Bluebell & Thorn",
        "draft",
        "Confirm",
        None,
        1,
        "79.60",
        "0",
        "41.2",
        "",
    ),
    (
        "SO-536392",
        _D(21),
        "Wren Street Interiors",
        "confirmed",
        "Ship",
        _D(22),
        10,
        "318.14",
        "0",
        "38.6",
        "tomorrow",
    ),
    (
        "SO-536390",
        _D(21),
        "Northgate Gifts Ltd",
        "partly_shipped:0.5",
        "Ship the rest",
        _D(24),
        24,
        "1825.74",
        "912.87",
        "35.1",
        "",
    ),
    (
        "SO-536389",
        _D(20),
        "Fremantle Homewares",
        "confirmed",
        "Ship",
        _D(25),
        14,
        "358.25",
        "358.25",
        "44",
        "",
    ),
    (
        "SO-536388",
        _D(20),
        "Penny Farthing Gifts",
        "shipped",
        "Invoice",
        date(2026, 12, 4),
        14,
        "226.14",
        "0",
        "39.8",
        "",
    ),
    (
        "SO-536387",
        _D(20),
        "Castle Arcade Trading",
        "partly_shipped:0.3",
        "Ship the rest",
        _D(23),
        5,
        "3193.92",
        "1000",
        "31.4",
        "",
    ),
    (
        "SO-536386",
        _D(19),
        "清和茶楼",
        "on_hold",
        "Release hold",
        None,
        3,
        "508.20",
        "0",
        "28.9",
        "",
    ),
    (
        "SO-536385",
        _D(19),
        "The Old Dairy Shop",
        "to_pay",
        "Take payment",
        date(2026, 12, 3),
        7,
        "130.85",
        "0",
        "42.7",
        "",
    ),
    (
        "SO-536384",
        _D(18),
        "Marlow & Finch",
        "overdue",
        "Send reminder",
        _D(18),
        13,
        "489.60",
        "0",
        "37.3",
        "3 d late",
    ),
    (
        "SO-536382",
        _D(18),
        "Harbour Lane Store",
        "to_pay",
        "Take payment",
        date(2026, 12, 2),
        12,
        "430.60",
        "215.30",
        "36.0",
        "",
    ),
    (
        "SO-536381",
        _D(17),
        "Fernleigh Garden Centre",
        "paid",
        None,
        None,
        35,
        "449.98",
        "449.98",
        "40.5",
        "",
    ),
    (
        "SO-536380",
        _D(17),
        "Amelia Hart (walk-in)",
        "paid",
        None,
        None,
        1,
        "34.80",
        "34.80",
        "46.1",
        "",
    ),
    (
        "SO-536375",
        _D(14),
        "Larkrise Tea Rooms",
        "returned",
        None,
        None,
        16,
        "259.86",
        "259.86",
        "38.2",
        "",
    ),
    (
        "SO-536367",
        _D(12),
        "Oakapple Nursery School",
        "cancelled",
        None,
        None,
        12,
        "278.73",
        "0",
        "0",
        "",
    ),
]


def order_rows():
    rows = []
    for round_ in range(3):
        for number, day, customer, state, next_, due, lines, total, paid, margin, note in ORDERS:
            code = f"SO-{int(number[3:]) - 40 * round_}"
            rest = D(total) - D(paid)
            rows.append(
                (
                    code,
                    day,
                    customer,
                    state,
                    next_,
                    due,
                    lines,
                    D(total),
                    D(paid),
                    rest,
                    D(margin),
                    note,
                )
            )
    return rows


def sales_orders(office):
    rows = order_rows()
    named = [
        ("all", "All", lambda row: True),
        ("drafts", "Drafts", lambda row: row[3] == "draft"),
        ("ship", "To ship", lambda row: row[4] in {"Ship", "Ship the rest"}),
        ("unpaid", "Unpaid", lambda row: row[9] > 0),
        ("overdue", "Overdue", lambda row: row[3] == "overdue"),
    ]
    table = Table("sales_orders", "Sales orders", ORDER_COLUMNS, rows, range(len(rows)))
    special = {"next": faces.LinkFace()}
    page = ListPage(
        office,
        "Sales orders",
        TableSource(table, named=named),
        special,
        search_hint="Filter by number, customer, product",
    )
    page.action("Export", lambda: None, look=Look.GHOST, icon="file-spreadsheet", shortcut="Ctrl+E")
    page.action("Print", lambda: None, look=Look.GHOST, icon="printer", shortcut="Ctrl+P")
    page.action("New order", lambda: None, look=Look.PRIMARY, icon="plus", shortcut="Ctrl+N")
    page.load()
    page.filter_by(Filter("day", at_least=date(2026, 11, 12)), "Date", "Last 10 days")
    return page


LINES = [
    ("明前龙井 一级 250g", "LJ-0250-1", 30, 20, 10, "盒", "86.00", "上次 86.00", 1),
    ("桂花乌龙 礼盒", "GH-0500-L", 12, 4, 5, "盒", "128.00", "上次 118.00", 0.75),
    ("茉莉花茶 散装", "ML-BULK", 20, 20, 0, "kg", "142.00", "上次 146.00", 1),
    ("正山小种 罐装 100g", "ZS-0100-G", 24, 24, 2, "罐", "58.00", "上次 58.00", 1.1),
    ("白毫银针 50g", "BH-0050-G", 10, 0, 0, "盒", "215.00", "上次 210.00", 0),
    ("White metal lantern", "71053", 18, 18, 0, "pcs", "3.75", "last 3.75", 1),
]


def receiving(office):
    columns = [
        LineColumn(Column("product", "商品", Kind.TEXT, 260), finder=True),
        LineColumn(Column("ordered", "订购", Kind.QUANTITY, 84)),
        LineColumn(Column("received", "已收", Kind.QUANTITY, 84)),
        LineColumn(Column("now", "本次收", Kind.QUANTITY, 84), editable=True),
        LineColumn(Column("done", "到货", Kind.TEXT, 124)),
        LineColumn(Column("price", "单价", Kind.PRICE, 120)),
        LineColumn(Column("amount", "金额", Kind.MONEY, 100)),
    ]
    columns += [
        LineColumn(Column(name, name, Kind.TEXT, 10, hidden=True))
        for name in ("sku", "unit", "last", "left")
    ]
    columns.append(LineColumn(Column("arrived", "arrived", Kind.QUANTITY, 10, hidden=True)))
    special = {
        "product": faces.TwoLineFace("sku"),
        "ordered": faces.UnitFace("unit"),
        "received": faces.UnitFace("unit"),
        "price": faces.TwoLineFace("last", right=True),
        "done": faces.ProgressFace("arrived", "ordered", "left"),
    }
    grid = LinesGrid(
        columns,
        lambda text: [],
        lambda found: {},
        faces=special,
        derive=lambda line: {"amount": (line["ordered"] or 0) * (line["price"] or 0)},
    )
    grid.show_lines(
        [
            {
                "product": n,
                "sku": s,
                "ordered": D(o),
                "received": D(r),
                "now": D(w),
                "unit": u,
                "price": D(p),
                "last": la,
                "arrived": D(str(a)) * o,
                "left": "齐" if a == 1 else "差 3",
            }
            for n, s, o, r, w, u, p, la, a in LINES
        ]
    )
    page = DocumentPage(office, "采购单 CG-2611-0047", grid)
    page.header.chip.show_state("partly_received:0.69")
    page.header.chip.show()
    page.say_fact("已自动保存 11:46")
    page.action("", lambda: None, look=Look.GHOST, icon="undo-2")
    page.action("", lambda: None, look=Look.GHOST, icon="printer")
    page.action("打印标签", lambda: None, icon="tag", shortcut="Ctrl+P")
    page.action(
        "完成收货", lambda: None, look=Look.PRIMARY, icon="package-check", shortcut="Ctrl+Return"
    )
    page.add_field("供应商", Combo([(1, "西湖茶业合作社")]), 3)
    page.add_field("收货仓库", Combo([(1, "南京路店")]), 2)
    page.add_field("下单日期", DateField(date(2026, 11, 18)), 2)
    page.add_field("预计到货", DateField(date(2026, 11, 21)), 2)
    page.add_field("付款条件", Combo([(1, "月结 30 天")]), 2)
    bar = page.scan_bar("扫码收货：扫一下收一件，数字键改数量", lambda code: None)
    bar.echo.say("桂花乌龙 礼盒", "+1，已收 9 / 12")
    bar.add(Button("按订单全收", icon="list-checks", high=36))
    page.totals.show_totals(
        [
            ("未税金额", "13,486.00"),
            ("运费（按金额分摊到成本）", "372.00"),
            ("税额 13%", "1,753.18"),
            ("应付合计", "¥15,611.18"),
        ]
    )
    page.totals.show_progress(
        "收货进度", "5 行到货，3 行未到", "已收货值 ¥9,332.00 · 其余 ¥4,154.00 保持在订", 0.69
    )
    page.steps.show_steps(
        [
            Step("采购建议", "11-18 按销量自动生成", StepState.DONE),
            Step("订单 已发供应商", "11-18 16:20 邮件", StepState.DONE),
            Step("收货 第 2 次", "现在 · 李明", StepState.NOW),
            Step("账单", "收齐后自动生成草稿"),
            Step("付款", "预计 12-31 ¥15,611.18"),
        ]
    )
    page.related.show_entries(
        [
            Entry("JY-2611-0019", "采购建议", "完成", "file-text", 1),
            Entry("RK-2611-0031", "第 1 次收货 11-20", "68 件", "package", 2),
        ]
    )
    page.history.show_entries(
        [Entry("扫码收 桂花乌龙 +1", "", "11:46"), Entry("改 明前龙井 本次收 9 → 10", "", "11:41")]
    )
    page.show_side()
    return page


def home(office):
    page = Page(office, "Good morning, Emma")
    page._role = "ground"
    page.header.facts.setText("Sat 21 November · open for 3 h 12 min")
    page.header.add(Segmented([("d", "Today"), ("w", "Week"), ("m", "Month")]))
    page.action(
        "Open the till", lambda: None, look=Look.PRIMARY, icon="scan-barcode", shortcut="F3"
    )
    rows = QVBoxLayout()
    rows.setContentsMargins(20, 0, 20, 16)
    rows.setSpacing(12)
    tiles = QHBoxLayout()
    tiles.setSpacing(12)
    for title, link, figure, change, words, rising, good in (
        (
            "Takings today",
            "96 sales",
            "£8,426.50",
            "12.4%",
            "than last Saturday by now",
            True,
            True,
        ),
        ("Gross profit", "By product", "£3,108.20", "36.9%", "margin, 35% wanted", None, True),
        ("Average sale", "Receipts", "£87.78", "3.1%", "96 sales", False, False),
        ("Stock value", "Dead stock", "£214,380", "1.8%", "41 days of cover", False, True),
    ):
        tile = KpiTile(title, link)
        values = [D(v) for v in (1, 3, 2, 5, 4, 7, 5, 8, 6, 9)]
        tile.show_figure(figure, words, change=change, rising=rising, good=good, line=values)
        tiles.addWidget(tile)
    rows.addLayout(tiles)
    cards = QHBoxLayout()
    cards.setSpacing(12)
    for title in ("To ship", "To receive", "Running out"):
        card = Card(title, "All")
        card.head.insertWidget(1, Chip("3", Tone.AMBER))
        card.body.addWidget(
            EntryList(
                [
                    Entry("Castle Arcade", "SO-536387", "Today"),
                    Entry("清和茶楼", "CG-2611", "11-24"),
                    Entry("Penny Farthing", "SO-1", "tomorrow"),
                ]
            )
        )
        card.body.addStretch(1)
        card.body.addLayout(
            in_a_row(Button("Pick 7 orders", Look.SOFT, icon="package-check", high=30), 0)
        )
        cards.addWidget(card)
    rows.addLayout(cards, 1)
    page.body.addLayout(rows)
    return page


def components():
    """Buttons, fields, chips, banners, tabs: as picture 09."""
    board = Surface("page")
    box = QVBoxLayout(board)
    box.setContentsMargins(28, 28, 28, 28)
    box.setSpacing(16)
    chips = [
        Chip.of(s)
        for s in (
            "draft",
            "confirmed",
            "partly_shipped:0.25",
            "partly_received:0.69",
            "paid",
            "overdue",
            "on_hold",
            "to_pay",
            "returned",
        )
    ]
    box.addLayout(in_a_row(*chips, 0))
    primary = Button("Receive", Look.PRIMARY, shortcut="Ctrl+Return")
    off = Button("Disabled")
    off.setEnabled(False)
    box.addLayout(
        in_a_row(
            primary,
            off,
            Button("Normal"),
            Button("Soft", Look.SOFT),
            Button("Ghost", Look.GHOST),
            Button("Void", Look.DANGER),
            Button("", icon="printer"),
            Button("Labels", icon="tag", shortcut="Ctrl+P"),
            0,
        )
    )
    grid = QGridLayout()
    price = NumberField(D("0.00"), places=2, unit="元")
    fields = [
        Labelled("供应商 Supplier", Combo([(1, "西湖茶业合作社"), (2, "Agra Metalcraft")])),
        Labelled("数量 Quantity", NumberField(D(24))),
        Labelled("单价 Price", price),
        Labelled("未税金额 Net", LineField()),
        Labelled("日期 Date", DateField(date(2026, 11, 21))),
        Labelled(
            "商品 Product",
            Finder(
                lambda text: [Found(1, "White metal lantern", "71053", "3.75")],
                "Name, code or initials",
            ),
        ),
    ]
    fields[3].field.setText("13,486.00")
    fields[3].field.setReadOnly(True)
    fields[2].refuse("单价不能是零，上次 86.00")
    for at, field in enumerate(fields):
        grid.addWidget(field, at // 3, at % 3)
    box.addLayout(grid)
    for serious, words in (
        (False, "只有 5 盒在手，这单要 8 盒。"),
        (True, "The books are closed through 2026-10-31. Take a later date, or reverse and copy."),
    ):
        banner = Banner()
        banner.refuse(
            words,
            [Answer("卖 5 盒", lambda: None), Answer("Order more", lambda: None)],
            serious=serious,
        )
        box.addWidget(banner)
    box.addWidget(
        TabRow([Tab("a", "All"), Tab("d", "Drafts", 4), Tab("o", "Overdue", 2, Tone.RED)])
    )
    box.addLayout(in_a_row(Segmented([("a", "Today"), ("b", "Week")]), 0))
    empty = EmptyState(
        "clipboard-check",
        "No counts yet",
        "Count a shelf or a category whenever it suits",
        "Start a count",
    )
    empty.setMinimumHeight(180)
    box.addWidget(empty, 1)
    board.resize(760, 800)
    return board


SAMPLES = {"sales": sales_orders, "purchases": receiving, "home": home}


def maker(code):
    return SAMPLES.get(code) or (lambda office: Page(office, code))


def window(office, page):
    names = [
        ("home", "Home", "layout-dashboard"),
        ("till", "Till", "scan-barcode"),
        ("sales", "Sales", "receipt-text"),
        ("purchases", "Purchases", "truck"),
        ("stock", "Stock", "boxes"),
        ("counts", "Counts", "clipboard-check"),
        ("products", "Products", "package"),
        ("partners", "Partners", "users-round"),
        ("money", "Money", "wallet"),
        ("reports", "Reports", "chart-column"),
    ]
    specs = [
        PageSpec(
            code,
            title,
            icon,
            maker(code),
            new_words="New order" if code == "sales" else "",
            count=(lambda office: 12) if code == "sales" else None,
        )
        for code, title, icon in names
    ]
    specs.append(PageSpec("settings", "Settings", "settings", maker("settings"), place=Place.FOOT))
    made = MainWindow(office, specs, shop="Hearth & Lantern", person="Emma Clarke")
    made.top.bell.show_news(news=True)
    made.show_page("home")
    made.show_page(page)
    for light in (
        Light("books", "Books balance", good=True),
        Light("backup", "Backup 12:30, verified", "hard-drive-download"),
        Light("scanner", "Scanner ready", "scan-line"),
        Light("printer", "Printers ready", "printer"),
        Light("database", "hearth.db · this computer", "database"),
    ):
        made.show_light(light)
    made.resize(1440, 900)
    return made


def settle():
    for _ in range(6):
        QApplication.processEvents()


def shoot(widget: QWidget, name: str) -> None:
    if ARGS.only and ARGS.only not in name:
        return
    widget.show()
    settle()
    widget.grab().save(str(ARGS.folder / f"{name}.png"))


def main() -> None:
    app = QApplication(sys.argv)
    ARGS.folder.mkdir(parents=True, exist_ok=True)
    QSettings.setPath(
        QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(ARGS.folder / "habits")
    )
    theme.load_fonts()
    clock.set_now(lambda: 1795262400)
    for scheme, tongue in ((Scheme.LIGHT, "en"), (Scheme.DARK, "zh_CN")):
        figures.use(figures.Form(tongue, "£" if tongue == "en" else "¥", 2))
        language.speak(tongue)
        theme.wear(Choice(scheme=scheme, size=ARGS.size))
        office = Office(Work())
        tail = f"{tongue}-{scheme}"
        shoot(components(), f"components-{tail}")
        for page in ("sales", "purchases", "home"):
            made = window(office, page)
            made.show()
            settle()
            current = made.sheets.current()
            if page == "sales":
                select(current.view)
            if page == "purchases":
                current.grid.refuse(
                    3,
                    "正山小种订 24 罐，连这次扫的共到 26 罐，多 2 罐。",
                    [Answer("收 24，退 2", lambda: None), Answer("按 26 罐收", lambda: None)],
                )
                current.grid.choose(1)
                made.sheets.tabs.mark_draft(1, draft=True)
                made.say("已发货 3 单", "撤销")
            settle()
            shoot(made, f"{page}-{tail}")
            made.close()
        asked = Question(
            "Close the books to 30 November?",
            "After that, documents can only be reversed. 214 documents, books balance.",
            "Close the books",
        )
        shoot(asked, f"dialog-{tail}")
        asked.close()
    del app


def select(view):
    from PySide6.QtCore import QItemSelectionModel as M

    for row in (2, 3, 5, 9):
        view.selectionModel().select(
            view.model().index(row, 0), M.SelectionFlag.Select | M.SelectionFlag.Rows
        )
    view.selectionModel().setCurrentIndex(view.model().index(9, 10), M.SelectionFlag.NoUpdate)
    view.setFocus()
    import time

    time.sleep(0.06)


if __name__ == "__main__":
    main()

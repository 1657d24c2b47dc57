"""The bins of the warehouses: what lies in each, new rows of them, and their labels."""

from decimal import Decimal

from PySide6.QtWidgets import QWidget

from erp_desktop.core.errors import RuleBroken
from erp_desktop.reports.count_rows import stock_terms
from erp_desktop.reports.listing import ListingSource
from erp_desktop.reports.lists.places import bins
from erp_desktop.reports.place_rows import BinRow, bin_row
from erp_desktop.services.stock.bins import MakeBins, SaveBin, make_bins, save_bin
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.exporting import offer_export
from erp_desktop.views.office import Office
from erp_desktop.views.printing import Printing
from erp_desktop.views.widgets.buttons import Look
from erp_desktop.views.widgets.checks import Check
from erp_desktop.views.widgets.choice_fields import Combo
from erp_desktop.views.widgets.dialog import Dialog
from erp_desktop.views.widgets.fields import Label, Labelled, LineField, in_a_row
from erp_desktop.views.widgets.list_page import ListPage
from erp_desktop.views.widgets.list_source import ListingPages
from erp_desktop.views.widgets.list_view import RowAction
from erp_desktop.views.widgets.number_field import NumberField
from erp_desktop.views.widgets.panels import EmptyState

translate = wording.translate


class BinsPage(ListPage):
    """Enter or a double click changes a bin; the chosen ones get labels."""

    def __init__(self, office: Office) -> None:
        empty = EmptyState(
            "layout-grid",
            translate("Stock", "No bins yet"),
            translate("Stock", "Number the shelves, and pick lists walk past them in order"),
            translate("Stock", "Make a row of bins"),
        )
        super().__init__(
            office,
            translate("Page", "Bins"),
            ListingPages(office, ListingSource(bins(), figures.form().places)),
            search_hint=translate("Stock", "Filter by bin, zone, warehouse"),
            empty=empty,
        )
        empty.started.connect(self.make_row)
        self.view.opened.connect(self.change)
        words = translate("Stock", "Print bin labels")
        self.view.actions_of_rows = (RowAction(words, self.print_labels),)
        offer_export(self)
        self.action(words, self._print_chosen, icon="tag", shortcut="Ctrl+P")
        self.action(translate("Stock", "Make a row"), self.make_row, icon="circle-plus")
        self.action(
            translate("Stock", "New bin"), self.make_new, look=Look.PRIMARY, icon="plus",
            shortcut="Ctrl+N",
        )  # fmt: skip

    def make_new(self) -> None:
        BinDialog(self.office, None, self).open()

    def make_row(self) -> None:
        BinRowDialog(self.office, self).open()

    def change(self, key: int) -> None:
        BinDialog(self.office, self.office.ask(bin_row, key), self).open()

    def print_labels(self, keys: list[int]) -> None:
        """Show the labels of these bins before they are printed."""
        try:
            Printing(self.office).bin_labels(self, keys)
        except RuleBroken as broken:
            self.refuse(broken)

    def _print_chosen(self) -> None:
        """Those that are chosen, or all that are seen."""
        keys = self.view.chosen_keys()
        if not keys and isinstance(self.source, ListingPages):
            keys = list(self.office.ask(self.source.listing.table).keys)
        self.print_labels(keys)


class BinDialog(Dialog):
    """One bin: its warehouse, code, zone, place on the way, in use or not."""

    def __init__(self, office: Office, known: BinRow | None, parent: QWidget | None = None) -> None:
        title = known.code if known else translate("Stock", "New bin")
        super().__init__(office, title, translate("Stock", "Save"), parent=parent)
        places = office.ask(stock_terms).warehouses
        self.place = Combo([(ident, name) for ident, _, name in places])
        self.code, self.zone = LineField("A-01"), LineField(translate("Stock", "Cold room"))
        self.rank = NumberField()
        self.in_use = Check(translate("Stock", "In use"))
        self.in_use.setChecked(True)
        self.body.addWidget(Labelled(translate("Stock", "Warehouse"), self.place))
        self.body.addLayout(
            in_a_row(Labelled(translate("Stock", "Bin"), self.code),
                     Labelled(translate("Stock", "Zone"), self.zone))
        )  # fmt: skip
        way = Labelled(translate("Stock", "Pick order (lowest first)"), self.rank)
        self.body.addLayout(in_a_row(way, self.in_use, foot=True))
        if known is not None:
            self._fill(known)
        self.setMinimumWidth(theme.px(440))

    def _fill(self, known: BinRow) -> None:
        self.place.choose(known.place_id)
        self.place.setEnabled(False)
        self.code.setText(known.code)
        self.code.setReadOnly(True)
        self.zone.setText(known.zone)
        self.rank.set_value(Decimal(known.rank))
        self.in_use.setChecked(known.active)

    def confirm(self) -> None:
        try:
            rank = self.rank.value()
        except RuleBroken as broken:
            self.notice.refuse(wording.explain(broken))
            return
        self.hand_in(
            save_bin,
            SaveBin(
                int(self.place.value() or 0), self.code.text(), self.zone.text().strip(),
                None if rank is None else int(rank), active=self.in_use.isChecked(),
            ),
        )  # fmt: skip


class BinRowDialog(Dialog):
    """A row of bins at once: A- from 1 to 12."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        title = translate("Stock", "Make a row of bins")
        super().__init__(office, title, translate("Stock", "Make them"), parent=parent)
        places = office.ask(stock_terms).warehouses
        self.place = Combo([(ident, name) for ident, _, name in places])
        self.prefix, self.zone = LineField("A-"), LineField(translate("Stock", "Cold room"))
        self.prefix.setText("A-")
        self.first, self.last = NumberField(Decimal(1)), NumberField(Decimal(12))
        self.shown = Label("", theme.BODY, "text2")
        self.body.addLayout(
            in_a_row(Labelled(translate("Stock", "Warehouse"), self.place),
                     Labelled(translate("Stock", "Zone"), self.zone))
        )  # fmt: skip
        self.body.addLayout(
            in_a_row(Labelled(translate("Stock", "Begins with"), self.prefix),
                     Labelled(translate("Bins", "From"), self.first),
                     Labelled(translate("Bins", "To"), self.last))
        )  # fmt: skip
        self.body.addWidget(self.shown)
        for field in (self.prefix, self.first, self.last):
            field.textChanged.connect(self._preview)
        self._preview()
        self.setMinimumWidth(theme.px(480))

    def command(self) -> MakeBins:
        """What was typed. Raises NotANumber."""
        first, last = self.first.value() or Decimal(0), self.last.value() or Decimal(0)
        return MakeBins(
            int(self.place.value() or 0), self.prefix.text(), int(first), int(last),
            self.zone.text().strip(),
        )  # fmt: skip

    def _preview(self) -> None:
        try:
            asked = self.command()
        except RuleBroken:
            return
        wide = max(len(str(asked.last)), 2)
        ends = [f"{asked.prefix}{one:0{wide}}" for one in (asked.first, asked.last)]
        words = translate("Stock", "{0} bins: {1} to {2}")
        count = max(asked.last - asked.first + 1, 0)
        self.shown.setText(words.format(figures.number(count), *ends))

    def confirm(self) -> None:
        try:
            command = self.command()
        except RuleBroken as broken:
            self.notice.refuse(wording.explain(broken))
            return
        self.hand_in(make_bins, command)

"""The list of drafts: what is still being written, to go on with or to throw away."""

from dataclasses import replace
from typing import Any

from erp_desktop.core.table import Column, Kind, Table
from erp_desktop.reports.draft_rows import FORMS, ORDERS, DraftRow, draft_rows
from erp_desktop.services.ordering import as_command, drop_order, keep_order
from erp_desktop.services.records import record
from erp_desktop.services.shop.drafts import discard_draft, draft, save_draft
from erp_desktop.views import costs, wording
from erp_desktop.views.drafts import BringBack, Unfinished
from erp_desktop.views.exporting import offer_export
from erp_desktop.views.office import Office
from erp_desktop.views.opening import open_document
from erp_desktop.views.widgets.buttons import Look
from erp_desktop.views.widgets.faces import Row, TranslatedFace
from erp_desktop.views.widgets.list_page import ListPage
from erp_desktop.views.widgets.list_source import TableSource
from erp_desktop.views.widgets.panels import EmptyState

translate = wording.translate
mark = wording.QT_TRANSLATE_NOOP
COLUMNS = (
    Column("saved", mark("Table", "Saved"), Kind.MOMENT, 140),
    Column("kind", mark("Table", "Kind"), Kind.TEXT, 150),
    Column("partner", mark("Table", "Partner"), Kind.TEXT, 220),
    Column("of", mark("Table", "For"), Kind.CODE, 150),
    Column("lines", mark("Table", "Lines"), Kind.COUNT, 80),
    Column("total", mark("Table", "Total"), Kind.MONEY, 120),
    Column("person", mark("Table", "Person"), Kind.TEXT, 140),
)
ON_THE_ORDER = {"receive": "purchase_order", "ship": "sales_order"}  # done on the order's own page
WAYS = (
    ("all", mark("Table", "All"), bool),
    ("orders", mark("Table", "Orders"), lambda row: row[1] in ORDERS),
    ("papers", mark("Table", "Other documents"), lambda row: row[1] not in ORDERS),
)


class DraftsPage(ListPage):
    """Enter goes on with a draft; *throw away* can be taken back."""

    def __init__(self, office: Office) -> None:
        self._office_now = office
        self._rows: list[DraftRow] = []
        empty = EmptyState(
            "file-pen",
            translate("Draft", "No drafts"),
            translate("Draft", "What you write keeps itself; what is not finished stands here"),
        )
        source = TableSource(self._read(), self._read, WAYS)
        super().__init__(
            office, translate("Page", "Drafts"), source, {"kind": TranslatedFace("Kind")},
            search_hint=translate("Draft", "Filter by kind, partner, number"), empty=empty,
        )  # fmt: skip
        self.view.opened.connect(self.go_on)
        offer_export(self)
        words = translate("Draft", "Throw away")
        self.away = self.action(words, self.throw_away, look=Look.GHOST, icon="trash-2",
                                shortcut="Delete")  # fmt: skip
        self.on = self.action(
            translate("Draft", "Go on writing"), self._go_on, look=Look.PRIMARY, icon="file-pen"
        )

    def _read(self) -> Table:
        self._rows = self._office_now.ask(draft_rows)
        rows: list[Row] = [
            (
                row.saved_at,
                str(row.kind),
                row.partner,
                row.of,
                row.lines,
                row.total if costs.seen_of(row.kind) else None,
                row.person,
            )
            for row in self._rows
        ]
        return Table("drafts", "Drafts", COLUMNS, rows, tuple(range(len(rows))))

    # -- deeds -----------------------------------------------------------------------------------

    def go_on(self, at: int) -> None:
        """Open the page of a draft."""
        if not 0 <= at < len(self._rows):
            return
        row = self._rows[at]
        if row.kind not in FORMS:
            self.wanted.emit(*page_of(row))
        elif row.document_id is not None:
            open_document(self, row.document_id)  # the form stands over the page it was opened on
        else:
            self.wanted.emit("money", None)

    def _go_on(self) -> None:
        self.go_on(self.view.current_key())

    def throw_away(self) -> None:
        """Throw the chosen draft away; the toast brings it back."""
        at = self.view.current_key()
        if not 0 <= at < len(self._rows):
            return
        row = self._rows[at]
        back = self._dropped_order(row) if not row.name else self._dropped(row)
        self.said.emit(translate("Draft", "Draft thrown away"), translate("Draft", "Undo"), back)

    def _dropped(self, row: DraftRow) -> BringBack:
        office, (code, key) = self.office, page_of(row)
        kept = office.ask(draft, row.name)
        office.do(discard_draft, row.name)

        def keep(content: dict[str, Any]) -> Any:
            office.do(save_draft, row.name, content)
            return key

        return BringBack(code, keep, kept.content if kept is not None else {})

    def _dropped_order(self, row: DraftRow) -> BringBack:
        office, document_id = self.office, row.document_id or 0
        command = replace(as_command(office.ask(record, document_id)), draft_id=None)
        words = office.ask(draft, f"{row.kind}:{document_id}")
        office.do(drop_order, row.kind, document_id)

        def keep(content: dict[str, Any]) -> Any:
            return office.do(keep_order, command, content).id

        return BringBack(str(row.kind), keep, words.content if words is not None else {})


def page_of(row: DraftRow) -> tuple[str, Any]:
    """The page that goes on with a draft, and its key."""
    if not row.name:
        return str(row.kind), row.document_id
    deed, at, _ = row.name.partition("@")
    if at:
        return ON_THE_ORDER[deed], row.document_id
    return str(row.kind), Unfinished(row.name)

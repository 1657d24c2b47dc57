"""Reports: the shelf of all of them, and the page of one."""

from typing import Any

from PySide6.QtWidgets import QWidget

from erp_desktop.views.office import Office
from erp_desktop.views.pages import PageSpec, Place
from erp_desktop.views.wording import QT_TRANSLATE_NOOP


def _shelf(office: Office) -> QWidget:
    from erp_desktop.views.reports.shelf_page import ShelfPage

    return ShelfPage(office)


def _report(office: Office, name: Any = "sales") -> QWidget:
    which, _, code = str(name).partition(":")
    if which == "statement":
        from erp_desktop.views.finance.statement_page import StatementPage

        return StatementPage(office, code)
    from erp_desktop.views.reports.report_page import ReportPage

    return ReportPage(office, str(name))


SPECS = (
    PageSpec("reports", QT_TRANSLATE_NOOP("Page", "Reports"), "chart-column", _shelf),
    PageSpec("report", QT_TRANSLATE_NOOP("Page", "Report"), "chart-column", _report, _report,
             Place.NOWHERE),
)  # fmt: skip

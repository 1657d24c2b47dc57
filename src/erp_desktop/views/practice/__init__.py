"""The first tasks of a practice shop, for each person in it; they notice themselves when done."""

from PySide6.QtWidgets import QWidget

from erp_desktop.views.office import Office
from erp_desktop.views.pages import PageSpec, Place
from erp_desktop.views.wording import QT_TRANSLATE_NOOP


def _tasks(office: Office) -> QWidget:
    from erp_desktop.views.practice.page import TasksPage

    return TasksPage(office)


SPECS = (
    PageSpec("practice", QT_TRANSLATE_NOOP("Page", "First tasks"), "list-checks", _tasks,
             place=Place.NOWHERE),
)  # fmt: skip

"""A scanned code that nobody knows: said where the person is, with *New product* and *Link*.

What is linked is the part of the code that names the goods: a scale's item number, the GTIN of a
symbol. Afterwards the page gets the scan again, so nothing has to be scanned twice.
"""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from erp_desktop.core.errors import RuleBroken
from erp_desktop.services.catalogue.scanning import by_code, link_scanned, own_part
from erp_desktop.services.catalogue.search import find_products
from erp_desktop.views import scan_sound, theme, wording
from erp_desktop.views.office import Office
from erp_desktop.views.widgets.banner import Answer
from erp_desktop.views.widgets.dialog import Dialog
from erp_desktop.views.widgets.fields import Labelled
from erp_desktop.views.widgets.finder import Finder, Found
from erp_desktop.views.widgets.page import Page

translate = wording.translate
Again = Callable[[str], object]


def offer(page: Page, code: str, again: Again, leave: Callable[[], object] | None = None) -> None:
    """Say at the top of the page that nobody knows the code, and what can be done about it."""
    words = translate("Scan", "No product has the code {0}.").format(code)
    page.notice.refuse(words, answers(page, code, again, leave), serious=False)


def product_of(office: Office, page: QWidget | None, code: str, again: Again) -> int | None:
    """The product a code belongs to; where there is none, the page says so."""
    try:
        found = office.ask(by_code, code)
    except RuleBroken as broken:
        if isinstance(page, Page):
            page.refuse(broken)
        return None
    if found is not None:
        return found.product.id
    if isinstance(page, Page):
        scan_sound.play(taken=False)
        offer(page, code, again)
    return None


def answers(
    page: Page, code: str, again: Again, leave: Callable[[], object] | None = None
) -> list[Answer]:  # fmt: skip
    """New product, link to a product, or nothing."""
    return [
        Answer(translate("Scan", "New product"), _New(page, code)),
        Answer(translate("Scan", "Link to a product"), _Link(page, code, again)),
        Answer(translate("Scan", "Leave it"), leave or page.setFocus),
    ]


class LinkDialog(Dialog):
    """Which product the code belongs to; `again(code)` once it does."""

    def __init__(
        self, office: Office, code: str, again: Again, parent: QWidget | None = None
    ) -> None:  # fmt: skip
        title = translate("Scan", "Link {0} to a product").format(code)
        super().__init__(office, title, translate("Scan", "Link"), parent=parent)
        self._code, self._again = code, again
        self._key = 0
        hint = translate("Scan", "Name, code or initials")
        self.finder = Finder(self._find, hint, icon="search")
        self.finder.setAccessibleName(hint)
        self.finder.chosen.connect(self._choose)
        self.finder.unknown.connect(self._unknown)
        self.body.addWidget(Labelled(translate("Scan", "Product"), self.finder))
        self.verb.setEnabled(False)
        self.setMinimumWidth(theme.px(440))
        self.finder.setFocus()

    def _find(self, text: str) -> list[Found]:
        if self.office is None:
            return []
        hits = self.office.ask(find_products, text, 9)
        return [Found(hit.id, hit.name, hit.sku) for hit in hits]

    def _choose(self, found: Found) -> None:
        self._key = found.key
        self.finder.set_value(found)
        self.notice.clear()
        self.verb.setEnabled(True)
        self.verb.setFocus()

    def _unknown(self, typed: str) -> None:
        words = translate("Scan", "Nothing is called “{0}”.").format(typed)
        self.notice.refuse(words, serious=False)

    def confirm(self) -> None:
        """Link it, then hand the scan on."""
        if self.office is None or not self._key:
            return
        try:
            self.office.do(link_scanned, self._code, self._key)
        except RuleBroken as broken:
            self.notice.refuse(wording.explain(broken))
            return
        self.accept()
        self._again(self._code)


class _New:
    """Opens the form of a new product with what names the goods in the code."""

    def __init__(self, page: Page, code: str) -> None:
        self._page, self._code = page, code

    def __call__(self) -> None:
        self._page.wanted.emit("product_form", self._page.office.ask(own_part, self._code))


class _Link:
    """Asks which product it is."""

    def __init__(self, page: Page, code: str, again: Again) -> None:
        self._page, self._code, self._again = page, code, again

    def __call__(self) -> None:
        LinkDialog(self._page.office, self._code, self._again, self._page).open()

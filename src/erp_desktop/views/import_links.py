"""Which products a sales channel's titles mean: asked once, known from then on."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from PySide6.QtWidgets import QGridLayout, QWidget

from erp_desktop.services.catalogue.search import find_products
from erp_desktop.services.shop.channel_links import LinkTitles, link_titles
from erp_desktop.views import theme, wording
from erp_desktop.views.cards.scrolled import Scrolled
from erp_desktop.views.shop_office import ShopOffice
from erp_desktop.views.widgets.checks import Check
from erp_desktop.views.widgets.dialog import Dialog
from erp_desktop.views.widgets.fields import Label, in_a_row
from erp_desktop.views.widgets.finder import Finder, Found

translate = wording.translate
TITLE: Final = 320  # pixels of a title before it goes on below
ROW, REST, TALLEST = 46, 230, 560  # a title, what stands around all of them, the dialog
MOST: Final = 200  # titles asked at once; the next come with the next try


class LinkTitlesDialog(Dialog):
    """One row a title: what it is called in the channel, and the product that is meant.

    `titles` names what each looks like, which is proposed; `strangers` the channel's SKU and price
    of each. What stays empty stays unknown, or becomes a product of its own.
    """

    def __init__(
        self, office: ShopOffice, channel: str, titles: Mapping[str, str],
        strangers: Mapping[str, tuple[str, Decimal]], parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        title = translate("Import", "Which products are these?")
        super().__init__(office, title, translate("Import", "Link"), parent=parent)
        self._asked, self._channel, self._strangers = office, channel, strangers
        said = Label(
            translate(
                "Import",
                "What looks alike is filled in: check it. What is linked here is known from then"
                " on, also in the next file.",
            ),
            theme.BODY, "text2",
        )  # fmt: skip
        said.setWordWrap(True)
        self.body.addWidget(said)
        self.finders: dict[str, Finder] = {}
        self._rows = QWidget()
        self._grid = QGridLayout(self._rows)
        beside = theme.px(12) if ROW * len(titles) + REST > TALLEST else 0  # the bar that scrolls
        self._grid.setContentsMargins(0, 0, beside, 0)
        self._grid.setHorizontalSpacing(theme.px(12))
        self._grid.setVerticalSpacing(theme.px(8))
        self._grid.setColumnStretch(1, 1)
        for at, (words, like) in enumerate(list(titles.items())[:MOST]):
            self._add(at, words, like)
        self._grid.setRowStretch(len(self.finders), 1)
        self.body.addWidget(Scrolled(self._rows, "page"), 1)
        self.new = Check(translate("Import", "Make new products of those without one"))
        self.body.addLayout(in_a_row(self.new, 0))
        self.resize(theme.px(760), theme.px(min(TALLEST, REST + ROW * len(self.finders))))
        next((one for one in self.finders.values() if one.value() is None), self.verb).setFocus()

    def _add(self, at: int, words: str, like: str) -> None:
        label = Label(words, theme.BODY)
        label.setWordWrap(True)
        label.setFixedWidth(theme.px(TITLE))
        finder = Finder(self._find, translate("Import", "Name, code or barcode"))
        finder.setAccessibleName(words)
        label.setBuddy(finder)
        if like:
            found = self._find(like)
            finder.set_value(found[0] if found else None)
        self.finders[words] = finder
        self._grid.addWidget(label, at, 0)
        self._grid.addWidget(finder, at, 1)

    def _find(self, text: str) -> list[Found]:
        return [Found(hit.id, hit.name, hit.sku) for hit in self._asked.ask(find_products, text, 9)]

    def confirm(self) -> None:
        chosen = {words: key for words, one in self.finders.items() if (key := one.key())}
        rest = [words for words in self.finders if words not in chosen] * self.new.isChecked()
        if not chosen and not rest:
            words = translate("Import", "Choose a product for at least one of them.")
            self.notice.refuse(words, serious=False)
            return
        new = {words: self._strangers.get(words, ("", Decimal(0))) for words in rest}
        self.hand_in(link_titles, LinkTitles(self._channel, chosen, new))

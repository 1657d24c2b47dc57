"""Room on a document's page: what gives way first when the window is narrow or the font is large.

The side panel folds away (a button brings it back), then the second button goes into the menu,
then the title keeps only the number; the main button never gives way.
"""

from typing import TYPE_CHECKING

from erp_desktop.views import theme, wording
from erp_desktop.views.widgets.buttons import Button, Look

if TYPE_CHECKING:
    from erp_desktop.views.trade.trade_page import TradePage

translate = wording.translate
SHEET_NEEDS = 900  # pixels at font size 13 for the lines of an order


class Fitting:
    """Watches over the header and the side panel of one page."""

    def __init__(self, page: "TradePage") -> None:
        self._page = page
        self._wanted = False  # a person asked for the panel although there is little room
        self._shown = False
        self.button = Button("", Look.GHOST, icon="panel-right")
        words = translate("Trade", "Steps, related documents, attachments")
        self.button.setAccessibleName(words)
        self.button.setToolTip(words)
        self.button.clicked.connect(self._turn)
        page.header.add(self.button)

    def show_side(self) -> None:
        """The side panel has something to say."""
        self._shown = True
        self.fit()

    def fit(self) -> None:
        """Give every part the room there is."""
        page = self._page
        roomy = page.width() >= theme.px(SHEET_NEEDS) + page.side.sizeHint().width()
        page.side.setVisible(self._shown and (roomy or self._wanted))
        self.button.setVisible(self._shown and not roomy)
        self._fit_header()

    def _fit_header(self) -> None:
        page = self._page
        title, short = page.full_title(), page.short_title()
        page.second.setVisible(page.has_second())
        page.header.title.setText(title)
        if self._room() < 0:
            page.second.hide()
            page.more.setVisible(True)
        if self._room() < 0:
            page.header.title.setText(short)

    def _room(self) -> int:
        """Pixels that are left in the header."""
        page, header = self._page, self._page.header
        side = page.side.width() if not page.side.isHidden() else 0
        title = round(theme.width(theme.TITLE, header.title.text()))
        parts = [header.chip, page.paper_button, page.more, page.second, page.main, self.button]
        used = sum(part.sizeHint().width() + theme.px(10) for part in parts if not part.isHidden())
        facts = round(theme.width(theme.BODY, header.facts.text()))
        return page.width() - side - title - used - facts - theme.px(80)

    def _turn(self) -> None:
        self._wanted = not self._wanted
        self.fit()

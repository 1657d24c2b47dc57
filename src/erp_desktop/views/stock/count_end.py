"""How a count ends: compared, posted with or without the rest, or thrown away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from erp_desktop.core.money import ZERO
from erp_desktop.views import figures, wording
from erp_desktop.views.widgets.banner import Answer

if TYPE_CHECKING:
    from erp_desktop.views.stock.count_page import CountPage

translate = wording.translate


class CountEnd:
    """Asks before anything happens to what was not counted."""

    def __init__(self, page: CountPage) -> None:
        self._page = page

    def finish(self) -> None:
        """Compare a blind count first; then post, and say what happens to what was not counted."""
        page, session = self._page, self._page.session
        if session is None or not session.entries:
            return
        if session.hidden:
            session.revealed = True
            page.keep()
            page.show_session()
            page.board.choose("differ")
            return
        left = [one for one in page.known if one not in session.entries]
        if left:
            self._ask_about(len(left))
        else:
            page.post()

    def _ask_about(self, left: int) -> None:
        words = translate(
            "Count",
            "{0} products were not counted. Not counted is not zero: they stay as they are.",
        )
        answers = [
            Answer(translate("Count", "Post what is counted"), self._page.post),
            Answer(translate("Count", "Set the rest to zero"), self._zero_the_rest),
            Answer(translate("Count", "Go on counting"), self._go_on),
        ]
        self._page.notice.refuse(words.format(figures.number(left)), answers, serious=False)

    def _go_on(self) -> None:
        self._page.board.choose("left")
        self._page.board.scan.field.setFocus()

    def _zero_the_rest(self) -> None:
        """Everything that was not counted is gone; if that is refused, it is uncounted again."""
        page, session = self._page, self._page.session
        if session is None:
            return
        left = [one for one in page.known if one not in session.entries]
        for product_id in left:
            session.set(product_id, ZERO)
        page.post()
        if page.session is not None:
            for product_id in left:
                session.forget(product_id)

    def discard(self) -> None:
        """Throw the count away; the toast brings it back."""
        page, session = self._page, self._page.session
        page.forget()
        page.load()

        def bring_back() -> None:
            if session is not None:
                page.open(session)

        words = translate("Count", "Count thrown away")
        page.said.emit(words, translate("Count", "Undo"), bring_back)

"""The numbers of documents: how they look, which comes next, and why none is ever left out."""

from PySide6.QtWidgets import QWidget

from erp_desktop.core import clock, numbering
from erp_desktop.core.numbering import NumberForm
from erp_desktop.reports.numbering import Series, next_place, series
from erp_desktop.services.shop.numbering import SetNumberForm, set_number_form
from erp_desktop.services.users import rights
from erp_desktop.views import theme, wording
from erp_desktop.views.cards.mini_table import MiniCell, MiniColumn, MiniRow, MiniTable
from erp_desktop.views.settings.section import Section
from erp_desktop.views.shop_office import ShopOffice
from erp_desktop.views.widgets.choice_fields import Combo
from erp_desktop.views.widgets.dialog import Dialog
from erp_desktop.views.widgets.fields import Label, Labelled, LineField

translate = wording.translate


class NumbersSection(Section):
    """A row for each kind of document; a click changes how its numbers look."""

    def __init__(self, office: ShopOffice) -> None:
        super().__init__(office)
        card = self.card(
            translate("Settings", "Document numbers"),
            translate(
                "Settings",
                "A number is given when a document is posted, without gaps. Drafts have none; a"
                " document that was reversed keeps its own. Click a row to change how the next"
                " numbers look.",
            ),
        )
        self.table = MiniTable(
            [
                MiniColumn(translate("Settings", "Document")),
                MiniColumn(translate("Settings", "Starts again"), 120),
                MiniColumn(translate("Settings", "Last number"), 170),
                MiniColumn(translate("Settings", "Next number"), 170),
            ],
            pitch=30,
        )
        self.table.opened.connect(self.change)
        card.body.addWidget(self.table)
        self._series: list[Series] = []

    def load(self) -> None:
        words = reset_words()
        self._series = self.office.ask(series)
        self.table.show_rows([
            MiniRow((
                MiniCell(wording.kind_word(one.kind)), MiniCell(words[one.form.reset], "text2"),
                MiniCell(one.last or "–", "text2"), MiniCell(one.following),
            ), at)
            for at, one in enumerate(self._series)
        ])  # fmt: skip

    def change(self, at: int) -> None:
        NumberDialog(self.office, self._series[at], self).open()


class NumberDialog(Dialog):
    """Prefix, length and when a kind's numbers begin anew, with the next number as it will be."""

    needed_right = rights.SETTINGS

    def __init__(
        self, office: ShopOffice, known: Series, parent: QWidget | None = None
    ) -> None:  # fmt: skip
        title = translate("Settings", "Numbers: {0}").format(wording.kind_word(known.kind))
        super().__init__(office, title, translate("Settings", "Save"), parent=parent)
        self._known = known
        self.prefix = LineField()
        self.prefix.setMaxLength(numbering.LONGEST_PREFIX)
        self.prefix.setText(known.form.prefix)
        self.digits = Combo([(many, str(many)) for many in numbering.DIGITS])
        self.digits.choose(known.form.digits)
        self.reset = Combo(list(reset_words().items()))
        self.reset.choose(known.form.reset)
        self.body.addWidget(Labelled(translate("Settings", "Begins with"), self.prefix))
        self.body.addWidget(Labelled(translate("Settings", "Digits at least"), self.digits))
        self.body.addWidget(Labelled(translate("Settings", "Starts again"), self.reset))
        self.next = Label("", theme.EMPHASIS)
        self.body.addWidget(self.next)
        hint = Label(
            translate(
                "Settings",
                "It counts for new documents. The count goes on: no number is left out or given"
                " twice.",
            ),
            theme.HINT, "text2",
        )  # fmt: skip
        hint.setWordWrap(True)
        self.body.addWidget(hint)
        self.prefix.textEdited.connect(self._show_next)
        self.digits.currentIndexChanged.connect(self._show_next)
        self.reset.currentIndexChanged.connect(self._show_next)
        self._show_next()

    def form(self) -> NumberForm:
        """What is chosen."""
        prefix = self.prefix.text().strip().upper()
        return NumberForm(prefix, int(self.digits.value() or 6), str(self.reset.value()))

    def _show_next(self) -> None:
        form = self.form()
        same = form.reset == self._known.form.reset
        at = self._known.at if same else self._first(form)
        number = form.number(form.period(clock.today()), at)
        self.next.setText(translate("Settings", "Next number: {0}").format(number))

    def _first(self, form: NumberForm) -> int:
        """Another count begins at one, or where it stood when it was left."""
        if self.office is None:
            return 1
        return self.office.ask(next_place, self._known.kind, form.period(clock.today()))

    def confirm(self) -> None:
        self.hand_in(set_number_form, SetNumberForm(self._known.kind, self.form()))


def reset_words() -> dict[str, str]:
    """When a count begins anew."""
    return {
        numbering.YEARLY: translate("Settings", "each year"),
        numbering.MONTHLY: translate("Settings", "each month"),
        numbering.NEVER: translate("Settings", "never"),
    }

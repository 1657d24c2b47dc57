"""The first tasks of a practice shop: each shows the way, and turns green once it was done."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from erp_desktop.reports.practice import tasks_done
from erp_desktop.services.shop.practising import begin_tasks
from erp_desktop.views import theme, wording
from erp_desktop.views.cards.card_columns import CardColumns, sheet_of
from erp_desktop.views.noticing import noticed, tasks_noticed
from erp_desktop.views.office import Office
from erp_desktop.views.practice.tasks import PARTS, Part, Task
from erp_desktop.views.shop_office import ShopOffice
from erp_desktop.views.theme import Tone
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.buttons import Button, key_words
from erp_desktop.views.widgets.chips import Chip
from erp_desktop.views.widgets.fields import Label
from erp_desktop.views.widgets.ink import Glyph
from erp_desktop.views.widgets.page import PAGE_MARGIN, Page
from erp_desktop.views.widgets.panels import Card, EmptyState, Line

translate = wording.translate


class TasksPage(Page):
    """A card for each person; begins anew when asked."""

    def __init__(self, office: Office) -> None:
        super().__init__(office, translate("Page", "First tasks"))
        self._role = "ground"
        self.cards = [PartCard(part) for part in PARTS]
        if not (isinstance(office, ShopOffice) and office.facts.practice):
            self.body.addWidget(_elsewhere(), 1)
            return
        self.again_button = self.action(
            translate("Practice", "Begin again"), self.begin_again, icon="rotate-ccw"
        )
        for card in self.cards:
            card.led.connect(self.lead)
        columns = CardColumns(self.cards, self.cards[1])
        self.body.addWidget(sheet_of(columns, PAGE_MARGIN, top=0), 1)
        noticed.kept.connect(self._hear)

    def load(self) -> None:
        """Ask the books, and what was noticed, which of them are done."""
        if not isinstance(self.office, ShopOffice):
            return
        done = self.office.ask(tasks_done) | tasks_noticed(self.office)
        for card in self.cards:
            card.show_done(done)
        rows = [row for card in self.cards for row in card.rows]
        ready = sum(row.done() for row in rows)
        words = translate("Practice", "{0} of {1} done").format(ready, len(rows))
        self.header.facts.setText(words)

    def begin_again(self) -> None:
        """All tasks are open again; the shop's papers stay."""
        self.office.do(begin_tasks)

    def lead(self, task: Task) -> None:
        """Show where a task is done."""
        window = self.window()
        show = getattr(window, "show_settings", None)
        if task.page == "settings" and callable(show):
            show(task.key)
        else:
            self.wanted.emit(task.page, task.key)

    def again(self) -> None:
        return None


class PartCard(Card):
    """What one person does, and how much of it is done; `led(task)` where they want to be shown."""

    led = Signal(object)

    def __init__(self, part: Part) -> None:
        super().__init__(translate("Practice", part.words))
        self.chip = Chip()
        self.head.addWidget(self.chip)
        self.rows = list(self._fill(part))

    def _fill(self, part: Part) -> Iterator["TaskRow"]:
        for at, task in enumerate(part.tasks):
            if at:
                self.body.addWidget(Line())
            row = TaskRow(task)
            row.led.connect(self.led)
            self.body.addWidget(row)
            yield row

    def show_done(self, done: frozenset[str]) -> None:
        for row in self.rows:
            row.show_done(done=row.task.code in done)
        ready = sum(row.done() for row in self.rows)
        whole = ready == len(self.rows)
        words = translate("Practice", "{0} of {1}").format(ready, len(self.rows))
        tone = Tone.GREEN if whole else Tone.NEUTRAL
        self.chip.say(words, tone, Glyph.TICK if whole else Glyph.NONE)


class TaskRow(QWidget):
    """A task: whether it is done, what, how, its keys, and the button that shows the way."""

    led = Signal(object)

    def __init__(self, task: Task) -> None:
        super().__init__()
        self.task = task
        self.mark = Tick()
        self.button = Button(translate("Practice", "Show me"), high=28)
        name = translate("Practice", task.words)
        self.button.setAccessibleName(f"{self.button.text()}: {name}")
        self.button.clicked.connect(self._lead)
        how = Label(translate("Practice", task.how), theme.HINT, "text2")
        how.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addWidget(Label(name, theme.EMPHASIS))
        words.addWidget(how)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(2), 0, theme.px(2))
        row.setSpacing(theme.px(12))
        row.addWidget(self.mark)
        row.addLayout(words, 1)
        if task.keys:
            row.addWidget(Label(key_words(task.keys), theme.HINT, "text2"))
        row.addWidget(self.button)

    def done(self) -> bool:
        return self.mark.done

    def show_done(self, *, done: bool) -> None:
        self.mark.show_done(done=done)

    def _lead(self) -> None:
        self.led.emit(self.task)


class Tick(QWidget):
    """A ring while there is something to do, a green tick once it is done."""

    def __init__(self) -> None:
        super().__init__()
        self.done = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_done(done=False)

    def show_done(self, *, done: bool) -> None:
        self.done = done
        words = translate("Practice", "Done") if done else translate("Practice", "Still to do")
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(20), theme.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.done:
            ink.draw_glyph(painter, Glyph.TICK, box, t.ok, t.raised, 1)
            return
        painter.setPen(QPen(t.text3, 1.4))
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))


def _elsewhere() -> EmptyState:
    return EmptyState(
        "list-checks", translate("Practice", "The first tasks are in the practice shop"),
        translate("Practice", "Choose it when a shop is made: there nothing is for keeps."),
    )  # fmt: skip

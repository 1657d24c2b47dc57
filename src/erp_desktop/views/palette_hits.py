"""The grouped hits of the palette, painted: titles, what was typed marked, what can be done."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from erp_desktop.views import icons, theme, wording
from erp_desktop.views.palette_search import Hit
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.buttons import key_words

translate = wording.translate
WIDE, ROW, TITLE = 760, 38, 34


@dataclass(slots=True)
class Line:
    """A line of the list: a group's title (with its count), or a hit."""

    title: str = ""
    count: str = ""
    hit: Hit | None = None

    def high(self) -> int:
        return theme.px(ROW if self.hit else TITLE)


class HitList(QWidget):
    """The grouped hits; the chosen one says what Enter does."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, usable: bool = False) -> None:
        super().__init__(parent)
        self._usable = usable
        self.lines: list[Line] = []
        self.at = -1
        self._words = ""
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_lines(self, lines: list[Line], words: str) -> None:
        """Show these; the first hit is chosen."""
        self.lines, self._words = lines, words.lower()
        self.at = next((at for at, line in enumerate(lines) if line.hit), -1)
        said = [line.hit.title for line in lines if line.hit]
        self.setAccessibleDescription(", ".join(said))
        self.updateGeometry()
        self.update()

    def chosen(self) -> Hit | None:
        return self.lines[self.at].hit if 0 <= self.at < len(self.lines) else None

    def step(self, by: int) -> None:
        """Choose the next or the previous hit, round about."""
        hits = [at for at, line in enumerate(self.lines) if line.hit]
        if hits:
            self.at = hits[(hits.index(self.at) + by) % len(hits)]
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(WIDE), sum(line.high() for line in self.lines))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self._line_at(event.position().y())
        if at >= 0 and self.lines[at].hit and at != self.at:
            self.at = at
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = self._line_at(event.position().y())
        if at >= 0 and self.lines[at].hit:
            self.picked.emit(self.lines[at].hit)

    def _line_at(self, y: float) -> int:
        top = 0
        for at, line in enumerate(self.lines):
            if top <= y < top + line.high():
                return at
            top += line.high()
        return -1

    # -- painting --------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t, top = QPainter(self), theme.tokens(), 0
        for at, line in enumerate(self.lines):
            box = QRectF(theme.px(20), top, self.width() - theme.px(40), line.high())
            if line.hit is None:
                drawn = ink.text(painter, line.title, box, theme.Type(12, 600), t.text2)
                rest = box.adjusted(drawn + theme.px(8), 0, 0, 0)
                ink.text(painter, line.count, rest, theme.HINT, t.text3)
            else:
                whole = QRectF(theme.px(8), top, self.width() - theme.px(16), line.high())
                self._paint_hit(painter, line.hit, whole, chosen=at == self.at)
            top += line.high()

    def _paint_hit(self, painter: QPainter, hit: Hit, box: QRectF, *, chosen: bool) -> None:
        t = theme.tokens()
        if chosen:
            ink.frame(painter, box, theme.px(6), t.sel)
        size, high = theme.px(26), box.height()
        tile = QRectF(box.x() + theme.px(10), round(box.y() + (high - size) / 2), size, size)
        ink.frame(painter, tile, theme.px(6), t.raised if chosen else t.sunken, t.line)
        inset = theme.px(5)
        colour = t.accent_text if chosen else t.text2
        icons.draw(painter, hit.icon, colour, tile.adjusted(inset, inset, -inset, -inset))
        left = tile.right() + theme.px(12)
        right = self._paint_right(painter, hit, box, chosen=chosen)
        room = QRectF(left, box.y(), right - left - theme.px(12), high)
        drawn = self._paint_title(painter, hit.title, room)
        note = room.adjusted(drawn + theme.px(10), 0, 0, 0)
        said = " · ".join(filter(None, (hit.detail, *(hit.right.split("    ") if chosen else ()))))
        ink.text(painter, said, note, theme.HINT, t.text2)

    def _paint_title(self, painter: QPainter, title: str, room: QRectF) -> float:
        """The title, with what was typed on the tint."""
        t = theme.tokens()
        shown = theme.elided(theme.BODY, title, int(room.width()))
        first = self._words.split()[0] if self._words.split() else ""
        at = shown.lower().find(first) if first else -1
        if at < 0:
            return ink.text(painter, shown, room, theme.BODY, t.text)
        before, found, after = shown[:at], shown[at : at + len(first)], shown[at + len(first) :]
        left = room.x() + theme.width(theme.BODY, before)
        wide = theme.width(theme.BOLD, found)
        mark = QRectF(left - 2, room.center().y() - theme.px(10), wide + 4, theme.px(20))
        ink.frame(painter, mark, theme.px(4), t.chips[theme.Tone.BLUE].ground)
        ink.text(painter, before, room, theme.BODY, t.text)
        box = QRectF(left, room.y(), room.right() - left + theme.px(10), room.height())
        ink.text(painter, found, box, theme.BOLD, t.accent_text)
        ink.text(painter, after, box.adjusted(wide, 0, 0, 0), theme.BODY, t.text)
        return left - room.x() + wide + theme.width(theme.BODY, after)

    def _offers(self, hit: Hit) -> list[tuple[str, str]]:
        """What can be done with a hit, each with its key."""
        offers = [(translate("Palette", "Open"), "↵")]
        if self._usable and hit.code:
            offers.append((translate("Palette", "Use here"), key_words("Ctrl+Return")))
        return offers + [(one.words, key_words(one.shortcut)) for one in hit.also]

    def _paint_right(self, painter: QPainter, hit: Hit, box: QRectF, *, chosen: bool) -> float:
        """What stands at the right end: state, figures, key; returns where it begins."""
        t, right = theme.tokens(), box.right() - theme.px(12)
        middle = box.center().y()
        if chosen:
            for words, cap in reversed(self._offers(hit)):
                ink.key_cap(painter, cap, round(right), middle)
                room = QRectF(box.x(), box.y(), right - ink.key_cap_width(cap) - theme.px(8)
                              - box.x(), box.height())  # fmt: skip
                colour = t.accent_text if cap == "↵" else t.text2
                right = room.right() - theme.px(16)
                right -= ink.text(painter, words, room, theme.HINT, colour, right=True)
            right -= theme.px(4)
        if hit.state:
            sign = wording.sign_of(hit.state)
            words = wording.state_word(hit.state)
            wide = ink.chip_width(words, sign.glyph)
            ink.chip(painter, words, right - wide, middle, sign.tone, glyph=sign.glyph,
                     on_selection=chosen)  # fmt: skip
            right -= wide + theme.px(10)
        if hit.shortcut and not chosen:
            ink.key_cap(painter, hit.shortcut, round(right), middle)
            right -= ink.key_cap_width(hit.shortcut) + theme.px(8)
        room = QRectF(box.x(), box.y(), right - box.x(), box.height())
        if chosen:  # its facts stand behind the title, since here stands what can be done
            return right
        return right - ink.text(painter, hit.right, room, theme.FIGURE, t.text2, right=True)

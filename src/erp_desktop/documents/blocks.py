"""The endings of papers: sums on the right, tax and words on the left, notes, signatures."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from erp_desktop.documents import fonts
from erp_desktop.documents.grid import BODY, SMALL, STRONG
from erp_desktop.documents.pen import INK, LINE, SOFT, Pen, Style

SUM: Final = Style(9, leading=15)
SUM_LABEL: Final = Style(9, ink=SOFT, leading=15)
TOTAL: Final = Style(13, "bold", leading=24)
TOTAL_LABEL: Final = Style(10, "semibold", leading=24)
SUMS_WIDE: Final = 205.0


@dataclass(frozen=True, slots=True)
class Sums:
    """The figures that lead to the total. `left` is a small table beside them: head and rows."""

    rows: Sequence[tuple[str, str]]
    total: tuple[str, str]
    after: Sequence[tuple[str, str]] = ()
    left: Sequence[tuple[str, ...]] = ()
    words: tuple[str, str] = ("", "")

    def height(self, wide: float) -> float:
        right = 8 + SUM.height * (len(self.rows) + len(self.after)) + TOTAL.height + 10
        left = 8 + SUM.height * len(self.left) + 14 + self._words_height(wide)
        return max(right, left) + 6

    def draw(self, pen: Pen, x: float, y: float, wide: float) -> None:
        self._draw_left(pen, x, y + 8, wide)
        left, right, y = x + wide - SUMS_WIDE, x + wide, y + 8
        for label, value in self.rows:
            y = _sum_line(pen, (left, y, right), label, value)
        if self.rows:
            pen.rule(left, y + 3, SUMS_WIDE, INK, 0.75)
            y += 5
        pen.words(left, y + TOTAL_LABEL.drop, self.total[0], TOTAL_LABEL)
        pen.figures(right, y + TOTAL.drop, self.total[1], TOTAL)
        y += TOTAL.height
        for label, value in self.after:
            y = _sum_line(pen, (left, y, right), label, value)

    def _draw_left(self, pen: Pen, x: float, y: float, wide: float) -> None:
        room = wide - SUMS_WIDE - 40
        for row_at, row in enumerate(self.left):
            style = SMALL if row_at == 0 else SUM
            for at, text in enumerate(row):
                right = x + room * 0.85 * (at + 0.55) / (len(row) - 0.45)
                if at == 0:
                    pen.words(x, y + SUM.drop, text, style)
                else:
                    pen.figures(right, y + SUM.drop, text, style)
            y += SUM.height
        label, said = self.words
        y += 6
        if said:
            pen.words(x, y + SMALL.drop, label, SMALL)
            y += SMALL.height + 1
            for line in fonts.wrapped(said, room, STRONG.size, STRONG.weight):
                pen.words(x, y + STRONG.drop, line, STRONG)
                y += STRONG.height

    def _words_height(self, wide: float) -> float:
        if not self.words[1]:
            return 0
        room = wide - SUMS_WIDE - 40
        lines = fonts.wrapped(self.words[1], room, STRONG.size, STRONG.weight)
        return SMALL.height + 1 + STRONG.height * len(lines)


@dataclass(frozen=True, slots=True)
class Notes:
    """Free text under a small label."""

    label: str
    text: str

    def height(self, wide: float) -> float:
        lines = fonts.paragraphs(self.text, wide, BODY.size, BODY.weight)
        return 10 + SMALL.height + BODY.height * len(lines) + 4 if lines else 0

    def draw(self, pen: Pen, x: float, y: float, wide: float) -> None:
        lines = fonts.paragraphs(self.text, wide, BODY.size, BODY.weight)
        if not lines:
            return
        y += 10
        pen.words(x, y + SMALL.drop, self.label, SMALL)
        y += SMALL.height
        for line in lines:
            pen.words(x, y + BODY.drop, line, BODY)
            y += BODY.height


@dataclass(frozen=True, slots=True)
class Signatures:
    """Lines to sign on, side by side."""

    labels: Sequence[str]

    def height(self, wide: float) -> float:  # noqa: ARG002  (the same for any width)
        return 58

    def draw(self, pen: Pen, x: float, y: float, wide: float) -> None:
        room = (wide + 24) / len(self.labels)
        for at, label in enumerate(self.labels):
            pen.rule(x + at * room, y + 42, room - 24, LINE, 0.75)
            pen.words(x + at * room, y + 43 + SMALL.drop, label, SMALL)


def _sum_line(pen: Pen, place: tuple[float, float, float], label: str, value: str) -> float:
    left, y, right = place
    pen.words(left, y + SUM.drop, label, SUM_LABEL)
    pen.figures(right, y + SUM.drop, value, SUM)
    return y + SUM.height

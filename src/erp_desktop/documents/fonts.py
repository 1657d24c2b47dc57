"""Two fonts as one: Latin letters and figures in Inter, Chinese in Noto Sans SC behind it.

Text is split into runs of one font each, and measured by the fonts' own widths, so that mixed
lines align, wrap and cut exactly. Both fonts are TrueType and embedded in every paper as subsets
(the built-in Chinese fonts of PDF are not). Sizes and widths are points.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from erp_desktop.core import resources
from erp_desktop.documents.tabular import substitutions

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont

TABULAR: Final = " figures"  # after a weight: every digit takes the same room

# weight: (Latin, Chinese); Chinese has two weights, 600 takes the bold one (VISUAL, Type)
FILES: Final = {
    "regular": ("Inter-Regular.ttf", "NotoSansSC-Regular.ttf"),
    "semibold": ("Inter-SemiBold.ttf", "NotoSansSC-Bold.ttf"),
    "bold": ("Inter-Bold.ttf", "NotoSansSC-Bold.ttf"),
}
ELLIPSIS: Final = "…"
DIGITS: Final = "0123456789"


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One weight in both scripts: font names for the canvas, and widths per 1000 of the size."""

    latin: str
    chinese: str
    latin_widths: dict[int, float]
    chinese_widths: dict[int, float]
    unknown: float

    def font_of(self, letter: str) -> str:
        return self.latin if ord(letter) in self.latin_widths else self.chinese

    def advance(self, letter: str) -> float:
        code = ord(letter)
        wide = self.latin_widths.get(code)
        return self.chinese_widths.get(code, self.unknown) if wide is None else wide


@lru_cache
def face(weight: str) -> Face:
    """The faces of a weight; the first use in a process reads the font files."""
    latin_file, chinese_file = FILES[weight.removesuffix(TABULAR)]
    latin = _registered(latin_file, figures=weight.endswith(TABULAR))
    chinese = _registered(chinese_file, figures=False)
    return Face(
        latin.fontName,
        chinese.fontName,
        {code: wide for code, wide in latin.face.charWidths.items() if code > 31},
        chinese.face.charWidths,
        chinese.face.defaultWidth,
    )


@lru_cache
def _registered(file_name: str, *, figures: bool) -> "TTFont":
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    name = file_name.removesuffix(".ttf") + ("-Figures" if figures else "")
    path = resources.path("fonts", file_name)
    font = TTFont(name, str(path), asciiReadable=0)
    if figures:
        _take_tabular_digits(font, path.read_bytes())
    pdfmetrics.registerFont(font)
    return font


def _take_tabular_digits(font: "TTFont", data: bytes) -> None:
    """Let the digits of this copy of the font be those of equal width.

    The copy needs a name of its own: a PDF keeps one font file for each name.
    """
    face = font.face
    face.name = face.name + b"-Figures"
    instead = substitutions(data)
    for digit in map(ord, DIGITS):
        glyph = instead.get(face.charToGlyph[digit], face.charToGlyph[digit])
        face.charToGlyph[digit] = glyph
        face.charWidths[digit] = face.hmetrics[glyph][0] * 1000 / face.unitsPerEm


@lru_cache(maxsize=8192)
def runs(text: str, weight: str) -> tuple[tuple[str, str], ...]:
    """The text as (font name, piece), in order."""
    this = face(weight)
    pieces: list[tuple[str, str]] = []
    for letter in text:
        font = this.font_of(letter)
        if pieces and pieces[-1][0] == font:
            pieces[-1] = (font, pieces[-1][1] + letter)
        else:
            pieces.append((font, letter))
    return tuple(pieces)


@lru_cache(maxsize=8192)
def _thousandths(text: str, weight: str) -> float:
    return sum(map(face(weight).advance, text))


def width(text: str, size: float, weight: str) -> float:
    """How wide the text is, in points."""
    return _thousandths(text, weight) * size / 1000


def fitted(text: str, room: float, size: float, weight: str) -> str:
    """The text, or as much of it as fits with an ellipsis."""
    if width(text, size, weight) <= room:
        return text
    left = room - width(ELLIPSIS, size, weight)
    return text[: _fitting(text, left, size, weight)].rstrip() + ELLIPSIS


def wrapped(text: str, room: float, size: float, weight: str, most: int = 0) -> list[str]:
    """The text in lines that fit, broken at blanks or between Chinese characters.

    `most` lines at most (0: as many as needed); the last one is then cut with an ellipsis.
    """
    lines: list[str] = []
    rest = " ".join(text.split())
    while rest:
        if most and len(lines) == most - 1:
            return [*lines, fitted(rest, room, size, weight)]
        end = _fitting(rest, room, size, weight)
        if end < len(rest):
            end = _break_before(rest, end)
        lines.append(rest[:end].rstrip())
        rest = rest[end:].lstrip()
    return lines


def paragraphs(text: str, room: float, size: float, weight: str) -> list[str]:
    """All lines of a text whose own line ends count."""
    return [line for part in text.splitlines() for line in wrapped(part, room, size, weight)]


def _fitting(text: str, room: float, size: float, weight: str) -> int:
    """How many letters fit (at least one, so that wrapping always ends)."""
    this, left = face(weight), room * 1000 / size
    for at, letter in enumerate(text):
        left -= this.advance(letter)
        if left < 0:
            return max(at, 1)
    return len(text)


# 避头尾: these may not begin a line, nor those end one
_OPENING: Final = frozenset("（《「『【“‘([¥￥$£€")
_CLOSING: Final = frozenset("，。、；：？！）》」』】”’…％,.;:?!)]%")


def _break_before(text: str, end: int) -> int:
    """The last good place to break at or before `end`, or `end` itself inside a long word."""
    at = end
    while at > 0 and not _breakable(text, at):
        at -= 1
    return at or end


def _breakable(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at]
    if after in _CLOSING or before in _OPENING:
        return False
    return before in " -/" or after == " " or ord(before) > 0x2E7F or ord(after) > 0x2E7F

"""The pen: draws words, figures, hairlines and bars on a PDF canvas, measured from the top left.

All lengths are points; y is the distance from the top of the page and, for words, the baseline.
The file's bytes depend on what is drawn alone, never on the clock (`invariant`).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Final, Literal

from erp_desktop.documents import fonts
from erp_desktop.documents.barcodes import Bars

if TYPE_CHECKING:
    from PIL.Image import Image

MM: Final = 72 / 25.4
Align = Literal["left", "right", "center"]

# greys that stay apart on a black and white printer
INK: Final = 0x14181F
SOFT: Final = 0x475060
FAINT: Final = 0x6B7482
LINE: Final = 0xC6CCD5
BLACK: Final = 0x000000
HAIR: Final = 0.5


@dataclass(frozen=True, slots=True)
class Style:
    """How words look. `leading` is the distance to the next line."""

    size: float
    weight: str = "regular"
    ink: int = INK
    leading: float = 0

    @property
    def height(self) -> float:
        return self.leading or round(self.size * 1.4, 2)

    @property
    def drop(self) -> float:
        """From the top of the line to the baseline, so that capitals stand in its middle."""
        return (self.height + self.size * 0.727) / 2

    def width(self, text: str) -> float:
        return fonts.width(text, self.size, self.weight)

    def figures_width(self, text: str) -> float:
        return fonts.width(text, self.size, self.weight + fonts.TABULAR)


@lru_cache
def _tabular(style: Style) -> Style:
    return replace(style, weight=style.weight + fonts.TABULAR)


class Pen:
    """One PDF being drawn, page by page."""

    def __init__(self, wide: float, high: float, title: str = "", author: str = "") -> None:
        from reportlab import rl_config
        from reportlab.pdfgen.canvas import Canvas

        rl_config.useA85 = 0  # bytes as they are: a quarter smaller, and no slow text encoding
        self.wide, self.high = wide, high
        self._out = BytesIO()
        self._canvas = Canvas(
            self._out,
            pagesize=(wide, high),
            invariant=1,
            pageCompression=1,
            # or each file would name a Helvetica that it neither uses nor carries
            initialFontName=fonts.face("regular").latin,  # type: ignore[arg-type]
        )
        self._canvas.setTitle(title)
        self._canvas.setAuthor(author)
        self._canvas.setCreator("ERP Desktop")
        self._ink: int | None = None

    def words(self, x: float, y: float, text: str, style: Style, align: Align = "left") -> None:
        """Draw text at its baseline; x is its left end, right end or middle."""
        if not text:
            return
        if align != "left":
            wide = style.width(text)
            x -= wide if align == "right" else wide / 2
        self._fill(style.ink)
        writing = self._canvas.beginText(x, self.high - y)
        for font, piece in fonts.runs(text, style.weight):
            writing.setFont(font, style.size)
            writing.textOut(piece)
        self._canvas.drawText(writing)

    def figures(self, x: float, y: float, text: str, style: Style, align: Align = "right") -> None:
        """Draw a number so that every digit takes the same room; x as in `words`."""
        self.words(x, y, text, _tabular(style), align)

    def rule(self, x: float, y: float, wide: float, ink: int = LINE, thick: float = HAIR) -> None:
        """A line across."""
        self.block(x, y - thick / 2, wide, thick, ink)

    def dashes(self, x: float, y: float, wide: float, ink: int = BLACK) -> None:
        self._canvas.setDash(1.5, 1.5)
        self._stroke(ink, 0.6)
        self._canvas.line(x, self.high - y, x + wide, self.high - y)
        self._canvas.setDash()

    def block(self, x: float, y: float, wide: float, high: float, ink: int) -> None:
        """A filled rectangle whose top is at y."""
        self._fill(ink)
        self._canvas.rect(x, self.high - y - high, wide, high, stroke=0, fill=1)

    def frame(
        self, x: float, y: float, wide: float, high: float, ink: int = LINE, thick: float = HAIR
    ) -> None:
        """An empty rectangle: a stamp's, or room for a hand to write in."""
        self._stroke(ink, thick)
        self._canvas.rect(x, self.high - y - high, wide, high, stroke=1, fill=0)

    def bars(
        self, bars: Bars, place: tuple[float, float], module: float, high: float, *, guard: int = 0
    ) -> None:
        """The bars (or the square code, whose height follows its width) in one path.

        `module` is the width of one module, `place` the left top. Guard bars of EAN and UPC reach
        `guard` modules further down.
        """
        x, y = place
        row = module if bars.square else high
        self._fill(BLACK)
        bottom = self.high - y - (row * len(bars.rows) if bars.square else high)
        scale = f"{_short(module)} 0 0 {_short(row)} {_short(x)} {_short(bottom)} cm"
        self._canvas.addLiteral(f"q {scale} {_path(bars, _short(guard * module / row))} f Q")

    def picture(self, x: float, y: float, wide: float, high: float, data: bytes) -> None:
        """A photo (PNG, JPEG), whole and undistorted, at the left of a room whose top is at y; an
        empty frame where the bytes are no picture."""
        from PIL import Image, UnidentifiedImageError
        from reportlab.lib.utils import ImageReader

        try:
            with Image.open(BytesIO(data)) as found:
                found.thumbnail((900, 900))
                image = _on_white(found)
        except (UnidentifiedImageError, OSError):
            self.frame(x, y, wide, high)
            return
        scale = min(wide / image.width, high / image.height)
        drawn, tall = image.width * scale, image.height * scale
        self._canvas.drawImage(ImageReader(image), x, self.high - y - tall, drawn, tall)

    @contextmanager
    def turned(self, x: float, y: float, wide: float, high: float, turn: int) -> Iterator[None]:
        """Draw in a room that is turned clockwise inside the box at x, y: its own corner is 0, 0,
        and of a room on its side the width is the box's height."""
        up = self.high - y
        matrix = {
            90: (0, -1, 1, 0, x + wide - self.high, up),
            180: (-1, 0, 0, -1, x + wide, up + self.high - high),
            270: (0, 1, -1, 0, x + self.high, up - high),
        }.get(turn, (1, 0, 0, 1, x, -y))
        self._canvas.saveState()
        self._canvas.transform(*matrix)
        self._ink = None
        yield
        self._canvas.restoreState()
        self._ink = None

    def next_page(self) -> None:
        self._canvas.showPage()
        self._ink = None

    def done(self) -> bytes:
        """The finished file."""
        self._canvas.showPage()
        self._canvas.save()
        return self._out.getvalue()

    def _fill(self, ink: int) -> None:
        if ink != self._ink:
            self._canvas.setFillColorRGB(*_rgb(ink))
            self._ink = ink

    def _stroke(self, ink: int, thick: float) -> None:
        self._canvas.setStrokeColorRGB(*_rgb(ink))
        self._canvas.setLineWidth(thick)


def _on_white(image: "Image") -> "Image":
    """Without its transparent parts: paper is white, and a printer knows no other ground."""
    from PIL import Image as Made

    whole = image.convert("RGBA")
    ground = Made.new("RGBA", whole.size, "white")
    return Made.alpha_composite(ground, whole).convert("RGB")


@lru_cache
def _rgb(ink: int) -> tuple[float, float, float]:
    return (ink >> 16) / 255, (ink >> 8 & 255) / 255, (ink & 255) / 255


def _short(number: float) -> str:
    return f"{number:.4f}".rstrip("0").rstrip(".")


@lru_cache(maxsize=2048)
def _path(bars: Bars, guard: str) -> str:
    """All dark runs as rectangles, in modules across and rows up."""
    last = len(bars.rows) - 1
    parts = [
        f"{start} {last - at} {wide} 1 re"
        for at, row in enumerate(bars.rows)
        for start, wide in row
    ]
    deep = [
        f"{start} -{guard} {wide} {guard} re"
        for start, wide in bars.rows[0]
        if guard != "0" and any(low <= start < high for low, high in bars.guards)
    ]
    return " ".join(parts + deep)

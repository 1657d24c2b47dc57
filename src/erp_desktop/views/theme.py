"""The look of the program, in one place: colours, fonts and measures.

Grey chrome holds white sheets; colour appears only for the next action and for a state. `wear` puts
a choice on (light or dark, font size, density, contrast) while the program runs: it sets the
palette and the font of the application and then tells every painted widget through `worn.changed`.
Widgets never name a colour or a pixel themselves: they ask `tokens()`, `px()` and `font()`, so that
every measure grows with the font size.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QGuiApplication,
    QPalette,
)
from PySide6.QtWidgets import QApplication, QToolTip

from erp_desktop.core import resources

BASE_SIZE = 13
FAMILIES = ("Inter", "Noto Sans SC")


class Scheme(StrEnum):
    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


class Density(StrEnum):
    """How much room a list row takes; the value is part of the stored setting."""

    COMPACT = "compact"
    REGULAR = "regular"
    ROOMY = "roomy"


ROW_HEIGHT = {Density.COMPACT: 26, Density.REGULAR: 30, Density.ROOMY: 38}


class Tone(StrEnum):
    """What a coloured word means: neutral rests, blue moves, amber is part done or soon, green is
    done, red is late or refused, violet is money due."""

    NEUTRAL = "neutral"
    BLUE = "blue"
    AMBER = "amber"
    GREEN = "green"
    RED = "red"
    VIOLET = "violet"


class Pair(NamedTuple):
    """A chip's text and its ground."""

    text: QColor
    ground: QColor


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person chose in the settings."""

    scheme: Scheme = Scheme.SYSTEM
    size: int = BASE_SIZE
    density: Density = Density.REGULAR
    contrast: bool = False
    motion: bool = True


@dataclass(frozen=True, slots=True)
class Tokens:
    """The named colours; a role means the same thing in light and in dark."""

    dark: bool
    chrome: QColor
    page: QColor
    ground: QColor
    raised: QColor
    sunken: QColor
    hover: QColor
    line: QColor
    line2: QColor
    rowline: QColor
    text: QColor
    text2: QColor
    text3: QColor
    disabled: QColor
    accent: QColor
    accent_hover: QColor
    accent_text: QColor
    on_accent: QColor
    focus: QColor
    tint: QColor
    sel: QColor
    ok: QColor
    warn: QColor
    bad: QColor
    ok_tint: QColor
    warn_tint: QColor
    bad_tint: QColor
    series: QColor
    series_before: QColor
    chips: dict[Tone, Pair]


def _colours(text: str) -> list[QColor]:
    return [QColor(f"#{word}") for word in text.split()]


def _pairs(text: str) -> dict[Tone, Pair]:
    colours = _colours(text)
    return {tone: Pair(*colours[2 * at : 2 * at + 2]) for at, tone in enumerate(Tone)}


def _tokens(*, dark: bool, colours: str, chips: str) -> Tokens:
    roles = [field.name for field in fields(Tokens)][1:-1]
    named = dict(zip(roles, _colours(colours), strict=True))
    return Tokens(dark=dark, chips=_pairs(chips), **named)


LIGHT = _tokens(
    dark=False,
    colours="EDEFF2 FFFFFF F5F6F8 FFFFFF F7F8FA F1F3F6 E4E7EB C6CCD5 EEF0F3"
    " 14181F 475060 5B6574 A3ABB7 2B5BD7 244EBD 224FC4 FFFFFF 2B5BD7 EEF3FE DFE8FD"
    " 156E42 96520A B42A1B EDF8F1 FEF7E9 FDF1F0 2B5BD7 B9CCF6",
    chips="475060 ECEFF3 1E4CBF E5EDFE 86470A FCEFD8 14663A DFF3E6 B0251C FCE6E4 6634AE F0E8FB",
)
DARK = _tokens(
    dark=True,
    colours="121418 1B1E23 16181D 22262D 17191E 252A31 2C3139 464D59 262A31"
    " E9EBEE B3BAC5 9AA3B1 5F6875 3D6DE8 345FD3 92B2FF FFFFFF 7BA0FA 1F2941 233253"
    " 4FC283 E0A040 F2766B 182821 2B2419 2D1F21 7BA0FA 31477C",
    chips="BAC1CC 2C3139 A0BDFF 20304F F0BF72 3A2D15 82D6A5 173323 FFA49B 45211E CDADF6 33264B",
)


def high_contrast(plain: Tokens) -> Tokens:
    """The same colours with field borders and lines that everybody can see."""
    return replace(plain, line=plain.line2, line2=plain.text3, text3=plain.text2)


class Type(NamedTuple):
    """A size (pixels at base 13), a weight, and whether digits stand in columns."""

    size: int
    weight: int = 400
    tabular: bool = False


BODY = Type(13)
MEDIUM = Type(13, 500)
BOLD = Type(13, 600)
HINT = Type(12)
LABEL = Type(12)
CHIP = Type(12, 500)
KEY = Type(11, 500)
PANEL = Type(14, 600)
EMPHASIS = Type(15, 600)
TITLE = Type(20, 600)
FIGURE = Type(13, 400, tabular=True)
FIGURE_BOLD = Type(13, 600, tabular=True)
FIGURE_SMALL = Type(12, 400, tabular=True)
FIGURE_TITLE = Type(20, 600, tabular=True)
KPI = Type(28, 600)
TILL_TOTAL = Type(56, 700)


class _Wardrobe(QObject):
    """Tells painted widgets that the look changed."""

    changed = Signal()


worn = _Wardrobe()
_choice = Choice(scheme=Scheme.LIGHT)
_tokens_worn = LIGHT
_scale = 1.0


def tokens() -> Tokens:
    """The colours worn now."""
    return _tokens_worn


def choice() -> Choice:
    return _choice


def px(measure: float) -> int:
    """A measure of the drawings (at font size 13) in pixels at the chosen font size."""
    return round(measure * _scale)


def row_height() -> int:
    return px(ROW_HEIGHT[_choice.density])


@lru_cache(maxsize=64)
def font(kind: Type = BODY) -> QFont:
    """The font of a type, made once."""
    made = QFont()
    made.setFamilies(list(FAMILIES))
    made.setPixelSize(max(px(kind.size), 1))
    made.setWeight(QFont.Weight(kind.weight))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if kind.tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


@lru_cache(maxsize=64)
def metrics(kind: Type = BODY) -> QFontMetricsF:
    return QFontMetricsF(font(kind))


@lru_cache(maxsize=30_000)
def width(kind: Type, text: str) -> float:
    """How wide a text is drawn, in pixels; remembered, since lists ask for it on every paint."""
    return metrics(kind).horizontalAdvance(text)


@lru_cache(maxsize=10_000)
def elided(kind: Type, text: str, room: int) -> str:
    """The text, or as much of it as fits with an ellipsis."""
    if len(text) * px(kind.size) <= room or width(kind, text) <= room:
        return text
    return metrics(kind).elidedText(text, Qt.TextElideMode.ElideRight, room)


def load_fonts() -> None:
    """Make the shipped fonts known to Qt; once, before the first window."""
    if set(FAMILIES) <= set(QFontDatabase.families()):
        return
    for file in sorted(resources.path("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def wear(wanted: Choice) -> None:
    """Put a look on the whole running program, without restart."""
    global _choice, _tokens_worn, _scale  # noqa: PLW0603  (one program wears one look)
    _choice = wanted
    plain = DARK if _is_dark(wanted.scheme) else LIGHT
    _tokens_worn = high_contrast(plain) if wanted.contrast else plain
    _scale = wanted.size / BASE_SIZE
    for cached in (font, metrics, width, elided):
        cached.cache_clear()
    _dress_application()
    worn.changed.emit()


def follow_system() -> None:
    """Change with the system's theme while the program runs, where that was chosen."""
    QGuiApplication.styleHints().colorSchemeChanged.connect(_follow)


def _follow() -> None:
    if _choice.scheme is Scheme.SYSTEM and _tokens_worn.dark != _is_dark(Scheme.SYSTEM):
        wear(_choice)


def _is_dark(scheme: Scheme) -> bool:
    if scheme is Scheme.SYSTEM:
        return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return scheme is Scheme.DARK


def _dress_application() -> None:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return
    dressed = palette(_tokens_worn)
    app.setPalette(dressed)
    app.setFont(font(BODY))
    QToolTip.setPalette(dressed)
    QToolTip.setFont(font(HINT))


def palette(worn_tokens: Tokens) -> QPalette:
    """The tokens as Qt's palette roles, so that stock widgets fit in."""
    t, role = worn_tokens, QPalette.ColorRole
    made = QPalette()
    roles: Sequence[tuple[QPalette.ColorRole, QColor]] = (
        (role.Window, t.page),
        (role.Base, t.raised),
        (role.Button, t.raised),
        (role.ToolTipBase, t.raised),
        (role.AlternateBase, t.sunken),
        (role.Light, t.hover),
        (role.Midlight, t.line),
        (role.Mid, t.line2),
        (role.Dark, t.line2),
        (role.Shadow, t.line2),
        (role.Text, t.text),
        (role.WindowText, t.text),
        (role.ButtonText, t.text),
        (role.ToolTipText, t.text),
        (role.BrightText, t.bad),
        (role.PlaceholderText, t.text3),
        (role.Highlight, t.accent),
        (role.Accent, t.accent),
        (role.HighlightedText, t.on_accent),
        (role.Link, t.accent_text),
        (role.LinkVisited, t.accent_text),
    )
    for which, colour in roles:
        made.setColor(which, colour)
    for which in (role.Text, role.WindowText, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, t.disabled)
    return made

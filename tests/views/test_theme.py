"""The tokens: contrast, and a change of look while widgets are alive."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from erp_desktop.views import theme
from erp_desktop.views.theme import DARK, LIGHT, Choice, Density, Scheme, Tone
from erp_desktop.views.widgets.buttons import Button, Look
from erp_desktop.views.widgets.fields import LineField
from erp_desktop.views.widgets.motion import fade_in

SURFACES = ("page", "chrome", "ground", "sunken", "raised", "hover", "tint", "sel")
WORDS = ("text", "text2", "text3", "accent_text", "ok", "warn", "bad")


def luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_words_can_be_read_on_every_surface(tokens):
    for surface in SURFACES:
        for word in WORDS:
            ratio = contrast(getattr(tokens, word), getattr(tokens, surface))
            assert ratio >= 4.5, f"{word} on {surface}: {ratio:.2f}"


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_chips_and_the_main_button_can_be_read(tokens):
    for tone in Tone:
        pair = tokens.chips[tone]
        assert contrast(pair.text, pair.ground) >= 4.5
        assert contrast(pair.text, tokens.page) >= 4.5
    for ground in (tokens.accent, tokens.accent_hover):
        assert contrast(tokens.on_accent, ground) >= 4.5
    for word, ground in (("text", "ok_tint"), ("text", "warn_tint"), ("text", "bad_tint")):
        assert contrast(getattr(tokens, word), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_high_contrast_shows_field_borders(tokens):
    strong = theme.high_contrast(tokens)
    assert contrast(strong.line2, strong.raised) >= 4.5


def test_measures_grow_with_the_font(dressed):
    theme.wear(Choice(scheme=Scheme.LIGHT, size=13))
    small = Button("Save", Look.PRIMARY).sizeHint()
    field = LineField()
    theme.wear(Choice(scheme=Scheme.DARK, size=18, density=Density.ROOMY))
    large = Button("Save", Look.PRIMARY).sizeHint()
    assert large.height() == round(32 * 18 / 13)
    assert large.width() > small.width()
    assert field.height() == round(30 * 18 / 13)
    assert theme.tokens() is DARK
    assert theme.row_height() == round(38 * 18 / 13)


def test_what_opens_fades_in_only_where_movement_is_wanted(dressed, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    for wanted in (True, False):
        theme.wear(Choice(scheme=Scheme.LIGHT, motion=wanted))
        over = QWidget(window)
        over.show()
        fade_in(over)
        assert (over.graphicsEffect() is not None) is wanted
        qtbot.waitUntil(lambda over=over: over.graphicsEffect() is None, timeout=2_000)

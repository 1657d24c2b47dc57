"""What the program carries with it is there, can be read by all who read it, and may be shipped."""

from pathlib import Path

import pytest
from PIL import ImageFont
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF
from PySide6.QtSvg import QSvgRenderer
from reportlab.pdfbase.ttfonts import TTFont

from erp_desktop.core import resources

FACES = sorted(resources.path("fonts").glob("*.ttf"))
ICONS = sorted(resources.path("icons").glob("*.svg"))
RAREST_CHARACTERS = "喆堃￥㎡①→✓壹贰叁"


def test_resources_are_found_from_the_source_tree():
    assert resources.root() == Path(__file__).resolve().parents[1] / "resources"


def test_an_unpacked_program_finds_them_beside_itself(monkeypatch, tmp_path):
    monkeypatch.setattr("sys._MEIPASS", str(tmp_path), raising=False)
    assert resources.root.__wrapped__() == tmp_path / "resources"


def test_every_face_is_small_and_has_a_name_of_its_own():
    assert len(FACES) == 6
    assert len({TTFont(face.stem, str(face)).face.name for face in FACES}) == 6
    assert all(face.stat().st_size < 3_000_000 for face in FACES)


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_paper_knows_every_character_of_gb_2312(weight):
    face = TTFont(weight, str(resources.path("fonts", f"NotoSansSC-{weight}.ttf"))).face
    missing = [c for c in gb_2312() + RAREST_CHARACTERS if ord(c) not in face.charToGlyph]
    assert missing == []


def test_pictures_can_be_written_in_every_face():
    for face in FACES:
        assert ImageFont.truetype(str(face), 20).getbbox("£12.00")


@pytest.mark.parametrize("weight", [400, 500, 600, 700])
def test_figures_stand_in_columns_on_the_screen(qapp, weight):
    for face in FACES:
        assert QFontDatabase.addApplicationFont(str(face)) >= 0
    font = QFont()
    font.setFamilies(["Inter", "Noto Sans SC"])
    font.setWeight(QFont.Weight(weight))
    font.setFeature(QFont.Tag("tnum"), 1)
    assert (QFontInfo(font).family(), QFontInfo(font).weight()) == ("Inter", weight)
    assert QFontMetricsF(font).horizontalAdvance("111") == QFontMetricsF(font).horizontalAdvance(
        "888"
    )


def test_icons_can_be_coloured(qapp):
    assert len(ICONS) > 120
    for icon in ICONS:
        assert 'stroke="currentColor"' in icon.read_text("utf-8"), icon.name
        assert QSvgRenderer(str(icon)).isValid(), icon.name


def test_licences_are_shipped_with_what_they_cover():
    for names in (
        ("fonts", "Inter-OFL.txt"),
        ("fonts", "NotoSansSC-OFL.txt"),
        ("icons", "LICENSE"),
    ):
        assert resources.path(*names).stat().st_size > 1000


def gb_2312() -> str:
    pairs = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    return "".join(pair.decode("gb2312", "ignore") for pair in pairs)

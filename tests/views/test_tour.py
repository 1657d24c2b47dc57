"""The tour takes its pictures without a screen."""

import pytest
from PySide6.QtGui import QImage

from erp_desktop.views import tour


@pytest.mark.parametrize("language", tour.LANGUAGES)
def test_the_tour_shows_every_screen(dressed, tmp_path, language):
    assert tour.main(tmp_path, (language,), ("light",), tell=None) == 0
    pictures = sorted((tmp_path / f"{language}-light").glob("*.png"))
    names = {picture.stem[3:] for picture in pictures}
    assert {"home", "till", "product-card", "palette", "settings-books"} <= names
    assert all(picture.stat().st_size > 10_000 for picture in pictures)


def test_every_page_there_is_can_be_seen_as_sharp_as_is_wanted(dressed, tmp_path):
    view = tour.View(everything=True, scale=2)
    assert tour.main(tmp_path, ("en",), ("dark",), tell=None, view=view) == 0
    pictures = {path.stem[3:]: path for path in (tmp_path / "en-dark-2x").glob("*.png")}
    assert {"settings-printers", "settings-backup", "notices", "keys", "manual", "transfer",
            "purchase-order-filled"} <= pictures.keys()  # fmt: skip
    assert QImage(str(pictures["home"])).width() == 2 * tour.WIDE

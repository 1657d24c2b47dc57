"""The tour takes its pictures without a screen."""

import pytest

from erp_desktop.views import tour


@pytest.mark.parametrize("language", tour.LANGUAGES)
def test_the_tour_shows_every_screen(dressed, tmp_path, language):
    assert tour.main(tmp_path, (language,), ("light",), tell=None) == 0
    pictures = sorted((tmp_path / f"{language}-light").glob("*.png"))
    names = {picture.stem[3:] for picture in pictures}
    assert {"home", "till", "product-card", "palette", "settings-books"} <= names
    assert all(picture.stat().st_size > 10_000 for picture in pictures)

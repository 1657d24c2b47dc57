"""The pictures that stand on labels: the shop's mark, a product's own."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from erp_desktop.core.label_design import Source
from erp_desktop.services.shop.pictures import put_picture
from erp_desktop.views import wording
from erp_desktop.views.widgets.page import Page

translate = wording.translate


def choose_picture(page: Page, source: Source, product_id: int) -> bool:
    """Ask for a file and keep it; whether one was kept. A refusal is said on the page."""
    title = translate("Label", "Choose a picture…")
    kinds = translate("Label", "Pictures") + " (*.png *.jpg *.jpeg)"
    path, _ = QFileDialog.getOpenFileName(page, title, "", kinds)
    return bool(path) and keep_picture(page, source, product_id, Path(path))


def keep_picture(page: Page, source: Source, product_id: int, path: Path) -> bool:
    """Keep a file as the shop's mark or as the product's picture."""
    of = "shop" if source is Source.SHOP else f"product:{product_id}"
    try:
        data = path.read_bytes()
    except OSError as wrong:
        page.notice.refuse(wrong.strerror or str(wrong), serious=False)
        return False
    page.hand_in(_Keeping(of), data)
    return not page.notice.sentence()


class _Keeping:
    """Keeps a picture of something; what an office hands in takes one thing only."""

    def __init__(self, of: str) -> None:
        self._of = of

    def __call__(self, books: object, data: bytes) -> None:
        put_picture(books, self._of, data)  # type: ignore[arg-type]

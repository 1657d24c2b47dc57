"""The tour's files: what a supplier sends, a photo of what arrived, a data sheet."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPolygonF

from erp_desktop.documents.registry import paper_for
from erp_desktop.services.catalogue.products import by_sku
from erp_desktop.services.partners.partners import by_code
from erp_desktop.services.shop.attachments import (
    DOCUMENT,
    PARTNER,
    PRODUCT,
    Attach,
    attach_all,
    beside,
)

if TYPE_CHECKING:
    from erp_desktop.views.tour import Tour

WIDE, HIGH = 640, 480


def lay_files(tour: "Tour", order_id: int, sku: str, supplier: str) -> None:
    """Lay files beside an order, a product and a supplier."""
    order = beside(DOCUMENT, order_id)
    goods = beside(PRODUCT, tour.ask(by_sku, sku).id)
    whose = beside(PARTNER, tour.ask(by_code, supplier).id)
    paper, photo, say = _paper(tour, order_id), _photo(), tour.words
    tour.office.do(attach_all, [
        Attach(order, say("Order confirmation BW-7741.pdf", "订单确认 BW-7741.pdf"), paper),
        Attach(order, say("Delivery, two boxes.jpg", "到货两箱.jpg"), photo),
        Attach(goods, say("Data sheet.pdf", "产品说明书.pdf"), paper),
        Attach(goods, say("Shelf photo.jpg", "陈列照片.jpg"), photo),
        Attach(whose, say("Frame contract 2026.pdf", "2026 年框架合同.pdf"), paper),
    ])  # fmt: skip


def see_files(tour: "Tour", order_id: int, sku: str, supplier: str) -> None:
    """Take their pictures: beside the order, on the product's card, on the supplier's."""
    page = tour.page("purchase_order", order_id)
    page.story.turn("files")
    tour.settle(200)
    tour.picture("purchase-order-attachments")
    page.story.turn("story")
    cards: tuple[tuple[str, Any], ...] = (
        ("product", tour.ask(by_sku, sku).id),
        ("partner", tour.ask(by_code, supplier).id),
    )
    for code, key in cards:
        card = tour.page(code, key)
        card.tabs.tab_at("files").click()
        tour.settle(200)
        tour.picture(f"{code}-attachments")
        card.tabs.tab_at(card.tabs.codes()[0]).click()


def _paper(tour: "Tour", order_id: int) -> bytes:
    pdf: bytes = tour.ask(paper_for, "purchase-order", order_id)
    return pdf


def _photo() -> bytes:
    """Two boxes on a floor, as a phone would show them."""
    picture = QImage(WIDE, HIGH, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    wall = QLinearGradient(0, 0, 0, HIGH)
    wall.setColorAt(0, QColor("#d8dde2"))
    wall.setColorAt(0.62, QColor("#bcc4cb"))
    wall.setColorAt(0.63, QColor("#8d8478"))
    wall.setColorAt(1, QColor("#6f675d"))
    painter.fillRect(picture.rect(), wall)
    _box(painter, QRectF(120, 210, 210, 180))
    _box(painter, QRectF(350, 270, 160, 130))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "JPG", 85)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def _box(painter: QPainter, front: QRectF) -> None:
    painter.fillRect(front, QColor("#c69a63"))
    deep = front.width() / 4
    top = [front.topLeft(), front.topRight(), front.topRight() + QPointF(deep, -deep / 2),
           front.topLeft() + QPointF(deep, -deep / 2)]  # fmt: skip
    side = [front.topRight(), front.bottomRight(), front.bottomRight() + QPointF(deep, -deep / 2),
            front.topRight() + QPointF(deep, -deep / 2)]  # fmt: skip
    painter.setPen(QColor("#7d5a33"))
    for corners, colour in ((top, "#dcb683"), (side, "#a97f4c")):
        painter.setBrush(QColor(colour))
        painter.drawPolygon(QPolygonF(corners))
    tape = front.width() / 8
    painter.fillRect(
        QRectF(front.center().x() - tape / 2, front.y(), tape, front.height()), QColor("#e6d3ae")
    )

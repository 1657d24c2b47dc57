"""The shop's mark (logo) in the settings: looked at, chosen, taken away. It stands on labels."""

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFileDialog, QSizePolicy, QVBoxLayout, QWidget

from erp_desktop.core.errors import RuleBroken
from erp_desktop.services.shop.pictures import SHOP, drop_picture, picture, put_picture
from erp_desktop.views import icons, theme, wording
from erp_desktop.views.shop_office import ShopOffice
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.buttons import Button, Look
from erp_desktop.views.widgets.fields import Label, in_a_row
from erp_desktop.views.widgets.panels import Card

translate = wording.translate
SIDE = 76


class MarkView(QWidget):
    """The mark on white, as it is printed; a quiet icon where there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(translate("Settings", "The shop's mark"))
        theme.worn.changed.connect(self.updateGeometry)

    def show_mark(self, data: bytes | None) -> None:
        self._mark = QPixmap()
        self._mark.loadFromData(data or b"")
        self.update()

    def empty(self) -> bool:
        return self._mark.isNull()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(SIDE), theme.px(SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        ground = t.sunken if self.empty() else theme.LIGHT.page
        ink.frame(painter, self.rect(), theme.px(6), ground, t.line2)
        if self.empty():
            size = theme.px(18)
            left, top = (self.width() - size) / 2, (self.height() - size) / 2
            icons.draw(painter, "image", t.text3, QRectF(round(left), round(top), size, size))
            return
        room = QRectF(self.rect()).adjusted(6, 6, -6, -6)
        size_of = self._mark.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        left = room.x() + (room.width() - size_of.width()) / 2
        top = room.y() + (room.height() - size_of.height()) / 2
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        where = QRectF(left, top, size_of.width(), size_of.height())
        painter.drawPixmap(where, self._mark, QRectF(self._mark.rect()))


class MarkCard(Card):
    """`said(words)` once it was kept or taken away; a refusal stands in the card."""

    said = Signal(str)

    def __init__(self, office: ShopOffice) -> None:
        super().__init__(translate("Settings", "The shop's mark"))
        self._office = office
        self.mark = MarkView()
        self.refusal = Label("", theme.HINT, "bad")
        self.refusal.setWordWrap(True)
        self.refusal.hide()
        hint = Label(
            translate("Settings", "Shown on labels that have it. A picture file, best on white."),
            theme.HINT, "text2",
        )  # fmt: skip
        hint.setWordWrap(True)
        self.choose_button = Button(translate("Settings", "Choose a picture…"), icon="image-plus")
        self.choose_button.clicked.connect(self.choose)
        self.away_button = Button(translate("Settings", "Remove"), Look.GHOST, icon="trash-2")
        self.away_button.clicked.connect(self.take_away)
        words = QVBoxLayout()
        words.setSpacing(theme.px(8))
        words.addWidget(hint)
        words.addLayout(in_a_row(self.choose_button, self.away_button, 0))
        words.addWidget(self.refusal)
        words.addStretch(1)
        row = in_a_row(self.mark, gap=16)
        row.setAlignment(self.mark, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.body.addLayout(row)

    def load(self) -> None:
        self.mark.show_mark(self._office.ask(picture, SHOP))
        self.away_button.setVisible(not self.mark.empty())

    def choose(self) -> None:
        """Ask for a file."""
        kinds = translate("Settings", "Pictures") + " (*.png *.jpg *.jpeg)"
        path, _ = QFileDialog.getOpenFileName(self, self.choose_button.text(), "", kinds)
        if path:
            self.keep(Path(path))

    def keep(self, path: Path) -> None:
        """This file becomes the mark; what is no picture is refused."""
        try:
            data = path.read_bytes()
        except OSError as wrong:
            self._refuse(wrong.strerror or str(wrong))
            return
        if QImage.fromData(data).isNull():
            self._refuse(translate("Settings", "This is no picture that can be read."))
            return
        self._do(_put, data)

    def take_away(self) -> None:
        self._do(_drop, None)

    def _do(self, step: object, what: bytes | None) -> None:
        try:
            self._office.do(step, what)  # type: ignore[arg-type]
        except RuleBroken as broken:
            self._refuse(wording.explain(broken))
            return
        self._refuse("")
        self.load()
        self.said.emit(translate("Settings", "Saved"))

    def _refuse(self, sentence: str) -> None:
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))


def _put(books: object, data: bytes) -> None:
    put_picture(books, SHOP, data)  # type: ignore[arg-type]


def _drop(books: object, _: None) -> None:
    drop_picture(books, SHOP)  # type: ignore[arg-type]

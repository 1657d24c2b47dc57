"""The form of one printer: how it is reached, what it understands, how far its print is moved."""

from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from erp_desktop.core.errors import NotANumber
from erp_desktop.views import devices, spool, theme, wording
from erp_desktop.views.devices import Device, Role, Speech, Way
from erp_desktop.views.settings.section import row_of
from erp_desktop.views.widgets.checks import Check
from erp_desktop.views.widgets.choice_fields import Combo
from erp_desktop.views.widgets.fields import Labelled, LineField
from erp_desktop.views.widgets.number_field import NumberField

translate = wording.translate
FARTHEST = Decimal(20)  # mm that a print can be moved
TENTHS = Decimal(10)


class DeviceForm(QWidget):
    """One printer: how it is reached and what it understands. `changed` after every choice."""

    changed = Signal()

    def __init__(self, role: Role, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.role = role
        self.way = Combo(_ways())
        self.system = Combo([(name, name) for name in spool.printer_names()])
        self.target = LineField()
        self.speech = Combo(_speeches(role))
        self.roll = Combo([(80, "80 mm"), (58, "58 mm")])
        self.dpi = Combo([(203, "203 dpi"), (300, "300 dpi")])
        self.right, self.down = NumberField(places=1, unit="mm"), NumberField(places=1, unit="mm")
        self.drawer = Check(translate("Devices", "A cash drawer is connected to it"))
        self._lay_out()
        self.show_device(devices.device_of(role))
        for combo in (self.way, self.system, self.speech, self.roll, self.dpi):
            combo.activated.connect(self._choose)
        for field in (self.target, self.right, self.down):
            field.editingFinished.connect(self._choose)
        self.drawer.clicked.connect(self._choose)

    def _lay_out(self) -> None:
        self._system = Labelled(translate("Devices", "Printer"), self.system)
        self._target = Labelled(translate("Devices", "Address"), self.target)
        self._speech = Labelled(translate("Devices", "Printer language"), self.speech)
        self._roll = Labelled(translate("Devices", "Roll"), self.roll)
        self._dpi = Labelled(translate("Devices", "Resolution"), self.dpi)
        self._right = Labelled(translate("Devices", "Move right"), self.right)
        self._down = Labelled(translate("Devices", "Move down"), self.down)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(10))
        way = Labelled(translate("Devices", "Connection"), self.way)
        box.addLayout(row_of((way, 1), (self._system, 1), (self._target, 1)))
        self._fine = QWidget()
        fine = row_of((self._speech, 2), (self._roll, 1), (self._dpi, 1), (self._right, 1),
                      (self._down, 1))  # fmt: skip
        fine.setContentsMargins(0, 0, 0, 0)
        self._fine.setLayout(fine)
        box.addWidget(self._fine)
        box.addWidget(self.drawer)

    def show_device(self, device: Device) -> None:
        """Show how it is set up."""
        self.way.choose(device.way)
        self.system.choose(device.target)
        self.target.setText("" if device.way is Way.SYSTEM else device.target)
        self.speech.choose(device.speech)
        self.roll.choose(device.roll)
        self.dpi.choose(device.dpi)
        self.right.set_value(Decimal(device.right) / TENTHS)
        self.down.set_value(Decimal(device.down) / TENTHS)
        self.drawer.setChecked(device.drawer)
        self._fit()

    def device(self) -> Device:
        """What is chosen. Raises NotANumber for a distance that is none."""
        way = Way(self.way.value())
        target = self.system.value() if way is Way.SYSTEM else self.target.text().strip()
        return Device(
            self.role, way, "" if way is Way.NONE else str(target or ""),
            Speech(self.speech.value()), int(self.roll.value()), int(self.dpi.value()),
            _tenths(self.right), _tenths(self.down), self.drawer.isChecked(),
        )  # fmt: skip

    def _choose(self) -> None:
        self._fit()
        try:
            devices.keep(self.device())
        except NotANumber:
            self._right.refuse(translate("Devices", "−20 to 20 mm"))
            return
        self._right.refuse("")
        self.changed.emit()

    def _fit(self) -> None:
        """Ask only for what matters to this way of reaching it."""
        way = Way(self.way.value())
        raw = way in {Way.NETWORK, Way.DIRECT}
        self._system.setVisible(way is Way.SYSTEM)
        self._target.setVisible(raw)
        hint = "192.168.1.50" if way is Way.NETWORK else "/dev/usb/lp0"
        self.target.setPlaceholderText(hint)
        self._fine.setVisible(way is not Way.NONE)
        self._speech.setVisible(raw)
        self._roll.setVisible(raw and self.role is Role.RECEIPT)
        self._dpi.setVisible(raw and self.role is Role.LABEL)
        self.drawer.setVisible(raw and self.role is Role.RECEIPT)


def _ways() -> list[tuple[Way, str]]:
    return [
        (Way.NONE, translate("Devices", "No printer: papers are saved as PDF")),
        (Way.SYSTEM, translate("Devices", "A printer of this computer")),
        (Way.NETWORK, translate("Devices", "On the network")),
        (Way.DIRECT, translate("Devices", "Directly (device file)")),
    ]


def _speeches(role: Role) -> list[tuple[Speech, str]]:
    if role is Role.LABEL:
        return [(Speech.ZPL, "ZPL"), (Speech.TSPL, "TSPL")]
    return [
        (Speech.PICTURE, translate("Devices", "ESC/POS, as a picture")),
        (Speech.TEXT, translate("Devices", "ESC/POS, GB18030 text")),
    ]


def _tenths(field: NumberField) -> int:
    """A distance in tenths of a millimetre. Raises NotANumber."""
    distance = field.value() or Decimal(0)
    if abs(distance) > FARTHEST:
        raise NotANumber(field.text())
    return int(distance * TENTHS)

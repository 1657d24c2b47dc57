"""The shop's printers at this computer: one for receipts, one for labels, one for pages.

Each may be a printer of the system, one on the network (raw bytes, port 9100), or one that is
connected directly (a device file). What each understands, how far its print must be moved, and
whether a drawer hangs on it belongs to this computer, not to the shop: it is kept with the habits.

A paper's printer has a name: a system printer's own, or `@receipt`, `@label`, `@page` for these.
"""

from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from erp_desktop.core.later import loaded_later
from erp_desktop.views import memory, wording

if TYPE_CHECKING:
    from erp_desktop.printing import escpos, plain_text, tspl, zpl
    from erp_desktop.printing import printer as printers
else:
    escpos = loaded_later("erp_desktop.printing.escpos")
    plain_text = loaded_later("erp_desktop.printing.plain_text")
    tspl = loaded_later("erp_desktop.printing.tspl")
    zpl = loaded_later("erp_desktop.printing.zpl")
    printers = loaded_later("erp_desktop.printing.printer")

translate = wording.translate
PORT: Final = 9100
RECEIPTS: Final = frozenset({"receipt", "return-receipt", "z-report", "cash-slip"})


class Role(StrEnum):
    """What a printer is for."""

    RECEIPT = "receipt"
    LABEL = "label"
    PAGE = "page"


class Way(StrEnum):
    """How it is reached."""

    NONE = "none"
    SYSTEM = "system"
    NETWORK = "network"
    DIRECT = "direct"


class Speech(StrEnum):
    """What it understands, when it is not the system that speaks with it."""

    PICTURE = "escpos"  # ESC/POS, each receipt as a picture
    TEXT = "gb18030"  # ESC/POS with the printer's own Chinese letters
    ZPL = "zpl"
    TSPL = "tspl"


@dataclass(frozen=True, slots=True)
class Device:
    """A printer as it is set up here. `right` and `down` move the print, in tenths of a mm."""

    role: Role
    way: Way = Way.NONE
    target: str = ""
    speech: Speech = Speech.PICTURE
    roll: int = 80  # mm, of receipts
    dpi: int = 203  # of labels
    right: int = 0
    down: int = 0
    drawer: bool = False

    @property
    def name(self) -> str:
        return f"@{self.role}"

    @property
    def dots_per_mm(self) -> float:
        return 8 if self.dpi == 203 else self.dpi / 25.4

    @property
    def raw(self) -> bool:
        """Whether bytes are sent to it, rather than pages to the system."""
        return self.way in {Way.NETWORK, Way.DIRECT}


def device_of(role: Role) -> Device:
    """The printer that is set up for this, as far as it was."""
    plain = Device(role, speech=Speech.ZPL if role is Role.LABEL else Speech.PICTURE)
    kept: dict[str, Any] = {}
    for field in fields(Device)[1:]:
        usual = getattr(plain, field.name)
        kept[field.name] = _read(memory.recalled(f"devices/{role}/{field.name}"), usual)
    return Device(role, **kept)


def keep(device: Device) -> None:
    """Remember how a printer is set up."""
    for field in fields(Device)[1:]:
        value = getattr(device, field.name)
        memory.remember(f"devices/{device.role}/{field.name}", str(getattr(value, "value", value)))


def all_devices() -> list[Device]:
    """The printers that are set up."""
    return [found for role in Role if (found := device_of(role)).way is not Way.NONE]


def named(name: str) -> Device | None:
    """The printer of this name; None for a system printer's."""
    roles = {f"@{role}": role for role in Role}
    return device_of(roles[name]) if name in roles else None


def usual_for(kind: str) -> str:
    """The name of the printer for a kind of paper where none was chosen; empty without one."""
    device = device_of(role_of(kind))
    return "" if device.way is Way.NONE else device.name


def role_of(kind: str) -> Role:
    """Which printer a kind of paper is for."""
    if kind in RECEIPTS:
        return Role.RECEIPT
    return Role.LABEL if kind == "labels" else Role.PAGE


def device_words(device: Device) -> str:
    """What a person calls it: what it is for, and which."""
    said = {
        Role.RECEIPT: translate("Devices", "Receipt printer"),
        Role.LABEL: translate("Devices", "Label printer"),
        Role.PAGE: translate("Devices", "Page printer"),
    }[device.role]
    return f"{said} · {device.target}" if device.target else said


def bytes_for(device: Device, pdf: bytes, *, drawer: bool = False) -> bytes:
    """The paper in the printer's own language, moved as it is set up; without one: the drawer."""
    if not pdf:
        return escpos.open_drawer()
    dots = device.dots_per_mm
    right, down = round(device.right * dots / 10), round(device.down * dots / 10)
    kick = drawer and device.drawer
    match device.speech:
        case Speech.TEXT:
            lines = plain_text.text_lines(pdf, device.roll)
            return escpos.text_receipt(lines, drawer=kick)
        case Speech.ZPL:
            return zpl.labels(pdf, dots, (right, down))
        case Speech.TSPL:
            return tspl.labels(pdf, dots, (right, down))
    return escpos.receipt(pdf, device.roll, drawer=kick, right=right)


def send(device: Device, data: bytes, title: str) -> None:
    """Send bytes to a printer that takes them. Raises OSError."""
    media = printers.ROLL_58 if device.roll == 58 else printers.ROLL_80
    job = printers.PrintJob(data, media, title)
    if device.way is Way.NETWORK:
        host, _, port = device.target.partition(":")
        printers.NetworkPrinter(host, int(port) if port.isdecimal() else PORT).send(job)
    else:
        printers.FilePrinter(Path(device.target)).send(job)


def _read(kept: Any, usual: Any) -> Any:
    """A value of the kind of `usual`, from the text that was kept."""
    if kept is None:
        return usual
    text = str(kept)
    if isinstance(usual, bool):
        return text.lower() == "true"
    try:
        return type(usual)(text)
    except ValueError:
        return usual

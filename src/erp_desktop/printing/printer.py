"""Printers: where bytes go. A printer knows its name and how to take a job; nothing of papers.

`in_language` turns a PDF into what a device understands, by the name that also is the file's
ending: pdf, png, escpos, zpl, tspl.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from erp_desktop.core.errors import NotYetAvailable
from erp_desktop.printing import escpos, preview, tspl, zpl

LANGUAGES: Final = ("pdf", "png", "escpos", "zpl", "tspl")
SEND_SECONDS: Final = 5.0


@dataclass(frozen=True, slots=True)
class Media:
    """The paper in the printer: a name people know, and its size in mm (a roll has no length)."""

    name: str
    wide: float
    high: float | None = None


A4: Final = Media("A4", 210, 297)
ROLL_58: Final = Media("58 mm", 58)
ROLL_80: Final = Media("80 mm", 80)


@dataclass(frozen=True, slots=True)
class PrintJob:
    """Bytes in the printer's own language, and the paper they are meant for."""

    data: bytes
    media: Media
    title: str = ""


class Printer(Protocol):
    """Something that takes jobs. Raises OSError when it cannot be reached."""

    @property
    def name(self) -> str: ...

    def send(self, job: PrintJob) -> None: ...


@dataclass(frozen=True, slots=True)
class FilePrinter:
    """Writes each job to one file, or to a device such as a USB printer's."""

    path: Path

    @property
    def name(self) -> str:
        return self.path.name

    def send(self, job: PrintJob) -> None:
        self.path.write_bytes(job.data)


@dataclass(frozen=True, slots=True)
class NetworkPrinter:
    """A printer on the network that takes raw bytes (port 9100), as most tills have."""

    host: str
    port: int = 9100

    @property
    def name(self) -> str:
        return f"{self.host}:{self.port}"

    def send(self, job: PrintJob) -> None:
        import socket

        with socket.create_connection((self.host, self.port), timeout=SEND_SECONDS) as line:
            line.sendall(job.data)


def in_language(pdf: bytes, language: str, *, roll: int = 80, dots_per_mm: float = 8) -> bytes:
    """The PDF as the bytes of this printer language (see LANGUAGES).

    `roll` is the receipt's paper in mm, `dots_per_mm` the label printer's resolution. Raises
    NotYetAvailable for a language that this version does not know.
    """
    match language:
        case "pdf":
            return pdf
        case "png":
            return preview.png(pdf)
        case "escpos":
            return escpos.receipt(pdf, roll)
        case "zpl":
            return zpl.labels(pdf, dots_per_mm)
        case "tspl":
            return tspl.labels(pdf, dots_per_mm)
    raise NotYetAvailable(f"printing as {language}")

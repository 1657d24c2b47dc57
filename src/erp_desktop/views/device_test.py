"""A printer's test page as something to print: from the settings, and from the first run."""

from collections.abc import Callable

from erp_desktop.documents import test_page
from erp_desktop.views import devices, memory, print_preview, wording
from erp_desktop.views.devices import Device, Role, Way

translate = wording.translate


def test_job(device: Device, language: str, shop_name: str) -> print_preview.Job:
    """The test page for this printer's paper, in the shop's language and name."""
    wide, high = paper_of(device)
    words = devices.device_words(device)
    paper = test_page.TestPaper(language, shop_name, words, wide, high)
    return print_preview.Job("test-page", translate("Devices", "Test page"), _drawing(paper))


def print_test(device: Device, job: print_preview.Job) -> bool:
    """Hand the page to the printer; False when the system's printer did not take it."""
    return print_preview.take(device.name, job.draw(""), job.title)


def was_sent(device: Device) -> str:
    """The sentence after it was sent."""
    return translate("Devices", "Sent to {0}.").format(devices.device_words(device))


def is_set_up(device: Device) -> bool:
    """Whether there is a printer at all."""
    return device.way is not Way.NONE


def paper_of(device: Device) -> tuple[float, float | None]:
    """Its paper in mm, as the shop's papers for it are set."""
    if device.role is Role.RECEIPT:
        return device.roll, None
    if device.role is Role.PAGE:
        return 210, 297
    size = str(memory.recalled("printing/labels/template", "50x30"))
    wide, _, high = size.partition("x")
    return (float(wide), float(high)) if high.isdecimal() and wide.isdecimal() else (50, 30)


def _drawing(paper: test_page.TestPaper) -> Callable[[str], bytes]:
    def draw(_template: str) -> bytes:
        return test_page.draw(paper)

    return draw

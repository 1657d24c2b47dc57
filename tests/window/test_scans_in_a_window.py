"""Scans in a real window: every key goes through the X server, none is lost, none mistyped.

The program behind the window is idle, or busy for sixty milliseconds of every hundred, so that it
finds some keys late and must take back what a field had already been given.
"""

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

import scan_desk
from erp_desktop.core.barcode import check_digit
from real_window import PATIENCE, Clerk, until

pytestmark = pytest.mark.window


def codes(count: int) -> list[str]:
    found = []
    for number in range(count):
        digits = f"69{number * 7919 % 10**10:010d}"
        found.append(digits + check_digit(digits) if number % 4 else f"Sku-{number:05d}/B")
    return found


def scans_of(display: dict[str, str], folder: Path, count: int, busy: int) -> None:
    report, wanted = folder / "heard.json", codes(count)
    desk = subprocess.Popen(
        [sys.executable, scan_desk.__file__, str(report), str(busy)], env=display
    )
    try:
        clerk = Clerk(display)
        clerk.wait_for_window("Scan desk")
        until(report.exists, True, "the desk has the keyboard")
        for first in range(0, count, 20):
            clerk.scan_all(wanted[first : first + 20])
        heard = told(report, count)
    finally:
        desk.terminate()
        desk.wait(timeout=20)
    assert heard["heard"] == wanted
    assert heard["said"] == ["3", "12.50", "", "green tea", "7"]
    assert heard["paused"] <= count // 200, "this machine types like no scanner"


def told(report: Path, count: int) -> dict[str, Any]:
    """What the desk wrote down once it heard this many (or no more came for long)."""
    end = time.monotonic() + PATIENCE
    found: dict[str, Any] = {"heard": [], "said": [], "paused": 0}
    while len(found["heard"]) < count and time.monotonic() < end:
        time.sleep(0.3)
        found = json.loads(report.read_text()) if report.exists() else found
    return found


def test_a_hand_that_pauses_is_no_scanner(display: dict[str, str], tmp_path: Path) -> None:
    """What the desk says of itself: such a burst is counted, and leaves nothing in a field."""
    report = tmp_path / "heard.json"
    desk = subprocess.Popen([sys.executable, scan_desk.__file__, str(report), "0"], env=display)
    try:
        clerk = Clerk(display)
        clerk.wait_for_window("Scan desk")
        until(report.exists, True, "the desk has the keyboard")
        clerk.scan_all(["6900000079195"])
        typed = ("type", "--delay", "8", "--args", "1")
        clerk.xdotool(*typed, "69000", "sleep", "0.1", *typed, "00158388", "key", "Return")
        clerk.xdotool("sleep", "0.1")
        clerk.scan_all(["6900000237571"])
        heard = told(report, 3)
    finally:
        desk.terminate()
        desk.wait(timeout=20)
    assert heard["heard"] == ["6900000079195", "6900000158388", "6900000237571"]
    assert heard["said"] == ["3", "12.50", "", "green tea", "7"]
    assert heard["paused"] == 1


@pytest.mark.parametrize("busy", [0, 60])
def test_a_hundred_scans(display: dict[str, str], tmp_path: Path, busy: int) -> None:
    scans_of(display, tmp_path, 100, busy)


@pytest.mark.full
@pytest.mark.alone
@pytest.mark.parametrize("busy", [0, 60])
def test_a_thousand_scans(display: dict[str, str], tmp_path: Path, busy: int) -> None:
    scans_of(display, tmp_path, 1000, busy)

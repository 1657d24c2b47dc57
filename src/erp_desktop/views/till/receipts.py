"""Handing a paper to the printer, where the program has one."""

from importlib import import_module
from typing import Any

from erp_desktop.views.office import Office


def printing(office: Office) -> Any | None:
    """The printing room of the windows; None while there is none."""
    try:
        room = import_module("erp_desktop.views.printing")
    except ModuleNotFoundError:
        return None
    return room.Printing(office)


def print_now(office: Office, paper: str, document_id: int) -> bool:
    """Print without a question; False when there is nothing to print with."""
    room = printing(office)
    if room is None:
        return False
    room.print_now(paper, document_id)
    return True


def preview(office: Office, paper: str, document_id: int) -> bool:
    """Show the paper before printing; False when there is nothing to show it with."""
    room = printing(office)
    if room is None:
        return False
    room.preview(paper, document_id)
    return True

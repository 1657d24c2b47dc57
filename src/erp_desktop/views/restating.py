"""What a posting would change in earlier figures is shown before it is posted.

All pages and dialogs hand in here by `agreed`. What happens now and changes nothing earlier is not
looked at twice: only a command of an earlier time, a bill, a further cost, a count or a reversal is
tried out first, and only when other documents come out differently does somebody have to say yes.
"""

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from erp_desktop.core import clock
from erp_desktop.core.errors import RuleBroken
from erp_desktop.reports.restated import Effect, effect_of
from erp_desktop.services.paper import Posted
from erp_desktop.views.office import Office

MINUTE: Final = 60  # seconds; an earlier time than this was typed by somebody
# What tells earlier costs again whenever it is posted.
RETELLING: Final = frozenset({"reverse", "enter_bill", "add_landed_cost", "approve_count"})


def may_restate(step: Callable[..., Any], command: Any) -> bool:
    """Whether this has to be looked at before it is posted. Reads nothing."""
    at = getattr(command, "at", None)
    earlier = isinstance(at, int) and at < clock.now() - MINUTE
    return earlier or getattr(_deed(step), "__name__", "") in RETELLING


def agreed(parent: QWidget, office: Office, step: Callable[..., Any], command: Any) -> bool:
    """Whether to go on: nothing earlier changes, or the person has seen it and posts it."""
    if not may_restate(step, command):
        return True
    try:
        effect = office.try_out(_effect, step, command)
    except RuleBroken:
        return True  # the posting itself says why not
    if not effect:
        return True
    from erp_desktop.views.trade.restating_dialog import RestatingDialog

    return bool(RestatingDialog(office, effect, parent=parent).exec())


def _deed(step: Callable[..., Any]) -> Callable[..., Any]:
    """The service function itself: drafts are finished in the same step."""
    while isinstance(step, partial):
        step = step.keywords.get("step", step.func)
    return step


def _effect(books: Any, step: Callable[..., Any], command: Any) -> Effect | None:
    """What it would change; nothing where no document comes of it."""
    posted = step(books, command)
    return effect_of(books, posted.id) if isinstance(posted, Posted) else None

"""What a posting would change in earlier figures is shown before it is posted.

Pages and dialogs `book` through here. What happens now and changes nothing earlier is not looked at
twice: only a command of an earlier time, a bill, a further cost, a count or a reversal is tried out
first, and only when figures of earlier days come out differently does somebody have to say yes.
Nobody waits for the answer: `go_on` is called when it comes, and where it does not come everything
stands as it was typed. Long work (taking an import back) is tried out in a thread of its own, and
its effect shown through `agree`.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QWidget

from erp_desktop.core import clock
from erp_desktop.core.errors import RuleBroken, ShopBusy
from erp_desktop.core.later import loaded_later
from erp_desktop.views.office import Office

if TYPE_CHECKING:
    from erp_desktop.reports import restated
    from erp_desktop.views.widgets.dialog import Dialog
    from erp_desktop.views.widgets.page import Page
else:
    restated = loaded_later("erp_desktop.reports.restated")

MINUTE: Final = 60  # seconds; an earlier time than this was typed by somebody
# What tells earlier costs again whenever it is posted.
RETELLING: Final = frozenset({
    "reverse", "enter_bill", "add_landed_cost", "approve_count",
})  # fmt: skip


# What works through much of the books, whenever it is done.
LONG: Final = RETELLING | {
    "change_costing", "close_period", "merge_products", "post_count", "reopen_period",
}  # fmt: skip


def takes_long(step: Callable[..., Any], *facts: Any) -> bool:
    """Whether this may take longer than a blink. Reads nothing."""
    named = getattr(_deed(step), "__name__", "") in LONG
    return named or any(may_restate(step, one) for one in facts)


def may_restate(step: Callable[..., Any], command: Any) -> bool:
    """Whether this has to be looked at before it is posted. Reads nothing."""
    at = getattr(command, "at", None)
    earlier = isinstance(at, int) and at < clock.now() - MINUTE
    return earlier or getattr(_deed(step), "__name__", "") in RETELLING


def effect_of(office: Office, step: Callable[..., Any], command: Any) -> "restated.Effect":
    """What the person has to see before this is posted; nothing where nobody needs to be asked.

    Raises ShopBusy.
    """
    if not may_restate(step, command):
        return restated.Effect()
    try:
        return office.try_out(restated.preview, step, command)
    except ShopBusy:
        raise  # nobody knows yet what it would change
    except RuleBroken:
        return restated.Effect()  # the posting itself says why not, with its ways out


def ask_first(
    parent: "Page | Dialog", office: Office, step: Callable[..., Any], command: Any,
    go_on: Callable[[], object],
) -> None:  # fmt: skip
    """Go on at once where no earlier figure changes, else when the person agrees. `parent` says it
    where somebody else was writing and the person did not want to wait.

    Whoever must not know what goods cost sees which documents change, and no figure (LEDGER L-81).
    """
    try:
        effect = effect_of(office, step, command)
    except ShopBusy as busy:
        parent.refuse(busy)
        return
    agree(parent, effect, go_on)


def agree(parent: QWidget, effect: "restated.Effect", go_on: Callable[[], object]) -> None:
    """Show what changes, and go on when the person agrees; at once where nobody is surprised."""
    if not effect.surprises(clock.today()):
        go_on()
        return
    from erp_desktop.views.trade.restating_dialog import RestatingDialog

    asked = RestatingDialog(effect, parent)
    asked.accepted.connect(go_on)
    asked.open()


def _deed(step: Callable[..., Any]) -> Callable[..., Any]:
    """The service function itself: drafts are finished in the same step."""
    while isinstance(step, partial):
        step = step.keywords.get("step", step.func)
    return step

"""Asking a colleague: whoever may not do something has somebody say yes who may, by their PIN."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from erp_desktop.core.errors import NotAllowed, RuleBroken
from erp_desktop.services.users.rights import OFFICE, Approve
from erp_desktop.views import wording
from erp_desktop.views.office import Office
from erp_desktop.views.right_words import right_word
from erp_desktop.views.widgets.banner import Answer

translate = wording.translate


def ask_who_may(
    office: Office, wanted: Approve, given: Callable[[int], object], parent: QWidget
) -> None:
    """A colleague says yes, and `given` hears the id of the approval."""
    from erp_desktop.views.till.pin_dialogs import ApprovalDialog

    title = translate("Till", "Who allows it: {0}?").format(right_word(wanted.right))
    dialog = ApprovalDialog(office, title, wanted, parent)
    dialog.given.connect(given)
    dialog.open()


def ask_words() -> str:
    """What the way out of a refusal is called."""
    return translate("Rights", "Ask a colleague…")


def answers(
    office: Office, broken: RuleBroken, then: Callable[[int], object], parent: QWidget
) -> list[Answer]:
    """The ways out of a refusal in the office: a right that it takes can be lent for a while."""
    right = str(broken.facts.get("right", "")) if isinstance(broken, NotAllowed) else ""
    if right not in OFFICE:
        return []
    wanted = Approve(right, 0, "", words=right_word(right))
    return [Answer(ask_words(), partial(ask_who_may, office, wanted, then, parent))]

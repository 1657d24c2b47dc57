"""The sentences for what is refused about files that are laid beside something."""

from typing import Final

from erp_desktop.core import errors
from erp_desktop.core.rule_broken import RuleBroken


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802, ARG001  (lupdate looks for it)
    """Mark a text for translation where it is shown."""
    return text


FILE_SENTENCES: Final[dict[type[RuleBroken], str]] = {
    errors.FileEmpty: QT_TRANSLATE_NOOP(
        "Refusal", "“{name}” is empty: there is nothing in it to keep."
    ),
    errors.FileTooLarge: QT_TRANSLATE_NOOP(
        "Refusal",
        "“{name}” has {size} MB; files up to {largest} MB can be kept. Make it smaller first.",
    ),
    errors.UnknownFile: QT_TRANSLATE_NOOP(
        "Refusal", "This file was taken away meanwhile by somebody else."
    ),
    errors.NotYourFile: QT_TRANSLATE_NOOP(
        "Refusal",
        "“{name}” belongs to a posted document. Only whoever put it there ({person}), a manager "
        "or the owner can take it away or rename it.",
    ),
}

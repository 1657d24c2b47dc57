"""The shop's own look of document numbers: prefix, length, when they begin anew.

A change counts for the numbers that are given from then on. The count goes on where it was, so
nothing is left out and nothing given twice; a prefix that another kind has or had is refused.
"""

from dataclasses import dataclass

from erp_desktop.core import errors, numbering
from erp_desktop.core.numbering import NumberForm
from erp_desktop.core.states import PREFIX, Kind
from erp_desktop.models.books import Books
from erp_desktop.services.users import rights


@dataclass(frozen=True, slots=True)
class SetNumberForm:
    """How the numbers of a kind look from now on."""

    kind: Kind
    form: NumberForm


def number_form(books: Books, kind: Kind) -> NumberForm:
    """How the next number of a kind will look."""
    return numbering.form_of(books.setting(_key(kind)), kind)


def set_number_form(books: Books, command: SetNumberForm) -> None:
    """Raises WrongPrefix, PrefixTaken, NotAmong (digits, reset)."""
    rights.require(books, rights.SETTINGS)
    form = command.form
    if not form.prefix or not numbering.is_prefix(form.prefix):
        raise errors.WrongPrefix(form.prefix)
    if form.digits not in numbering.DIGITS:
        raise errors.NotAmong("digits", form.digits, " | ".join(map(str, numbering.DIGITS)))
    if form.reset not in numbering.RESETS:
        raise errors.NotAmong("reset", form.reset, " | ".join(numbering.RESETS))
    other = _whose(books, form.prefix, command.kind)
    if other is not None:
        raise errors.PrefixTaken(form.prefix, other)
    books.put_setting(_key(command.kind), form.as_text())


def _whose(books: Books, prefix: str, kind: Kind) -> str | None:
    """The other kind whose numbers begin so, now, usually, or on any document so far."""
    for other in Kind:
        if other is not kind and prefix in {PREFIX[other], number_form(books, other).prefix}:
            return str(other)
    found = books.value(
        "SELECT kind FROM document WHERE kind <> ? AND number >= ? AND number < ? LIMIT 1",
        (str(kind), f"{prefix}-", f"{prefix}."),
    )
    return None if found is None else str(found)


def _key(kind: Kind) -> str:
    return f"number_{kind}"

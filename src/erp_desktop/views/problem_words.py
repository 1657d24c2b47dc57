"""What is wrong with a cell of a file, in the user's language."""

from typing import Final

from erp_desktop.core import errors
from erp_desktop.exchange.problems import Problem
from erp_desktop.views import wording

translate = wording.translate
mark = wording.QT_TRANSLATE_NOOP

# What is wrong, and what would be right ({0} is the suggestion).
WORDS: Final[dict[str, tuple[str, str]]] = {
    "missing": (mark("Problem", "is empty, but needed"), mark("Problem", "fill it in")),
    "missing_column": (
        mark("Problem", "no column for this field"),
        mark("Problem", "say which column holds it"),
    ),
    "not_a_number": (
        mark("Problem", "is not a number"), mark("Problem", "write a number such as {0}"),
    ),
    "decimal_comma": (
        mark("Problem", "has a comma where a decimal point is expected"),
        mark("Problem", "write {0}"),
    ),
    "too_many_places": (
        mark("Problem", "has too many decimal places"), mark("Problem", "write {0}"),
    ),
    "not_whole": (mark("Problem", "is not a whole number"), mark("Problem", "write {0}")),
    "not_a_date": (
        mark("Problem", "is not a date"), mark("Problem", "write a date such as {0}"),
    ),
    "ambiguous_date": (
        mark("Problem", "may be read as two dates"),
        mark("Problem", "say whether the day or the month comes first, or write {0}"),
    ),
    "not_yes_or_no": (mark("Problem", "is neither yes nor no"), mark("Problem", "write {0}")),
    "damaged_code": (
        mark("Problem", "is a code that a spreadsheet turned into a number: digits are lost"),
        mark("Problem", "format the column as text and enter the code again"),
    ),
    "lost_zeros": (
        mark("Problem", "is a barcode that lost its leading zeros"),
        mark("Problem", "write {0} in a text cell"),
    ),
    "duplicate": (
        mark("Problem", "stands in the file more than once"),
        mark("Problem", "keep one of them ({0})"),
    ),
    "unknown": (
        mark("Problem", "is not known"), mark("Problem", "write one that is known, such as {0}"),
    ),
    "imported_before": (
        mark("Problem", "was imported before"), mark("Problem", "see {0}, or take that one back"),
    ),
    "negative": (mark("Problem", "is below zero"), mark("Problem", "write {0}")),
}  # fmt: skip


def sentence(problem: Problem) -> str:
    """What is wrong."""
    known = WORDS.get(problem.problem)
    if known is not None:
        return translate("Problem", known[0])
    kind = getattr(errors, problem.problem, None)
    if isinstance(kind, type) and kind in wording.SENTENCES:
        facts = dict(pair.split(" ", 1) for pair in problem.suggestion.split(", ") if " " in pair)
        try:
            return translate("Refusal", wording.SENTENCES[kind]).format(**facts)
        except (KeyError, IndexError):
            return problem.sentence()
    return problem.sentence()


def advice(problem: Problem) -> str:
    """What would be right; empty when nobody can say."""
    known = WORDS.get(problem.problem)
    if known is None:
        return ""
    words = translate("Problem", known[1])
    if "{0}" in words and not problem.suggestion:
        return ""
    return words.format(problem.suggestion)

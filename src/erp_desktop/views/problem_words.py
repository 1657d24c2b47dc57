"""What is wrong with a cell of a file, in the user's language.

The English of problems stands with the files (`exchange/problems.py`), the Chinese with the other
words of the windows. A rule that refused a row is told as it is told everywhere else.
"""

from erp_desktop.core import errors
from erp_desktop.exchange.problems import SENTENCES, Problem
from erp_desktop.views import wording
from erp_desktop.views.refusal_words import SENTENCES as REFUSALS

translate = wording.translate


def sentence(problem: Problem) -> str:
    """What is wrong."""
    if problem.problem in SENTENCES:
        return translate("Problem", SENTENCES[problem.problem][0])
    kind = getattr(errors, problem.problem, None)
    if isinstance(kind, type) and kind in REFUSALS:
        return _refusal(kind, problem)
    return problem.sentence()


def advice(problem: Problem) -> str:
    """What would be right; empty when nobody can say."""
    if problem.problem not in SENTENCES:
        return ""
    words = translate("Problem", SENTENCES[problem.problem][1])
    if "{0}" in words and not problem.suggestion:
        return ""
    return words.format(problem.suggestion)


def _refusal(kind: type[errors.RuleBroken], problem: Problem) -> str:
    """The sentence of a rule, with the facts that stand in the suggestion ('sku TEA, wanted 3')."""
    said = (pair.split(" ", 1) for pair in problem.suggestion.split(", ") if " " in pair)
    facts = dict(said)
    if set(facts) != set(kind.fact_names):
        return problem.sentence()
    return wording.explain(kind(*(facts[name] for name in kind.fact_names)))

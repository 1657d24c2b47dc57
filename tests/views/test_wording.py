"""Words: every rule that can say no has a sentence that says its facts."""

import string

import pytest

from erp_desktop.core import errors
from erp_desktop.core.errors import RuleBroken
from erp_desktop.core.states import Kind, State
from erp_desktop.views import wording

RULES = [
    rule
    for rule in vars(errors).values()
    if isinstance(rule, type) and issubclass(rule, RuleBroken) and rule is not RuleBroken
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_rule_has_a_sentence_with_known_facts(rule):
    sentence = wording.SENTENCES[rule]
    used = {name for _, name, _, _ in string.Formatter().parse(sentence) if name}
    assert used <= set(rule.fact_names)
    said = wording.explain(rule(*("42" for _ in rule.fact_names)))
    assert said.endswith((".", "。"))
    assert "{" not in said


def test_a_refusal_says_its_numbers():
    said = wording.explain(errors.NotEnoughStock("TEA", "12", "5"))
    assert said == "TEA: 12 wanted, only 5 available."


def test_the_programs_own_codes_become_words():
    said = wording.explain(errors.WrongDocument("PO-1", "purchase_order", "draft"))
    assert "Purchase order" in said
    assert "Draft" in said


def test_every_kind_and_state_has_a_word():
    assert set(wording.KINDS) == set(Kind)
    assert {state.value for state in State} <= set(wording.STATES)
    assert wording.state_word("never_heard") == "Never heard"

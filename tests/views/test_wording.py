"""Words: every rule that can say no has a sentence that says its facts."""

import string
from datetime import date

import pytest

from builders import day
from erp_desktop.core import clock, errors
from erp_desktop.core.errors import RuleBroken
from erp_desktop.core.states import Kind, State
from erp_desktop.views import figures, language, wording
from erp_desktop.views.refusal_words import SENTENCES

RULES = [
    rule
    for rule in vars(errors).values()
    if isinstance(rule, type) and issubclass(rule, RuleBroken) and rule is not RuleBroken
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_rule_has_a_sentence_with_known_facts(rule):
    sentence = SENTENCES[rule]
    used = {name for _, name, _, _ in string.Formatter().parse(sentence) if name}
    assert used <= set(rule.fact_names)
    said = wording.explain(rule(*("42" for _ in rule.fact_names)))
    assert said.endswith((".", "。"))
    assert "{" not in said


def test_a_refusal_says_its_numbers():
    said = wording.explain(errors.NotEnoughStock("TEA", "12", "5"))
    assert said == "TEA: 12 wanted, only 5 available."


def test_days_and_moments_are_said_as_the_shop_writes_them(dressed):
    clock.set_now(lambda: day(20))
    over = errors.LotExpired("MILK", "2025-12-30", date(2026, 1, 2))
    assert wording.explain(over) == "MILK, lot 2025-12-30 expired on 2 Jan."
    late = errors.BeforeItsOrigin(clock.iso(day(2)), clock.iso(day(3, 10, 5)))
    assert "2 Jan 09:00 is before what it answers (3 Jan 10:05)" in wording.explain(late)
    figures.use(figures.Form("zh_CN"))
    language.speak("zh_CN")
    assert wording.explain(over) == "MILK 批次 2025-12-30 已于 01-02 过期。"
    assert wording.explain(errors.PeriodClosed(date(2025, 12, 31))).count("2025-12-31") == 1


def test_one_missing_is_not_said_like_many():
    said = wording.explain(errors.LotShort("MILK", "SOON", 1))
    assert said == "MILK, lot SOON is short by 1."


def test_the_programs_own_codes_become_words():
    said = wording.explain(errors.WrongDocument("PO-1", "purchase_order", "draft"))
    assert "Purchase order" in said
    assert "Draft" in said


def test_every_kind_and_state_has_a_word():
    assert set(wording.KINDS) == set(Kind)
    assert {state.value for state in State} <= set(wording.STATES)
    assert wording.state_word("never_heard") == "Never heard"

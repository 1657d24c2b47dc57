"""What all of the shop stands on is changed by whoever has the right to it, or was lent it."""

import json
from decimal import Decimal as D

import pytest

from builders import day
from erp_desktop.core import clock
from erp_desktop.core.errors import LastToManage, NotAllowed, WrongPin
from erp_desktop.core.numbering import usual_form
from erp_desktop.core.states import Kind
from erp_desktop.services.catalogue.levels import SaveLevel, drop_level, save_level
from erp_desktop.services.catalogue.merging import (
    ChangeUnit,
    MergeProducts,
    change_unit,
    merge_products,
)
from erp_desktop.services.catalogue.scanning import save_scale_codes
from erp_desktop.services.finance.means import Means, set_means
from erp_desktop.services.finance.periods import close_period, reopen_period
from erp_desktop.services.finance.tax_rates import SaveTaxRate, save_tax_rate
from erp_desktop.services.purchasing.terms import SaveBuyingTerms, save_buying_terms
from erp_desktop.services.sales.return_rules import USUAL, ReturnRules, set_return_rules
from erp_desktop.services.sales.till_rules import SaveTillRules, save_till_rules, till_rules
from erp_desktop.services.shop.imports import undo_batch
from erp_desktop.services.shop.modules import SwitchModules, switch_modules
from erp_desktop.services.shop.numbering import SetNumberForm, set_number_form
from erp_desktop.services.shop.pictures import drop_picture, put_picture
from erp_desktop.services.shop.settings import SaveShop, keep_backup_lock, save_shop
from erp_desktop.services.stock.places import save_warehouse
from erp_desktop.services.stock.recosting import ChangeCosting, change_costing
from erp_desktop.services.stock.warehouses import ArrangeWarehouse, arrange_warehouse
from erp_desktop.services.users import rights
from erp_desktop.services.users.people import (
    add_person,
    check_pin,
    people,
    set_password,
    set_pin,
    set_role,
)
from erp_desktop.services.users.rights import Approve, approve, may, rights_of, set_rights

SETTINGS = {
    "shop": (save_shop, SaveShop(name="Mine now")),
    "backup lock": (keep_backup_lock, ""),
    "modules": (switch_modules, SwitchModules(frozenset({"till"}))),
    "numbers": (set_number_form, SetNumberForm(Kind.SALE, usual_form(Kind.SALE))),
    "means": (set_means, [Means("cash")]),
    "taxes": (save_tax_rate, SaveTaxRate(D(5))),
    "returns": (set_return_rules, ReturnRules(14, USUAL)),
    "buying": (save_buying_terms, SaveBuyingTerms(over_percent=D(50))),
    "scales": (save_scale_codes, []),
    "level": (save_level, SaveLevel("Friends", D(50))),
    "no level": (drop_level, 1),
    "warehouse": (save_warehouse, "BACK", "Back room"),
    "arranged": (arrange_warehouse, ArrangeWarehouse("BACK")),
    "till": (save_till_rules, SaveTillRules(step=D(10))),
    "mark": (put_picture, "shop", b"a picture"),
    "no mark": (drop_picture, "shop"),
}
PERIODS = {"close": (close_period, 20260101), "reopen": (reopen_period, 0)}
PEOPLE = {
    "add": (add_person, "sam", "clerk"),
    "role": (set_role, "tom", "accountant"),
    "rights": (set_rights, "tom", {rights.CASH: True}, D(10)),
    "pin": (set_pin, "tom", "9999"),
    "password": (set_password, "tom", "open sesame"),
}


@pytest.fixture
def staff(shop):
    """The owner, Mary the manager with a PIN, Priya and Tom the clerks, Ann the accountant."""
    clock.set_now(lambda: day(5, 9))
    for sku in ("TEA", "TEE"):
        shop.product(sku, price=20)
        shop.opening(sku, 10, "10")
    work = shop.work
    for name, role in (("mary", "manager"), ("priya", "clerk"), ("tom", "clerk"),
                       ("ann", "accountant")):  # fmt: skip
        work.run(add_person, name, role, name.title())
    work.run(set_pin, "mary", "4711")
    yield shop
    work.user_id = None
    clock.set_now(None)


def on_duty(shop, name):
    shop.work.user_id = next(one.id for one in shop.work.read(people) if one.name == name)


def lend(shop, right, pin="4711"):
    mary = next(one.id for one in shop.work.read(people) if one.name == "mary")
    return shop.work.run(approve, Approve(right, mary, pin, words="a setting"))


@pytest.mark.parametrize("what", SETTINGS)
def test_a_setting_of_the_shop_takes_the_right_to_it(staff, what):
    step, *facts = SETTINGS[what]
    on_duty(staff, "priya")
    with pytest.raises(NotAllowed) as refused:
        staff.work.run(step, *facts)
    assert refused.value.facts == {"user": "Priya", "right": rights.SETTINGS}
    on_duty(staff, "ann")
    with pytest.raises(NotAllowed):
        staff.work.run(step, *facts)
    for name in ("mary", "owner"):
        on_duty(staff, name)
        staff.work.run(step, *facts)
    staff.work.user_id = None  # an import, a script
    staff.work.run(step, *facts)


@pytest.mark.parametrize("what", PEOPLE)
def test_people_are_managed_by_whoever_has_the_right(staff, what):
    step, *facts = PEOPLE[what]
    on_duty(staff, "priya")
    with pytest.raises(NotAllowed) as refused:
        staff.work.run(step, *facts)
    assert refused.value.facts["right"] == rights.PEOPLE
    on_duty(staff, "mary")
    staff.work.run(step, *facts)


def test_ones_own_pin_and_password_are_ones_own(staff):
    on_duty(staff, "priya")
    staff.work.run(set_pin, "priya", "1357")
    staff.work.run(set_password, "priya", "mine")
    assert staff.work.read(check_pin, staff.work.user_id, "1357").name == "priya"


def test_a_period_is_closed_and_reopened_by_the_accountant_too(staff):
    on_duty(staff, "priya")
    for step, fact in PERIODS.values():
        with pytest.raises(NotAllowed) as refused:
            staff.work.run(step, fact)
        assert refused.value.facts["right"] == rights.PERIODS
    on_duty(staff, "ann")
    for step, fact in PERIODS.values():
        staff.work.run(step, fact)


def test_products_are_merged_and_costed_otherwise_by_right(staff):
    tea, tee = staff.pid("TEA"), staff.pid("TEE")
    rework = [
        (merge_products, MergeProducts(tee, tea)),
        (change_unit, ChangeUnit(tea, "bag", D(10))),
        (change_costing, ChangeCosting(tea, "fifo")),
        (undo_batch, "IMP-1"),
    ]
    on_duty(staff, "priya")
    for step, command in rework:
        with pytest.raises(NotAllowed) as refused:
            staff.work.run(step, command)
        assert refused.value.facts["right"] == rights.REWORK
    on_duty(staff, "ann")
    staff.work.run(*rework[0])
    staff.work.run(*rework[2])
    assert staff.on_hand("TEA") == D(20)


def test_a_colleague_lends_a_right_for_some_minutes(staff):
    on_duty(staff, "priya")
    with pytest.raises(WrongPin):
        lend(staff, rights.SETTINGS, "0000")
    assert not staff.work.read(may, rights.SETTINGS)
    lend(staff, rights.SETTINGS)
    staff.work.run(save_shop, SaveShop(phone="0123"))
    staff.work.run(save_till_rules, SaveTillRules(step=D("0.10")))  # more than one thing
    assert staff.work.read(till_rules).step == D("0.10")
    assert not staff.work.read(may, rights.PEOPLE)  # that one, and no other
    assert staff.value_of("SELECT allowed || given_by FROM approval") == "manage_settings2"
    on_duty(staff, "tom")
    assert not staff.work.read(may, rights.SETTINGS)  # to Priya, not to everybody
    on_duty(staff, "priya")
    clock.set_now(lambda: day(5, 9, 10))
    with pytest.raises(NotAllowed):
        staff.work.run(save_shop, SaveShop(phone="0124"))


def test_an_approval_of_the_till_lends_nothing_in_the_office(staff):
    on_duty(staff, "priya")
    lend(staff, rights.PRICE)
    assert not staff.work.read(may, rights.SETTINGS)
    assert not staff.work.read(may, rights.PRICE)  # it goes with its document


def test_whoever_was_lent_the_people_makes_nobody_more_than_themselves(staff):
    on_duty(staff, "priya")
    lend(staff, rights.PEOPLE)
    staff.work.run(add_person, "sam", "clerk")
    with pytest.raises(NotAllowed):
        staff.work.run(add_person, "eve", "manager")
    with pytest.raises(NotAllowed):
        staff.work.run(set_role, "priya", "owner")


def test_a_person_may_be_given_the_right_alone(staff):
    on_duty(staff, "owner")
    staff.work.run(set_rights, "priya", {rights.SETTINGS: True}, D(10))
    on_duty(staff, "priya")
    staff.work.run(save_shop, SaveShop(phone="0123"))
    with pytest.raises(NotAllowed):
        staff.work.run(close_period, 20260101)


def test_rights_that_were_set_before_there_were_these_still_count(staff):
    kept = json.dumps({"price_override": True, "most_off": "20"})
    staff.work.run(lambda books: books.run(
        "UPDATE user_account SET rights = ? WHERE name = 'priya'", (kept,)))  # fmt: skip
    on_duty(staff, "priya")
    own = staff.work.read(rights_of)
    assert (own.may(rights.PRICE), own.most_off, own.may(rights.SETTINGS)) == (True, D(20), False)


def test_the_last_one_who_manages_stays(staff):
    on_duty(staff, "owner")
    staff.work.run(set_role, "mary", "clerk")
    with pytest.raises(LastToManage) as refused:
        staff.work.run(set_role, "owner", "clerk")
    assert refused.value.facts == {"right": rights.PEOPLE}
    with pytest.raises(LastToManage):
        staff.work.run(set_rights, "owner", {rights.SETTINGS: False}, D(100))
    assert staff.work.read(may, rights.SETTINGS)


def test_a_shop_in_which_nobody_has_the_right_is_not_locked_out_of_itself(shop):
    """One person, who was a clerk before these rights were thought of."""
    shop.work.run(lambda books: books.run("UPDATE user_account SET role = 'clerk'"))
    on_duty(shop, "owner")
    shop.work.run(save_shop, SaveShop(name="Mine"))
    shop.work.run(close_period, 20260101)
    shop.work.run(set_role, "owner", "clerk")
    shop.work.user_id = None

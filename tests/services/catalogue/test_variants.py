"""One shirt in sizes and colours: a template and its variants (规格)."""

import pytest

from builders import D, Shop
from erp_desktop.core import errors
from erp_desktop.services.catalogue.products import by_sku
from erp_desktop.services.catalogue.scanning import by_code
from erp_desktop.services.catalogue.search import find_products
from erp_desktop.services.catalogue.units import SaveUnit
from erp_desktop.services.catalogue.variants import (
    Axis,
    MakeVariants,
    axes_of,
    make_variants,
    variants_of,
)

SIZES, COLOURS = Axis("Size", ("S", "M", "L")), Axis("Colour", ("Red", "Blue"))


@pytest.fixture
def shirts(shop: Shop) -> Shop:
    """A shirt of three sizes and two colours at 20.00, the large red one at 22.00."""
    shop.product("SHIRT", name="Shirt", price=20, tax=13, units=[SaveUnit("box", D(10))])
    command = MakeVariants(
        "SHIRT", [SIZES, COLOURS], barcode_start="690123400", prices={("L", "Red"): D(22)}
    )
    assert len(shop.work.run(make_variants, command)) == 6
    return shop


def test_all_variants_are_made_at_once(shirts: Shop) -> None:
    red = shirts.work.read(by_sku, "SHIRT-M-Red")
    assert (red.name, red.price, red.tax) == ("Shirt M / Red", 20_000_000, 13_000_000)
    assert shirts.work.read(by_sku, "SHIRT-L-Red").price == 22_000_000
    first = shirts.work.read(by_code, "6901234000009")
    assert first is not None
    assert first.product.sku == "SHIRT-S-Red"
    found = shirts.work.read(find_products, "shirt blue")
    assert {hit.sku for hit in found if not hit.is_template} == {
        "SHIRT-S-Blue", "SHIRT-M-Blue", "SHIRT-L-Blue",
    }  # fmt: skip
    assert [hit.sku for hit in shirts.work.read(find_products, "6901234000009")] == [
        "SHIRT-S-Red", "SHIRT",
    ]  # fmt: skip


def test_only_variants_are_bought_and_sold(shirts: Shop) -> None:
    shirts.receive("SHIRT-M-Red", 3, at=8)
    shirts.sell("SHIRT-M-Red", 1)
    with pytest.raises(errors.TemplateOnly):
        shirts.receive("SHIRT", 3, at=8)
    with pytest.raises(errors.TemplateOnly):
        shirts.sell("SHIRT", 1)


def test_a_new_price_reaches_all_but_the_exceptions(shirts: Shop) -> None:
    shirts.product("SHIRT", price=25, name="Linen shirt")
    prices = {sku: shirts.work.read(by_sku, sku).price for sku in ("SHIRT-M-Red", "SHIRT-L-Red")}
    assert prices == {"SHIRT-M-Red": 25_000_000, "SHIRT-L-Red": 22_000_000}
    assert shirts.work.read(by_sku, "SHIRT-S-Blue").name == "Linen shirt S / Blue"


def test_another_colour_later_makes_only_what_is_missing(shirts: Shop) -> None:
    more = Axis("Colour", ("Red", "Blue", "Green"))
    made = shirts.work.run(make_variants, MakeVariants("SHIRT", [SIZES, more]))
    assert len(made) == 3
    assert shirts.work.read(by_sku, "SHIRT-S-Green").price == 20_000_000
    assert shirts.work.read(axes_of, shirts.pid("SHIRT"))[1].choices == ("Red", "Blue", "Green")


def test_a_value_in_use_is_not_lost_when_the_axis_is_written_anew(shirts: Shop) -> None:
    shirts.work.run(make_variants, MakeVariants("SHIRT", [SIZES, Axis("Tone", ("Green",))]))
    tone = shirts.work.read(axes_of, shirts.pid("SHIRT"))[1]
    assert (tone.name, set(tone.choices)) == ("Tone", {"Green", "Red", "Blue"})


def test_some_combinations_are_not_made(shop: Shop) -> None:
    shop.product("CAP")
    only = [("S", "Red"), ("L", "Blue")]
    made = shop.work.run(
        make_variants, MakeVariants("CAP", [SIZES, COLOURS], only=only, pattern="C{1}{2}")
    )
    assert list(shop.work.read(variants_of, shop.pid("CAP"))) == only
    assert len(made) == 2
    assert shop.work.read(by_sku, "CSRed")


@pytest.mark.parametrize(
    ("command", "refusal"),
    [
        (MakeVariants("NONE", [SIZES]), errors.UnknownProduct),
        (MakeVariants("SHIRT", []), errors.Missing),
        (MakeVariants("SHIRT", [Axis("", ("S",)), COLOURS]), errors.Missing),
        (MakeVariants("SHIRT", [Axis("Size", (" ",)), COLOURS]), errors.Missing),
        (MakeVariants("SHIRT", [Axis("Size", ("XL/L",)), COLOURS]), errors.NotAmong),
        (MakeVariants("SHIRT", [SIZES]), errors.NotAmong),
        (MakeVariants("SHIRT", [Axis(f"A{at}", ("S", "M")) for at in range(60)]), errors.NotAmong),
        (MakeVariants("SHIRT", [SIZES, COLOURS], only=[("XS", "Red")]), errors.NotAmong),
        (MakeVariants("SHIRT", [Axis("Size", ("XL",)), COLOURS], pattern="{1}"),
         errors.WrongPattern),
        (MakeVariants("SHIRT", [Axis("Size", ("XL",)), COLOURS], barcode_start="69A"),
         errors.WrongPattern),
    ],
)  # fmt: skip
def test_variants_that_make_no_sense(
    shirts: Shop, command: MakeVariants, refusal: type[errors.RuleBroken]
) -> None:
    with pytest.raises(refusal):
        shirts.work.run(make_variants, command)


def test_what_was_sold_as_it_is_gets_no_variants(shop: Shop) -> None:
    shop.receive("TEA", 1, at=1)
    with pytest.raises(errors.InUse):
        shop.work.run(make_variants, MakeVariants("TEA", [SIZES]))


def test_a_retired_template_retires_its_variants(shirts: Shop) -> None:
    shirts.product("SHIRT", active=False)
    assert shirts.work.read(find_products, "shirt") == []

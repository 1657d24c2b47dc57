"""Every dialog of the program, found and not listed, made with what its fields ask for.

Where a dialog's fields do not follow from their names, `SPECIAL` says how it is made.
"""

import dataclasses
import importlib
import inspect
import pkgutil
import sys
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from io import BytesIO
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

import erp_desktop.views
from erp_desktop.exchange.pasted import PastedLine, Problem, Reading
from erp_desktop.reports.numbering import series
from erp_desktop.reports.restated import Changed, Earned, Effect, Month
from erp_desktop.services.sales.return_rules import repair_place
from erp_desktop.services.shop.imports import Batch
from erp_desktop.views.print_preview import Job
from erp_desktop.views.shop_office import ShopOffice


def dialog_classes() -> list[type[QDialog]]:
    """Every dialog that a window of ours can open."""
    found = set()
    for module in pkgutil.walk_packages(erp_desktop.views.__path__, "erp_desktop.views."):
        for _, one in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
            ours = one.__module__.startswith("erp_desktop.")
            if ours and issubclass(one, QDialog) and not inspect.isabstract(one):
                found.add(one)
    return sorted(found, key=lambda one: one.__qualname__)


def a_paper(template: str) -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    drawn = BytesIO()
    canvas = Canvas(drawn)
    canvas.drawString(72, 720, template or "paper")
    canvas.save()
    return drawn.getvalue()


def problem_reading() -> Reading:
    return Reading([PastedLine(1, 1, {})], [Problem(2, "NOPE", "unknown_product", "NOPE")])


# What a field of this name is given, when a dialog asks for it.
FACTS: dict[str, Callable[[ShopOffice, QWidget], Any]] = {
    "office": lambda office, host: office,
    "parent": lambda office, host: host,
    "known": lambda office, host: None,
    "incoming": lambda office, host: True,
    "document_id": lambda office, host: receipt(office),
    "receipt_ids": lambda office, host: [receipt(office)],
    "reading": lambda office, host: problem_reading(),
    "job": lambda office, host: Job("invoice", "Paper", a_paper),
    "batch": lambda office, host: Batch(1, "IMP-1", "products", "tea.csv", 0, None, {}),
    "section": lambda office, host: host,
    "done": lambda office, host: nothing_done,
    "strangers": lambda office, host: {},
    "titles": lambda office, host: {"Leaf of spring": "Green tea 250 g", "Cup, white": ""},
    "backup": lambda office, host: Path("tea.backup"),
    "closed": lambda office, host: 20260105,
    "effect": lambda office, host: an_effect(),
}
# Fields that are given although they may be left out: only with them the dialog is itself.
WANTED = {"parent"}
EXAMPLES: dict[Any, Any] = {
    str: "words", int: 1, bool: False, Decimal: Decimal(1), Any: None,
    date: date(2026, 1, 1), datetime: datetime(2026, 1, 1),
}  # fmt: skip
# How what no name explains is made: dialog, then field.
SPECIAL: dict[str, dict[str, Callable[[ShopOffice, QWidget], Any]]] = {
    "LotEntry": {"known": lambda office, host: ()},
    "RepairDialog": {"product_id": lambda office, host: waiting_for_repair(office)},
    "NumberDialog": {"known": lambda office, host: office.ask(series)[0]},
}


def nothing_done(*_: Any) -> None:
    """What a dialog does when it is through, for one that only opens and closes."""


def an_effect() -> Effect:
    """What a late document changes: one paper, one month, one customer."""
    changed = Changed(1, "GI-2026-000001", "goods_issue", 20260109, "CUP", "cost",
                      Decimal(9), Decimal(12))  # fmt: skip
    month, earned = Month(202601, Decimal(90), Decimal(93)), Earned("", Decimal(9), Decimal(6))
    return Effect((changed,), (month,), (earned,), 20260110, Decimal(3))


def waiting_for_repair(office: ShopOffice) -> int:
    """A product, in a shop where something can wait for repair."""
    office.do(repair_place)
    return int(office.ask(lambda books: books.value("SELECT MIN(id) FROM product")))


def receipt(office: ShopOffice) -> int:
    question = "SELECT id FROM document WHERE kind = 'goods_receipt'"
    return int(office.ask(lambda books: books.value(question)))


def made(one: type[QObject], office: ShopOffice, host: QWidget) -> Any:
    """A dialog of this class (or what a dialog asks for), with what its fields ask for."""
    own, given = SPECIAL.get(one.__qualname__, {}), {}
    hints = hints_of(one)
    for name, field in inspect.signature(one.__init__).parameters.items():
        if name == "self" or field.kind in {field.VAR_POSITIONAL, field.VAR_KEYWORD}:
            continue
        if field.default is not field.empty and name not in WANTED and name not in own:
            continue
        make = own.get(name) or FACTS.get(name)
        given[name] = (
            make(office, host) if make is not None else example(hints.get(name), office, host)
        )
    return one(**given)


def example(kind: Any, office: ShopOffice, host: QWidget) -> Any:
    """Something of this type, as plain as can be."""
    origin, parts = get_origin(kind), get_args(kind)
    if origin in {Union, UnionType}:
        return None if type(None) in parts else example(parts[0], office, host)
    if kind in EXAMPLES:
        return EXAMPLES[kind]
    if origin is Callable:
        return nothing_done
    if inspect.isclass(origin):
        return {} if issubclass(origin, Mapping) else ()
    return instance(kind, office, host)


def instance(kind: Any, office: ShopOffice, host: QWidget) -> Any:
    """One of a class: a choice, a row, or a part of a window."""
    assert inspect.isclass(kind), f"FACTS or SPECIAL must say how {kind} is made"
    if issubclass(kind, Enum):
        return next(iter(kind))
    if issubclass(kind, QObject):
        return made(kind, office, host)
    fields = get_type_hints(kind)
    assert fields, f"FACTS or SPECIAL must say how {kind} is made"
    if dataclasses.is_dataclass(kind):
        fields = {one.name: fields[one.name] for one in dataclasses.fields(kind)}
    return kind(**{name: example(fields[name], office, host) for name in fields})


def hints_of(one: type[QObject]) -> dict[str, Any]:
    """The types of what it is made with; nothing where they are named for type checkers only."""
    try:
        return get_type_hints(one.__init__, vars(sys.modules[one.__module__]))
    except NameError:
        return {}

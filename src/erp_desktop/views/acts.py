"""What was done on a page while it was written, in words: each step that can be taken back."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from erp_desktop.core import clock
from erp_desktop.views import figures, wording
from erp_desktop.views.undoing import Content, Undoing
from erp_desktop.views.widgets.line_content import unpacked
from erp_desktop.views.widgets.panels import Entry

if TYPE_CHECKING:
    from erp_desktop.views.widgets.lines_grid import LinesGrid

translate = wording.translate
SHOWN = 5
LOOKED_AT = 30  # steps; five scans of one thing are one act
# What a person changes in a line; the rest follows from it.
SAID = ("quantity", "now", "price", "cost", "percent_off")


def acts_of(
    undoing: Undoing, grid: "LinesGrid", fields: Mapping[str, QWidget], person: str
) -> list[Entry]:
    """The latest steps as lines of the side panel."""
    words, found = _Words(grid, fields), []
    for at, before, after in _in_one(undoing.latest(LOOKED_AT))[:SHOWN]:
        what, how = words.of(before, after)
        detail = " · ".join(word for word in (how, person) if word)
        found.append(Entry(what, detail, f"{clock.local_time(at):%H:%M}", badge=person[:1]))
    return found


Step = tuple[int, Content, Content]


def _in_one(steps: Sequence[Step]) -> list[Step]:
    """Steps that changed the same cell one after another are told as one; the latest first."""
    found: list[Step] = []
    for at, before, after in steps:
        cell = _cell_of(before, after)
        if found and cell is not None and _cell_of(*found[-1][1:]) == cell:
            found[-1] = (found[-1][0], before, found[-1][2])
        else:
            found.append((at, before, after))
    return found


def _cell_of(before: Content, after: Content) -> tuple[int, str] | None:
    """The one cell in which two contents differ: its line and its key."""
    old, new = before.get("lines") or [], after.get("lines") or []
    lines = [at for at in range(len(new)) if at < len(old) and old[at] != new[at]]
    if len(old) != len(new) or len(lines) != 1:
        return None
    was, now = old[lines[0]], new[lines[0]]
    keys = [key for key in {**was, **now} if was.get(key) != now.get(key)]
    return (lines[0], keys[0]) if len(keys) == 1 else None


class _Words:
    """Finds the words for the difference of two contents."""

    def __init__(self, grid: "LinesGrid", fields: Mapping[str, QWidget]) -> None:
        self._grid, self._fields = grid, fields
        titles = {column.key: wording.title(column.title) for column in grid.lines.columns}
        self._title: Callable[[str], str] = lambda key: titles.get(key, key)

    def of(self, before: Content, after: Content) -> tuple[str, str]:
        """What was changed, and how."""
        old, new = before.get("lines") or [], after.get("lines") or []
        if old != new:
            return self._lines(old, new)
        was, now = before.get("fields") or {}, after.get("fields") or {}
        changed = [name for name in now if was.get(name) != now[name]]
        if not changed:
            return translate("Acts", "changed"), ""
        field = self._fields.get(changed[0])
        called = field.accessibleName() if field is not None else changed[0]
        return called, _said(now[changed[0]], field)

    def _lines(self, old: Sequence[Content], new: Sequence[Content]) -> tuple[str, str]:
        if len(new) > len(old):
            return self._some(new, old), translate("Acts", "added")
        if len(new) < len(old):
            return self._some(old, new), translate("Acts", "taken out")
        changed = [at for at in range(len(new)) if old[at] != new[at]]
        if len(changed) == 1:
            return self._cell(old[changed[0]], new[changed[0]])
        how = translate("Acts", "changed")
        if sorted(map(str, old)) == sorted(map(str, new)):
            how = translate("Acts", "moved")
        return translate("Acts", "{0} lines").format(len(changed)), how

    def _some(self, more: Sequence[Content], fewer: Sequence[Content]) -> str:
        """The lines that stand in one content only."""
        rest = [line for line in more if line not in fewer] or list(more[-1:])
        if len(rest) > 1:
            return translate("Acts", "{0} lines").format(len(rest))
        return self._name(rest[0])

    def _cell(self, old: Content, new: Content) -> tuple[str, str]:
        was, now = unpacked(old), unpacked(new)
        key = next((one for one in SAID if was.get(one) != now.get(one)), "")
        if not key:
            return self._name(new), translate("Acts", "changed")
        words = translate("Acts", "{0} {1} → {2}")
        figures_now = _figure(was.get(key)), _figure(now.get(key))
        return self._name(new), words.format(self._title(key), *figures_now)

    def _name(self, line: Content) -> str:
        """What the line is about: its own name, or that of the line in the grid."""
        name = line.get("name") or (line.get("product") if "product_id" in line else None)
        if isinstance(name, str):
            return name
        for one in self._grid.lines.lines():
            if line.get("line_id") and one.get("line_id") == line["line_id"]:
                return str(one.get("product"))
        return next((str(one.get("product")) for one in self._grid.lines.lines()
                     if one.get("product_id") == line.get("product_id")), "")  # fmt: skip


def _figure(cell: Any) -> str:
    return figures.plain(cell) if isinstance(cell, Decimal) else "–"


def _said(value: Any, field: QWidget | None) -> str:
    """A field's value in words."""
    if isinstance(value, list):
        return str(value[1])
    text = getattr(field, "currentText", None)
    return str(text() if callable(text) else value) or "–"

"""The labels that a shop laid out itself, kept among its settings under their names."""

from typing import Final

from erp_desktop.core import errors
from erp_desktop.core.label_design import Design, from_json, to_json
from erp_desktop.models.books import Books

PREFIX: Final = "label_design_"
LONGEST: Final = 40


def designs(books: Books) -> list[Design]:
    """All of them, by name."""
    found = []
    for key, value in books.settings.items():
        if key.startswith(PREFIX) and value:
            found.append(from_json(value))
    return sorted(found, key=lambda design: design.name)


def design_named(books: Books, name: str) -> Design:
    """One of them. Raises NotAmong."""
    known = {design.name: design for design in designs(books)}
    if name not in known:
        raise errors.NotAmong("label", name, " | ".join(known))
    return known[name]


def save_design(books: Books, design: Design) -> None:
    """Keep a design, in place of one of the same name. Raises Missing (name)."""
    name = design.name.strip()[:LONGEST]
    if not name:
        raise errors.Missing("name")
    books.put_setting(PREFIX + name, to_json(design))


def drop_design(books: Books, name: str) -> None:
    """Forget a design. Raises NotAmong."""
    design_named(books, name)
    books.run("DELETE FROM setting WHERE key = ?", (PREFIX + name,))
    books.settings.pop(PREFIX + name, None)

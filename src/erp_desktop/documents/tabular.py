"""The figures of a font that all take the same room (OpenType feature `tnum`).

PDF writing knows no OpenType features, so the substitution is read from the font itself: its GSUB
table says which glyph stands for which when a feature is on. Only single substitutions are read.
"""

from struct import unpack_from

SINGLE, EXTENSION = 1, 7


def substitutions(font: bytes, feature: bytes = b"tnum") -> dict[int, int]:
    """glyph → glyph for this feature; empty when the font does not have it."""
    start = _table(font, b"GSUB")
    if start is None:
        return {}
    features, lookups = unpack_from(">HH", font, start + 6)
    found: dict[int, int] = {}
    for index in _lookups_of(font, start + features, feature):
        (offset,) = unpack_from(">H", font, start + lookups + 2 + 2 * index)
        _read_lookup(font, start + lookups + offset, found)
    return found


def _table(font: bytes, wanted: bytes) -> int | None:
    (count,) = unpack_from(">H", font, 4)
    for at in range(count):
        tag, _, offset, _ = unpack_from(">4sIII", font, 12 + 16 * at)
        if tag == wanted:
            return int(offset)
    return None


def _lookups_of(font: bytes, features: int, wanted: bytes) -> tuple[int, ...]:
    (count,) = unpack_from(">H", font, features)
    for at in range(count):
        tag, offset = unpack_from(">4sH", font, features + 2 + 6 * at)
        if tag == wanted:
            (indices,) = unpack_from(">H", font, features + offset + 2)
            return unpack_from(f">{indices}H", font, features + offset + 4)
    return ()


def _read_lookup(font: bytes, lookup: int, found: dict[int, int]) -> None:
    kind, _, count = unpack_from(">HHH", font, lookup)
    for offset in unpack_from(f">{count}H", font, lookup + 6):
        at, this = lookup + offset, kind
        if this == EXTENSION:
            _, this, further = unpack_from(">HHI", font, at)
            at += further
        if this == SINGLE:
            _read_single(font, at, found)


def _read_single(font: bytes, at: int, found: dict[int, int]) -> None:
    form, coverage, third = unpack_from(">HHH", font, at)
    glyphs = _covered(font, at + coverage)
    if form == 1:  # the third number is added to each glyph
        found.update((glyph, (glyph + third) % 65_536) for glyph in glyphs)
    else:
        found.update(zip(glyphs, unpack_from(f">{third}H", font, at + 6), strict=True))


def _covered(font: bytes, at: int) -> list[int]:
    form, count = unpack_from(">HH", font, at)
    if form == 1:
        return list(unpack_from(f">{count}H", font, at + 4))
    glyphs: list[int] = []
    for index in range(count):
        first, last, _ = unpack_from(">HHH", font, at + 4 + 6 * index)
        glyphs.extend(range(first, last + 1))
    return glyphs

"""GS1 element strings: one symbol that says which goods, which lot, until when, how heavy.

`(01)07032069804988(15)210526(10)0329` in print; the scanner sends the same without brackets, a
group separator (FNC1) ending what has no fixed length. The table below is the syntax of every
application identifier in short: N digits, X Y Z characters of three sets, `..` up to, `[ ]` may be
left out, c ends in a check digit, d is a date, * has a length known beforehand (needs no FNC1).

    >>> read_elements("01070320698049881521052610" + "0329")
    {'01': '07032069804988', '15': '210526', '10': '0329'}
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from erp_desktop.core import clock
from erp_desktop.core.barcode import check_digit

FNC1 = "\x1d"
_SYNTAX = """
00*=N18c 01*=N14c 02*=N14c 03*=N14c 10=X..20 11*=N6d 12*=N6d 13*=N6d 15*=N6d 16*=N6d 17*=N6d
20*=N2 21=X..20 22=X..20 235=X..28 240=X..30 241=X..30 242=N..6 243=X..20 250=X..30 251=X..30
253=N13c[X..17] 254=X..20 255=N13c[N..12] 30=N..8 3100-3169*=N6 3200-3379*=N6 3400-3579*=N6
3600-3699*=N6 37=N..8 3900-3909=N..15 3910-3919=N3N..15 3920-3929=N..15 3930-3939=N3N..15
3940-3943=N4 3950-3955=N6 400=X..30 401=X..30 402=N17c 403=X..30 410-417*=N13c 420=X..20
421=N3X..9 422=N3 423=N3[N3][N3][N3][N3] 424=N3 425=N3[N3][N3][N3][N3] 426=N3 427=X..3
4300-4301=X..35 4302-4306=X..70 4307=X2 4308=X..30 4309=N10N10 4310-4311=X..35 4312-4316=X..70
4317=X2 4318=X..20 4319=X..30 4320=X..35 4321-4323=N1 4324-4325=N6dN4 4326=N6d 4330-4333=N6[X1]
7001=N13 7002=X..30 7003=N6dN4 7004=N..4 7005=X..12 7006=N6d 7007=N6d[N6d] 7008=X..3 7009=X..10
7010=X..2 7011=N6d[N4] 7020-7022=X..20 7023=X..30 7030-7039=N3X..27 7040=N1X1X1X1 7041=X..4
710-717=X..20 7230-7239=X2X..28 7240=X..20 7241=N2 7242=X..25 7250=N8 7251=N8N4 7252=N1
7253-7254=X..40 7255=X..10 7256=X..90 7257=X..70 7258=X3 7259=X..40 8001=N4N5N3N1N1 8002=X..20
8003=N1N13c[X..16] 8004=X..30 8005=N6 8006=N14cN4 8007=X..34 8008=N6dN2[N2][N2] 8009=X..50
8010=Y..30 8011=N..12 8012=X..20 8013=X..25 8014=X..25 8017=N18c 8018=N18c 8019=N..10 8020=X..25
8026=N14cN4 8030=Z..90 8040=N15 8041=N15 8042=N32 8043=N18[N..2] 8110=X..70 8111=N4 8112=X..70
8200=X..70 90=X..30 91-99=X..90
"""
_SETS = {
    "N": "[0-9]",
    "X": r"[!\"%&'()*+,\-./0-9:;<=>?A-Z_a-z]",
    "Y": r"[#\-/0-9A-Z]",
    "Z": r"[0-9A-Za-z\-_=]",
}
_COMPONENT = re.compile(r"(\[?)([NXYZ])(\.\.)?(\d+)([cd]?)\]?")
_SYMBOLOGY = re.compile(r"^\][A-Za-z]\d")
_BRACKET = re.compile(r"(?<!\\)\((\d{2,4})\)")  # a backslash before a bracket: it is text


@dataclass(frozen=True, slots=True)
class _Identifier:
    """How the value of an application identifier is written."""

    pattern: re.Pattern[str]
    checked: tuple[tuple[int, str], ...]  # group number, c or d
    known_length: int  # 0: ended by FNC1


@dataclass(frozen=True, slots=True)
class Elements:
    """What a shop wants to know of a GS1 symbol."""

    gtin: str
    lot: str = ""
    serial: str = ""
    expires_on: int | None = None  # day number (17, else best before 15)
    kilograms: Decimal | None = None
    count: Decimal | None = None
    amount: Decimal | None = None


def read_symbol(text: str) -> Elements | None:
    """The goods a GS1 symbol names; None where it is none, or names none."""
    found = read_elements(text)
    gtin = found.get("01") or found.get("02") if found else None
    if not found or not gtin:
        return None
    day = found.get("17") or found.get("15")
    count = found.get("37") or found.get("30")
    return Elements(
        gtin,
        found.get("10", ""),
        found.get("21", ""),
        _day(day) if day else None,
        _scaled(found, "310"),
        Decimal(count) if count else None,
        _scaled(found, "392"),
    )


def read_elements(text: str) -> dict[str, str] | None:
    """Every element by its application identifier; None where the text does not follow the rules.

    A symbology identifier (`]C1`) and brackets are understood, superfluous separators forgiven.
    """
    rest = _SYMBOLOGY.sub("", text).lstrip(FNC1)
    if rest.startswith("("):
        return _bracketed(rest)
    found: dict[str, str] = {}
    while rest:
        taken = _first(rest)
        if taken is None:
            return None
        identifier, value, rest = taken
        found[identifier] = value
    return found or None


def _first(text: str) -> tuple[str, str, str] | None:
    """The first element, and what comes after it."""
    identifier = next((text[:n] for n in (2, 3, 4) if text[:n] in _identifiers()), None)
    if identifier is None:
        return None
    rules, rest = _identifiers()[identifier], text[len(identifier) :]
    value = rest[: rules.known_length] if rules.known_length else rest.split(FNC1, 1)[0]
    if not _follows(rules, value):
        return None
    return identifier, value, rest[len(value) :].lstrip(FNC1)


def _bracketed(text: str) -> dict[str, str] | None:
    """The form that people read and type."""
    parts = _BRACKET.split(text)
    values = (value.replace("\\(", "(") for value in parts[2::2])
    found = dict(zip(parts[1::2], values, strict=True))
    rules = _identifiers()
    good = parts[0] == "" and all(
        one in rules and _follows(rules[one], value) for one, value in found.items()
    )
    return found if good and found else None


def _follows(rules: _Identifier, value: str) -> bool:
    """Whether a value is written as its identifier wants it."""
    found = rules.pattern.fullmatch(value)
    if found is None:
        return False
    for group, check in rules.checked:
        part = found.group(group)
        if part is None:
            continue
        if check == "c" and check_digit(part[:-1]) != part[-1]:
            return False
        if check == "d" and _day(part) is None:
            return False
    return True


@lru_cache(maxsize=1)
def _identifiers() -> dict[str, _Identifier]:
    """The table, read once when the first such symbol is scanned."""
    found: dict[str, _Identifier] = {}
    for entry in _SYNTAX.split():
        names, syntax = entry.split("=")
        rules = _rules(syntax, fixed=names.endswith("*"))
        first, _, last = names.rstrip("*").partition("-")
        for number in range(int(first), int(last or first) + 1):
            found[f"{number:0{len(first)}d}"] = rules
    return found


def _rules(syntax: str, *, fixed: bool) -> _Identifier:
    pattern, checked, length = "", [], 0
    for at, (optional, kind, upto, size, check) in enumerate(_COMPONENT.findall(syntax), start=1):
        many = f"{{1,{size}}}" if upto else f"{{{size}}}"
        pattern += f"({_SETS[kind]}{many})" + ("?" if optional else "")
        length += int(size)
        if check:
            checked.append((at, check))
    return _Identifier(re.compile(pattern), tuple(checked), length if fixed else 0)


def _day(text: str) -> int | None:
    """YYMMDD as a day number; day 00 is the month's last, the century the nearest one."""
    year, month, day = int(text[:2]), int(text[2:4]), int(text[4:6])
    this = clock.today() // 10_000
    near = min((this // 100 + step) * 100 + year for step in (-1, 0, 1)
               if -50 < (this // 100 + step) * 100 + year - this <= 50)  # fmt: skip
    if not 1 <= month <= 12 or day > monthrange(near, month)[1]:
        return None
    return near * 10_000 + month * 100 + (day or monthrange(near, month)[1])


def _scaled(found: dict[str, str], family: str) -> Decimal | None:
    """The value of 310n, 392n …: the identifier's last digit says how many places it has."""
    for identifier, value in found.items():
        if len(identifier) == 4 and identifier.startswith(family):
            return Decimal(value).scaleb(-int(identifier[3]))
    return None

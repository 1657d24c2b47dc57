"""Barcodes as text: what a scanner sends is a code, never a number.

Leading zeros count, and a spreadsheet that turned 6901234567892 into 6.90123E+12 destroyed it:
such a code is refused with its place, not stored (LEDGER L-82).
"""

import re

from erp_desktop.core.errors import DamagedCode

_EXPONENT = re.compile(r"^[+-]?\d+([.,]\d+)?[eE][+-]?\d+$")


def whole_code(text: str) -> str:
    """The code without surrounding blanks; raises DamagedCode for 6.90123E+12 and the like."""
    code = text.strip()
    if _EXPONENT.match(code) and ("+" in code or "." in code or "," in code):
        raise DamagedCode(code)
    return code


def check_digit(digits: str) -> str:
    """The GS1 check digit of the digits before it (EAN-8, UPC-A, EAN-13, GTIN-14)."""
    weighted = sum(int(d) * (3 if at % 2 == 0 else 1) for at, d in enumerate(reversed(digits)))
    return str(-weighted % 10)


def is_gtin(code: str) -> bool:
    """Does the code have a GTIN's length and the right check digit?"""
    return (
        code.isascii()
        and code.isdigit()
        and len(code) in {8, 12, 13, 14}
        and check_digit(code[:-1]) == code[-1]
    )

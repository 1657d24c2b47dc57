"""人民币大写: an amount in the capital numerals of Chinese invoices and cheques.

Four digits at a time (万, 亿, 万亿 …); zeros inside a group or between groups are said once, zeros
at the end not at all; an amount without fen ends in 整, or at jiao with nothing after it. A zero
between yuan and fen is said only when the jiao is nothing: 16409.02 is 壹万陆仟肆佰零玖元零贰分.
"""

from decimal import ROUND_DOWN, Decimal

DIGITS = "零壹贰叁肆伍陆柒捌玖"
WITHIN = ("仟", "佰", "拾", "")
PREFIX = "人民币"


def amount_in_words(amount: Decimal, *, prefix: str = PREFIX) -> str:
    """The amount in capitals, to the fen (what is smaller is left out, as on a cheque).

    Raises ValueError for what is not a number.
    """
    if not amount.is_finite():
        raise ValueError(f"{amount} is not an amount")
    fen = int(abs(amount).quantize(Decimal("0.01"), rounding=ROUND_DOWN).scaleb(2))
    yuan, rest = divmod(fen, 100)
    minus = "负" if amount < 0 and fen else ""
    return f"{prefix}{minus}{_yuan(yuan, alone=rest == 0)}{_small(rest, after_yuan=yuan > 0)}"


def _yuan(yuan: int, *, alone: bool) -> str:
    if yuan:
        return f"{_whole(yuan)}元"
    return "零元" if alone else ""


def _small(fen: int, *, after_yuan: bool) -> str:
    jiao, last = divmod(fen, 10)
    if fen == 0:
        return "整"
    zero = "零" if jiao == 0 and after_yuan else ""
    said_jiao = f"{DIGITS[jiao]}角" if jiao else ""
    said_fen = f"{DIGITS[last]}分" if last else ""
    return f"{zero}{said_jiao}{said_fen}"


def _whole(number: int) -> str:
    """A whole number above zero; 亿 splits it, so that 10^13 is 壹拾万亿."""
    if number < 10_000:
        return _group(number)
    word, size = ("亿", 10**8) if number >= 10**8 else ("万", 10**4)
    high, low = divmod(number, size)
    if low == 0:
        return f"{_whole(high)}{word}"
    zero = "零" if low < size // 10 else ""
    return f"{_whole(high)}{word}{zero}{_whole(low)}"


def _group(number: int) -> str:
    said = "".join(
        f"{DIGITS[int(digit)]}{unit}" if digit != "0" else "零"
        for digit, unit in zip(f"{number:04d}", WITHIN, strict=True)
    )
    while "零零" in said:
        said = said.replace("零零", "零")
    return said.strip("零")

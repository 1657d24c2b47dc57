"""The first letters of Chinese words, by which people type them: 采购入库 is cgrk.

For what the program itself is called by. The common 3755 characters stand in GB 2312 in the order
of their sound, so where a letter ends and the next begins is all that has to be known. The names
of goods are looked up in a dictionary that knows characters of two sounds; that one takes longer to
load than a palette may wait.
"""

from bisect import bisect_right
from typing import Final

_FIRST: Final = "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝"
_LETTERS: Final = "abcdefghjklmnopqrstwxyz"
_STARTS: Final = [one.encode("gb2312") for one in _FIRST]
_END: Final = b"\xd7\xf9"  # 座, the last common character


def first_letters(words: str) -> str:
    """The letters of the Chinese in some words; empty where there is none."""
    return "".join(_letter(one) for one in words)


def _letter(one: str) -> str:
    try:
        code = one.encode("gb2312")
    except UnicodeEncodeError:
        return ""
    if len(code) < 2 or not _STARTS[0] <= code <= _END:
        return ""
    return _LETTERS[bisect_right(_STARTS, code) - 1]

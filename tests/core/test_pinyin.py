"""The first letters by which Chinese words are typed."""

import pytest

from erp_desktop.core.pinyin import first_letters


@pytest.mark.parametrize(
    ("words", "letters"),
    [
        ("采购入库单", "cgrkd"),
        ("新建：盘点", "xjpd"),
        ("设置：打印机", "szdyj"),
        ("Excel 导出", "dc"),
        ("啊座", "az"),  # the first and the last of the table
        ("New: Goods receipt", ""),
        ("龘…😀", ""),  # not common, no character, not in the table at all
    ],
)
def test_first_letters(words, letters):
    assert first_letters(words) == letters

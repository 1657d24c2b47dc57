"""People read words in a file, scripts read codes in the reports."""

from python_calamine import CalamineWorkbook

from erp_desktop.cli.exporting import KIND_NAMES, write_accountant
from erp_desktop.core.states import Kind
from erp_desktop.core.table import Column, Table
from erp_desktop.exchange.worded import with_words
from erp_desktop.views.wording import KINDS


def test_the_command_line_says_kinds_as_the_windows_do() -> None:
    assert {Kind(code): name for code, name in KIND_NAMES.items()} == KINDS


def test_only_the_kinds_of_documents_are_worded() -> None:
    columns = (Column("kind", "Kind"), Column("name", "Name"))
    table = Table("t", "T", columns, [("sale", "sale"), ("thing", "x"), (None, "y")])
    assert with_words(table, str.upper).rows == [("SALE", "sale"), ("thing", "x"), (None, "y")]
    assert with_words(Table("t", "T", columns[1:], [("sale",)]), str.upper).rows == [("sale",)]


def test_the_accountant_of_a_chinese_shop_reads_chinese_kinds(tmp_path) -> None:
    from builders import Shop

    shop = Shop.found(tmp_path / "a.shop", language="zh_CN")
    shop.product("TEA")
    shop.receive("TEA", 2, 5)
    shop.sell("TEA", 1)
    write_accountant(shop.work, tmp_path / "a.xlsx")
    shop.work.close()
    workbook = CalamineWorkbook.from_path(tmp_path / "a.xlsx")
    said = {str(cell) for name in workbook.sheet_names
            for row in workbook.get_sheet_by_name(name).to_python() for cell in row}  # fmt: skip
    assert {"采购入库单", "零售单"} <= said
    assert not said & set(map(str, Kind))

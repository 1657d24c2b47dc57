"""Words of a list that stand for one of our codes, in both languages and as other programs say it.

The first two names of a code are what an export writes, in English and in Chinese.
"""

from typing import Final

from erp_desktop.exchange.imports.intake import Intake, SourceRow
from erp_desktop.exchange.mapping import bare
from erp_desktop.exchange.problems import Wrong

Names = dict[str, tuple[str, ...]]

KINDS: Final[Names] = {
    "goods": ("Goods", "商品", "product", "storable", "实物", "货品"),
    "service": ("Service", "服务", "services", "劳务"),
    "kit": ("Kit", "套装", "bundle", "set", "组合", "组合商品", "套餐"),
}
COSTING: Final[Names] = {
    "average": ("Moving average", "移动加权平均", "average", "avco", "加权平均", "移动平均"),
    "fifo": ("First in, first out", "先进先出", "fifo", "先进先出法"),
    "specific": ("By lot", "个别计价", "specific", "by lot or serial number", "specific lot"),
    "standard": ("Standard cost", "标准成本", "standard", "标准成本法"),
}
TRACK: Final[Names] = {
    "none": ("No", "不管理", "none", "否", "无"),
    "lot": ("By lot", "按批次", "lot", "lots", "batch", "批次", "批次管理"),
    "serial": ("By serial number", "按序列号", "serial", "serials", "serial number", "序列号"),
}
NEGATIVE: Final[Names] = {
    "block": ("Not allowed", "不允许", "block", "no", "禁止", "否"),
    "warn": ("With a warning", "提醒", "warn", "警告"),
    "allow": ("Allowed", "允许", "allow", "yes", "是"),
}
USAGE: Final[Names] = {
    "own": ("Our own", "自有", "own", "自营"),
    "third_party": ("Kept by others", "第三方仓", "third_party", "third party"),
    "virtual": ("No house", "虚拟仓", "virtual"),
    "consignment": ("On consignment", "寄售仓", "consignment"),
}
ROLES: Final[Names] = {
    "supplier": ("Supplier", "供应商", "vendor", "供货商"),
    "customer": ("Customer", "客户", "client", "buyer", "会员", "买家"),
    "both": ("Both", "客户和供应商", "两者", "客户供应商"),
}


def chosen(intake: Intake, row: SourceRow, name: str, names: Names) -> str | None:
    """The code that a cell says; None for an empty one, and for one that says none (told)."""
    said = row.text(name)
    if said is None:
        return None
    wanted = bare(said)
    for code, known in names.items():
        if wanted == bare(code) or any(wanted == bare(one) for one in known):
            return code
    spoken = int(not intake.mapping.columns.get(name, "").isascii())  # as the heading is
    intake.problem(row, name, Wrong.NOT_AMONG, ", ".join(known[spoken] for known in names.values()))
    return None


def written(code: str | None, names: Names, *, chinese: bool) -> str:
    """How a code is written in a list; one that a list does not say is empty."""
    known = names.get(code or "")
    return known[int(chinese)] if known else ""

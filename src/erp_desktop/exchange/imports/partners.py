"""Suppliers and customers out of a list: new ones are made, known ones (by code) are changed."""

import re
from dataclasses import replace
from decimal import Decimal

from erp_desktop.exchange.imports.choices import ROLES
from erp_desktop.exchange.imports.intake import ImportKind, Intake, SourceRow, nearest
from erp_desktop.exchange.mapping import FieldKind, FieldSpec, bare
from erp_desktop.exchange.problems import Wrong
from erp_desktop.models.books import Books
from erp_desktop.services.partners.partners import SavePartner, save_partner
from erp_desktop.services.shop.restoring import remembering

FIELDS = (
    FieldSpec("code", "Code", "编码", FieldKind.CODE, aliases=(
        "Customer ID", "Supplier ID", "Customer code", "Supplier code", "Partner code",
        "客户编码", "供应商编码", "客户编号", "供应商编号")),
    FieldSpec("name", "Name", "名称", aliases=(
        "Company name", "Company", "Customer name", "Supplier name", "Customer", "Supplier",
        "客户名称", "供应商名称", "单位名称", "客户", "供应商")),
    FieldSpec("role", "Role", "角色", aliases=("Partner type", "Kind", "类型", "往来类型")),
    FieldSpec("contact", "Contact", "联系人"),
    FieldSpec("phone", "Phone", "电话"),
    FieldSpec("email", "Email", "邮箱"),
    FieldSpec("address", "Address", "地址"),
    FieldSpec("city", "City", "城市"),
    FieldSpec("country", "Country", "国家"),
    FieldSpec("tax_id", "Tax number", "税号"),
    FieldSpec("terms_days", "Terms (days)", "账期（天）", FieldKind.COUNT, aliases=(
        "Terms", "Payment terms", "账期")),
    FieldSpec("note", "Note", "备注"),
    FieldSpec("lead_days", "Days to arrive", "到货天数", FieldKind.COUNT, aliases=(
        "Lead time", "Lead days")),
    FieldSpec("minimum_order", "Least order", "起订金额", FieldKind.MONEY, aliases=(
        "Minimum order",)),
    FieldSpec("over_percent", "Over-delivery %", "超收%", FieldKind.PERCENT),
    FieldSpec("level", "Price level", "价格级别", aliases=("Customer level", "客户级别")),
    FieldSpec("credit_limit", "Credit limit", "信用额度", FieldKind.MONEY),
    FieldSpec("tags", "Tags", "标签", aliases=("Labels", "客户标签")),
)  # fmt: skip
_BETWEEN = re.compile(r"[,，;；、\n]+")
_SAID = {name.casefold(): code for code, names in ROLES.items() for name in (code, *names)}


def take_in(books: Books, intake: Intake) -> None:
    """Check every row, then save them all."""
    role = intake.options["role"] or _role_of_file(intake)
    if role not in _SAID.values():
        intake.report.note("role", role="both")
        role = "both"
    known: dict[str, int] = dict(books.rows("SELECT code, id FROM partner"))
    levels: dict[str, int] = dict(books.rows("SELECT name, id FROM price_level"))
    seen: dict[str, int] = {}
    commands = [
        replace(_command(intake, row, role, seen), price_level_id=_level(intake, row, levels))
        for row in intake.rows
    ]
    intake.stop_if_faulty()
    there = [known[command.code] for command in commands if command.code in known]
    with remembering(books, intake.changes, "partner", there):
        for command in commands:
            save_partner(books, replace(command, batch_id=intake.batch_id, active=True))
    intake.report.came.add("partners", rows=len(commands) - len(there))
    intake.report.came.add("partners_changed", rows=len(there))
    intake.went_on(len(commands), len(commands))


def _role_of_file(intake: Intake) -> str:
    """What the headings and the file's name say the partners are."""
    said = bare(" ".join([*intake.sheets[0].header, intake.sheets[0].name, intake.path.stem]))
    roles = {role for word, role in _SAID.items() if bare(word) in said}
    return roles.pop() if len(roles) == 1 else "both"


def _command(intake: Intake, row: SourceRow, role: str, seen: dict[str, int]) -> SavePartner:
    said = {name: str(value) for name, value in row.values.items() if value is not None}
    code = said.get("code") or said.get("name") or ""
    if not code and not row.told("code", intake.mapping):
        intake.problem(row, "code", Wrong.MISSING)
    elif code and code in seen:
        intake.problem(row, "code", Wrong.DUPLICATE, str(seen[code]))
    seen.setdefault(code, row.number)
    if "role" in said:
        role = _SAID.get(said["role"].casefold(), "")
        if not role:
            intake.problem(row, "role", Wrong.NOT_AMONG, "supplier, customer, both")
    for name in ("terms_days", "lead_days", "minimum_order", "over_percent", "credit_limit"):
        value = row.values.get(name)
        if isinstance(value, int | Decimal) and value < 0:
            intake.problem(row, name, Wrong.NEGATIVE, f"{-value}")
    terms, lead_days = row.values.get("terms_days"), row.values.get("lead_days")
    return SavePartner(
        code=code,
        name=said.get("name"),
        is_supplier=True if role in {"supplier", "both"} else None,
        is_customer=True if role in {"customer", "both"} else None,
        contact=said.get("contact"),
        phone=said.get("phone"),
        email=said.get("email"),
        address=address_of(said),
        tax_number=said.get("tax_id"),
        terms_days=terms if isinstance(terms, int) else None,
        note=said.get("note"),
        lead_days=lead_days if isinstance(lead_days, int) else None,
        minimum_order=row.decimal("minimum_order"),
        over_percent=row.decimal("over_percent"),
        credit_limit=row.decimal("credit_limit"),
        tags=_BETWEEN.split(said["tags"]) if "tags" in said else None,
    )


def _level(intake: Intake, row: SourceRow, levels: dict[str, int]) -> int | None:
    """The price level that a row names."""
    said = row.text("level")
    if said is not None and said not in levels:
        intake.problem(row, "level", Wrong.UNKNOWN, nearest(said, levels))
    return None if said is None else levels.get(said)


def address_of(said: dict[str, str]) -> str | None:
    """Street, city and country in one line; None when nothing is said."""
    parts = [said[name] for name in ("address", "city", "country") if said.get(name)]
    return ", ".join(parts) or None


PARTNERS = ImportKind("partners", "Partners", FIELDS, take_in, {"role": ""}, title_zh="往来单位")

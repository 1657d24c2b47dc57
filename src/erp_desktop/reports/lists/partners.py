"""The lists of customers and suppliers, with what is open between us."""

from erp_desktop.core.table import Column, Kind, Listing

# ruff: noqa: S608  (constant SQL of our own)


def _account(role: str, sign: str = "") -> str:
    return (
        f"(SELECT COALESCE(SUM({sign}j.amount), 0) FROM journal_line j WHERE j.partner_id = p.id "
        f"AND j.account_id = (SELECT a.id FROM account a WHERE a.role = '{role}'))"
    )


RECEIVABLE, PAYABLE = _account("receivable"), _account("payable", "-")
ADVANCES = f"({_account('customer_advances', '-')} - {_account('supplier_advances')})"
WHAT = (
    "CASE WHEN p.is_customer AND p.is_supplier THEN 'Customer and supplier' "
    "WHEN p.is_supplier THEN 'Supplier' ELSE 'Customer' END"
)
LAST = "(SELECT MAX(d.booked_on) FROM document d WHERE d.partner_id = p.id AND d.state = 'posted')"
LEVEL = "(SELECT v.name FROM price_level v WHERE v.id = p.price_level_id)"
TAGS = "REPLACE(p.tags, '\n', ', ')"

PARTNERS = Listing(
    name="partners",
    title="Partners",
    columns=(
        Column("code", "Code", Kind.CODE, 110, sql="p.code"),
        Column("name", "Name", Kind.TEXT, 280, sql="p.name"),
        Column("what", "Kind", Kind.TEXT, 150, sql=WHAT),
        Column("level", "Price level", Kind.TEXT, 110, sql=LEVEL),
        Column("tags", "Tags", Kind.TEXT, 170, sql=TAGS),
        Column("contact", "Contact", Kind.TEXT, 130, sql="p.contact"),
        Column("phone", "Phone", Kind.CODE, 130, sql="p.phone"),
        Column("email", "E-mail", Kind.CODE, 160, hidden=True, sql="p.email"),
        Column("address", "Address", Kind.TEXT, 160, hidden=True, sql="p.address"),
        Column("last", "Last document", Kind.DATE, 110, sql=LAST),
        Column("receivable", "Owes us", Kind.MONEY, 110, total=True, sql=RECEIVABLE),
        Column("limit", "Credit limit", Kind.MONEY, 110, hidden=True, sql="p.credit_limit"),
        Column("payable", "We owe", Kind.MONEY, 110, total=True, sql=PAYABLE, cost=True),
        Column("advances", "Advances", Kind.MONEY, 100, hidden=True, sql=ADVANCES, cost=True),
    ),
    source="partner p",
    key="p.id",
    where="",
    search=("p.name", "p.code", "p.phone", "p.initials", "p.contact", "p.tags"),
    views=(
        ("active", "All", "p.active"),
        ("customers", "Customers", "p.active AND p.is_customer"),
        ("suppliers", "Suppliers", "p.active AND p.is_supplier"),
        ("owing", "Owe us", f"{RECEIVABLE} > 0"),
        ("owed", "We owe", f"{PAYABLE} > 0"),
        ("inactive", "Inactive", "NOT p.active"),
    ),
    order="name",
    descending=False,
)

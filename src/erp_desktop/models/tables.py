"""All tables together: importing this module makes `metadata` complete."""

from erp_desktop.models import (
    catalogue,
    documents,
    finance,
    partners,
    prices,
    sales,
    shop,
    stock,
    stock_counts,
    users,
)
from erp_desktop.models.base import Base

metadata = Base.metadata

__all__ = [
    "catalogue",
    "documents",
    "finance",
    "metadata",
    "partners",
    "prices",
    "sales",
    "shop",
    "stock",
    "stock_counts",
    "users",
]

"""All tables together: importing this module makes `metadata` complete."""

from erp_desktop.models import (
    catalogue,
    documents,
    finance,
    partners,
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
    "sales",
    "shop",
    "stock",
    "stock_counts",
    "users",
]

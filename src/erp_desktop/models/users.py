"""The people of the shop and what each may do."""

from sqlalchemy import String, true
from sqlalchemy.orm import Mapped, mapped_column

from erp_desktop.models.base import Base
from erp_desktop.models.types import Code, PrimaryKey, Word, Words


class User(Base):
    """A person on duty. `role` is owner, manager, clerk or accountant."""

    __tablename__ = "user_account"

    id: Mapped[PrimaryKey]
    name: Mapped[Code] = mapped_column(unique=True)
    full_name: Mapped[Words] = mapped_column(server_default="")
    role: Mapped[Word]
    password: Mapped[str | None] = mapped_column(String(200))
    pin: Mapped[str | None] = mapped_column(String(200))  # for the till, as salted as the password
    rights: Mapped[Words] = mapped_column(server_default="")  # JSON: where it differs from the role
    active: Mapped[bool] = mapped_column(server_default=true())

"""The carts of a till: the open one and those on hold, kept as one draft."""

from dataclasses import dataclass, field
from typing import Any

from erp_desktop.core import clock
from erp_desktop.views.till.cart import Cart, cart_content, cart_from


@dataclass(slots=True)
class Carts:
    """There is always an open cart; `held` wait, the oldest first."""

    open: Cart = field(default_factory=Cart)
    held: list[Cart] = field(default_factory=list)

    def hold(self, name: str = "") -> bool:
        """Put the open cart aside and begin a new one; an empty cart is not worth holding."""
        if not self.open.lines:
            return False
        self.open.held_at = clock.now()
        self.open.name = name or self.open.name
        self.held.append(self.open)
        self.open = Cart()
        return True

    def resume(self, at: int = 0) -> bool:
        """Take a held cart up again; the open one is held instead, if there is anything in it."""
        if not 0 <= at < len(self.held):
            return False
        wanted = self.held.pop(at)
        self.hold()
        wanted.held_at = None
        self.open = wanted
        return True

    def finish(self) -> None:
        """The open cart was sold."""
        self.open = Cart()

    def content(self) -> dict[str, Any]:
        """All carts as a draft."""
        return {"open": cart_content(self.open), "held": [cart_content(one) for one in self.held]}

    @classmethod
    def kept(cls, content: dict[str, Any]) -> "Carts":
        """The carts of a kept draft."""
        return cls(cart_from(content["open"]), [cart_from(one) for one in content["held"]])

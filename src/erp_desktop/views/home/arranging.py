"""Which panels the home page shows, and in which order: each person's own, kept with the shop."""

import json
from collections.abc import Sequence
from typing import Final, NamedTuple

from erp_desktop.services.shop.list_views import KeptView, forget_view, keep_view, kept_views
from erp_desktop.views.drafts import quietly
from erp_desktop.views.office import Office

LIST: Final = "home"  # what it is kept under, among the person's views of lists


class Placed(NamedTuple):
    """A panel in its order, seen or not."""

    code: str
    shown: bool = True


def kept_places(office: Office, codes: Sequence[str]) -> list[Placed]:
    """As the person on duty arranged them; panels that are new since stand at the end."""
    kept = office.ask(kept_views, LIST)
    told = json.loads(kept[0].question) if kept else []
    found = [Placed(str(code), bool(shown)) for code, shown in told if code in codes]
    known = {one.code for one in found}
    return [*found, *(Placed(code) for code in codes if code not in known)]


def keep_places(office: Office, placed: Sequence[Placed]) -> None:
    """From now on this person sees them so. No other window has to read anew."""
    kept = office.ask(kept_views, LIST)
    view = KeptView(LIST, "panels", json.dumps(placed), id=kept[0].id if kept else 0)
    quietly(office, keep_view, view)


def forget_places(office: Office) -> None:
    """As at first again."""
    for one in office.ask(kept_views, LIST):
        quietly(office, forget_view, LIST, one.id)

"""Lines of a day file, handed in as the command line does, and their answers as plain values."""

import json
from typing import Any

from builders import Shop
from erp_desktop.exchange.day_file import post_lines, read_lines


def send(shop: Shop, *lines: dict[str, Any]) -> list[dict[str, Any]]:
    """Post these lines in their order; the answer to each."""
    content = "\n".join(json.dumps(line) for line in lines)
    return [answer.as_json() for answer in post_lines(shop.work, read_lines(content.encode()))]

"""A file that lies beside something, written to where a person wants a copy."""

from pathlib import Path
from typing import Any

from erp_desktop.exchange.safe_file import whole_file
from erp_desktop.services.shop.attachments import attachment


def written_out(books: Any, file_id: int, path: Path) -> Path:
    """Write it whole or not at all. Raises UnknownFile, NotAllowed, FileUnwritable, DiskFull."""
    file = attachment(books, file_id)
    with whole_file(path) as draft:
        draft.write_bytes(file.data)
    return path

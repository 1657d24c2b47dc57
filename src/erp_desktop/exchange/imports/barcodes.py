"""Barcodes in a cell of a list: one or several, each of one product and one unit only."""

import re

from erp_desktop.core import errors
from erp_desktop.core.barcode import whole_code
from erp_desktop.exchange.imports.intake import Intake, SourceRow
from erp_desktop.exchange.problems import Wrong
from erp_desktop.models.books import Books

_BETWEEN = re.compile(r"[,;，；、|\n\r\t]+")


class Barcodes:
    """Reads the barcodes of rows, and tells which are damaged or belong to something else."""

    def __init__(self, books: Books, intake: Intake) -> None:
        self._intake = intake
        self._taken: dict[str, tuple[str, str]] = {
            row[0]: (row[1], row[2])
            for row in books.rows(
                "SELECT b.code, p.sku, COALESCE(b.unit, '') FROM barcode b "
                "JOIN product p ON p.id = b.product_id"
            )
        }

    def read(self, row: SourceRow, sku: str, unit: str = "") -> list[str] | None:
        """The barcodes of a row; None when it says none."""
        said = row.text("barcode")
        if said is None:
            return None
        found = []
        for part in filter(None, map(str.strip, _BETWEEN.split(said))):
            try:
                code = whole_code(part)
            except errors.DamagedCode:
                self._intake.problem(row, "barcode", Wrong.DAMAGED_CODE)
                continue
            owner = self._taken.setdefault(code, (sku, unit))
            if owner != (sku, unit):
                self._intake.problem(row, "barcode", Wrong.TAKEN, " ".join(filter(None, owner)))
            found.append(code)
        return found

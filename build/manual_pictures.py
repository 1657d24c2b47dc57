"""Takes the pictures of the manual and of the README again, by the tour, in both languages.

    python build/manual_pictures.py      (`python3 dev.py manual` does it)

The tour lives a day of the demo shop in the real windows; the pictures named here are copied from
it, made a little smaller, with as many colours as a PNG's palette has.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "manual" / "pictures"
FOLDERS = {"zh": "zh_CN-light", "en": "en-light"}
NAMES = (
    "first-run-shop", "home", "till", "sales-order", "purchase-order", "goods-receipt", "stock",
    "count", "product-card", "money", "reports",
)  # fmt: skip
WIDTH = 1200


def main() -> int:
    """Run the tour and copy; the exit status is 1 when a picture is missing."""
    with tempfile.TemporaryDirectory() as folder:
        tour = [sys.executable, "-m", "erp_desktop", "tour", "--out", folder, "--theme", "light"]
        if subprocess.run(tour, check=False).returncode:
            return 1
        missing = [
            f"{code}/{name}"
            for code, taken in FOLDERS.items()
            for name in NAMES
            if not copied(Path(folder) / taken, name, PICTURES / code / f"{name}.png")
        ]
    for name in missing:
        sys.stderr.write(f"the tour took no picture {name}\n")
    return int(bool(missing))


def copied(folder: Path, name: str, target: Path) -> bool:
    """Copy the first picture of this name, smaller."""
    found = sorted(folder.glob(f"[0-9][0-9]-{name}.png"))
    if not found:
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    with Image.open(found[0]) as picture:
        high = round(picture.height * WIDTH / picture.width)
        smaller = picture.convert("RGB").resize((WIDTH, high), Image.Resampling.LANCZOS)
        smaller.quantize(128).save(target, optimize=True)
    return True


if __name__ == "__main__":
    sys.exit(main())

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
README = ROOT / "docs" / "pictures"
FOLDERS = {"zh": "zh_CN-light", "en": "en-light"}
# What the manual calls a picture, and what the tour does.
NAMES = {
    name: name
    for name in (
        "first-run-shop", "home", "till", "sales-order", "purchase-order", "goods-receipt", "stock",
        "product-card", "money", "reports",
    )
} | {"count": "count-run"}  # fmt: skip
SHOWN = {  # in the README: folder and name of the tour
    "home-zh": ("zh_CN-light", "home"), "home-dark": ("en-dark", "home"),
    "palette": ("en-light", "palette"), "product-card": ("en-light", "product-card"),
    "purchase-order-zh-dark": ("zh_CN-dark", "purchase-order"),
    "report-zh": ("zh_CN-light", "report"), "sales-order": ("en-light", "sales-order"),
    "till": ("en-light", "till"),
}  # fmt: skip
WIDTH, WHOLE = 1200, 1440
OFTEN, SELDOM = 120, 100  # colours of the palette


def main() -> int:
    """Run the tour and copy; the exit status is 1 when a picture is missing."""
    with tempfile.TemporaryDirectory() as folder:
        tour = [sys.executable, "-m", "erp_desktop", "tour", "--out", folder]
        if subprocess.run(tour, check=False).returncode:
            return 1
        missing = [
            f"{code}/{name}"
            for code, taken in FOLDERS.items()
            for name, seen in NAMES.items()
            if not copied(Path(folder) / taken, seen, PICTURES / code / f"{name}.png")
        ]
        missing += [
            f"README/{name}"
            for name, (taken, seen) in SHOWN.items()
            if not copied(Path(folder) / taken, seen, README / f"{name}.png", WHOLE)
        ]
    for name in missing:
        sys.stderr.write(f"the tour took no picture {name}\n")
    return int(bool(missing))


def copied(folder: Path, name: str, target: Path, wide: int = WIDTH) -> bool:
    """Copy the first picture of this name, smaller."""
    found = sorted(folder.glob(f"[0-9][0-9][0-9]-{name}.png"))
    if not found:
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    with Image.open(found[0]) as picture:
        wide = min(wide, picture.width)
        high = round(picture.height * wide / picture.width)
        smaller = picture.convert("RGB").resize((wide, high), Image.Resampling.LANCZOS)
        with_few_colours(smaller).save(target, optimize=True)
    return True


def with_few_colours(picture: Image.Image) -> Image.Image:
    """The grounds in their own colours exactly, and some colours for what is seldom: a green dot, a
    red figure."""
    counted = sorted(picture.getcolors(picture.width * picture.height) or [], reverse=True)
    often = [colour for _, colour in counted[:OFTEN]]
    seldom = picture.quantize(SELDOM, Image.Quantize.MAXCOVERAGE).getpalette() or []
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in often for part in colour] + seldom[: 3 * SELDOM])
    made = picture.quantize(palette=palette, dither=Image.Dither.NONE)
    exact = {colour: at for at, colour in enumerate(often)}
    colours = zip(*[iter(picture.tobytes())] * 3, strict=True)
    dots = zip(colours, made.tobytes(), strict=True)
    made.frombytes(bytes(exact.get(colour, near) for colour, near in dots))
    return made


if __name__ == "__main__":
    sys.exit(main())

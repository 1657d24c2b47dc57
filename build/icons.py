"""Takes the icons that the program shows from the Lucide set, as their makers published them.

Run once, when an icon is added below; the files are kept in the repository. It needs `npm`:

    python build/icons.py

The strokes are `currentColor`: `views/icons.py` colours them when it draws.
"""

import shutil
import tempfile
from pathlib import Path

from npm_package import unpacked_npm_package

TARGET = Path(__file__).resolve().parents[1] / "resources" / "icons"
LUCIDE_PACKAGE = "lucide-static@1.62.0"

PAGES = """layout-dashboard house scan-barcode receipt-text truck boxes clipboard-check package
    users-round wallet chart-column settings"""
GOODS = """package-check package-minus package-open package-plus package-search package-x box
    barcode qr-code scan scan-line scan-qr-code tag tags layers ruler weight scale snowflake
    image image-plus shopping-bag shopping-cart baggage-claim gift palette forklift"""
PLACES = """store warehouse building-2 landmark map-pin factory globe container"""
PEOPLE = """user-round user-round-plus user-round-check circle-user-round contact-round id-card
    crown phone mail message-square handshake heart star"""
MONEY = """banknote credit-card wallet-cards coins hand-coins calculator
    percent badge-percent ticket-percent receipt piggy-bank book-open"""
PAPERS = """file-text file-spreadsheet file-plus file-check file-clock file-down file-pen
    file-search file-up file-x files clipboard-list clipboard-pen clipboard-x scroll-text
    notebook-text sticky-note paperclip folder folder-open archive archive-restore inbox
    stamp"""
DEEDS = """plus minus x check search pencil square-pen trash-2 copy save send printer download
    upload undo-2 redo-2 rotate-ccw rotate-cw refresh-cw repeat pause play lock lock-open link
    external-link split merge ban eye eye-off log-in log-out power import ellipsis
    ellipsis-vertical grip-vertical zoom-in zoom-out maximize minimize-2 move delete eraser flag
    pin bookmark bookmark-plus"""
LISTS = """filter list-filter list list-checks columns-3 rows-3 table-2 layout-grid group
    sliders-horizontal arrow-up-down arrow-down-wide-narrow arrow-up-narrow-wide calendar
    calendar-days calendar-clock clock history timer hash"""
ARROWS = """arrow-up arrow-down arrow-left arrow-right arrow-up-right arrow-down-left
    arrow-down-right arrow-left-right chevron-up chevron-down chevron-left chevron-right
    chevrons-up-down chevrons-left chevrons-right corner-down-left corner-down-right
    arrow-down-to-line arrow-up-from-line"""
STATES = """circle circle-alert circle-check circle-dashed circle-dot circle-help circle-minus
    circle-pause circle-plus circle-slash circle-x triangle-alert info bell badge-check
    shield-check shield-alert loader-circle activity target lightbulb sparkles bug square
    square-check square-minus"""
CHARTS = """chart-line chart-pie trending-up trending-down"""
MACHINE = """database server hard-drive hard-drive-download monitor smartphone keyboard wifi
    wifi-off usb bluetooth camera volume-2 sun moon languages contrast type a-large-small
    accessibility key-round fingerprint wrench command panel-left panel-left-close panel-left-open
    panel-right panel-right-close"""
LABELS = """align-left align-center align-right bold text-cursor-input magnet grid-3x3
    align-start-vertical align-center-vertical align-end-vertical align-start-horizontal
    align-center-horizontal align-end-horizontal"""

GROUPS = (
    PAGES,
    GOODS,
    PLACES,
    PEOPLE,
    MONEY,
    PAPERS,
    DEEDS,
    LISTS,
    ARROWS,
    STATES,
    CHARTS,
    MACHINE,
)


def main() -> None:
    """Write every icon named above, and the licence beside them."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for old in TARGET.glob("*.svg"):
        old.unlink()
    with tempfile.TemporaryDirectory() as folder:
        package = unpacked_npm_package(LUCIDE_PACKAGE, Path(folder))
        for name in " ".join((*GROUPS, LABELS)).split():
            shutil.copy(package / "icons" / f"{name}.svg", TARGET)
        shutil.copy(package / "LICENSE", TARGET / "LICENSE")


if __name__ == "__main__":
    main()

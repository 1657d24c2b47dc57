"""Makes the fonts that the program ships with, from the packages their makers publish.

A shop's paper shows Latin, figures and Chinese side by side, on a screen, in a PDF and in a
picture. So every face here is a plain TrueType file (reportlab cannot read CFF outlines), has a
fixed weight (reportlab and Pillow do not steer a variable font) and a PostScript name of its own
(reportlab takes a second file of the same name for the first).

* Inter 400, 500, 600 and 700: Latin and Latin Extended-A, with tabular figures (`tnum`).
* Noto Sans SC 400 and 700: everything of GB 2312, Latin, the signs of a shop's papers, and the
  characters that people's names use although GB 2312 forgot them.

Run once, when a face or its subset changes; the files it writes are kept in the repository:

    python -m pip install -e '.[fonts]'
    python build/fonts.py

It needs `npm` for Inter. Running it twice writes the same bytes.
"""

import shutil
import tempfile
from importlib.metadata import files as files_of_package
from pathlib import Path

from fontTools import subset
from fontTools.merge import Merger
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont
from npm_package import unpacked_npm_package

TARGET = Path(__file__).resolve().parents[1] / "resources" / "fonts"

INTER_PACKAGE = "@fontsource/inter@5.3.0"
CHINESE_PACKAGE = "justmytype-intl-cjk"

STYLES = {400: "Regular", 500: "Medium", 600: "SemiBold", 700: "Bold"}
LATIN_EXTENDED_A = range(0x0100, 0x0180)

# Name records that say where the face comes from and under which licence: they stay.
COPYRIGHT, VERSION, TRADEMARK, MAKER, LICENCE, LICENCE_PAGE = 0, 5, 7, 8, 13, 14
KEPT_NAMES = (COPYRIGHT, VERSION, TRADEMARK, MAKER, LICENCE, LICENCE_PAGE)

SIGN_BLOCKS = (
    range(0x0020, 0x007F),  # ASCII
    range(0x00A0, 0x0180),  # Latin-1 and Latin Extended-A
    range(0x2010, 0x2040),  # dashes, quotes, ellipsis, per mille
    range(0x20A0, 0x20C0),  # currencies
    range(0x2100, 0x2150),  # ℃ № ™
    range(0x2150, 0x2190),  # fractions, Roman numbers
    range(0x2190, 0x219A),  # arrows
    range(0x2460, 0x2500),  # ① ⑴
    range(0x25A0, 0x2600),  # ■ □ ▲ ●
    range(0x3000, 0x3040),  # 、。〈〉《》〇
    range(0x3200, 0x3400),  # ㈠ ㎡ ㎏
    range(0xFF00, 0xFFF0),  # full width forms, with the ￥ that receipt printers know
)
SINGLE_SIGNS = "−×÷±≈≠≤≥√∞✓✔✗✘★☆☑☒☐"
# Common in people's, places' and goods' names since the 1980s, not in GB 2312.
NAMES_AND_GOODS = (
    "喆堃玥珺瑀昇煊彧赟旻頔婍镕祎玟玚珈珩琤琇瑄瑢璟璐璠璎曈晗昉昕晞暐炘炜烜焓煜燊熠犇猇"
    "甯翀翊翾芃苡茗荞莜菡萱蓁蔺薏蘅虢谞谡赪跞轶逄郢郜郗鄢鄯鋆铖锜锬镝闫阚隗霈靓韫颀飏骁骅鹮麴"
    "黟龑埗塱堽漷泃洺浛涞淏淼湉湙溦滢潆澍澔濛瀞瀚沄汭沨洧浠垚垟堉墉妘妤姞姮娅娴婧婳嫣孃尧岍岚"
    "峥峣嵘嵩巍弢彣怡悱惇愔憬懿戬扆扦昀昺晁晔晟暄暕杺枔枳柃栩栯桁梓棪椹楠榕槿樨橙檬毓氪泠"
    "囍啫嗞嚿凃乂亓仝佟俣倢偲兟凇刖劼勖卮厍叆咘咲哿喰圳坣奀孖孮宓宬尕岙岽嵊巂帨帼幪庹廌弁"
    "甪畀畋睿瞿硚碶磾祃祾禤穈笕筼箬篁糍糌粿糀紬綦纟绚缃缦缨罍翚耇肼胨膦芓茓荙莙菀葙蒟薷藠蘖"
    "螨蚵蝲蟛衎袆裱褀襕觋訚誩诜豨貉赉赑趸踣輶迮迺郃郯鄌鄚酎酡醪釂鉴鑫钇钌钕铧锘锗镚镲閤陉雱霁"
    "鞥韪颋饸饹馃馥馧駃骍髹魟鲃鲅鲌鲭鲳鲷鲸鳀鳎鳙鳟鸢鹇麂麾黉黾"
)


def main() -> None:
    """Write every face and the two licences into resources/fonts."""
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        inter = unpacked_npm_package(INTER_PACKAGE, Path(folder))
        for weight in STYLES:
            write(inter_face(inter / "files", weight, Path(folder)), "Inter", weight)
        shutil.copy(inter / "LICENSE", TARGET / "Inter-OFL.txt")
    chinese = chinese_source("NotoSansSC[wght].ttf")
    for weight in (400, 700):
        write(chinese_face(chinese, weight), "Noto Sans SC", weight)
    shutil.copy(chinese_source("notosanssc/OFL.txt"), TARGET / "NotoSansSC-OFL.txt")


def chinese_source(ending: str) -> Path:
    """Where the installed package keeps the file whose path ends like this."""
    for file in files_of_package(CHINESE_PACKAGE) or ():
        if str(file).endswith(ending):
            return Path(str(file.locate()))
    raise SystemExit(f"{CHINESE_PACKAGE} has no {ending}: install the project's 'fonts' extra.")


def inter_face(files: Path, weight: int, folder: Path) -> TTFont:
    """One weight of Inter: the Latin file, and of Latin Extended what Europe's names need."""
    latin = TTFont(files / f"inter-latin-{weight}-normal.woff")
    extended = TTFont(files / f"inter-latin-ext-{weight}-normal.woff")
    cut(extended, LATIN_EXTENDED_A, features=["kern", "ccmp", "mark", "mkmk", "locl"])
    parts = []
    for name, font in (("latin", latin), ("extended", extended)):
        font.flavor = None
        parts.append(folder / f"{name}-{weight}.ttf")
        font.save(parts[-1])
    merged = Merger().merge([str(part) for part in parts])
    merged["head"].created = latin["head"].created  # not the moment of merging
    return merged


def chinese_face(source: Path, weight: int) -> TTFont:
    """One weight of Noto Sans SC, with the characters a Chinese shop writes."""
    face = instantiateVariableFont(TTFont(source), {"wght": weight}, inplace=True)
    cut(face, chinese_characters(), features=[])
    return face


def chinese_characters() -> set[int]:
    """GB 2312 as the codec knows it, the signs, and the names."""
    characters = {code for block in SIGN_BLOCKS for code in block}
    characters |= {ord(sign) for sign in SINGLE_SIGNS + NAMES_AND_GOODS}
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            characters |= {ord(c) for c in bytes((row, cell)).decode("gb2312", "ignore")}
    return characters


def cut(font: TTFont, characters: set[int] | range, features: list[str]) -> None:
    """Keep only these characters and features."""
    options = subset.Options(
        layout_features=features,
        name_IDs=["*"],
        notdef_outline=True,
        drop_tables=["BASE", "vhea", "vmtx", "STAT", "DSIG"],
    )
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=characters)
    cutter.subset(font)


def write(font: TTFont, family: str, weight: int) -> None:
    """Name the face, mark its weight, and save it."""
    name_face(font, family, weight)
    font["OS/2"].usWeightClass = weight
    bold = weight == 700
    font["head"].macStyle = int(bold)
    font["OS/2"].fsSelection = font["OS/2"].fsSelection & ~0b1100001 | (0x20 if bold else 0x40)
    # A file that says when it was built is never the same twice.
    font.recalcTimestamp = False
    font["head"].modified = font["head"].created
    path = TARGET / f"{family.replace(' ', '')}-{STYLES[weight]}.ttf"
    font.save(path)
    print(f"{path.name}: {path.stat().st_size / 1000:.0f} kB, {len(font.getBestCmap())} characters")


def name_face(font: TTFont, family: str, weight: int) -> None:
    """Give the family one name everywhere; Windows groups only regular and bold under it."""
    style = STYLES[weight]
    names = font["name"]
    kept = {number: names.getDebugName(number) for number in KEPT_NAMES}
    names.names = []
    paired = style in {"Regular", "Bold"}
    postscript = f"{family.replace(' ', '')}-{style}"
    texts = kept | {
        1: family if paired else f"{family} {style}",
        2: style if paired else "Regular",
        3: f"{kept[VERSION]};{postscript}",
        4: family if style == "Regular" else f"{family} {style}",
        6: postscript,
        16: family,
        17: style,
    }
    for number, text in texts.items():
        if text:
            names.setName(text, number, 3, 1, 0x409)


if __name__ == "__main__":
    main()

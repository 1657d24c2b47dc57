"""The Chinese is whole: every sentence the program says is in it, and it says what is meant."""

import ast
import importlib
import importlib.util
import inspect
import pkgutil
import re
import string
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from erp_desktop import reports
from erp_desktop.core import errors
from erp_desktop.core.errors import RuleBroken
from erp_desktop.core.table import Listing, Table
from erp_desktop.views import wording

REPOSITORY = Path(__file__).resolve().parents[1]
RULES = [
    rule
    for rule in vars(errors).values()
    if isinstance(rule, type) and issubclass(rule, RuleBroken) and rule is not RuleBroken
]
LATIN = re.compile(r"[A-Za-z]+")
# What is called the same in Chinese: formats, keys, the names of programs and of codes.
NAMES = {
    "sealed", "Shopify", "Etsy", "Amazon", "TikTok", "Shop",
    "ABC", "CSV", "Ctrl", "DPI", "ERP", "Desktop", "ESC", "Enter", "Esc", "Excel", "POS", "PDF",
    "PNG", "PostgreSQL", "MIT", "ODS", "QR", "SKU", "SQLite", "Shift", "TSPL", "USB", "WPS", "XLSX",
    "ZPL", "CNY", "EAN", "csv", "mm", "ods", "pdf", "shop", "xls", "xlsx", "A", "F", "P", "X", "Z",
}  # fmt: skip


def collector() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "translations", REPOSITORY / "build" / "translations.py"
    )
    module = importlib.util.module_from_spec(spec)
    sys.modules["translations"] = module
    spec.loader.exec_module(module)
    return module


translations = collector()


@pytest.fixture(scope="module")
def said() -> set[tuple[str, str]]:
    """Every sentence in the source: (context, English)."""
    return translations.sentences()


@pytest.fixture(scope="module")
def chinese() -> dict[tuple[str, str], str]:
    known, clashes = translations.chinese()
    assert not clashes, "two rooms say this in two ways"
    return known


@pytest.fixture
def in_chinese(qapp, tmp_path) -> Iterator[None]:
    """Qt speaks from the committed catalogue."""
    readable = tmp_path / "spoken.qm"
    translations.run("pyside6-lrelease", str(translations.CATALOGUE), "-qm", str(readable))
    translator = QTranslator()
    assert translator.load(str(readable))
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def test_every_sentence_has_its_chinese(said, chinese):
    assert sorted(said - chinese.keys()) == []
    assert [sentence for sentence, words in chinese.items() if not words.strip()] == []


def test_no_chinese_outlives_its_sentence(said, chinese):
    assert sorted(chinese.keys() - said) == []


def test_the_committed_catalogue_is_current(said, chinese):
    committed = translations.CATALOGUE.read_text("utf-8")
    assert committed == translations.catalogue(said, chinese), "run python3 dev.py translate"
    assert "unfinished" not in committed
    assert "obsolete" not in committed


def test_qts_collector_misses_nothing(said):
    """It reads Python by its own rules; what Python itself reads must all be there."""
    aliases = {"translate", "QT_TRANSLATE_NOOP", *all_aliases()}
    for path in translations.SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and translations.name_of(node.func) in aliases:
                texts = list(translations.literal(node.args[:2]))
                if len(texts) == 2:
                    assert tuple(texts) in said, path


def test_facts_and_figures_keep_their_places(chinese):
    for (_, english), words in chinese.items():
        assert places_of(words) == places_of(english), english


def test_no_english_is_left_in_the_chinese(chinese):
    left = {
        word: words
        for words in chinese.values()
        for word in LATIN.findall(re.sub(r"\{\w*\}", "", words))
        if word not in NAMES
    }
    assert left == {}


def test_chinese_ends_as_its_english_does(chinese):
    for (_, english), words in chinese.items():
        if english.endswith("…"):
            assert words.endswith("…"), english
        if english.endswith("?"):
            assert words.endswith("？"), english
        assert words == words.strip() or english != english.strip(), english


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_refusal_is_said_in_chinese(rule, in_chinese):
    sentence = wording.explain(rule(*("42" for _ in rule.fact_names)))
    assert sentence.endswith("。")
    assert re.search(r"[一-鿿]", sentence)
    assert LATIN.sub("", sentence) == sentence


def test_every_title_of_a_list_is_known(said):
    for title in titles():
        assert ("Table", title) in said, title


def test_the_language_is_heard(in_chinese):
    assert QCoreApplication.translate("Menu", "File") == "文件"
    assert wording.kind_word("purchase_order") == "采购订单"
    assert wording.state_word("confirmed") == "已审核"


# -- what the tests read ---------------------------------------------------------------------------


def all_aliases() -> set[str]:
    texts = (path.read_text("utf-8") for path in translations.SOURCE.rglob("*.py"))
    return set(translations.aliases(texts))


def places_of(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def titles() -> Iterator[str]:
    """Every title on the lists that the reports' modules offer."""
    for table in tables():
        yield table.title
        yield from (column.title for column in table.columns if column.title)
        yield from (title for _, title, _ in getattr(table, "views", ()))


def tables() -> Iterator[Listing | Table]:
    """Lists that stand in a module, and those its functions make when asked for nothing."""
    for found in pkgutil.walk_packages(reports.__path__, "erp_desktop.reports."):
        module = importlib.import_module(found.name)
        for thing in vars(module).values():
            if isinstance(thing, Listing | Table):
                yield thing
            elif inspect.isfunction(thing) and returns_a_listing(thing):
                yield thing()


def returns_a_listing(function: object) -> bool:
    wanted = inspect.signature(function)
    needed = [p for p in wanted.parameters.values() if p.default is p.empty]
    return wanted.return_annotation is Listing and not needed

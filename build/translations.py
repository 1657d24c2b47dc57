"""Collects the program's sentences and their Chinese into the catalogue that Qt reads.

The sentences are found in the source, the Chinese is kept by hand in `resources/i18n/zh_CN`, one
file a room, as {"Context": {"English": "中文"}}. Run after a sentence was added or changed
(`python3 dev.py translate` does it):

    python build/translations.py

It writes `erp_desktop_zh_CN.ts`, sorted and without places, so that the same sentences always give
the same file, makes the .qm of it, and names what has no Chinese yet or is no longer said.

The floors below Qt know no `translate`: there a sentence is plain English, and `CALLS` and `TABLES`
say where such sentences stand and to which context they belong.
"""

import ast
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree import ElementTree as Xml

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src"
WORDS = ROOT / "resources" / "i18n"
CHINESE = WORDS / "zh_CN"
CATALOGUE = WORDS / "erp_desktop_zh_CN.ts"

# Plain English handed to a call: files, names of the calls, which argument it is, its context.
CALLS = (
    ("*.py", {"Column", "Table", "Listing", "Report"}, 1, "Table"),
    ("reports/*.py", {"table"}, 1, "Table"),  # (name, title)
    ("exchange/imports/*.py", {"ImportKind"}, 1, "Import"),
    ("exchange/imports/channels.py", {"Channel"}, 0, "Import"),
    ("reports/accountant.py", {"_tie", "_flow", "TieOut"}, 0, "Table"),
    ("reports/integrity*.py", {"add", "money", "quantity"}, 1, "Proof"),
)
# Plain English that stands in a module's own tables: file, names, context.
TABLES = (
    ("exchange/problems.py", {"SENTENCES"}, "Problem"),
    ("exchange/imports/report.py", {"TITLES", "NOTES"}, "Import"),
    ("reports/accountant_depth.py", {"COSTING", "BY"}, "Table"),
    ("reports/stock_units.py", {"TITLES"}, "Table"),
    ("reports/reconciliation.py", {"ITEMS"}, "Table"),
    ("reports/replenishment.py", {"SENTENCES"}, "Replenishment"),
    (
        "reports/why_tree.py",
        {
            "ROOT",
            "PLACE",
            "SHOP",
            "ARRIVED",
            "EARLIER",
            "STATED",
            "CHANGED",
            "BELOW_ZERO",
            "PRICE",
            "LEFT",
            "FROM",
            "STAYED",
            "PART",
            "WORK",
            "BESIDE",
            "UNSHARED",
        },
        "Why",
    ),
)

QTS_OWN = r"\b(translate|QT_TRANSLATE_NOOP)"
MADE_SHORT = re.compile(rf"^(\w+)(?:: Final)? = [\w.]*{QTS_OWN}$", re.MULTILINE)

Sentence = tuple[str, str]  # context, English


def main() -> int:
    """Write the catalogue; the exit status is 1 when the Chinese does not match."""
    said, (known, clashes) = sentences(), chinese()
    CATALOGUE.write_text(catalogue(said, known), "utf-8")
    fresh = CATALOGUE.with_suffix(".qm-new")
    run("pyside6-lrelease", "-silent", str(CATALOGUE), "-qm", str(fresh))
    fresh.replace(CATALOGUE.with_suffix(".qm"))  # a program that runs goes on reading the old one
    missing, stale = said - known.keys(), known.keys() - said
    report("has no Chinese yet", missing)
    report("is no longer said", stale)
    report("has another Chinese in another room", clashes)
    sys.stdout.write(f"{len(said)} sentences, {len(said) - len(missing)} of them in Chinese\n")
    return int(bool(missing or stale or clashes))


def report(what: str, found: Iterable[Sentence]) -> None:
    for context, english in sorted(found):
        sys.stdout.write(f"{context}: {english!r} {what}\n")


# What is said


def sentences() -> set[Sentence]:
    """Every sentence that the program shows."""
    texts = {path: path.read_text("utf-8") for path in sorted(SOURCE.rglob("*.py"))}
    speaking = [path for path, text in texts.items() if re.search(QTS_OWN, text)]
    plain = {one for path, text in texts.items() for one in plain_in(path, ast.parse(text))}
    with tempfile.TemporaryDirectory() as folder:
        listed, found = Path(folder, "plain.py"), Path(folder, "found.ts")
        said = (f"translate({quoted(context)}, {quoted(text)})" for context, text in sorted(plain))
        listed.write_text("\n".join(said), "utf-8")
        collect([*speaking, listed], aliases(texts.values()), found)
        return set(read(found))


def collect(files: Iterable[Path], aliases: dict[str, str], target: Path) -> None:
    """Let Qt's own collector read these files into `target`."""
    functions = [f"{function}+={alias}" for alias, function in sorted(aliases.items())]
    options = ["-silent", "-locations", "none", "-source-language", "en"]
    options += ["-target-language", "zh_CN", "-ts", str(target)]
    if functions:
        options = ["-tr-function-alias", ",".join(functions), *options]
    run("pyside6-lupdate", *map(str, files), *options)


def aliases(texts: Iterable[str]) -> dict[str, str]:
    """The short names that modules give to Qt's two functions (`mark = …QT_TRANSLATE_NOOP`)."""
    found = {alias: function for text in texts for alias, function in MADE_SHORT.findall(text)}
    return {alias: function for alias, function in found.items() if alias != function}


def plain_in(path: Path, module: ast.Module) -> Iterator[Sentence]:
    """The sentences of one module that Qt's collector cannot see."""
    for files, names, position, context in CALLS:
        if path.match(files):
            for call in calls_of(module, names):
                given = call.args[position : position + 1]
                handed = [one.elts[-1] if isinstance(one, ast.Tuple) else one for one in given]
                handed += titles_of(call)
                yield from ((context, text) for text in literal(handed))
    for files, names, context in TABLES:
        if path.match(files):
            yield from ((context, text) for text in literal(values_of(module, names)))


def calls_of(module: ast.Module, names: set[str]) -> Iterator[ast.Call]:
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and name_of(node.func) in names:
            yield node


def titles_of(call: ast.Call) -> Iterator[ast.expr]:
    """The title given by name, and those of a list's named views: (code, title, condition)."""
    for keyword in call.keywords:
        if keyword.arg == "title":
            yield keyword.value
        if keyword.arg == "views":
            views = (one for one in ast.walk(keyword.value) if isinstance(one, ast.Tuple))
            yield from (view.elts[1] for view in views if len(view.elts) == 3)


def values_of(module: ast.Module, names: set[str]) -> Iterator[ast.expr]:
    """The texts that the module's own names of this kind stand for; of a dict its values."""
    for node in module.body:
        if isinstance(node, ast.AnnAssign) and node.value and name_of(node.target) in names:
            inside = node.value.values if isinstance(node.value, ast.Dict) else [node.value]
            for value in inside:
                yield from value.elts if isinstance(value, ast.Tuple) else [value]


def literal(nodes: Iterable[ast.expr]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
            yield node.value


def name_of(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def quoted(text: str) -> str:
    """As a literal that Qt's collector reads: it does not know the single quotes of repr."""
    return json.dumps(text, ensure_ascii=False)


# Its Chinese


def chinese() -> tuple[dict[Sentence, str], set[Sentence]]:
    """What was written by hand, and what two rooms say in two ways (the first one counts)."""
    known: dict[Sentence, str] = {}
    clashes: set[Sentence] = set()
    for room in sorted(CHINESE.glob("*.json")):
        for context, words in json.loads(room.read_text("utf-8")).items():
            for english, said in words.items():
                if known.setdefault((context, english), said) != said:
                    clashes.add((context, english))
    return known, clashes


# The catalogue


def catalogue(said: Iterable[Sentence], known: dict[Sentence, str]) -> str:
    """The text of the .ts file."""
    root = Xml.Element("TS", version="2.1", language="zh_CN", sourcelanguage="en")
    contexts: dict[str, Xml.Element] = {}
    for context, english in sorted(said):
        if context not in contexts:
            contexts[context] = Xml.SubElement(root, "context")
            Xml.SubElement(contexts[context], "name").text = context
        message = Xml.SubElement(contexts[context], "message")
        Xml.SubElement(message, "source").text = english
        translation = Xml.SubElement(message, "translation")
        translation.text = known.get((context, english))
        if not translation.text:
            translation.set("type", "unfinished")
    Xml.indent(root, "    ")
    body = Xml.tostring(root, encoding="unicode", short_empty_elements=False)
    return f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n'


def read(path: Path) -> Iterator[Sentence]:
    """The sentences of a .ts file."""
    for context in Xml.parse(path).getroot().iter("context"):  # noqa: S314  (Qt wrote it just now)
        for message in context.iter("message"):
            yield context.findtext("name", ""), message.findtext("source", "")


def run(program: str, *arguments: str) -> None:
    """Run one of Qt's programs from the environment that this Python belongs to."""
    beside = Path(sys.executable).parent / program
    command = [str(beside), *arguments]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{program} failed:\n{done.stdout}{done.stderr}")


if __name__ == "__main__":
    sys.exit(main())

"""The project's own documents say what is true: versions, links, commands, cases, decisions."""

import re
import tomllib
from pathlib import Path

import pytest

from erp_desktop.cli.program import COMMANDS
from erp_desktop.exchange.day_file import VERBS
from erp_desktop.models.tables import metadata

REPOSITORY = Path(__file__).resolve().parents[1]
DOCUMENTS = [*REPOSITORY.glob("*.md"), *sorted((REPOSITORY / "docs").rglob("*.md"))]
PICTURES = REPOSITORY / "docs" / "pictures"
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
CASE = re.compile(r"L-(\d+)(?: to L-(\d+))?")


def text_of(*names: str) -> str:
    return REPOSITORY.joinpath(*names).read_text("utf-8")


def test_the_changelog_begins_with_this_version():
    version = tomllib.loads(text_of("pyproject.toml"))["project"]["version"]
    newest = re.search(
        r"^## \[(.+?)\]( - \d{4}-\d\d-\d\d)?$", text_of("CHANGELOG.md"), re.MULTILINE
    )
    assert newest is not None
    assert newest[1] == version
    assert newest[2], "a version says its day"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_leads_somewhere(document):
    links = [one for one in LINK.findall(document.read_text("utf-8")) if "://" not in one]
    if not any(PICTURES.glob("*.png")):  # the tour has not been taken yet
        links = [one for one in links if not one.startswith("docs/pictures/")]
    assert [one for one in links if not (document.parent / one).exists()] == []


def test_every_command_is_described():
    described = set(re.findall(r"^\| `([a-z-]+)", text_of("docs", "command-line.md"), re.MULTILINE))
    assert set(COMMANDS) <= described


def test_every_verb_of_a_day_file_is_described():
    rows = re.findall(r"^\| (`[a-z_`, ]+`) \|", text_of("docs", "command-line.md"), re.MULTILINE)
    assert set(VERBS) <= {verb for row in rows for verb in re.findall("`([a-z_]+)`", row)}


def test_every_table_of_the_database_is_named():
    named = set(re.findall(r"`([a-z_]+)`", text_of("docs", "architecture.md")))
    assert set(metadata.tables) <= named


def test_every_file_that_is_named_exists():
    """`core/money.py` and its like, as architecture.md and the decisions name them."""
    folders = (REPOSITORY, REPOSITORY / "src" / "erp_desktop")
    for document in DOCUMENTS:
        for name in re.findall(r"`([\w/]+/[\w/]+\.py)", document.read_text("utf-8")):
            assert any((folder / name).exists() for folder in folders), (document.name, name)


def test_every_case_that_is_told_is_a_test():
    tests = REPOSITORY.glob("tests/*/**/*.py")
    told = "\n".join(path.read_text("utf-8") for path in tests).lower()
    for first, last in CASE.findall(text_of("docs", "ledger.md")):
        for number in {int(first), int(last or first)}:
            assert re.search(rf"l-?{number}\b|l{number}_", told), f"L-{number}"


def test_decisions_are_numbered_without_gaps():
    numbers = [int(path.name[:4]) for path in sorted((REPOSITORY / "docs/decisions").glob("*.md"))]
    assert numbers == list(range(1, len(numbers) + 1))
    for path in (REPOSITORY / "docs/decisions").glob("*.md"):
        title = path.read_text("utf-8").partition("\n")[0]
        assert title.startswith(f"# {int(path.name[:4])}. ")

"""The house as rules that fail: imports run downwards, rooms stay small, nobody else commits."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter import cli

REPOSITORY = Path(__file__).resolve().parents[1]
PROGRAM = REPOSITORY / "src" / "erp_desktop"
# a migration is written once, by the tool, and never read as a whole
MODULES = sorted(m for m in PROGRAM.rglob("*.py") if m.parent.name != "versions")

MODULE_LINES, CLASS_LINES, FUNCTION_LINES, MAIN_WINDOW_LINES = 400, 300, 40, 200
NAMES_THAT_SAY_NOTHING = {"manager", "helper", "util", "misc", "common", "tools", "stuff"}
EXACT_FLOORS = ("core", "models", "services")
NOT_COLLECTED = ([ast.Constant, ast.JoinedStr], [ast.Name, ast.Constant], [ast.Name, ast.JoinedStr])


def test_imports_run_one_way():
    configuration = str(REPOSITORY / "pyproject.toml")
    assert cli.lint_imports(config_filename=configuration, no_cache=True) == cli.EXIT_STATUS_SUCCESS


def test_a_room_that_grows_gets_a_wall():
    assert [said(m, f"{n} lines") for m in MODULES if (n := lines_of(m)) > MODULE_LINES] == []
    main_window = PROGRAM / "views" / "main_window.py"
    assert not main_window.exists() or lines_of(main_window) <= MAIN_WINDOW_LINES


def test_classes_and_functions_stay_readable():
    limits = {
        ast.ClassDef: CLASS_LINES,
        ast.FunctionDef: FUNCTION_LINES,
        ast.AsyncFunctionDef: FUNCTION_LINES,
    }
    assert [
        said(module, f"{node.name} has {length} lines")
        for module, node in nodes(*limits)
        if (length := node.end_lineno - node.lineno + 1) > limits[type(node)]
    ] == []


def test_modules_are_named_for_what_they_hold():
    assert [
        said(module, "says nothing")
        for module in MODULES
        for word in module.stem.split("_")
        if word.removesuffix("s") in NAMES_THAT_SAY_NOTHING
    ] == []


def test_the_unit_of_work_is_the_only_committer():
    committer = PROGRAM / "services" / "unit_of_work.py"
    assert [
        said(module, f"line {node.lineno}")
        for module, node in nodes(ast.Call)
        if module != committer
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"commit", "rollback"}
    ] == []


def test_money_and_quantities_never_become_floats():
    assert [
        said(module, f"line {node.lineno}")
        for module, node in nodes(ast.Call)
        if module.relative_to(PROGRAM).parts[0] in EXACT_FLOORS
        and isinstance(node.func, ast.Name)
        and node.func.id == "float"
    ] == []


def test_sentences_are_literal_where_they_are_translated():
    """The collector reads an f-string as it stands, and files a variable context under none."""
    assert [
        said(module, f"line {node.lineno}")
        for module, node in nodes(ast.Call)
        if name_of(node.func) == "translate"
        and [type(argument) for argument in node.args[:2]] in NOT_COLLECTED
    ] == []


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(PROGRAM)))
def test_a_module_says_its_idea_first(module):
    tree = ast.parse(module.read_text("utf-8"))
    assert not tree.body or ast.get_docstring(tree)


def nodes(*kinds: type[ast.AST]) -> Iterator[tuple[Path, ast.AST]]:
    """Every node of these kinds in the program, with its module."""
    for module in MODULES:
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            if isinstance(node, kinds):
                yield module, node


def name_of(called: ast.expr) -> str:
    return getattr(called, "attr", None) or getattr(called, "id", "")


def lines_of(module: Path) -> int:
    return len(module.read_text("utf-8").splitlines())


def said(module: Path, what: str) -> str:
    return f"{module.relative_to(REPOSITORY)}: {what}"

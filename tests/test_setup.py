"""A fresh machine gets what was tried: the lock pins everything, set-up needs only Python."""

import ast
import importlib.util
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path
from types import ModuleType

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

REPOSITORY = Path(__file__).resolve().parents[1]
SYSTEMS = ({}, {"sys_platform": "win32", "platform_system": "Windows"}, {"sys_platform": "darwin"})


def test_the_lock_pins_every_package_exactly():
    for requirement in lock():
        (pin,) = requirement.specifier
        assert pin.operator == "==", requirement
        assert "*" not in pin.version, requirement


def test_the_lock_satisfies_the_project():
    pinned = {canonicalize_name(r.name): next(iter(r.specifier)).version for r in lock()}
    for requirement in project_requirements():
        name = canonicalize_name(requirement.name)
        assert name in pinned, requirement
        assert pinned[name] in requirement.specifier, requirement


@pytest.mark.parametrize("system", SYSTEMS, ids=("here", "windows", "mac"))
def test_the_lock_is_complete_on_every_system(system):
    here = default_environment() | {"extra": ""} | system
    pinned = {canonicalize_name(r.name) for r in lock() if not r.marker or r.marker.evaluate(here)}
    missing = {
        f"{name} needs {needed}"
        for name in pinned
        for needed in needs_of(name)
        if not needed.marker or needed.marker.evaluate(here)
        if canonicalize_name(needed.name) not in pinned
    }
    assert missing == set()


def test_set_up_needs_nothing_but_python():
    tree = ast.parse((REPOSITORY / "dev.py").read_text("utf-8"))
    imported = {
        alias.name for n in ast.walk(tree) if isinstance(n, ast.Import) for alias in n.names
    }
    imported |= {n.module for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in imported} <= sys.stdlib_module_names


def test_without_the_right_to_install_one_command_is_said(monkeypatch, capsys):
    dev = dev_module()
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(dev.shutil, "which", lambda name: "/usr/bin/apt-get")
    monkeypatch.setattr(dev.os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(dev, "loads", lambda library: library != "libGL.so.1")
    with pytest.raises(SystemExit):
        dev.install_from_the_system({})
    assert "sudo apt-get install -y --no-install-recommends libgl1" in capsys.readouterr().out


def test_what_only_tests_need_does_not_stop_the_shop(monkeypatch, capsys):
    dev = dev_module()
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(dev.shutil, "which", lambda name: None if name == "xdotool" else name)
    monkeypatch.setattr(dev.os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(dev, "loads", lambda library: True)
    dev.install_from_the_system(dev.TEST_PROGRAMS)
    assert capsys.readouterr().out.rstrip().endswith("--no-install-recommends xdotool")


def lock() -> list[Requirement]:
    lines = (REPOSITORY / "requirements.lock").read_text("utf-8").splitlines()
    return [Requirement(line) for line in lines if line and not line.startswith("#")]


def project_requirements() -> list[Requirement]:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))
    wanted = project["project"]["dependencies"]
    wanted = wanted + project["project"]["optional-dependencies"]["dev"]
    return [Requirement(text) for text in wanted + project["build-system"]["requires"]]


def needs_of(name: str) -> Iterator[Requirement]:
    """What an installed package needs; one for another system says nothing here."""
    try:
        yield from map(Requirement, requires(name) or ())
    except PackageNotFoundError:
        return


def dev_module() -> ModuleType:
    spec = importlib.util.spec_from_file_location("dev", REPOSITORY / "dev.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module

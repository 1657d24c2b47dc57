"""The command line as a script's author knows it: words in, status and answer out."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from erp_desktop.cli.program import run


@dataclass(frozen=True)
class Outcome:
    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Erp = Callable[..., Outcome]


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the settings of whoever runs it."""
    monkeypatch.setenv("ERP_CONFIG", str(tmp_path / "config"))
    for name in ("ERP_SHOP", "ERP_PASSWORD", "ERP_NEW_PASSWORD"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def erp(capsys: pytest.CaptureFixture[str]) -> Erp:
    """Run a command in this process."""

    def runs(*words: object) -> Outcome:
        capsys.readouterr()
        status = run([str(word) for word in words])
        return Outcome(status, *capsys.readouterr())

    return runs


@pytest.fixture
def program() -> Erp:
    """Run a command as a program of its own."""

    def runs(*words: object, **environment: str) -> Outcome:
        done = subprocess.run(
            [sys.executable, "-m", "erp_desktop", *map(str, words)],
            capture_output=True, check=False, env={**os.environ, **environment}, timeout=120,
        )  # fmt: skip
        return Outcome(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    return runs


@pytest.fixture
def shop(erp: Erp, tmp_path: Path) -> Path:
    """A shop in a file: prices include 13 % tax, yuan, UTC."""
    place = tmp_path / "corner.shop"
    made = erp(
        "--shop", place, "init", "--name", "Corner", "--language", "en", "--time-zone", "UTC"
    )
    assert made.status == 0, made.err
    return place


@pytest.fixture
def day_file(tmp_path: Path) -> Callable[..., Path]:
    """Write lines (objects or raw text) into a day file."""

    def writes(*lines: Any, name: str = "day.jsonl") -> Path:
        path = tmp_path / name
        said = [line if isinstance(line, str) else json.dumps(line) for line in lines]
        path.write_text("\n".join(said) + "\n", "utf-8")
        return path

    return writes

"""What every test stands on: no screen, no silence, a clock that was put back, a server on demand.

A warning is a failure wherever it is said: Python's and Qt's through pyproject.toml, the logged
ones here. A test that expects a logged warning reads it from `caplog` and then clears `caplog`.
"""

import atexit
import logging
import os
import shutil
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if "XDG_RUNTIME_DIR" not in os.environ:  # Qt warns without one
    _runtime = tempfile.TemporaryDirectory(prefix="erp-run-", ignore_cleanup_errors=True)
    atexit.register(_runtime.cleanup)
    os.environ["XDG_RUNTIME_DIR"] = _runtime.name

import pytest
from hypothesis import HealthCheck, settings

import postgres
from erp_desktop.core import clock

REPOSITORY = Path(__file__).resolve().parents[1]
WINDOW_PROGRAMS = ("Xvfb", "openbox", "xdotool", "import")

_database_numbers = count(1)

slow_is_fine = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("local", max_examples=20, **slow_is_fine)
settings.register_profile("full", max_examples=1000, **slow_is_fine)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--full", action="store_true", help="also the long campaigns")


def pytest_configure(config: pytest.Config) -> None:
    settings.load_profile("full" if config.getoption("--full") else "local")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the long campaigns unless asked for, and real windows where none can be.

    The longest of all begins first: nobody waits for it at the end.
    """
    items.sort(key=lambda item: "test_machine" not in item.nodeid)
    full = config.getoption("--full")
    missing = [name for name in WINDOW_PROGRAMS if not shutil.which(name)]
    for item in items:
        if item.get_closest_marker("full") and not full:
            item.add_marker(pytest.mark.skip(reason="a long campaign: dev.py test --full"))
        if item.get_closest_marker("window") and missing and not required():
            item.add_marker(pytest.mark.skip(reason=f"not installed: {', '.join(missing)}"))


def required() -> bool:
    """Whether what is missing on this machine must fail instead of being skipped."""
    return bool(os.environ.get("CI"))


@pytest.fixture(autouse=True)
def _logged_warnings_fail(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    yield
    said = [r for when in ("setup", "call") for r in caplog.get_records(when)]
    loud = [f"{r.name}: {r.getMessage()}" for r in said if r.levelno >= logging.WARNING]
    if loud:
        pytest.fail("Warnings were logged:\n" + "\n".join(loud), pytrace=False)


@pytest.fixture(autouse=True)
def _clock_put_back() -> Iterator[None]:
    yield
    clock.set_now(None)
    clock.use_zone("UTC")


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """The URL of a PostgreSQL server that lives as long as this test process."""
    if postgres.server_program("initdb") is None:
        if required():
            pytest.fail("PostgreSQL's server program is not installed, and CI needs it")
        pytest.skip("PostgreSQL's server program (initdb) is not installed")
    with postgres.throwaway_cluster() as url:
        yield url


@pytest.fixture
def postgres_database(postgres_url: str) -> Iterator[str]:
    """The URL of an empty database on that server, for this test alone."""
    with postgres.fresh_database(postgres_url, f"test_{next(_database_numbers)}") as url:
        yield url


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The real sample data beside the repository."""
    folder = REPOSITORY.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("the sample data does not lie beside this repository")
    return folder

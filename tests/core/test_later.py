"""Modules that are loaded at the first look into them."""

import sys
from threading import Barrier, Thread

import pytest

from erp_desktop.core.later import loaded_later


@pytest.fixture
def slow_module(tmp_path, monkeypatch):
    (tmp_path / "slow_module.py").write_text("import time\ntime.sleep(0.2)\nanswer = 42\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    yield "slow_module"
    sys.modules.pop("slow_module", None)


def test_its_code_runs_at_the_first_look(slow_module):
    module = loaded_later(slow_module)
    assert slow_module not in sys.modules
    assert module.answer == 42
    assert loaded_later(slow_module) is sys.modules[slow_module]


def test_two_threads_that_look_at_once_both_see_all_of_it(slow_module):
    module, barrier, seen = loaded_later(slow_module), Barrier(2), []

    def look():
        barrier.wait()
        seen.append(module.answer)

    def take():
        barrier.wait()
        from slow_module import answer

        seen.append(answer)

    threads = [Thread(target=look), Thread(target=take)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [42, 42]


def test_a_name_that_is_no_module_is_said_at_once():
    with pytest.raises(ModuleNotFoundError):
        loaded_later("erp_desktop.no_such_module")

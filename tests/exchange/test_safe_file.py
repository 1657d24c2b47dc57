"""A file is written whole or not at all; what is no file keeps its place."""

import os
import threading
from pathlib import Path

import pytest

from erp_desktop.core.errors import FileUnwritable
from erp_desktop.exchange.safe_file import whole_file


def test_a_fault_half_way_leaves_the_older_file(tmp_path: Path) -> None:
    kept = tmp_path / "prices.csv"
    kept.write_text("older")

    def half() -> None:
        with whole_file(kept) as draft:
            draft.write_text("half")
            raise OSError

    with pytest.raises(FileUnwritable):
        half()
    assert kept.read_text() == "older"
    assert list(tmp_path.iterdir()) == [kept]


@pytest.mark.skipif(os.name == "nt", reason="links need a right of their own there")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    there, link = tmp_path / "shared" / "prices.csv", tmp_path / "prices.csv"
    there.write_text("older")
    link.symlink_to(there)

    with whole_file(link) as draft:
        draft.write_text("newer")

    assert link.is_symlink()
    assert there.read_text() == "newer"
    assert list((tmp_path / "shared").iterdir()) == [there]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_takes_the_bytes_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe, heard = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: heard.append(pipe.read_bytes()))
    reader.start()

    with whole_file(pipe) as draft:
        draft.write_text("all of it")
    reader.join(10)

    assert heard == [b"all of it"]
    assert pipe.is_fifo()
    assert list(tmp_path.iterdir()) == [pipe]

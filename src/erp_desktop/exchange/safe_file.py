"""A file is either written whole or not at all.

What is exported goes into a file beside the target, and takes the target's name only when its
last byte is on the disk. A full disk, a locked target or a fault half way leaves the older file
as it was, and nothing lying about. A link stays one (its file is written), and so does a device or
a pipe, which takes no other file's place: there the bytes are poured in.
"""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import gettempdir
from uuid import uuid4

from erp_desktop.core.errors import DiskFull, FileUnwritable, RuleBroken

NO_ROOM = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Give a path to write to; it becomes `path` when the block ends well.

    Raises DiskFull or FileUnwritable; then the target is as it was before.
    """
    poured = path.exists() and not path.is_file()
    target = path.resolve() if path.is_file() else path
    folder = Path(gettempdir()) if poured else target.parent
    draft = folder / f".{target.name[:100]}.{uuid4().hex[:8]}.part"
    try:
        yield draft
        if poured:
            target.write_bytes(draft.read_bytes())
        else:
            _settle(draft)
            draft.replace(target)
    except OSError as wrong:
        raise _refusal(path, wrong) from wrong
    finally:
        with suppress(OSError):  # a folder that is no folder has been reported already
            draft.unlink()


def _settle(draft: Path) -> None:
    """Wait until the bytes are on the disk, so that a power cut cannot leave an empty file."""
    with draft.open("rb+") as written:
        os.fsync(written.fileno())


def _refusal(path: Path, wrong: OSError) -> RuleBroken:
    if wrong.errno in NO_ROOM:
        return DiskFull(path)
    if isinstance(wrong, PermissionError):
        return FileUnwritable(path, "locked")
    if isinstance(wrong, FileNotFoundError):
        return FileUnwritable(path, "no such folder")
    return FileUnwritable(path, wrong.strerror or "unknown")

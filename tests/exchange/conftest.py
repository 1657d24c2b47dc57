"""Small shop files, and LibreOffice to open what we write."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def saved(tmp_path: Path) -> Callable[..., Path]:
    """Save text or bytes as a file of this name."""

    def save(name: str, content: str | bytes, encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        return path

    return save


@pytest.fixture
def in_libreoffice(tmp_path: Path) -> Callable[[Path], Path]:
    """Open a workbook in LibreOffice, and give the workbook that it saves."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")

    def convert(path: Path, kind: str = "xlsx") -> Path:
        out = tmp_path / "from_libreoffice"
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        subprocess.run(
            [program, profile, "--headless", "--convert-to", kind, "--outdir", str(out), str(path)],
            check=True,
            capture_output=True,
            timeout=120,
        )
        return out / f"{path.stem}.{kind.split(':', maxsplit=1)[0]}"

    return convert

"""Fetching what designers publish on npm: fonts and icons."""

import shutil
import subprocess
import tarfile
from pathlib import Path


def unpacked_npm_package(name: str, folder: Path) -> Path:
    """Fetch one package as its maker published it and say where its files lie."""
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit("npm is needed to fetch fonts and icons: install Node.js and try again.")
    subprocess.run(
        [npm, "pack", "--silent", name], cwd=folder, check=True, stdout=subprocess.DEVNULL
    )
    (archive,) = folder.glob("*.tgz")
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")
    return folder / "package"

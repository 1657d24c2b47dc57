#!/usr/bin/env python3
"""The one command for people who build this program; it needs nothing but Python 3.11 or newer.

    python3 dev.py setup       make .venv with everything pinned in requirements.lock
    python3 dev.py run         set up, then open the program (without a screen: take its pictures)
    python3 dev.py test        set up, then every check; --full adds the long campaigns
    python3 dev.py tour        the pictures of a shop's day, into the folder tour
    python3 dev.py bench       every measurement in benchmarks
    python3 dev.py translate   collect the sentences to translate; make the translations readable
    python3 dev.py manual      take the manual's pictures again
    python3 dev.py build       one folder in dist that runs on a machine without Python

`run`, `test`, `tour` and `bench` hand what follows on to the program, pytest or the measurement.
Set-up is quick when nothing is missing. Where it may (root on Debian or Ubuntu) it installs the
system libraries it finds missing; elsewhere it prints the one command that does.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

NONE_ASKED_FOR = 5  # what pytest ends with where no test is left
OLDEST_PYTHON = (3, 11)
ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
WINDOWS = os.name == "nt"
BIN = VENV / ("Scripts" if WINDOWS else "bin")
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "set-up-with"
SENTENCES = ROOT / "resources" / "i18n" / "erp_desktop_zh_CN.ts"

# What Qt loads from the system, and the Debian package that brings it.
QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
WINDOW_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libcups.so.2": "libcups2",
}
TEST_PROGRAMS = {
    "Xvfb": "xvfb",
    "xauth": "xauth",
    "xdotool": "xdotool",
    "openbox": "openbox",
    "pdftotext": "poppler-utils",
    "soffice": "libreoffice-calc",
    "initdb": "postgresql",
}
BUILD_PROGRAMS = {"objdump": "binutils"}

CHECKS = (
    ("ruff", "format", "--check", "."),
    ("ruff", "check", "."),
    ("mypy",),
    ("lint-imports",),
)


def main() -> int:
    """Do what the command line asks; the exit status is that of what was run."""
    use_a_new_enough_python()
    commands = {
        "setup": setup,
        "run": run,
        "test": test,
        "tour": tour,
        "bench": bench,
        "translate": translate,
        "manual": manual,
        "build": build,
    }
    parser = argparse.ArgumentParser(
        prog="dev.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("command", choices=commands, metavar="command")
    wanted, rest = parser.parse_known_args()
    os.chdir(ROOT)
    return commands[wanted.command](rest)


def use_a_new_enough_python() -> None:
    """Go on in a newer Python of this machine when this one is too old."""
    if sys.version_info >= OLDEST_PYTHON:
        return
    for minor in range(14, OLDEST_PYTHON[1] - 1, -1):
        newer = shutil.which(f"python3.{minor}")
        if newer:
            sys.exit(subprocess.run([newer, *sys.argv], check=False).returncode)
    sys.exit(f"ERP Desktop needs Python 3.11 or newer; this is {sys.version.split()[0]}.")


# Commands


def setup(_rest: list[str]) -> int:
    """Make .venv able to run the program and its checks."""
    make_ready()
    print(f"Ready: {program('erp-desktop')}")
    return 0


def run(rest: list[str]) -> int:
    """Open the program; where there is no screen, leave its pictures instead."""
    make_ready()
    if rest or has_screen():
        return call(program("erp-desktop"), *rest)
    print("There is no screen here: taking the pictures of a shop's day instead.", flush=True)
    return take_pictures([])


def tour(rest: list[str]) -> int:
    """Take the pictures of a shop's day."""
    make_ready()
    return take_pictures(rest)


def test(rest: list[str]) -> int:
    """Every check, the tests last; a check that fails does not hide the others."""
    make_ready(TEST_PROGRAMS)
    failed = [" ".join(check) for check in CHECKS if step(program(check[0]), *check[1:])]
    if "--full" in rest:
        failed += measurements_that_fail([])
        if step(program("pytest"), "-m", "alone", *rest) not in {0, NONE_ASKED_FOR}:
            failed.append("pytest -m alone")
        rest = ["-m", "not alone", "--dist", "worksteal", *rest]
    status = step(program("pytest"), "-n", "2", *rest)
    if failed:
        print("Failed before the tests: " + "; ".join(failed), file=sys.stderr)
    return status or int(bool(failed))


def bench(rest: list[str]) -> int:
    """Every measurement, each beside its raw baseline."""
    make_ready()
    return int(bool(measurements_that_fail(rest)))


def translate(_rest: list[str]) -> int:
    """Collect the sentences of the source with their Chinese, and make them readable by Qt."""
    make_ready()
    return call(program("python"), str(Path("build", "translations.py")))


def manual(_rest: list[str]) -> int:
    """Take the pictures of the manual again."""
    make_ready()
    screen = {} if has_screen() else SCREENLESS
    return call(program("python"), str(Path("build", "manual_pictures.py")), **screen)


def build(_rest: list[str]) -> int:
    """Freeze the program into dist, then let the result live the demo day, without a screen."""
    make_ready(BUILD_PROGRAMS, shared_python())
    folders = ("--distpath", "dist", "--workpath", str(Path("build", "work")))
    if step(program("pyinstaller"), "--noconfirm", "--log-level", "WARN", *folders, "erp.spec"):
        return 1
    frozen = str(ROOT / "dist" / "erp-desktop" / executable("erp-desktop"))
    with tempfile.TemporaryDirectory() as out:
        papers, pictures = str(Path(out, "papers")), str(Path(out, "pictures"))
        lived = step(frozen, "demo", "--out", papers, **SCREENLESS)
        seen = lived or step(frozen, "tour", "--out", pictures, **SCREENLESS)
    if not seen:
        print(f"Built and tried: {frozen}")
    return seen


# Steps of the commands

SCREENLESS = {"QT_QPA_PLATFORM": "offscreen"}


def take_pictures(rest: list[str]) -> int:
    """Run the tour into the folder `tour`, unless the command line names another."""
    out = [] if "--out" in rest else ["--out", "tour"]
    screen = {} if has_screen() else SCREENLESS
    status = call(program("erp-desktop"), "tour", *out, *rest, **screen)
    if out and not status:
        print(f"The pictures are in {ROOT / 'tour'}")
    return status


def measurements_that_fail(rest: list[str]) -> list[str]:
    """Run each measurement; those that end with an error did not reach their ratio."""
    scripts = sorted(p for p in (ROOT / "benchmarks").glob("*.py") if not p.name.startswith("_"))
    return [s.name for s in scripts if step(program("python"), str(s.relative_to(ROOT)), *rest)]


def step(*command: str, **more: str) -> int:
    """Run one part of something longer, saying which."""
    print(f"\n== {Path(command[0]).stem} {' '.join(command[1:])}".rstrip(), flush=True)
    return call(*command, **more)


def call(*command: str, **more: str) -> int:
    """Run a program and wait; its exit status."""
    return subprocess.run(command, env=environment() | more, check=False).returncode


def environment() -> dict[str, str]:
    """The surroundings of what is run: this Python's own modules stay out, text is UTF-8."""
    env = {k: v for k, v in os.environ.items() if k not in {"PYTHONHOME", "PYTHONPATH"}}
    spoken = env.get("LC_ALL") or env.get("LC_CTYPE") or env.get("LANG") or ""
    if not WINDOWS and "utf" not in spoken.lower():
        env["LC_ALL"] = "C.UTF-8" if sys.platform != "darwin" else "en_US.UTF-8"
    return env


def has_screen() -> bool:
    """Whether windows can be shown here."""
    if WINDOWS or sys.platform == "darwin":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def program(name: str) -> str:
    """A program of the environment that set-up makes."""
    return str(BIN / executable(name))


def executable(name: str) -> str:
    return f"{name}.exe" if WINDOWS else name


# Set-up


def make_ready(
    programs: dict[str, str] | None = None, libraries: dict[str, str] | None = None
) -> None:
    """Bring system, environment and words up to date; nothing happens when they are."""
    install_from_the_system(programs or {}, libraries or {})
    make_environment()
    install_what_is_pinned()
    make_words_readable()


def make_environment() -> None:
    """A .venv whose Python answers; one that does not is made anew."""
    python = Path(program("python"))
    if python.exists() and call(str(python), "-c", "import pip") == 0:
        return
    print("Making .venv", flush=True)
    if call(sys.executable, "-m", "venv", "--clear", str(VENV)):
        sys.exit("Python could not make an environment in .venv (see above).")


def install_what_is_pinned() -> None:
    """Install the lock and, editable, the project, unless that was done with the same files."""
    due = fingerprint()
    if STAMP.exists() and STAMP.read_text("utf-8") == due:
        return
    print("Installing the pinned packages into .venv (some minutes the first time)", flush=True)
    pip = (program("python"), "-m", "pip", "--disable-pip-version-check", "--no-input")
    quietly = ("install", "--quiet", "--progress-bar", "off")
    project = ("--no-deps", "--no-build-isolation", "--editable", ".")
    if call(*pip, *quietly, "--requirement", str(LOCK)) or call(*pip, *quietly, *project):
        sys.exit("The packages could not be installed: pip says why above. Is there a network?")
    STAMP.write_text(due, "utf-8")


def fingerprint() -> str:
    """What the environment depends on: the pins, the project's own file, its place, its Python."""
    parts = [LOCK.read_bytes(), (ROOT / "pyproject.toml").read_bytes(), str(ROOT).encode()]
    parts.append((VENV / "pyvenv.cfg").read_bytes())
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def make_words_readable() -> None:
    """Make the .qm that Qt reads from the translator's .ts, when that is newer."""
    readable = SENTENCES.with_suffix(".qm")
    if not SENTENCES.exists():
        return
    if readable.exists() and readable.stat().st_mtime >= SENTENCES.stat().st_mtime:
        return
    fresh = readable.with_suffix(".qm-new")
    if call(program("pyside6-lrelease"), "-silent", str(SENTENCES), "-qm", str(fresh)):
        sys.exit(f"{SENTENCES.name} could not be read (see above).")
    fresh.replace(readable)  # a program that runs goes on reading the old one


def install_from_the_system(
    programs: dict[str, str], libraries: dict[str, str] | None = None
) -> None:
    """Install missing libraries and programs through apt-get, or say what to type."""
    if not sys.platform.startswith("linux"):
        return
    needed = missing_libraries(QT_LIBRARIES) + missing_environment_maker()
    wished = missing_libraries(WINDOW_LIBRARIES | (libraries or {})) + missing_programs(programs)
    if not needed + wished:
        return
    if not shutil.which("apt-get"):
        print("Missing here, by their Debian names: " + " ".join(needed + wished), flush=True)
    elif os.geteuid() != 0:
        say_what_to_type(needed + wished, stop=bool(needed))
    elif not apt_get(needed + wished) and needed:
        sys.exit("The system libraries could not be installed: apt-get says why above.")


def say_what_to_type(packages: list[str], *, stop: bool) -> None:
    """Print the one command; without the libraries that Qt cannot do without, go no further."""
    print("Missing on this system. Please type:\n")
    install = "sudo apt-get install -y --no-install-recommends " + " ".join(packages)
    print(f"    sudo apt-get update && {install}\n", flush=True)
    if stop:
        sys.exit("Then start this again.")


def apt_get(packages: list[str]) -> bool:
    """Install packages, with the lists fetched anew when they are missing or too old."""
    print("Installing from the system: " + " ".join(packages), flush=True)
    # dpkg wants the system folders, which a bare PATH may not have.
    path = os.environ.get("PATH", os.defpath) + ":/usr/local/sbin:/usr/sbin:/sbin"
    quiet = {"PATH": path, "DEBIAN_FRONTEND": "noninteractive"}
    apt = ("apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300", "-o", "Dpkg::Use-Pty=0")
    install = (*apt, "install", "-y", "--no-install-recommends", *packages)
    if subprocess.run(
        install, env=environment() | quiet, capture_output=True, check=False
    ).returncode:
        call(*apt, "update", **quiet)
        return call(*install, **quiet) == 0
    return True


def missing_libraries(libraries: dict[str, str]) -> list[str]:
    """The packages of those libraries that do not load."""
    return [package for name, package in libraries.items() if not loads(name)]


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_environment_maker() -> list[str]:
    """Debian keeps the part of Python that makes environments in a package of its own."""
    if VENV.exists() or importlib.util.find_spec("ensurepip"):
        return []
    return [f"python3.{sys.version_info[1]}-venv"]


def shared_python() -> dict[str, str]:
    """What the frozen program carries of the system's Python, which Debian packs by itself."""
    if sys.base_prefix != "/usr":
        return {}
    name = f"libpython3.{sys.version_info[1]}"
    return {f"{name}.so.1.0": name}


def missing_programs(programs: dict[str, str]) -> list[str]:
    """The packages of those programs that are not found."""
    return [package for name, package in programs.items() if not found(name)]


def found(name: str) -> bool:
    """Whether a program is there; Debian keeps PostgreSQL's in folders of its own."""
    servers = Path("/usr/lib/postgresql").glob(f"*/bin/{name}")
    return bool(shutil.which(name) or any(servers))


if __name__ == "__main__":
    sys.exit(main())

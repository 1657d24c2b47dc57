"""Every way a command can end: 0 done, 1 refused, 2 wrong usage, 3 damaged, 70 a bug."""

import sqlite3
import subprocess
import sys
import types
from pathlib import Path

import pytest

from erp_desktop.cli import refusals
from erp_desktop.core import errors, last_shop

DAY = Path(__file__).with_name("day.jsonl")


@pytest.mark.parametrize(
    "words",
    [
        ["--no-such-option", "verify"],
        ["nonsense"],
        ["post"],
        ["post", "a.jsonl", "b.jsonl"],
        ["verify", "extra"],
        ["verify", "--depth", "3"],
        ["--json"],
        ["init"],  # which shop?
        ["report", "no-such-report"],
        ["report", "stock", "--format", "pdf"],
        ["--json", "report", "stock", "--format", "csv"],  # one JSON value, nothing else
        ["--shop", "", "verify"],  # a script's empty variable is not the shop opened last
        ["print", "labels", "TEA=1", "--printer", "till:front"],
        ["import", "no-such-kind", "x.csv"],
        ["import", "products", "x.csv", "--opening", "auto"],
        ["export", "products"],
        ["export", "products", "x.doc"],
        ["print", "receipt"],
        ["print", "poster", "T1", "--out", "x.pdf"],
        ["print", "receipt", "T1", "--out", "x.doc"],
        ["print", "labels", "TEA=lots", "--out", "x.pdf"],
        ["backup"],
        ["restore", "x.shop"],
        ["backup", "somewhere", "--password-env", "SECRET"],
        ["user"],
        ["user", "add", "kate", "--role", "queen"],
        ["why"],
    ],
)
def test_wrong_usage_is_2_and_says_so_on_standard_error(erp, shop, monkeypatch, words):
    monkeypatch.setenv("ERP_SHOP", "" if words == ["init"] else str(shop))

    done = erp(*words)

    assert done.status == 2
    assert done.out == ""
    assert done.err


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["post", "--help"], ["user", "-h"]])
def test_help_is_an_answer(erp, words):
    done = erp(*words)
    assert (done.status, done.err) == (0, "")
    assert done.out


@pytest.mark.parametrize(
    ("words", "handed"),
    [
        ([], []),
        (["--shop", "a.shop"], ["--shop", "a.shop"]),
        (["--page", "till"], ["--page", "till"]),
    ],
)
def test_without_a_command_the_window_opens(erp, monkeypatch, words, handed):
    opened = []
    window = types.SimpleNamespace(main=lambda argv: opened.append(argv) or 0)
    monkeypatch.setitem(sys.modules, "erp_desktop.app", window)

    assert erp(*words).status == 0
    assert opened == [handed]


def test_a_misspelt_command_is_guessed_at(erp):
    assert "did you mean “report”?" in erp("reprot").err


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["post", "missing.jsonl"], "FileUnreadable"),
        (["report", "stock", "--sku", "NONE"], "UnknownProduct"),
        (["report", "stock", "--warehouse", "NONE"], "UnknownWarehouse"),
        (["report", "stock", "--as-of", "yesterday"], "NotADate"),
        (["print", "receipt", "T404", "--out", "x.pdf"], "UnknownDocument"),
        (["print", "labels", "NONE=1", "--out", "x.pdf"], "UnknownProduct"),
        (["restore", "missing.shop", "--to", "new.shop"], "ShopMissing"),
        (["user", "role", "nobody", "clerk"], "UnknownPerson"),
        (["undo-import", "IM-000404"], "UnknownDocument"),
        (["import", "products", "missing.csv"], "FileUnreadable"),
    ],
)
def test_a_rule_that_said_no_is_1_with_its_name(erp, shop, tmp_path, monkeypatch, words, named):
    monkeypatch.chdir(tmp_path)

    plain, told = erp("--shop", shop, *words), erp("--shop", shop, "--json", *words)

    assert plain.status == told.status == 1
    assert plain.out == ""
    assert f"erp-desktop: {named}: " in plain.err
    assert told.json["error"] == named
    assert told.err == ""


@pytest.mark.parametrize(
    ("content", "named"),
    [(None, "ShopMissing"), (b"", "NotAShop"), (b"not a shop at all" * 99, "NotAShop")],
)
def test_what_is_no_shop_is_refused(erp, tmp_path, content, named):
    place = tmp_path / "other.shop"
    if content is not None:
        place.write_bytes(content)

    done = erp("--shop", place, "--json", "verify")

    assert done.status == 1
    assert done.json["error"] == named


def test_a_server_that_does_not_answer_is_named_without_its_password(erp, tmp_path):
    url = f"postgresql+psycopg://kate:secret@/shop?host={tmp_path}"
    for place in (url, url.replace(":secret", "")):
        done = erp("--shop", place, "--json", "report", "stock")
        assert done.json["error"] == "ServerUnreachable"
        assert done.json["facts"]["url"] == url.replace(":secret", "")


def test_an_existing_shop_is_never_founded_again(erp, shop):
    before = shop.read_bytes()
    done = erp("--shop", shop, "--json", "init", "--name", "Again")
    assert (done.status, done.json["error"]) == (1, "ShopExists")
    assert shop.read_bytes() == before


def test_one_changed_byte_is_3_and_names_the_document(erp, shop):
    erp("--shop", shop, "post", DAY)
    raw = sqlite3.connect(shop)
    raw.execute("UPDATE document_line SET name = 'Green tea 250 G' WHERE sku = 'TEA' AND "
                "document_id = (SELECT id FROM document WHERE external_id = 'T1')")  # fmt: skip
    raw.commit()
    raw.close()

    plain, told = erp("--shop", shop, "verify"), erp("--shop", shop, "--json", "verify")
    kept = erp("--shop", shop, "backup", shop.parent / "backups")

    assert plain.status == told.status == kept.status == 3
    assert told.json["ok"] is False
    assert told.json["differences"][0]["document"] == "TS-2026-000001"
    assert set(told.json["differences"][0]) == {"document", "what", "stored", "recomputed"}
    assert "TS-2026-000001" in plain.err
    assert list((shop.parent / "backups").iterdir()) == []  # no backup of damaged books


def test_a_bug_is_70_with_a_report_that_can_be_sent(erp, shop, monkeypatch):
    def breaks(*_: object) -> None:
        raise ZeroDivisionError("of all things")

    monkeypatch.setattr("erp_desktop.cli.keeping.verified", breaks)

    plain, told = erp("--shop", shop, "verify"), erp("--shop", shop, "--json", "verify")

    assert plain.status == told.status == 70
    assert "ZeroDivisionError: of all things" in plain.err
    assert "Traceback" not in plain.err
    report = Path(told.json["facts"]["report"])
    assert report.is_relative_to(last_shop.config_folder())
    assert "in breaks" in report.read_text("utf-8")


def test_every_refusal_has_a_sentence_that_needs_only_its_facts():
    for kind in errors.RuleBroken.__subclasses__():
        broken = kind(*[f"<{name}>" for name in kind.fact_names])
        assert kind in refusals.SENTENCES, kind.__name__
        assert "{" not in refusals.sentence(broken)


def test_a_reader_that_stops_reading_is_no_fault(program, shop):
    erp_report = [sys.executable, "-m", "erp_desktop", "--shop", str(shop), "report", "--list"]
    reading = subprocess.Popen(erp_report, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert reading.stdout is not None
    assert reading.stderr is not None
    reading.stdout.close()
    said = reading.stderr.read()
    reading.stderr.close()
    assert reading.wait(60) == 0
    assert said == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full disk to try")
@pytest.mark.parametrize(
    "words", [["report", "--list"], ["--json", "verify"], ["report", "stock", "--format", "xlsx"]]
)
def test_an_answer_that_finds_no_room_is_1_and_said_in_one_line(shop, words):
    command = [sys.executable, "-m", "erp_desktop", "--shop", str(shop), *words]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)

    assert done.returncode == 1
    assert done.stderr == ("erp-desktop: the answer cannot be written: No space left on device\n")


@pytest.mark.parametrize(
    ("fails", "status"),
    [
        (errors.DiskFull("a.shop"), 1),
        (errors.ServerUnreachable("a server", "gone"), 1),
        (errors.ShopBusy("a.shop"), 1),
        (errors.ShopDamaged("a.shop", "a page"), 3),
    ],
)
def test_a_day_file_ends_where_the_shop_itself_fails(erp, shop, monkeypatch, fails, status):
    asked = []

    def breaks(_books: object, line: object) -> None:
        asked.append(line)
        raise fails

    monkeypatch.setattr("erp_desktop.exchange.day_file.post_line", breaks)

    plain, told = erp("--shop", shop, "post", DAY), erp("--shop", shop, "--json", "post", DAY)

    assert len(asked) == 2
    assert plain.status == told.status == status
    assert plain.err.startswith(f"line 1 refused: {type(fails).__name__}: ")
    assert [answer["error"] for answer in told.json] == [type(fails).__name__]


def test_each_refusal_is_worded_once():
    table = Path(refusals.__file__).read_text("utf-8")
    assert table.count("    errors.") == len(refusals.SENTENCES)


def test_nothing_heavy_is_loaded_for_a_word_of_help(tmp_path):
    code = (
        "import sys; from erp_desktop.cli.program import run; run(['--version']); "
        "heavy = {'sqlalchemy', 'PySide6', 'openpyxl', 'reportlab', 'sqlite3', 'alembic'}; "
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("[]\n")

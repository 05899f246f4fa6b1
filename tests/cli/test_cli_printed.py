"""No text of a file, a lock, an argument or a file name controls the terminal."""

import ast
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

import refcore
from refcore.cli.commands import cli
from refcore.text.visible import json_text, visible, visible_line

EVIL = "\x1b[2J\u202eevil\u2066\x9b\x07\u200f\u2028"
SEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
LOCK = json.dumps(
    {
        "format": 1,
        "records": [
            {
                "id": f"2401.0000{number}",
                "version": 1,
                "title": f"On {EVIL} Things {number}",
                "authors": [f"Bo {EVIL} Fei", "Ann Lee"],
                "comment": EVIL,
            }
            for number in (1, 2)
        ],
    }
)
FIRST = f"title = {{On {EVIL} Things 1}}, author = {{{EVIL}, Bo and Lei, Ann}}"
BIB = f"""% {EVIL}
@misc{{a{EVIL[:4]}, {FIRST}, eprint = {{2401.00001}}}}
@misc{{b, {FIRST}, eprint = {{2401.00001}}, year = }}
@misc{{c, title = {{On {EVIL} Things 2}}, author = {{Fei, Bo {EVIL}}}, eprint = {{2401.00002}}}}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REFCORE_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("REFCORE_OFFLINE", "1")
    (tmp_path / "arxiv.lock.json").write_text(LOCK, encoding="utf-8")
    (tmp_path / "refs.bib").write_text(BIB, encoding="utf-8")
    (tmp_path / f"e{EVIL}.bib").write_text(BIB, encoding="utf-8")
    return tmp_path


def run(*arguments: str, encoding: str = "utf-8") -> tuple[int, str, str]:
    done = CliRunner(charset=encoding).invoke(cli, arguments, color=True)
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    colours = re.compile("\x1b\\[[0-9;]*m")
    return done.exit_code, colours.sub("", done.stdout), colours.sub("", done.stderr)


COMMANDS = [
    ("verify", "refs.bib"),
    ("verify", f"e{EVIL}.bib", "refs.bib", "--verbose"),
    ("verify", "refs.bib", "--github"),
    ("verify", "refs.bib", "--json"),
    ("verify", "refs.bib", "--sarif"),
    ("verify", "refs.bib", "--fix", "--yes"),
    ("verify", f"no{EVIL}.bib"),
    ("verify", "refs.bib", "--lock", EVIL),
    ("verify", f"--{EVIL}"),
    (EVIL,),
    (f"--{EVIL}",),
    ("fetch", "2401.00001", "2401.00002"),
    ("fetch", "2401.00001", "--to", "ris"),
    ("fetch", "2401.00001", "--to", "csl-json"),
    ("fetch", "2401.00001", "--key", EVIL),
    ("fetch", EVIL),
    ("keys", "refs.bib"),
    ("keys", "refs.bib", "--template", EVIL),
    ("keys", f"e{EVIL}.bib", "--write"),
    ("duplicates", "refs.bib", f"e{EVIL}.bib"),
    ("duplicates", "refs.bib", "--merge", f"out{EVIL}.bib"),
    ("tidy", "refs.bib", "--diff"),
    ("tidy", f"e{EVIL}.bib"),
    ("convert", "refs.bib", f"out{EVIL}.ris", "--losses"),
    ("convert", "refs.bib", EVIL),
    ("format", "refs.bib"),
    ("format", "refs.bib", "--to", "html"),
    ("format", "refs.bib", "--style", EVIL),
    ("lock", EVIL),
    ("lock", f"e{EVIL}.bib"),
    ("snapshot", "build", f"e{EVIL}.bib"),
]


@pytest.mark.parametrize("arguments", COMMANDS, ids=lambda found: visible_line(" ".join(found)))
def test_nothing_steers_the_terminal(folder: Path, arguments: tuple[str, ...]) -> None:
    code, out, err = run(*arguments)
    assert code in (0, 1, 2, 3)
    for text in (out, err):
        assert SEEN.sub("!", text) == text


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "ascii", "cp437"])
@pytest.mark.parametrize(
    "arguments",
    [
        ("verify", "refs.bib", "--verbose"),
        ("verify", "refs.bib", "--json"),
        ("verify", "refs.bib", "--sarif"),
        ("fetch", "2401.00001", "--to", "csl-json"),
        ("format", "refs.bib"),
        ("tidy", "refs.bib", "--diff"),
        ("verify", "文.bib"),
    ],
)
def test_a_console_that_lacks_letters_gets_replacements(
    folder: Path, encoding: str, arguments: tuple[str, ...]
) -> None:
    text = BIB.replace("Things", "文 ű 😀 Things")
    (folder / "refs.bib").write_text(text, encoding="utf-8")
    (folder / "arxiv.lock.json").write_text(LOCK.replace("Things", "文 Things"), "utf-8")
    code, out, _ = run(*arguments, encoding=encoding)
    assert code in (0, 1, 2, 3)
    if {"--json", "csl-json"} & set(arguments):
        assert "文" in json.dumps(json.loads(out), ensure_ascii=False)


@pytest.mark.parametrize("output", ["--json", "--sarif", "--github", "--verbose"])
def test_a_file_name_that_is_not_utf8(folder: Path, output: str) -> None:
    name = os.fsdecode(b"caf\xe9.bib")
    (folder / name).write_text(BIB, encoding="utf-8")
    code, out, _ = run("verify", output, name)
    assert code == 1
    assert "caf[0xE9].bib" in out or "caf%E9.bib" in out
    if output in ("--json", "--sarif"):
        json.loads(out)


@given(st.text(st.characters(codec=None), max_size=20))
def test_what_is_shown_can_be_printed(text: str) -> None:
    for shown in (visible(text), visible_line(text), json_text([text])):
        shown.encode("utf-8")
        assert not SEEN.search(shown.replace("\r\n", "").replace("\n", ""))
    if text.isprintable():
        assert visible_line(text) == text
    whole = not re.search("[\ud800-\udfff]", text)
    assert json.loads(json_text([text], ascii=True))[0] == text or not whole


def test_all_printing_goes_through_one_module() -> None:
    folder = Path(refcore.__file__).parent / "cli"
    for path in folder.rglob("*.py"):
        if path.name == "terminal.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                called = ast.unparse(node.func)
                assert called not in ("print", "click.echo", "click.secho"), f"{path}: {called}"
                assert not called.startswith("sys.stdout.write"), path


def test_a_console_of_another_encoding_ends_without_a_traceback(folder: Path) -> None:
    (folder / "文.bib").write_text(BIB.replace("Things", "文 😀"), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "refcore", "verify", "--verbose", "文.bib"],
        env={**os.environ, "PYTHONIOENCODING": "cp1252"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert b"?.bib" in done.stdout

"""Tables and pages of the documents say what the program says."""

import json
import re
import runpy
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

from refcore.cli.commands import cli
from refcore.formats.registry import FORMATS, Format
from refcore.verification.verdict import Verdict

ROOT = Path(__file__).resolve().parent.parent


def test_the_table_of_verdicts_is_current() -> None:
    written = (ROOT / "docs" / "verdicts.md").read_text(encoding="utf-8")
    assert written == runpy.run_path(str(ROOT / "docs" / "verdicts.py"))["page"]()
    assert written.count("](verdicts/") >= len(Verdict)


@pytest.mark.parametrize("verdict", list(Verdict))
def test_a_verdict_has_a_page_whose_example_gets_it(verdict: Verdict) -> None:
    page = (ROOT / "docs" / "verdicts" / f"{verdict}.md").read_text(encoding="utf-8")
    heading = f"# {verdict.words.capitalize()}\n\n{verdict.row.meaning}\n"
    assert page.startswith(heading)
    shown = page.partition("$ refcore verify refs.bib\n")[2].partition("```")[0]
    assert re.search(rf": {verdict.words}: ", shown)
    assert "## What to do\n" in page


@pytest.mark.parametrize("known", FORMATS, ids=lambda known: known.name)
def test_a_format_is_documented_as_its_row_says(known: Format) -> None:
    page = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    can = ["yes" if way else "no" for way in (known.reader, known.writer)]
    assert f"| `{known.name}` | {', '.join(known.suffixes) or '–'} | {' | '.join(can)} |" in page


def test_the_json_fits_its_schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    schema = json.loads((ROOT / "docs" / "verify.schema.json").read_text(encoding="utf-8"))
    monkeypatch.setenv("REFCORE_OFFLINE", "1")
    monkeypatch.setenv("REFCORE_CACHE_DIR", str(tmp_path / "cache"))
    bad = tmp_path / "bad.bib"
    entry = "@misc{m1, title = {One}, author = {Fei, Bob}, eprint = {2506.13585},"
    entry += " archiveprefix = {arXiv}}\n"
    impossible = entry.replace("m1", "m2").replace("2506.13585", "2513.00001")
    bad.write_text(entry + impossible, encoding="utf-8")
    lock = str(ROOT / "references" / "arxiv.lock.json")
    note = str(ROOT / "references" / "minimax.md")
    done = CliRunner().invoke(cli, ["verify", "--json", "--lock", lock, note, str(bad)])
    document = json.loads(done.stdout)
    assert len(document["reports"]) == 7
    assert document["diagnostics"]
    jsonschema.Draft202012Validator(schema).validate(document)


def test_the_pictures_of_a_terminal_are_current() -> None:
    pictures = runpy.run_path(str(ROOT / "docs" / "terminal.py"))["pictures"]()
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(pictures) == 2
    for path, text in pictures.items():
        assert path.read_text(encoding="utf-8") == text, "run: python docs/terminal.py"
        assert f"docs/images/{path.name}" in readme


def test_each_picture_is_shown_by_a_document() -> None:
    pages = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    shown = "".join(page.read_text(encoding="utf-8") for page in pages)
    for path in (ROOT / "docs" / "images").iterdir():
        assert f"images/{path.name}" in shown
        assert path.stat().st_size < 150_000


def test_each_variable_of_the_environment_is_documented() -> None:
    page = (ROOT / "docs" / "environment.md").read_text(encoding="utf-8")
    program = "".join(path.read_text("utf-8") for path in (ROOT / "refcore").rglob("*.py"))
    names = set(re.findall(r"\bREFCORE_[A-Z_]+\b|\bNCBI_API_KEY\b", program))
    names -= {"_REFCORE_COMPLETE", "REFCORE_COMPLETE"}  # click's own
    assert len(names) > 10
    assert names == set(re.findall(r"^\| `(REFCORE_\w+|NCBI_API_KEY)` \|", page, re.MULTILINE))

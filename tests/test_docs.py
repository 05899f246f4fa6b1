"""The examples of the documents print what the documents say."""

import json
import re
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

from refcore.cli.commands import cli
from refcore.cli.exit import exit_of
from refcore.formats.registry import FORMATS, Format
from refcore.model import Reference
from refcore.verification.report import Report
from refcore.verification.verdict import Bearing, Verdict

ROOT = Path(__file__).resolve().parent.parent
TEXT = (ROOT / "docs" / "verdicts.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```bibtex\n(.*?)```\n\n```text\n(.*?)```", TEXT, re.DOTALL)


def test_there_are_examples() -> None:
    assert len(EXAMPLES) == TEXT.count("```bibtex") >= 6


@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_an_example_prints_what_the_document_says(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry, printed = EXAMPLES[number]
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REFCORE_OFFLINE", "1")
    monkeypatch.setenv("REFCORE_CACHE_DIR", str(tmp_path / "cache"))
    Path("refs.bib").write_text(entry, encoding="utf-8")
    lock = str(ROOT / "references" / "arxiv.lock.json")
    done = CliRunner().invoke(cli, ["verify", "--lock", lock, "refs.bib"])
    assert done.stdout + done.stderr == printed


def test_a_script_of_a_page_prints_what_the_page_says(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = (ROOT / "docs" / "language-models.md").read_text(encoding="utf-8")
    script, printed = re.findall(r"```(?:python|text)\n(.*?)```", page, re.DOTALL)
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("REFCORE_OFFLINE", "1")
    exec(compile(script, "page", "exec"), {})  # noqa: S102
    assert capsys.readouterr().out == printed


@pytest.mark.parametrize("verdict", list(Verdict))
def test_a_verdict_is_documented_as_its_row_says(verdict: Verdict) -> None:
    row, words = verdict.row, verdict.words
    code = {Bearing.OUTSIDE: "0; 3 with `--strict`"}.get(row.bearing)
    code = code or str(int(exit_of([Report(Reference("m1", "article"), verdict, "")])))
    cells = (f"[{words}](#{words.replace(' ', '-')})", row.meaning, code, row.level or "–")
    assert f"| {' | '.join(cells)} |" in TEXT.splitlines()
    assert f"## {words}" in TEXT.splitlines()


@pytest.mark.parametrize("known", FORMATS, ids=lambda known: known.name)
def test_a_format_is_documented_as_its_row_says(known: Format) -> None:
    page = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    can = ["yes" if way else "no" for way in (known.reader, known.writer)]
    assert f"| `{known.name}` | {', '.join(known.suffixes) or '–'} | {' | '.join(can)} |" in page


def test_the_json_example_is_what_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
    entry, printed = re.findall(r"```(?:bibtex|json)\n(.*?)```", page, re.DOTALL)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REFCORE_OFFLINE", "1")
    monkeypatch.setenv("REFCORE_CACHE_DIR", str(tmp_path / "cache"))
    Path("refs.bib").write_text(entry, encoding="utf-8")
    lock = str(ROOT / "references" / "arxiv.lock.json")
    done = CliRunner().invoke(cli, ["verify", "--json", "--lock", lock, "refs.bib"])
    assert done.stdout == printed


def test_the_json_fits_its_schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    schema = json.loads((ROOT / "docs" / "verify.schema.json").read_text(encoding="utf-8"))
    monkeypatch.setenv("REFCORE_OFFLINE", "1")
    monkeypatch.setenv("REFCORE_CACHE_DIR", str(tmp_path / "cache"))
    bad = tmp_path / "bad.bib"
    impossible = next(one[0] for one in EXAMPLES if "2513.00001" in one[0])
    bad.write_text(EXAMPLES[2][0] + impossible.replace("{m1,", "{m2,"), encoding="utf-8")
    lock = str(ROOT / "references" / "arxiv.lock.json")
    note = str(ROOT / "references" / "minimax.md")
    done = CliRunner().invoke(cli, ["verify", "--json", "--lock", lock, note, str(bad)])
    document = json.loads(done.stdout)
    assert len(document["reports"]) == 7
    assert document["diagnostics"]
    jsonschema.Draft202012Validator(schema).validate(document)

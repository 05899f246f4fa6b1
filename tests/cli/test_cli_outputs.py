"""The formats of a verification: each holds all that it is for, and none contradicts itself."""

import csv
import io
import json
import re
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest
from click.testing import CliRunner

from refcore.cli.commands import cli
from refcore.cli.outputs import OUTPUTS, output_of_path
from refcore.verification.rules import RULES

ROOT = Path(__file__).resolve().parents[2]
SWAPPED = (
    "@misc{m1, title={MiniMax-M1: Scaling Test-Time Compute Efficiently with Lightning"
    " Attention}, author={Bo Fej and others}, eprint={2506.13585}}\n"
)


@pytest.fixture
def run(reviewed: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    Path("bad.bib").write_text(SWAPPED, encoding="utf-8")
    return lambda *arguments: CliRunner().invoke(cli, ["verify", *arguments])


def results_of(log: str) -> list:
    return json.loads(log)["runs"][0]["results"]


@pytest.mark.parametrize("word", sorted(OUTPUTS))
def test_each_format_goes_to_a_file_as_it_is_printed(run, word: str) -> None:
    printed = run("bad.bib", "--format", word)
    written = run("bad.bib", "--format", word, "-o", "result")
    assert printed.exit_code == written.exit_code == 1
    assert (written.stdout, written.stderr) == ("", "result: written\n")
    assert Path("result").read_text(encoding="utf-8") == printed.stdout


def test_the_name_of_the_file_says_the_format(run) -> None:
    run("bad.bib", "-o", "out.xml")
    assert Xml.parse("out.xml").getroot().tag == "testsuites"
    for word, output in OUTPUTS.items():
        for suffix in output.suffixes:
            assert output_of_path(Path(f"report{suffix.upper()}")) == word


@pytest.mark.parametrize("word", ["json", "sarif", "github"])
def test_the_older_flags_do_the_same(run, word: str) -> None:
    assert run("bad.bib", f"--{word}").stdout == run("bad.bib", "--format", word).stdout


def test_a_wrong_format_is_answered_with_the_nearest(run) -> None:
    done = run("bad.bib", "--format", "jsn")
    assert (done.exit_code, "Did you mean json?" in done.stderr) == (2, True)


def test_a_file_that_is_checked_is_never_written_over(run) -> None:
    assert run("bad.bib", "-o", "bad.bib", "--format", "csv").exit_code == 2
    assert Path("bad.bib").read_text(encoding="utf-8") == SWAPPED


def test_json_counts_what_it_holds(run) -> None:
    done = run("references/minimax.md", "bad.bib", "none.bib", "--format", "json")
    document = json.loads(done.stdout)
    counts, reports = document["counts"], document["reports"]
    assert document["exit"] == done.exit_code == 2
    assert [file["exit"] for file in document["files"]] == [1, 1, 2]
    assert document["files"][2]["error"] == "none.bib: No such file or directory"
    assert (counts["files"], counts["unread_files"]) == (3, 1)
    assert counts["references"] == sum(counts["verdicts"].values()) == len(reports)
    assert counts["false_claims"] == sum(report["false_claims"] for report in reports)
    severities = [finding["severity"] for finding in document["diagnostics"]]
    assert sum(counts["diagnostics"].values()) == len(severities)
    assert counts["diagnostics"]["error"] == severities.count("error") == 1


def test_no_field_of_a_report_contradicts_another(run) -> None:
    document = json.loads(run("references/minimax.md", "bad.bib", "--format", "json").stdout)
    wrong = {"contradicted", "other-paper", "not-found"}
    for report in document["reports"]:
        assert report["contradicted"] is (report["verdict"] in wrong)
        false = [claim for claim in report["claims"] if claim["verdict"] == "false"]
        assert report["false_claims"] == len(false)
        assert (report["outcome"] == "wrong") is (report["contradicted"] or bool(false))


def test_a_fingerprint_stays_where_lines_move(run) -> None:
    before = results_of(run("references/minimax.md", "--format", "sarif").stdout)
    note = Path("references/minimax.md")
    note.write_text("\n\n" + note.read_text(encoding="utf-8"), encoding="utf-8")
    after = results_of(run("references/minimax.md", "--format", "sarif").stdout)
    prints = [[one["partialFingerprints"] for one in log] for log in (before, after)]
    assert prints[0] == prints[1]
    assert len({json.dumps(one) for one in prints[0]}) == len(before) > 1
    lines = [one["locations"][0]["physicalLocation"]["region"]["startLine"] for one in after]
    assert lines == [
        one["locations"][0]["physicalLocation"]["region"]["startLine"] + 2 for one in before
    ]


def rules_of(text: str) -> list[dict]:
    return json.loads(text)["runs"][0]["tool"]["driver"]["rules"]


def test_a_rule_of_sarif_says_what_it_means_and_what_to_do(run) -> None:
    rules = rules_of(run("bad.bib", "--format", "sarif").stdout)
    assert rules
    for rule in rules:
        assert rule["shortDescription"]["text"] in rule["fullDescription"]["text"]
        assert "What to do: " in rule["help"]["text"]
        (page,) = re.findall(r"`(docs/[^`]+)`", rule["help"]["markdown"])
        assert (ROOT / page.partition("#")[0]).is_file()
        assert "helpUri" not in rule


@pytest.mark.parametrize("how", ["option", "variable", "file"])
def test_the_rules_of_sarif_link_to_the_documents(run, monkeypatch, how: str) -> None:
    address = "https://example.org/blob/main/docs/{page}.md"
    words = ["--docs-url", address] if how == "option" else []
    if how == "variable":
        monkeypatch.setenv("REFCORE_DOCS_URL", address)
    if how == "file":
        Path("refcore.toml").write_text(f'docs-url = "{address}"\n')
    for rule in rules_of(run("bad.bib", "--format", "sarif", *words).stdout):
        begun = "https://example.org/blob/main/docs/"
        assert rule["helpUri"].startswith(begun)
        page = rule["helpUri"].removeprefix(begun).partition("#")[0]
        assert (ROOT / "docs" / page).is_file()
        assert rule["helpUri"] in rule["help"]["text"]
        assert f"]({rule['helpUri']})" in rule["help"]["markdown"]


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_has_a_page_and_a_heading(rule: str) -> None:
    path, _, anchor = RULES[rule].page.partition("#")
    text = (ROOT / "docs" / f"{path}.md").read_text(encoding="utf-8")
    headings = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    assert not anchor or anchor in [one.lower().replace(" ", "-") for one in headings]


@pytest.mark.parametrize("word", ["sarif", "github", "junit", "json"])
def test_a_file_that_cannot_be_read_is_in_the_result(run, word: str) -> None:
    done = run("none.bib", "bad.bib", "--format", word)
    assert done.exit_code == 2
    assert "none.bib" in done.stdout
    assert "No such file" in done.stdout


@pytest.mark.parametrize("word", ["github", "sarif"])
def test_quiet_leaves_out_notices(run, word: str) -> None:
    loud, quiet = (
        run("references/minimax.md", "--format", word, *flags).stdout for flags in ((), ("-q",))
    )
    assert "is missing" in loud
    assert "is missing" not in quiet
    assert "Haichao Zhu" in quiet


def test_the_summary_page_of_a_job_gets_a_table(run, tmp_path: Path, monkeypatch) -> None:
    page = tmp_path / "summary.md"
    page.write_text("before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    run("bad.bib", "--format", "json")
    assert page.read_text(encoding="utf-8") == "before\n"
    run("bad.bib", "none.bib", "--format", "github")
    text = page.read_text(encoding="utf-8")
    assert text.startswith("before\n### refcore\n")
    assert "| m1 | contradicted | the authors do not match arXiv |" in text
    assert "none.bib" in text


def test_junit_fails_where_the_run_does(run) -> None:
    Path("open.bib").write_text("@misc{x, author={Ann Lind}, eprint={2506.00001}}\n")
    Path("page.bib").write_text("@misc{w, title={A Page}, url={https://example.org/}}\n")
    for path, state in (("bad.bib", "failure"), ("open.bib", "error"), ("page.bib", "skipped")):
        (suite,) = Xml.fromstring(run(path, "--format", "junit").stdout)
        (case,) = suite
        assert [child.tag for child in case] == [state]
        assert (suite.get("name"), case.get("line")) == (path, "1")
    (suite,) = Xml.fromstring(run("page.bib", "--format", "junit", "--strict").stdout)
    assert [child.tag for child in suite[0]] == ["error"]


def test_a_table_has_a_row_for_each_reference_and_no_formula(run) -> None:
    title = '=HYPERLINK("http://example.org")'
    Path("odd.bib").write_text(f"@misc{{x, title={{{title}}}}}\n" + SWAPPED, encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(run("odd.bib", "--format", "csv").stdout)))
    assert [(row["key"], row["outcome"]) for row in rows] == [("x", "open"), ("m1", "wrong")]
    assert rows[0]["title"].startswith("'=HYPERLINK(")
    quiet = csv.DictReader(io.StringIO(run("odd.bib", "--format", "csv", "-q").stdout))
    assert [row["key"] for row in quiet] == ["m1"]


@pytest.mark.parametrize("word", sorted(set(OUTPUTS) - {"text"}))
def test_hostile_text_is_harmless(run, word: str) -> None:
    hostile = "\x1b[2J\u202e</failure>]]>::error::%0A|`<script>\ufffe"
    Path("odd.bib").write_text(f"@misc{{x, title={{{hostile}}}, note={{a}}}}\n", encoding="utf-8")
    text = run("odd.bib", "--format", word).stdout
    assert "\x1b" not in text
    assert "\u202e" not in text
    if word == "junit":
        Xml.fromstring(text)
    if word in ("json", "sarif"):
        json.loads(text)

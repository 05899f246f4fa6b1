"""The commands as a person runs them, offline, from a lock file."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import refcore
from refcore.cli.commands import COMMANDS, cli
from refcore.cli.ids import wanted_ids

ROOT = Path(__file__).resolve().parents[2]
NOTE = (ROOT / "references" / "minimax.md").read_text(encoding="utf-8")


@pytest.fixture
def run(reviewed: Path):
    return lambda *arguments: CliRunner().invoke(cli, arguments)


def verify_note(run, text: str) -> Result:
    Path("note.md").write_text(text, encoding="utf-8")
    return run("verify", "note.md")


def test_the_note_is_judged_name_by_name(run) -> None:
    done = run("verify", "references/minimax.md")
    assert done.exit_code == 1
    for words in (
        "99 names listed, 27 declared left out; arXiv lists 126 people and the group MiniMax",
        "all 99 names match, in order",
        "group missing",
        "Huaiguang Cai (28) comes before Haichao Zhu (29)",
        '"over 50": true: arXiv lists 126 people',
        "Junjie Yan is person 39",
        "Yan Junjie is the same name as Junjie Yan",
        "states no affiliations",
        "no source of records covers this kind",
        "related paper in the lock file: arXiv:2605.26494v1",
    ):
        assert words in done.stdout
    assert done.stdout == run("verify", "references/minimax.md").stdout


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("Bo Fei,", "Bo Fej,", ["misspelled", "Bo Fej", "Bo Fei"]),
        ("Bo Fei, Bo Yang", "Bo Yang, Bo Fei", ["swapped", "Bo Fei", "Bo Yang"]),
        ("Bangwei Gong, ", "", ["missing", "Bangwei Gong", "Aonian Li"]),
        ("Bo Fei,", "Bo Fei, Ann Other,", ["extra", "Ann Other"]),
    ],
)
def test_one_change_in_the_note_is_named_exactly(run, old: str, new: str, words) -> None:
    done = verify_note(run, NOTE.replace(old, new, 1))
    assert done.exit_code == 1
    assert "contradicted" in done.stdout
    for word in words:
        assert word in done.stdout
    differences = [line for line in done.stdout.splitlines() if line.startswith("  ")]
    assert sum("Chunhui" in line for line in differences) == 0


def test_exit_codes(run) -> None:
    Path("good.bib").write_text(
        "@misc{m1, author={Chen, Aili and Li, Aonian and others}, eprint={2506.13585},"
        " archiveprefix={arXiv}}\n"
    )
    Path("open.bib").write_text("@misc{x, author={Chen, Aili}, eprint={2506.00001}}\n")
    Path("bad.json").write_text("{")
    assert run("verify", "good.bib").exit_code == 0
    assert run("verify", "open.bib").exit_code == 3
    assert run("verify", "references/minimax.md", "open.bib").exit_code == 1
    assert run("verify", "bad.json").exit_code == 2
    assert run("verify", "none.bib").exit_code == 2
    assert run("verify", "good.bib", "none.bib").exit_code == 2
    assert run("verify").exit_code == 2


def test_json_is_for_programs(run) -> None:
    done = run("verify", "--json", "references/minimax.md")
    document = json.loads(done.stdout)
    m1 = next(report for report in document["reports"] if report["arxiv"] == "2506.13585")
    assert m1["authors"]["claimed_count"] == 99
    assert m1["authors"]["others"] == 27
    # The list is the record's; what the note says of it is false.
    assert (m1["contradicted"], m1["false_claims"], m1["outcome"]) == (False, 1, "wrong")
    assert {claim["verdict"] for claim in m1["claims"]} == {"true", "false", "unchecked"}


def test_quiet_and_ids_only_leave_out(run) -> None:
    done = run("verify", "--quiet", "--ids-only", "references/minimax.bib")
    assert done.exit_code == 0
    assert done.stdout == "2 references: 2 confirmed\n"
    assert len(run("verify", "--quiet", "references/minimax.bib").stdout.splitlines()) == 1
    assert len(run("verify", "references/minimax.bib").stdout.splitlines()) == 8
    assert "all 126 names" in run("verify", "--verbose", "references/minimax.bib").stdout


def test_names_that_clash_stand_side_by_side_with_a_caret(run) -> None:
    lines = verify_note(run, NOTE.replace("Bo Fei,", "Bo Fej,", 1)).stdout.splitlines()
    at = next(number for number, line in enumerate(lines) if line.endswith("listed  Bo Fej"))
    assert lines[at + 1].endswith("arXiv   Bo Fei")
    assert lines[at + 2].index("^") == lines[at + 1].rindex("i")


def test_a_dry_run_counts_requests_and_makes_none(run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REFCORE_OFFLINE")
    monkeypatch.setenv("REFCORE_ARXIV_URL", "http://127.0.0.1:9/api/query")
    Path("many.bib").write_text(
        "".join(f"@misc{{k{n}, eprint={{2501.{n:05}}}}}\n" for n in range(1, 1001)) * 1
        + "@misc{again, eprint={2501.00001}}\n@misc{locked, eprint={2506.13585}}\n"
    )
    done = run("verify", "--dry-run", "many.bib")
    assert done.exit_code == 0
    assert "requests to make: 10\n" in done.stdout
    assert (
        "1002 references, 1 in the lock, 0 in the cache, 0 in the snapshot, 1000 to fetch"
        in done.stdout
    )


def test_annotations_for_machines(run) -> None:
    Path("a,b.bib").write_text(
        "@misc{m1, title={MiniMax-M1: Scaling Test-Time Compute Efficiently with Lightning"
        " Attention}, author={Bo Fej and others}, eprint={2506.13585}}\n"
    )
    done = run("verify", "--github", "a,b.bib")
    assert done.exit_code == 1
    assert done.stdout.startswith("::error file=a%2Cb.bib,line=1,")
    assert len(done.stdout.splitlines()) == 1
    log = json.loads(run("verify", "--sarif", "a,b.bib").stdout)
    (result,) = log["runs"][0]["results"]
    assert (result["ruleId"], result["level"]) == ("contradicted", "error")
    place = result["locations"][0]["physicalLocation"]
    assert place["region"]["startLine"] == 1
    assert place["artifactLocation"]["uri"] == "a%2Cb.bib"


def test_fetch_prints_references(run) -> None:
    done = run("fetch", "2506.13585", "--authors", "2", "--key", "m1")
    assert done.stdout.startswith("@misc{m1,")
    assert "and others" in done.stdout
    items = json.loads(run("fetch", "2506.13585", "--to", "csl-json").stdout)
    assert len(items[0]["author"]) == 127
    assert run("fetch", "2506.1358").exit_code == 2
    assert "5 digits" in run("fetch", "2506.1358").stderr
    assert run("fetch", "2506.00001").exit_code == 3
    assert run("fetch", "2506.13585", "--authors", "none").exit_code == 2


def test_format_and_convert(run) -> None:
    page = run("format", "references/minimax.bib", "--style", "apa", "--to", "html")
    assert page.exit_code == 0
    assert "csl-bib-body" in page.stdout
    bare = run("format", "references/minimax.bib", "--to", "html", "--no-links")
    assert "<a " in page.output
    assert "<a " not in bare.output
    assert run("format", "references/minimax.bib", "--style", "no-such-style").exit_code == 2
    whole = run("format", "references/minimax.bib", "--standalone", "--title", "Works <&>")
    assert whole.stdout.startswith("<!DOCTYPE html>\n")
    assert "<h1>Works &lt;&amp;&gt;</h1>" in whole.stdout
    for wrong in (("--title", "x"), ("--standalone", "--to", "latex")):
        assert run("format", "references/minimax.bib", *wrong).exit_code == 2
    assert run("convert", "references/minimax.bib", "out.json").exit_code == 0
    assert len(json.loads(Path("out.json").read_text(encoding="utf-8"))) == 6
    assert run("convert", "references/minimax.bib", "out.xyz").exit_code == 2


def test_every_help_shows_an_example(run) -> None:
    for command in ((), ("verify",), ("fetch",), ("format",), ("convert",), ("lock",)):
        text = run(*command, "--help").stdout
        assert "refcore" in text.split("Examples:")[1]


def test_lock_keeps_what_it_cannot_fetch(run) -> None:
    before = Path("references/arxiv.lock.json").read_text(encoding="utf-8")
    done = run("lock", "references/minimax.bib")
    assert done.exit_code == 3
    assert Path("references/arxiv.lock.json").read_text(encoding="utf-8") == before
    assert run("lock", "no-such-thing").exit_code == 2


def test_a_lock_without_a_network_says_that_its_records_stay(
    run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REFCORE_OFFLINE", "1")
    lock = tmp_path / "kept.lock.json"
    before = Path("references/arxiv.lock.json").read_bytes()
    lock.write_bytes(before)
    done = run("lock", "2506.13585", "2506.00001", "--lock", str(lock))
    assert done.exit_code == 3
    assert "2506.13585: offline, so it was not fetched; its record in the lock file stays" in (
        done.stderr
    )
    assert "2506.00001: offline, so it was not fetched\n" in done.stderr
    assert lock.read_bytes() == before


def test_each_command_is_told_in_a_line(run) -> None:
    told = run("--help").output.partition("--help")[2]
    lines = [line.strip() for line in told.splitlines()[1:] if line.startswith("  ")]
    assert [line.split()[0] for line in lines] == [row.name for row in COMMANDS]
    assert all(line.endswith(".") and not line.endswith("...") for line in lines)
    jobs = [line[:-1] for line in told.splitlines() if line.endswith(":")]
    assert jobs == list(dict.fromkeys(row.job for row in COMMANDS))


def test_an_unknown_command_is_answered_with_the_nearest(run) -> None:
    done = run("verfy", "a.bib")
    assert (done.exit_code, "Did you mean verify?" in done.stderr) == (2, True)
    assert "refcore --help" in run("qqqq").stderr


def test_no_command_is_imported_for_the_version() -> None:
    code = (
        "import sys; from refcore.cli import main; sys.argv = ['refcore', '--version']\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print([name for name in ('attrs', 'click', 'refcore.verification.report')"
        " if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [f"refcore, version {refcore.__version__}", "[]"]
    assert CliRunner().invoke(cli, ["--version"]).stdout == done.stdout.splitlines()[0] + "\n"


def test_no_summary_where_nothing_could_be_read(run) -> None:
    Path("folder").mkdir()
    done = run("verify", "folder", "none.bib")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.splitlines() == [
        "refcore: folder is a folder, expected a file",
        "refcore: none.bib: No such file or directory",
    ]
    assert json.loads(run("verify", "--json", "none.bib").stdout)["reports"] == []


def test_an_unknown_suffix_names_what_can_be_done(run) -> None:
    Path("refs.log").touch()
    done = run("verify", "refs.log")
    assert done.exit_code == 2
    assert ".bib" in done.stderr
    assert "name the format" not in done.stderr


@pytest.mark.parametrize("environ", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_colour_where_none_is_wanted(run, monkeypatch, environ: dict[str, str]) -> None:
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    arguments = ("verify", "references/minimax.bib")
    assert "\x1b" not in CliRunner().invoke(cli, arguments, color=True).output


def test_colour_at_a_terminal(run, monkeypatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    arguments = ("verify", "references/minimax.bib")
    assert "\x1b[32mconfirmed\x1b[0m" in CliRunner().invoke(cli, arguments, color=True).output


def test_a_title_does_not_steer_the_terminal(run) -> None:
    Path("a.bib").write_text("@misc{a\x1b[2J, title = {T\x1b[31m}, note = {x}}", encoding="utf-8")
    done = CliRunner().invoke(cli, ("verify", "a.bib"), color=True, env={"TERM": "dumb"})
    assert "\x1b" not in done.output


def test_a_run_that_is_stopped_says_nothing_of_the_references(run, monkeypatch) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("refcore.cli.run.verify_libraries", stopped)
    done = run("verify", "references/minimax.bib")
    assert (done.exit_code, done.stdout) == (130, "")
    assert "stopped" in done.stderr


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("10.1000/a,10.1000/b; arXiv:2506.13585", ["10.1000/a", "10.1000/b", "2506.13585"]),
        ("10.1000/a,b", ["10.1000/a,b"]),
        ("doi.org/10.1000/a", ["10.1000/a"]),
        ("doi = {10.1000/a},", ["10.1000/a"]),
        ("https://doi.org/10.1000/a, https://pubmed.ncbi.nlm.nih.gov/7654321/",
         ["10.1000/a", "7654321"]),
    ],
)  # fmt: skip
def test_identifiers_as_arguments(text: str, ids: list[str]) -> None:
    assert [str(one) for one in wanted_ids((text,))] == ids


def test_what_became_of_a_work_is_said_where_it_is_fetched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notice = {"kind": "retracted", "date": "2021-03-04", "id": "doi:10.1000/n"}
    record = {"id": "doi:10.1000/a", "source": "crossref", "title": "T", "authors": [],
              "notices": [notice]}  # fmt: skip
    lock = tmp_path / "refcore.lock.json"
    lock.write_text(json.dumps({"format": 2, "records": [record]}))
    monkeypatch.setenv("REFCORE_OFFLINE", "1")
    for words in (["fetch", "10.1000/a"], ["add", "10.1000/a", str(tmp_path / "refs.bib")]):
        done = CliRunner().invoke(cli, [*words, "--lock", str(lock)])
        assert "doi:10.1000/a: the paper is retracted (2021-03-04)" in done.stderr

"""Help, completion and the manual agree with the commands, and their examples run."""

import gzip
import json
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import click
import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner

from refcore.cli.commands import COMMANDS, cli
from refcore.cli.configuration import KEYS
from refcore.cli.groups import GroupedCommand
from refcore.cli.manual import markdown, pages, roff

ROOT = Path(__file__).resolve().parents[2]
PAGES = pages(cli)
BIB = """@misc{m1,
  author = {{MiniMax} and Chen, Aili and others},
  title = {{MiniMax-M1}: Scaling Test-Time Compute Efficiently with Lightning Attention},
  eprint = {2506.13585},
}
"""
CSL = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info>
<title>House</title><id>house</id><updated>2026-01-01T00:00:00+00:00</updated></info>
<citation><layout><text variable="title"/></layout></citation>
<bibliography><layout><text variable="title"/></layout></bibliography></style>"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make all files that the examples name."""
    shutil.copytree(ROOT / "references", tmp_path / "references")
    shutil.copy(ROOT / "references" / "arxiv.lock.json", tmp_path / "refcore.lock.json")
    (tmp_path / "chapters").mkdir()
    for name in ("refs.bib", "thesis.bib", "colleague.bib", "chapters/one.bib"):
        (tmp_path / name).write_text(BIB, encoding="utf-8")
    note = (ROOT / "references" / "minimax.md").read_text(encoding="utf-8")
    item = {"id": "m1", "type": "article", "title": "One Thing"}
    texts = {
        "notes.md": note,
        "notes.json": json.dumps([item]),
        "refs.json": json.dumps([item]),
        "paper.md": "---\nbibliography: refs.bib\n---\nShown by @m1.\n",
        "list.txt": "Aili Chen, Aonian Li et al.",
        "ids.txt": "2506.13585\n",
        "house.csl": CSL,
        "journals.csv": "Neural Computation;Neural Comput.\n",
        "arxiv-metadata-oai-snapshot.json": "{}\n",
        "arxiv.json": "{}\n",
        "retraction_watch.csv": "Record ID,Title\n",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "dblp.xml.gz").write_bytes(gzip.compress(b"<dblp></dblp>"))
    (tmp_path / "acl-anthology" / "data" / "xml").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REFCORE_OFFLINE", "1")
    monkeypatch.setenv("REFCORE_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path


@pytest.mark.parametrize("row", COMMANDS, ids=lambda row: row.name)
def test_each_command_has_three_examples(row) -> None:
    (page,) = [page for page in PAGES if page.name == f"refcore {row.name}"]
    assert len(page.examples) >= 3
    assert len(set(page.examples)) == len(page.examples)


# Examples that no test can run: they need dumps of gigabytes, a watcher's clock or a client. The
# tests of docs/corpus.md run those of a corpus.
_ELSEWHERE = re.compile(r"snapshot build|refcore corpus|papers\.sqlite|--watch|refcore mcp")
EXAMPLES = sorted({line for page in PAGES for line in page.examples if not _ELSEWHERE.search(line)})


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_runs(folder: Path, example: str) -> None:
    before, _, rest = example.partition("refcore ")
    words = shlex.split(rest.partition(" | ")[0])
    given = BIB if "--from bibtex" in rest else "Aili Chen, Aonian Li et al."
    if "--from ris" in rest:
        given = "TY  - JOUR\nTI  - One Thing\nER  - \n"
    if "<" in words:
        at = words.index("<")
        given = Path(words[at + 1]).read_text(encoding="utf-8")
        del words[at : at + 2]
    if ">" in words:
        del words[words.index(">") :]
    if words[0] == "convert" and words[2] != "-":
        Path(words[2]).unlink(missing_ok=True)
    expanded = [
        str(path)
        for word in words
        for path in (sorted(folder.glob(word)) if "*" in word and "/" not in word[:1] else [word])
    ]
    done = CliRunner().invoke(cli, expanded, input=given)
    assert done.exit_code in (0, 1, 3), done.output
    assert before.strip() == "" or before.strip().endswith("|")


def test_every_help_fits_a_terminal_of_80_columns() -> None:
    for page in PAGES:
        words = page.name.split(" ")[1:]
        printed = CliRunner().invoke(cli, [*words, "--help"], env={"COLUMNS": "80"}).stdout
        wide = [line for line in printed.splitlines() if len(line) > 80]
        assert not wide, (page.name, wide)


def test_the_page_of_commands_is_current() -> None:
    written = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert written == markdown(PAGES, KEYS), "run: python docs/cli.py"
    for row in COMMANDS:
        assert f"## refcore {row.name}\n" in written


def test_every_option_says_what_it_does() -> None:
    for page in PAGES:
        assert all(about.strip() for _, about in page.options), page.name


def test_what_is_written_goes_to_the_same_option_everywhere() -> None:
    for page in PAGES:
        for names, _ in page.options:
            words = set(re.findall(r"--?[a-z-]+", names))
            assert not words & {"-o", "--out", "--output"} or words >= {"-o", "--output"}, page.name


def test_the_man_page_holds_each_option() -> None:
    text = roff(PAGES)
    for page in PAGES:
        for name, _ in page.options:
            assert name.split(" ")[0].replace("-", r"\-") in text
    assert not re.search(r"^\.(?!TH|SH|SS|PP|TP|RS|RE|nf|fi)", text, re.MULTILINE)
    assert CliRunner().invoke(cli, ["man"]).stdout == text


@pytest.mark.skipif(not shutil.which("groff"), reason="needs groff")
def test_groff_takes_the_man_page() -> None:
    done = subprocess.run(
        ["groff", "-man", "-ww", "-Tutf8", "-z"], input=roff(PAGES), text=True, capture_output=True
    )
    assert (done.returncode, done.stderr) == (0, "")


def completed(*words: str) -> list[str]:
    shell = ShellComplete(cli, {}, "refcore", "_REFCORE_COMPLETE")
    return [item.value for item in shell.get_completions(list(words[:-1]), words[-1])]


@pytest.mark.parametrize(
    ("words", "among"),
    [
        (("ver",), "verify"),
        (("verify", "--form"), "--format"),
        (("verify", "--format", "j"), "junit"),
        (("format", "refs.bib", "--style", "iee"), "ieee"),
        (("format", "refs.bib", "--to", "h"), "html"),
        (("convert", "a", "b", "--to", "bib"), "biblatex"),
        (("verify", "--from", "ri"), "ris"),
        (("verify", "refs.bib", "--ignore-keys", "m"), "m1"),
        (("fetch", "--to", "csl"), "csl-json"),
    ],
)
def test_values_are_completed(folder: Path, words: tuple[str, ...], among: str) -> None:
    assert among in completed(*words)


@pytest.mark.parametrize(
    ("shell", "words"), [("bash", "complete"), ("zsh", "compdef"), ("fish", "complete")]
)
def test_each_shell_has_its_script(shell: str, words: str) -> None:
    done = CliRunner().invoke(cli, ["completion", shell])
    assert (done.exit_code, words in done.stdout) == (0, True)
    assert "_REFCORE_COMPLETE" in done.stdout
    assert CliRunner().invoke(cli, ["completion", "tcsh"]).exit_code == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("verify", "--jsno", "refs.bib"), "--json"),
        (("format", "refs.bib", "--style", "apaa"), "Did you mean apa"),
        (("convert", "refs.bib", "-", "--to", "bibtx"), "Did you mean bibtex"),
        (("format", "refs.bib", "--to", "htm"), "Did you mean html"),
        (("fetch", "2506.13585", "--to", "csljson"), "Did you mean csl-json"),
        (("verify", "refs.bib", "--sources", "arxive"), "Did you mean arxiv"),
        (("dupplicates", "refs.bib"), "Did you mean duplicates"),
    ],
)
def test_a_near_word_is_named(folder: Path, words: tuple[str, ...], said: str) -> None:
    done = CliRunner().invoke(cli, words)
    assert (done.exit_code, said in done.stderr) == (2, True), done.stderr


def test_a_style_is_found_by_its_words() -> None:
    done = CliRunner().invoke(cli, ["styles", "ieee"])
    first, sample, *_ = done.stdout.splitlines()
    assert first.startswith("ieee  ")
    assert "Neural" in sample
    assert "1997" in sample
    done = CliRunner().invoke(cli, ["styles", "nature", "physics"])
    assert done.stdout.startswith("nature-physics  ")
    done = CliRunner().invoke(cli, ["styles", "iieee"])
    assert (done.exit_code, "Did you mean ieee" in done.stderr) == (1, True)
    assert "more styles; --all" in CliRunner().invoke(cli, ["styles"]).stderr


def test_each_option_of_verify_is_under_one_heading() -> None:
    verify = cli.commands["verify"]
    assert isinstance(verify, GroupedCommand)
    names = [name for group in verify.groups.values() for name in group]
    options = {one.name for one in verify.params if isinstance(one, click.Option)}
    assert sorted(names) == sorted(options)
    shown = CliRunner().invoke(cli, ["verify", "--help"]).output
    for heading in [*verify.groups, "Other options"]:
        assert f"\n{heading}:\n" in shown
    assert shown.count("--ignore-keys PATTERN") == 1

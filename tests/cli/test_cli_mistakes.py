"""Messages on mistyped options; no mistake has the exit code of a wrong reference."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from refcore.cli.commands import cli


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("verify --offlin refs.bib", "no option '--offlin'. Did you mean --offline?"),
        ("convert --foce a.bib b.json", "no option '--foce'. Did you mean --force?"),
        ("render --bibliograph a.bib p.md", "no option '--bibliograph'. Did you mean "),
        ("--confg x verify", "no option '--confg'. Did you mean --config or --no-config?"),
        ("fetch --form bibtex 2506.13585", "no option '--form'\n"),
        ("verify -X refs.bib", "no option '-X'\n"),
        ("verify --\x1b[2J refs.bib", "no option '--\\x1b[2J'\n"),
    ],
)
def test_the_option_that_was_meant_is_named(line: str, words: str) -> None:
    done = CliRunner().invoke(cli, line.split(" "))
    assert done.exit_code == 2
    assert words in done.stderr


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("refs.bib", "no command 'refs.bib'. To check this file: refcore verify refs.bib"),
        ("2506.13585", "no command '2506.13585'. For its record: refcore fetch 2506.13585"),
        ("nothing", "no command 'nothing'. refcore --help lists all."),
        ("help nothing", "no command 'nothing'. refcore --help lists all."),
        ("verify 2506.13585", "2506.13585: expected a file; for the record of an identifier: "),
        ("verify https://arxiv.org/abs/2506.13585", "refcore fetch https://arxiv.org/abs/2506"),
        ("fetch Sparse|attention|at|scale", "to find a work by its title: refcore search 'Sparse"),
        ("convert refs.bib refs.xyz", "refs.xyz: cannot write .xyz files; supported: .bib, "),
        ("verify ref.bib", "ref.bib: No such file or directory. Did you mean refs.bib?\n"),
        ("format refz.bib", "refz.bib: No such file or directory. Did you mean refs.bib?\n"),
        ("keys elsewhere.bib", "elsewhere.bib: No such file or directory\n"),
        ("verify refs.json", "refs.json: No such file or directory. Did you mean refs.bib?\n"),
        ("verify none.bib", "none.bib: No such file or directory\n"),
        ("convert refs.bib - --to rsi", "no format 'rsi'. Did you mean ris?\n"),
        ("format refs.bib --locale xx-1", "no locale 'xx-1'; supported languages: af, ar, "),
        ("completion bsh", "no shell 'bsh'. Did you mean bash or zsh?"),
        ("add 2506.13585", "expected identifiers, then the .bib file"),
    ],
)
def test_what_was_meant_is_said(
    line: str, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("refs.bib").write_text("@book{b, title={A Book}, year=2001}", encoding="utf-8")
    done = CliRunner().invoke(cli, [word.replace("|", " ") for word in line.split()])
    assert done.exit_code == 2
    assert words in done.stderr


@pytest.mark.parametrize(("line", "same"), [("help", "--help"), ("help verify", "verify --help")])
def test_help_is_a_word_too(line: str, same: str) -> None:
    done, help_ = (CliRunner().invoke(cli, words.split()) for words in (line, same))
    assert (done.exit_code, done.stdout) == (0, help_.stdout)


def test_a_file_without_entries_is_named_by_tidy(tmp_path: Path) -> None:
    (tmp_path / "note.md").write_text("# A note\n", encoding="utf-8")
    done = CliRunner().invoke(cli, ["tidy", str(tmp_path / "note.md")])
    assert done.stderr.endswith("note.md: no entries found; expected a .bib file\n")
    assert (tmp_path / "note.md").read_text(encoding="utf-8") == "# A note\n"


def test_the_name_that_pandoc_has_for_the_file_of_references_is_taken(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text("@book{b, title={A Book}, year=2001}", encoding="utf-8")
    (tmp_path / "paper.md").write_text("As shown [@b].\n", encoding="utf-8")
    named = ["--bibliography", str(tmp_path / "refs.bib")]
    done = CliRunner().invoke(cli, ["render", str(tmp_path / "paper.md"), *named])
    assert done.exit_code == 0
    assert "2001" in done.stdout


def test_words_of_a_style_may_come_as_one_argument() -> None:
    apart = CliRunner().invoke(cli, ["styles", "harvard", "leeds"])
    together = CliRunner().invoke(cli, ["styles", "harvard leeds"])
    assert together.exit_code == 0
    assert together.stdout == apart.stdout


def test_a_missing_extra_is_not_a_wrong_reference() -> None:
    # None in sys.modules is how Python marks a module that cannot be imported.
    code = "import sys; sys.modules['mcp'] = None; from refcore.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "mcp"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "pip install 'refcore[mcp]'" in done.stderr


def test_a_baseline_that_is_missing_is_said(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text("@book{b, title={A Book}, year=2001}", encoding="utf-8")
    named = ["--baseline", str(tmp_path / "base.json"), "--offline", str(tmp_path / "refs.bib")]
    done = CliRunner().invoke(cli, ["verify", *named])
    assert "base.json: no such baseline; --write-baseline makes one" in done.stderr
    assert (
        "no such baseline"
        not in CliRunner().invoke(cli, ["verify", *named, "--write-baseline"]).stderr
    )

"""The commands take every format by its suffix."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from refcore import ArxivId, Authors, Group, Reference
from refcore.cli.commands import cli
from refcore.formats import dump, load

BOOK = Reference("minimax", "book", "A book", Authors([Group("MiniMax")]))


@pytest.mark.parametrize("name", ["b.bib", "b.json", "b.ris", "b.yml", "b.YAML", "CITATION.cff"])
def test_convert_goes_by_suffix(name: str, tmp_path: Path) -> None:
    dump(BOOK, tmp_path / "in.json")
    done = CliRunner().invoke(cli, ["convert", str(tmp_path / "in.json"), str(tmp_path / name)])
    assert done.exit_code == 0, done.output
    assert [(r.title, r.authors) for r in load(tmp_path / name)] == [(BOOK.title, BOOK.authors)]


def test_convert_says_what_is_lost_and_how_much_more(tmp_path: Path) -> None:
    extra = {f"x{number}": "1" for number in range(12)}
    dump(BOOK.evolve(extra=extra), tmp_path / "in.json")
    command = ["convert", str(tmp_path / "in.json"), str(tmp_path / "out.ris")]
    few = CliRunner().invoke(cli, command)
    assert few.stderr.count("RIS has no place for it; '1' is left out") == 10
    assert "2 more losses; --losses prints all\n" in few.stderr
    every = CliRunner().invoke(cli, [*command, "--losses", "--force"])
    assert every.stderr.count("RIS has no place for it; '1' is left out") == 12
    assert "more losses" not in every.stderr


def test_names_that_are_cut_on_purpose_are_no_loss(tmp_path: Path) -> None:
    two = BOOK.evolve(authors=Authors([Group("MiniMax"), Group("CERN")]))
    dump(two, tmp_path / "in.json")
    command = ["convert", str(tmp_path / "in.json"), str(tmp_path / "out.bib"), "--authors", "1"]
    done = CliRunner().invoke(cli, command)
    assert done.stderr == f"{tmp_path / 'out.bib'}: 1 reference\n"
    assert load(tmp_path / "out.bib")["minimax"].authors.others is True


@pytest.mark.parametrize("name", ["b.ris", "b.yml", "CITATION.cff", "b.nbib"])
def test_verify_reads_them(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # away from any lock file
    monkeypatch.setenv("REFCORE_OFFLINE", "1")
    monkeypatch.setenv("REFCORE_CACHE_DIR", str(tmp_path / "cache"))
    path = tmp_path / name
    if name == "b.nbib":
        path.write_text("PMID- 1\nTI  - A book.\nLID - arXiv:2506.13585 [pii]\n", encoding="utf-8")
    else:
        dump(BOOK.evolve(arxiv=ArxivId("2506.13585")), path)
    done = CliRunner().invoke(cli, ["verify", str(path)])
    assert done.stdout.endswith("1 reference: 1 unchecked\n")
    assert done.exit_code == 3, done.output


def test_an_unknown_target_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    dump(BOOK, tmp_path / "in.json")
    done = CliRunner().invoke(
        cli, ["convert", str(tmp_path / "in.json"), str(tmp_path / "out.docx")]
    )
    assert done.exit_code == 2
    assert not (tmp_path / "out.docx").exists()

"""``refcore tidy``: in place, or only shown."""

from pathlib import Path

from click.testing import CliRunner

from refcore.cli.commands import cli

ODD = '@Misc{b,title="B"}\n@misc{a, x = {é}}\n'
TIDY = "@misc{b,\n  title = {B},\n}\n\n@misc{a,\n  x = {é},\n}\n"


def run(*arguments: str):
    return CliRunner().invoke(cli, ["tidy", *arguments])


def test_in_place_and_only_once(tmp_path: Path):
    path = tmp_path / "a.bib"
    path.write_bytes(ODD.encode("latin-1"))
    assert run(str(path)).exit_code == 0
    assert path.read_bytes() == TIDY.encode("latin-1")
    result = run(str(path), "--check")
    assert (result.exit_code, result.stdout) == (0, "")


def test_check_and_diff_write_nothing(tmp_path: Path):
    path = tmp_path / "a.bib"
    path.write_text(ODD, encoding="utf-8")
    result = run(str(path), "--check")
    assert result.exit_code == 1
    assert "would change" in result.stdout
    result = run(str(path), "--diff", "--sort")
    assert result.exit_code == 0
    assert '-@Misc{b,title="B"}' in result.stdout
    assert "+  title = {B}," in result.stdout
    assert path.read_text(encoding="utf-8") == ODD


def test_what_cannot_be_is_one_line(tmp_path: Path):
    assert run(str(tmp_path / "none.bib")).exit_code == 2
    path = tmp_path / "a.bib"
    path.write_text("@string{s={A}}@misc{b,x=s}@string{s={B}}@misc{a,x=s}", encoding="utf-8")
    result = run(str(path), "--sort")
    assert result.exit_code == 2
    assert "would change its values" in result.stderr

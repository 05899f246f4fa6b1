"""A file without an end is an error that names the limit, wherever it is read."""

import io
from pathlib import Path

import pytest
from click.testing import CliRunner

from refcore.cli.commands import cli
from refcore.errors import FileTooLarge
from refcore.files import bounded, read_to_end

ENDLESS = "/dev/zero"
SAID = "larger than 3 MB, or without an end"
pytestmark = pytest.mark.skipif(not Path(ENDLESS).exists(), reason="no device without an end")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REFCORE_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("REFCORE_OFFLINE", "1")
    monkeypatch.setattr(bounded, "MOST_BYTES", 3_000_000)
    Path("a.bib").write_text("@misc{a, title={On Things}, author={Fei, Bo}}\n", "utf-8")
    Path("a.md").write_text("See [@a].\n", "utf-8")
    for name in ("zero.bib", "zero.csl", "zero.md"):
        Path(name).symlink_to(ENDLESS)
    return tmp_path


COMMANDS = [
    ("verify", "zero.bib"),
    ("verify", "zero.bib", "a.bib"),
    ("verify", "a.bib", "--baseline", ENDLESS),
    ("verify", "a.bib", "--lock", ENDLESS),
    ("verify", "zero.bib", "--fix", "--yes"),
    ("duplicates", "zero.bib"),
    ("fetch", "-"),
    ("add", "2401.00001", "zero.bib"),
    ("update", "zero.bib"),
    ("convert", "zero.bib", "out.ris"),
    ("keys", "zero.bib"),
    ("tidy", "zero.bib"),
    ("format", "zero.bib"),
    ("format", "a.bib", "--style", "./zero.csl"),
    ("format", "a.bib", "--abbreviations", ENDLESS),
    ("render", "zero.md", "--bib", "a.bib"),
    ("render", "a.md", "--bib", "zero.bib"),
]


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_file_without_an_end_is_an_error(arguments: tuple[str, ...]) -> None:
    given = bytes(4_000_000) if "-" in arguments else b""
    done = CliRunner().invoke(cli, arguments, input=given, catch_exceptions=False)
    assert done.exit_code == 2, done.output
    assert SAID in done.output


def test_what_is_as_long_as_the_limit_is_read_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded, "MOST_BYTES", 3 << 20)
    for length in (0, 1, 1 << 20, 3 << 20):
        assert len(read_to_end(io.BytesIO(bytes(length)), "a")) == length
    with pytest.raises(FileTooLarge, match="a: larger than 3 MB, or without an end"):
        read_to_end(io.BytesIO(bytes((3 << 20) + 1)), "a")

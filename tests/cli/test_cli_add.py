"""``refcore add``: keys, place and layout of new entries follow those of the file."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from refcore.cli.commands import cli

LOCK = Path(__file__).resolve().parents[2] / "references" / "arxiv.lock.json"


def add(text: str, *options: str) -> tuple[str, str]:
    """Add the paper of M1 to a file; return the parts of the file before and after it."""
    path = Path("refs.bib")
    path.write_bytes(text.encode())
    done = CliRunner().invoke(
        cli, ["add", "--offline", "--lock", str(LOCK), *options, "2506.13585", "refs.bib"]
    )
    assert done.exit_code == 0, done.output
    before, at, new = path.read_bytes().decode().partition("@misc{")
    assert at, done.output
    return before, new


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def book(key: str, name: str, year: int) -> str:
    return f"@book{{{key},\n  author = {{{name}, A.}},\n  year = {{{year}}},\n}}\n"


@pytest.mark.parametrize(
    ("keys", "options", "key"),
    [
        (("Zoo17", "Bee11"), (), "MiniMax25"),
        (("zoo-2017", "bee-2011"), (), "minimax-2025"),
        (("Zoo:2017", "Bee:2011a"), (), "MiniMax:2025"),
        (("x", "y"), (), "minimax2025minimaxm1"),
        (("Zoo17", "Bee11"), ("--template", "[year]_[auth:lower]"), "2025_minimax"),
    ],
)
def test_a_new_key_is_made_like_the_others(
    keys: tuple[str, str], options: tuple[str, ...], key: str
) -> None:
    text = book(keys[0], "Zoo", 2017) + book(keys[1], "Bee", 2011)
    before, new = add(text, *options)
    assert new.startswith(key + ",")
    assert before.startswith(text.rstrip("\n"))


@pytest.mark.parametrize(
    ("names", "behind"),
    [
        ("ant bee nut zoo", "nut2003"),
        ("zoo nut bee ant", "bee2003"),
        ("nut oak pea zoo", "nut2001"),
        ("ant bee cat dog", ""),
        ("bee ant zoo nut", ""),
    ],
)
def test_a_new_entry_takes_its_place(names: str, behind: str) -> None:
    held = [f"{name}{2001 + number}" for number, name in enumerate(names.split())]
    text = "".join(f"% {key}\n{book(key, key[:3], int(key[3:]))}" for key in held)
    before, new = add(text)
    rest = new.partition("\n}\n")[2]
    assert text.startswith(before.rstrip("\n"))
    assert (f"@book{{{behind}," in rest) == bool(behind)
    assert rest.count("@book") == (len(held) - held.index(behind) if behind else 0)


def test_a_file_without_a_byte_is_filled_with_utf8() -> None:
    assert add("")[1].startswith("minimax2025minimaxm1,\n")


def test_an_entry_that_is_not_closed_is_named() -> None:
    Path("refs.bib").write_text("@book{a, title = {A\n", encoding="utf-8")
    done = CliRunner().invoke(
        cli, ["add", "--offline", "--lock", str(LOCK), "2506.13585", "refs.bib"]
    )
    assert "refs.bib:1:" in done.stderr
    assert "never closed" in done.stderr
    assert "nothing added" in done.output
    assert done.exit_code == 2


def test_an_entry_whose_values_are_closed_hides_nothing_after_it() -> None:
    text = "@book{a,\n  title = {A},\n  year = 2000\n"
    before, _ = add(text)
    assert before.startswith(text)


@pytest.mark.parametrize(
    ("names", "wanted"),
    [
        ("Author Title Year", "Eprint"),
        ("AUTHOR TITLE YEAR", "EPRINT"),
        ("author title Year", "eprint"),
        ("Author Title Date-Added year", "Eprint"),
    ],
)
def test_names_of_fields_are_written_as_those_of_the_file(names: str, wanted: str) -> None:
    fields = "".join(f"  {name} = {{Zoo 2017}},\n" for name in names.split())
    _, new = add(f"@book{{x,\n{fields}}}\n")
    assert f"  {wanted} = {{2506.13585}}" in new

"""Settings in a file: where it is found, what it sets, and what is wrong with it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from refcore.cli.commands import cli
from refcore.cli.configuration import KEYS, NAMES, Config, find_config, read_config
from refcore.errors import ConfigError

BIB = "@misc{m1, author={Ann Lind}, title={One Thing}, year={2020}}\n"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    (tmp_path / "work" / "part").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REFCORE_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.delenv("REFCORE_MAILTO", raising=False)
    monkeypatch.delenv("REFCORE_OFFLINE", raising=False)
    Path("work/part/a.bib").write_text(BIB, encoding="utf-8")
    return lambda *arguments: CliRunner().invoke(cli, arguments)


def settings(text: str, name: str = "work/refcore.toml") -> None:
    Path(name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_the_file_is_found_upward_from_the_one_that_is_named(run, name: str) -> None:
    table = "[tool.refcore]\n" if name == "pyproject.toml" else ""
    settings(f'{table}style = "ieee"\n', f"work/{name}")
    assert run("format", "work/part/a.bib").stdout.startswith("[1]")
    assert not run("format", "work/part/a.bib", "--style", "apa").stdout.startswith("[1]")
    assert not run("--no-config", "format", "work/part/a.bib").stdout.startswith("[1]")


def test_the_nearest_file_holds_and_none_above_the_repository(run) -> None:
    settings("", "refcore.toml")
    settings("[tool.other]\n", "work/pyproject.toml")
    part = Path("work/part").absolute()
    assert find_config(part) == Path("refcore.toml").absolute()
    settings("", "work/part/refcore.toml")
    assert find_config(part) == part / "refcore.toml"
    Path("work/part/refcore.toml").unlink()
    Path("work/.git").mkdir()
    assert find_config(part) is None


def test_a_table_sets_the_options_of_one_command(run) -> None:
    settings('offline = true\n[verify]\nstrict = true\nformat = "csv"\n')
    done = run("verify", "work/part/a.bib")
    assert done.stdout.startswith("file,line,key")
    assert run("verify", "work/part/a.bib", "--format", "text").stdout.endswith("unchecked\n")


def test_a_format_in_the_settings_does_not_stop_a_fix(run) -> None:
    settings('[verify]\nformat = "csv"\noffline = true\n')
    assert "nothing to fix" in run("verify", "--fix", "--yes", "work/part/a.bib").stdout
    assert run("verify", "--fix", "--yes", "work/part/a.bib", "--format", "csv").exit_code == 2


def test_another_file_can_be_named(run) -> None:
    settings('style = "ieee"\n', "mine.toml")
    assert run("--config", "mine.toml", "format", "work/part/a.bib").stdout.startswith("[1]")
    assert run("--config", "none.toml", "format", "work/part/a.bib").exit_code == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('styel = "ieee"', "no key 'styel'. Did you mean style?"),
        ("[verfy]\nquiet = true", "no key 'verfy'. Did you mean verify?"),
        ("[verify]\nquite = true", "no key 'quite' in [verify]. Did you mean quiet?"),
        ("style = 3", "style is 3, expected a text"),
        ('ignore-keys = "x"', "ignore-keys is 'x', expected a list of texts"),
        ("offline = 1", "offline is 1, expected true or false"),
        ("timeout = true", "timeout is True, expected a number"),
        ("style = ", "not valid TOML"),
        ('sources = ["crosref"]', "Did you mean crossref?"),
        ('ignore-kinds = ["webpag"]', "Did you mean webpage?"),
        ("[verify]\nfix = true\nyes = true", "'fix' in [verify]: an option that writes files"),
        ('[verify]\noutput = "../a"', "'output' in [verify]: an option that writes files"),
        ('[verify]\nformat = "jsn"', "Did you mean json?"),
        ("[verify]\nstrict = 1", "strict in [verify] is 1, expected true or false"),
        ('[verify]\nlock = ["a"]', "lock in [verify] is ['a'], expected a path as a text"),
        ("[verify]\nwidth = {}", "width in [verify] is {}, expected a number"),
        ("[verify]\nwidth = inf", "width in [verify] is inf, expected a number"),
        ("[verify]\nsources = 1", "expected a text or a list of texts"),
        ('[verify]\nignore-keys = "x"', "expected a list of texts"),
        ("[verify]\nfrom = 2020-01-01", "from in [verify] is datetime.date"),
        ("tool = 1", "no key 'tool'"),
        ("timeout = nan", "timeout is nan, expected a number"),
        ("a" + ".a" * 300 + " = 1", ":1: more than 200 dots in a line"),
    ],
)
def test_what_means_nothing_is_named_with_the_nearest(run, text: str, said: str) -> None:
    settings(text)
    done = run("verify", "work/part/a.bib")
    assert done.exit_code == 2
    assert said in done.stderr


def test_flags_and_paths_of_a_table_mean_what_they_mean_on_the_command_line(run) -> None:
    settings('[verify]\njson = true\noffline = true\n[render]\nbibliography = ["part/a.bib"]\n')
    assert run("verify", "work/part/a.bib").stdout.startswith("{")
    Path("work/note.md").write_text("[@m1]", encoding="utf-8")
    assert run("render", "work/note.md").exit_code == 0


def test_references_are_left_out_by_key_and_by_kind(run) -> None:
    settings('offline = true\nignore-keys = ["x-*"]\nignore-kinds = ["webpage"]\n')
    Path("work/part/a.bib").write_text(
        BIB + "@misc{x-1, title={Two}}\n@online{w, title={Three}, url={https://example.org}}\n",
        encoding="utf-8",
    )
    assert "1 reference: 1 unchecked" in run("verify", "work/part/a.bib").stdout
    assert "3 references" in run("--no-config", "verify", "--offline", "work/part/a.bib").stdout


def test_paths_are_meant_from_the_folder_of_the_file(run, monkeypatch) -> None:
    settings('lock = "locks/one.json"\nbaseline = "base.json"\n')
    done = run("verify", "work/part/a.bib", "--offline")
    assert "work/locks/one.json" in done.stderr.replace("\\", "/")
    assert done.exit_code == 2


def test_config_shows_what_holds_and_where_it_comes_from(run, monkeypatch) -> None:
    settings('mailto = "a@example.org"\nignore-keys = ["x", "y"]\n[verify]\nstrict = true\n')
    said = run("config", "work/part/a.bib").stdout
    assert said.splitlines()[0] == f"file: {Path('work/refcore.toml').absolute()}"
    assert "a@example.org  (refcore.toml)" in said
    assert "x, y  (refcore.toml)" in said
    assert "verify --strict  true  (refcore.toml)" in said
    monkeypatch.setenv("REFCORE_MAILTO", "b@example.org")
    assert "b@example.org  (environment, REFCORE_MAILTO)" in run("config", "work/part/a.bib").stdout
    assert "file: none" in run("--no-config", "config", "work/part/a.bib").stdout
    settings("[verify]\nquite = true")
    assert "Did you mean quiet?" in run("config", "work/part/a.bib").stderr


def test_each_key_is_an_option_of_some_command() -> None:
    context = cli.make_context("refcore", [], resilient_parsing=True)
    parameters = set()
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        assert command is not None
        parameters |= {parameter.name for parameter in command.params}
    assert {key.parameter for key in KEYS.values()} <= parameters


def test_the_examples_of_keys_have_the_kind_of_the_key(tmp_path: Path) -> None:
    path = tmp_path / "refcore.toml"
    path.write_text("".join(f"{name} = {key.example}\n" for name, key in KEYS.items()), "utf-8")
    read_config(path).check([])
    assert set(read_config(path).values) == set(KEYS)


def test_a_file_of_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "refcore.toml"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(ConfigError, match="not valid TOML"):
        read_config(path)
    path.write_bytes(b"a = " + b"[" * 50_000)
    with pytest.raises(ConfigError, match="not valid TOML"):
        read_config(path)
    assert Config().values == {}


def test_the_order_of_sources_is_that_of_the_settings(run) -> None:
    from refcore.sources.registry import default_sources

    found = default_sources(environ={}, order=["crossref", "arxiv"])
    assert [one.source.name for one in found.online] == ["crossref", "arxiv"]

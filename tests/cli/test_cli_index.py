"""A local index in `search`, `fetch`, `add` and `update`: it answers before any source."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from refcore.cli.commands import cli

WORKS = (
    {
        "key": "DBLP:conf/boats/Byron10",
        "type": "inproceedings",
        "title": "Boats on Slow Rivers",
        "booktitle": "Proceedings of Boats 2010",
        "year": "2010",
        "author": ["Anna Byron", "Ito Ken", "Mara Lind", "Olaf Quist"],
    },
    {
        "key": "DBLP:conf/boats/Lind11",
        "type": "inproceedings",
        "title": "Boats on Slow Rivers in Winter",
        "booktitle": "Proceedings of Boats 2011",
        "year": "2011",
        "pages": "11-19",
        "doi": "10.1000/winter",
        "author": ["Mara Lind", "Ito Ken"],
    },
)
RETRACTED = {
    "DOI": "10.1000/leaky",
    "type": "journal-article",
    "title": ["Leaky Boats at Sea"],
    "author": [{"given": "Vera", "family": "Roe"}],
    "issued": {"date-parts": [[2012]]},
    "updated-by": [
        {
            "DOI": "10.1000/notice",
            "type": "retraction",
            "updated": {"date-parts": [[2013, 2, 1]]},
        }
    ],
}
ENTRY = """@inproceedings{lind,
  title     = {Boats on Slow Rivers in Winter},
  author    = {Mara Lind and Ito Ken},
  booktitle = {Proceedings of Boats 2011},
  year      = {2011},
}
"""


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("index")
    dump = folder / "works.jsonl"
    works = [*WORKS, RETRACTED]
    dump.write_text("".join(json.dumps(work) + "\n" for work in works), encoding="utf-8")
    made = folder / "works.idx"
    done = CliRunner().invoke(cli, ["snapshot", "build", str(dump), "--out", str(made)])
    assert done.exit_code == 0, done.output
    return made


@pytest.fixture
def run(index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REFCORE_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("REFCORE_SNAPSHOT", str(index))

    def called(*arguments: str) -> Result:
        return CliRunner().invoke(cli, [arguments[0], "--offline", *arguments[1:]])

    return called


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "Boats on slow rivers",
            "dblp:conf/boats/Byron10  Boats on Slow Rivers. Anna Byron, Ito Ken, Mara Lind et al. "
            "(2010)\n",
        ),
        (
            "Boats on Slow Rivers in Winter",
            "doi:10.1000/winter  Boats on Slow Rivers in Winter. Mara Lind, Ito Ken (2011)\n",
        ),
        (
            "Boats on Slow Rivers in Wintr --author Lind",
            "doi:10.1000/winter  Boats on Slow Rivers in Winter. Mara Lind, Ito Ken (2011)\n",
        ),
        (
            "Leaky Boats at Sea",
            "doi:10.1000/leaky  Leaky Boats at Sea. Vera Roe (2012); the paper is retracted "
            "(2013-02-01), see doi:10.1000/notice\n",
        ),
    ],
)
def test_search_finds_the_works_of_an_index(run, words: str, said: str) -> None:
    done = run("search", *words.split())
    assert (done.exit_code, done.stdout.startswith(said)) == (0, True), done.output


def test_search_says_that_nothing_was_found(run) -> None:
    done = run("search", "Trains", "in", "Deserts")
    assert (done.exit_code, done.stdout) == (3, "")
    assert "offline" in done.stderr
    assert run("search", "Boats on Slow Rivers", "--author", "Quimby").exit_code == 3


def test_fetch_and_add_take_records_of_an_index(run) -> None:
    assert "title     = {Boats on Slow Rivers in Winter}" in run("fetch", "10.1000/winter").stdout
    assert run("add", "10.1000/winter", "refs.bib").exit_code == 0
    assert "10.1000/winter" in Path("refs.bib").read_text("utf-8")


def test_update_takes_what_an_index_has_of_a_title(run) -> None:
    Path("refs.bib").write_text(ENTRY, encoding="utf-8")
    done = run("update", "--yes", "refs.bib")
    assert "lind: the DOI is missing; missing: pages" in done.stdout
    text = Path("refs.bib").read_text("utf-8")
    assert "  pages     = {11--19},\n  doi       = {10.1000/winter},\n" in text
    assert text.startswith(ENTRY.removesuffix("}\n"))


def test_update_leaves_an_entry_of_other_authors(run) -> None:
    other = ENTRY.replace("Mara Lind and Ito Ken", "Vera Roe and Al Ott")
    Path("refs.bib").write_text(other, encoding="utf-8")
    run("update", "--yes", "refs.bib")
    assert Path("refs.bib").read_text("utf-8") == other


@pytest.mark.parametrize("names", ["Mara Lind and Ito Ken", "Lind, M. and Ken, I."])
def test_add_knows_an_entry_that_lacks_the_identifier(run, names: str) -> None:
    entry = ENTRY.replace("Mara Lind and Ito Ken", names)
    Path("refs.bib").write_text(entry, encoding="utf-8")
    done = run("add", "10.1000/winter", "10.1000/leaky", "refs.bib")
    assert "lind is already in the file, without doi:10.1000/winter" in done.output
    text = Path("refs.bib").read_text("utf-8")
    assert (text.startswith(entry), text.count("@")) == (True, 2)


def test_add_takes_a_work_of_the_same_title_by_others(run) -> None:
    other = ENTRY.replace("Mara Lind and Ito Ken", "Vera Roe and Al Ott")
    Path("refs.bib").write_text(other, encoding="utf-8")
    run("add", "10.1000/winter", "refs.bib")
    assert Path("refs.bib").read_text("utf-8").count("@inproceedings") == 2


@pytest.mark.parametrize(
    ("named", "requests"), [([], 0), (["--sources", "crossref"], 1), (["--sources", "arxiv"], 0)]
)
def test_verify_asks_the_network_after_the_index_where_sources_are_named(
    index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: list[str], requests: int
) -> None:
    monkeypatch.setenv("REFCORE_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.delenv("REFCORE_OFFLINE", raising=False)
    bib = tmp_path / "refs.bib"
    bib.write_text(
        "@article{a, title={Boats}, doi={10.1000/winter}}\n"
        "@article{b, title={Rafts}, doi={10.1000/absent}}\n"
    )
    arguments = ["verify", "--dry-run", "--snapshot", str(index), *named, str(bib)]
    done = CliRunner().invoke(cli, arguments)
    assert "1 in the snapshot, 1 to fetch" in done.output
    assert f"requests to make: {requests}" in done.output

"""`refcore update`: what records add is shown first, and nothing in the file is lost."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from refcore.cli.commands import cli
from refcore.formats import load

PREPRINT = {
    "id": "arXiv:2203.00011v1",
    "source": "arxiv",
    "type": "article",
    "title": "On Slow Rivers",
    "authors": [{"name": "Mara Lind"}, {"name": "Ito Ken"}],
    "dates": {"issued": "2022-03-01"},
    "relations": [{"kind": "article", "id": "doi:10.1000/rivers"}],
}
ARTICLE = {
    "id": "doi:10.1000/rivers",
    "source": "crossref",
    "type": "article-journal",
    "title": "On Slow Rivers",
    "authors": [
        {"name": "Mara Lind", "given": "Mara", "family": "Lind"},
        {"name": "Ito Ken", "given": "Ito", "family": "Ken"},
    ],
    "dates": {"issued": "2023"},
    "fields": {"container-title": "Water", "volume": "7", "issue": "2", "page": "11-19"},
}
ENTRY = """% mine
@misc{one ,
    title   = "On {S}low Rivers",
    author  = "Lind, M. and Ken, Ito",
    eprint  = {2203.00011}, archivePrefix="arXiv" ,
    year    = 2022,
    note    = { kept   as it is}
}
"""


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REFCORE_OFFLINE", "1")
    monkeypatch.setenv("REFCORE_CACHE_DIR", str(tmp_path / "cache"))
    return Path("refs.bib")


def run(path: Path, entry: str, *records: dict[str, Any], option: str = "--yes", answer: str = ""):
    Path("arxiv.lock.json").write_text(json.dumps({"format": 2, "records": list(records)}))
    path.write_text(entry, encoding="utf-8", newline="\r\n")
    arguments = ["update", str(path), *filter(None, [option])]
    return CliRunner().invoke(cli, arguments, input=answer)


def test_a_preprint_becomes_its_article_and_keeps_what_it_has(path: Path) -> None:
    done = run(path, ENTRY, PREPRINT, ARTICLE)
    assert done.exit_code == 0, done.output
    assert "one: the preprint was published in Water (10.1000/rivers)" in done.stdout
    assert "1 of 1 updates made" in done.stdout
    before, after = ENTRY.splitlines(), path.read_bytes().decode().split("\r\n")
    gone = [line for line in before if line not in after and f"{line}," not in after]
    assert gone == ["@misc{one ,", "    year    = 2022,"]
    (found,) = load(path)
    assert (found.type, found.year, str(found.doi)) == ("article-journal", 2023, "10.1000/rivers")
    assert str(found.arxiv) == "2203.00011"
    wanted = {"container-title": "Water", "volume": "7", "issue": "2", "page": "11-19"}
    assert wanted.items() <= found.fields.items()
    again = CliRunner().invoke(cli, ["update", "--yes", str(path)])
    assert "nothing to update" in again.stdout


def test_a_preprint_of_another_server_keeps_its_doi_in_a_note(path: Path) -> None:
    early = {**PREPRINT, "id": "doi:10.1000/early", "source": "crossref"}
    entry = """@misc{one, title={On Slow Rivers}, author={Lind, Mara and Ken, Ito}, year=2022,
  doi={10.1000/early}, publisher={bioRxiv}, note={Kept}}
"""
    done = run(path, entry, early, ARTICLE)
    assert "one: the preprint was published in Water (10.1000/rivers)" in done.stdout
    (found,) = load(path)
    assert (str(found.doi), found.fields["container-title"]) == ("10.1000/rivers", "Water")
    assert found.fields["note"] == "Kept; Preprint: doi:10.1000/early"


def test_an_article_of_another_title_is_not_taken(path: Path) -> None:
    other = {**ARTICLE, "title": "Slow Rivers and Their Banks in a Dry Year"}
    done = run(path, ENTRY, PREPRINT, other)
    assert "one: published as 10.1000/rivers, which" in done.output
    assert path.read_bytes().decode() == ENTRY.replace("\n", "\r\n")


def test_an_id_that_only_the_journal_states_is_kept(path: Path) -> None:
    entry = (
        "@article{a, title={On Slow Rivers}, author={Lind, Mara and Ken, Ito}, "
        "journal={arXiv preprint arXiv:2203.00011}, year={2022}}\n"
    )
    assert run(path, entry, PREPRINT, ARTICLE).exit_code == 0
    (found,) = load(path)
    assert (str(found.arxiv), found.fields["container-title"]) == ("2203.00011", "Water")


@pytest.mark.parametrize(("option", "answer"), [("--diff", ""), ("", "n\n"), ("", "q\n")])
def test_what_is_not_wanted_is_not_written(path: Path, option: str, answer: str) -> None:
    done = run(path, ENTRY, PREPRINT, ARTICLE, option=option, answer=answer)
    assert done.exit_code == 0
    assert "+@article{one ," in done.stdout
    said = "1 update offered, none made" if option else "0 of 1 updates made"
    assert said in done.stdout
    assert path.read_bytes().decode() == ENTRY.replace("\n", "\r\n")


def test_nobody_answers_and_nothing_is_written(path: Path) -> None:
    done = run(path, ENTRY, PREPRINT, ARTICLE, option="")
    assert done.exit_code == 2
    assert "--yes" in done.stderr
    assert path.read_bytes().decode() == ENTRY.replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("article", "code", "words"),
    [
        ({**ARTICLE, "title": "On Fast Rivers"}, 0, "does not agree with the entry"),
        (
            {**ARTICLE, "authors": [{"name": "Bo Fei", "given": "Bo", "family": "Fei"}]},
            0,
            "does not agree with the entry",
        ),
        (PREPRINT, 3, "could not be looked up: offline"),
    ],
)
def test_an_article_that_is_not_surely_the_same_is_not_used(
    path: Path, article: dict[str, Any], code: int, words: str
) -> None:
    records = [PREPRINT] if article is PREPRINT else [PREPRINT, article]
    done = run(path, ENTRY, *records)
    assert done.exit_code == code
    assert words in done.stderr
    assert "nothing to update" in done.stdout
    assert path.read_bytes().decode() == ENTRY.replace("\n", "\r\n")


def entry_with(fields: str, author: str = "Lind, Mara and Ken, Ito") -> str:
    return f"@article{{a, title={{On Slow Rivers}}, author={{{author}}}, year=2023, {fields}}}\n"


DOI = "journal={Water}, doi={10.1000/rivers}"


@pytest.mark.parametrize(
    ("entry", "added"),
    [
        (entry_with(DOI), "volume=7, number=2, pages={11--19}"),
        (entry_with(DOI + ", volume=7, number=2"), "pages={11--19}"),
        (entry_with(DOI + ", volume=8"), ""),
        (entry_with(DOI + ", volume=7, number=2, pages={11--19}"), ""),
        (entry_with(DOI, author="Lind, Nora and Ken, Ito"), ""),
    ],
)
def test_what_is_missing_is_added_where_nothing_differs(path: Path, entry: str, added: str) -> None:
    run(path, entry, ARTICLE)
    text = path.read_text(encoding="utf-8")
    assert text == (entry.replace("}\n", f", {added}}}\n") if added else entry)


def test_a_missing_doi_is_added(path: Path) -> None:
    record = {**ARTICLE, "id": "pmid:31452104", "source": "pubmed", "ids": ["doi:10.1000/rivers"]}
    whole = "journal={Water}, volume=7, number=2, pages={11--19}, pmid={31452104}"
    done = run(path, entry_with(whole), record)
    assert "a: the DOI is missing" in done.stdout
    assert str(next(iter(load(path))).doi) == "10.1000/rivers"


def test_only_a_bib_file_is_updated(path: Path) -> None:
    Path("note.md").write_text("# A note\n")
    done = CliRunner().invoke(cli, ["update", "note.md"])
    assert done.exit_code == 2
    assert "only .bib files" in done.stderr


def test_several_files_are_updated_and_looked_up_together(path: Path) -> None:
    other = Path("more.bib")
    other.write_text(ENTRY.replace("one ,", "two ,"), encoding="utf-8", newline="\r\n")
    Path("arxiv.lock.json").write_text(json.dumps({"format": 2, "records": [PREPRINT, ARTICLE]}))
    path.write_text(ENTRY, encoding="utf-8", newline="\r\n")
    done = CliRunner().invoke(cli, ["update", "--yes", str(path), str(other), str(path)])
    assert done.exit_code == 0, done.output
    assert "refs.bib: 1 of 1 updates made" in done.output
    assert "more.bib: 1 of 1 updates made" in done.output
    assert done.output.count("updates made") == 2
    for one in (path, other):
        (reference,) = load(one)
        assert str(reference.doi) == "10.1000/rivers"
        assert "note    = { kept   as it is}" in one.read_text(encoding="utf-8")


def test_a_file_that_cannot_be_read_stops_no_other(path: Path) -> None:
    Path("arxiv.lock.json").write_text(json.dumps({"format": 2, "records": [PREPRINT, ARTICLE]}))
    path.write_text(ENTRY, encoding="utf-8")
    done = CliRunner().invoke(cli, ["update", "--yes", "missing.bib", str(path)])
    assert done.exit_code == 2
    assert "missing.bib" in done.output
    assert "refs.bib: 1 of 1 updates made" in done.output


def test_all_answers_for_every_file(path: Path) -> None:
    other = Path("more.bib")
    other.write_text(ENTRY, encoding="utf-8")
    Path("arxiv.lock.json").write_text(json.dumps({"format": 2, "records": [PREPRINT, ARTICLE]}))
    path.write_text(ENTRY, encoding="utf-8")
    done = CliRunner().invoke(cli, ["update", str(path), str(other)], input="a\n")
    assert done.exit_code == 0, done.output
    assert done.output.count("Make this change?") == 1
    assert done.output.count("1 of 1 updates made") == 2

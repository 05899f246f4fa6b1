"""A small corpus that is made: dumps of several sources, and references to their works."""

from __future__ import annotations

import csv
import datetime
import json
from pathlib import Path
from typing import Any, NamedTuple

DAY = datetime.date(2026, 6, 1)
WORDS = "glass moss river lamp stone thread harbour signal paper mirror forest copper".split()
PEOPLE = ("Ada Quill", "Bo Fei", "Cem Oduya", "Dora Lindt", "Edo van der Meer", "Fay Hu")


class Corpus(NamedTuple):
    """The folders of a corpus, and the rows that `verify` finds for its references."""

    dumps: list[Path]
    references: Path
    records: Path
    index: Path
    wanted: list[dict[str, Any]]


def title(at: int) -> str:
    """Return a title of five words, another one for each number."""
    count = len(WORDS)
    chosen = (at % count, at // count % count, at * 7 % count, at * 5 // 3 % count)
    return "On " + " ".join(WORDS[one] for one in chosen) + f" {at // 40}"


def shared(at: int) -> dict[str, Any]:
    """Return a paper as a line of the shared form."""
    year = 2018 + at % 3
    return {
        "key": f"DBLP:conf/moss/P{at}",
        "type": "inproceedings",
        "title": title(at),
        "booktitle": f"Proceedings of the Conference on Moss, {year}",
        "author": [PEOPLE[at % 6], PEOPLE[(at + 1 + at % 4) % 6]],
        "year": str(year),
        **({"doi": f"10.1000/moss.{at}"} if at % 2 else {}),
    }


def arxiv(at: int, doi: str = "", **changes: Any) -> dict[str, Any]:
    """Return a preprint as a line of arXiv's metadata."""
    names = [PEOPLE[at % 6], PEOPLE[(at + 2) % 6]]
    return {
        "id": f"2101.{at:05}",
        "title": title(at),
        "authors": " and ".join(names),
        "authors_parsed": [[name.split()[-1], name.split()[0], ""] for name in names],
        "categories": "cs.CL",
        "doi": doi or None,
        "versions": [{"version": "v1", "created": "Fri, 1 Jan 2021 08:08:08 GMT"}],
        "update_date": "2021-01-02",
        **changes,
    }


def crossref(at: int, doi: str) -> dict[str, Any]:
    """Return an article as an item of Crossref."""
    names = [PEOPLE[at % 6], PEOPLE[(at + 2) % 6]]
    return {
        "DOI": doi,
        "type": "journal-article",
        "title": [title(at)],
        "author": [{"given": n.split()[0], "family": n.split()[-1]} for n in names],
        "container-title": ["Journal of Moss"],
        "issued": {"date-parts": [[2022]]},
    }


def dumps(folder: Path) -> list[Path]:
    """Write the dumps: conferences, common titles, preprints with articles, retractions."""
    papers = [shared(at) for at in range(120)]
    papers += [
        {**shared(at), "key": f"DBLP:journals/moss/E{at}", "title": "Editorial"} for at in range(60)
    ]
    # A paper that comes again with another title takes the place of the first.
    papers.append({**shared(3), "title": "On a Lamp that Was Moved"})
    papers.append(
        {**shared(7), "key": "DBLP:books/moss/B", "type": "book", "isbn": "9780262035613"}
    )
    # So many titles share two words that these do not distinguish works.
    papers += [
        {
            **shared(at),
            "key": f"DBLP:conf/many/M{at}",
            "title": f"Copper Harbour {WORDS[at % 12]} {at}",
        }
        for at in range(450)
    ]
    preprints = [arxiv(at, f"10.1000/article.{at}") for at in range(200, 220)]
    preprints += [arxiv(at) for at in range(220, 230)]
    preprints.append(arxiv(225, versions=[*arxiv(225)["versions"], _second()]))
    articles = [crossref(at, f"10.1000/article.{at}") for at in range(200, 215)]
    written = []
    for name, lines in (("papers", papers), ("arxiv", preprints), ("crossref", articles)):
        path = folder / f"{name}.jsonl"
        path.write_text("".join(json.dumps(one) + "\n" for one in lines), encoding="utf-8")
        written.append(path)
    return [*written, _retractions(folder / "retractions.csv")]


def _second() -> dict[str, str]:
    return {"version": "v2", "created": "Mon, 1 Feb 2021 08:08:08 GMT"}


def _retractions(path: Path) -> Path:
    head = (
        "Record ID,Title,Author,RetractionDate,RetractionDOI,OriginalPaperDOI,RetractionNature,"
        "Reason,OriginalPaperPubMedID"
    ).split(",")
    with path.open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(head)
        for at, doi in enumerate(("10.1000/moss.11", "10.1000/article.203", "10.1000/moss.13")):
            date, why = "3/14/2021 0:00", "+Error;"
            table.writerow(
                [at, "", "", date, f"10.1000/note.{at}", doi, "Retraction", why, 3000 + at]
            )
    return path


def entries() -> list[str]:
    """Return entries of BibTeX: right ones, and each kind of wrong one."""
    found = []
    for at in range(40):
        paper = shared(at)
        found.append(entry(f"right{at}", paper))
        found.append(
            entry(f"word{at}", {**paper, "title": paper["title"].replace("On ", "In ", 1)})
        )
        changed = paper["title"].split()
        changed[1 + at % 3] = "marble"
        found.append(entry(f"other{at}", {**paper, "title": " ".join(changed)}))
        found.append(entry(f"name{at}", {**paper, "author": ["Zoe Novak", *paper["author"][1:]]}))
        found.append(entry(f"year{at}", {**paper, "year": "2031"}))
    for at in range(200, 230):
        preprint = {"title": title(at), "author": [PEOPLE[at % 6], PEOPLE[(at + 2) % 6]]}
        stated = {**preprint, "year": "2021", "eprint": f"2101.{at:05}", "eprinttype": "arxiv"}
        found.append(entry(f"preprint{at}", stated, "misc"))
        article = {**preprint, "journal": "Journal of Moss", "year": "2022"}
        found.append(entry(f"article{at}", {**article, "doi": f"10.1000/article.{at}"}, "article"))
        found.append(entry(f"both{at}", {**stated, **article, "author": ["Zoe Novak"]}, "article"))
    found.append(entry("editorial", {**shared(5), "title": "Editorial"}))
    found.append(entry("moved", shared(3)))
    found.append(entry("copper", {**shared(3), "title": "Copper harbour without end"}))
    found.append(entry("book", {**shared(7), "isbn": "9780262035613"}, "book"))
    found.append(entry("number", {**shared(11), "pmid": "3000", "note": "PMID: 3000"}, "article"))
    found.append(entry("version", {"title": title(225), "eprint": "2101.00225v1", "year": "2021"}))
    found.append(entry("empty", {"title": "???"}))
    found.append(entry("page", {"title": "A page", "url": "https://example.org"}, "online"))
    return found


def entry(key: str, values: dict[str, Any], kind: str = "inproceedings") -> str:
    """Return an entry of BibTeX."""
    texts = {
        name: " and ".join(value) if isinstance(value, list) else value
        for name, value in values.items()
        if name not in ("key", "type")
    }
    lines = [f"  {name} = {{{value}}}," for name, value in texts.items()]
    return "\n".join([f"@{kind}{{{key},", *lines, "}"])

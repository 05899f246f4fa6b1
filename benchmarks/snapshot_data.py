"""Dumps of many sources for measurements, made from real records: seeded, varied, in true forms.

Work number N is a function of the seed and N alone, so that references to it can be made
without the dumps. The first works are the real records; those after them have titles put
together from two real ones, names from several, and other years and numbers.
"""

from __future__ import annotations

import csv
import gzip
import html
import io
import json
import lzma
import random
import tarfile
from collections.abc import Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

# Of twenty works that follow each other, so many are in each dump.
SHARES = {"arxiv": 5, "lines": 5, "dblp": 3, "acl": 2, "crossref": 3, "archive": 2}
_FORM_OF = tuple(form for form, share in SHARES.items() for _ in range(share))
_MONTHS = [year * 100 + month for year in range(7, 26) for month in range(1, 13)][3:]
_MONTH_NAMES = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_GROUPS = ("ATLAS Collaboration", "Planck Collaboration", "Qwen Team", "MiniMax", "DeepSeek-AI")
_A_FILE = 5000  # works in a file of Crossref
_A_COLLECTION = 1000  # papers in a file of the ACL Anthology


class Paper(NamedTuple):
    """A work as its dump states it."""

    place: int
    form: str
    title: str
    names: tuple[str, ...]
    venue: str
    year: int
    pages: str
    doi: str
    group: str

    @property
    def arxiv(self) -> str:
        """The arXiv id of its place; only those of the arXiv dump have it."""
        number, at = divmod(self.place, len(_MONTHS))
        month = _MONTHS[at]
        return f"{month:04}.{number + 1:0{5 if month >= 1501 else 4}}"

    @property
    def version(self) -> int:
        """The latest version of a preprint."""
        return 1 + self.place % 7 % 3


class Works:
    """Works made from the records of a file: JSON lines of a bibliography, plain or xz."""

    def __init__(self, records: Path, seed: int) -> None:
        opened = lzma.open if records.suffix == ".xz" else open
        with opened(records, "rt", encoding="utf-8") as file:
            found = (json.loads(line) for line in file)
            self._records = [_kept(one) for one in found if _is_whole(one)]
        self._seed = seed

    def paper(self, place: int) -> Paper:
        """Return the work of a place."""
        form = _FORM_OF[place % len(_FORM_OF)]
        # Half of Crossref's works are those that dblp has, too.
        of = place - 10 if form in ("crossref", "archive") and place // 20 % 2 else place
        rng = random.Random(self._seed * 1_000_003 + of)
        title, names, venue, year, pages, doi = self._records[of % len(self._records)]
        if of >= len(self._records):
            title = self._title(rng, title)
            names = self._names(rng, names)
            year = min(2025, year + rng.randrange(3))
            doi = f"{doi.partition('/')[0] or '10.5555'}/x{of}" if doi or of % 5 < 3 else ""
        if not doi and form in ("crossref", "archive"):
            doi = f"10.5555/c{of}"
        group = rng.choice(_GROUPS) if form == "arxiv" and rng.random() < 0.005 else ""
        return Paper(place, form, title, names, venue, year, pages, doi, group)

    def _title(self, rng: random.Random, title: str) -> str:
        words = title.split()
        others = rng.choice(self._records)[0].split()
        made = words[: len(words) // 2 + 1] + others[len(others) // 2 :]
        return " ".join(made[:16]).rstrip(".:")

    def _names(self, rng: random.Random, names: tuple[str, ...]) -> tuple[str, ...]:
        others = [rng.choice(rng.choice(self._records)[1]) for _ in names]
        pairs = zip(names, others, strict=True)
        made = (f"{a.rpartition(' ')[0]} {b.rpartition(' ')[2]}".strip() for a, b in pairs)
        return tuple(dict.fromkeys(made))

    def of_form(self, form: str, count: int) -> Iterator[Paper]:
        """Return the works of a dump among so many."""
        for place in range(count):
            if _FORM_OF[place % len(_FORM_OF)] == form:
                yield self.paper(place)


def _is_whole(record: dict[str, Any]) -> bool:
    return all(record.get(name) for name in ("author", "title", "year"))


def _kept(record: dict[str, Any]) -> tuple[str, tuple[str, ...], str, int, str, str]:
    venue = record.get("booktitle") or record.get("journal") or ""
    names = tuple(dict.fromkeys(record["author"]))
    pages, doi = record.get("pages", ""), record.get("doi", "")
    return record["title"], names, venue, int(record["year"]), pages, doi


def write_all(works: Works, folder: Path, count: int) -> list[Path]:
    """Write the dumps of so many works into a folder; return them as sources of a build."""
    folder.mkdir(parents=True, exist_ok=True)
    arxiv, lines = folder / "arxiv.json", folder / "dblp.jsonl"
    _write_lines(arxiv, map(arxiv_line, works.of_form("arxiv", count)))
    _write_lines(lines, map(shared_line, works.of_form("lines", count)))
    dblp, acl = folder / "dblp.xml", folder / "acl"
    _write_dblp(dblp, works.of_form("dblp", count))
    _write_acl(acl, works.of_form("acl", count))
    crossref, archive = folder / "crossref", folder / "crossref.tar"
    crossref.mkdir(exist_ok=True)
    for name, content in _crossref_files(works.of_form("crossref", count)):
        (crossref / name).write_bytes(content)
    with tarfile.open(archive, "w") as file:
        for name, content in _crossref_files(works.of_form("archive", count)):
            member = tarfile.TarInfo(name)
            member.size = len(content)
            file.addfile(member, io.BytesIO(content))
    retractions = folder / "retraction_watch.csv"
    _write_retractions(retractions, islice(works.of_form("crossref", count), 0, None, 50))
    return [arxiv, lines, dblp, acl, crossref, archive, retractions]


def _write_lines(path: Path, lines: Iterator[str]) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in lines)


_ABSTRACT = (
    "We study the problem above and show how far known methods carry. The approach is compared "
    "with several others on public data, and the results are discussed in detail. "
)


def arxiv_line(paper: Paper) -> str:
    """Return a line of arXiv's metadata snapshot; one in a hundred thousand is cut."""
    head = f"{paper.group}: " if paper.group else ""
    parsed = [[family, given, ""] for given, _, family in (n.rpartition(" ") for n in paper.names)]
    mark = [[":", "", ""]] if paper.group in ("MiniMax", "DeepSeek-AI") else []
    month = int(paper.arxiv[2:4])
    created = f"Mon, 2 {_MONTH_NAMES[month - 1]} 20{paper.arxiv[:2]} 19:18:42 GMT"
    values: dict[str, Any] = {
        "id": paper.arxiv,
        "submitter": paper.names[0],
        "authors": head + ", ".join(paper.names),
        "title": paper.title[:60] + paper.title[60:].replace(" ", "\n  ", 1),
        "comments": "12 pages, 5 figures",
        "journal-ref": paper.venue[:60] if paper.place % 3 == 0 else None,
        "doi": paper.doi or None,
        "report-no": None,
        "categories": "cs.LG stat.ML",
        "license": "http://arxiv.org/licenses/nonexclusive-distrib/1.0/",
        "abstract": f"  {_ABSTRACT * (3 + paper.place % 5)}\n",
        "versions": [
            {"version": f"v{number}", "created": created} for number in range(1, paper.version + 1)
        ],
        "update_date": f"20{paper.arxiv[:2]}-{month:02}-24",
        "authors_parsed": [*([[paper.group, "", ""]] if paper.group else []), *mark, *parsed],
    }
    made = json.dumps(values)
    return made[: len(made) // 2] if paper.place % 100_000 == 99_980 else made


def shared_line(paper: Paper) -> str:
    """Return a line of the shared form of bibliographies."""
    values: dict[str, Any] = {
        "key": f"DBLP:{_stream(paper)}/X{paper.place}",
        "type": "inproceedings",
        "title": paper.title,
        "booktitle": paper.venue,
        "year": str(paper.year),
        "pages": paper.pages,
        "doi": paper.doi,
        "url": f"https://doi.org/{paper.doi}",
        "biburl": f"https://dblp.org/rec/{_stream(paper)}/X{paper.place}.bib",
        "author": paper.names,
    }
    return json.dumps({name: value for name, value in values.items() if value}, ensure_ascii=False)


def _stream(paper: Paper) -> str:
    return f"conf/v{sum(paper.venue.encode()) % 97}"


def _write_dblp(path: Path, papers: Iterator[Paper]) -> None:
    with path.open("w", encoding="ascii", errors="xmlcharrefreplace") as file:
        file.write('<?xml version="1.0" encoding="ISO-8859-1"?>\n<!DOCTYPE dblp SYSTEM "dblp.dtd">')
        file.write("\n<dblp>\n")
        file.writelines(map(_dblp_record, papers))
        file.write("</dblp>\n")


def _dblp_record(paper: Paper) -> str:
    place, text = paper.place, partial(html.escape, quote=False)
    number = " 0001" if place % 9 == 0 else ""
    names = "".join(f"<author>{text(name)}{number}</author>\n" for name in paper.names)
    link = f"<ee>https://doi.org/{text(paper.doi)}</ee>\n" if paper.doi else ""
    return (
        f'<inproceedings mdate="2024-05-07" key="{_stream(paper)}/Y{place}">\n{names}'
        f"<title>{text(paper.title)}.</title>\n<pages>{text(paper.pages)}</pages>\n"
        f"<year>{paper.year}</year>\n<booktitle>{text(paper.venue)}</booktitle>\n{link}"
        f"<crossref>{_stream(paper)}/{paper.year}</crossref>\n"
        f"<url>db/{_stream(paper)}/{paper.year}.html#Y{place}</url>\n</inproceedings>\n"
    )


def _write_acl(folder: Path, papers: Iterator[Paper]) -> None:
    folder.mkdir(exist_ok=True)
    for number in range(1 << 20):
        part = list(islice(papers, _A_COLLECTION))
        if not part:
            return
        name, text = f"2020.c{number}", html.escape
        made = "".join(_acl_paper(paper, f"{name}-main", at) for at, paper in enumerate(part, 1))
        (folder / f"{name}.xml").write_text(
            f"<?xml version='1.0' encoding='UTF-8'?>\n<collection id=\"{name}\">\n"
            f'<volume id="main"><meta><booktitle>{text(part[0].venue)}</booktitle>'
            f"<year>{part[0].year}</year></meta>\n{made}</volume>\n</collection>\n",
            encoding="utf-8",
        )


def _acl_paper(paper: Paper, volume: str, number: int) -> str:
    people = ""
    for name in paper.names:
        first, _, last = html.escape(name).rpartition(" ")
        people += f"<author><first>{first}</first><last>{last}</last></author>"
    doi = f"<doi>{html.escape(paper.doi)}</doi>" if paper.doi else ""
    return (
        f'<paper id="{number}"><title>{html.escape(paper.title)}</title>{people}'
        f"<pages>{html.escape(paper.pages)}</pages><abstract>{_ABSTRACT * 4}</abstract>"
        f'<url hash="0a1b2c3d">{volume}.{number}</url>{doi}</paper>\n'
    )


def _crossref_files(papers: Iterator[Paper]) -> Iterator[tuple[str, bytes]]:
    for number in range(1 << 20):
        lines = [crossref_line(paper) for paper in islice(papers, _A_FILE)]
        if not lines:
            return
        content = "\n".join(lines).encode()
        yield f"{number}.jsonl.gz", gzip.compress(content, compresslevel=4, mtime=0)


def crossref_line(paper: Paper) -> str:
    """Return a work as Crossref's data file has it, with references where it has any."""
    parts = [[paper.year, 1 + paper.place % 12]]
    people = [
        {"given": given, "family": family, "sequence": "additional", "affiliation": []}
        for given, _, family in (name.rpartition(" ") for name in paper.names)
    ]
    cited = [
        {"key": f"ref{n}", "DOI": f"10.1000/r{paper.place + n}", "doi-asserted-by": "publisher"}
        for n in range(paper.place % 24)
    ]
    values: dict[str, Any] = {
        "DOI": paper.doi,
        "type": "proceedings-article",
        "title": [paper.title],
        "author": people,
        "container-title": [paper.venue],
        "published-print": {"date-parts": parts},
        "issued": {"date-parts": parts},
        "page": paper.pages,
        "publisher": "Publisher of Proceedings",
        "prefix": paper.doi.partition("/")[0],
        "member": "320",
        "ISSN": ["1234-5678"],
        "reference": cited,
        "reference-count": len(cited),
        "indexed": {"date-parts": [[2024, 3, 1]], "timestamp": 1709251200000},
        "URL": f"http://dx.doi.org/{paper.doi}",
        "link": [{"URL": f"https://example.org/{paper.place}", "content-type": "unspecified"}],
    }
    return json.dumps(values, ensure_ascii=False)


def _write_retractions(path: Path, papers: Iterator[Paper]) -> None:
    names = (
        "Record ID,Title,Author,RetractionDate,RetractionDOI,OriginalPaperDate,OriginalPaperDOI,"
        "OriginalPaperPubMedID,RetractionNature,Reason"
    ).split(",")
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(names)
        for paper in papers:
            day, notice, doi = "3/14/2021 0:00", f"10.1000/n{paper.place}", paper.doi
            people, reason = ";".join(paper.names), "+Error in Data;"
            row = [paper.place, paper.title, people, day, notice, day, doi, 0, "Retraction", reason]
            table.writerow(row)

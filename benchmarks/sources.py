"""Read recorded answers of the services and say what of them could not be read.

    python benchmarks/sources.py FOLDER [--verbose]

FOLDER holds one folder for each source (crossref, datacite, doi_org, inspire, openalex,
openlibrary, other_agencies, pubmed) with the bodies of answers. An answer that is an error, by
its name (``err_…``), has to be refused or to say that the work is absent.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from refcore.errors import BadAnswer
from refcore.records.record import Record
from refcore.sources.answers import Answer
from refcore.sources.crossref.reader import read_works
from refcore.sources.datacite.reader import read_dois
from refcore.sources.doiorg.reader import read_agencies, read_csl
from refcore.sources.inspire.reader import read_literature
from refcore.sources.openalex.reader import read_openalex
from refcore.sources.openlibrary.reader import read_books
from refcore.sources.pubmed.reader import read_articles, read_pmids


def pubmed(content: bytes) -> Answer:
    """Read an answer of efetch or of esearch."""
    if b"<eSearchResult>" in content:
        read_pmids(content)
        return Answer(is_absent=True)
    return read_articles(content)


def agencies(content: bytes) -> Answer:
    """Read an answer of doi.org."""
    read_agencies(content)
    return Answer(is_absent=True)


READERS: dict[str, Callable[[bytes], Answer]] = {
    "crossref": read_works,
    "datacite": read_dois,
    "doi_org": agencies,
    "inspire": read_literature,
    "openalex": read_openalex,
    "other_agencies": read_csl,
    "openlibrary": read_books,
    "pubmed": pubmed,
}


def problems(record: Record) -> Iterator[str]:
    """Return what a record lacks or holds that no title or name has."""
    if not record.title:
        yield "no title"
    for text in (record.title, *record.names):
        if "&lt;" in text or "&amp;" in text or "\n" in text:
            yield f"escapes in {text[:60]!r}"
    if len(record.author_list) < len({name for name in record.names if name != ":"}) // 2:
        yield f"{len(record.author_list)} of {len(record.names)} names are read"


def main() -> None:
    """Print what was read, and every problem."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--verbose", action="store_true", help="print each record")
    arguments = parser.parse_args()
    counts: Counter[str] = Counter()
    for path in sorted(arguments.folder.glob("*/*")):
        reader = READERS.get(path.parent.name)
        if reader is None or path.suffix not in (".json", ".xml", ".txt", ".html"):
            continue
        name, is_error = f"{path.parent.name}/{path.name}", path.name.startswith("err_")
        try:
            answer = reader(path.read_bytes())
        except BadAnswer as fault:
            counts["refused" if is_error else "unread"] += 1
            if not is_error:
                print(f"{name}: {fault}")
            continue
        counts["answers"] += 1
        counts["records"] += len(answer.records)
        for unread in answer.unread:
            print(f"{name}: {unread.id or '?'}: {unread.reason}")
        for record in answer.records:
            for problem in problems(record):
                print(f"{name}: {record.id}: {problem}")
            if arguments.verbose:
                print(f"{name}: {record!r}")
    print(", ".join(f"{count} {what}" for what, count in sorted(counts.items())))


if __name__ == "__main__":
    main()

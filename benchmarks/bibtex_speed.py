"""One reader of .bib files on one file, in a process of its own.

    python benchmarks/bibtex_speed.py READER FILE

Prints a line of JSON: entries read, seconds of user CPU, peak memory in MB.
"""

from __future__ import annotations

import contextlib
import io
import json
import logging
import resource
import sys
from collections.abc import Callable
from pathlib import Path

Work = Callable[[Path], int]


def refcore_read(path: Path) -> int:
    """Read every title and every name."""
    import refcore

    library = refcore.load(path)
    parts = sum(len(name.name) for reference in library for name in reference.authors)
    titles = sum(len(reference.title) for reference in library)
    return len(library) if parts + titles >= 0 else 0


def refcore_write(path: Path) -> int:
    """Read the file as BibTeX sees it and give its bytes again."""
    from refcore.bibtex.bibfile import BibFile

    data = path.read_bytes()
    if BibFile.parse(data).to_bytes() != data:
        raise SystemExit("the bytes are not the same")
    return len(data)


def refcore_entries(path: Path) -> int:
    """Index the entries, and write the file unchanged."""
    from refcore.bibtex.bibfile import BibFile

    file = BibFile.read(path)
    found = len(file.entries)
    if file.to_bytes() != path.read_bytes():
        raise SystemExit("the bytes are not the same")
    return found


def bytes_read(path: Path) -> int:
    """Read the bytes of the file."""
    return len(path.read_bytes())


def bibtexparser_full(path: Path) -> int:
    """Read with LaTeX decoded and names split."""
    import bibtexparser
    from bibtexparser import middlewares

    logging.disable(logging.CRITICAL)
    stack = [
        middlewares.LatexDecodingMiddleware(),
        middlewares.SeparateCoAuthors(),
        middlewares.SplitNameParts(),
    ]
    library = bibtexparser.parse_file(str(path), append_middleware=stack)
    return len(library.entries)


def bibtexparser_default(path: Path) -> int:
    """Read with the default stack, which decodes and splits nothing."""
    import bibtexparser

    logging.disable(logging.CRITICAL)
    return len(bibtexparser.parse_file(str(path)).entries)


def pybtex(path: Path) -> int:
    """Read with names split; LaTeX stays."""
    import pybtex.errors
    from pybtex.database import parse_file

    pybtex.errors.set_strict_mode(False)
    with contextlib.redirect_stderr(io.StringIO()):
        found = parse_file(str(path), "bibtex")
    people = sum(len(list_) for entry in found.entries.values() for list_ in entry.persons.values())
    return len(found.entries) if people >= 0 else 0


def refkit(path: Path) -> int:
    """Index the entries and give the text of every field, undecoded; native code."""
    import refkit as native

    document = native.BibDocument.parse(path.read_text(encoding="utf8"))
    entries = document.entries.occurrences()
    fields = sum(len(entry.fields.occurrences()) for entry in entries)
    return len(entries) if fields >= 0 else 0


WORK: dict[str, Work] = {
    "refcore": refcore_read,
    "refcore, indexed and written unchanged": refcore_entries,
    "refcore, written unchanged": refcore_write,
    "the bytes alone": bytes_read,
    "bibtexparser, full stack": bibtexparser_full,
    "bibtexparser, default stack": bibtexparser_default,
    "pybtex": pybtex,
    "refkit, decoding nothing (native)": refkit,
}
# Imports are not counted: each reads this before the clock starts.
SMALL = "@misc{a, author = {B C and {D}}, title = {{\\'E} f}, year = 2020}\n"


def peak(kilobytes: float) -> float:
    """Return the most memory in MB; Linux counts the parent's in `ru_maxrss` as well."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        kilobytes = float(line.split()[1])
    return kilobytes / 1024


def main() -> None:
    """Run one reader and print what it took."""
    name, path = sys.argv[1], Path(sys.argv[2])
    work = WORK[name]
    small = path.with_suffix(".small.bib")
    small.write_text(SMALL, encoding="utf8")
    work(small)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    found = work(path)
    after = resource.getrusage(resource.RUSAGE_SELF)
    seconds = after.ru_utime - before
    print(json.dumps({"found": found, "seconds": seconds, "megabytes": peak(after.ru_maxrss)}))


if __name__ == "__main__":
    main()

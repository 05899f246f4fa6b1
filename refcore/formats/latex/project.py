r"""A LaTeX project: a document, the files that it brings in, and the bibliographies that it names.

Only files inside the document's folder are read. The library contains the cited works, each
reference at the place of its first cite.
"""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import attrs

from refcore.bibtex import read as read_bibtex
from refcore.bibtex import read_file
from refcore.bibtex.bibfile import BibFile
from refcore.diagnostics import Diagnostic, Location, Severity
from refcore.formats.decoding import decode
from refcore.formats.latex.biberbbl import biber_entries, is_biber
from refcore.formats.latex.bibitems import bibitems
from refcore.formats.latex.commands import commands_of, without_comments
from refcore.model.library import Library
from refcore.model.reference import Reference

__all__ = ["read", "read_project_file"]

_MOST_FILES: Final = 1_000
_MOST_BYTES: Final = 100_000_000
_ALL: Final = "*"
_CITEKEY: Final = re.compile(r"<bcf:citekey[^>]*>([^<]{1,500})</bcf:citekey>")
_DATASOURCE: Final = re.compile(r"<bcf:datasource[^>]*>([^<]{1,500})</bcf:datasource>")


def read(text: str, path: str | None = None) -> Library:
    r"""Read one LaTeX source by itself: its ``thebibliography``, or biber's entries.

    >>> library = read("\\begin{thebibliography}{9}\\bibitem{a} B. Fei.\\newblock Boats.")
    >>> library["a"].title
    'Boats'
    """
    project = _Project(None)
    project.take(text, path)
    return project.library(path)


def read_project_file(data: bytes, path: str | None = None) -> Library:
    """Read the file of a document with all that it brings in from its folder."""
    text, odd = decode(data, path)
    folder = Path(path).absolute().parent if path else None
    project = _Project(folder, odd)
    project.take(text, path)
    return project.library(path)


@attrs.define
class _Cited:
    key: str
    location: Location


class _Project:
    """The data gathered from the files of one document."""

    def __init__(self, folder: Path | None, diagnostics: list[Diagnostic] | None = None) -> None:
        self.folder = folder.resolve() if folder else None
        self.diagnostics = list(diagnostics or ())
        self.cited: dict[str, _Cited] = {}
        self.items: dict[str, Reference] = {}
        self.bibliographies: dict[str, Location] = {}
        self.seen: set[Path] = set()
        self.bytes = 0
        self.all_cited = False

    # Sources

    def take(self, text: str, path: str | None) -> None:
        """Read a source and, one after the other, the sources that it brings in."""
        waiting = [(text, path)]
        while waiting:
            source, where = waiting.pop()
            waiting += reversed(list(self.read_source(source, where)))

    def read_source(self, text: str, path: str | None) -> Iterator[tuple[str, str]]:
        """Note what one source says; yield the text and path of each file that it brings in."""
        if "<bcf:" in text[:2_000]:
            self.read_bcf(text, path)
            return
        if is_biber(text):
            entries = read_bibtex("\n".join(biber_entries(text)), path, dialect="biber")
            self.items.update({one.key: one for one in entries if one.key not in self.items})
            return
        bare = without_comments(text)
        for command in commands_of(bare):
            place = Location(path, command.line)
            if command.role == "cite":
                self.cite(command.names, place)
            elif command.role == "bibliography":
                self.bibliographies.update(
                    {name: place for name in command.names if name not in self.bibliographies}
                )
            else:
                yield from self.brought_in(command.names[0], place)
        for item in bibitems(bare, path):
            self.items.setdefault(item.key, item)

    def read_bcf(self, text: str, path: str | None) -> None:
        self.cite(_CITEKEY.findall(text), Location(path))
        for name in _DATASOURCE.findall(text):
            self.bibliographies.setdefault(name, Location(path))

    def cite(self, keys: list[str] | tuple[str, ...], place: Location) -> None:
        for key in keys:
            if key == _ALL:
                self.all_cited = True
            else:
                self.cited.setdefault(key, _Cited(key, place))

    # Files

    def brought_in(self, name: str, place: Location) -> Iterator[tuple[str, str]]:
        suffixes = ("", ".tex") if Path(name).suffix else (".tex", "")
        data = self.file(name, suffixes, place, "source")
        if data is not None:
            text, odd = decode(data[0], data[1])
            self.diagnostics += odd
            yield text, data[1]

    def file(
        self, name: str, suffixes: tuple[str, ...], place: Location, what: str
    ) -> tuple[bytes, str] | None:
        """Return the bytes and the path of a file that the document names, or say why not."""
        if self.folder is None:
            self.say(f"{what} {name!r} is not read: the text has no folder", place)
            return None
        for suffix in suffixes:
            path = (self.folder / f"{name}{suffix}").resolve()
            if not path.is_relative_to(self.folder):
                self.say(f"{what} {name!r} is outside the document's folder and not read", place)
                return None
            if path in self.seen:
                return None
            if path.is_file():
                return self.content(path, place)
        self.say(f"{what} {name!r} is not there", place)
        return None

    def content(self, path: Path, place: Location) -> tuple[bytes, str] | None:
        self.seen.add(path)
        self.bytes += path.stat().st_size
        if len(self.seen) > _MOST_FILES or self.bytes > _MOST_BYTES:
            self.say(
                f"{path.name} is not read: a project has at most {_MOST_FILES:,} files "
                f"and {_MOST_BYTES // 1_000_000} MB",
                place,
            )
            return None
        return path.read_bytes(), os.path.relpath(path)

    def say(self, message: str, place: Location, severity: Severity = Severity.ERROR) -> None:
        self.diagnostics.append(Diagnostic(message, place, severity=severity))

    # The library

    def library(self, path: str | None) -> Library:
        entries = self.entries()
        cited = list(self.cited.values())
        if self.all_cited or not cited:
            cited += [_Cited(key, one.location or Location(path)) for key, one in entries.items()]
        else:
            self.say_unused(entries, path)
        library = Library(diagnostics=self.diagnostics, path=path)
        for one in cited:
            reference = entries.get(one.key)
            if reference is None:
                self.say_unknown(one, entries)
            elif one.key not in library:
                library.add(reference.evolve(location=one.location))
        library.diagnostics = self.diagnostics
        return library

    def entries(self) -> dict[str, Reference]:
        """Return the entries of all bibliographies by key; of two with one key the first."""
        found = dict(self.items)
        for name, place in self.bibliographies.items():
            suffixes = ("",) if name.endswith(".bib") else (".bib", "")
            data = self.file(name, suffixes, place, "bibliography")
            if data is None:
                continue
            library = read_file(BibFile.parse(data[0], data[1]))
            self.diagnostics += library.diagnostics
            for reference in library:
                if reference.key in found and reference.key not in self.items:
                    self.say(
                        f"the key {reference.key!r} has two entries; the first counts",
                        reference.location or place,
                        Severity.WARNING,
                    )
                found.setdefault(reference.key, reference)
        return found

    def say_unknown(self, one: _Cited, entries: dict[str, Reference]) -> None:
        near = difflib.get_close_matches(one.key, list(entries)[:5_000], 1, 0.6)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        self.say(f"no entry has the key {one.key!r}{hint}", one.location)

    def say_unused(self, entries: dict[str, Reference], path: str | None) -> None:
        unused = [key for key in entries if key not in self.cited]
        if unused:
            shown = ", ".join(unused[:5]) + (", …" if len(unused) > 5 else "")
            number = "1 entry is" if len(unused) == 1 else f"{len(unused)} entries are"
            self.say(f"{number} not cited: {shown}", Location(path), Severity.WARNING)

r"""A LaTeX project: a document, the files that it brings in, and the bibliographies that it names.

Only files inside the document's folder are read. The library contains the cited works, each
reference at the place of its first cite.
"""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Final

import attrs

from refcore.bibtex import read as read_bibtex
from refcore.bibtex import read_file
from refcore.bibtex.bibfile import BibFile
from refcore.diagnostics import Diagnostic, Location, Severity
from refcore.errors import InvalidPath
from refcore.files.paths import resolved
from refcore.files.state import read_file as bytes_of
from refcore.formats.decoding import decode
from refcore.formats.latex.amsrefs import amsrefs_entries
from refcore.formats.latex.biberbbl import biber_entries, is_biber
from refcore.formats.latex.bibitems import bibitems
from refcore.formats.latex.citing import citing_macros
from refcore.formats.latex.commands import Command, commands_of, families_of
from refcore.formats.latex.live import files_within, macros_of, with_macros, without_comments
from refcore.formats.latex.related import Related
from refcore.model.library import Library
from refcore.model.reference import Reference
from refcore.text.nearest import Meant
from refcore.text.patterns import regex

__all__ = ["read", "read_project_file"]

_MOST_FILES: Final = 1_000
_MOST_BYTES: Final = 100_000_000
_ALL: Final = "*"
_CITEKEY: Final = regex(r"<bcf:citekey[^>]*>([^<]{1,500})</bcf:citekey>")
_DATASOURCE: Final = regex(r"<bcf:datasource([^>]*)>([^<]{1,500})</bcf:datasource>")
# Entries that set options of a style, and those that REVTeX writes into a file of its own.
_CONTROLS: Final = frozenset({"ieeetranbstctl", "control", "bstctl"})
_REVTEX: Final = regex(r"(?:REVTEX|apsrev|apsrmp|aip|aapm)4?-?\d{1,2}-?\d?Control")
_MACRO: Final = regex(r"\\([a-zA-Z]+)\s?")
_BIBLATEX: Final = regex(
    r"\\addbibresource|\{(?:[^{}\n]{0,200},)?\s{0,20}biblatex(?:-\w+)?\s{0,20}[,}]"
)


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


@attrs.frozen
class _Bibliography:
    """Where a document names a bibliography, the folder of that source, and the options."""

    place: Location
    folder: str = ""
    options: str = ""


@attrs.frozen
class _Source:
    """A source that a document brings in: its text, its path, and the folder that it names."""

    text: str
    path: str | None
    folder: str = ""


@attrs.frozen
class _Wanted:
    """A file that the document names: what it is, its name without or with these suffixes."""

    what: str
    name: str
    suffixes: tuple[str, ...]
    place: Location
    folder: str = ""
    may_miss: bool = False


class _Project:
    """The data gathered from the files of one document."""

    def __init__(self, folder: Path | None, diagnostics: list[Diagnostic] | None = None) -> None:
        self.folder = resolved(folder) if folder else None
        self.name = ""
        self.diagnostics = list(diagnostics or ())
        self.cited: dict[str, _Cited] = {}
        self.perhaps: dict[str, _Cited] = {}
        self.items: dict[str, Reference] = {}
        self.texts: dict[str, str] = {}
        self.bibliographies: dict[str, _Bibliography] = {}
        self.within: dict[str, str] = {}
        self.macros: dict[str, str] = {}
        self.families: tuple[str, ...] = ()
        self.own: dict[str, int] = {}
        self.controls: set[str] = set()
        self.tried: set[str] = set()
        self.seen: set[Path] = set()
        self.bytes = 0
        self.all_cited = False
        self.needs_biber = False

    # Sources

    def take(self, text: str, path: str | None) -> None:
        """Read a source and, one after the other, the sources that it brings in."""
        self.name = Path(path).stem if path else ""
        self.macros["jobname"] = self.name
        if self.folder is not None and path:
            self.seen.add(resolved(Path(path)))
        waiting = [_Source(text, path)]
        while waiting:
            waiting += reversed(list(self.read_source(waiting.pop())))
        if path and path.endswith(".aux") and "\\abx@aux@" in text and not self.bibliographies:
            self.read_beside(path)

    def read_beside(self, path: str) -> None:
        """Read what biblatex writes for biber, as its .aux file names no bibliography."""
        beside = Path(path).with_suffix(".bcf")
        if beside.is_file():
            text, odd = decode(bytes_of(beside)[0], str(beside))
            self.diagnostics += odd
            self.read_bcf(text, path)

    def read_source(self, source: _Source) -> Iterator[_Source]:
        """Note what one source says; yield each source that it brings in."""
        text, path = source.text, source.path
        if "<bcf:" in text[:2_000]:
            self.read_bcf(text, path)
            return
        if is_biber(text):
            self.take_entries(biber_entries(text), path)
            return
        self.within.update({self.plain(n): body for n, body in files_within(text).items()})
        bare = without_comments(text)
        self.needs_biber |= bool(_BIBLATEX.search(bare))
        self.macros.update(macros_of(bare))
        self.families += families_of(bare)
        self.own |= citing_macros(bare)
        is_list = bool(path) and str(path).endswith(".bbl")
        for command in commands_of(bare, self.families, self.own):
            # What an entry cites, such as the book around it, says nothing of the document.
            if not (is_list and command.role in ("cite", "perhaps")):
                yield from self.obey(command, source)
        if "\\bib{" in bare or "\\bib*{" in bare:
            self.take_entries(amsrefs_entries(bare), path)
        for item in bibitems(with_macros(bare, self.macros), path, self.say):
            self.items.setdefault(item.reference.key, item.reference)
            self.texts.setdefault(item.reference.key, item.text)

    def take_entries(self, entries: Iterator[str], path: str | None) -> None:
        """Take entries that a source has as data."""
        for one in read_bibtex("\n".join(entries), path, dialect="biber"):
            self.items.setdefault(one.key, one)

    def obey(self, command: Command, source: _Source) -> Iterator[_Source]:
        place = Location(source.path, command.line)
        if command.role == "cite":
            self.cite(command.names, place)
        elif command.role == "perhaps":
            for key in command.names:
                self.perhaps.setdefault(key, _Cited(key, place))
        elif command.role == "bibliography":
            found = _Bibliography(place, source.folder, command.options)
            for name in command.names:
                self.bibliographies.setdefault(self.plain(name), found)
        else:
            yield from self.brought_in(command, source, place)

    def plain(self, name: str) -> str:
        """Return a name of a file with the document's own macros replaced."""
        if "\\" not in name:
            return name
        found = _MACRO.sub(lambda match: self.macros.get(match[1], match[0]), name)
        return found.replace("\\string", "").strip()

    def read_bcf(self, text: str, path: str | None) -> None:
        self.needs_biber = True
        self.cite([unescape(key) for key in _CITEKEY.findall(text)], Location(path))
        for options, name in _DATASOURCE.findall(text):
            is_glob = "glob" if 'glob="true"' in options else ""
            found = _Bibliography(Location(path), "", is_glob)
            self.bibliographies.setdefault(unescape(name), found)

    def cite(self, keys: list[str] | tuple[str, ...], place: Location) -> None:
        for key in keys:
            if key == _ALL:
                self.all_cited = True
            else:
                self.cited.setdefault(key, _Cited(key, place))

    # Files

    def brought_in(self, command: Command, source: _Source, place: Location) -> Iterator[_Source]:
        name = self.plain(command.names[0])
        folder = self.plain(command.folder)
        if command.folder:
            name = f"{folder.rstrip('/')}/{name}" if folder != "." else name
        suffixes = ("", ".tex") if Path(name).suffix else (".tex", "")
        if command.role == "trial":
            self.tried.add(name)
        data = self.file(
            _Wanted("source", name, suffixes, place, source.folder, may_miss=name in self.tried)
        )
        if data is not None:
            text, odd = decode(data[0], data[1])
            self.diagnostics += odd
            inner = str(Path(source.folder) / folder) if command.folder else source.folder
            yield _Source(text, data[1], inner)

    def file(self, wanted: _Wanted) -> tuple[bytes, str] | None:
        """Return the bytes and the path of a file that the document names, or say why not."""
        what, name, place = wanted.what, wanted.name, wanted.place
        for suffix in wanted.suffixes:
            if (text := self.within.get(name + suffix)) is not None:
                return text.encode(), name + suffix
        if self.folder is None:
            self.say(f"{what} {name!r} is not read: the text has no folder", place)
            return None
        outside = False
        for path in self.places(wanted):
            if not path.is_relative_to(self.folder):
                outside = True
            elif path in self.seen:
                return None
            elif path.is_file():
                return self.content(path, place)
        if outside:
            self.say(f"{what} {name!r} is outside the document's folder and not read", place)
        elif not wanted.may_miss:
            self.say(f"{what} {name!r} does not exist", place)
        return None

    def places(self, wanted: _Wanted) -> Iterator[Path]:
        """Yield where a file can be: beside the document, in a folder, beside the source."""
        assert self.folder is not None  # noqa: S101 - asked before
        homes = [self.folder / wanted.folder, self.folder]
        if wanted.place.path:
            homes.append(Path(wanted.place.path).absolute().parent)
        for home in dict.fromkeys(homes):
            for suffix in wanted.suffixes:
                with contextlib.suppress(InvalidPath):
                    yield resolved(home / f"{wanted.name}{suffix}")

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
        return bytes_of(path)[0], os.path.relpath(path)

    def say(self, message: str, place: Location, severity: Severity = Severity.ERROR) -> None:
        self.diagnostics.append(Diagnostic(message, place, severity=severity))

    # The library

    def library(self, path: str | None) -> Library:
        related = Related()
        entries = self.entries(related)
        for key, one in self.perhaps.items():
            if key in entries or key in related.former:
                self.cited.setdefault(key, one)
        cited = list(self.cited.values())
        if self.all_cited or not cited:
            cited += [_Cited(key, one.location or Location(path)) for key, one in entries.items()]
        else:
            self.say_unused(entries, related, path)
        library, meant = Library(path=path), Meant(entries)
        for one in cited:
            for key in related.meant(one.key):
                reference = entries.get(key)
                if key in self.controls or _REVTEX.fullmatch(key):
                    continue
                if reference is None:
                    hint = meant.hint(one.key)
                    self.say(f"no entry has the key {one.key!r}{hint}", one.location)
                elif key not in library:
                    library.add(reference.evolve(location=one.location))
                    if key in self.texts and key in self.items:
                        library.texts[key] = self.texts[key]
        library.diagnostics = self.diagnostics
        return library

    def as_cited(self, entries: dict[str, Reference]) -> dict[str, Reference]:
        """Return entries by the keys of the cites: BibTeX does not tell capitals apart.

        Biber does.
        """
        missing = [key for key in self.cited if key not in entries]
        if self.needs_biber or not self.bibliographies or not missing:
            return entries
        cited = {key.lower(): key for key in reversed(missing)}
        found: dict[str, Reference] = {}
        for key, one in entries.items():
            spelled = key if key in self.cited else cited.get(key.lower(), key)
            found.setdefault(spelled, one if spelled == key else one.evolve(key=spelled))
        return found

    def entries(self, related: Related) -> dict[str, Reference]:
        """Return the entries of all bibliographies by key; of two with one key the first."""
        found = dict(self.items)
        before = len(self.diagnostics)
        for name, one in self.bibliographies.items():
            for data in self.bibliography(name, one):
                file = BibFile.parse(data[0], data[1])
                related.add(file)
                self.controls |= {
                    key for key, entry in file.entries.items() if entry.type in _CONTROLS
                }
                library = read_file(file)
                self.diagnostics += library.diagnostics
                for reference in library:
                    if reference.key in found and reference.key not in self.items:
                        self.say(
                            f"the key {reference.key!r} has two entries; the first counts",
                            reference.location or one.place,
                            Severity.WARNING,
                        )
                    found.setdefault(reference.key, reference)
        found = self.as_cited(found)
        missing = [key for key in self.cited if related.meant(key)[0] not in found]
        if (missing or not found) and (made := self.made_list()):
            found = made | found
            # If the .bbl file has the entry, its absence from the .bib file is no error.
            self.diagnostics[before:] = [
                attrs.evolve(one, severity=Severity.WARNING) for one in self.diagnostics[before:]
            ]
        return found

    def bibliography(self, name: str, one: _Bibliography) -> Iterator[tuple[bytes, str]]:
        """Yield the files that a document means by a bibliography."""
        if re.match(r"(?:https?|ftp)://", name):
            message = f"bibliography {name!r} is on the web and not read; save it in the folder"
            self.say(message, one.place, Severity.WARNING)
        elif "glob" in one.options and self.folder is not None:
            yield from self.matching(name, one)
        else:
            suffixes = ("",) if name.endswith(".bib") else (".bib", "")
            # REVTeX writes a file of notes beside the document, and lists it first.
            made = name == f"{self.name}Notes"
            data = self.file(
                _Wanted("bibliography", name, suffixes, one.place, one.folder, may_miss=made)
            )
            if data is not None:
                yield data

    def matching(self, pattern: str, one: _Bibliography) -> Iterator[tuple[bytes, str]]:
        assert self.folder is not None  # noqa: S101 - asked before
        is_inside = not pattern.startswith(("/", "~")) and ".." not in pattern.split("/")
        found = sorted(self.folder.glob(pattern)) if is_inside else []
        for path in found[:_MOST_FILES]:
            name = str(path.relative_to(self.folder))
            data = self.file(_Wanted("bibliography", name, ("",), one.place))
            if data is not None:
                yield data
        if not found:
            self.say(f"bibliography {pattern!r} matches no file in the folder", one.place)

    def made_list(self) -> dict[str, Reference]:
        """Return the entries of the list that BibTeX or biber made for this document."""
        if self.folder is None:
            return {}
        names = [f"{name}.bbl" for name in (self.name, *self.families) if name]
        made = _Project(None)
        for path in (self.folder / name for name in names):
            if path.is_file() and path not in self.seen:
                data = self.content(path, Location(str(path)))
                if data is not None:
                    text, odd = decode(data[0], data[1])
                    self.diagnostics += odd
                    list(made.read_source(_Source(text, data[1])))
        self.items |= made.items
        self.texts |= made.texts
        return made.items

    def say_unused(self, entries: dict[str, Reference], related: Related, path: str | None) -> None:
        used = related.used(self.cited)
        unused = [key for key in entries if key not in used]
        if unused:
            shown = ", ".join(unused[:5]) + (", …" if len(unused) > 5 else "")
            number = "1 entry is" if len(unused) == 1 else f"{len(unused)} entries are"
            self.say(f"{number} not cited: {shown}", Location(path), Severity.WARNING)

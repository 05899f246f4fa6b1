"""Bytes of a .bib file to text and back, so that unchanged text keeps its bytes."""

from __future__ import annotations

import codecs
import re
from typing import Final

import attrs

from refcore.diagnostics import Diagnostic, Location, Severity
from refcore.text.codepages import BYTE_ORDER_MARKS, likely_codepage
from refcore.text.halves import WHAT_IS_WRONG, has_half, without_halves
from refcore.text.patterns import regex

__all__ = ["Encoding", "decode", "with_whole_heads"]

# A file names its encoding in a comment near its beginning.
_DECLARED: Final = (
    rb"(?i)(?:%|@comment\{)[^\n]{0,40}?(?:encoding|coding|charset)\s*[:=]\s*([A-Za-z][\w.:-]*)"
)
# BibDesk names it in brackets: "%% Saved with string encoding Western (Mac OS Roman)".
_SAVED: Final = rb"(?i)%[^\n]{0,20}?\bstring encoding [^\n(]{0,40}\(([^\n()]{3,30})\)"
_MAC_NAMES: Final = {
    "mac os roman": "mac-roman",
    "mac os central european roman": "mac-latin2",
    "mac os cyrillic": "mac-cyrillic",
    "mac os greek": "mac-greek",
    "mac os turkish": "mac-turkish",
    "windows latin 1": "cp1252",
    "windows latin 2": "cp1250",
    "windows, dos": "cp932",
    "gb 18030": "gb18030",
}
_HEAD: Final = regex(
    r"@(?!(?i:string))[^\s{}()@]*+\s*+[{(]\s*+[^\s,{}=]*+"
)  # type and key of an entry
_MARKS_OF_ENTRIES: Final = b'%@Az09{},="#\n'
_ISO_NAME: Final = regex(r"iso latin ([1-9][0-9]?)")


@attrs.frozen
class Encoding:
    """How a text is written in a file: its encoding and the byte order mark before it."""

    name: str = "utf-8"
    mark: bytes = b""

    def encode(self, text: str) -> tuple[bytes, tuple[str, ...]]:
        r"""Return the bytes of a text, and the characters that the encoding lacks.

        Those are written as LaTeX; what LaTeX has no command for, by number.

        >>> Encoding("latin-1").encode("é ű 中")
        (b'\xe9 {\\H{u}} {\\char"4E2D}', ('ű', '中'))
        """
        text = without_halves(text)
        try:
            return self.mark + text.encode(self.name), ()
        except UnicodeEncodeError:
            pass
        lost = dict.fromkeys(char for char in dict.fromkeys(text) if not self.holds(char))
        text = text.translate({ord(char): self._as_latex(char) for char in lost})
        return self.mark + text.encode(self.name, "replace"), tuple(lost)

    def holds(self, text: str) -> bool:
        """Return whether the encoding has all characters of a text."""
        try:
            text.encode(self.name)
        except UnicodeEncodeError:
            return False
        return True

    def _as_latex(self, char: str) -> str:
        from refcore.latex.encode import encode_char

        written = encode_char(char)
        return written if written.isascii() else f'{{\\char"{ord(char):X}}}'


def with_whole_heads(text: str, path: str | None = None) -> tuple[str, list[Diagnostic]]:
    r"""Return a text without halves of surrogate pairs in types and keys, and where they were.

    >>> text, found = with_whole_heads("@misc{a\ud800, title = {\ud800}}")
    >>> ascii(text), len(found)
    ("'@misc{a\\ufffd, title = {\\ud800}}'", 1)
    """
    if not has_half(text):
        return text, []
    found: list[Diagnostic] = []
    line, end = 1, 0

    def whole(match: re.Match[str]) -> str:
        nonlocal line, end
        line += text.count("\n", end, match.end())
        end = match.end()
        if not has_half(match[0]):
            return match[0]
        where = Location(path, line)
        found.append(Diagnostic(WHAT_IS_WRONG, where, severity=Severity.ERROR))
        return without_halves(match[0])

    return _HEAD.sub(whole, text), found


def decode(data: bytes, path: str | None = None) -> tuple[str, Encoding, list[Diagnostic]]:
    """Return the text of a .bib file, its encoding, and what was guessed.

    UTF-8, UTF-16 and UTF-32 are known by their mark, UTF-8 also without, UTF-16 by its zeros,
    and ISO-2022-JP by its escapes. All else is read in the encoding that the file names near
    its beginning (``% Encoding: KOI8-R``, as JabRef writes it, or ``-*- coding: … -*-``), and
    without that as Windows-1252, as Latin-1 where that has no character, or as Mac Roman or
    DOS text where the letters inside words show it. Encoding the text gives the bytes again.
    Never raises.

    >>> text, encoding, found = decode("Müller".encode("cp1252"))
    >>> text, encoding.name, str(found[0])
    ('Müller', 'cp1252', 'line 1:2: not UTF-8; read as Windows-1252')
    >>> decode("% Encoding: KOI8-R\\nЛес".encode("koi8-r"))[:2]
    ('% Encoding: KOI8-R\\nЛес', Encoding(name='koi8-r', mark=b''))
    """
    for mark, name in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(name), Encoding(name, mark), []
            except UnicodeDecodeError:
                break
    wide = _by_zeros(data) or _by_escapes(data)
    if wide is not None:
        return wide[0], Encoding(wide[1]), []
    try:
        return data.decode("utf-8"), Encoding(), []
    except UnicodeDecodeError as error:
        start = error.start
    named = _named(data)
    if named is not None:
        return named[0], Encoding(named[1]), []
    name, title = likely_codepage(data)
    line = data.count(b"\n", 0, start) + 1
    column = start - (data.rfind(b"\n", 0, start) + 1) + 1
    message = f"not UTF-8; read as {title}"
    found = Diagnostic(message, Location(path, line, column), severity=Severity.WARNING)
    return data.decode(name), Encoding(name), [found]


def _by_zeros(data: bytes) -> tuple[str, str] | None:
    """Return the text and the name of UTF-16 without a mark: every other byte is zero."""
    start = data[:200]
    if not start or len(data) % 2 or start.count(0) * 4 < len(start):
        return None
    name = "utf-16-le" if start[1::2].count(0) > start[::2].count(0) else "utf-16-be"
    return _exact(data, name)


def _by_escapes(data: bytes) -> tuple[str, str] | None:
    r"""Return the text and the name of ISO-2022-JP, in which Japanese programs wrote ASCII files.

    >>> _by_escapes(b"\x1b$B>>0f\x1b(B"), _by_escapes(b"Moss")
    (('松井', 'iso2022_jp'), None)
    """
    if b"\x1b$" not in data or not data.isascii():
        return None
    return _exact(data, "iso2022_jp")


def _named(data: bytes) -> tuple[str, str] | None:
    """Return the text in the encoding that a file names, and its name."""
    start = data[:1000]
    match = re.search(_DECLARED, start) or re.search(_SAVED, start)
    if match is None or not match[1].isascii():
        return None
    written = match[1].decode("ascii").casefold().removeprefix("x-")
    iso = _ISO_NAME.fullmatch(written)
    written = f"latin{iso[1]}" if iso else _MAC_NAMES.get(written, written).replace(" ", "_")
    # Java, and so JabRef, has names of its own: "x-MacRoman", "x-windows-949", "MS932".
    for name in (written, re.sub(r"^(?:windows-?|ibm-?|ms-?)(?=[0-9])", "cp", written)):
        try:
            known = codecs.lookup(name).name
        except LookupError:
            continue
        refused = known.startswith("utf") or not _reads_ascii(known)
        return None if refused else _exact(data, known)
    return None


def _reads_ascii(name: str) -> bool:
    r"""Return whether an encoding has the marks of a .bib file where ASCII has them.

    The comment that names the encoding is in ASCII, so the file is not in EBCDIC; and ``\u`` is
    an accent of LaTeX, and begins no number.

    >>> _reads_ascii("koi8-r"), _reads_ascii("cp037"), _reads_ascii("raw-unicode-escape")
    (True, False, False)
    """
    return "unicode-escape" not in name and _exact(_MARKS_OF_ENTRIES, name) == (
        _MARKS_OF_ENTRIES.decode(),
        name,
    )


def _exact(data: bytes, name: str) -> tuple[str, str] | None:
    """Return the text and the name of an encoding, if that gives the bytes again."""
    try:
        text = data.decode(name)
        return (text, name) if text.encode(name) == data else None
    except (UnicodeError, LookupError, AssertionError, TypeError, AttributeError):
        return None  # some codecs are not text encodings

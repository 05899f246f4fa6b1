"""Marks for styled runs inside strings, and strings with marks to inlines.

citeproc-py joins strings. So that no character of a title can be taken for
markup, runs are marked by Unicode noncharacters (U+FDD0 to U+FDEF), which no
text may hold; those found in input become U+FFFD.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

import attrs

from refcore.csl.inlines import Inline, Run, Styled, Text, flip_flopped

__all__ = ["Protector", "clean", "into_quotes", "marked", "runs_to_marks", "to_inlines"]

_RUNS = tuple(Run)
_OPEN = {run: chr(0xFDD0 + 2 * number) for number, run in enumerate(_RUNS)}
_CLOSE = {run: chr(0xFDD1 + 2 * number) for number, run in enumerate(_RUNS)}
_RUN_OF = {mark: run for run, mark in _OPEN.items()}
_RUN_OF_CLOSE = {mark: run for run, mark in _CLOSE.items()}
_MARKS = re.compile("([\ufdd0-\ufdef])")
_CLOSERS = "".join(_CLOSE.values())
_ALL_MARKS = "\ufdd0-\ufdef"

# CSL-JSON's small markup. Source: citeproc-js manual, "HTML-like formatting tags", as
# CSL 1.0.2's input data takes it over.
_TAG = re.compile(
    r"""<(?:
        (?P<simple>i|b|sup|sub|sc)>
      | (?P<close>/(?:i|b|sup|sub|sc|span)>)
      | span\s+class=(?P<q>["'])nocase(?P=q)\s*(?P<nocase>>)
      | span\s+style=(?P<p>["'])font-variant:\s*small-caps;?\s*(?P=p)\s*(?P<caps>>)
    )""",
    re.VERBOSE,
)
_SIMPLE = {
    "i": Run.ITALIC,
    "b": Run.BOLD,
    "sup": Run.SUPERSCRIPT,
    "sub": Run.SUBSCRIPT,
    "sc": Run.SMALL_CAPS,
}
_MIXED_WORD = re.compile(r"(?=\w*[a-z])\w+?[A-Z][\w]*")
# A space that breaks no line, or is thin, was meant.
_BLANKS = re.compile("[ \\t-\\r\\x1c-\\x1f\\x85\\u2028\\u2029]+")


def clean(text: str) -> str:
    """Give the text without control characters, stray surrogates and noncharacters.

    >>> clean("a\\x00b\\n c\\ufdd0")
    'ab c�'
    """
    text = _BLANKS.sub(" ", text)
    text = re.sub("[\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]", "\ufffd", text)
    return "".join(c for c in text if unicodedata.category(c) != "Cc")


def marked(run: Run, text: object) -> str:
    """Give the text as one styled run; nothing stays nothing."""
    content = "" if text is None else str(text)
    return f"{_OPEN[run]}{content}{_CLOSE[run]}" if content else ""


@attrs.define
class Protector:
    """Hides letters from changes of case, and gives them back.

    A letter is replaced by a character of plane 15, which has no case; the
    table grows with the letters seen, so that no input can be mistaken.
    """

    _hidden: dict[str, str] = attrs.field(factory=dict)
    _shown: dict[str, str] = attrs.field(factory=dict)

    def hide(self, text: str) -> str:
        """Replace the letters that have case."""
        return "".join(self._hide(char) if _has_case(char) else char for char in text)

    def hide_words(self, text: str) -> str:
        """Hide the words with a capital behind their first letter, such as MiniMax."""
        text = "".join(self._hide(char) if ord(char) >= 0xF0000 else char for char in text)
        return _MIXED_WORD.sub(lambda word: self.hide(word[0]), text)

    def show(self, text: str) -> str:
        """Give the letters back."""
        return "".join(self._shown.get(char, char) for char in text)

    def _hide(self, char: str) -> str:
        if char not in self._hidden:
            substitute = chr(0xF0000 + len(self._hidden))
            self._hidden[char] = substitute
            self._shown[substitute] = char
        return self._hidden[char]


def _has_case(char: str) -> bool:
    return char.lower() != char or char.upper() != char


def runs_to_marks(text: str, hide: Callable[[str], str], *, styled: bool = True) -> str:
    """Turn CSL's small markup into marks; tags that do not match up stay text.

    `hide` is given what stands under ``nocase``. With `styled` false the marks
    are left out, as sorting wants it.

    >>> to_inlines(runs_to_marks("<i>E</i> <b>x <script>", str))
    (Styled(run=<Run.ITALIC: 'italic'>, children=(Text(text='E'),)), Text(text=' <b>x <script>'))
    """
    tags = _matched_tags(text)
    pieces: list[str] = []
    position = 0
    nocase = 0
    for start, end, run, opens in tags:
        piece = text[position:start]
        pieces.append(hide(piece) if nocase else piece)
        if run is None:
            nocase += 1 if opens else -1
        elif styled:
            pieces.append((_OPEN if opens else _CLOSE)[run])
        position = end
    return "".join(pieces) + text[position:]


def _matched_tags(text: str) -> list[tuple[int, int, Run | None, bool]]:
    """Give start, end, run (None for nocase) and side of the tags that nest rightly."""
    stack: list[tuple[str, int, int, Run | None]] = []
    found: list[tuple[int, int, Run | None, bool]] = []
    for match in _TAG.finditer(text):
        if match["close"]:
            name = match["close"][1:-1]
            if stack and stack[-1][0] == name:
                _, start, end, run = stack.pop()
                found += [(start, end, run, True), (match.start(), match.end(), run, False)]
        elif match["simple"]:
            stack.append((match["simple"], match.start(), match.end(), _SIMPLE[match["simple"]]))
        else:
            style = Run.SMALL_CAPS if match["caps"] else None
            stack.append(("span", match.start(), match.end(), style))
    return sorted(found, key=lambda tag: tag[0])


def to_inlines(text: str) -> tuple[Inline, ...]:
    """Read a string with marks as inlines; marks without a partner are dropped."""
    levels: list[tuple[Run | None, list[Inline]]] = [(None, [])]
    for piece in _MARKS.split(_tidy(text)):
        if piece in _RUN_OF:
            levels.append((_RUN_OF[piece], []))
        elif piece in _RUN_OF_CLOSE:
            if len(levels) > 1 and levels[-1][0] is _RUN_OF_CLOSE[piece]:
                _close(levels)
        elif piece and not _MARKS.fullmatch(piece):
            levels[-1][1].append(Text(piece))
    while len(levels) > 1:
        _close(levels)
    return flip_flopped(tuple(levels[0][1]))


def _close(levels: list[tuple[Run | None, list[Inline]]]) -> None:
    run, children = levels.pop()
    if children and run is not None:
        levels[-1][1].append(Styled(run, tuple(children)))


def into_quotes(text: str) -> str:
    """Move a comma or full stop inside the closing quote before it.

    Source: CSL 1.0.2, "punctuation-in-quote".

    >>> into_quotes("“One”, “Two”.")
    '“One,” “Two.”'
    """
    moved = re.sub(rf"([{_CLOSERS}]*)([’]?”)([{_CLOSERS}]*)([.,])", r"\1\4\2\3", text)
    return re.sub(rf"([?!.,])([{_CLOSERS}]*)[.,]([’]?”)", r"\1\2\3", moved)


def _tidy(text: str) -> str:
    """Drop a full stop behind another end of sentence, also across the end of a run."""
    text = re.sub(rf"([.,;:])([{_CLOSERS}]+)\1", r"\1\2", text)
    text = re.sub(rf"([?!])([{_CLOSERS}”’»]*)\.(?![.\w])", r"\1\2", text)
    return re.sub(r" {2,}", " ", text).strip()

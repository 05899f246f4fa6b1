"""Decodes LaTeX text of BibTeX fields to Unicode with CSL's small markup."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection
from functools import lru_cache
from typing import Final, NamedTuple

import attrs

from refcore.latex.accents import ACCENTS, compose, stands_alone
from refcore.latex.commands import (
    ADDRESS,
    ARGUMENTS,
    BARE,
    CASE,
    CHEMICAL,
    CONDITION,
    INNER_QUOTES,
    LANGUAGES,
    MARKUP,
    MATHEMATICAL,
    NUMBERED,
    OTHERWISE,
    QUANTITIES,
    QUOTES,
    SILENT,
    SWITCHES,
    TABBING,
    UNWRAPPED,
)
from refcore.latex.escapes import TAG_PAIR, from_plain, less_than
from refcore.latex.markup import NOCASE, protects_itself
from refcore.latex.mathematics import said
from refcore.latex.mathsymbols import COMMAND_OF_SIGN, GREEK, WORDS
from refcore.latex.quantities import chemical, quantity
from refcore.latex.symbols import ESCAPES, SYMBOLS
from refcore.text.braces import balanced, group_end
from refcore.text.patterns import regex

__all__ = ["DEEPEST", "RULES", "Rule", "decode", "is_known"]

DEEPEST: Final = 40  # deeper groups are kept as they are

_SPECIAL: Final = regex(r"[\\{}$~`'<?!-]")
# Of text in ASCII without any of these, single hyphens and signs stay as they are.
_CHANGED: Final = regex(r"[\\{}$~`<]")
# A group of plain text alone.
_FLAT: Final = regex(r"\{([^\\{}$~`'<?!-]++)\}")
# Entities of web pages, which mean nothing in LaTeX, and the signs that Crossref writes for tags
# and for the semicolon of an entity.
_ENTITY: Final = regex(r"(?:\{\\&\}|\\?&)(\#?[A-Za-z0-9]{2,8})(?:;|\$\\mathsemicolon\$)")
_OF_ENTITY: Final = {
    "amp": "\\&",
    "lt": "{\\textless}",
    "gt": "{\\textgreater}",
    "quot": '"',
    "apos": "'",
    "nbsp": "~",
    "#39": "'",
    "#x27": "'",
}
_ANGLE: Final = regex(r"\$\\(less|greater)\$")
_OF_ANGLE: Final = {"less": "{\\textless}", "greater": "{\\textgreater}"}
# Tags of publishers' titles, and the small markup for those that it has.
_TAG: Final = regex(
    r"(?:\$\\less\$|&lt;)(/?)(?:jats:)?(em|italic|it|strong|bold|inf|p|title|sec)(?:\$\\greater\$|&gt;)"
)
_OF_TAG: Final = {"em": "i", "italic": "i", "it": "i", "strong": "b", "bold": "b", "inf": "sub"}
_DEEPEST_PAIR: Final = 3
_COMMAND: Final = regex(r"\\(?:([A-Za-z]+)(\*?)|(.)|$)", re.DOTALL)
# The commonest case is one accented letter in braces.
_ENDS_IN_COMMAND: Final = regex(r"\\[A-Za-z]{2,}\Z")
_LETTER: Final = regex(
    r"\{(\\(?:[`'^\"~=.](?:[A-Za-z]|\{[A-Za-z]\}|\\[ij]|\{\\[ij]\})"
    r"|[uvHcdbkr](?:\{[A-Za-z]\}| [A-Za-z])|ss|[oOlL]|[ao]e|[AO]E|aa|AA))\}"
)
# Next to it, a command in braces that prints a sign or a name: {\TeX}, {\ldots}.
_LONE_COMMAND: Final = regex(r"\{\\([A-Za-z]++)\}")
_SIGN_AND_LETTER: Final = regex(r"""(['"`^~])\1(?=[^\W\d_])""")
# An accent in braces of its own, before its letter: M{\"}uller, Garc{\'}{\i}a.
_LONE_ACCENT: Final = regex(
    r"\{\\([`'^\"~=.uvHckr])(?:\{\})?\}(?=[A-Za-z]|\{[A-Za-z]\}|\{?\\[ij]\b)"
)
# Quotes that open below the line, as fonts with them join two commas: ,,Moss''.
_LOW_QUOTES: Final = regex(r"(?<![^\s(\[]),,(?=[^\s,][^,]{0,200}?(?:''|``|“|”))")
_LONE_DIAERESIS: Final = regex(r'\\"\{\}(?=[aeiouyAEIOU])')
_BARE_LETTER: Final = regex(r"\{([A-Za-z])\}")
_NUMBER: Final = regex(
    r"\s*(?P<group>\{)?(?:\"([0-9A-F]{1,6})|'([0-7]{1,7})|([0-9]{1,7}))(?(group)\}|\s?)"
)
_LAST_CHARACTER: Final = 0x10FFFF
_MARKING: Final = frozenset("<>&$\\{}")  # signs that have a meaning in markup
_RELAX: Final = regex(r"\\(?:relax|protect)(?![A-Za-z])")
_FORMULA: Final = regex(r"[\\^_=+<>]")
_OPTIONS: Final = regex(r"\s*\[[^][{}]*\]")
_OPENING: Final = regex(r"\s*\{")
_ESCAPED: Final = regex(r"\\([_%&#$~{}])")
_PARENTHESIS: Final = regex(r"\\[()]")
# Latin letters of a formula keep their case; no style changes lower case within a word.
_CASED: Final = regex(r"[A-Za-z](?![^<]*>)")
_LOWERED: Final = regex(r"<su[bp]>[^<A-Z]*</su[bp]>")
_LIGATURES: Final = {
    "---": "—",
    "--": "–",
    "``": "“",
    "''": "”",
    "?`": "¿",
    "!`": "¡",
    "`": "‘",
}
# What a command without an argument prints; the package textgreek names letters "textalpha".
_PRINTED: Final = {
    **dict.fromkeys(BARE, ""),
    **{f"text{name}": sign for name, sign in GREEK.items()},
    **WORDS,
    **LANGUAGES,
    **SYMBOLS,
}
_LIGATURE: Final = regex(r"---?|``|''|[?!]`|`")


def decode(text: str, *, protect: bool = True) -> str:
    r"""Return LaTeX text as Unicode, with its formatting in CSL's small markup.

    Mathematics becomes Unicode with ``<sup>`` and ``<sub>``, or stays between dollar signs.
    Unknown commands stay. ``%`` is a percent sign, escaped or not. An invisible word joiner keeps
    text that looks like a tag from acting as one. No input raises an error.

    Args:
        text: The value of a field.
        protect: Whether braces that protect case become a ``nocase`` span, except around words
            that protect themselves (a capital after the first letter). Otherwise they vanish.

    Returns:
        The text in CSL's small markup.

    >>> decode(r"{\'E}tude of {DNA} in \emph{E. coli}: 100% {P}oisson, H$_2$O")
    'Étude of DNA in <i>E. coli</i>: 100% <span class="nocase">P</span>oisson, H<sub>2</sub>O'
    """
    if "&lt;" in text or "\\less$" in text:
        text = _TAG.sub(_small, text)
    if "</" in text:
        text = _with_tags(text)
    if "&" in text:
        text = _ENTITY.sub(_character, text)
    if _stays(text):
        return text
    if ",," in text:
        text = _LOW_QUOTES.sub("„", text)
    if '\\"{}' in text:
        text = _LONE_DIAERESIS.sub(r"\"", text)
    if "\\less$" in text:
        text = _ANGLE.sub(lambda match: _OF_ANGLE[match[1]], text)
    decoded = _Decoder(text, protect).run()
    if decoded.isascii():
        return decoded
    return unicodedata.normalize("NFC", decoded)


def _stays(text: str) -> bool:
    """Return whether a text has nothing that is read; a look for each is quicker than a pattern.

    >>> _stays("A well-known moss"), _stays("1--2"), _stays("50%")
    (True, False, True)
    """
    if not text.isascii():
        return _SPECIAL.search(text) is None
    return _CHANGED.search(text) is None and not (
        "--" in text or "''" in text or ",," in text  # quicker than a loop
    )


class _Command(NamedTuple):
    """A command of letters: where it begins, how deep, and what its group ends with."""

    word: str
    start: int
    depth: int
    closers: list[str]


def _character(entity: re.Match[str]) -> str:
    """Return what an entity means in LaTeX; one that is none, such as ``R&D;``, stays."""
    name = entity[1]
    if (written := _OF_ENTITY.get(name)) is not None:
        return written
    from html import entities, unescape  # a long table of names, and few texts have an entity

    meant = unescape(f"&{name};") if name[0] == "#" else entities.html5.get(f"{name};", "")
    return entity[0] if meant.isascii() else meant


def _small(tag: re.Match[str]) -> str:
    name = _OF_TAG.get(tag[2])
    return f"{{\\textless}}{tag[1]}{name}{{\\textgreater}}" if name else ""


def _with_tags(text: str) -> str:
    r"""Return LaTeX with the tags of web pages as other exports write them.

    >>> _with_tags("H<sub>2</sub>O, the <i> tag </i>")
    'H{\\textless}sub{\\textgreater}2{\\textless}/sub{\\textgreater}O, the <i> tag </i>'
    """
    for _ in range(_DEEPEST_PAIR):
        whole = TAG_PAIR.sub(_pair, text)
        if whole == text:
            break
        text = whole
    return text


def _pair(found: re.Match[str]) -> str:
    tag = _OF_TAG.get(found[1], found[1])
    return f"{{\\textless}}{tag}{{\\textgreater}}{found[2]}{{\\textless}}/{tag}{{\\textgreater}}"


class _Decoder:
    """One pass over a text, which never reads an argument twice.

    `position` moves back only over white space after a command without an
    argument. Groups and arguments nest to `DEEPEST`, so the time grows with
    the length of the text.
    """

    def __init__(self, text: str, protect: bool) -> None:
        self.text = text
        self.position = 0
        self.absent: set[str] = set()  # marks that the rest of the text does not contain
        self.protect = protect
        self.quotes = 0  # how many quote commands are open
        self.shielded = False  # inside braces that already protect case

    def run(self) -> str:
        found = [self.sequence(0)]
        while self.position < len(self.text):
            # A closing brace without an opening one stays.
            self.position += 1
            found.append("}")
            found.append(self.sequence(0))
        return "".join(found)

    def sequence(self, depth: int) -> str:
        """Read to the end, or up to the brace that closes the group; do not consume the brace."""
        found: list[str] = []
        closers: list[str] = []
        quotes = 0
        text, special = self.text, _SPECIAL.search
        while (sign := special(text, self.position)) is not None:
            place = sign.start()
            if place > self.position:
                found.append(text[self.position : place])
                self.position = place
            char = sign[0]
            if char == "}":
                break
            if char == "\\":
                found.append(self.command(depth, closers))
            elif char == "{":
                found.append(self.group(depth, found))
            elif char == "$":
                found.append(self.mathematics())
            elif char == "~":
                self.position += 1
                found.append("\u00a0")
            elif char == "<":
                found.append(self.less_than())
            elif char == "'" and quotes and self._closes_quote():
                self.position += 1
                quotes -= 1
                found.append("’")
            else:
                found.append(self.ligature())
                quotes += found[-1] == "‘"
        else:
            found.append(text[self.position :])
            self.position = len(text)
        return "".join(found + closers[::-1])

    def _closes_quote(self) -> bool:
        following = self.text[self.position + 1 : self.position + 2]
        return following != "'" and not following.isalnum()

    def ligature(self) -> str:
        match = _LIGATURE.match(self.text, self.position)
        if match is None:
            self.position += 1
            return self.text[self.position - 1]
        self.position = match.end()
        return _LIGATURES[match[0]]

    def less_than(self) -> str:
        self.position += 1
        if self.text.startswith("{}", self.position):  # as `encode` writes text like a tag
            self.position += 2
            return less_than(f"<{self.text[self.position : self.position + 60]}", 0)
        return less_than(self.text, self.position - 1)

    def mathematics(self) -> str:
        start = self.position
        mark = "$$" if self.text.startswith("$$", start) else "$"
        end = self._find(mark, start + len(mark))
        inner = self.text[start + len(mark) : end].strip() if end > 0 else ""
        if not inner or not balanced(inner) or self._means_money(start + len(mark), end):
            self.position = start + 1
            return "$"
        self.position = end + len(mark)
        return self._said(inner)

    def _means_money(self, start: int, end: int) -> bool:
        """Return whether dollars without a backslash are money: "$5 and $6", but not "$k$3"."""
        inner = self.text[start:end]
        if _FORMULA.search(inner):
            return False
        is_price = inner[:1].isdigit() and self.text[end + 1 : end + 2].isdigit()
        return inner != inner.strip() or is_price

    def _said(self, tex: str) -> str:
        """Return mathematics in small markup if that can express it, else unchanged."""
        text = said(tex)
        if text is None:
            return f"${tex}$"
        if not self.protect or self.shielded or not _CASED.search(_LOWERED.sub("", text)):
            return text
        if "<" not in text and all(map(protects_itself, text.split())):
            return text
        return f"{NOCASE}{text}</span>"

    def _find(self, mark: str, start: int) -> int:
        """Return the next place of a mark that follows no backslash, or -1."""
        if mark in self.absent:
            return -1
        end = self.text.find(mark, start)
        while end > 0 and self.text[end - 1] == "\\":
            end = self.text.find(mark, end + 1)
        if end < 0:
            self.absent.add(mark)
        return end

    def group(self, depth: int, before: list[str]) -> str:
        """Read a brace group: a special character, a declaration's scope, or protection."""
        start = self.position
        if depth >= DEEPEST:
            self.position = group_end(self.text, start)
            return self.text[start : self.position]
        special = self.text.startswith("\\", start + 1)
        if special and (read := self._special(depth)) is not None:
            return read
        shielded = self.shielded
        if not special and (flat := _FLAT.match(self.text, start)):
            content, self.position = flat[1], flat.end()
        else:
            self.position = start + 1
            self.shielded = shielded or not special
            content = self.sequence(depth + 1)
            self.shielded = shielded
            if self.position >= len(self.text):
                return "{" + content  # the group never closes
            self.position += 1
        following = self.text[self.position : self.position + 1]
        if following.isalpha() and _ENDS_IN_COMMAND.search(content):
            content += "{}"  # so that the command does not take the letters that follow
        if not self.protect or shielded or special:
            return content
        return self._protected(content, before)

    def _special(self, depth: int) -> str | None:
        """Read a group that is one letter, accent or printed command; None for any other."""
        start = self.position
        if letter := _LETTER.match(self.text, start):
            self.position = letter.end()
            return _letter(letter[1])
        if accent := _LONE_ACCENT.match(self.text, start):
            return self._before_letter(accent, depth)
        lone = _LONE_COMMAND.match(self.text, start)
        if lone and _READERS.get(lone[1]) is _Decoder._printed:
            self.position = lone.end()
            return _PRINTED[lone[1]]
        return None

    def _protected(self, content: str, before: list[str]) -> str:
        """Return the content of a group in a span that keeps its case, where it needs one."""
        if not content.strip():
            return content
        whole = not self._touches_word(before)
        if whole and "<" not in content and all(map(protects_itself, content.split())):
            return content
        signs = all(letter in COMMAND_OF_SIGN or not letter.isalpha() for letter in content)
        return content if signs or content.startswith("$") else f"{NOCASE}{content}</span>"

    def _before_letter(self, accent: re.Match[str], depth: int) -> str:
        """Read an accent in braces with the letter after them; some are apostrophes and signs."""
        sign = accent[1]
        self.position = accent.end()
        stands = stands_alone(sign, self.text, accent.start(), accent.end())
        return stands or compose(ACCENTS[sign], self._argument(depth) or "")

    def _touches_word(self, before: list[str]) -> bool:
        last = ""
        for piece in reversed(before):
            if piece:
                last = piece[-1]
                break
        return last.isalnum() or self.text[self.position : self.position + 1].isalnum()

    def command(self, depth: int, closers: list[str]) -> str:
        match = _COMMAND.match(self.text, self.position)
        if match is None:  # pragma: no cover - the pattern matches every backslash
            self.position += 1
            return "\\"
        start, self.position = self.position, match.end()
        word = match[1]
        if word is None:
            return self._sign(match[3], depth)
        if match[2]:
            self.position -= word not in MARKUP
        read = _READERS.get(word)
        return read(self, _Command(word, start, depth, closers)) if read else self._unknown(start)

    def _sign(self, char: str | None, depth: int) -> str:
        if char is None:
            return "\\"
        if char in ACCENTS:
            start = self.position - 2
            # The sign was typed twice, as in M\""uller.
            self.position += bool(_SIGN_AND_LETTER.match(self.text, self.position - 1))
            return self._accent(ACCENTS[char], depth, start)
        closing = self._closing_parenthesis() if char == "(" else -1
        inner = self.text[self.position : closing].strip() if closing > 0 else ""
        if inner and "$" not in inner and balanced(inner):
            self.position = closing + 2
            return self._said(inner)
        return ESCAPES.get(char, "\\" + char)

    def _closing_parenthesis(self) -> int:
        r"""Return where ``\)`` closes mathematics; a ``\(`` within it opens nothing."""
        if "\\)" in self.absent:
            return -1
        following = _PARENTHESIS.search(self.text, self.position)
        if following is None:
            self.absent.add("\\)")
        return following.start() if following and following[0] == "\\)" else -1

    def _numbered(self, command: _Command) -> str:
        """Read the number of a character, as ``\\char"E9`` and ``\\symbol{233}`` write it."""
        match = _NUMBER.match(self.text, self.position)
        if match is None:
            return self._unknown(command.start)
        _, hexadecimal, octal, decimal = match.groups()
        number = (
            int(hexadecimal, 16) if hexadecimal
            else int(octal, 8) if octal
            else int(decimal)
        )  # fmt: skip
        char = chr(number) if number <= _LAST_CHARACTER else " "
        if not char.isprintable() or char.isspace() or char in _MARKING:
            return self._unknown(command.start)
        self.position = match.end()
        return char

    def _skip_after_word(self) -> None:
        while self.text[self.position : self.position + 1].isspace():
            self.position += 1
        if self.text.startswith("{}", self.position):
            self.position += 2

    def _argument(self, depth: int) -> str | None:
        """Read the argument of a command: a group, a command or one character."""
        while self.text[self.position : self.position + 1].isspace():
            self.position += 1
        char = self.text[self.position : self.position + 1]
        if char in ("", "}") or depth >= DEEPEST:
            return None
        if char == "\\":
            relaxed = _RELAX.match(self.text, self.position)
            if relaxed:
                self.position = relaxed.end()
                return self._argument(depth + 1)
            return self.command(depth + 1, [])
        if char != "{":
            self.position += 1
            return char
        if bare := _BARE_LETTER.match(self.text, self.position):
            self.position = bare.end()
            return bare[1]
        self.position += 1
        content = self.sequence(depth + 1)
        self.position += 1
        return content

    def _accented(self, command: _Command) -> str:
        return self._accent(ACCENTS[command.word], command.depth, command.start)

    def _tabbing(self, command: _Command) -> str:
        """Read the accent of a tabbing, whose sign follows the command."""
        sign = self.text[self.position : self.position + 1]
        if not sign or sign not in "'`=":
            return self._unknown(command.start)
        self.position += 1
        return self._accent(ACCENTS[sign], command.depth, command.start)

    def _accent(self, mark: str, depth: int, start: int) -> str:
        resume = self.position
        base = self._argument(depth)
        if base is None:
            self.position = resume
            return self.text[start:resume]
        if base.startswith("\\"):  # an unknown command, which takes no accent
            return self.text[start:resume] + base
        return compose(mark, base)

    def _printed(self, command: _Command) -> str:
        """Return what a command without an argument prints."""
        self._skip_after_word()
        return _PRINTED[command.word]

    def _switch(self, command: _Command) -> str:
        """Read a declaration such as ``\\itshape``, which applies to the end of its group."""
        self._skip_after_word()
        opening, closing = SWITCHES[command.word]
        command.closers.append(closing)
        return opening

    def _marked(self, command: _Command) -> str:
        opening, closing = MARKUP[command.word]
        return self._around(command, lambda content: f"{opening}{content}{closing}")

    def _quoted(self, command: _Command) -> str:
        self.quotes += 1
        opening, closing = MARKUP[command.word] if self.quotes % 2 else INNER_QUOTES
        text = self._around(command, lambda content: f"{opening}{content}{closing}")
        self.quotes -= 1
        return text

    def _unwrapped(self, command: _Command) -> str:
        return self._around(command, str)

    def _cased(self, command: _Command) -> str:
        return self._around(command, CASE[command.word])

    def _silent(self, command: _Command) -> str:
        return self._around(command, lambda _: SILENT[command.word])

    def _around(self, command: _Command, change: Callable[[str], str]) -> str:
        """Return the argument of a command, changed; without one, the command as it is."""
        resume = self.position
        content = self._argument(command.depth)
        if content is None:
            self.position = resume
            return self.text[command.start : resume]
        return change(content)

    def _chosen(self, command: _Command) -> str:
        """Read the argument that is printed, of several."""
        count, printed = ARGUMENTS[command.word]
        content = ""
        for index in range(count):
            group = self._group_ahead()
            if group is None:
                return self._unknown(command.start) if index == 0 else content
            if index == printed:
                content = self._argument(command.depth) or ""
            else:
                self.position = group[1]
        return content

    def _chemical(self, command: _Command) -> str:
        formulas = self._groups(1)
        return self._cased_as_is(chemical(*formulas)) if formulas else self._unknown(command.start)

    def _quantity(self, command: _Command) -> str:
        """Read a quantity with its unit."""
        word = command.word
        parts = self._groups(3 if "range" in word else 2 if word in ("SI", "qty") else 1)
        return self._cased_as_is(quantity(word, parts)) if parts else self._unknown(command.start)

    def _groups(self, wanted: int) -> list[str]:
        """Return the arguments of a command letter by letter; none if one is missing."""
        found: list[str] = []
        while len(found) < wanted and (group := self._group_ahead()):
            found.append(self.text[group[0] : group[1] - 1])
            self.position = group[1]
        return found if len(found) == wanted else []

    def _cased_as_is(self, text: str) -> str:
        return f"{NOCASE}{text}</span>" if self.protect and not self.shielded else text

    def _group_ahead(self) -> tuple[int, int] | None:
        """Return where the next group begins and ends, skipping options before it."""
        while options := _OPTIONS.match(self.text, self.position):
            self.position = options.end()
        opening = _OPENING.match(self.text, self.position)
        if opening is None:
            return None
        end = group_end(self.text, opening.end() - 1)
        closed = end > opening.end() and self.text[end - 1] == "}"
        return (opening.end(), end) if closed else None

    def _condition(self, _: _Command) -> str:
        r"""Skip what applies within mathematics alone, from ``\ifmmode`` to ``\else``."""
        self._skip_past("\\else")
        self._skip_after_word()
        return ""

    def _otherwise(self, _: _Command) -> str:
        r"""Skip from ``\else`` to ``\fi``."""
        self._skip_past("\\fi")
        return ""

    def _skip_past(self, command: str) -> None:
        end = self._find(command, self.position)
        if end >= 0:
            self.position = end + len(command)
            self._skip_after_word()

    def _address(self, command: _Command) -> str:
        inner = self._verbatim()
        if inner is None:
            return self._unknown(command.start)
        return from_plain(_ESCAPED.sub(r"\1", inner))

    def _mathematical(self, command: _Command) -> str:
        inner = self._verbatim()
        if inner is None:
            return self._unknown(command.start)
        tex = inner.strip().strip("$")
        return self._said(tex) if tex and "$" not in tex else tex

    def _verbatim(self) -> str | None:
        """Read an argument letter by letter."""
        opening = _OPENING.match(self.text, self.position)
        end = group_end(self.text, opening.end() - 1) if opening else 0
        inner = self.text[opening.end() : end - 1] if opening else ""
        if opening is None or not balanced(inner) or self.text[end - 1] != "}":
            return None
        self.position = end
        return inner

    def _unknown(self, start: int) -> str:
        """Keep a command and the groups directly after it unchanged."""
        while self.text[self.position : self.position + 1] in ("{", "["):
            end = (
                group_end(self.text, self.position)
                if self.text[self.position] == "{"
                else self._find("]", self.position) + 1
            )
            if end <= self.position:
                break
            self.position = end
        return self.text[start : self.position]


@attrs.frozen
class Rule:
    """Commands that are read alike, and an example of one of them."""

    commands: Collection[str]
    read: Callable[[_Decoder, _Command], str]
    example: str
    text: str


# Where a command is in two rows, the first one counts.
RULES: Final = (
    Rule((TABBING,), _Decoder._tabbing, r"\a'e", "é"),
    Rule(ACCENTS, _Decoder._accented, r"\c{c}", "ç"),
    Rule(_PRINTED, _Decoder._printed, r"\ldots x", "…x"),
    Rule(SWITCHES, _Decoder._switch, r"\bfseries bold", "<b>bold</b>"),
    Rule(QUOTES, _Decoder._quoted, r"\enquote{a \enquote{b}}", "“a ‘b’”"),
    Rule(MARKUP, _Decoder._marked, r"\emph{a}", "<i>a</i>"),
    Rule(UNWRAPPED, _Decoder._unwrapped, r"\uline{a}", "a"),
    Rule(CASE, _Decoder._cased, r"\uppercase{a}", "A"),
    Rule(SILENT, _Decoder._silent, r"\noopsort{a}b", "b"),
    Rule(ADDRESS, _Decoder._address, r"\url{https://example.org/a\_b}", "https://example.org/a_b"),
    Rule((MATHEMATICAL,), _Decoder._mathematical, r"\ensuremath{x^2}", "x<sup>2</sup>"),
    Rule(ARGUMENTS, _Decoder._chosen, r"\href{https://example.org}{a}", "a"),
    Rule(CHEMICAL, _Decoder._chemical, r"\ce{H2O}", "H<sub>2</sub>O"),
    Rule(QUANTITIES, _Decoder._quantity, r"\qty{5}{\kilo\metre}", "5 km"),
    Rule(NUMBERED, _Decoder._numbered, r"\symbol{233}", "é"),
    Rule((CONDITION,), _Decoder._condition, r"\ifmmode x\else y\fi", "y"),
    Rule((OTHERWISE,), _Decoder._otherwise, r"\else y\fi z", "z"),
)
_READERS: Final = {command: rule.read for rule in reversed(RULES) for command in rule.commands}


def is_known(command: str) -> bool:
    """Return whether `decode` always reads a command made of letters.

    >>> is_known("emph"), is_known("mycommand")
    (True, False)
    """
    return command in _READERS and command not in NUMBERED


@lru_cache(maxsize=2048)
def _letter(command: str) -> str:
    return _Decoder(command, protect=False).run()

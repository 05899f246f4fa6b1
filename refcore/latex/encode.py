"""Encodes Unicode with CSL's small markup as LaTeX text for a BibTeX field."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Final, NamedTuple

from refcore.latex.accents import ACCENT_OF_MARK, ACCENTS
from refcore.latex.decode import is_known
from refcore.latex.escapes import TAG_PAIR
from refcore.latex.markup import NOCASE, Element, Node, parse, protects_itself
from refcore.latex.mathematics import MATHEMATICS
from refcore.latex.mathsymbols import COMMAND_OF_SIGN, MARKS
from refcore.latex.symbols import COMMAND_OF_CHAR, ESCAPES
from refcore.text.braces import balanced
from refcore.text.patterns import regex
from refcore.text.translations import translation

__all__ = ["FORMULA", "encode", "encode_char", "formula", "printed_alike"]

_COMMAND_OF_TAG: Final = {
    "i": "\\emph",
    "b": "\\textbf",
    "sup": "\\textsuperscript",
    "sub": "\\textsubscript",
    "sc": "\\textsc",
}
_ASCII: Final = {
    "&": "\\&",
    "%": "\\%",
    "#": "\\#",
    "_": "\\_",
    "$": "\\$",
    "{": "{\\textbraceleft}",
    "}": "{\\textbraceright}",
    "~": "{\\textasciitilde}",
    "^": "{\\textasciicircum}",
    "\\": "\\textbackslash{}",
    "`": "{\\textasciigrave}",
    "\u00a0": "~",
}
_COMMAND_OF_MARK: Final = {mark: name for name, mark in reversed(MARKS.items())}
_COMMAND_OF_MARK["\u0342"] = "tilde"  # Unicode's form of the mark above a Greek vowel
_MARKS: Final = "".join(_COMMAND_OF_MARK)
# Marks that LaTeX has in mathematics alone: an arrow, lines above and below, a stroke.
_MATH_MARKS: Final = "\u20d7\u0305\u0332\u0338"
_GREEK: Final = rf"(?:[\u0370-\u03ff\u1f00-\u1fff][{_MARKS}]*)+"
_IN_NEED: Final = frozenset("&%#_${}~^\\`")  # the ASCII characters of _NEEDY
_ROOTED: Final = r"(?:[A-Za-z0-9]+|\([A-Za-z0-9]+\))"
_ROOT: Final = rf"√{_ROOTED}"
_HIGHER_ROOTS: Final = {"∛": 3, "∜": 4}
_SIGNS: Final = "".join(re.escape(char) for char in COMMAND_OF_SIGN if not "Ͱ" <= char <= "Ͽ")
# What may be a formula: a sign or a letter with the marks above and below it, or Greek letters.
FORMULA: Final = rf"[∛∜]{_ROOTED}|(?:[{_SIGNS}][{_MARKS}]*|[A-Za-z0-9][{_MATH_MARKS}])+|{_GREEK}"
_NEEDY: Final = regex(rf"{_ROOT}|[&%#_${{}}~^\\`\u00a0]|(?<=-)-|(?<=')'|{FORMULA}")
_UNIT: Final = regex(rf"(.)([{_MARKS}]*)")
_NEEDY_ASCII: Final = regex(_NEEDY.pattern + r"|[^\x00-\x7f][\u0300-\u036f]*|.[\u0300-\u036f]+")
_SCRIPTS: Final = {
    **{char: f"$_{number}$" for number, char in enumerate("₀₁₂₃₄₅₆₇₈₉")},
    **{char: f"$^{number}$" for number, char in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹") if number not in (1, 2, 3)},
    **{char: f"$_{sign}$" for char, sign in zip("₊₋₌₍₎", "+-=()", strict=True)},
    **{char: f"$^{sign}$" for char, sign in zip("⁺⁻⁼⁽⁾ⁿⁱ", "+-=()ni", strict=True)},
}
# LaTeX has commands for ¹, ² and ³ alone; a longer row is one text in mathematics.
_RUN: Final = regex(r"[⁰¹²³⁴-⁹⁺⁻⁽⁾ⁿ]{2,40}|[₀-₉₊₋₍₎]{2,40}")
# Raised or lowered text that belongs to a formula; letters alone are ordinals and words.
_RAISED: Final = regex(r"(?=[^A-Za-z]|.*[^A-Za-z])[0-9A-Za-z+\-−*=.,/]+")
_LOWERED: Final = regex(r"[0-9+\-−*=.,/]+|[a-z]|(?=.*[0-9+\-−=])[0-9a-z+\-−*=.,/]+")
_FORMULAS: Final = {"sub": (_LOWERED, "_"), "sup": (_RAISED, "^")}
_VECTOR_SCRIPT: Final = regex(r"[0-9A-Za-z+\-*=.,]+")
# Greek letters that have no command, because they look like Latin ones.
_LIKE_LATIN: Final = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΧο", "ABEZHIKMNOPTXo", strict=True))
# Signs without a command, and those that have one and are printed alike.
_PRINTED_ALIKE: Final = translation(
    {"ʼ": "'", "ŉ": "'n", "ʻ": "‘", "\u2010": "-", "ʹ": "′", "ʺ": "″"}
)
_DOTLESS: Final = {"i": "\\i", "j": "\\j"}
_LONE: Final = {"¸": "{\\c{}}", "˛": "{\\k{}}", "˙": "{\\.{}}", "˚": "{\\r{}}"}
_MOST_MARKS: Final = 8  # no language puts more marks on a letter
_ABOVE: Final = 230  # Unicode's class of marks above a letter
# A command that `decode` does not know, with the groups directly after it.
_GROUP: Final = r"\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}"
_COMMAND: Final = regex(rf"\\(?:([A-Za-z]+)\*?(?:{_GROUP}|\[[^][{{}}]*\])*|([^A-Za-z\s]))")
_BARE_COMMAND: Final = regex(r"\\[A-Za-z]+\*?$")
_WORD: Final = regex(r"\S+")
_KEPT_WORD: Final = regex(rf"{NOCASE}([A-Za-z0-9]++)</span>")
_SIGN: Final = regex(r"[$\\]")
_CORE: Final = regex(r"\w(?:.*\w)?", re.DOTALL)


def encode(text: str, ascii: bool = False, *, protect: bool = False) -> str:  # noqa: A002
    r"""Return text in small markup as LaTeX; `decode` reads the text back.

    A character without a LaTeX command stays as it is. Mathematics and commands that `decode`
    keeps are kept here too. No input raises an error.

    Args:
        text: A text in CSL's small markup.
        ascii: Whether accents and symbols are written as BibTeX's special characters, which
            BibTeX sorts, labels and counts as one letter.
        protect: Whether words with a capital after the first letter get braces, as titles need.

    Returns:
        The value of a field.

    Source: *BibTeXing*, section 4, on special characters.

    >>> print(encode("Erdős & <i>DNA</i>", ascii=True, protect=True))
    Erd{\H{o}}s \& \emph{{DNA}}
    """
    if ascii and not text.isascii():
        text = _RUN.sub(_scripted, printed_alike(text))
    writer = _WRITERS[ascii, protect]
    if "<" not in text:
        return writer.text(text)
    written = writer.kept_words(text) or writer.nodes(parse(text))
    return _without_tags(written) if "</" in written else written


def _without_tags(latex: str) -> str:
    """Return LaTeX in which no text is read as a pair of tags.

    >>> _without_tags("a <b>c</b>")
    'a <{}b>c</b>'
    """
    return TAG_PAIR.sub(r"<{}\1>\2</\1>", latex)


def printed_alike(text: str) -> str:
    """Return a text for ASCII, with signs that have a command for those that have none.

    >>> printed_alike("Solovʼov"), printed_alike("Jean‐Pierre")
    ("Solov'ov", 'Jean-Pierre')
    """
    return text.translate(_PRINTED_ALIKE)


class _Writer(NamedTuple):
    """Writes text and nodes in one of four ways; the fields are the options of `encode`."""

    ascii_only: bool
    protect: bool

    def nodes(self, nodes: Sequence[Node], *, fixed: bool = False) -> str:
        """Return the text of nodes; `fixed` says that they are in braces, as a formula is."""
        pieces: list[str] = []
        place = 0
        while place < len(nodes):
            vector, used = _vector(nodes, place) if fixed else ("", 0)
            pieces.append(vector or self._node(nodes[place]))
            place += used or 1
        return _apart(pieces)

    def text(self, text: str) -> str:
        """Return a text without markup; its mathematics and unknown commands stay."""
        if "$" not in text and "\\" not in text:
            return self._words(text)
        found: list[str] = []
        start = position = 0

        def add(words: str) -> None:
            # A group directly after a kept command would become its argument.
            separate = words.startswith("{") and found and found[-1].startswith("\\")
            found.append("\\relax" + words if separate else words)

        while sign := _SIGN.search(text, position):
            position = sign.start()
            match = _verbatim(text, position)
            if match is None:
                position += 1
                continue
            add(self._words(text[start:position]))
            found.append(match)
            position += len(match)
            start = position
        add(self._words(text[start:]))
        return "".join(found)

    def kept_words(self, text: str) -> str:
        """Return a text whose only markup keeps the case of plain words, or "" for any other.

        Most titles with markup are such; without a tree they are written three times faster.
        """
        pieces = _KEPT_WORD.split(text)
        pieces[1::2] = [f"{{{word}}}" for word in pieces[1::2]]
        between = pieces[::2]
        if "$" in text or "\\" in text or any("<" in piece for piece in between):
            return ""
        pieces[::2] = [self._words(piece) if piece else "" for piece in between]
        return "".join(pieces)

    def _node(self, node: Node) -> str:
        if isinstance(node, str):
            is_plain = not self.protect and node.isalnum() and node.isascii()
            return node if is_plain else self.text(node)
        return self._element(node)

    def _element(self, element: Element) -> str:
        if element.tag in _FORMULAS and (script := _script(element)):
            return script
        if element.tag != "nocase":
            return f"{_COMMAND_OF_TAG[element.tag]}{{{self.nodes(element.children)}}}"
        inner = _WRITERS[self.ascii_only, False].nodes(element.children, fixed=True)
        # BibTeX does not protect a group that begins with a backslash.
        return f"{{{{}}{inner}}}" if inner.startswith("\\") else f"{{{inner}}}"

    def _words(self, text: str) -> str:
        if not self.protect or text == text.lower():
            return _escape(text, ascii_only=self.ascii_only)
        found: list[str] = []
        end = 0
        for word in _WORD.finditer(text):
            core = _CORE.search(word[0])
            # A letter alone, such as an initial, needs no further look.
            if core is None or core.end() == core.start() + 1 or not protects_itself(core[0]):
                continue
            start = word.start() + core.start()
            found.append(_escape(text[end:start], ascii_only=self.ascii_only))
            end = word.start() + core.end()
            found.append("{" + _escape(core[0], ascii_only=self.ascii_only) + "}")
        return "".join([*found, _escape(text[end:], ascii_only=self.ascii_only)])


_WRITERS: Final = {
    (ascii_only, protect): _Writer(ascii_only, protect)
    for ascii_only in (False, True)
    for protect in (False, True)
}


def _scripted(match: re.Match[str]) -> str:
    """Return raised or lowered characters in a row as one raised or lowered text."""
    tag = "sub" if "\u2080" <= match[0][0] <= "\u2099" else "sup"
    return f"<{tag}>{unicodedata.normalize('NFKC', match[0])}</{tag}>"


def _apart(pieces: Sequence[str]) -> str:
    r"""Join pieces; a group after a command that is kept does not become its argument.

    >>> _apart(["\\o", "re"]), _apart(["{DNA}", "s"])
    ('\\ore', '{DNA}s')
    """
    if len(pieces) == 1:
        return pieces[0]
    found: list[str] = []
    for piece in pieces:
        before = found[-1][-80:] if found and piece[:1] == "{" else ""
        takes = "\\" in before and _BARE_COMMAND.search(before)
        found.append("\\relax" + piece if takes else piece)
    return "".join(found)


def _vector(nodes: Sequence[Node], place: int) -> tuple[str, int]:
    r"""Return a bold letter with raised or lowered text as one formula, and its nodes' number.

    >>> encode('<span class="nocase"><b>P</b><sup>2</sup></span>')
    '{$\\mathbf{P}^2$}'
    """
    letter = _only_text(nodes[place], "b")
    if len(letter) != 1 or not (letter.isascii() and letter.isalnum()):
        return "", 0
    scripts = ""
    end = place + 1
    for tag, (_, sign) in _FORMULAS.items():
        for node in nodes[end : end + 1]:
            if _VECTOR_SCRIPT.fullmatch(content := _only_text(node, tag).replace("−", "-")):
                scripts += f"{sign}{content}" if len(content) == 1 else f"{sign}{{{content}}}"
                end += 1
    return (f"$\\mathbf{{{letter}}}{scripts}$", end - place) if scripts else ("", 0)


def _only_text(node: Node, tag: str) -> str:
    """Return the text of an element with this tag that holds nothing else, or ""."""
    if isinstance(node, str) or node.tag != tag or len(node.children) != 1:
        return ""
    content = node.children[0]
    return content if isinstance(content, str) else ""


def _script(element: Element) -> str:
    """Return the raised or lowered text of a formula as mathematics."""
    content = element.children[0] if len(element.children) == 1 else ""
    pattern, sign = _FORMULAS[element.tag]
    if not isinstance(content, str) or not pattern.fullmatch(content):
        return ""
    content = content.replace("−", "-")
    return f"${sign}{content}$" if len(content) == 1 else f"${sign}{{{content}}}$"


def _verbatim(text: str, position: int) -> str | None:
    """Return the mathematics or the unknown command that begins here, or None.

    >>> _verbatim("x $a_b$ y", 2), _verbatim("moss", 0)
    ('$a_b$', None)
    """
    if text[position] == "$":
        mathematics = MATHEMATICS.match(text, position)
        return mathematics[0] if mathematics and balanced(mathematics[0]) else None
    command = _COMMAND.match(text, position)
    if command is None:
        return None
    if command[1]:
        return None if is_known(command[1]) else command[0]
    known = command[2] in ESCAPES or command[2] in ACCENTS or command[2] == "("
    return None if known or not command[2].isascii() else command[0]


def _escape(text: str, *, ascii_only: bool) -> str:
    if text.isascii() and _IN_NEED.isdisjoint(text) and "--" not in text and "''" not in text:
        return text
    if ascii_only and not text.isascii():
        return _NEEDY_ASCII.sub(_replace_ascii, text)
    return _NEEDY.sub(_replace, text)


def _replace(match: re.Match[str]) -> str:
    found = match[0]
    if (written := _ASCII.get(found)) is not None:
        return written
    if found in ("-", "'"):
        return "{}" + found
    if len(found) > 1 and found[0] == "√":
        return f"$\\sqrt{{{found[1:].strip('()')}}}$"
    if found in _SCRIPTS:
        return _SCRIPTS[found]
    return formula(found) or encode_char(found)


def _replace_ascii(match: re.Match[str]) -> str:
    written = _replace(match)
    if written.isascii():
        return written
    plain = unicodedata.normalize("NFKC", match[0])
    return _greek(written) if plain == match[0] else _escape(plain, ascii_only=True)


def _greek(text: str) -> str:
    r"""Return a Greek word as mathematics, letter by letter; other text stays as it is.

    >>> _greek("αβ")
    '{$\\alpha \\beta$}'
    """
    signs: list[str] = []
    for char in unicodedata.normalize("NFD", text):
        if char in _COMMAND_OF_MARK and signs:
            signs[-1] = f"\\{_COMMAND_OF_MARK[char]}{{{signs[-1]}}}"
        elif char in COMMAND_OF_SIGN:
            signs.append(COMMAND_OF_SIGN[char])
        elif char in _LIKE_LATIN:
            signs.append(_LIKE_LATIN[char])
        else:
            return text
    return f"{{${' '.join(signs)}$}}"


def formula(signs: str) -> str:
    r"""Return mathematical signs as a formula, or "" if they are letters of a word.

    >>> print(formula("β"), formula("β\u0302"), formula("E\u20d7×p\u20d7"), repr(formula("λόγος")))
    $\beta$ $\hat{\beta}$ $\vec{E}\times\vec{p}$ ''
    """
    if signs[:1] in _HIGHER_ROOTS and len(signs) > 1:
        return f"$\\sqrt[{_HIGHER_ROOTS[signs[0]]}]{{{signs[1:].strip('()')}}}$"
    units = _UNIT.findall(signs)
    is_word = len(units) > 2 and all("Ͱ" <= base <= "῿" for base, _ in units)
    if not units or is_word or not all(_is_sign(base, marks) for base, marks in units):
        return ""
    written = f"${''.join(_marked(base, marks) for base, marks in units)}$"
    return written if signs.islower() or not signs.isalpha() else f"{{{written}}}"


def _is_sign(base: str, marks: str) -> bool:
    if base in COMMAND_OF_SIGN:
        return True
    return base.isascii() and base.isalnum() and any(mark in _MATH_MARKS for mark in marks)


def _marked(base: str, marks: str) -> str:
    written = COMMAND_OF_SIGN.get(base, base)
    for mark in marks:
        written = f"\\{_COMMAND_OF_MARK[mark]}{{{written}}}"
    return written


def encode_char(char: str) -> str:
    r"""Return one letter with its marks as a special character, or unchanged.

    >>> print(encode_char("é"), encode_char("ű"), encode_char("ấ"), encode_char("ß"))
    {\'e} {\H{u}} {\'{\^a}} {\ss}
    >>> encode_char("好")
    '好'
    """
    if char in COMMAND_OF_CHAR:
        return f"{{\\{COMMAND_OF_CHAR[char]}}}"
    if char in _LONE:
        return _LONE[char]
    letter = unicodedata.normalize("NFD", char)
    if not letter[0].isascii() and letter[0] not in COMMAND_OF_CHAR:
        return char  # a letter of another script
    base, marks = letter[0], letter[1:]
    if not 0 < len(marks) <= _MOST_MARKS or any(mark not in ACCENT_OF_MARK for mark in marks):
        return char
    inner = _base(base, marks[0])
    if inner is None:
        return char
    for mark in marks:
        command = ACCENT_OF_MARK[mark]
        bare = not command.isalpha() and (len(inner) == 1 or inner in _DOTLESS.values())
        inner = f"{{\\{command}{inner}}}" if bare else f"{{\\{command}{_braced(inner)}}}"
    return inner


def _base(base: str, mark: str) -> str | None:
    r"""Return the form of a letter beneath an accent, or None if it takes no accent.

    >>> _base("i", "\u0301"), _base("a", "\u0301")
    ('\\i', 'a')
    """
    if base in COMMAND_OF_CHAR and base.isalpha():
        return f"{{\\{COMMAND_OF_CHAR[base]}}}"
    if base in _DOTLESS and unicodedata.combining(mark) == _ABOVE:
        # The dot gives way to another accent above; i and j already have their dot.
        return None if mark == "\u0307" else _DOTLESS[base]
    return base if base.isascii() and base.isalpha() else None


def _braced(text: str) -> str:
    return text if text.startswith("{") else f"{{{text}}}"

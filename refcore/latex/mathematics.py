r"""Converts mathematics in TeX to text: Unicode with ``<sup>`` and ``<sub>`` where possible.

Source: *The TeXbook*, chapters 16 and 17: spaces in mathematics mean nothing, and
``^`` and ``_`` apply to one sign or one group.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

from refcore.latex.escapes import from_plain, less_than
from refcore.latex.mathsymbols import (
    ALPHABETS,
    FUNCTIONS,
    LAYOUTS,
    MARKS,
    OPERATORS,
    SIGNS,
    TEXTS,
    Layout,
)
from refcore.text.patterns import regex

__all__ = ["MATHEMATICS", "is_sound", "readable", "said"]

# In a title, a dollar before a character other than space opens mathematics, and one after
# such a character closes it. The text between has a sign of mathematics: "$5 and $6" has none.
MATHEMATICS: Final = regex(r"(?<!\\)\$(?!\s)(?=[^$]*[\\^_])[^$]+(?<![\s\\])\$")

_TOKEN: Final = regex(r"\\([A-Za-z]+)(\*?)|\\(.)|(\s+)|(.)", re.DOTALL)
_DEEPEST: Final = 20
_LONGEST: Final = 2_000
_TEXTS: Final = TEXTS | {"mathop"}
_UPRIGHT: Final = frozenset(
    "mathrm mathsf mathtt mathnormal mathit rm operatorname ensuremath mathup mathbin mathrel "
    "mathord mathopen mathclose displaystyle textstyle scriptstyle limits nolimits left right "
    "big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr middle it sf tt nonumber protect relax "
    "mathstrut smash boldmath unboldmath".split()
)
_FONTS: Final = frozenset("mathrm mathsf mathtt mathnormal mathit mathup operatorname".split())
# The commands of LaTeX's kernel that are right everywhere.
_PLAIN_UPRIGHT: Final = frozenset("mathrm mathsf mathtt mathnormal mathit rm left right".split())
_BOLD: Final = frozenset("mathbf boldsymbol bm pmb mathbfit bf textbf".split())
_SPACES: Final = {
    ",": "\u2009",
    ":": " ",
    ";": " ",
    " ": " ",
    ">": " ",
    "!": "",
    "/": "",
    "\n": " ",
    "quad": " ",
    "qquad": " ",
    "thinspace": "\u2009",
    "space": " ",
    "negthinspace": "",
    "enspace": " ",
}
_FRACTIONS: Final = {
    unicodedata.normalize("NFKC", char).replace("\u2044", "/"): char
    for char in "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅐⅑⅒"
}
_ROOTS: Final = {"": "√", "2": "√", "3": "∛", "4": "∜"}
_ATOM: Final = regex(r"(?:[\d.]+|.[\u0300-\u036f\u20d7]*)(?:<su[bp]>[^<]*</su[bp]>)*")
_SIMPLE: Final = regex(r"[\w.′]+")
_RELATIONS: Final = frozenset("=<>+−*")
# Two scripts of one kind at one sign, and signs with another meaning in a document.
_UNSOUND: Final = regex(
    r"[#%&$~\x00-\x1f]|[^\x00-\x7f]|(?:\^(?:\{[^{}]*\}|[^{}\\\s])\s*[\^'])|(?:_(?:\{[^{}]*\}|[^{}\\\s])\s*_)"
)
_TAG: Final = regex(r"</?\w+>")
# Signs and functions whose scripts are limits, which TeX sets above and below them.
_WITH_LIMITS: Final = frozenset("∫∬∭∮∑∏∐⋃⋂⨁⨂⨄⋁⋀") | frozenset(
    "lim limsup liminf max min sup inf argmax argmin".split()
)


def said(tex: str) -> str | None:
    r"""Return mathematics in CSL's small markup, or None if that cannot express all of it.

    >>> said(r"\alpha"), said("H_2O"), said(r"2\times2"), said(r"\sqrt{s} \le 10^{-3}")
    ('α', 'H<sub>2</sub>O', '2×2', '√s ≤ 10<sup>−3</sup>')
    >>> said(r"\frac{a+b}{c}"), said(r"\foo")
    (None, None)
    """
    text, exact, _ = _converted(tex)
    return text if exact else None


def is_sound(tex: str) -> bool:
    r"""Return whether TeX can set a formula and does nothing else: all its commands are known.

    >>> is_sound(r"\frac{a+b}{c}"), is_sound(r"\input{secret}"), is_sound("x^"), is_sound("{")
    (True, False, False, False)
    """
    return _converted(tex).is_sound


def readable(tex: str) -> str:
    r"""Return mathematics in readable form, even if markup cannot express all of it.

    >>> readable(r"\frac{a+b}{c}"), readable(r"\foo{x}")
    ('(a+b)/c', 'foox')
    """
    return _converted(tex).text


class _Converted(NamedTuple):
    """A formula's text, whether the text is complete, and whether TeX can set the formula."""

    text: str
    is_exact: bool = False
    is_sound: bool = False


@lru_cache(maxsize=1024)
def _converted(tex: str) -> _Converted:
    if len(tex) > _LONGEST:
        return _Converted(from_plain(tex))
    reader = _Reader(tex)
    text = reader.run().strip()
    sound = reader.sound and reader.fences == 0 and not _UNSOUND.search(tex)
    return _Converted(text, reader.exact and bool(text), sound)


def _has_limits(found: list[str]) -> bool:
    """Return whether a script after these texts is a limit, as in ``\\sum_{i=1}^n``.

    >>> _has_limits(["∑", "<sub>0</sub>"]), _has_limits(["2", "<sub>1</sub>"])
    (True, False)
    """
    signs = (text for text in reversed(found) if text.strip() and not text.startswith("<su"))
    return next(signs, "") in _WITH_LIMITS


class _Reader:
    """One pass over the tokens of a formula; `exact` says whether the text expresses all of it."""

    def __init__(self, tex: str) -> None:
        self.tex = tex
        self.tokens = list(_TOKEN.finditer(tex))
        self.position = 0
        self.exact = True
        self.sound = True  # TeX can set the formula
        self.fences = 0  # open \\left commands without their \\right
        self.level = 0  # depth of sub- and superscripts

    def run(self) -> str:
        found = self.sequence(0)
        while self.position < len(self.tokens):
            self.exact = self.sound = False  # a closing brace without an opening one
            self.position += 1
            found += self.sequence(0)
        return found

    def sequence(self, depth: int) -> str:
        """Read to the end or up to the brace that closes the group, without consuming the brace."""
        found: list[str] = []
        while self.position < len(self.tokens) and self.tokens[self.position][0] != "}":
            self.piece(found, depth)
        return "".join(found)

    def piece(self, found: list[str], depth: int) -> None:
        token = self.tokens[self.position]
        self.position += 1
        word, sign, space, char = token[1], token[3], token[4], token[5]
        if space:
            found.extend(self.space(found) or ())
        elif char in ("^", "_"):
            self.exact = self.exact and not _has_limits(found)
            found.append(self.script(char, depth))
        elif word in OPERATORS:
            self.operator(found, OPERATORS[word])
        elif word in FUNCTIONS:
            self.function(found, word)
        elif word in MARKS:
            found.append(self.marked(MARKS[word], depth))
        elif word is not None:
            found.append(self.command(word, depth))
        elif sign is not None:
            found.append(self.sign(sign))
        elif char == "{":
            self.position -= 1
            found.append(self.argument(depth))
        elif char == "<":
            found.append(less_than(self.tex, token.start()))
        else:
            found.append({"-": "−", "'": "′", "~": "\u00a0", "&": " "}.get(char, char))

    def space(self, found: list[str]) -> str:
        """Return a space beside operators and between words, where readers need it, else ""."""
        following = self.tokens[self.position] if self.position < len(self.tokens) else None
        before = _TAG.sub("", found[-1]) if found else ""
        if not before or following is None or before.endswith(" "):
            return ""
        operator = following[0].replace("-", "−") in _RELATIONS or following[1] in OPERATORS
        if operator or before[-1] in _RELATIONS or before[-1] in OPERATORS.values():
            return " "
        letters = "".join(found[-2:])[-2:]
        after = "".join(token[5] or " " for token in self.tokens[self.position :][:2])
        return " " if letters.isalpha() and after.isalpha() and len(letters + after) == 4 else ""

    def operator(self, found: list[str], sign: str) -> None:
        spaced = bool(found) and found[-1].endswith(" ")
        found.append(sign)
        following = self.tokens[self.position] if self.position < len(self.tokens) else None
        if following is not None and following[4]:  # the space that ends the command's name
            self.position += 1
            if spaced:
                found.append(" ")

    def function(self, found: list[str], word: str) -> None:
        """Add a function as a word, with a space between it and the letters beside it."""
        if found and found[-1][-1:].isalnum():
            found.append(" ")
        found.append(word)
        self.skip_spaces()
        following = self.tokens[self.position] if self.position < len(self.tokens) else None
        if following is not None and (following[1] or (following[5] or " ").isalnum()):
            found.append(" ")

    def skip_spaces(self) -> None:
        while self.position < len(self.tokens) and self.tokens[self.position][4]:
            self.position += 1

    def argument(self, depth: int) -> str:
        """Read a group, a command or one sign."""
        self.skip_spaces()
        while self.position < len(self.tokens) and self.tokens[self.position][1] in _FONTS:
            # In "x_\mathrm{eff}" the command's own argument is the script.
            self.position += 1
            self.skip_spaces()
        if self.position >= len(self.tokens) or depth >= _DEEPEST:
            self.exact = self.sound = False
            self.position += depth >= _DEEPEST
            return ""
        if self.tokens[self.position][0] == "}":
            self.exact = self.sound = False
            return ""
        if self.tokens[self.position][0] != "{":
            found: list[str] = []
            self.piece(found, depth + 1)
            return "".join(found)
        self.position += 1
        content = self.sequence(depth + 1)
        closed = self.position < len(self.tokens)
        self.exact, self.sound = self.exact and closed, self.sound and closed
        self.position += 1
        return content

    def script(self, char: str, depth: int) -> str:
        self.level += 1
        content = self.argument(depth)
        self.level -= 1
        if char == "^" and content in ("∘", "°"):
            return "°"
        if char == "^" and content and not content.strip("′"):
            return content
        if self.level or "<su" in content:
            self.exact = False
            plain = _TAG.sub("", content)
            return f"{char}{plain}" if len(plain) < 2 else f"{char}({plain})"
        tag = "sup" if char == "^" else "sub"
        return f"<{tag}>{content}</{tag}>" if content else ""

    def sign(self, sign: str) -> str:
        if sign in _SPACES:
            return _SPACES[sign]
        if sign == "|":
            return "‖"
        known = sign in "%&#_${}"
        self.exact, self.sound = self.exact and known, self.sound and known
        return sign if sign in "%&#_${}" else ""

    def marked(self, mark: str, depth: int) -> str:
        content = self.argument(depth)
        if not content:
            return ""
        self.exact = self.exact and len(content) == 1
        plain = {"ı": "i", "ȷ": "j"}.get(content[0], content[0]) + mark + content[1:]
        return unicodedata.normalize("NFC", plain)

    def command(self, word: str, depth: int) -> str:
        if word in SIGNS:
            self.skip_spaces()
            return SIGNS[word]
        if word in _SPACES:
            return _SPACES[word]
        if word in ALPHABETS:
            content = self.argument(depth)
            return "".join(ALPHABETS[word].get(char, char) for char in content)
        if word in _TEXTS:
            return self.text()
        if word in _UPRIGHT:
            self.skip_spaces()
            self.fences += (word == "left") - (word == "right")
            self.sound = self.sound and word in _PLAIN_UPRIGHT and self.fences >= 0
            return ""
        if word in _BOLD:
            self.skip_spaces()
            following = self.tokens[self.position : self.position + 1]
            content = self.argument(depth) if following else ""
            return f"<b>{content}</b>" if content else ""
        if word in ("frac", "tfrac", "dfrac", "nicefrac", "sfrac", "case"):
            return self.fraction(depth)
        if word == "sqrt":
            return self.root(depth)
        if word in LAYOUTS:
            return self.arranged(LAYOUTS[word], depth)
        self.exact = self.sound = False
        return word

    def text(self) -> str:
        """Read the words of a text within mathematics, where spaces count."""
        self.skip_spaces()
        if self.position >= len(self.tokens) or self.tokens[self.position][0] != "{":
            return ""
        level = 0
        found: list[str] = []
        while self.position < len(self.tokens):
            token = self.tokens[self.position]
            self.position += 1
            level += (token[0] == "{") - (token[0] == "}")
            if level == 0:
                return "".join(found)
            if token[0] not in "{}":
                plain = token[1] is None and "$" not in token[0]
                self.exact, self.sound = self.exact and plain, self.sound and plain
                found.append(" " if token[4] else token[1] or token[3] or token[0])
        self.exact = self.sound = False
        return "".join(found)

    def fraction(self, depth: int) -> str:
        above, below = self.argument(depth), self.argument(depth)
        sign = _FRACTIONS.get(f"{above}/{below}")
        if sign:
            return sign
        if _SIMPLE.fullmatch(above) and _SIMPLE.fullmatch(below):
            return f"{above}/{below}"
        self.exact = False
        return f"{_grouped(above)}/{_grouped(below)}"

    def arranged(self, layout: Layout, depth: int) -> str:
        """Return the arguments of a command as it arranges them, in plain letters."""
        self.option()
        self.exact = self.exact and layout.is_exact
        arguments = [_TAG.sub("", self.argument(depth)) for _ in range(layout.arguments)]
        return layout.text.format(*arguments)

    def option(self) -> str:
        """Read an optional argument in brackets."""
        found = ""
        self.skip_spaces()
        if self.position < len(self.tokens) and self.tokens[self.position][0] == "[":
            while self.position + 1 < len(self.tokens):
                self.position += 1
                if self.tokens[self.position][0] == "]":
                    break
                found += self.tokens[self.position][0]
            self.position += 1
        return found

    def root(self, depth: int) -> str:
        index = self.option()
        content = self.argument(depth)
        self.exact = self.exact and index in _ROOTS
        return _ROOTS.get(index, f"<sup>{index}</sup>√") + _grouped(content)


def _grouped(content: str) -> str:
    """Put more than one sign in parentheses, to show what belongs together.

    >>> _grouped("a+b"), _grouped("a")
    ('(a+b)', 'a')
    """
    return content if _ATOM.fullmatch(content) or _SIMPLE.fullmatch(content) else f"({content})"

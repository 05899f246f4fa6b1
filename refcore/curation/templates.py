"""`KeyTemplate`: a template for citation keys, in either of the two common languages."""

from __future__ import annotations

from typing import Final, Self

import attrs

from refcore.curation.context import Context
from refcore.curation.formulas import parse_formula
from refcore.curation.nodes import Node
from refcore.curation.patterns import parse_pattern
from refcore.curation.people import Dialect
from refcore.curation.spec import Next
from refcore.errors import InvalidTemplate
from refcore.model.reference import Reference
from refcore.text.ascii import Umlauts
from refcore.text.keys import safe_key
from refcore.text.patterns import regex

__all__ = ["KeyTemplate"]

_LONGEST: Final = 2000
# Text that may precede a bracket of a pattern, and a quoted text or call of a formula.
_APART: Final = regex(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|\((?:[^()]|\([^()]*\))*\)")


@attrs.frozen
class KeyTemplate:
    """A template that gives a citation key for a reference.

    Knows JabRef's patterns (``[auth:lower][year]``), which are also the older
    form of Better BibTeX's, and Better BibTeX's formulas (``auth.lower + year``).
    `text` is the template as written, `dialect` its language, `umlauts` how
    ä, ö and ü are written (``u`` or ``ue``). See docs/curation.md for the words.

    >>> from refcore.model import Authors, Date, Person
    >>> paper = Reference("x", "article-journal", "Attention Is All You Need",
    ...     Authors([Person("Ashish", "Vaswani"), Person("Noam", "Shazeer")], others=True),
    ...     issued=Date.of(2017))
    >>> KeyTemplate.parse("auth.lower + year + title.skipwords.select(1,1)").apply(paper)
    'vaswani2017Attention'
    >>> KeyTemplate.parse("[auth.etal]:[shortyear]").apply(paper)
    'Vaswani.etal:17'
    """

    text: str
    dialect: Dialect
    umlauts: Umlauts
    _root: Node = attrs.field(repr=False, eq=False)

    @classmethod
    def parse(cls, text: str, umlauts: Umlauts = "u") -> Self:
        """Read a template.

        Args:
            text: A pattern of JabRef or a formula of Better BibTeX.
            umlauts: Whether "ü" is written as "u" or "ue".

        Returns:
            The template.

        Raises:
            InvalidTemplate: The text is no template; the message says where and what was expected.

        >>> KeyTemplate.parse("auth.lowr + year")
        Traceback (most recent call last):
        refcore.errors.InvalidTemplate: the key template 'auth.lowr + year', column 6:
            found 'lowr', expected a filter: lower
        """
        if umlauts not in ("u", "ue"):
            raise InvalidTemplate(f"umlauts must be 'u' or 'ue', not {umlauts!r}")
        if not text.strip():
            raise InvalidTemplate("the key template is empty, expected one such as '[auth][year]'")
        if len(text) > _LONGEST:
            raise InvalidTemplate(
                f"the key template has {len(text)} characters, expected {_LONGEST} or fewer"
            )
        if _is_pattern(text):
            return cls(text, "pattern", umlauts, parse_pattern(text))
        return cls(text, "formula", umlauts, parse_formula(text))

    def apply(self, reference: Reference) -> str:
        """Return the key for a reference, in ASCII.

        Args:
            reference: The reference.

        Returns:
            The key, "" if the reference has none of the parts that the template names.

        >>> from refcore.model import Authors, Date, Person, Reference
        >>> authors = Authors((Person("Ann", "Lee"),))
        >>> book = Reference("x", "book", authors=authors, issued=Date.of(2020))
        >>> KeyTemplate.parse("[auth:lower][year]").apply(book)
        'lee2020'
        """
        context = Context(reference, self.dialect, self.umlauts)
        try:
            text = self._root.give(context)
        except Next:
            return ""
        key = safe_key(text, self.umlauts)
        return key if any(map(str.isalnum, key)) else ""


def _is_pattern(text: str) -> bool:
    """Return whether a bracket is outside the quotes and calls of a formula.

    >>> _is_pattern("[auth]"), _is_pattern("auth.lowr + year")
    (True, False)
    """
    return "[" in text and "[" in _APART.sub("", text)

"""Puts a capital on a term that begins a note or an entry.

Styles leave it to the processor to open a note with "Ibid." for "ibid.", and
citeproc-js does so too. A term with a text-case of its own stays as it is, and
so does a term after any other word.
"""

from __future__ import annotations

from collections.abc import Sequence

from refcore.csl.processor.tree import Inline, Span

__all__ = ["begun", "ends_sentence", "marked"]


def marked(inlines: list[Inline], cased: bool = False) -> list[Inline]:
    """Mark a term's output, so that it is found at a beginning; `cased` terms keep their case."""
    return [Span("term", "cased" if cased else "", tuple(inlines))]


def ends_sentence(prefix: str) -> bool:
    """Return whether the prefix of a cite is a sentence, rather than an abbreviation.

    >>> ends_sentence("This has been said. "), ends_sentence("Cf. "), ends_sentence("see also ")
    (True, False, False)
    """
    text = prefix.strip()
    return " " in text and text.rstrip("\"'”’")[-1:] in (".", "?", "!")


def begun(inlines: Sequence[Inline]) -> list[Inline]:
    """Return inlines with a capital if a marked term comes first.

    >>> begun(["(", *marked(["ibid."]), " ", *marked(["in"])])
    ['(', Span(kind='term', value='', children=('Ibid.',)), ' ', Span(kind='term', value='',
     children=('in',))]
    >>> begun(["see ", *marked(["ibid."])])
    ['see ', Span(kind='term', value='', children=('ibid.',))]
    """
    return _begun(inlines, in_term=False)[0]


def _begun(inlines: Sequence[Inline], *, in_term: bool) -> tuple[list[Inline], bool]:
    """Return the inlines, and whether they have a word."""
    out = list(inlines)
    for place, inline in enumerate(out):
        if isinstance(inline, Span):
            children, met = _begun(inline.children, in_term=in_term or inline[:2] == ("term", ""))
            if met:
                out[place] = inline._replace(children=tuple(children))
                return out, True
            continue
        at = next((at for at, char in enumerate(inline) if char.isalnum()), -1)
        if at >= 0:
            if in_term:
                out[place] = inline[:at] + inline[at].upper() + inline[at + 1 :]
            return out, True
    return out, False

"""Capitalises a term that begins a note or an entry.

Styles rely on the processor to print "Ibid." for "ibid." at the beginning of a note, as citeproc-js
does. A term with a text-case of its own is not changed, nor is a term after any other word.
"""

from __future__ import annotations

from collections.abc import Sequence

from refcore.csl.processor.tree import Inline, Span

__all__ = ["begun", "ends_sentence", "first_begun", "marked"]


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
    return list(_begun(inlines, in_term=False)[0])


def first_begun(parts: Sequence[list[Inline]]) -> list[list[Inline]]:
    """Return the parts of an entry; the first part with a word begins as in `begun`.

    >>> first_begun([["("], marked(["ibid."]), marked(["in"])])[1:]
    [[Span(kind='term', value='', children=('Ibid.',))], [Span(kind='term', value='',
     children=('in',))]]
    """
    for place, part in enumerate(parts):
        found, met = _begun(part, in_term=False)
        if met:
            return [*parts[:place], list(found), *parts[place + 1 :]]
    return list(parts)


def _begun(inlines: Sequence[Inline], *, in_term: bool) -> tuple[Sequence[Inline], bool]:
    """Return the inlines, the same if nothing changes, and whether they have a word."""
    for place, inline in enumerate(inlines):
        new: Inline
        if isinstance(inline, Span):
            inner = in_term or inline[:2] == ("term", "")
            children, met = _begun(inline.children, in_term=inner)
            if not met:
                continue
            if children is inline.children:
                return inlines, True
            new = Span(inline.kind, inline.value, tuple(children))
        else:
            at = next((at for at, char in enumerate(inline) if char.isalnum()), -1)
            if at < 0:
                continue
            if not in_term:
                return inlines, True
            new = inline[:at] + inline[at].upper() + inline[at + 1 :]
        return [*inlines[:place], new, *inlines[place + 1 :]], True
    return inlines, False

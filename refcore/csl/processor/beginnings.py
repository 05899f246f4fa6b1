"""A term that begins a note or an entry begins with a capital.

Styles leave it to the processor that "ibid." opens a note as "Ibid.", and so
does the common practice of citeproc-js; a term with a text-case of its own,
and one behind any other word, stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from refcore.csl.processor.tree import Inline, Span

__all__ = ["begun", "ends_sentence", "marked"]


def marked(inlines: list[Inline], cased: bool = False) -> list[Inline]:
    """Mark a term's output, so that it can be found at a beginning; `cased` ones keep theirs."""
    return [Span("term", "cased" if cased else "", tuple(inlines))]


def ends_sentence(prefix: str) -> bool:
    """Tell whether the prefix of a cite is a sentence, and not an abbreviation.

    >>> ends_sentence("This has been said. "), ends_sentence("Cf. "), ends_sentence("see also ")
    (True, False, False)
    """
    text = prefix.strip()
    return " " in text and text.rstrip("\"'”’")[-1:] in (".", "?", "!")


def begun(inlines: Sequence[Inline]) -> list[Inline]:
    """Return inlines with a capital where a marked term comes first.

    >>> begun(["(", *marked(["ibid."]), " ", *marked(["in"])])
    ['(', Span(kind='term', value='', children=('Ibid.',)), ' ', Span(kind='term', value='',
     children=('in',))]
    >>> begun(["see ", *marked(["ibid."])])
    ['see ', Span(kind='term', value='', children=('ibid.',))]
    """
    return _begun(inlines, False)[0]


def _begun(inlines: Sequence[Inline], in_term: bool) -> tuple[list[Inline], bool]:
    """Return inlines, and whether a word has been met."""
    out = list(inlines)
    for place, inline in enumerate(out):
        if isinstance(inline, Span):
            children, met = _begun(inline.children, in_term or inline[:2] == ("term", ""))
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

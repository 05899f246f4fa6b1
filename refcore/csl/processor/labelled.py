"""Numbers with labels of their own: ``vol. 2, fol. 17r``.

Source: CSL 1.0.2, "Locators". The words for a label are those of English notes.
Output has the locale's labels.
"""

from __future__ import annotations

import functools
from typing import NamedTuple

from refcore.text.patterns import regex

__all__ = ["WORDS", "Labelled", "label_of", "labelled", "labelled_value"]

# Each label with its abbreviations, which may end in a period, then its whole words.
WORDS: dict[str, tuple[str, str]] = {
    "act": ("", "act acts"),
    "appendix": ("app apps", "appendix appendices"),
    "article-locator": ("art arts", "article articles"),
    "book": ("bk bks", "book books"),
    "canon": ("can cann", "canon canons"),
    "chapter": ("ch chs chap chaps", "chapter chapters"),
    "column": ("col cols", "column columns"),
    "elocation": ("loc locs", "location locations"),
    "equation": ("eq eqs", "equation equations"),
    "figure": ("fig figs", "figure figures"),
    "folio": ("fol fols fo fos", "folio folios folium folia"),
    # before "issue", with which it shares its abbreviation in many locales
    "number": ("no nos", "number numbers"),
    "issue": ("", "issue issues"),
    "line": ("l ll", "line lines"),
    "note": ("n nn fn fnn", "note notes footnote footnotes endnote endnotes"),
    "opus": ("op opp", "opus opera"),
    "page": ("p pp pg pgs", "page pages"),
    "paragraph": ("para paras par pars", "paragraph paragraphs ¶ ¶¶"),
    "part": ("pt pts", "part parts"),
    "rule": ("r rr", "rule rules"),
    "scene": ("sc scs", "scene scenes"),
    "section": ("sec secs sect", "section sections § §§"),
    "sub-verbo": ("s.v s.vv", "sub-verbo"),
    "supplement": ("supp supps suppl", "supplement supplements"),
    "table": ("tbl tbls tab", "table tables"),
    "title-locator": ("tit titt", "title titles"),
    "verse": ("v vv vrs", "verse verses"),
    "volume": ("vol vols", "volume volumes"),
}
_OF_SHORT = {word: label for label, (short, _) in WORDS.items() for word in short.split()}
_OF_WHOLE = {word: label for label, (_, whole) in WORDS.items() for word in whole.split()}
# A period ends an abbreviation here. A number, a Roman numeral or a single letter follows.
_LABEL = regex(
    r"(?P<joint>(?:^|[,;&]|\band\b)\s{0,9})"
    r"(?P<label>(?:[A-Za-z]{1,6}|[sS]\.v{1,2})\.\s{0,9}|[A-Za-z]{3,10}\s{1,9}|(?:§§?|¶¶?)\s{0,9})"
    r"(?=[^\W\d_]{0,3}\d|[ivxlcdmIVXLCDM]+\b|[A-Za-z]\b)"
)


class Labelled(NamedTuple):
    """A label (empty if the text has none), the text that it labels, and the joint before it.

    `word` is the label as written.
    """

    label: str
    text: str
    joint: str = ""
    word: str = ""


def label_of(word: str) -> str:
    """Return the label that a word means, or an empty text if it means none.

    >>> label_of("pp."), label_of("Chapter"), label_of("ad")
    ('page', 'chapter', '')
    """
    bare = word.strip().lower()
    return _OF_SHORT.get(bare.removesuffix(".")) or _OF_WHOLE.get(bare, "")


@functools.lru_cache(maxsize=2048)
def labelled(text: str) -> tuple[Labelled, ...]:
    """Split a number at its labels.

    >>> labelled("vol. 2, fol. 17r")
    (Labelled(label='volume', text='2', joint='', word='vol.'),
     Labelled(label='folio', text='17r', joint=', ', word='fol.'))
    >>> [part.text for part in labelled("7, p. 3-8")], labelled("cf. 4")[0].label
    (['7', '3-8'], '')
    """
    parts: list[Labelled] = []
    label = joint = word = ""
    start = 0
    for match in _LABEL.finditer(text):
        found = label_of(match["label"])
        if not found:
            continue
        if match.start() > start:
            parts.append(Labelled(label, text[start : match.start()].strip(), joint, word))
        label, joint, word = found, match["joint"], match["label"].strip()
        start = match.end()
    parts.append(Labelled(label, text[start:].strip(), joint, word))
    return tuple(parts)


def labelled_value(variable: str, text: str) -> tuple[Labelled, ...]:
    """Split the value of a variable at its labels: "no. 3" is an issue, but in a locator a number.

    >>> [labelled_value(name, "no. 3")[0].label for name in ("issue", "locator")]
    ['issue', 'number']
    """
    parts = labelled(text)
    if variable == "locator":
        return parts
    return tuple(part._replace(label="issue") if part.label == "number" else part for part in parts)

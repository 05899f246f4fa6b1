"""Marks of other formats in a note, as those of Markdown: LaTeX, AsciiDoc, Wikipedia, Roam."""

from __future__ import annotations

import re

from refcore.text.patterns import regex

__all__ = ["with_headings", "with_plain_markup"]

_HREF = regex(r"\\href\{(?P<url>[^{}\s]{1,2000})\}\{(?P<text>[^{}\n]{1,400})\}")
_URL = regex(r"\\url\{(?P<url>[^{}\s]{1,2000})\}")
_ITALIC = regex(r"\\(?:emph|textit|textsl)\{([^{}\n]{1,600})\}")
_BOLD = regex(r"\\textbf\{([^{}\n]{1,600})\}")
_LIST = regex(r"\\(?:item|begin\{(?:itemize|enumerate)\}|end\{(?:itemize|enumerate)\})[ \t]*")
_ASCIIDOC = regex(r"link:(?P<url>https?://[^\s\[\]]{1,2000})\[(?P<text>[^\[\]\n]{1,400})\]")
# "[https://a.org/x On It]", as Wikipedia sets links
_EXTERNAL = regex(
    r"(?<![\[!\\])\[(?P<url>https?://[^\s\[\]]{1,2000}) (?P<text>[^\[\]\n]{1,400})\](?![(\[])"
)
_ORG_LINK = regex(r"\[\[https?://[^\s\[\]]{1,2000}\]\[")
_ORG_HEADING = regex(r"^\*{1,6}(?=[ \t]+\S)", re.MULTILINE)
_TEMPLATE = regex(r"\{\{\s?cite\s\w+\s*\|(?P<fields>[^{}]{1,4000})\}\}", re.IGNORECASE)
# "Author:: [[Ada Berg]] [[Bo Fei]]": pages side by side.
_PAGES = regex(r"^[^\n]{0,20}\bauthors?\b[^\n]{0,400}\]\][^\n]*$", re.IGNORECASE | re.MULTILINE)


def with_headings(text: str) -> str:
    """Return a text of Org mode with the headings of Markdown; stars are no bullets there.

    >>> with_headings("* Read\\n** [[https://a.org][On It]]\\n")
    '# Read\\n## [[https://a.org][On It]]\\n'
    """
    if not (text.startswith("** ") or "\n** " in text) or not _ORG_LINK.search(text):
        return text
    return _ORG_HEADING.sub(lambda stars: "#" * len(stars[0]), text)


def with_plain_markup(text: str) -> str:
    """Return a text in which links, emphasis and citations of other formats are Markdown.

    >>> with_plain_markup(r"\\item Bo Fei, \\emph{On It}, \\href{https://a.org}{pdf}")
    'Bo Fei, *On It*, [pdf](https://a.org)'
    >>> with_plain_markup("Bo Fei. [https://a.org/x On It].")
    'Bo Fei. [On It](https://a.org/x).'
    >>> with_plain_markup("{{cite arXiv |last1=Fei |first1=Bo |title=On It |eprint=2506.13585}}")
    'Bo Fei. "On It". arXiv:2506.13585'
    """
    if "\\" in text:
        text = _HREF.sub(r"[\g<text>](\g<url>)", text)
        text = _URL.sub(r"<\g<url>>", text)
        text = _BOLD.sub(r"**\1**", _ITALIC.sub(r"*\1*", _LIST.sub("", text)))
    if "link:" in text:
        text = _ASCIIDOC.sub(r"[\g<text>](\g<url>)", text)
    if "[http" in text:
        text = _EXTERNAL.sub(r"[\g<text>](\g<url>)", text)
    if "]] [[" in text:
        text = _PAGES.sub(lambda match: match[0].replace("]] [[", "]], [["), text)
    return _TEMPLATE.sub(_cited, text) if "{{cite" in text.casefold() else text


def _cited(match: re.Match[str]) -> str:
    """Return the fields of a template of Wikipedia as an entry."""
    pairs = (part.partition("=") for part in match["fields"].split("|"))
    fields = {key.strip().casefold(): " ".join(value.split()) for key, _, value in pairs}
    names = [
        f"{fields.get(f'first{number}', '')} {fields[f'last{number}']}".strip()
        for number in ("", *range(1, 100))
        if fields.get(f"last{number}")
    ]
    given = fields.get("eprint") or fields.get("arxiv", "")
    ids = [f"arXiv:{given}"] if given else []
    ids += [f"doi:{fields['doi']}"] if fields.get("doi") else []
    authors = ", ".join(names) or fields.get("vauthors", "") or fields.get("author", "")
    title = f'"{fields["title"]}"' if fields.get("title") else ""
    entry = ". ".join(part for part in (authors, title, ", ".join(ids)) if part)
    # Line breaks keep the number of lines.
    return entry + "\n" * match[0].count("\n")

"""Marks of other formats in a note, as those of Markdown: LaTeX, AsciiDoc, Wikipedia, Roam."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from refcore.text.patterns import regex

__all__ = ["MARKUPS", "Markup", "with_headings", "with_plain_markup"]

_HREF = regex(r"\\href\{(?P<url>[^{}\s]{1,2000})\}\{(?P<text>[^{}\n]{1,400})\}")
_URL = regex(r"\\url\{(?P<url>[^{}\s]{1,2000})\}")
_ITALIC = regex(r"\\(?:emph|textit|textsl)\{([^{}\n]{1,600})\}")
_UNDERLINED = regex(r"\\(?:underline|textsc|textrm|mbox|uline)\{([^{}\n]{1,600})\}")
_TIE = regex(r"(?<=[\w.,})\]])~(?=[\w\\*(])")
_BOLD = regex(r"\\textbf\{([^{}\n]{1,600})\}")
_LIST = regex(
    r"\\(?:item\b|newblock\b|bibitem(?:\[[^\[\]\n]{0,80}\])?\{[^{}\n]{0,80}\}"
    r"|(?:begin|end)\{(?:itemize|enumerate|thebibliography)\}(?:\{[^{}\n]{0,20}\})?)[ \t]*"
)
_ASCIIDOC = regex(r"link:(?P<url>https?://[^\s\[\]]{1,2000})\[(?P<text>[^\[\]\n]{1,400})\]")
# "https://a.org/x[On It]" of AsciiDoc, and "[On It|https://a.org/x]" of Jira
_BARE_ASCIIDOC = regex(
    r"(?<![\w(<\[:/\"'=])(?P<url>https?://[^\s\[\]()<>|]{1,2000})\[(?P<text>[^\[\]\n]{1,400})\](?!\()"
)
_JIRA = regex(
    r"(?<![\[!\\])\[(?P<text>[^\[\]|\n]{2,400})\|(?P<url>https?://[^\s\[\]|]{1,2000})(?:\|[^\[\]\n]{0,80})?\]"
)
# "[[https://a.org/x|On It]]" and "//On It//" of DokuWiki
_DOKU = regex(r"\[\[(?P<url>https?://[^\s\[\]|]{1,2000})\|(?P<text>[^\[\]\n]{1,400})\]\]")
_DOKU_ITALIC = regex(r"(?<![:/\w])//(?=[^\s/])([^\n]{1,400}?)(?<=[^\s/:])//(?![/\w])")
# "[b]On It[/b]", "[url=https://a.org]On It[/url]" of forums
_BBCODE_SET = regex(r"\[(?P<mark>[bi])\](?P<text>[^\[\]\n]{1,400})\[/(?P=mark)\]")
_BBCODE_LINK = regex(
    r"\[url=(?P<url>https?://[^\s\[\]]{1,2000})\](?P<text>[^\[\]\n]{1,400})\[/url\]"
)
_COLOUR = regex(r"\{color(?::[#\w]{1,20})?\}")
_ANCHOR = regex(r"\[\[\[[\w.:-]{1,40}\]\]\]\s?")
# "[https://a.org/x On It]", as Wikipedia sets links
_EXTERNAL = regex(
    r"(?<![\[!\\])\[(?P<url>https?://[^\s\[\]]{1,2000}) (?P<text>[^\[\]\n]{1,400})\](?![(\[])"
)
# "[[https://a.org/x On It]]" and "[[https://a.org/x]]" of Scaladoc and of wikis
_DOUBLE = regex(
    r"\[\[(?P<url>https?://[^\s\[\]|]{1,2000})(?:\s+(?P<text>[^\[\]\n|]{1,400}))?\]\](?!\()"
)
_OF_PAPER = regex(r"//(?:[a-z]{1,20}\.)?(?:arxiv|doi)\.org/")
# "<ref>{{cite …}}</ref>" in a sentence
_REF = regex(r"<ref(?:\s[^<>/]{0,80})?>|</ref>", re.IGNORECASE)
_REF_AGAIN = regex(r"<ref\s[^<>]{0,80}/>", re.IGNORECASE)
_ORG_LINK = regex(r"\[\[https?://[^\s\[\]]{1,2000}\]\[")
_ORG_HEADING = regex(r"^\*{1,6}(?=[ \t]+\S)", re.MULTILINE)
# "* On It  :read:paper:"
_ORG_TAGS = regex(r"(?<=\S)[ \t]+:(?:[\w@#%]{1,30}:){1,9}[ \t]*$", re.MULTILINE)
_TEMPLATE = regex(r"\{\{\s?cite\s\w+\s*\|(?P<fields>[^{}]{1,4000})\}\}", re.IGNORECASE)
# "{it:Nature} 3: 4. {browse "https://a.org"}", "{phang}": the marks of Stata's help
_SMCL_LINK = regex(r'\{browse "(?P<url>https?://[^"\s]{1,2000})"(?::(?P<text>[^{}\n]{1,400}))?\}')
_SMCL_SET = regex(r"\{(?P<mark>it|bf):(?P<text>[^{}\n]{1,600})\}")
_SMCL = regex(
    r"\{(?:\.\.\.|(?:phang|pstd|marker|p_end|hline|title:?|p2?\w{3,8})(?:[ :][^{}\n]{0,80})?)\}\n?"
)
# "Author:: [[Ada Berg]] [[Bo Fei]]": pages side by side.
_PAGES = regex(r"^[^\n]{0,20}\bauthors?\b[^\n]{0,400}\]\][^\n]*$", re.IGNORECASE | re.MULTILINE)

_ORG_DRAWER = regex(r"^[ \t]*:PROPERTIES:", re.MULTILINE)
# ":AUTHOR: Ada Berg" in a drawer, ":PROPERTIES:" and ":END:" around it
_ORG_PROPERTY = regex(r"\n[ \t]*:(?P<key>[A-Z][A-Z_]{1,20}):(?:[ \t]+(?P<value>\S.*))?(?=\n|\Z)")
_ORG_TODO = regex(r"^(\*+[ \t]+)(?:TODO|NEXT|WAITING|DONE)[ \t]+", re.MULTILINE)


def _property(match: re.Match[str]) -> str:
    """Return a property of a drawer as an item with a label; the marks around it are left out."""
    return f"\n- {match['key'].capitalize()}: {match['value']}" if match["value"] else "\n"


def with_headings(text: str) -> str:
    """Return a text of Org mode with the headings of Markdown; stars are no bullets there.

    >>> with_headings("* Read\\n** [[https://a.org][On It]]\\n")
    '# Read\\n## [[https://a.org][On It]]\\n'
    """
    if _ORG_DRAWER.search(text):
        text = _ORG_TAGS.sub("", text)
        text = _ORG_TODO.sub(r"\1", _ORG_PROPERTY.sub(_property, text))
    elif not (text.startswith("** ") or "\n** " in text) or not _ORG_LINK.search(text):
        return text
    return _ORG_HEADING.sub(lambda stars: "#" * len(stars[0]), text)


def _emphasised(match: re.Match[str]) -> str:
    mark = "*" if match["mark"] in ("it", "i") else "**"
    return f"{mark}{match['text']}{mark}"


def _linked(match: re.Match[str]) -> str:
    return f"[{match['text']}]({match['url']})" if match["text"] else match["url"]


class Markup(NamedTuple):
    """The links and emphasis of one format.

    A text that has all `signs` goes through the `steps`: a pattern, and what replaces it.
    """

    what: str
    signs: tuple[str, ...]
    steps: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...]
    before: str
    after: str


_AS_LINK: Final = r"[\g<text>](\g<url>)"
# A row sees the text as the rows above it leave it.
MARKUPS: Final = (
    Markup(
        "LaTeX",
        ("\\",),
        (
            (_HREF, _AS_LINK),
            (_URL, r"<\g<url>>"),
            (_LIST, ""),
            (_UNDERLINED, r"\1"),
            (_TIE, " "),
            (_ITALIC, r"*\1*"),
            (_BOLD, r"**\1**"),
        ),
        r"\item Bo~Fei, \emph{On It}, \url{https://a.org}",
        "Bo Fei, *On It*, <https://a.org>",
    ),
    Markup(
        "links of AsciiDoc",
        ("link:",),
        ((_ASCIIDOC, _AS_LINK),),
        "link:https://a.org[On It]",
        "[On It](https://a.org)",
    ),
    Markup(
        "DokuWiki",
        ("[[http", "|"),
        ((_DOKU, _AS_LINK), (_DOKU_ITALIC, r"*\1*")),
        "[[https://a.org/x|On It]], //Nature//",
        "[On It](https://a.org/x), *Nature*",
    ),
    Markup(
        "BBCode",
        ("[/",),
        ((_BBCODE_SET, _emphasised), (_BBCODE_LINK, _AS_LINK)),
        "[b]Bo Fei[/b], [url=https://a.org]On It[/url]",
        "**Bo Fei**, [On It](https://a.org)",
    ),
    Markup(
        "Jira",
        ("|http",),
        ((_JIRA, _AS_LINK), (_COLOUR, "")),
        "{color:red}[On It|https://a.org]{color}",
        "[On It](https://a.org)",
    ),
    Markup(
        "bare links and anchors of AsciiDoc",
        ("[", "://"),
        ((_ANCHOR, ""), (_BARE_ASCIIDOC, _AS_LINK)),
        "[[[fei]]] https://a.org[On It]",
        "[On It](https://a.org)",
    ),
    Markup(
        "links of Scaladoc and of wikis",
        ("[[http",),
        ((_DOUBLE, _linked),),
        "[[https://a.org/x On It]], [[https://a.org/y]]",
        "[On It](https://a.org/x), https://a.org/y",
    ),
    Markup(
        "external links of Wikipedia",
        ("[http",),
        ((_EXTERNAL, _AS_LINK),),
        "Bo Fei. [https://a.org/x On It].",
        "Bo Fei. [On It](https://a.org/x).",
    ),
    Markup(
        "pages of Roam side by side",
        ("]] [[",),
        ((_PAGES, lambda match: match[0].replace("]] [[", "]], [[")),),
        "Author:: [[Ada Berg]] [[Bo Fei]]",
        "Author:: [[Ada Berg]], [[Bo Fei]]",
    ),
    Markup(
        "the help of Stata",
        ('{browse "',),
        ((_SMCL_LINK, _linked), (_SMCL_SET, _emphasised), (_SMCL, "")),
        '{phang}{it:Nature} 3: 4. {browse "https://a.org"}',
        "*Nature* 3: 4. https://a.org",
    ),
)


def with_plain_markup(text: str) -> str:
    """Return a text in which links, emphasis and citations of other formats are Markdown.

    >>> with_plain_markup(r"\\item Bo Fei, \\emph{On It}, \\href{https://a.org}{pdf}")
    'Bo Fei, *On It*, [pdf](https://a.org)'
    >>> with_plain_markup("Bo Fei. [https://a.org/x On It].")
    'Bo Fei. [On It](https://a.org/x).'
    >>> with_plain_markup("see [[https://a.org/x On It]] and [[https://a.org/y]]")
    'see [On It](https://a.org/x) and https://a.org/y'
    >>> with_plain_markup("{{cite arXiv |last1=Fei |first1=Bo |title=On It |eprint=2506.13585}}")
    'Bo Fei. “On It”. arXiv:2506.13585'
    """
    for markup in MARKUPS:
        if all(sign in text for sign in markup.signs):
            for pattern, instead in markup.steps:
                text = pattern.sub(instead, text)
    if "{{cite" not in text.casefold():
        return text
    return _TEMPLATE.sub(_cited, _REF.sub("<br>", _REF_AGAIN.sub("", text)))


def _cited(match: re.Match[str]) -> str:
    """Return the fields of a template of Wikipedia as an entry."""
    pairs = (part.partition("=") for part in match["fields"].split("|"))
    fields = {key.strip().casefold(): " ".join(value.split()) for key, _, value in pairs}
    numbers = ("", *range(1, 100))
    names = [name for number in numbers if (name := _name_of(fields, number))]
    given = fields.get("eprint") or fields.get("arxiv", "")
    ids = [f"arXiv:{given}"] if given else []
    ids += [f"doi:{fields['doi']}"] if fields.get("doi") else []
    url = fields.get("url", "")
    ids += [url] if not ids and _OF_PAPER.search(url) else []
    authors = ", ".join(names) or fields.get("vauthors", "")
    title = f"“{fields['title']}”" if fields.get("title") else ""
    entry = ". ".join(part for part in (authors, title, ", ".join(ids)) if part)
    # Line breaks keep the number of lines.
    return entry + "\n" * match[0].count("\n")


def _name_of(fields: Mapping[str, str], number: str | int) -> str:
    """Return the name of an author of a template by its number.

    >>> _name_of({"last2": "Fei", "first2": "Bo"}, 2), _name_of({"author": "Bo Fei"}, "")
    ('Bo Fei', 'Bo Fei')
    """
    given, family = fields.get(f"first{number}", ""), fields.get(f"last{number}", "")
    return f"{given} {family}".strip() if family else fields.get(f"author{number}", "")

"""A Markdown document as an HTML page, with the output of refcore unchanged."""

from __future__ import annotations

import functools
import html
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from refcore.errors import UnreadableInput
from refcore.latex import decode
from refcore.text import hypertext
from refcore.text.hypertext import Html

__all__ = ["page"]

_STYLE = (
    "body{max-width:42em;margin:2em auto;padding:0 1em;line-height:1.5;font-family:serif}"
    ".footnotes{font-size:0.9em}sub,sup{line-height:0}table{border-collapse:collapse}"
    "td,th{padding:0.2em 0.7em;border-bottom:1px solid;text-align:left}"
)


_TAG: Final = re.compile(r"&lt;(/?(?:su[bp]|i|b))&gt;")
# The places of printed texts, as `refcore.documents.render` marks them.
_MARK: Final = re.compile(
    "<p>(?P<alone>\ue000[^\ue000\ue001]*\ue001)</p>|(?P<mark>\ue000[^\ue000\ue001]*\ue001)"
)
_MOST_QUOTES: Final = (
    2_000  # quotes of a paragraph; the time to set them grows with the square of their number
)
# Where one of the parser's rules for text inside a block may begin, and "]", the end of a label.
_SIGN: Final = re.compile(r"[\n\\`~*_\[\]$]|[!^](?=\[)|&(?=[#A-Za-z])|<(?=[^\s<])")
_ADDRESS: Final = re.compile(r"<(?=[\w.+-]+[:@])")
# What takes the parser's time, and how much of it a page may have.
_MOST: Final[tuple[tuple[str, Callable[[str], int], int], ...]] = (
    ("lines", lambda text: len(text.splitlines()), 25_000),
    ("opening brackets", lambda text: text.count("["), 50_000),
    ("signs of Markdown", lambda text: sum(1 for _ in _SIGN.finditer(text)), 100_000),
    ("addresses in angle brackets", lambda text: sum(1 for _ in _ADDRESS.finditer(text)), 15_000),
)
_NO_CASE: Final = re.compile(r"&lt;span class=&quot;nocase&quot;&gt;(.*?)&lt;/span&gt;", re.DOTALL)


def _formula(_: object, tokens: Sequence[Any], place: int, *__: object) -> str:
    """Return the formula of a token as HTML that says whether it is displayed, as pandoc's does."""
    token = tokens[place]
    is_block = token.type == "math_block"
    kind = "inline" if token.type == "math_inline" else "display"
    shown = f'<span class="math {kind}">{_said(token.content.strip(), kind)}</span>'
    return f"<p>{shown}</p>\n" if is_block else shown


@functools.lru_cache(maxsize=4096)  # a document has the same few symbols again and again
def _said(formula: str, kind: str) -> str:
    """Return a formula in HTML, or as TeX for MathJax and KaTeX where HTML cannot say it.

    >>> _said("x^2 < a_i", "inline")
    'x<sup>2</sup> &lt; a<sub>i</sub>'
    >>> print(_said(r"\\int_0^1 f", "display"))
    \\[\\int_0^1 f\\]
    """
    said = decode(f"${formula}$")
    if "$" not in said and "\\" not in said:
        return _TAG.sub(r"<\1>", _NO_CASE.sub(r"\1", html.escape(said)))
    start, end = ("\\[", "\\]") if kind == "display" else ("\\(", "\\)")
    return f"{start}{html.escape(formula)}{end}"


def _words(state: Any, is_silent: bool) -> bool:
    """Read the text before the next sign. The parser's own rule stops at signs of others too.

    Source: the rule "text" of markdown-it, which this one replaces.
    """
    sign = _SIGN.search(state.src, state.pos, state.posMax)
    end = sign.start() if sign else state.posMax
    if end == state.pos:
        return False
    if not is_silent:
        state.pending += state.src[state.pos : end]
    state.pos = end
    return True


def _quotes(state: Any) -> None:
    """Set the quotation marks of each paragraph; one with too many of them keeps its own."""
    from markdown_it.rules_core import smartquotes

    tokens = state.tokens
    state.tokens = [
        token
        for token in tokens
        if token.content.count("'") + token.content.count('"') <= _MOST_QUOTES
    ]
    smartquotes(state)
    state.tokens = tokens


def _text_of(found: re.Match[str], printed: Mapping[str, str]) -> str:
    """Return the text that a mark represents, without a paragraph around it: a list is a block."""
    mark = found["alone"] or found["mark"]
    return printed.get(mark, found[0])


def page(markdown: str, printed: Mapping[str, str], title: str, language: str) -> str:
    """Return a page; each mark in `printed` becomes its HTML.

    Raises `UnreadableInput` for a document with more lines or signs than can be set in time.

    >>> print(page("A *b* \\ue0000\\ue001.", {"\\ue0000\\ue001": "<i>c</i>"}, "T", "en"))
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>T</title>
    <style>...</style>
    </head>
    <body>
    <p>A <em>b</em> <i>c</i>.</p>
    </body>
    </html>
    """
    for what, counted, most in _MOST:
        count = counted(markdown)
        if count > most:
            raise UnreadableInput(f"a document of {count:,} {what}; a page has at most {most:,}")
    from markdown_it import MarkdownIt
    from mdit_py_plugins.container import container_plugin
    from mdit_py_plugins.deflist import deflist_plugin
    from mdit_py_plugins.dollarmath import dollarmath_plugin
    from mdit_py_plugins.footnote import footnote_plugin

    reader = MarkdownIt("commonmark", {"html": True, "typographer": True})
    reader.enable(["table", "strikethrough", "smartquotes", "replacements"])
    reader.use(footnote_plugin).use(deflist_plugin)
    reader.use(
        dollarmath_plugin,
        allow_labels=False,
        allow_space=False,
        allow_digits=False,
        double_inline=True,
    )
    for rule in ("math_inline", "math_inline_double", "math_block"):
        reader.add_render_rule(rule, _formula)
    reader.use(container_plugin, "div", validate=lambda *_: True)
    reader.core.ruler.at("smartquotes", _quotes)
    reader.inline.ruler.at("text", _words)
    body = _MARK.sub(lambda found: _text_of(found, printed), reader.render(markdown))
    return hypertext.page(
        Html(body.rstrip("\n")), title=title, language=language or "en", style=_STYLE
    )

"""A Markdown document as an HTML page, with the output of refcore unchanged."""

from __future__ import annotations

from collections.abc import Mapping

from refcore.text import hypertext
from refcore.text.hypertext import Html

__all__ = ["page"]

_STYLE = (
    "body{max-width:42em;margin:2em auto;padding:0 1em;line-height:1.5;font-family:serif}"
    ".footnotes{font-size:0.9em}sub,sup{line-height:0}table{border-collapse:collapse}"
    "td,th{padding:0.2em 0.7em;border-bottom:1px solid;text-align:left}"
)


def page(markdown: str, printed: Mapping[str, str], title: str, language: str) -> str:
    """Return a page; each mark in `printed` becomes its HTML.

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
    from markdown_it import MarkdownIt
    from mdit_py_plugins.container import container_plugin
    from mdit_py_plugins.deflist import deflist_plugin
    from mdit_py_plugins.footnote import footnote_plugin

    reader = MarkdownIt("commonmark", {"html": True, "typographer": True})
    reader.enable(["table", "strikethrough", "smartquotes", "replacements"])
    reader.use(footnote_plugin).use(deflist_plugin)
    reader.use(container_plugin, "div", validate=lambda *_: True)
    body = reader.render(markdown)
    for mark, text in printed.items():
        # A list of entries is a block: the paragraph around its mark goes.
        body = body.replace(f"<p>{mark}</p>", text).replace(mark, text)
    return hypertext.page(
        Html(body.rstrip("\n")), title=title, language=language or "en", style=_STYLE
    )

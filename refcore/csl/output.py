"""Inlines to text, HTML, Markdown and LaTeX, each with its own escapes.

reStructuredText and Typst are in `refcore.csl.output_markup`.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence

import attrs

from refcore.csl.engine import Layout
from refcore.csl.inlines import Inline, Link, Run, Text, plain_text, printed_lines, with_links
from refcore.csl.marks import clean
from refcore.csl.output_markup import restructured, restructured_entries, typst, typst_entries
from refcore.errors import UnknownFormat

__all__ = ["OUTPUTS", "Output", "output_named"]


@attrs.frozen
class Output:
    """An output format: how inlines print, and how entries make a bibliography.

    `entries` takes pairs of key and printed entry, and whether the style
    numbers its entries; `numbers_itself` tells that the format then does so,
    and wants no number in the text. `labelled` puts what stands in the margin
    before its entry, `laid_out` sets the entries as a style's layout wants
    them, where the format can.
    """

    name: str
    inlines: Callable[[tuple[Inline, ...]], str]
    entries: Callable[[Sequence[tuple[str, str]], bool], str]
    numbers_itself: bool = False
    labelled: Callable[[str, str], str] = "{} {}".format
    laid_out: Callable[[Sequence[tuple[str, str]], Layout], str] | None = None


def output_named(name: str) -> Output:
    """Give the output of a name; raises `UnknownFormat`, naming all."""
    for output in OUTPUTS:
        if output.name == name.casefold():
            return output
    known = ", ".join(output.name for output in OUTPUTS)
    raise UnknownFormat(f"there is no output {name!r}; known are: {known}")


def _text(inlines: tuple[Inline, ...]) -> str:
    return "\n".join(
        " " * 4 * indented + line for indented, line in printed_lines(inlines, plain_text)
    )


def _lines(entries: Sequence[tuple[str, str]], _: bool) -> str:
    return "\n".join(entry for _, entry in entries)


# HTML

# What is longer is no label, but the first part of an entry.
_WIDEST_LABEL = 12
_HTML_RUNS = {
    Run.ITALIC: ("<i>", "</i>"),
    Run.BOLD: ("<b>", "</b>"),
    Run.UNDERLINE: ('<span style="text-decoration:underline;">', "</span>"),
    Run.SUPERSCRIPT: ("<sup>", "</sup>"),
    Run.SUBSCRIPT: ("<sub>", "</sub>"),
    Run.SMALL_CAPS: ('<span style="font-variant:small-caps;">', "</span>"),
}


def _html(inlines: tuple[Inline, ...]) -> str:
    lines = printed_lines(with_links(inlines), _html_line)
    if len(lines) == 1 and not lines[0][0]:
        return lines[0][1]
    return "".join(map(_html_block, lines))


def _html_block(line: tuple[bool, str]) -> str:
    indented, content = line
    if indented:
        return f'<div class="csl-indent" style="margin-left:2em">{content}</div>'
    return f'<div class="csl-block">{content}</div>'


def _html_line(inlines: tuple[Inline, ...]) -> str:
    return "".join(map(_html_one, inlines))


def _html_one(inline: Inline) -> str:
    if isinstance(inline, Text):
        return html.escape(inline.text)
    content = "".join(_html_one(child) for child in inline.children)
    if isinstance(inline, Link):
        return f'<a href="{html.escape(inline.url)}">{content}</a>'
    start, end = _HTML_RUNS[inline.run]
    return f"{start}{content}{end}"


def _html_entries(entries: Sequence[tuple[str, str]], _: bool) -> str:
    return _html_laid_out(entries, Layout())


def _html_laid_out(entries: Sequence[tuple[str, str]], layout: Layout) -> str:
    heads = [f"line-height:{layout.line_spacing}"] if layout.line_spacing > 1 else []
    if 0 < layout.label_width <= _WIDEST_LABEL:
        heads.append(f"--csl-label:{layout.label_width + 1}ch")
    head = ";".join(heads)
    styles = []
    if layout.entry_spacing > 1:
        styles.append(f"margin-bottom:{layout.entry_spacing - 1}em")
    if layout.hanging_indent:
        styles.append("padding-left:2em;text-indent:-2em")
    if layout.second_field_align:
        styles.append("display:flex;gap:0.5em")
    style = ";".join(styles)
    lines = [
        f'  <div class="csl-entry" id="ref-{_html_id(key)}"{_html_style(style)}>{entry}</div>'
        for key, entry in entries
    ]
    return "\n".join([f'<div class="csl-bib-body"{_html_style(head)}>', *lines, "</div>"])


def _html_style(style: str) -> str:
    return f' style="{style}"' if style else ""


def _html_labelled(label: str, entry: str) -> str:
    return (
        '<div class="csl-left-margin" style="min-width:var(--csl-label,min-content)">'
        f"{label}</div> "
        f'<div class="csl-right-inline">{entry}</div>'
    )


def _html_id(key: str) -> str:
    """Give a key as part of an id, which holds no white space."""
    return html.escape(re.sub(r"\s", "_", clean(key)))


# Markdown

_MARKDOWN_RUNS = {
    Run.ITALIC: ("*", "*"),
    Run.BOLD: ("**", "**"),
    Run.UNDERLINE: ("<u>", "</u>"),
    Run.SUPERSCRIPT: ("<sup>", "</sup>"),
    Run.SUBSCRIPT: ("<sub>", "</sub>"),
    Run.SMALL_CAPS: ('<span style="font-variant:small-caps;">', "</span>"),
}
_MARKDOWN_SPECIAL = re.compile(r"[\\`*_\[\]<>&~$|^{}@]")
_MARKDOWN_START = re.compile(r"(?:[#+=-]|(?<=\d)[.)](?=\s|$))")


def _markdown(inlines: tuple[Inline, ...]) -> str:
    # A backslash at its end breaks a line; what the first one begins is seen to with its entry.
    return "\\\n".join(
        "&emsp;" * indented + (_not_a_block(line) if place else line)
        for place, (indented, line) in enumerate(printed_lines(with_links(inlines), _markdown_line))
    )


def _markdown_line(inlines: tuple[Inline, ...]) -> str:
    return "".join(map(_markdown_one, inlines))


def _markdown_one(inline: Inline) -> str:
    if isinstance(inline, Text):
        return _MARKDOWN_SPECIAL.sub(r"\\\g<0>", inline.text)
    if isinstance(inline, Link):
        return f"<{inline.url}>"
    content = "".join(_markdown_one(child) for child in inline.children)
    start, end = _MARKDOWN_RUNS[inline.run]
    inner = content.strip()
    if not inner:
        return content
    before, _, after = content.partition(inner)
    return f"{before}{start}{inner}{end}{after}"


def _markdown_entries(entries: Sequence[tuple[str, str]], _: bool) -> str:
    return "\n\n".join(_not_a_block(entry) for _, entry in entries)


def _not_a_block(entry: str) -> str:
    """Keep an entry from being read as a heading, a list item or a rule."""
    number = re.match(r"\d+(?=[.)])", entry)
    if number:
        return f"{number[0]}\\{entry[number.end() :]}"
    return f"\\{entry}" if entry[:1] in tuple("#+=-") else entry


# LaTeX

_LATEX_RUNS = {
    Run.ITALIC: "textit",
    Run.BOLD: "textbf",
    Run.UNDERLINE: "underline",
    Run.SUPERSCRIPT: "textsuperscript",
    Run.SUBSCRIPT: "textsubscript",
    Run.SMALL_CAPS: "textsc",
}
_LATEX_SPECIAL = {
    "\\": r"\textbackslash{}",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    "`": r"\textasciigrave{}",
    "\u00a0": "~",
    **{char: f"\\{char}" for char in "{}$&#%_"},
}


def _latex_escape(text: str) -> str:
    escaped = "".join(_LATEX_SPECIAL.get(char, char) for char in text)
    return escaped.replace("--", "-{}-").replace("--", "-{}-")


def _latex(inlines: tuple[Inline, ...]) -> str:
    return "\\newline\n".join(
        "\\hspace*{2em}" * indented + line
        for indented, line in printed_lines(with_links(inlines), _latex_line)
    )


def _latex_line(inlines: tuple[Inline, ...]) -> str:
    return "".join(map(_latex_one, inlines))


def _latex_one(inline: Inline) -> str:
    if isinstance(inline, Text):
        return _latex_escape(inline.text)
    if isinstance(inline, Link):
        # \url is of hyperref and url, which not every document loads.
        return _latex_escape(plain_text(inline.children))
    content = "".join(_latex_one(child) for child in inline.children)
    return f"\\{_LATEX_RUNS[inline.run]}{{{content}}}"


def _latex_entries(entries: Sequence[tuple[str, str]], numbered: bool) -> str:
    widest = "9" * len(str(len(entries)))
    head = [f"\\begin{{thebibliography}}{{{widest}}}"]
    if not numbered:
        # The style has no numbers, so the environment prints none.
        head = [
            "\\begin{thebibliography}{}",
            "\\makeatletter\\renewcommand\\@biblabel[1]{}\\makeatother",
        ]
    items = [f"\\bibitem{{{_latex_key(key)}}} {entry}" for key, entry in entries]
    return "\n".join([*head, *items, "\\end{thebibliography}"])


def _latex_key(key: str) -> str:
    return re.sub(r"[^\w:./+*?!@()=-]", "-", key)


OUTPUTS: tuple[Output, ...] = (
    Output("text", _text, _lines),
    Output("html", _html, _html_entries, labelled=_html_labelled, laid_out=_html_laid_out),
    Output("markdown", _markdown, _markdown_entries),
    Output("latex", _latex, _latex_entries, numbers_itself=True),
    Output("rst", restructured, restructured_entries),
    Output("typst", typst, typst_entries),
)

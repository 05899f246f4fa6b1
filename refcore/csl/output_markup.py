"""Inlines to reStructuredText and Typst."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from refcore.csl.inlines import Inline, Link, Run, Text, plain_text, printed_lines, with_links

__all__ = ["restructured", "restructured_entries", "typst", "typst_entries"]

# reStructuredText

# Those without a mark have no standard role and print as plain text.
_RST_RUNS = {
    Run.ITALIC: ("*", "*"),
    Run.BOLD: ("**", "**"),
    Run.SUPERSCRIPT: (":sup:`", "`"),
    Run.SUBSCRIPT: (":sub:`", "`"),
}
_RST_SPECIAL = re.compile(r"[\\`*_|]")
# What would begin a list, a directive, an option or a field.
_RST_BLOCK = re.compile(
    r"(?:\(?(?:[A-Za-z0-9]+|#)[.)]|[-+•‣⁃])(?=\s|$)|\.\.(?=\s|$)|>>>|-|/|:(?=[^:`]+:(?:\s|$))|([=~^\"'#])\1{2}"
)


def restructured(inlines: tuple[Inline, ...]) -> str:
    r"""Give inlines as reStructuredText.

    It cannot nest one inline in another, so the innermost run counts. Marks
    stand between escaped spaces, which print nothing, where text touches them.

    >>> from refcore.csl.inlines import Styled
    >>> restructured((Text("H"), Styled(Run.SUBSCRIPT, (Text("2"),)), Text("O_x *")))
    'H\\ :sub:`2`\\ O\\_x \\*'
    """
    lines = printed_lines(with_links(inlines), _rst_line)
    return "\n".join(" " * 4 * indented + line for indented, line in lines)


def _rst_line(inlines: tuple[Inline, ...]) -> str:
    pieces = list(_rst_pieces(inlines, None))
    printed = ""
    for place, (before, text, after) in enumerate(pieces):
        inner = text.strip()
        if not before or not inner:
            printed += _rst_escape(text) if not before else text
            continue
        lead, _, trail = text.partition(inner)
        printed += lead
        following = trail or next((piece[1] for piece in pieces[place + 1 :] if piece[1]), "")
        joint = "" if not printed or printed[-1].isspace() or printed.endswith("\\ ") else "\\ "
        end = "" if not following or following[0].isspace() else "\\ "
        body = inner if before == "`" else _rst_escape(inner)
        printed += f"{joint}{before}{body}{after}{end}{trail}"
    return printed


def _rst_pieces(inlines: tuple[Inline, ...], run: Run | None) -> Iterator[tuple[str, str, str]]:
    """Give each stretch of text with the marks around it."""
    for inline in inlines:
        if isinstance(inline, Text):
            before, after = _RST_RUNS.get(run, ("", "")) if run else ("", "")
            yield before, inline.text, after
        elif isinstance(inline, Link):
            shown = _rst_escape(plain_text(inline.children))
            yield "`", f"{shown} <{_RST_SPECIAL.sub(_escaped, inline.url)}>", "`__"
        else:
            inner = inline.run if inline.run in _RST_RUNS else run
            yield from _rst_pieces(inline.children, inner)


def _escaped(match: re.Match[str]) -> str:
    return f"\\{match[0]}"


def _rst_escape(text: str) -> str:
    return _RST_SPECIAL.sub(_escaped, text)


def restructured_entries(entries: Sequence[tuple[str, str]], _: bool) -> str:
    """Give entries as paragraphs that are read as nothing else."""
    return "\n\n".join(_rst_paragraph(entry) for _, entry in entries)


def _rst_paragraph(entry: str) -> str:
    entry = entry.lstrip(" ") if "\n" not in entry else entry
    if "\n" in entry:
        return "\n".join(f"| {line}" for line in entry.split("\n"))  # A line block.
    if _RST_BLOCK.match(entry):
        entry = f"\\{entry}"
    # Two colons at the end would announce a literal block.
    return f"{entry[:-1]}\\:" if entry.endswith("::") else entry


# Typst

_TYPST_RUNS = {
    Run.ITALIC: "emph",
    Run.BOLD: "strong",
    Run.UNDERLINE: "underline",
    Run.SUPERSCRIPT: "super",
    Run.SUBSCRIPT: "sub",
    Run.SMALL_CAPS: "smallcaps",
}
_TYPST_SPECIAL = re.compile(
    r"[\\#$*_`<>@\[\]~\"']"
    r"|-(?=[-?])|(?<![^\W_])-(?=\d)|(?<=-)-"
    r"|/(?=[/*])|(?<=\*)/|\.(?=\.\.)"
)
_TYPST_BLOCK = re.compile(r"=+(?=\s|$)|[-+/](?=\s|$)|(?<!\d)\d+(?=\.(?:\s|$))")


def typst(inlines: tuple[Inline, ...]) -> str:
    r"""Give inlines as Typst markup.

    A semicolon ends each function, so that text behind it is no argument.

    >>> from refcore.csl.inlines import Styled
    >>> typst((Styled(Run.ITALIC, (Text("A_b"),)), Text("(#2)")))
    '#emph[A\\_b];(\\#2)'
    """
    first, *others = [
        "#h(2em)" * indented + line
        for indented, line in printed_lines(with_links(inlines), _typst_line)
    ]
    return " \\\n".join([first, *map(_typst_paragraph, others)])


def _typst_line(inlines: tuple[Inline, ...]) -> str:
    return "".join(map(_typst_one, inlines))


def _typst_one(inline: Inline) -> str:
    if isinstance(inline, Text):
        return _TYPST_SPECIAL.sub(_escaped, inline.text).replace("\u00a0", "~")
    content = "".join(_typst_one(child) for child in inline.children)
    if isinstance(inline, Link):
        url = inline.url.replace("\\", "\\\\").replace('"', '\\"')
        return f'#link("{url}")[{content}];'
    # Text in a content block begins a line for Typst.
    return f"#{_TYPST_RUNS[inline.run]}[{_typst_paragraph(content)}];"


def typst_entries(entries: Sequence[tuple[str, str]], _: bool) -> str:
    """Give entries as paragraphs that are read as nothing else."""
    return "\n\n".join(_typst_paragraph(entry) for _, entry in entries)


def _typst_paragraph(entry: str) -> str:
    match = _TYPST_BLOCK.match(entry)
    if match is None:
        return entry
    if match[0].isdigit():
        return f"{match[0]}\\{entry[match.end() :]}"
    return f"\\{entry}"

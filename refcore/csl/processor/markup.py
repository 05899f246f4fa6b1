"""Reads CSL's small markup in field texts into a tree of inlines.

Source: CSL 1.0.2, "Rich Text Markup" (``<i> <b> <sup> <sub>``, small caps,
``<span class="nocase">``). All other markup is text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refcore.csl.processor.tree import Inline, Span
from refcore.latex.mathematics import MATHEMATICS, readable
from refcore.text.patterns import regex

__all__ = ["parse_markup"]

# Placeholders for a formula and for a dollar while tags are read; no field has them.
_PLACE, _DOLLAR = "\ufdd0", "\ufdd1"
_TAG = regex(r"<(/?)(i|b|sup|sub|sc|span)(?:\s+([^<>]*))?>")
_ATTRIBUTE = regex(r"""(class|style)\s*=\s*(["'])([^"']*)\2\s*""")
_SPANS = {
    "i": ("font-style", "markup:italic"),
    "b": ("font-weight", "markup:bold"),
    "sup": ("vertical-align", "markup:sup"),
    "sub": ("vertical-align", "markup:sub"),
    "sc": ("font-variant", "markup:small-caps"),
}
# Tags nested deeper are text, so that no text makes a tree too deep to walk.
_DEEPEST = 24


def parse_markup(text: str) -> tuple[Inline, ...]:
    """Return a field's text as inlines; a tag that never closes, or crosses another, is text.

    >>> parse_markup("The <i>Titanic</i> < 2")
    ('The ', Span(kind='font-style', value='markup:italic', children=('Titanic',)), ' < 2')
    >>> parse_markup("a <i>b <b>c</i> d</b>")
    ('a ', Span(kind='font-style', value='markup:italic', children=('b <b>c',)), ' d</b>')
    >>> parse_markup("<script>alert(1)</script>")
    ('<script>alert(1)</script>',)
    """
    if "$" in text and (formulas := list(MATHEMATICS.finditer(text))):
        return _with_formulas(text, formulas)
    if "<" not in text:
        return (text,) if text else ()
    tags = list(_TAG.finditer(text))
    pairs = _paired(tags)
    return _built(text, tags, pairs)


def _with_formulas(text: str, formulas: list[re.Match[str]]) -> tuple[Inline, ...]:
    """Return text as inlines, with each formula as a span that has its readable form."""
    held: list[str] = []
    pieces: list[str] = []
    end = 0
    for formula in formulas:
        held.append(formula[0].strip("$"))
        pieces += (text[end : formula.start()], _PLACE)
        end = formula.end()
    pieces.append(text[end:])
    waiting = iter(held)
    return tuple(_filled(parse_markup("".join(pieces).replace("$", _DOLLAR)), waiting))


def _filled(inlines: tuple[Inline, ...], formulas: Iterator[str]) -> Iterator[Inline]:
    for inline in inlines:
        if isinstance(inline, Span):
            yield inline._replace(children=tuple(_filled(inline.children, formulas)))
            continue
        first, *others = inline.replace(_DOLLAR, "$").split(_PLACE)
        if first:
            yield first
        for other in others:
            tex = next(formulas, "")
            children = parse_markup(readable(tex).replace("$", ""))
            yield Span("math", tex, children)
            if other:
                yield other


def _paired(tags: list[re.Match[str]]) -> dict[int, int]:
    """Return the places of the tags with an effect: opening to closing."""
    pairs: dict[int, int] = {}
    open_tags: dict[str, list[int]] = {}
    stack: list[int] = []
    for place, tag in enumerate(tags):
        name = tag[2]
        if not tag[1]:
            if len(stack) < _DEEPEST * 4:
                stack.append(place)
                open_tags.setdefault(name, []).append(place)
            continue
        if tag[3] or not open_tags.get(name):
            continue
        opening = open_tags[name][-1]
        while stack and stack[-1] >= opening:
            open_tags[tags[stack[-1]][2]].remove(stack[-1])
            stack.pop()
        if _span_of(tags[opening]) is not None:
            pairs[opening] = place
    return pairs


def _built(text: str, tags: list[re.Match[str]], pairs: dict[int, int]) -> tuple[Inline, ...]:
    closings = {closing: opening for opening, closing in pairs.items()}
    levels: list[list[Inline]] = [[]]
    shallow: set[int] = set()
    start = 0
    for place, tag in enumerate(tags):
        if place in pairs and len(levels) <= _DEEPEST:
            _add(levels[-1], text[start : tag.start()])
            levels.append([])
            shallow.add(place)
        elif closings.get(place) in shallow:
            _add(levels[-1], text[start : tag.start()])
            children = tuple(levels.pop())
            kind, value = _span_of(tags[closings[place]]) or ("", "")
            if children:
                levels[-1].append(Span(kind, value, children))
        else:
            continue
        start = tag.end()
    _add(levels[0], text[start:])
    return tuple(levels[0])


def _add(level: list[Inline], text: str) -> None:
    if text:
        level.append(text)


def _span_of(tag: re.Match[str]) -> tuple[str, str] | None:
    """Return the formatting of an opening tag; a span of another class or style has none."""
    name, attributes = tag[2], (tag[3] or "").strip()
    if name != "span":
        return None if attributes else _SPANS[name]
    found = _ATTRIBUTE.fullmatch(attributes)
    if found is None:
        return None
    value = re.sub(r"\s", "", found[3]).rstrip(";")
    if (found[1], value) == ("class", "nocase"):
        return "nocase", "true"
    if (found[1], value) == ("class", "nodecor"):
        return "nodecor", "true"
    if (found[1], value) == ("style", "font-variant:small-caps"):
        return _SPANS["sc"]
    return None

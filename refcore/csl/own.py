"""refcore's own processor behind the interface of the engines."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs

from refcore.csl.engine import Cite, Entry, Layout, Rendering
from refcore.csl.inlines import Inline, Run, Styled, Text, flip_flopped, plain_text
from refcore.csl.items import variables_of
from refcore.csl.languages import locale_named
from refcore.csl.marks import clean
from refcore.csl.processor.compiled import CompiledStyle, compiled
from refcore.csl.processor.context import Cite as ItemCite
from refcore.csl.processor.display import with_lines
from refcore.csl.processor.document import Processor
from refcore.csl.processor.locales import Locale
from refcore.csl.processor.punctuation import Token, mended, tokens_of
from refcore.csl.processor.quotes import Quotes
from refcore.csl.processor.tree import Inline as Node
from refcore.csl.processor.tree import Span
from refcore.csl.styles import Style
from refcore.errors import StyleError
from refcore.formats.csljson import reference_to_item
from refcore.model.reference import Reference

__all__ = [
    "Own",
    "cleaned",
    "compiled_style",
    "inlines_of",
    "item_of_reference",
    "layout_of",
    "rendering_of",
]

_RUNS = {
    "font-style": Run.ITALIC,
    "font-weight": Run.BOLD,
    "font-variant": Run.SMALL_CAPS,
    "text-decoration": Run.UNDERLINE,
}
_RAISED = {"sup": Run.SUPERSCRIPT, "sub": Run.SUBSCRIPT}
_NAME_PARTS = frozenset(
    "family given literal suffix dropping-particle non-dropping-particle".split()
)
_UPRIGHT = frozenset({"normal", "none", "baseline", ""})


class Own:
    """The processor of `refcore.csl.processor`, see `refcore.csl.engine.Engine`."""

    def bibliography(
        self, style: Style, references: Sequence[Reference], locale: str | None
    ) -> Rendering:
        """Render all references, sorted as the style wants it."""
        if not style.has_bibliography:
            raise StyleError(f"the style {style.name} has citations only, no bibliography")
        processor = _processor(style, references, locale)
        places = {str(place): place for place in range(len(references))}
        entries = rendering_of(processor, places)
        named = [_named(entry, references[entry.index]) for entry in entries]
        warnings = [
            f"{references[new.index].key}: the style sets nothing; set without it"
            for old, new in zip(entries, named, strict=True)
            if new is not old
        ]
        return Rendering(tuple(named), tuple(warnings), layout_of(processor.style))

    def cite(
        self,
        style: Style,
        references: Sequence[Reference],
        cluster: Sequence[int],
        locale: str | None,
    ) -> Cite:
        """Render one citation of the references at these places, numbered within all."""
        processor = _processor(style, references, locale)
        nodes = processor.cite_one([ItemCite(str(place)) for place in cluster])
        return Cite(inlines_of(nodes, processor.locale))


def rendering_of(processor: Processor, places: Mapping[str, int]) -> tuple[Entry, ...]:
    """Give all entries, by the places of their items; one that prints nothing is empty."""
    printed = {places[entry.id]: entry.inlines for entry in processor.bibliography()}
    numbers = {places[key]: number for key, number in processor.numbers.items()}
    entries = [_entry(at, nodes, processor.locale, numbers[at]) for at, nodes in printed.items()]
    return (*entries, *(Entry(at, ()) for at in places.values() if at not in printed))


def layout_of(style: CompiledStyle) -> Layout:
    """Give the layout that a style asks for."""
    asked = style.bibliography.attributes if style.bibliography is not None else {}

    def lines(name: str) -> int:
        value = asked.get(name, "1")
        return int(value) if value.isdecimal() else 1

    return Layout(
        asked.get("hanging-indent") == "true",
        asked.get("second-field-align", ""),
        lines("entry-spacing"),
        lines("line-spacing"),
    )


def compiled_style(style: Style, locale: str | None) -> tuple[CompiledStyle, str | None]:
    """Give a style compiled, and the locale to set it in; raises `StyleError`."""
    chosen = locale_named(locale) if locale is not None else style.default_locale
    return _compiled(style.source, style.name), chosen


def _processor(style: Style, references: Sequence[Reference], locale: str | None) -> Processor:
    ready, chosen = compiled_style(style, locale)
    items = [
        {**cleaned(item_of_reference(reference)), "id": str(place)}
        for place, reference in enumerate(references)
    ]
    return Processor(ready, items, chosen)


@functools.lru_cache(maxsize=32)
def _compiled(source: bytes, name: str) -> CompiledStyle:
    from lxml import etree

    try:
        return compiled(source)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise StyleError(f"the style {name} cannot be used: {fault}") from fault


def item_of_reference(reference: Reference) -> dict[str, Any]:
    """Give a reference as the CSL-JSON item that is set."""
    item = reference_to_item(reference)
    item.pop("custom", None)
    item.update({name: value for name, value in variables_of(reference).items() if value.strip()})
    for role in ("author", *reference.names):
        others = reference.names_of(role).others
        if others is not False and item.get(role):
            more = "others" if others is True else f"{others} others"
            item[role] = [*item[role], {"literal": more}]
    return item


def cleaned(value: Any) -> Any:
    """Give a JSON value whose texts hold no control characters."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [cleaned(part) for part in value]
    if isinstance(value, dict):
        return {name: _cleaned_part(name, part) for name, part in value.items()}
    return value


def _cleaned_part(name: str, part: Any) -> Any:
    if name == "note" and isinstance(part, str):
        # Its lines may hold variables, each one of them.
        return "\n".join(clean(line) for line in part.splitlines())
    if name in _NAME_PARTS and isinstance(part, str):
        return clean(part).replace("\u00a0", " ")
    return cleaned(part)


def _entry(index: int, nodes: Iterable[Node], locale: Locale, number: int) -> Entry:
    tokens = mended(tokens_of(nodes), locale.punctuation_in_quote)
    end = _margin_end(tokens)
    label, body = (_Printing(locale).of(part) for part in (tokens[:end], tokens[end:]))
    label = _right_trimmed(label)
    if not plain_text(body):
        return Entry(index, label)
    if not label:
        return Entry(index, body)
    shown = plain_text(label)
    numbered = re.findall("[0-9]+", shown) == [str(number)] and not any(map(str.isalpha, shown))
    return Entry(index, _left_trimmed(body), label, numbered)


def _margin_end(tokens: Sequence[Token]) -> int:
    """Give where the margin ends that an entry begins with; 0 without one."""
    end = depth = 0
    for place, token in enumerate(tokens):
        if isinstance(token, str):
            if not depth:
                break
        elif token[1].kind == "display" and token[1].value == "left-margin":
            depth += 1 if token[0] else -1
            end = place + 1
        elif not depth:
            break
    return end


def _named(entry: Entry, reference: Reference) -> Entry:
    """Give the entry with its key in it where nothing but numbers and signs is printed."""
    bare = not (reference.title or reference.authors)
    if plain_text(entry.inlines).strip() and not bare:
        return entry
    if any(letter.isalpha() for letter in plain_text(entry.inlines)):
        return entry
    before = (*entry.inlines, Text(" ")) if entry.inlines else ()
    return attrs.evolve(entry, inlines=(*before, Text(clean(reference.key))))


def _right_trimmed(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    if inlines and isinstance(last := inlines[-1], Text):
        return (*inlines[:-1], Text(last.text.rstrip()))
    return inlines


def _left_trimmed(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    if inlines and isinstance(first := inlines[0], Text):
        return (Text(first.text.lstrip(" ")), *inlines[1:])
    return inlines


def inlines_of(nodes: Iterable[Node], locale: Locale) -> tuple[Inline, ...]:
    """Give a finished tree as inlines: collisions mended, quotes set, nested runs flipped."""
    return _Printing(locale).of(mended(tokens_of(nodes), locale.punctuation_in_quote))


@attrs.define
class _Level:
    run: Run | None
    children: list[Inline] = attrs.field(factory=list)


class _Printing:
    def __init__(self, locale: Locale) -> None:
        self.locale = locale
        self.quotes = Quotes(locale)
        self.levels = [_Level(None)]
        self.values: dict[str, list[str]] = {}

    def of(self, tokens: Sequence[Token]) -> tuple[Inline, ...]:
        for token in with_lines(tokens):
            if isinstance(token, str):
                self.text(token)
            elif token[1].kind == "quotes":
                self.text(self.quotes.opening(token[1]) if token[0] else self.quotes.closing())
            elif token[0]:
                self.open(token[1])
            else:
                self.close(token[1])
        while len(self.levels) > 1:
            self.leave()
        return flip_flopped(tuple(self.levels[0].children))

    def text(self, text: str) -> None:
        if text:  # Texts side by side are joined at the end.
            self.levels[-1].children.append(Text(text))

    def open(self, span: Span) -> None:
        held = self.values.setdefault(span.kind, [])
        outer = held[-1] if held else ""
        value = "" if span.value in _UPRIGHT else span.value.removeprefix("markup:")
        run = _RAISED.get(value or outer) if span.kind == "vertical-align" else _RUNS.get(span.kind)
        if value and outer and span.value != value:
            value = ""
        # A run within its own kind is upright: what is plain is set as two of them.
        if bool(value) == bool(outer):
            run = None
        held.append(value)
        self.levels.append(_Level(run))

    def close(self, span: Span) -> None:
        self.values[span.kind].pop()
        self.leave()

    def leave(self) -> None:
        level = self.levels.pop()
        children = self.levels[-1].children
        if level.run is None:
            for child in level.children:
                if isinstance(child, Text):
                    self.text(child.text)
                else:
                    children.append(child)
        elif level.children:
            children.append(Styled(level.run, tuple(level.children)))

"""Bibliography entries: margins and substituted authors (CSL 1.0.2, "Bibliography")."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import attrs

from refcore.csl.processor.beginnings import first_begun
from refcore.csl.processor.context import Area
from refcore.csl.processor.tree import Affix, Inline, Span, replaced, spans_of

__all__ = ["RenderedEntry", "entries_of"]


@attrs.frozen
class RenderedEntry:
    """An entry of a bibliography: an item's id and its text as a tree."""

    id: str
    inlines: tuple[Inline, ...]


def entries_of(
    rendered: Sequence[tuple[str, list[list[Inline]]]], area: Area, lang: str
) -> list[RenderedEntry]:
    """Return the entries of rendered items, in their order."""
    substitute = area.attributes.get("subsequent-author-substitute")
    rule = area.attributes.get("subsequent-author-substitute-rule", "complete-all")
    align = area.attributes.get("second-field-align")
    before: tuple[Inline, ...] | None = None
    entries: list[RenderedEntry] = []
    for item_id, parts in rendered:
        # If the first field is empty, the whole entry is aligned as the second field.
        aligned = align if parts and parts[0] else align and "second"
        parts = first_begun([part for part in parts if part])
        if substitute is not None and parts:
            parts, before = _substituted(parts, before, substitute, rule)
        out = _entry([part for part in parts if part], area, aligned, lang)
        if out:
            entries.append(RenderedEntry(item_id, tuple(out)))
    return entries


def _entry(parts: list[list[Inline]], area: Area, align: str | None, lang: str) -> list[Inline]:
    style = area.style
    if align == "second" and parts:
        return [
            Span("display", "right-inline", tuple(style.apply_inside(list(chain(*parts)), lang)))
        ]
    if align and parts:
        first, rest = parts[0], [inline for part in parts[1:] for inline in part]
        head = [style.prefix, *first] if style.prefix else first
        label = Span("display", "left-margin", tuple(style.apply_bare(head, lang)))
        if not rest:
            return [label]
        tail = style.apply_bare(rest, lang)
        if style.suffix:
            tail.append(style.suffix)
        return [label, Span("display", "right-inline", tuple(tail))]
    out = [inline for part in parts for inline in part]
    last = out[-1] if out else ""
    if isinstance(last, Span) and last.kind == "display" and style.suffix:
        # The layout's suffix goes into the last block, which ends the entry.
        out[-1] = last._replace(children=(*last.children, style.suffix))
        style = attrs.evolve(style, suffix="")
    return style.apply_inside(out, lang)


def _substituted(
    parts: list[list[Inline]], before: tuple[Inline, ...] | None, substitute: str, rule: str
) -> tuple[list[list[Inline]], tuple[Inline, ...] | None]:
    """Replace the names that also begin the previous entry (`subsequent-author-substitute`)."""
    names = next((span for part in parts for span in spans_of(part, "names")), None)
    if names is None:
        return parts, None
    held = tuple(spans_of(names.children, "name-list")) or names.children
    if before is None:
        return parts, held
    new = _new_names(names, held, before, substitute, rule)
    if new is not None:
        parts = [replaced(part, names, new) for part in parts]
        if not substitute:
            parts = _without_space([part for part in parts if part])
    return parts, held


def _without_space(parts: list[list[Inline]]) -> list[list[Inline]]:
    """Return an entry without the space that parted its first word from the names before it."""
    first = parts[0][0] if parts else None
    if not isinstance(first, Affix):
        return parts
    rest = [Affix(first.lstrip()), *parts[0][1:]] if first.lstrip() else parts[0][1:]
    return [rest, *parts[1:]]


def _new_names(
    names: Span, held: tuple[Inline, ...], before: tuple[Inline, ...], substitute: str, rule: str
) -> tuple[Inline, ...] | None:
    """Return the names after substitution by a rule, or None if nothing changes."""
    mark: tuple[Inline, ...] = (substitute,) if substitute else ()
    lists = [span for span in held if isinstance(span, Span) and span.kind == "name-list"]
    if rule in ("complete-all", "complete-each") and not _alike(held, before):
        return None
    if not lists:
        if rule == "partial-first" or next(spans_of(held, "term"), None) is not None:
            return None  # "Anonymous" is not an author that a mark could replace.
        return mark if _alike(held, before) else None
    if rule == "complete-all":
        children: tuple[Inline, ...] = names.children
        for number, span in enumerate(lists):
            children = tuple(replaced(children, span, () if number else mark))
        return children
    ours, theirs = list(spans_of(held, "name")), list(spans_of(before, "name"))
    alike = 0
    while alike < min(len(ours), len(theirs)) and ours[alike] == theirs[alike]:
        alike += 1
    if rule == "partial-first":
        alike = min(alike, 1)
    children = names.children
    for span in ours[:alike]:
        children = tuple(replaced(children, span, mark))
    return children


def _alike(held: tuple[Inline, ...], before: tuple[Inline, ...]) -> bool:
    """Return whether two lists print the same for the same people, whichever variables have them.

    Names after "et al." count too. One list may have more of them than the other,
    as in the public test suite.
    """
    if len(held) != len(before):
        return False
    for one, other in zip(held, before, strict=True):
        if isinstance(one, str) or isinstance(other, str):
            if one != other:
                return False
        elif one.children != other.children or any(
            name != others_name
            for name, others_name in zip(
                one.value.split("\0"), other.value.split("\0"), strict=False
            )
        ):
            return False
    return True

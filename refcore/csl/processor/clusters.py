"""Citation clusters: cites grouped and collapsed (CSL 1.0.2, "Cite Collapsing")."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import attrs

from refcore.csl.processor.cites import Cite
from refcore.csl.processor.context import Area
from refcore.csl.processor.fieldtext import field_text
from refcore.csl.processor.tree import Inline, Span, plain, spans_of
from refcore.text.patterns import regex

__all__ = ["RenderedCite", "cluster"]


_WRITTEN = (",", ";", ":", ".")
# A suffix that ends as a sentence: ". So does this.", "with plates."; not ", etc." or ", 3 ff."
_SENTENCE = regex(r"\A\.\s.*\.\Z|[^\W\d_]{5}\.\Z")


class _WithoutNames(Protocol):
    """Renders a cite again without its names, and on request without the year."""

    def __call__(self, *, without_year: bool = False) -> list[Inline]: ...


@attrs.define
class RenderedCite:
    """A cite, its output, and the values that collapsing compares."""

    cite: Cite
    out: list[Inline]
    number: int = 0
    suffix: int = 0
    names: str = ""
    without_names: _WithoutNames | None = None
    joint: str | None = None
    # The entry that the cite links to.
    target: str = ""

    @property
    def printed(self) -> list[Inline]:
        """The printed text of the cite, without the affixes of its writer."""
        if not self.target or not self.out:
            return self.out
        return [Span("link", self.target, tuple(self.out))]


def cluster(cites: Sequence[RenderedCite], area: Area, is_note: bool) -> list[Inline]:
    """Return a cluster's cites as one: grouped, collapsed, without the layout's affixes."""
    attributes = area.attributes
    collapse = attributes.get("collapse", "")
    group_delimiter = attributes.get("cite-group-delimiter")
    held = [cite for cite in cites if cite.out or cite.cite.prefix or cite.cite.suffix]
    if collapse == "citation-number":
        return _numbers(held, area)
    if area.keys and area.groups:
        held = _grouped(held)
    _collapse(
        held,
        area,
        collapse,
        (area.delimiter if is_note else ", ") if group_delimiter is None else group_delimiter,
        grouping=bool(collapse) or group_delimiter is not None,
    )
    return _joined(held, area.delimiter)


def _joined(cites: Sequence[RenderedCite], delimiter: str) -> list[Inline]:
    out: list[Inline] = []
    for place, cite in enumerate(cites):
        if place:
            joint = cites[place - 1].joint
            joint = _beside(delimiter if joint is None else joint, cites[place - 1].cite, cite.cite)
            if joint:
                out.append(joint)
        out.extend(with_affixes(cite.cite, cite.printed))
    return out


def _beside(joint: str, before: Cite, after: Cite) -> str:
    """Return the delimiter, dropped if the writer's own affix has punctuation there."""
    if after.prefix.lstrip()[:1] in _WRITTEN:
        return ""
    if after.joined:
        return " "
    suffix = before.suffix.rstrip()
    is_ended = suffix[-1:] in _WRITTEN[:-1] or _SENTENCE.search(suffix) is not None
    return " " if is_ended else joint


def with_affixes(cite: Cite, out: Sequence[Inline]) -> list[Inline]:
    """Return a cite with the prefix and suffix its writer gave it."""
    held = list(out)
    if cite.prefix:
        prefix = field_text(cite.prefix)
        gap = [] if cite.prefix[-1].isspace() or cite.prefix[-1] in "'’(/-[“‘«„" else [" "]
        held = [Span("affix", "prefix", prefix), *gap, *held]
    if cite.suffix:
        gap = [] if cite.suffix[0] in " ,.;:)]'’”»?!\u00a0" else [" "]
        held = [*held, *gap, Span("affix", "suffix", field_text(cite.suffix))]
    return held


def _grouped(cites: Sequence[RenderedCite]) -> list[RenderedCite]:
    """Move sorted cites of the same names together, to the place of the first one."""
    groups: dict[str, list[RenderedCite]] = {}
    for place, cite in enumerate(cites):
        groups.setdefault(cite.names or f"\0{place}", []).append(cite)
    return [cite for group in groups.values() for cite in group]


@attrs.frozen
class _Delimiters:
    """What separates the cites of a cluster: in a group, between year-suffixes, after a group."""

    group: str
    suffix: str
    after: str


_COLLAPSING = frozenset(("year", "year-suffix", "year-suffix-ranged"))


def _collapse(
    cites: list[RenderedCite], area: Area, collapse: str, group_delimiter: str, *, grouping: bool
) -> None:
    """Collapse the cites of each group, in place."""
    attributes = area.attributes
    usual = attributes.get("cite-group-delimiter", area.delimiter)
    delimiters = _Delimiters(
        group_delimiter,
        attributes.get("year-suffix-delimiter", usual),
        attributes.get("after-collapse-delimiter", area.delimiter),
    )
    # One cite is compared with no other.
    years = [_year(cite) for cite in cites] if len(cites) > 1 else []
    emptied: list[RenderedCite] = []
    collapsed = False
    for place in range(1, len(cites)):
        before, cite = cites[place - 1], cites[place]
        one_year = bool(before.suffix and cite.suffix and years[place] == years[place - 1])
        if not grouping or cite.names != before.names or not (cite.names or one_year):
            # A group of one cite ends the same way, unless year-suffixes collapse: docs/csl.md.
            if collapsed or (collapse in ("year", "year-suffix-ranged") and cite.names):
                before.joint = delimiters.after
            collapsed = False
        elif collapse in _COLLAPSING:
            collapsed = True
            to_suffix = one_year and (collapse != "year" or not years[place])
            _shorten(cite, before, delimiters, years[place], to_suffix=to_suffix)
            if not cite.out:
                emptied.append(cite)
        else:
            before.joint = delimiters.group
    if collapse == "year-suffix-ranged":
        _ranged(cites, delimiters.suffix)
    _drop(cites, emptied)


def _shorten(
    cite: RenderedCite, before: RenderedCite, delimiters: _Delimiters, year: str, *, to_suffix: bool
) -> None:
    """Drop the names of a cite that the cite before it has, and the year too if it is the same."""
    if to_suffix and not before.cite.locator:
        if cite.without_names is not None:
            cite.out = cite.without_names(without_year=True)
        # "n.d." is not a year, and stays.
        stays = bool(year) and plain(cite.out).startswith(year)
        stands_out = stays or _says_more(cite.cite) or bool(before.cite.suffix)
        before.joint = delimiters.group if stands_out else delimiters.suffix
        return
    # A cite with a locator is followed by the delimiter that ends a group.
    before.joint = delimiters.after if before.cite.locator else delimiters.group
    if cite.without_names is not None:
        cite.out = cite.without_names()


def _says_more(cite: Cite) -> bool:
    """Return whether the writer says something about this cite alone: no bare year-suffix."""
    return bool(cite.prefix or cite.suffix or cite.locator)


def _drop(cites: list[RenderedCite], emptied: Sequence[RenderedCite]) -> None:
    """Remove cites of which nothing is left; the cite before takes over their delimiter."""
    for cite in emptied:
        place = next(place for place, held in enumerate(cites) if held is cite)
        if place:
            cites[place - 1].joint = cite.joint
        del cites[place]


def _year(cite: RenderedCite) -> str:
    """Return a cite's text without names and year-suffix, up to the suffix."""
    full = cite.without_names() if cite.without_names is not None else cite.out
    return "".join(_until(full, "year-suffix"))


def _until(inlines: Sequence[Inline], kind: str) -> list[str]:
    out: list[str] = []
    for inline in inlines:
        if isinstance(inline, str):
            out.append(inline)
        elif inline.kind == kind:
            return out
        else:
            out.extend(_until(inline.children, kind))
            if next(spans_of(inline.children, kind), None) is not None:
                return out
    return out


def _ranged(cites: list[RenderedCite], suffix_delimiter: str) -> None:
    place = 0
    while place < len(cites):
        last = place
        while (
            last + 1 < len(cites)
            and cites[last].joint == suffix_delimiter
            and cites[last + 1].suffix == cites[last].suffix + 1
            and not cites[last].cite.suffix
            and not _says_more(cites[last + 1].cite)
            and len(plain(cites[last + 1].out)) <= 2
        ):
            last += 1
        if last - place >= 2:
            cites[place].joint = "–"
            del cites[place + 1 : last]
            place += 1
        place = place + 1


def _numbers(cites: list[RenderedCite], area: Area) -> list[Inline]:
    """Collapse runs of three or more consecutive citation numbers to ranges."""
    after = area.attributes.get("after-collapse-delimiter", area.delimiter)
    out: list[Inline] = []
    place = 0
    collapsed = False
    while place < len(cites):
        last = place
        while last + 1 < len(cites) and _follows(cites[last], cites[last + 1]):
            last += 1
        if out:
            joint = after if collapsed or _shows_locator(cites[place - 1]) else area.delimiter
            if joint:
                out.append(joint)
        out.extend(with_affixes(cites[place].cite, cites[place].printed))
        collapsed = last - place >= 2
        if collapsed:
            out.append("–")
            out.extend(cites[last].printed)
            place = last + 1
        else:
            place += 1
    return out


def _shows_locator(one: RenderedCite) -> bool:
    """Return whether a cite prints its locator; in styles of numbers alone it has no place."""
    return bool(one.cite.locator) and any(map(str.isalnum, _beside_number(one.out)))


def _beside_number(inlines: Sequence[Inline]) -> str:
    return "".join(
        inline if isinstance(inline, str) else _beside_number(inline.children)
        for inline in inlines
        if isinstance(inline, str) or inline.kind != "number"
    )


def _follows(first: RenderedCite, second: RenderedCite) -> bool:
    """Return whether a range may go on from one cite to the next; its first may have a prefix."""

    def bare(one: RenderedCite) -> bool:
        return not (one.cite.suffix or _shows_locator(one)) and one.number > 0

    return (
        bare(first)
        and bare(second)
        and not second.cite.prefix
        and second.number == first.number + 1
        and (next(spans_of(second.out, "number"), None) is not None)
    )

"""The engine: cites items in a document and lists them in a bibliography, under one style."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from refcore.csl.processor.beginnings import begun, ends_sentence
from refcore.csl.processor.cites import IBID, SUBSEQUENT, Citation, Cite, CiteMode
from refcore.csl.processor.clusters import RenderedCite, cluster, with_affixes
from refcore.csl.processor.collation import collation_key
from refcore.csl.processor.compiled import compiled
from refcore.csl.processor.context import (
    NO_CITE,
    NO_DISAMBIGUATION,
    Area,
    CompiledStyle,
    Context,
    Disambiguation,
    Node,
    SortKey,
)
from refcore.csl.processor.disambiguation import Seen, disambiguated
from refcore.csl.processor.entries import RenderedEntry, entries_of
from refcore.csl.processor.fieldtext import field_text
from refcore.csl.processor.formatting import joined
from refcore.csl.processor.item import Item, Name, as_given, item_of
from refcore.csl.processor.kinds import cut_of, kind_of
from refcore.csl.processor.labelled import labelled
from refcore.csl.processor.links import with_title_link
from refcore.csl.processor.names import PROSE_NAMES
from refcore.csl.processor.nodes import parts_of
from refcore.csl.processor.positions import placed
from refcore.csl.processor.sorting import SortValue, sort_value, sorted_ids
from refcore.csl.processor.tree import Inline, plain, spans_of

__all__ = ["Engine"]

# What of a disambiguation shows in a cite, but for the year-suffix.
Look = tuple[int, int, frozenset[tuple[Name, int]]]


class Engine:
    """Items under a style; rendering changes neither.

    >>> style = '''<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
    ... <citation><layout><text variable="title"/></layout></citation></style>'''
    >>> Engine(style, [{"id": "a", "title": "One"}]).cite([[Cite("a")]])
    [['One']]
    """

    def __init__(
        self,
        style: str | bytes | CompiledStyle,
        items: Sequence[Mapping[str, Any]],
        locale: str | None = None,
        link_cites: bool = False,
    ) -> None:
        if isinstance(style, str):
            style = style.encode()
        self.style = compiled(style) if isinstance(style, bytes) else style
        self.locale = self.style.locale(locale)
        self.items: dict[str, Item] = {}
        for data in items:
            item = item_of(data)
            self.items[item.id] = item
        self._kinds = {key: kind_of(item, self.style.variables) for key, item in self.items.items()}
        self._counts = Counter(self._kinds.values())
        # A cite in a note contains links, so it cannot be a link itself.
        self._link_cites = link_cites and not self.style.is_note
        self._cache: dict[Any, Any] = {}
        self._sort_values: dict[Any, SortValue] = {}
        # What a bare cite prints in any place, as far as disambiguation has rendered it.
        self._bare: dict[tuple[str, Look], list[Inline]] = {}
        self.numbers: dict[str, int] = {key: n for n, key in enumerate(self.items, 1)}
        self.notes = dict(self.numbers)
        self.held: Mapping[str, Disambiguation] = {}
        self._by_cite = True
        self.ids = self._ordered()
        self.numbers = self._numbered()
        rule = self.style.citation.attributes.get("givenname-disambiguation-rule", "by-cite")
        self._by_cite = rule == "by-cite"
        self.held = self._disambiguated()
        if any(held.suffix for held in self.held.values()):
            self._ordered_anew(self.held)

    def _context(self, item_id: str, area: str, cite: Cite | None = None) -> Context:
        if cite is not None and cite.locator and (own := labelled(cite.locator)[0].label):
            cite = attrs.evolve(cite, label=own)
        return Context(
            self.items[item_id],
            self.style,
            self.locale,
            area,
            self.numbers.get(item_id, 0),
            NO_CITE if cite is None else cite,
            self.held.get(item_id, NO_DISAMBIGUATION),
            cache=self._cache,
        )

    def _cut(self, nodes: tuple[Node, ...], context: Context) -> tuple[Node, ...]:
        """Return elements without what items of this kind cannot print, if there are several."""
        kind = self._kinds[context.item.id]
        return nodes if self._counts[kind] < 2 else cut_of(kind, context)(nodes)

    def _ordered(self) -> list[str]:
        bibliography = self.style.bibliography
        if bibliography is None:
            return list(self.items)
        return sorted_ids(
            list(self.items),
            bibliography,
            lambda item_id, key: self._sort_value(item_id, "bibliography", key),
        )

    def _sort_value(
        self, item_id: str, area: str, key: SortKey, cite: Cite | None = None
    ) -> SortValue:
        """Return an item's value for a sort key, computed once for each disambiguation."""
        held = self.held.get(item_id, NO_DISAMBIGUATION)
        number = self.numbers.get(item_id, 0) if key.numbered else 0
        givens = frozenset(held.givens.items())
        place = (key, area, item_id, cite, number, held.names, held.condition, held.suffix, givens)
        found = self._sort_values.get(place)
        if found is None:
            context = self._for_key(item_id, area, cite)
            found = sort_value(key, self._cut(key.macro, context), context)
            self._sort_values[place] = found
        return found

    def _for_key(self, item_id: str, area: str, cite: Cite | None = None) -> Context:
        """Return the context of a sort key, without given names added by by-cite disambiguation."""
        context = self._context(item_id, area, cite)
        if self._by_cite and context.disambiguation.givens:
            context.disambiguation = attrs.evolve(context.disambiguation, givens={})
        return context

    def _ordered_anew(self, held: Mapping[str, Disambiguation]) -> list[str]:
        """Re-sort after disambiguation; keep the numbers if the style sorts by them."""
        self.held = held
        self.ids = self._ordered()
        if not self._numbered_keys():
            self.numbers = self._numbered()
        return self.ids

    def _numbered(self) -> dict[str, int]:
        """Return the numbers of the entries; a descending key counts them down."""
        keys = self._numbered_keys()
        if keys and keys[-1].descending:
            return {key: len(self.ids) - n for n, key in enumerate(self.ids)}
        return {key: number for number, key in enumerate(self.ids, 1)}

    def _numbered_keys(self) -> list[SortKey]:
        """Return the sort keys of the bibliography that are the number of the entry."""
        bibliography = self.style.bibliography
        return [] if bibliography is None else [key for key in bibliography.keys if key.numbered]

    # Disambiguation

    def _disambiguated(self) -> Mapping[str, Disambiguation]:
        attributes = self.style.citation.attributes
        wanted = ("add-names", "add-givenname", "add-year-suffix")
        asked = any(attributes.get(f"disambiguate-{key}") == "true" for key in wanted)
        if not asked and not self.style.uses_condition:
            return {}
        seen: dict[Any, Seen] = {}

        def look(item_id: str, trial: Disambiguation) -> Seen:
            key = (item_id, _look_of(trial))
            if key not in seen:
                # Disambiguation uses the form of a repeated cite: it is shorter, and a note's
                # number may distinguish it.
                cite = Cite(item_id, position=SUBSEQUENT, first_note=self.notes[item_id])
                context = self._context(item_id, "citation", cite)
                context.disambiguation = trial
                context.looking = True
                context.number = 0
                out = self._layout(context)
                if not context.by_place:
                    self._bare[key] = out
                seen[key] = Seen(as_given(plain(out)), tuple(context.shown), context.conditions)
            return seen[key]

        return disambiguated(self.style, self.ids, look, self._ordered_anew)

    # Cites

    def _layout(self, context: Context) -> list[Inline]:
        area = self.style.area(context.area)
        out: list[Inline] = []
        for part in parts_of(self._cut(area.children, context), context):
            out.extend(part)
        return out

    def cite(self, clusters: Sequence[Sequence[Cite]]) -> list[list[Inline]]:
        """Return the clusters of a document, each in a note of its own."""
        citations = [Citation(tuple(cites), number) for number, cites in enumerate(clusters, 1)]
        return self.cite_all(citations)

    def cite_all(self, citations: Sequence[Citation]) -> list[list[Inline]]:
        """Return the citations of a document in order, with their positions."""
        ordered = [
            one
            if one.keeps_order or (len(one.cites) == 1 and one.cites[0].id in self.items)
            else attrs.evolve(one, cites=tuple(self._sorted_cites(one.cites)))
            for one in citations
        ]
        return [self.cite_one(cites, sort=False) for cites in placed(ordered, self.style)]

    def _sorted_cites(self, cites: Sequence[Cite]) -> list[Cite]:
        known = [cite for cite in cites if cite.id in self.items]
        area = self.style.citation
        if not area.keys or len(known) < 2:
            return known
        if area.groups:
            # Cites with equal sort keys are ordered by their names, as groups are.
            known.sort(key=self._by_names)
        held = {str(place): cite for place, cite in enumerate(known)}
        order = sorted_ids(
            list(held),
            area,
            lambda place, key: self._sort_value(held[place].id, "citation", key, held[place]),
        )
        return [held[key] for key in order]

    def _by_names(self, cite: Cite) -> tuple[bool, str]:
        names = self._rendered(cite).names
        return not names, collation_key(names, self.locale.lang)

    def cite_one(self, cites: Sequence[Cite], *, sort: bool = True) -> list[Inline]:
        """Return one citation outside any document; see `CiteMode` for what it prints."""
        held = self._sorted_cites(cites) if sort else list(cites)
        if held and all(cite.mode is CiteMode.AUTHOR_ONLY for cite in held):
            return joined([self.author(cite) for cite in held], self.style.citation.delimiter)
        composite = next((cite for cite in cites if cite.mode is CiteMode.COMPOSITE), None)
        if composite is None or composite.id not in self.items or self.style.is_note:
            return self._cluster(held)
        return self._composite(composite, [cite for cite in held if cite != composite])

    def _composite(self, cite: Cite, others: Sequence[Cite]) -> list[Inline]:
        """Return the names of a cite as running text, and the citation without them."""
        names = self.author(attrs.evolve(cite, prefix="", suffix=""))
        infix = list(field_text(cite.infix))
        if infix and cite.infix[0].isalnum():
            infix.insert(0, " ")
        bare = attrs.evolve(cite, mode=CiteMode.SUPPRESS_AUTHOR)
        raised = ("vertical-align", "sup") in self.style.citation.style.spans
        rest = self._cluster([bare, *others])
        return joined([[*names, *infix], rest], "" if raised else " ")

    def _cluster(self, cites: Sequence[Cite]) -> list[Inline]:
        area = self.style.citation
        rendered = [self._rendered(cite) for cite in cites]
        for one in rendered if self.style.is_note else ():
            if ends_sentence(one.cite.prefix):
                one.out = begun(one.out)
        out = cluster(rendered, area, self.style.is_note)
        if self.style.is_note and cites and not cites[0].prefix:
            out = begun(out)
        return area.style.apply_inside(out, self.locale.lang)

    def author(self, cite: Cite) -> list[Inline]:
        """Return the names of a cite as running text, those of its citation, without the layout.

        In a style whose citations have no names, they are short ones: "Al and Bo",
        "Al et al." from three on.
        """
        context, again = (self._context(cite.id, "citation", cite) for _ in range(2))
        context.prose = again.prose = True
        out = list[Inline](spans_of(self._layout(context), "names"))[:1]
        return with_affixes(cite, out or PROSE_NAMES.render(again))

    def _rendered(self, cite: Cite) -> RenderedCite:
        if self._says_nothing(cite):
            cite = attrs.evolve(cite, position=SUBSEQUENT)
        context = self._context(cite.id, "citation", cite)
        context.suppress_names = cite.mode is CiteMode.SUPPRESS_AUTHOR
        held = context.disambiguation
        known = self._bare.get((cite.id, _look_of(held))) if _is_bare(cite, held) else None
        out = self._layout(context) if known is None else list(known)
        if cite.mode is CiteMode.AUTHOR_ONLY:
            out = self.author(attrs.evolve(cite, prefix="", suffix=""))

        def without_names(*, without_year: bool = False) -> list[Inline]:
            again = self._context(cite.id, "citation", cite)
            again.suppress_names = True
            again.hide_year = without_year
            return self._layout(again)

        named = out
        if context.suppress_names and self.style.citation.groups:
            # A cite without its names is still one of those of the same names.
            named = self._layout(self._context(cite.id, "citation", cite))
        names = next(spans_of(named, "names"), None)
        return RenderedCite(
            cite,
            out,
            context.number,
            context.disambiguation.suffix,
            "" if names is None else plain(names.children),
            without_names,
            target=f"#{cite.id}" if self._link_cites else "",
        )

    def _says_nothing(self, cite: Cite) -> bool:
        """Return whether a note would only have the locator: an "ibid." of names left out."""
        is_ibid = self.style.is_note and cite.position >= IBID
        if not is_ibid or cite.mode is not CiteMode.SUPPRESS_AUTHOR:
            return False
        context = self._context(cite.id, "citation", attrs.evolve(cite, locator=""))
        context.suppress_names = True
        return not plain(self._layout(context))

    # Bibliography

    def bibliography(self) -> list[RenderedEntry]:
        """Return the entries in order, or none if the style has no bibliography."""
        area = self.style.bibliography
        if area is None:
            return []
        rendered = []
        for item_id in self.ids:
            context = self._context(item_id, "bibliography")
            parts = self._fields(area, context)
            rendered.append((item_id, with_title_link(parts, context.item.text)))
        return entries_of(rendered, area, self.locale.lang)

    def _fields(self, area: Area, context: Context) -> list[list[Inline]]:
        """Return the parts of an entry; an empty first one stays where the second is aligned."""
        if "second-field-align" not in area.attributes:
            return parts_of(self._cut(area.children, context), context)
        first, rest = area.children[:1], area.children[1:]
        head = parts_of(self._cut(first, context), context) or [[]]
        return [*head, *parts_of(self._cut(rest, context), context)]


def _look_of(held: Disambiguation) -> Look:
    return held.names, held.condition, frozenset(held.givens.items())


def _is_bare(cite: Cite, held: Disambiguation) -> bool:
    """Return whether a cite is its item alone, without anything that its writer adds."""
    added = cite.prefix or cite.suffix or cite.locator or cite.infix or held.suffix
    return not added and cite.mode is CiteMode.FULL and cite.label == "page"

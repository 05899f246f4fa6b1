"""A style's tree without what items of one kind cannot print.

Items of a kind have the same type and values for the same variables. Most tests of a style ask for
these alone. So a branch is chosen once for all items of a kind, and elements of variables that they
lack are left out. What is printed is the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeAlias

import attrs

from refcore.csl.processor.conditions import Conditions, is_lacking
from refcore.csl.processor.context import UNLOCATED, Context, Node
from refcore.csl.processor.dateparts import DateNode
from refcore.csl.processor.formatting import NONE
from refcore.csl.processor.item import DATES, NAMES, Item
from refcore.csl.processor.names import Names, options_for
from refcore.csl.processor.nodes import (
    Choose,
    Condition,
    Group,
    Label,
    Number,
    Term,
    Value,
    Variable,
)
from refcore.csl.processor.tree import Inline

__all__ = ["Kind", "cut_of", "kind_of"]

Kind: TypeAlias = tuple[str, frozenset[tuple[str, bool]]]
_STRUCTURED: Final = NAMES | DATES
_MOST_CUTS: Final = 1024  # a style keeps so many, which is more than any document needs


def kind_of(item: Item, variables: frozenset[str]) -> Kind:
    """Return the kind of an item in a style that reads some variables.

    >>> kind_of(Item("a", {"title": "On moss", "volume": "", "note": "x"}, "book"),
    ...     frozenset({"title", "volume"}))
    ('book', frozenset({('title', True)}))
    """
    held = []
    for name, value in item.data.items():
        if name in variables and value:
            is_text = value.__class__ is str and name not in _STRUCTURED
            held.append((name, is_text or item.has(name)))
        elif name in variables and not item.is_blank(name):  # 0 and False are values
            held.append((name, item.has(name)))
    return item.type, frozenset(held)


@attrs.frozen(eq=False)
class _Lacking:
    """Elements of variables that an item lacks: they are called, and print nothing."""

    def render(self, context: Context) -> list[Inline]:
        """Count the call, for the group around the elements."""
        context.called += 1
        return []


@attrs.frozen(eq=False)
class _LackingNames:
    """``cs:names`` of an item without any such names, nor anything to substitute for them."""

    def render(self, context: Context) -> list[Inline]:
        """Count the call; names further on are not the first ones."""
        context.names_done = True
        context.called += 1
        return []


@attrs.frozen(eq=False)
class _NoNames:
    """As `_LackingNames`, where the style asks for the number of names."""

    names: Names

    def render(self, context: Context) -> list[Inline]:
        """Count the call; only a sort key prints the number."""
        if context.sorting is not None:
            return self.names.render(context)
        context.names_done = context.names_done or not self.names.is_substitute
        context.called += 1
        return []


_LACKING = _Lacking()
_LACKING_NAMES = _LackingNames()


def _calls(node: Node) -> bool:
    """Return whether an element calls a variable whatever it prints."""
    if isinstance(node, Group):
        return any(map(_calls, node.children))
    if isinstance(node, Variable):
        return node.variable != "year-suffix"
    return isinstance(node, Number | DateNode | Names | _NoNames | _LackingNames | _Lacking)


def _prints_names(node: Node) -> bool:
    """Return whether an element calls names whatever the item is."""
    if isinstance(node, Group):
        return any(map(_prints_names, node.children))
    return isinstance(node, Names) and not node.is_substitute


def _unwrapped(node: Group) -> Node:
    """Return a group of one element as that element, if the group adds nothing to it.

    Outside of the group, the affixes of the element count as text.
    """
    child = node.children[0]
    if len(node.children) > 1 or not isinstance(child, Group | Variable | Number):
        return node
    if isinstance(child, Group):
        dated = node.dated or child.dated
        if node.style is NONE:
            return attrs.evolve(child, style=child.style.with_text(), dated=dated)
        if child.style is NONE:
            return attrs.evolve(child, style=node.style, dated=dated)
    elif node.style is NONE and not node.dated:
        return attrs.evolve(child, style=child.style.with_text())
    return node


_ALWAYS = Conditions("all", ())


@attrs.frozen
class _Cut:
    """Cuts elements for one kind of items in one part of the style.

    `context` is that of any item of the kind.
    """

    context: Context
    _held: dict[tuple[Node, ...], tuple[Node, ...]] = attrs.field(factory=dict, init=False)

    def __call__(self, nodes: tuple[Node, ...]) -> tuple[Node, ...]:
        """Return what is left of some elements; a chosen branch is replaced by its children."""
        found = self._held.get(nodes)
        if found is None:
            found = self._held[nodes] = tuple(self._left(nodes))
        return found

    def _left(self, nodes: Sequence[Node]) -> list[Node]:
        found = [one for node in nodes for one in self._of(node)]
        first = found.index(_LACKING_NAMES) if _LACKING_NAMES in found else -1
        if first > 0 and any(map(_prints_names, found[:first])):
            first = -1  # The names before them are the first ones.
        left = [
            one
            for place, one in enumerate(found)
            if one is not _LACKING and (one is not _LACKING_NAMES or place == first)
        ]
        # One call is enough for the group around the elements.
        if len(left) < len(found) and not any(map(_calls, left)):
            left.append(_LACKING)
        return left

    def _of(self, node: Node) -> Sequence[Node]:
        """Return what takes the place of an element."""
        if isinstance(node, Choose):
            chosen = self._chosen(node)
            decided = len(chosen) == 1 and chosen[0][0] is _ALWAYS
            return chosen[0][1] if decided else [Choose(chosen)] if chosen else ()
        if isinstance(node, Group):
            return self._group(node)
        if isinstance(node, Names):
            return [self._names(node)]
        if isinstance(node, Variable | Number | DateNode) and self._lacks(node.variable):
            short = isinstance(node, Variable) and node.form == "short"
            return [_LACKING] if not short or self._lacks(f"{node.variable}-short") else [node]
        if isinstance(node, Label) and self._lacks(node.variable):
            return ()
        return [node]

    def _lacks(self, variable: str) -> bool:
        return is_lacking(variable, self.context)

    def _chosen(self, node: Choose) -> tuple[tuple[Condition, tuple[Node, ...]], ...]:
        """Return the branches that can be chosen, up to the first that is chosen at last."""
        branches: list[tuple[Condition, tuple[Node, ...]]] = []
        for test, children in node.branches:
            known = test.known(self.context)
            if known is not False:
                branches.append((_ALWAYS if known else test, self(children)))
            if known:
                break
        return tuple(branches)

    def _group(self, node: Group) -> Sequence[Node]:
        children = self(node.children)
        lacking = next((one for one in (_LACKING_NAMES, _LACKING) if one in children), None)
        if lacking is not None and all(
            child in (_LACKING, _LACKING_NAMES) or isinstance(child, Term | Value)
            for child in children
        ):
            return [lacking]
        if not children:
            return ()
        return [_unwrapped(Group(children, node.delimiter, node.style, node.dated))]

    def _names(self, node: Names) -> Node:
        substitute = tuple(one for child in node.substitute for one in self._substitute(child))
        is_lacking = all(map(self._lacks, node.variables))
        if substitute or not is_lacking:
            return attrs.evolve(node, substitute=substitute, is_lacking=is_lacking)
        if options_for(node.name, self.context).form == "count":
            return _NoNames(node)
        return _LACKING if node.is_substitute else _LACKING_NAMES

    def _substitute(self, node: Node) -> Sequence[Node]:
        """Return what takes the place of a substitute; a chosen branch stays one element."""
        if isinstance(node, Choose):
            chosen = self._chosen(node)
            return [Choose(chosen)] if chosen else ()
        return [one for one in self._of(node) if one not in (_LACKING, _LACKING_NAMES)]


def cut_of(kind: Kind, context: Context) -> _Cut:
    """Return what cuts elements for the kind of a context's item, from the cache of its style."""
    held: dict[tuple[str, Kind, bool], _Cut] = context.style.cuts
    located = context.area == "citation" and bool(context.cite.locator)
    place = (context.area, kind, located)
    found = held.get(place)
    if found is None:
        if len(held) >= _MOST_CUTS:
            held.clear()
        bare = Context(context.item, context.style, context.locale, context.area)
        if not located:
            bare.cite = UNLOCATED
        found = held[place] = _Cut(bare)
    return found

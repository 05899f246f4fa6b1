"""A style's tree without what items of one kind cannot print.

Items of a kind have the same type and values for the same variables. Most tests of a style
ask for these alone, so a branch is chosen once for all items of a kind, and elements of
variables that they lack are left out. What is printed is the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeAlias

import attrs

from refcore.csl.processor.conditions import Conditions
from refcore.csl.processor.context import Context, Node
from refcore.csl.processor.dateparts import DateNode
from refcore.csl.processor.formatting import NONE
from refcore.csl.processor.item import Item
from refcore.csl.processor.names import Names
from refcore.csl.processor.nodes import (
    OF_PLACE,
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
_MOST_CUTS: Final = 1024  # a style keeps so many, which is more than any document needs


def kind_of(item: Item, variables: frozenset[str]) -> Kind:
    """Return the kind of an item in a style that reads some variables.

    >>> kind_of(Item("a", {"title": "On moss", "volume": "", "note": "x"}, "book"),
    ...     frozenset({"title", "volume"}))
    ('book', frozenset({('title', True)}))
    """
    held = [name for name in item.data if name in variables and not item.is_blank(name)]
    return item.type, frozenset([(name, item.has(name)) for name in held])


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

    names: Names

    def render(self, context: Context) -> list[Inline]:
        """Count the call; only a sort key may print the number of names."""
        if context.sorting is not None:
            return self.names.render(context)
        context.names_done = context.names_done or not self.names.is_substitute
        context.called += 1
        return []


_LACKING = _Lacking()


def _calls(node: Node) -> bool:
    """Return whether an element calls a variable whatever it prints."""
    if isinstance(node, Group):
        return any(map(_calls, node.children))
    if isinstance(node, Variable):
        return node.variable != "year-suffix"
    return isinstance(node, Number | DateNode | Names | _LackingNames | _Lacking)


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
        if nodes not in self._held:
            self._held[nodes] = tuple(self._left(nodes))
        return self._held[nodes]

    def _left(self, nodes: Sequence[Node]) -> list[Node]:
        found = [one for node in nodes for one in self._of(node)]
        left = [one for one in found if one is not _LACKING]
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
        return variable not in OF_PLACE and self.context.item.is_blank(variable)

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
        if _LACKING in children and all(
            child is _LACKING or isinstance(child, Term | Value) for child in children
        ):
            return [_LACKING]
        if not children:
            return ()
        return [_unwrapped(Group(children, node.delimiter, node.style, node.dated))]

    def _names(self, node: Names) -> Node:
        substitute = tuple(one for child in node.substitute for one in self._substitute(child))
        if not substitute and all(map(self._lacks, node.variables)):
            return _LackingNames(node)
        return attrs.evolve(node, substitute=substitute)

    def _substitute(self, node: Node) -> Sequence[Node]:
        """Return what takes the place of a substitute; a chosen branch stays one element."""
        if isinstance(node, Choose):
            chosen = self._chosen(node)
            return [Choose(chosen)] if chosen else ()
        return [one for one in self._of(node) if one is not _LACKING]


def cut_of(kind: Kind, context: Context) -> _Cut:
    """Return what cuts elements for the kind of a context's item, from the cache of its style."""
    held: dict[tuple[str, Kind], _Cut] = context.style.cuts
    place = (context.area, kind)
    found = held.get(place)
    if found is None:
        if len(held) >= _MOST_CUTS:
            held.clear()
        bare = Context(context.item, context.style, context.locale, context.area)
        found = held[place] = _Cut(bare)
    return found

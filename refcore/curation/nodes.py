"""A template as it was understood: a tree that gives a text for a reference."""

from __future__ import annotations

from typing import Any, TypeAlias

import attrs

from refcore.curation.context import Context
from refcore.curation.spec import Next, Spec

__all__ = ["Call", "Choice", "Condition", "Filtered", "Node", "Sequence", "Text"]


@attrs.frozen
class Text:
    """Text that is part of every key."""

    text: str

    def give(self, _: Context) -> str:
        """Return the text itself."""
        return self.text


@attrs.frozen
class Call:
    """A value that is taken from the reference."""

    spec: Spec
    arguments: tuple[Any, ...] = ()

    def give(self, context: Context) -> str:
        """Return the value; raises `Next` where the template says to go on elsewhere."""
        return self.spec.call(context, *self.arguments)


@attrs.frozen
class Filtered:
    """What another node gives, changed."""

    inner: Node
    spec: Spec
    arguments: tuple[Any, ...] = ()

    def give(self, context: Context) -> str:
        """Return the changed text."""
        return self.spec.call(context, self.inner.give(context), *self.arguments)


@attrs.frozen
class Sequence:
    """Several nodes, one after the other."""

    parts: tuple[Node, ...]

    def give(self, context: Context) -> str:
        """Return all texts joined."""
        return "".join(part.give(context) for part in self.parts)


@attrs.frozen
class Choice:
    """Alternatives: the first that gives a text."""

    options: tuple[Node, ...]

    def give(self, context: Context) -> str:
        """Return the first text that is not empty."""
        for option in self.options:
            try:
                found = option.give(context)
            except Next:
                continue
            if found.strip():
                return found
        return ""


@attrs.frozen
class Condition:
    """One node or another, as a third gives a text or none."""

    test: Node
    yes: Node
    no: Node

    def give(self, context: Context) -> str:
        """Return the text of the branch that applies."""
        try:
            holds = bool(self.test.give(context).strip())
        except Next:
            holds = False
        return (self.yes if holds else self.no).give(context)


Node: TypeAlias = Text | Call | Filtered | Sequence | Choice | Condition

"""Options whose value is one of some words: a wrong word is answered with the nearest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import click
from click.shell_completion import CompletionItem

from refcore.text.nearest import did_you_mean

__all__ = ["Word"]


class Word(click.ParamType):  # type: ignore[type-arg,unused-ignore]
    """One of some words, each with what it means; `words` is called on first use."""

    def __init__(self, name: str, words: Callable[[], Mapping[str, str] | Iterable[str]]) -> None:
        self.name = name
        self._words = words

    @property
    def words(self) -> Mapping[str, str]:
        """The words, with what they mean."""
        words = self._words()
        return words if isinstance(words, Mapping) else dict.fromkeys(words, "")

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the word, whatever its case."""
        word = str(value).casefold()
        if word in self.words:
            return word
        return self.fail(
            f"no {self.name} {str(value)!r}. {did_you_mean(word, self.words, show_all=True)}",
            param,
            ctx,
        )

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:  # noqa: ARG002
        """Return the words as the help shows them."""
        return "|".join(self.words)

    def shell_complete(
        self,
        ctx: click.Context,  # noqa: ARG002 - click calls with all three
        param: click.Parameter,  # noqa: ARG002
        incomplete: str,
    ) -> list[CompletionItem]:
        """Return the words that begin so, for the completion of a shell."""
        return [
            CompletionItem(word, help=about or None)
            for word, about in self.words.items()
            if word.startswith(incomplete)
        ]

"""Options whose value is one of some words: a wrong word is answered with the nearest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import click
from click.shell_completion import CompletionItem

from refcore.text.nearest import did_you_mean

__all__ = ["Completed", "FormatName", "KeyPattern", "Locale", "StyleName", "Word"]


class Completed(click.ParamType):  # type: ignore[type-arg,unused-ignore]
    """A kind of value that a shell can complete; `suggestions` says with what."""

    def suggestions(self, begun: str, ctx: click.Context) -> Iterable[tuple[str, str]]:
        """Yield the values that begin with a text, each with a word about it."""
        raise NotImplementedError

    def shell_complete(
        self,
        ctx: click.Context,
        param: click.Parameter,  # noqa: ARG002 - click calls with all three
        incomplete: str,
    ) -> list[CompletionItem]:
        """Return the suggestions as click takes them."""
        return [
            CompletionItem(value, help=about or None)
            for value, about in self.suggestions(incomplete, ctx)
        ]


class Word(Completed):
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

    def suggestions(self, begun: str, ctx: click.Context) -> Iterator[tuple[str, str]]:  # noqa: ARG002
        """Yield the words that begin so, with what they mean."""
        return (row for row in self.words.items() if row[0].startswith(begun))


class Locale(Completed):
    """The language of the terms that a style prints; a wrong one is answered by its reader."""

    name = "LOCALE"

    def suggestions(self, begun: str, ctx: click.Context) -> Iterator[tuple[str, str]]:  # noqa: ARG002
        """Yield the languages that begin so."""
        from refcore.csl.languages import locale_tags

        begun = begun.casefold()
        return ((tag, "") for tag in locale_tags() if tag.casefold().startswith(begun))


class FormatName(Completed):
    """The name of a format of references; the commands say themselves what is wrong with one."""

    name = "FORMAT"

    def __init__(self, *, written: bool) -> None:
        self._written = written

    def suggestions(self, begun: str, ctx: click.Context) -> Iterator[tuple[str, str]]:  # noqa: ARG002
        """Yield the formats that begin so."""
        from refcore.formats.registry import readable, writable

        names = writable() if self._written else readable()
        return ((name, "") for name in names if name.startswith(begun.casefold()))


class StyleName(Completed):
    """The name of a CSL style, or the path of one."""

    name = "STYLE"

    def suggestions(self, begun: str, ctx: click.Context) -> Iterator[tuple[str, str]]:  # noqa: ARG002
        """Yield the styles that begin so; an empty text yields those without a hyphen."""
        from refcore.csl.styles import style_names

        found = (name for name in style_names() if name.startswith(begun.casefold()))
        return ((name, "") for name in found if begun or "-" not in name)


class KeyPattern(Completed):
    """A citation key of the files that are named, or a pattern of keys."""

    name = "PATTERN"

    def convert(
        self,
        value: Any,
        param: click.Parameter | None,  # noqa: ARG002 - click calls with all three
        ctx: click.Context | None,  # noqa: ARG002
    ) -> str:
        """Return the pattern as it is."""
        return str(value)

    def suggestions(self, begun: str, ctx: click.Context) -> Iterator[tuple[str, str]]:
        """Yield the keys of the files that begin so."""
        from refcore.errors import RefcoreError
        from refcore.formats import load

        keys: dict[str, None] = {}
        for path in ctx.params.get("files") or ctx.args:
            try:
                keys.update(dict.fromkeys(load(path).keys()))
            except (RefcoreError, OSError):
                continue
        return ((key, "") for key in keys if key.startswith(begun))

"""Options whose value is one of some words: a wrong word is answered with the nearest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import click
from click.shell_completion import CompletionItem

from refcore.text.nearest import did_you_mean

__all__ = ["FormatName", "KeyPattern", "Locale", "StyleName", "Word"]


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


class Locale(click.ParamType):  # type: ignore[type-arg,unused-ignore]
    """The language of the terms that a style prints; a wrong one is answered by its reader."""

    name = "LOCALE"

    def shell_complete(
        self,
        ctx: click.Context,  # noqa: ARG002 - click calls with all three
        param: click.Parameter,  # noqa: ARG002
        incomplete: str,
    ) -> list[CompletionItem]:
        """Return the languages that begin so."""
        from refcore.csl.languages import locale_tags

        begun = incomplete.casefold()
        return [CompletionItem(tag) for tag in locale_tags() if tag.casefold().startswith(begun)]


class FormatName(click.ParamType):  # type: ignore[type-arg,unused-ignore]
    """The name of a format of references; the commands say themselves what is wrong with one."""

    name = "FORMAT"

    def __init__(self, *, written: bool) -> None:
        self._written = written

    def shell_complete(
        self,
        ctx: click.Context,  # noqa: ARG002 - click calls with all three
        param: click.Parameter,  # noqa: ARG002
        incomplete: str,
    ) -> list[CompletionItem]:
        """Return the formats that begin so."""
        from refcore.formats.registry import readable, writable

        names = writable() if self._written else readable()
        return [CompletionItem(name) for name in names if name.startswith(incomplete.casefold())]


class StyleName(click.ParamType):  # type: ignore[type-arg,unused-ignore]
    """The name of a CSL style, or the path of one."""

    name = "STYLE"

    def shell_complete(
        self,
        ctx: click.Context,  # noqa: ARG002 - click calls with all three
        param: click.Parameter,  # noqa: ARG002
        incomplete: str,
    ) -> list[CompletionItem]:
        """Return the styles that begin so; nothing begun lists those without a hyphen."""
        from refcore.csl.styles import style_names

        found = [name for name in style_names() if name.startswith(incomplete.casefold())]
        return [CompletionItem(name) for name in found if incomplete or "-" not in name]


class KeyPattern(click.ParamType):  # type: ignore[type-arg,unused-ignore]
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

    def shell_complete(
        self,
        ctx: click.Context,
        param: click.Parameter,  # noqa: ARG002
        incomplete: str,
    ) -> list[CompletionItem]:
        """Return the keys of the files that begin so."""
        from refcore.errors import RefcoreError
        from refcore.formats import load

        keys: dict[str, None] = {}
        for path in ctx.params.get("files") or ctx.args:
            try:
                keys.update(dict.fromkeys(load(path).keys()))
            except (RefcoreError, OSError):
                continue
        return [CompletionItem(key) for key in keys if key.startswith(incomplete)]

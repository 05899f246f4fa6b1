"""``refcore styles``: finding a citation style, with a sample of what it prints."""

from __future__ import annotations

import re
from collections.abc import Mapping

import click

from refcore.cli.exit import Exit
from refcore.cli.terminal import say
from refcore.text.counts import counted

__all__ = ["styles"]

_SAMPLES = 5
_MOST = 30


@click.command(epilog="Exit code: 0 a style was found, 1 none was.")
@click.argument("words", nargs=-1)
@click.option("--all", "show_all", is_flag=True, help=f"Print all styles found, not just {_MOST}.")
@click.pass_context
def styles(ctx: click.Context, words: tuple[str, ...], show_all: bool) -> None:
    """Find the styles whose name or title has all WORDS, with a sample entry of each.

    Pass the name to --style. Without WORDS, all styles are listed.

    \b
    Examples:
      refcore styles
      refcore styles ieee
      refcore styles nature physics
    """
    from refcore.csl.styles import style_titles

    words = tuple(" ".join(words).split())  # several words may come as one argument
    titles = style_titles()
    found = _found([word.casefold() for word in words], titles)
    shown = found if show_all else found[:_MOST]
    for number, name in enumerate(shown):
        title = titles[name]
        say(f"{name}  {title}" if title.casefold() != name else name)
        if words and number < _SAMPLES:
            say(f"    {_sample(name)}")
    if len(found) > len(shown):
        say(f"{counted(len(found) - len(shown), 'more style')}; --all prints them", err=True)
    if not found:
        say(
            f"refcore: no style has {' '.join(words)!r} in its name. {_near(words)}".rstrip(),
            err=True,
        )
        ctx.exit(Exit.CONTRADICTED)


def _found(words: list[str], titles: Mapping[str, str]) -> list[str]:
    """Return the names that fit, those of the words alone first, then the shortest."""
    whole = "-".join(words)
    fitting = [
        name
        for name, title in titles.items()
        if all(word in name or word in title.casefold() for word in words)
    ]
    if not words:
        return sorted(fitting)
    return sorted(
        fitting, key=lambda name: (name != whole, not _begins(words, name), len(name), name)
    )


def _begins(words: list[str], name: str) -> bool:
    """Return whether all words are whole parts of a style's name.

    >>> _begins(["nature"], "nature-physics"), _begins(["nat"], "nature-physics")
    (True, False)
    """
    parts = set(re.split(r"[-\s]", name))
    return all(word in parts for word in words)


def _near(words: tuple[str, ...]) -> str:
    from refcore.csl.styles import style_titles
    from refcore.text.nearest import did_you_mean

    return did_you_mean("-".join(words), style_titles())


def _sample(name: str) -> str:
    from refcore.csl import bibliography
    from refcore.errors import RefcoreError
    from refcore.model import Authors, Doi, Person, Reference
    from refcore.model.dates import Date

    article = Reference(
        "sample",
        "article-journal",
        title="Long short-term memory",
        authors=Authors([Person("Sepp", "Hochreiter"), Person("Jürgen", "Schmidhuber")]),
        issued=Date.parse("1997"),
        doi=Doi("10.1162/neco.1997.9.8.1735"),
        fields={
            "container-title": "Neural Computation",
            "volume": "9",
            "issue": "8",
            "page": "1735-1780",
        },
    )
    try:
        lines = str(bibliography([article], style=name)).split("\n")
    except RefcoreError as error:
        return f"({error})"
    return " ".join(" ".join(lines).split()) or "(the style prints no bibliography)"

"""The manual of all commands, from their own help: as Markdown, and as a man page."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Mapping

import attrs
import click

import refcore
from refcore.cli.configuration import Key
from refcore.text.patterns import regex

__all__ = ["Page", "markdown", "pages", "roff"]

_EXAMPLES = regex(r"\x08?\n?Examples:\n((?:  .*\n?)+)")


_FURTHER = regex(r"[^\x00-\x7f]")


@attrs.frozen
class Page:
    """One command: its name with those above it, how it is called, and what it does."""

    name: str
    usage: str
    about: str
    text: str
    examples: tuple[str, ...]
    options: tuple[tuple[str, str], ...]
    epilog: str = ""


def pages(group: click.Group) -> list[Page]:
    """Return a page for the group and for each of its commands, in order."""
    context = click.Context(group, info_name="refcore", max_content_width=96)
    return list(_pages(group, context))


def _pages(command: click.Command, context: click.Context) -> Iterator[Page]:
    yield _page(command, context)
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            if found is not None and not found.hidden:
                yield from _pages(found, click.Context(found, parent=context, info_name=name))


def _page(command: click.Command, context: click.Context) -> Page:
    text = inspect.cleandoc(command.help or "")
    match = _EXAMPLES.search(text)
    examples = [line.strip() for line in match[1].splitlines()] if match else []
    rows = [
        record
        for parameter in command.get_params(context)
        if isinstance(parameter, click.Option)
        if (record := parameter.get_help_record(context)) is not None
    ]
    usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
    return Page(
        context.command_path,
        usage,
        command.short_help or (command.help or "").split("\n")[0],
        _EXAMPLES.sub("", text).strip(),
        tuple(examples),
        tuple(rows),
        command.epilog or "",
    )


def settings_page(keys: Mapping[str, Key]) -> str:
    """Return the section on the file of settings, with a row for each key."""
    rows = [
        f"| `{name}` | {_cell(_escaped(key.about))} | `{name} = {key.example}` |"
        for name, key in keys.items()
    ]
    return "\n".join([_SETTINGS, "| key | what it sets | example |", "|---|---|---|", *rows, ""])


_SETTINGS = """## Settings

Defaults for options are in `refcore.toml`, or in the table `[tool.refcore]` of pyproject.toml: the
nearest one in the folder of the first FILE or above, up to the root of the repository. An option
goes before the environment, that before the file. Paths are meant from the folder of the file. A
table named after a command has any of its options, `[verify]` with `strict = true`, say
(`[tool.refcore.verify]` in pyproject.toml), but none that writes files: a repository of a stranger
must not change yours. `refcore config` shows what holds.
"""


_ACCEPTED = """## Accepted findings

A comment above an entry accepts what is found on it, and says why:

```bibtex
% refcore: ok the publisher spells the name so
@article{lind2020, title = {On Lamps}}
```

In a note it is `<!-- refcore: ok REASON -->`, in other files a comment with `#` or `//`. A baseline
accepts many findings at once: `refcore verify --write-baseline refs.bib` writes what is found now
to refcore-baseline.json, where a reason can be written to each, and `--baseline
refcore-baseline.json`, or `baseline` in the settings, accepts it. What is accepted is shown with
its reason and fails no run. Another finding on the same entry is news, and what is no longer
needed is named.
"""


def markdown(found: list[Page], keys: Mapping[str, Key]) -> str:
    """Return the pages as one Markdown document, with the settings."""
    parts = [_HEAD, settings_page(keys), _ACCEPTED]
    for page in found:
        parts.append(f"## {page.name}\n\n{_escaped(page.text)}\n\n```text\n{page.usage}\n```\n")
        if page.options:
            rows = "\n".join(
                f"| `{_cell(name)}` | {_cell(_escaped(about))} |" for name, about in page.options
            )
            parts.append(f"| option | what it does |\n|---|---|\n{rows}\n")
        if page.epilog:
            parts.append(f"{_escaped(page.epilog)}\n")
        if page.examples:
            examples = "\n".join(page.examples)
            parts.append(f"```sh\n{examples}\n```\n")
    return "\n".join(parts)


_HEAD = """# The commands

What each command does, with all its options. The page is written from the commands themselves
by `python docs/cli.py`; `refcore COMMAND --help` prints the same.

Exit codes: 0 all is well, 1 something is contradicted or would change, 2 the command or an input
cannot be used, 3 something could not be checked. 70 is a fault of refcore itself, 130 is Ctrl-C.
"""


def _escaped(text: str) -> str:
    """Return words of a help as Markdown: what looks like markup is shown."""
    return re.sub(r"(?<!`)([<>*\[\]_|~])", r"\\\1", text)


def _cell(text: str) -> str:
    return text if "\\|" in text else text.replace("|", "\\|")


def roff(found: list[Page]) -> str:
    """Return the pages as one man page of section 1."""
    first, *others = found
    lines = [
        f'.TH REFCORE 1 "" "refcore {refcore.__version__}" "User Commands"',
        ".SH NAME",
        r"refcore \- references that can be trusted",
        ".SH SYNOPSIS",
        _quoted(first.usage),
        ".SH DESCRIPTION",
        *_body(first),
        ".SH COMMANDS",
    ]
    for page in others:
        lines += [f".SS {_quoted(page.name)}", _quoted(page.usage), ".PP", *_body(page)]
    return "\n".join(lines) + "\n"


def _body(page: Page) -> Iterator[str]:
    for number, paragraph in enumerate(page.text.split("\n\n")):
        if number:
            yield ".PP"
        yield _quoted(" ".join(paragraph.split()))
    for name, about in page.options:
        yield from (".TP", rf"\fB{_quoted(name)}\fR", _quoted(about))
    if page.epilog:
        yield from (".PP", _quoted(page.epilog))
    if page.examples:
        yield from (".PP", "Examples:", ".RS", ".nf", *map(_quoted, page.examples), ".fi", ".RE")


def _quoted(text: str) -> str:
    r"""Return a text in which roff finds no command.

    >>> print(_quoted(".so /etc/passwd \\n -x"))
    \&.so /etc/passwd \en \-x
    """
    text = text.replace("\\", r"\e").replace("-", r"\-")
    text = _FURTHER.sub(lambda match: f"\\[u{ord(match[0]):04X}]", text)
    return rf"\&{text}" if text.startswith((".", "'")) else text

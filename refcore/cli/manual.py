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

`refcore.toml`, or the table `[tool.refcore]` of pyproject.toml, sets defaults for options. refcore
reads the nearest such file in the folder of the first FILE or above it, up to the root of the
repository. Options override environment variables, which override the file. Paths in the file are
relative to its folder.

A table with the name of a command sets any of its options, such as `strict = true` in `[verify]`
(`[tool.refcore.verify]` in pyproject.toml). It cannot set an option that writes files, so that the
settings of a downloaded repository cannot change your files. `refcore config` prints the settings
in effect.
"""


_ACCEPTED = """## Accepted findings

A comment above an entry accepts what refcore finds wrong with it, and gives the reason:

```bibtex
% refcore: ok the publisher spells the name so
@article{lind2020, title = {On Lamps}}
```

In a note, write `<!-- refcore: ok REASON -->`; in other files, a comment with `#` or `//`.

A baseline accepts many findings at once. `refcore verify --write-baseline refs.bib` writes all
present findings to refcore-baseline.json, where you can add a reason to each. `--baseline
refcore-baseline.json`, or `baseline` in the settings, then accepts them.

The report shows an accepted finding with its reason, and the finding does not change the exit
code. A new finding on the same entry is not accepted. The report also names marks and rows of the
baseline that are no longer needed.
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

What each command does, with all its options. `refcore COMMAND --help` prints the same, and
`python docs/cli.py` writes this page from it.

Exit codes of all commands:

| code | meaning |
|---|---|
| 0 | Nothing is wrong. |
| 1 | Something is wrong in a reference, or a file would change. |
| 2 | The command line is wrong, or an input cannot be read. |
| 3 | Something could not be checked. |
| 70 | refcore itself has a fault. |
| 130 | Ctrl-C ended the command. |
"""


def _escaped(text: str) -> str:
    r"""Return words of a help as Markdown: what looks like markup is shown.

    >>> _escaped("one of [a|b]")
    'one of \\[a\\|b\\]'
    """
    return re.sub(r"(?<!`)([<>*\[\]_|~])", r"\\\1", text)


def _cell(text: str) -> str:
    return text if "\\|" in text else text.replace("|", "\\|")


def roff(found: list[Page]) -> str:
    """Return the pages as one man page of section 1."""
    first, *others = found
    lines = [
        f'.TH REFCORE 1 "" "refcore {refcore.__version__}" "User Commands"',
        ".SH NAME",
        r"refcore \- check references, keep .bib files, format citations",
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

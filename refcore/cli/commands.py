"""The commands by job, one row each; how they are found, and how their faults end."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterable, Iterator, MutableMapping
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

import click

import refcore
from refcore.cli.exit import Exit
from refcore.cli.terminal import mute, print_data
from refcore.text.nearest import did_you_mean, nearest
from refcore.text.visible import visible

__all__ = ["COMMANDS", "cli"]


class Row(NamedTuple):
    """One command: its name, the job it belongs to, a line about it, and where it is."""

    name: str
    job: str
    about: str
    attribute: str = ""

    def load(self) -> click.Command:
        """Import the command."""
        module = import_module(f"refcore.cli.{self.name}")
        command: click.Command = getattr(module, self.attribute or self.name)
        command.short_help = self.about
        return command


CHECK, GET, KEEP = "Check references", "Get references", "Keep a library"
CITE, OFFLINE, SETUP = "Write bibliographies", "Work without a network", "Set up refcore"
COMMANDS = (
    Row("verify", CHECK, "Compare references with their records, name by name."),
    Row("authors", CHECK, "Compare a pasted author list with the record of an id."),
    Row("corpus", CHECK, "Check millions of references, as tables."),
    Row("duplicates", CHECK, "Find entries that cite the same work."),
    Row("fetch", GET, "Print references for arXiv ids, DOIs, PMIDs, ISBNs."),
    Row("search", GET, "Find works by title."),
    Row("add", KEEP, "Add entries to a .bib file by identifier."),
    Row("update", KEEP, "Add missing fields to a .bib file from records."),
    Row("convert", KEEP, "Write references in another format."),
    Row("keys", KEEP, "Make citation keys from a template."),
    Row("tidy", KEEP, "Reformat .bib files in one layout."),
    Row("format", CITE, "Print a bibliography in a CSL style.", "format_"),
    Row("render", CITE, "Print a Markdown document with its citations."),
    Row("styles", CITE, "Find a citation style by words in its name."),
    Row("lock", OFFLINE, "Fetch records and keep them in a lock file."),
    Row("snapshot", OFFLINE, "Build a local index of arXiv, dblp and others."),
    Row("mcp", SETUP, "Offer refcore to language models as tools."),
    Row("config", SETUP, "Print the settings in effect, and where each comes from."),
    Row("completion", SETUP, "Print a shell's completion script."),
    Row("man", SETUP, "Print a man page of all commands."),
)


class _Loaded(MutableMapping[str, click.Command]):
    """The commands by name; each is imported when it is needed."""

    def __init__(self) -> None:
        self._rows = {row.name: row for row in COMMANDS}
        self._added: dict[str, click.Command] = {}

    def __getitem__(self, name: str) -> click.Command:
        return self._added[name] if name in self._added else self._rows[name].load()

    def __setitem__(self, name: str, command: click.Command) -> None:
        self._added[name] = command

    def __delitem__(self, name: str) -> None:
        del self._added[name]

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys([*self._rows, *self._added]))

    def __len__(self) -> int:
        return len({*self._rows, *self._added})


class _Commands(click.Group):
    """Ends every command that fails with one line and an exit code, never with a traceback."""

    def __init__(self, *arguments: Any, **values: Any) -> None:
        super().__init__(*arguments, **values)
        self.commands = _Loaded()

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the names in the order of the table."""
        return list(self.commands)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the commands under their jobs, without importing them."""
        width = max(len(row.name) for row in COMMANDS)
        for job in dict.fromkeys(row.job for row in COMMANDS):
            with formatter.section(job):
                rows = [(f"{row.name:<{width}}", row.about) for row in COMMANDS if row.job == job]
                formatter.write_dl(rows)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, and give it the defaults of the settings."""
        if args[0] == "help" and "help" not in self.commands:  # as of other programs
            args = [*args[1:2], "--help"]
            if len(args) == 1:
                print_data(f"{ctx.get_help()}\n")
                ctx.exit()
        name = args[0]
        if name not in self.commands and not name.startswith("-"):
            raise click.UsageError(f"no command {name!r}. {_meant(name, self.commands)}")
        found = super().resolve_command(ctx, args)
        name_found, command, left = found
        if command is not None and name_found is not None:
            from refcore.cli.configured import defaults_for

            ctx.default_map = {name_found: defaults_for(ctx, command, left)}
        return found

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except click.ClickException as error:
            raise _shown(error) from None
        except (click.exceptions.Exit, click.Abort):
            raise
        except (Exception, KeyboardInterrupt) as error:
            from refcore.cli.faults import ended

            ctx.exit(ended(error))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except click.ClickException as error:
            raise _shown(error) from None
        except BrokenPipeError:  # of the help
            mute(sys.stdout)
            ctx.exit()


def _meant(name: str, commands: Iterable[str]) -> str:
    """Return what may have been meant by a word where a command is expected.

    >>> _meant("verif", ["verify", "fix"])
    'Did you mean verify?'
    """
    from refcore.errors import InvalidIdentifier
    from refcore.model.identifiers import read_identifier

    if Path(name).is_file():
        return f"To check this file: refcore verify {shlex.quote(name)}"
    if hint := did_you_mean(name, commands):
        return hint
    try:
        read_identifier(name)
    except InvalidIdentifier:
        return "refcore --help lists all."
    return f"For its record: refcore fetch {shlex.quote(name)}"


def _shown(error: click.ClickException) -> click.ClickException:
    """Make control characters visible in the message of a usage error."""
    said = _no_option(error) if isinstance(error, click.NoSuchOption) else error.format_message()
    text = visible(said)
    error.format_message = lambda: text  # type: ignore[method-assign]
    # click's own 1 would say that a reference is wrong.
    error.exit_code = Exit.USAGE  # type: ignore[misc]
    return error


def _no_option(error: click.NoSuchOption) -> str:
    """Return what to say of an option that is not there; click's hint is in no order."""
    known = [] if error.ctx is None else error.ctx.command.get_params(error.ctx)
    names = [name[2:] for each in known for name in each.opts if name.startswith("--")]
    near = [f"--{name}" for name in nearest(error.option_name.lstrip("-"), names)]
    hint = f"Did you mean {' or '.join(near)}?" if near else ""
    return f"no option {error.option_name!r}{f'. {hint}' if hint else ''}"


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96},
)
@click.version_option(refcore.__version__, prog_name="refcore")
@click.option(
    "--config",
    "config_path",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    expose_value=True,
    help="Read settings from FILE instead of searching for a file.",
)
@click.option("--no-config", is_flag=True, help="Ignore settings files.")
def cli(config_path: Path | None, no_config: bool) -> None:
    """Check references against the records of arXiv, Crossref and other sources.

    refcore compares author lists name by name, keeps .bib files, and writes citations as BibTeX
    or in any CSL style.

    \b
    Examples:
      refcore verify refs.bib notes.md
      refcore fetch 2506.13585 --to bibtex
      refcore format refs.bib --style apa --to html > refs.html
    """

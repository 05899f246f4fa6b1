"""``refcore completion``: completion of commands, options and values in a shell."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from refcore.cli.choices import Word
from refcore.cli.terminal import print_data

__all__ = ["completion"]

# Where each shell reads its completions, so that one command installs them.
_SHELLS = {
    "bash": "~/.local/share/bash-completion/completions/refcore",
    "zsh": "a folder of $fpath, as _refcore",
    "fish": "~/.config/fish/completions/refcore.fish",
}
_VARIABLE = "_REFCORE_COMPLETE"


@click.command()
@click.argument("shell", metavar="{bash|zsh|fish}", type=Word("shell", lambda: list(_SHELLS)))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print SHELL's completion script, for commands, options, styles, formats and keys.

    Save it where the shell looks for completions: for bash in
    ~/.local/share/bash-completion/completions/refcore, for fish in
    ~/.config/fish/completions/refcore.fish, for zsh as _refcore in a folder of $fpath.

    \b
    Examples:
      refcore completion bash > ~/.local/share/bash-completion/completions/refcore
      refcore completion zsh > ~/.zfunc/_refcore
      refcore completion fish > ~/.config/fish/completions/refcore.fish
    """
    found = get_completion_class(shell)
    if found is None:
        raise click.UsageError(f"no completion for {shell}")
    made = found(ctx.find_root().command, {}, "refcore", _VARIABLE)
    print_data(f"{_source(made)}\n")


def _source(made: object) -> str:
    """Return the script without asking which bash is installed: it may be another machine's."""
    template: str = made.source_template  # type: ignore[attr-defined]
    values: dict[str, str] = made.source_vars()  # type: ignore[attr-defined]
    return template % values

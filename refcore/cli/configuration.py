"""``[tool.refcore]`` in pyproject.toml, or refcore.toml: defaults for the options of commands.

The nearest such file above the file that a command works on holds. A key at its head is one of
`KEYS` and counts for every command that has such an option. A table named after a command has the
long options of that command.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Final

import attrs
import click

from refcore.errors import ConfigError
from refcore.text.nearest import did_you_mean

__all__ = ["KEYS", "NAMES", "Config", "Key", "find_config", "read_config"]

NAMES: Final = ("refcore.toml", "pyproject.toml")
_MOST_BYTES: Final = 1_000_000
_MOST_DOTS: Final = 200  # the time to read a key grows with the square of its parts
# A repository of a stranger must not make a command change files.
_NEVER: Final = frozenset(
    ("fix", "force", "merge", "out", "output", "watch", "write", "write-baseline", "yes")
)


@attrs.frozen
class Key:
    """One key: the parameter of commands that it sets, the kind of its value, what it is for."""

    parameter: str
    kind: str
    about: str
    example: str


KEYS: Final[Mapping[str, Key]] = {
    "mailto": Key(
        "mailto",
        "text",
        "the mail address to send to services that ask for one",
        '"me@example.org"',
    ),
    "sources": Key(
        "sources_asked",
        "list",
        "the sources to ask, in this order",
        '["crossref", "arxiv"]',
    ),
    "lock": Key("lock_path", "path", "the lock file", '"references/refcore.lock.json"'),
    "index": Key(
        "snapshot_path",
        "path",
        "the local index that `verify` uses instead of the network",
        '"papers.sqlite"',
    ),
    "offline": Key("offline", "truth", "whether to send no requests", "true"),
    "timeout": Key("timeout", "number", "the longest time for one request, in seconds", "20"),
    "style": Key("style", "style", "the CSL style of bibliographies: a name or a path", '"ieee"'),
    "key-template": Key(
        "template", "text", "the template of citation keys", '"[auth:lower][year]"'
    ),
    "ignore-keys": Key(
        "ignored_keys", "list", "keys of references to skip; * matches any text", '["x-*"]'
    ),
    "ignore-kinds": Key("ignored_kinds", "list", "types of references to skip", '["webpage"]'),
    "docs-url": Key(
        "docs_url",
        "text",
        "the address of refcore's documentation, for links in SARIF",
        '"https://example.org/refcore"',
    ),
    "baseline": Key("baseline", "path", "the file of accepted findings", '"refcore-baseline.json"'),
}
_KINDS: Final[Mapping[str, tuple[str, Callable[[Any], bool]]]] = {
    "text": ("a text", lambda value: isinstance(value, str)),
    "style": ("a text", lambda value: isinstance(value, str)),
    "path": ("a path as a text", lambda value: isinstance(value, str)),
    "truth": ("true or false", lambda value: isinstance(value, bool)),
    "number": (
        "a number",
        lambda value: (
            isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
        ),
    ),
    "names": (
        "a text or a list of texts",
        lambda value: isinstance(value, str) or _is_texts(value),
    ),
    "list": ("a list of texts", lambda value: _is_texts(value)),
    "paths": ("a list of paths as texts", lambda value: _is_texts(value)),
}


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


@attrs.frozen
class Config:
    """The settings of one file; `path` is None where there is none."""

    path: Path | None = None
    values: Mapping[str, Any] = attrs.field(factory=dict)
    tables: Mapping[str, Mapping[str, Any]] = attrs.field(factory=dict)

    def defaults(self, command: click.Command) -> dict[str, Any]:
        """Return the defaults of a command's parameters, by their name in click.

        Raises `ConfigError` for an option that the command does not have.
        """
        options = _options(command)
        names = {option.name for option in options.values()}
        found = {
            KEYS[key].parameter: self._placed(value, KEYS[key].kind)
            for key, value in self.values.items()
            if KEYS[key].parameter in names
        }
        for key, value in self.tables.get(command.name or "", {}).items():
            if key not in options:
                raise self._unknown(key, options, f"[{command.name}]")
            if key in _NEVER:
                raise ConfigError(
                    f"{self.path}: {key!r} in [{command.name}]: an option that writes files "
                    "belongs on the command line, not in a settings file"
                )
            option = options[key]
            kind = _kind_of(option)
            self._check_kind(f"{key} in [{command.name}]", value, kind)
            if kind != "truth" or option.is_bool_flag:
                found[option.name or key] = self._placed(value, kind)
            elif value:  # one of several flags, such as --json, that set one parameter
                found[option.name or key] = option.flag_value
        return found

    def _check_kind(self, key: str, value: Any, kind: str) -> None:
        """Raise `ConfigError` for a value of another kind."""
        expected, fits = _KINDS[kind]
        if not fits(value):
            raise ConfigError(f"{self.path}: {key} is {value!r}, expected {expected}")

    def _placed(self, value: Any, kind: str) -> Any:
        """Return a value; a path is meant from the folder of the file."""
        is_style = kind == "style" and str(value).endswith(".csl")
        if (kind == "path" or is_style) and isinstance(value, str) and self.path is not None:
            return str(self.path.parent / value)
        if kind == "paths" and self.path is not None:
            return tuple(str(self.path.parent / one) for one in value)
        return tuple(value) if isinstance(value, list) else value

    def check(self, commands: Iterable[str]) -> None:
        """Raise `ConfigError` for a key that means nothing, or a value of another kind."""
        names = list(commands)
        for key, value in self.values.items():
            if key not in KEYS:
                raise self._unknown(key, KEYS, "")
            self._check_kind(key, value, KEYS[key].kind)
        for name in self.tables:
            if name not in names:
                raise self._unknown(name, names, "")

    def _unknown(self, key: str, known: Iterable[str], place: str) -> ConfigError:
        where = f" in {place}" if place else ""
        hint = did_you_mean(key, known, show_all=True)
        return ConfigError(f"{self.path}: no key {key!r}{where}. {hint}")


def _kind_of(option: click.Option) -> str:
    """Return the kind of an option's value in a file of settings.

    >>> _kind_of(click.Option(["--strict"], is_flag=True)), _kind_of(click.Option(["--style"]))
    ('truth', 'text')
    """
    if option.is_flag:
        return "truth"
    if option.multiple:
        return "paths" if isinstance(option.type, click.Path) else "list"
    if isinstance(option.type, click.types.IntParamType | click.types.FloatParamType):
        return "number"
    if option.type.name == "names":
        return "names"
    return "path" if isinstance(option.type, click.Path) else "text"


def _options(command: click.Command) -> dict[str, click.Option]:
    """Return the options of a command by their long names, without the hyphens."""
    return {
        name.removeprefix("--"): parameter
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for name in (*parameter.opts, *parameter.secondary_opts)
        if name.startswith("--")
    }


def find_config(start: Path) -> Path | None:
    """Return the nearest file of settings in a folder or above it.

    A pyproject.toml counts if it has a table for refcore. The search ends at the root of the
    repository.
    """
    folder = start.absolute()
    for place in (folder, *folder.parents):
        for name in NAMES:
            path = place / name
            if path.is_file() and (name != "pyproject.toml" or _table(path) is not None):
                return path
        if (place / ".git").exists():
            return None
    return None


def read_config(path: Path) -> Config:
    """Return the settings of a file; raises `ConfigError` where it is not TOML."""
    found = _table(path) or {}
    tables = {key: value for key, value in found.items() if isinstance(value, dict)}
    values = {key: value for key, value in found.items() if key not in tables}
    return Config(path, values, tables)


def _table(path: Path) -> dict[str, Any] | None:
    with path.open("rb") as file:
        data = file.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise ConfigError(f"{path}: larger than {_MOST_BYTES // 1_000_000} MB")
    is_own = path.name != "pyproject.toml"
    if not is_own and b"refcore" not in data:  # most are not for refcore, so none is parsed
        return None
    import tomllib

    for number, line in enumerate(data.splitlines(), 1):
        if line.count(b".") > _MOST_DOTS and not line.lstrip().startswith(b"#"):
            raise ConfigError(f"{path}:{number}: more than {_MOST_DOTS} dots in a line")
    try:
        found = tomllib.loads(data.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ConfigError(f"{path}: not valid TOML: {error}") from None
    tools = found.get("tool")
    if is_own and not isinstance(tools, dict):
        return found
    table = tools.get("refcore") if isinstance(tools, dict) else None
    if table is not None and not isinstance(table, dict):
        raise ConfigError(f"{path}: tool.refcore is {table!r}, expected a table")
    return table

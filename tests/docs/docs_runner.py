"""Run the blocks of a page in order, in one folder, and return the page with present outputs.

`python tests/docs/docs_refresh.py PAGE…` puts what is printed now into pages.

A block whose language is followed by a file name is that file. `console` holds commands behind
`$ ` and what they print, `python` a script, whose output a `text` block right behind it shows.
`sh` holds commands that need a network or a person: they are only read. Any other block is a
fault, so that no example goes without a test.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import json
import re
import runpy
import shlex
import shutil
import tomllib
from collections.abc import Callable
from pathlib import Path

import attrs
import click
import yaml
from click.testing import CliRunner
from docs_pages import ROOT, tokens

from refcore.cli.commands import cli
from refcore.records.lock import read_lock, write_lock

WIDTH = 88  # columns of the terminal that the pages show
CONTINUED = re.compile(r"\\\n\s*")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
FORMATS: dict[str, Callable[[str], object]] = {
    "json": json.loads,
    "yaml": yaml.safe_load,
    "toml": tomllib.loads,
}


def furnish(folder: Path) -> None:
    """Make the folder that examples run in: the references, and a lock with all their records."""
    shutil.copytree(ROOT / "references", folder / "references")
    lock = read_lock(ROOT / "references" / "arxiv.lock.json")
    more = read_lock(ROOT / "docs" / "examples" / "refcore.lock.json")
    for place in (folder, folder / "references"):
        write_lock(place / "refcore.lock.json", lock.with_records(more))


@attrs.frozen
class Block:
    """A fenced block of a page: its language, the file that it is, its text, and its lines."""

    language: str
    name: str
    text: str
    first: int
    last: int


def blocks(path: Path) -> list[Block]:
    """Return the fenced blocks of a page, in order."""
    found = []
    for token in tokens(path):
        if token.type == "fence":
            language, _, name = token.info.strip().partition(" ")
            first, last = token.map or (0, 0)
            found.append(Block(language, name, token.content, first + 1, last - 1))
    return found


def run(path: Path) -> tuple[str, list[str]]:
    """Run a page in the present folder; return it as it is right, and what no test can run."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    right: list[tuple[Block, str]] = []
    faults: list[str] = []
    shared: dict[str, object] = {}
    printed: str | None = None
    code = 0
    for block in blocks(path):
        before, printed = printed, None
        if block.name:
            _write(block)
        elif block.language == "console":
            text, code = replayed(block.text, code)
            right.append((block, text))
        elif block.language == "python":
            printed = script(block.text, f"{path.name}, line {block.first}", shared)
        elif block.language == "text" and before is not None:
            right.append((block, before))
        elif block.language == "sh":
            faults.extend(f"line {block.first}: {fault}" for fault in unusable(block.text))
        else:
            faults.append(f"line {block.first}: no test runs a block of {block.language!r}")
    for block, text in reversed(right):
        lines[block.first : block.last] = [text]
    return "".join(lines), faults


def _write(block: Block) -> None:
    target = Path(block.name)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(block.text, encoding="utf-8")
    if block.language in FORMATS:
        FORMATS[block.language](block.text)
    if target.name.startswith("test_"):
        for name, test in runpy.run_path(block.name).items():
            if name.startswith("test_"):
                test()


def script(text: str, name: str, shared: dict[str, object]) -> str:
    """Run a script and return what it prints; lines behind `>>>` share their names."""
    if text.startswith(">>>"):
        test = doctest.DocTestParser().get_doctest(text, shared, name, name, 0)
        test.globs = shared
        doctest.DebugRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(test, clear_globs=False)
        return ""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(text, name, "exec"), {"__name__": "__main__"})  # noqa: S102
    return out.getvalue()


def replayed(text: str, code: int) -> tuple[str, int]:
    """Run the commands of a `console` block; return it with what they print, and the exit code."""
    shown = ""
    for written in commands(text):
        printed, code = command(CONTINUED.sub(" ", written)[2:], code)
        shown += f"{written}\n{printed}"
    return shown, code


def commands(content: str) -> list[str]:
    """Return the commands of a block as they are written, over several lines at times."""
    return re.findall(r"^\$ .*(?:\\\n.*)*", content, re.MULTILINE)


def command(line: str, code: int) -> tuple[str, int]:
    """Run one command line of the few kinds that the pages show; return output and exit code."""
    words = shlex.split(line)
    given = None
    target = None
    if "<" in words:
        at = words.index("<")
        given = Path(words[at + 1]).read_text(encoding="utf-8")
        del words[at : at + 2]
    if ">" in words:
        at = words.index(">")
        target = Path(words[at + 1])
        del words[at : at + 2]
    if words[0] == "refcore":
        env: dict[str, str | None] = {"COLUMNS": str(WIDTH)}
        if "--dry-run" in words:  # asks nobody, and counts what the network would be asked
            env["REFCORE_OFFLINE"] = None
        done = CliRunner().invoke(cli, words[1:], input=given, env=env, prog_name="refcore")
        printed, code = done.output, done.exit_code
        if done.exception and not isinstance(done.exception, SystemExit):
            raise done.exception
    elif words[0] == "cat":
        printed = "".join(Path(name).read_text(encoding="utf-8") for name in words[1:])
    elif words == ["ls"]:
        printed = "".join(f"{path.name}\n" for path in sorted(Path().iterdir()))
    elif words == ["echo", "$?"]:
        printed = f"{code}\n"
    else:
        raise AssertionError(f"the pages do not run {words[0]!r}")
    if target is not None:
        target.write_text(printed, encoding="utf-8")
        printed = ""
    return printed, code


def unusable(content: str) -> list[str]:
    """Return what is wrong with the commands of an `sh` block, which are not run."""
    found = []
    for line in CONTINUED.sub(" ", content).splitlines():
        for part in re.split(r" \| | && ", line.partition(" #")[0]):
            words = [word for word in shlex.split(part) if word not in (">", "<")]
            if words and words[0] == "refcore":
                found.extend(misused(words[1:]))
            elif "install" in words:
                found.extend(unknown_extras(part))
            elif words[:1] == ["python"] and not (ROOT / words[1]).exists():
                found.append(f"no such script: {part}")
    return found


def misused(words: list[str]) -> list[str]:
    """Return why a command line of refcore cannot be used, after click's own reading of it."""
    group: click.Command = cli
    context = click.Context(cli, info_name="refcore")
    while isinstance(group, click.Group):
        try:
            name, found, words = group.resolve_command(context, words)
        except click.UsageError as fault:
            return [fault.message]
        context = click.Context(found, parent=context, info_name=name)
        group = found
    try:
        group.make_parser(context).parse_args(list(words))
    except click.UsageError as fault:
        return [fault.message]
    return []


def unknown_extras(part: str) -> list[str]:
    """Return the extras in a command of pip that the project does not have."""
    names = re.findall(r"(?:refcore|\.)\[([\w,]+)\]", part)
    known = PROJECT["optional-dependencies"]
    return [
        f"no such extra: {one}" for some in names for one in some.split(",") if one not in known
    ]

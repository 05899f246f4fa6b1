"""Draw what a terminal shows in docs/images/terminal-*.svg: `python docs/terminal.py`.

The entry is the first one of docs/verdicts/contradicted.md, the record that of this repository.
"""

from __future__ import annotations

import contextlib
import os
import re
import tempfile
from collections.abc import Iterator
from html import escape
from pathlib import Path

from click.testing import CliRunner

from refcore.cli.commands import cli

HERE = Path(__file__).parent
LOCK = HERE.parent / "references" / "arxiv.lock.json"
COLUMNS, SIZE, ADVANCE, LINE, EDGE = 80, 14, 8.43, 20, 20
CODES = ("31", "32", "33", "35")  # red, green, yellow, magenta
DARK = ("#ff7b72", "#7ee787", "#e3b341", "#d2a8ff")
LIGHT = ("#b3261e", "#116329", "#7d4e00", "#6f42c1")
# Background, text, and the colours of the terminal by their escape codes; contrast 4.5 and more.
THEMES = {
    "dark": ("#0d1117", "#e6edf3", dict(zip(CODES, DARK, strict=True))),
    "light": ("#ffffff", "#1f2328", dict(zip(CODES, LIGHT, strict=True))),
}
FONT = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace"
ESCAPES = re.compile(r"\x1b\[([\d;]*)m")


@contextlib.contextmanager
def elsewhere() -> Iterator[Path]:
    """Be in an empty folder for a while."""
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            yield Path(folder)
        finally:
            os.chdir(before)


def printed() -> list[str]:
    """Return the lines that the command prints, with the escapes of the terminal."""
    page = (HERE / "verdicts" / "contradicted.md").read_text(encoding="utf-8")
    entry = page.partition("```bibtex refs.bib\n")[2].partition("```")[0]
    with elsewhere() as folder:
        (folder / "refs.bib").write_text(entry, encoding="utf-8")
        env: dict[str, str | None] = {
            "COLUMNS": str(COLUMNS),
            "REFCORE_OFFLINE": "1",
            "NO_COLOR": None,
        }
        env.update(TERM="xterm", REFCORE_CACHE_DIR=str(folder / "cache"))
        words = ["verify", "--lock", str(LOCK), "refs.bib"]
        done = CliRunner().invoke(cli, words, env=env, color=True)
    return ["$ refcore verify refs.bib", *done.output.rstrip().splitlines()]


def spans(line: str, colours: dict[str, str]) -> str:
    """Return a line as SVG, its escapes turned into styles."""
    styles: dict[str, str] = {}
    found = []
    for number, part in enumerate(ESCAPES.split(line)):
        if number % 2:
            for code in part.split(";"):
                if code in ("", "0"):
                    styles = {}
                elif code == "1":
                    styles["font-weight"] = "bold"
                elif code in colours:
                    styles["fill"] = colours[code]
        elif part:
            style = "".join(f' {name}="{value}"' for name, value in styles.items())
            found.append(f"<tspan{style}>{escape(part)}</tspan>" if style else escape(part))
    return "".join(found)


def picture(theme: str, lines: list[str]) -> str:
    """Return the picture of a terminal with some lines."""
    ground, text, colours = THEMES[theme]
    width, height = round(COLUMNS * ADVANCE + 2 * EDGE), len(lines) * LINE + 2 * EDGE
    rows = "".join(
        f'<text x="{EDGE}" y="{EDGE + LINE * number + SIZE}">{spans(line, colours)}</text>\n'
        for number, line in enumerate(lines)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" role="img" aria-label="refcore verify in a terminal">\n'
        f"<style>text {{ font: {SIZE}px {FONT}; fill: {text}; white-space: pre }}</style>\n"
        f'<rect width="{width}" height="{height}" rx="8" fill="{ground}" stroke="#8b949e"/>\n'
        f"{rows}</svg>\n"
    )


def pictures() -> dict[Path, str]:
    """Return each picture by its file."""
    lines = printed()
    return {HERE / "images" / f"terminal-{theme}.svg": picture(theme, lines) for theme in THEMES}


if __name__ == "__main__":
    for path, text in pictures().items():
        path.write_text(text, encoding="utf-8")

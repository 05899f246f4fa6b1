"""Twelve hostile inputs for refcore and other programs, as docs/limits.md lists them.

    python benchmarks/hostile_peers.py [PROGRAM …]

Programs: refcore, bibtexparser, pybtex, citeproc-py (read with their Python packages,
where these are installed), pandoc and bibtex (where they are on the path). Each input is
one .bib file, read in a process of its own with at most 20 seconds of the processor and 2 GB.
It prints the result: how many entries were read, the error, or the limit that was met, with
the seconds of the processor, the start of the program included.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

SECONDS = 20
WAIT = 300  # seconds by the clock, which a busy machine needs
BYTES = 2 << 30

GOOD = "@misc{good, title = {Good}}\n"
INPUTS: dict[str, str] = {
    "400 nested accents": GOOD + "@misc{a, title = {" + "\\'{" * 400 + "e" + "}" * 400 + "}}\n",
    "100,000 opening braces": GOOD + "@misc{a, title = {" + "{" * 100_000 + "\n" + GOOD,
    "a macro of a macro, doubled 60 times": GOOD
    + "@string{m0 = {xx}}\n"
    + "".join(f"@string{{m{n} = m{n - 1} # m{n - 1}}}\n" for n in range(1, 60))
    + "@misc{a, title = m59}\n",
    "a macro of 50 KB in 4,000 entries": GOOD
    + "@string{m = {"
    + "x" * 50_000
    + "}}\n"
    + "".join(f"@misc{{k{n}, note = m}}\n" for n in range(4_000)),
    "a ring of crossref": GOOD
    + "".join(f"@misc{{k{n}, crossref = {{k{(n + 1) % 500}}}}}\n" for n in range(500)),
    "a chain of 3,000 crossref": GOOD
    + "".join(f"@misc{{k{n}, crossref = {{k{n + 1}}}, f{n} = {{x}}}}\n" for n in range(3_000)),
    "an entry that never ends": "@misc{a, title = {T},\n" + GOOD * 3,
    "one key twice": GOOD + "@misc{good, title = {Other}}\n",
    "a byte that is no UTF-8": GOOD + "@misc{a, title = {M\udcfcller}}\n",
    "a control character": GOOD + "@misc{a, title = {x\x1b[2Jy}}\n",
    "20,000 names": GOOD + "@misc{a, author = {" + " and ".join(["Fei, Bo"] * 20_000) + "}}\n",
    "50,000 times ' and '": GOOD + "@misc{a, author = {" + " and " * 50_000 + "}}\n",
}

_PYTHON = {
    "refcore": "import refcore; l = refcore.load(p); [r.title for r in l]; n = len(l)",
    "bibtexparser": "import bibtexparser as b; "
    "d = b.parse_file(p) if hasattr(b, 'parse_file') else b.load(open(p)); n = len(d.entries)",
    "pybtex": "from pybtex.database import parse_file; d = parse_file(p, 'bibtex'); "
    "[str(e.persons) for e in d.entries.values()]; n = len(d.entries)",
    "citeproc-py": "from citeproc.source.bibtex import BibTeX; n = len(BibTeX(p, 'utf-8'))",
}
_AUX = "\\relax\n\\citation{*}\n\\bibdata{given}\n\\bibstyle{given}\n"
_BST = """ENTRY { author title note } {} {}
FUNCTION {misc} {
  "\\bibitem{" cite$ * "} " *
  title empty$ { "" } { title } if$ * author empty$ { "" } { author num.names$ int.to.str$ } if$ *
  write$ newline$
}
FUNCTION {default.type} { misc }
READ
ITERATE {call.type$}
"""


# What a program says of its end, and that in plain words.
_FAULTS = (
    ("MemoryError", "no memory"),
    ("heap exhausted", "no memory"),
    ("codec can't decode", "not UTF-8"),
    ("repeated bibliography", "a repeated key"),
    ("End of file", "end of file"),
    ("unexpected end of input", "end of file"),
    ("syntax error", "a syntax error"),
)


def command(program: str, path: Path) -> list[str]:
    """Return the command that lets a program read a file."""
    if program in _PYTHON:
        code = f"import sys; p = sys.argv[1]; {_PYTHON[program]}; print(n)"
        return [sys.executable, "-c", code, str(path)]
    if program == "pandoc":
        return ["pandoc", "-f", "biblatex", "-t", "csljson", str(path)]
    path.with_suffix(".aux").write_text(_AUX, encoding="ascii")
    path.with_suffix(".bst").write_text(_BST, encoding="ascii")
    return ["bibtex", path.stem]


def _bounded() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def outcome(program: str, text: str) -> str:
    """Return in a few words what a program makes of a file."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "given.bib"
        path.write_bytes(text.encode("utf-8", "surrogateescape"))
        start = _processor()
        try:
            done = subprocess.run(
                command(program, path),
                capture_output=True,
                timeout=WAIT,
                cwd=name,
                env={**os.environ, "BIBINPUTS": ".", "BSTINPUTS": "."},
                preexec_fn=_bounded,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return f"over {WAIT} s by the clock"
        took = _processor() - start
        if done.returncode in (-signal.SIGXCPU, -signal.SIGKILL) or took >= SECONDS:
            return f"over {SECONDS} s"
        said = _said(program, path, done)
    return f"{said} ({took:.1f} s)"


def _said(program: str, path: Path, done: subprocess.CompletedProcess[bytes]) -> str:
    if program == "bibtex":
        bbl = path.with_suffix(".bbl")
        read = bbl.read_bytes().count(b"\\bibitem") if bbl.exists() else 0
        return f"{read} read" if done.returncode < 2 else f"{read} read, error"
    if done.returncode:
        said = done.stderr.decode(errors="replace")
        return (
            f"nothing read: {next((words for sign, words in _FAULTS if sign in said), 'an error')}"
        )
    if program == "pandoc":
        return f"{len(json.loads(done.stdout))} read"
    return f"{done.stdout.decode().strip()} read"


def main() -> None:
    """Print a row for each input and a column for each program."""
    programs = sys.argv[1:] or [*_PYTHON, "pandoc", "bibtex"]
    programs = [name for name in programs if name in _PYTHON or shutil.which(name)]
    print("| input | " + " | ".join(programs) + " |")
    print("|---" * (len(programs) + 1) + "|")
    for name, text in INPUTS.items():
        row = " | ".join(outcome(program, text).replace("|", "/") for program in programs)
        print(f"| {name} | {row} |", flush=True)


if __name__ == "__main__":
    main()

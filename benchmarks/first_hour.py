"""What a newcomer does in the first hour, step by step, in a fresh virtual environment.

    python benchmarks/first_hour.py [--wheel FILE] [--show] [--environment FOLDER]

The wheel (by default built from this repository) is installed into a new environment, and each
step runs there, at 80 columns, in a folder with the files of `references/` and a few more. No
step asks a service: the lock file has the records. A step says which exit code and which words
are expected. It prints a line for each step, and the count; `--show` also prints the outputs.
`--environment` takes an environment that has refcore already. The exit code is 1 if a step fails.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator
from pathlib import Path

import attrs

ROOT = Path(__file__).resolve().parent.parent
FAULTY = """@article{first, title={A study, author={Bo Fei}, year=2020}

@misc{m1,
  author = {{MiniMax} and Chen, Aili and Li, Aonian and Gong, Bangwei and Jiang, Binyang and
            Fey, Bo and others}, year = 2024,
  title = {MiniMax-M1: Scaling Test-Time Compute Efficiently with Lightning Attention},
  eprint = {2506.13585}, archiveprefix = {arXiv}
}
"""
TWICE = """@article{one, title={On Ore}, author={Fei, Bo}, year=2020, doi={10.1000/182}}
@article{two, title={On ore}, author={Fei, B.}, year=2020, doi={10.1000/182}}
"""
LIST = "MiniMax, Aili Chen, Li Aonian, Binyang Jiang, Bo Fey, and 122 others\n"
PAPER = """# A paper

As shown before [@minimax2025m1].

# References
"""
FILES = {"faulty.bib": FAULTY, "twice.bib": TWICE, "paper.md": PAPER, "list.txt": LIST}
BIB, NOTE = "references/minimax.bib", "references/minimax.md"
APA = "Chen, A., Li, A., "


@attrs.frozen
class Step:
    """A command with its exit code and what it prints on both streams together.

    `calls` are the arguments of refcore, or a script for Python. `lacks` must not be printed;
    `files` are there afterwards, with words that they hold.
    """

    name: str
    calls: tuple[str, ...] | str
    exit: int
    words: tuple[str, ...] = ()
    stdin: str = ""
    lacks: tuple[str, ...] = ("Traceback", "fault of refcore")
    files: tuple[tuple[str, str], ...] = ()


def step(name: str, line: str, exit_: int, *words: str, **others: object) -> Step:
    """Return a step whose command is written in one line, with | for blanks in an argument."""
    calls = tuple(part.replace("|", " ") for part in line.split())
    return Step(name, calls, exit_, words, **others)  # type: ignore[arg-type]


def script(name: str, text: str, *words: str) -> Step:
    """Return a step that runs a script, which ends without an error."""
    return Step(name, text, 0, words, lacks=("Traceback", "Warning"))


STEPS = (
    step("the version", "--version", 0, "refcore, version "),
    step("the help", "--help", 0, "Check references:", "Examples:", "verify "),
    step("no command at all", "", 2, "Check references:"),
    step("a typo in a command", "verfy refs.bib", 2, "Did you mean verify?"),
    step("a typo in an option", "verify --offlin refs.bib", 2, "Did you mean --offline?"),
    step("no file named", "verify", 2, "FILE", "refcore verify --help"),
    step("a file that is not there", "verify nowhere.bib", 2, "nowhere.bib: No such file"),
    step("a folder", "verify references", 2, "references is a folder"),
    step("a format that is not read", "verify list.xyz", 2, "list.xyz"),
    step("a sound file", f"verify {BIB}", 0, "2 confirmed"),
    step("the note", f"verify {NOTE}", 1, "2 claims false", "authors are listed alphabetically"),
    step(
        "a file with faults",
        "verify faulty.bib",
        1,
        "faulty.bib:1",
        "never closed",
        '"Bo Fey" should be "Bo Fei"',
        "year: 2024, but arXiv has 2025",
    ),
    step("only what is wrong", f"verify --quiet {BIB} {NOTE}", 1, "2 claims false"),
    step("worst first", f"verify --worst-first {NOTE} faulty.bib", 1, "contradicted"),
    step(
        "a pasted list",
        "authors 2506.13585",
        1,
        '"Bo Fey" should be "Bo Fei"',
        stdin=LIST,
    ),
    step("a list from a file", "authors 2506.13585 list.txt", 1, "Bo Fei"),
    step("no list at all", "authors 2506.13585", 2, "found no names; write"),
    step("JSON", f"verify --format json {NOTE}", 1, '"false_claims": 2', '"exit": 1'),
    step("a page to send", f"verify {NOTE} -o report.html", 1, "report.html: written"),
    step("JUnit", f"verify --format junit {NOTE}", 1, "<testsuites"),
    step("a log for code scanning", f"verify --format sarif {NOTE}", 1, '"version": "2.1.0"'),
    step("annotations", f"verify --format github {NOTE}", 1, "::error file=references/minimax.md"),
    step("a table", f"verify --format csv {NOTE}", 1, "confirmed-with-variants"),
    step("a typo in a format", f"verify --format jsn {NOTE}", 2, "Did you mean json?"),
    step("the plan", f"verify --dry-run {NOTE}", 0, "request"),
    step(
        "corrections, shown only",
        "verify --fix --diff faulty.bib",
        1,
        "Fei, Bo",
        "offered, none made",
    ),
    step("a paper as BibTeX", "fetch 2506.13585", 0, "@misc{", "{MiniMax}"),
    step("an id that cannot be", "fetch 2513.00001", 2, "month 13"),
    step("APA", f"format {BIB} --style apa", 0, "MiniMax", "arXiv"),
    step("IEEE as HTML", f"format {BIB} --style ieee --to html", 0, "csl-bib-body", "[1]"),
    step("a typo in a style", f"format {BIB} --style apaa", 2, "Did you mean apa"),
    step("styles by words", "styles harvard|leeds", 0, "harvard"),
    step("a document", f"render paper.md --bibliography {BIB}", 0, "MiniMax", "2025"),
    step("another format", f"convert {BIB} out.json", 0, files=(("out.json", '"type"'),)),
    step("a file that is there", f"convert {BIB} out.json", 2, "--force", "out.json"),
    step("over it", f"convert {BIB} out.json --force", 0),
    step("a layout, shown only", "tidy --diff twice.bib", 0, "+@article{one,"),
    step("keys by a template", "keys twice.bib --template [auth][year]", 1, "Fei2020"),
    step("the same work twice", "duplicates twice.bib", 1, "one", "two"),
    step("what is not in the lock", "verify --offline twice.bib", 3, "refcore lock twice.bib"),
    step(
        "accept what is found", f"verify {NOTE} --baseline b.json --write-baseline", 0, "accepted"
    ),
    step("what is accepted", f"verify {NOTE} --baseline b.json", 0, "accepted"),
    step("the settings", "config", 0, "offline"),
    step("completion", "completion bash", 0, "complete"),
    step("the manual", "man", 0, ".TH"),
    step("tools for models, without the extra", "mcp", 2, "pip install 'refcore[mcp]'"),
    step("a PDF, without the extra", "verify some.pdf", 2, "refcore[pdf]"),
    script(
        "a notebook",
        f"import refcore\nlibrary = refcore.load({BIB!r})\n"
        "print(library._repr_html_()[:60])\nprint(refcore.verify(library)._repr_html_()[:60])",
        '<div class="refcore',
    ),
    script("a mistake in a script", "import refcore\nprint(hasattr(refcore, 'verfy'))", "False"),
    script("a test", f"from refcore.testing import assert_verified\nassert_verified({BIB!r})"),
)


def scripts_of_the_readme() -> Iterator[Step]:
    """Yield a step for each script of the README, copied without changes."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for number, text in enumerate(re.findall(r"```python\n(.*?)```", readme, re.DOTALL), 1):
        yield script(f"script {number} of the README", text)


def helps() -> Iterator[Step]:
    """Yield a step for the help of each command that the README names."""
    # The options of `verify` are in groups, of which the last is "Other options".
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for name in sorted(set(re.findall(r"`refcore ([a-z]+)[ `]", readme))):
        yield step(f"the help of {name}", f"{name} --help", 0, "Usage:", "Examples:", "ptions:")


def environment(wheel: Path | None, folder: Path) -> Path:
    """Make an environment with the wheel in it, and return the folder of its programs."""
    if wheel is None:
        command = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", folder, ROOT]
        subprocess.run(command, check=True)
        wheel = next(folder.glob("refcore-*.whl"))
    venv.create(folder / "environment", with_pip=True)
    programs = folder / "environment" / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([programs / "python", "-m", "pip", "install", "-q", wheel], check=True)
    return programs


def faults_of(step: Step, programs: Path, folder: Path, *, show: bool) -> list[str]:
    """Run a step and return how it differs from what is expected."""
    if isinstance(step.calls, str):
        command, shown = [programs / "python", "-W", "error", "-c", step.calls], "python -c …"
    else:
        command, shown = [programs / "refcore", *step.calls], f"refcore {' '.join(step.calls)}"
    done = subprocess.run(
        command,
        cwd=folder,
        input=step.stdin,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
        env={
            "PATH": os.environ["PATH"],
            "COLUMNS": "80",
            "PYTHONIOENCODING": "utf-8",
            "REFCORE_OFFLINE": "1",
            "REFCORE_CACHE_DIR": str(folder / "cache"),
        },
    )
    if show:
        print(f"\n$ {shown}\n{done.stdout[:4000]}[exit {done.returncode}]")
    return [*differences(step, done), *missing(step, folder)]


def differences(step: Step, done: subprocess.CompletedProcess[str]) -> Iterator[str]:
    """Yield how the exit code and the text differ from what is expected."""
    printed = " ".join(done.stdout.split())
    if done.returncode != step.exit:
        yield f"exit {done.returncode}, expected {step.exit}: {printed[:300]}"
    yield from (f"no {word!r} in: {printed[:300]}" for word in step.words if word not in printed)
    yield from (f"{word!r} in: {printed[-300:]}" for word in step.lacks if word in printed)


def missing(step: Step, folder: Path) -> Iterator[str]:
    """Yield the files that the step did not write as expected."""
    for name, word in step.files:
        path = folder / name
        if not path.exists() or word not in path.read_text(encoding="utf-8"):
            yield f"{name} is not there or lacks {word!r}"


def main() -> int:
    """Run all steps; return 1 if one of them fails."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--wheel", type=Path)
    parser.add_argument("--environment", type=Path)
    parser.add_argument("--show", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        programs = given.environment and given.environment.resolve() / "bin"
        programs = programs or environment(given.wheel, folder)
        work = folder / "work"
        shutil.copytree(ROOT / "references", work / "references")
        for name, text in FILES.items():
            (work / name).write_text(text, encoding="utf-8")
        (work / "some.pdf").write_bytes(b"%PDF-1.4\n")
        steps = [*STEPS, *scripts_of_the_readme(), *helps()]
        failed = 0
        for number, each in enumerate(steps, 1):
            faults = faults_of(each, programs, work, show=given.show)
            failed += bool(faults)
            print(f"{number:3} {'FAILED' if faults else 'ok':6} {each.name}")
            for fault in faults:
                print(f"           {fault}")
    print(f"{len(steps) - failed} of {len(steps)} steps as expected")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())

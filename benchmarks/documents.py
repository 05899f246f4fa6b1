"""Rendered documents beside pandoc: `python benchmarks/documents.py [--show]`.

Forty documents, four in each of ten styles, hold every form of citation. The same
CSL-JSON and the same style go through `pandoc --citeproc` and through `refcore.render`;
each paragraph, each footnote and each entry is compared as plain text. It needs pandoc.
"""

from __future__ import annotations

import argparse
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


def main() -> int:
    """Compare all documents and print what differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="print each pair that differs")
    shown = parser.parse_args().show
    library = refcore.loads(BIB, "bibtex")
    same = total = whole = 0
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
            if shown and missing:
                odd = [line for line in ours if line not in theirs]
                print(f"== {style}", *(f"  pandoc  {line}" for line in missing), sep="\n")
                print(*(f"  refcore {line}" for line in odd), sep="\n")
    print(f"as pandoc: {same} of {total} paragraphs, notes and entries; {whole} of 40 documents")
    keys = [reference.key for reference in library]
    text = " ".join(f"Word [@{key}, p. {page}]." for page in range(125) for key in keys)
    start = time.process_time()
    refcore.render(text, library, style="apa")
    print(f"{125 * len(keys)} citations: {time.process_time() - start:.2f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())

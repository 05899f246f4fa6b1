r"""Entries of .bbl files whose styles have commands of their own, or the title beside the names."""

from __future__ import annotations

from pathlib import Path

import pytest

from refcore.formats import load

_BEGIN = "\\begin{thebibliography}{9}\n"


def _read(folder: Path, text: str, before: str = "") -> tuple[str, list[str], int | None]:
    path = folder / "main.bbl"
    path.write_text(f"{before}{_BEGIN}\\bibitem{{k}}\n{text}\n\\end{{thebibliography}}\n")
    found = load(path)["k"]
    return found.title, list(map(str, found.authors)), found.year


@pytest.mark.parametrize(
    ("text", "title", "names"),
    [
        (r"\bibauthor{FEI M~I\@，BERG S~A\@}\@. \bibtitle{On Boats}\@. \bibyear{2020}.",
         "On Boats", ["M. I. Fei", "S. A. Berg"]),
        (r"\bibauthor{Fei B\@}\@. \bibbooktitle{Of Boats}\bibmark{[M]}\@. Oslo: Pier, 2020.",
         "Of Boats", ["B. Fei"]),
        ("\\btxnamefont {\\btxlastnamefont {Fei}, Bo\\btxfnamespacelong G.}\\btxandcomma {} "
         "\\btxandlong {}\\ \\btxnamefont {\\btxlastnamefont {Berg}, Ada}\\btxauthorcolon\\ "
         "\\btxjtitlefont {\\btxifchangecase {On boats}{On Boats}}. \\btxjournalfont {Cell} 2020.",
         "On Boats", ["Bo G. Fei", "Ada Berg"]),
        (r"\btxnamefont {Bo \btxlastnamefont {Fei}}, \btxtitlefont {Of Boats}, Pier (2020).",
         "Of Boats", ["Bo Fei"]),
        (r"\abntrefinfo{Fei e Berg}{FEI; BERG}{2020} {FEI, B.; BERG, S.~F. On boats of moss. In: "
         r"\emph{Boats}. Oslo: Pier, 2020. p. 3--9.}",
         "On boats of moss", ["B. FEI", "S. F. BERG"]),
        (r"Fei, Bo und Ada Berg (2020): \emph{On Boats of Moss}. \newblock Technical report TR-22, "
         r"Oslo.", "On Boats of Moss", ["Bo Fei", "Ada Berg"]),
        (r"Fei, Bo; Berg, Ada: On Boats and Moss. \newblock In: the 5th Conference on "
         r"Boats. Pier, 2020.", "On Boats and Moss", ["Bo Fei", "Ada Berg"]),
        (r"Fei, Bo, and Ada Berg. \newblock ``On Boats.'' {\em Conference on Moss, Oslo}, 2020.",
         "On Boats", ["Bo Fei", "Ada Berg"]),
        (r"FEI B~C, BERG W~M. \newblock On boats\allowbreak[C]//Boats. \newblock 2020: 15--19.",
         "On boats", ["B. C. Fei", "W. M. Berg"]),
    ],
)  # fmt: skip
def test_an_entry_of_a_style(tmp_path: Path, text: str, title: str, names: list[str]) -> None:
    assert _read(tmp_path, text) == (title, names, 2020)


def test_the_words_that_a_list_defines(tmp_path: Path) -> None:
    before = (
        "\\providecommand{\\fandname}{\\&}\n\\providecommand{\\og}{``}\\providecommand{\\fg}{''}\n"
    )
    text = r"{\scshape B.~Fei {\normalfont \fandname} A.~Berg} -- {\og On boats\fg}, Cell, 2020."
    assert _read(tmp_path, text, before) == ("On boats", ["B. Fei", "A. Berg"], 2020)


def test_pages_are_no_year(tmp_path: Path) -> None:
    text = r"Fei, B. \newblock On boats. \newblock Cell, 2015: 1915-1924."
    assert _read(tmp_path, text)[2] == 2015


def test_what_an_entry_cites_says_nothing_of_the_document(tmp_path: Path) -> None:
    path = tmp_path / "main.bbl"
    path.write_text(
        f"{_BEGIN}\\bibitem{{a}} B. Fei.\n\\newblock On boats.\n\\newblock In \\cite{{c}}, 2020.\n"
        "\\bibitem{b} A. Berg.\n\\newblock On moss.\n\\newblock 2021.\n\\end{thebibliography}\n"
    )
    found = load(path)
    assert ([one.key for one in found], found.diagnostics) == (["a", "b"], [])

r"""Entries of .bbl files whose styles have commands of their own, or the title beside the names."""

from __future__ import annotations

from pathlib import Path

import pytest

from refcore.formats import load
from refcore.model.people import Authors

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
        (r"\abtype{0}{Bo Fei\abphrase{0}Ada Berg}. \newblock \abtype{1}{On Boats}, \abphrase{8}~4"
         r"\abphrase{5}\abtype{1}{Boats}. \newblock Pier, Oslo \abtype{5}{\abmonth{5} 2020}.",
         "On Boats", ["Bo Fei", "Ada Berg"]),
        (r"\jbbibargs {\bibnf {Fei} {Bo} {B.} {} {}\Bibbtasep \bibnf {Berg} {Ada} {A.} {van} {}} "
         r"{Bo FeiAda van Berg} {aus} {\bibapifont {On Boats}\bibatsep\ \bibjtfont {Cell} "
         r"\artyearformat {2020}} {\bibhowcited} \jbdoitem "
         r"{{Fei}{Bo}{B.}{}{}; {Berg}{Ada}{A.}{van}{}} {} {} \bibAnnoteFile {k}",
         "On Boats", ["Bo Fei", "Ada van Berg"]),
        (r"Fei, Bo, and Ada Berg. \newblock 2020. \newblock \Wrapquotes{On Boats}. \newblock "
         r"\textitswitch{Cell} 3:5--9.", "On Boats", ["Bo Fei", "Ada Berg"]),
        (r"Fei, B., and A.~Berg. 2020. \bibenquote{On Boats.} {\em Cell\/} 12:101--119.",
         "On Boats", ["B. Fei", "A. Berg"]),
        (r"\textsc{Fei, B.} \bbland{} \textsc{A.~Berg}. 2020, \enquote{On Boats of Moss}, "
         r"\emph{Cell}, \bblvol{}~12, \bblpp{} 3--9.", "On Boats of Moss", ["B. Fei", "A. Berg"]),
        (r"Fei B, Ek L and Berg A~J 2020 Learning to sail with moss {\em Proceedings of the Ninth "
         r"Conference on Boats\/} (Porto: Pier) pp 3--4",
         "Learning to sail with moss", ["B. Fei", "L. Ek", "A. J. Berg"]),
        (r"Fei B 2020 {\em Stability of floating lamps\/} Ph.D. thesis University of Oslo",
         "Stability of floating lamps", ["B. Fei"]),
        (r"Fei, B. \& Berg, A. (2020) On boats and moss. \newblock {\em Cell}, 12(3), 1--9.",
         "On boats and moss", ["B. Fei", "A. Berg"]),
        (r"Fei, B. \& Berg, A. \newblock (2020) On boats and moss. \newblock {\em Cell} {\bf 12}.",
         "On boats and moss", ["B. Fei", "A. Berg"]),
        (r"FEI B, BERG W. \newblock On boats: TR-14\allowbreak[R]. \newblock Pier, 2020.",
         "On boats", ["B. Fei", "W. Berg"]),
        (r"\dinatlabel{Fei u. Berg 2020} \textsc{Fei}, Bo ; \textsc{Berg}, Ada: \newblock On boats"
         r". \newblock {In: }\emph{Cell} 12 (2020), Nr. 3.", "On boats", ["Bo Fei", "Ada Berg"]),
        (r"Fei, Bo. \newblock \emph{On Boats}, second edition. \newblock Pier, Oslo, 2020.",
         "On Boats", ["Bo Fei"]),
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


@pytest.mark.parametrize(
    "text",
    [
        r"Tom Fei og Ada Berg, redakt\o rer. \newblock \emph{On Boats}, bind~4 af \emph{Boats}. "
        r"\newblock Pier, 2020.",
        r"\bibinfo{editor}{\bibfnamefont{T.}~\bibnamefont{Fei}} \bibnamefont{and} \bibinfo{editor}"
        r"{\bibfnamefont{A.}~\bibnamefont{Berg}}, eds., \emph{\bibinfo{title}{On Boats}}, "
        r"(\bibinfo{year}{2020}).",
        r"Fei, T. and Berg, A. (Eds.) (2020) \textit{On Boats}, vol.~4 of \textit{Boats}, Pier.",
        r"\emph{On Boats}; \newblock Fei,~T., Berg,~A., Eds.; \newblock Pier: Oslo, 2020.",
        r"\bibeditor{Fei T\@, Berg A}\@. \bibbooktitle{On Boats}\bibmark{[M]}\@. \bibyear{2020}",
        r"\jbbibargs {\biblenf {Fei} {T.} {T.} {} {}} {T.} {eds} {\bibtfont {On Boats} \apyformat "
        r"{Pier\bibbdsep {} 2020}} {\bibhowcited} \jbdoitem {} {{Fei}{Tom}{T.}{}{}; "
        r"{Berg}{Ada}{A.}{}{}} {} \bibAnnoteFile {k}",
    ],
)
def test_the_editors_of_a_book_are_no_authors(tmp_path: Path, text: str) -> None:
    path = tmp_path / "main.bbl"
    path.write_text(f"{_BEGIN}\\bibitem{{k}}\n{text}\n\\end{{thebibliography}}\n")
    found = load(path)["k"]
    families = [name.family for name in found.names["editor"]]
    assert (found.title, found.authors, families) == ("On Boats", Authors(), ["Fei", "Berg"])


def test_names_of_rusnat_have_the_family_first(tmp_path: Path) -> None:
    before = "\\providecommand{\\EM}{\\em}\n\\providecommand{\\RNtxt}{\\relax}\n\\RNtxt{}\n"
    text = "{\\EM Fei Bo, Berg Ada~J. van~der}.\n\\newblock On boats. Oslo: Pier, 2020. Second."
    assert _read(tmp_path, text, before) == ("On boats", ["Bo Fei", "Ada J. van der Berg"], 2020)


def test_a_title_keeps_what_is_like_a_part_of_a_style(tmp_path: Path) -> None:
    text = r"B. Fei. \newblock On boats: moss, and the 1998 flood. \newblock Cell, 2020."
    assert _read(tmp_path, text)[0] == "On boats: moss, and the 1998 flood"
    text = r"B. Fei. \newblock On E-boats: an essay in parts. \newblock Cell, 2020."
    assert _read(tmp_path, text)[0] == "On E-boats: an essay in parts"

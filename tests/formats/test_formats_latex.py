"""LaTeX projects: what is cited, from which files, and what is odd; .bbl and .aux files."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from refcore import load, loads
from refcore.cli.commands import cli
from refcore.formats.latex.commands import commands_of
from refcore.formats.latex.live import without_comments

# ruff: noqa: E501 - a source is one line

BIB = """@book{fei, author={Fei, Bo}, title={Boats}, year=2020}
@book{cai, author={Cai, Li}, title={Paper}, year=2021}
@book{roe, author={Roe, Ann}, title={Water}, year=2019}
"""


def project(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder / "main.tex"


@pytest.mark.parametrize(
    ("command", "keys"),
    [
        ("\\cite{a}", "a"),
        ("\\cite{a, b}", "a b"),
        ("\\citep[see][p. 3]{a}", "a"),
        ("\\citet*{a}", "a"),
        ("\\citeauthor{a}", "a"),
        ("\\citeyearpar{a}", "a"),
        ("\\parencite[3]{a}", "a"),
        ("\\textcite{a}", "a"),
        ("\\autocite{a}", "a"),
        ("\\footcite[12--14]{a}", "a"),
        ("\\fullcite{a}", "a"),
        ("\\smartcite{a}", "a"),
        ("\\Cite{a}", "a"),
        ("\\Citep{a}", "a"),
        ("\\citealp{a}", "a"),
        ("\\cites[1]{a}[2]{b}{c}", "a b c"),
        ("\\parencites(see)()[1]{a}{b}", "a b"),
        ("\\nocite{*}", "*"),
        ("\\cite\n  {a,\n   b}", "a b"),
        ("\\cite{a} % \\cite{b}", "a"),
        ("\\begin{verbatim}\\cite{a}\\end{verbatim}", ""),
        ("\\end{document}\\cite{a}", ""),
        ("\\newcommand{\\x}[1]{\\cite{#1}}", ""),
        ("\\citestyle{apa}", ""),
        ("\\DeclareCiteCommand{\\x}{}{}{}{}", ""),
        ("100\\% \\cite{a}", "a"),
        ("\\\\% \\cite{a}", ""),
    ],
)
def test_a_command_cites(command: str, keys: str) -> None:
    found = commands_of(without_comments(command))
    assert " ".join(name for one in found if one.role == "cite" for name in one.names) == keys


def test_a_project_is_what_it_cites_at_the_place_of_the_cite(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    main = project(
        tmp_path,
        main_tex="\\input{parts/one}\n\\include{two}\n\\bibliography{refs}\n",
        parts__one_tex="Text\n\\cite{cai}\n",
        two_tex="\\citep{fei}",
        refs_bib=BIB,
    )
    library = load(main)
    assert [(one.key, str(one.location)) for one in library] == [
        ("cai", f"parts{'/'}one.tex:2"),
        ("fei", "two.tex:1"),
    ]
    assert [str(found) for found in library.diagnostics] == [f"{main}: 1 entry is not cited: roe"]


def test_what_is_odd_is_said_with_its_place(tmp_path: Path) -> None:
    main = project(
        tmp_path,
        main_tex="\\cite{fey}\\input{none}\\input{../x}\\bibliography{refs,more,gone}\\cite{fei}",
        refs_bib=BIB,
        more_bib="@misc{fei, title={Other}}",
    )
    library = load(main)
    assert [one.title for one in library] == ["Boats"]
    said = [found.message for found in library.diagnostics]
    assert "no entry has the key 'fey'; did you mean 'fei'?" in said
    assert "source 'none' does not exist" in said
    assert "source '../x' is outside the document's folder and not read" in said
    assert "bibliography 'gone' does not exist" in said
    assert "the key 'fei' has two entries; the first counts" in said


def test_all_is_cited_by_a_star_or_where_nothing_is(tmp_path: Path) -> None:
    main = project(tmp_path, main_tex="\\nocite{*}\\addbibresource{refs.bib}", refs_bib=BIB)
    assert [one.key for one in load(main)] == ["fei", "cai", "roe"]
    main = project(tmp_path, main_tex="\\bibliography{refs}", refs_bib=BIB)
    assert len(load(main)) == 3


def test_files_that_bring_each_other_in_are_read_once(tmp_path: Path) -> None:
    main = project(tmp_path, main_tex="\\input{a}", a_tex="\\input{main}\\input{a}\\cite{x}")
    assert [found.message for found in load(main).diagnostics] == ["no entry has the key 'x'"]


def test_an_aux_file_and_a_bcf_file(tmp_path: Path) -> None:
    project(
        tmp_path,
        refs_bib=BIB,
        main_aux="\\relax\n\\citation{fei,cai}\n\\bibdata{refs}\n\\@input{ch.aux}\n",
        ch_aux="\\abx@aux@cite{0}{roe}\n",
        main_bcf='<?xml version="1.0"?>\n<bcf:controlfile>\n<bcf:datasource type="file">refs.bib'
        '</bcf:datasource>\n<bcf:citekey order="1">cai</bcf:citekey>\n</bcf:controlfile>',
    )
    assert [one.key for one in load(tmp_path / "main.aux")] == ["fei", "cai", "roe"]
    assert [one.key for one in load(tmp_path / "main.bcf")] == ["cai"]


ITEMS = r"""
\begin{thebibliography}{10}

\bibitem{plain}
B.~Fei, L.~Cai, and A.~Roe.
\newblock On boats of paper.
\newblock {\em Journal of Boats}, 3(2):5--9, 2020.

\bibitem[Fei and Cai(2021)]{natbib}
Bo~Fei and Li~Cai.
\newblock \emph{The whole book}.
\newblock Press, Oslo, 2021.
\newblock \doi{10.1000/xyz}.

\bibitem{ieee}
B.~Fei, L.~Cai \emph{et~al.}, ``On paper,'' \emph{Water}, vol.~3, pp. 1990--1999, 2019,
arXiv:1906.01234.

\bibitem{own} Some words about a thing, see https://example.org/2016/x.
\end{thebibliography}
\bibitem{after} no
"""


def test_a_title_in_italics_behind_names_is_one_without_a_sign_before_it() -> None:
    source = r"""\def\bibitem{\@optional\@item}
\begin{thebibliography}{9}
\bibitem{no-sign} Roe, Nadia \emph{\TeX: A Book of Boxes}, Pier House, 2nd edition, 1994.
\bibitem{undated} Roe N. (bdw.), \emph{Theory of \TeX\/}, \url{https://example.org}.
\end{thebibliography}"""
    library = loads(source, "latex")
    shown = {one.key: (str(one.authors), one.title) for one in library}
    assert shown["no-sign"] == ("Nadia Roe", "TeX: A Book of Boxes")
    assert shown["undated"] == ("N. Roe", "Theory of TeX")
    assert len(library) == 2


def test_items_of_thebibliography() -> None:
    library = loads(ITEMS, "latex")
    shown = [(one.key, str(one.authors), one.title, one.year) for one in library][:4]
    assert shown == [
        ("plain", "B. Fei, L. Cai, A. Roe", "On boats of paper", 2020),
        ("natbib", "Bo Fei, Li Cai", "The whole book", 2021),
        ("ieee", "B. Fei, L. Cai et al.", "On paper", 2019),
        ("own", "", "", None),
    ]
    assert str(library["natbib"].doi) == "10.1000/xyz"
    assert str(library["ieee"].arxiv) == "1906.01234"


MARKED = r"""
\bibitem [{\citenamefont {Fei}\ and\ \citenamefont {Cai}(2020)}]{aps}%
  \BibitemOpen
  \bibfield  {author} {\bibinfo {author} {\bibfnamefont {B.}~\bibnamefont {Fei}}\ and\ \bibinfo {author}
  {\bibfnamefont {L.}~\bibnamefont {Cai}},\ }\bibfield  {title} {\bibinfo {title} {On boats},\ }\href
  {https://doi.org/10.1000/xyz} {\bibfield  {journal} {\bibinfo  {journal} {Water}\ }\textbf {\bibinfo
  {volume} {3}},\ \bibinfo {pages} {5} (\bibinfo {year} {2020})}\BibitemShut {NoStop}%
\bibitem[{Fei and Cai(2020)}]{harv}
\bibinfo{author}{Fei, B.}, \bibinfo{author}{Cai, L.}, \bibinfo{year}{2020}.
\newblock \bibinfo{title}{On boats}, in: \bibinfo{editor}{Roe, A.} (Ed.), \bibinfo{booktitle}{Waters}.
\bibitem[Fei and Cai(2020)]%
        {acm}
\bibfield{author}{\bibinfo{person}{Bo Fei} {and} \bibinfo{person}{Li Cai}.} \bibinfo{year}{2020}\natexlab{}.
\newblock \showarticletitle{On boats}. \bibinfo{journal}{Water}.
\bibitem [\protect \citeauthoryear {Fei\ \BBA {} Cai}{Fei\ \BBA {} Cai}{2020}]{apa}
\begin{APACrefauthors}%
Fei, B\BPBI{}.%
\BCBT {}\ \BBA {} Cai, L.%
\end{APACrefauthors}%
\newblock \APACrefYearMonthDay{2020}{}{}.
\newblock {\BBOQ}\APACrefatitle {On boats} {On boats}.{\BBCQ} \newblock \APACjournalVolNumPages{Water}{3}{}{5}.
\bibitem{siam} {\sc B.~Fei and L.~Cai}, {\em On boats}, Water, 3 (2020), p.~5.
\bibitem{lncs} Fei, B., Cai, L.: On boats. Water \textbf{3}, 5--9 (2020)
\bibitem{els} B.~Fei, L.~Cai, On boats, Water 3 (2020) 5--9.
"""


def test_items_with_marked_parts_and_plain_ones() -> None:
    library = loads(MARKED, "latex")
    assert [(one.key, one.title, one.year) for one in library] == [
        (key, "On boats", 2020) for key in ("aps", "harv", "acm", "apa", "siam", "lncs", "els")
    ]
    for one in library:
        assert [person.family for person in one.authors.people] == ["Fei", "Cai"]
        assert "boats" in library.texts[one.key]
    assert str(library["aps"].doi) == "10.1000/xyz"


BIBER = r"""\refsection{0}
  \datalist[entry]{nty/global//global/global}
    \entry{fei}{article}{}
      \name{author}{2}{}{%
        {{un=0,hash=ab}{%
           family={Fei},
           familyi={F\bibinitperiod},
           given={Bo},
           giveni={B\bibinitperiod}}}%
        {{hash=cd}{%
           family={With},
           given={Peter},
           prefix={de}}}%
      }
      \list{language}{1}{%
        {english}%
      }
      \strng{namehash}{x}
      \field{sortinit}{F}
      \field{title}{On boats}
      \field{journaltitle}{Water}
      \field{year}{2020}
      \verb{doi}
      \verb 10.1000/abc
      \endverb
    \endentry
  \enddatalist
\endrefsection
"""


def test_entries_of_biber() -> None:
    library = loads(BIBER, "latex")
    fei = library["fei"]
    assert str(fei.authors) == "Bo Fei, Peter de With"
    assert (fei.title, fei.year, str(fei.doi)) == ("On boats", 2020, "10.1000/abc")
    assert fei.fields["container-title"] == "Water"


def test_verify_reads_a_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REFCORE_CACHE_DIR", str(tmp_path / "cache"))
    project(tmp_path, main_tex="A\n\\cite{fei}\n\\bibliography{refs}", refs_bib=BIB)
    done = CliRunner().invoke(cli, ["verify", "--offline", "main.tex"])
    assert "main.tex:2: fei:" in done.stdout
    assert "2 entries are not cited: cai, roe" in done.stderr


@pytest.mark.parametrize(
    "form",
    [
        "\\cite{a}",
        "\\cite[",
        "{",
        "\\bibitem{a}",
        "\\bibitem[",
        "%",
        "\\input ",
        "``",
        "\\entry{a}{b}{}\n",
    ],
)
def test_the_time_grows_with_the_text(
    form: str, seconds_of: Callable[[Callable[[], object]], float]
) -> None:
    short, long = (form * (size // len(form)) for size in (8_000, 32_000))
    least = seconds_of(lambda: loads(short, "latex"))
    assert seconds_of(lambda: loads(long, "latex")) < 9 * least + 0.1


@given(st.text(alphabet="\\citeba{}[]%\n,.`'&~ #bibitem", max_size=100))
def test_any_text_is_read(text: str) -> None:
    loads(text, "latex")


REVTEX_HEAD = (
    "\\begin{thebibliography}{9}\n\\bibitem [{\\citenamefont {Fei}(2020)}]{a}%\n  \\BibitemOpen\n"
)
REVTEX_AUTHOR = (
    "\\bibfield  {author} {\\bibinfo {author} {\\bibfnamefont {B.}~\\bibnamefont {Fei}},\\ }"
)
REVTEX_YEAR = (
    "\\ (\\bibinfo  {publisher} {ACM},\\ \\bibinfo {year} {2020})\\BibitemShut {NoStop}%\n"
)
# What is behind the names in REVTeX's and ACM's lists, and the title that is read.
PARTS_OF_BOOKS = [
    ("in\\ \\href@noop {} {\\emph {\\bibinfo {booktitle} {Proceedings of Ponds}}},", ""),
    ("in\\ \\href {https://doi.org/10.1000/x} {\\emph\n  {\\bibinfo {booktitle} {Proceedings of {THE} Ponds}}}", ""),
    ("in\\\n  \\emph {\\bibinfo {booktitle} {Handbook of Ponds}},\\ \\bibinfo {editor} {X}", ""),
    ("\\bibfield  {title} {\\bibinfo {title} {Reeds},\\ }in\\ \\emph {\\bibinfo {booktitle} {Ponds}}", "Reeds"),
    ("\\emph {\\bibinfo {title} {Reeds in Ponds}}", "Reeds in Ponds"),
    ("\\href@noop {} {\\bibfield  {journal} {\\bibinfo  {journal} {Cell}\\ }\\textbf {\\bibinfo {volume} {7}}", ""),
    ("\\newblock \\bibinfo{booktitle}{\\emph{Reeds in Ponds} (\\bibinfo{edition}{fourth} ed.)}.", "Reeds in Ponds"),
    ("\\newblock \\bibinfo{booktitle}{\\emph{Reeds in Ponds}}.", "Reeds in Ponds"),
    ("\\newblock \\showarticletitle{Reeds}. In \\bibinfo{booktitle}{\\emph{Ponds}}.", "Reeds"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "title"), PARTS_OF_BOOKS)
def test_the_book_that_a_work_is_in_is_not_its_title(source: str, title: str) -> None:
    library = loads(
        f"{REVTEX_HEAD}  {REVTEX_AUTHOR}{source}{REVTEX_YEAR}\\end{{thebibliography}}", "latex"
    )
    (found,) = library
    assert (str(found.authors), found.title, found.year) == ("B. Fei", title, 2020)


IEEE = r"""\begin{thebibliography}{1}
\providecommand{\BIBforeignlanguage}[2]{#2}
\bibitem{knuth}
D.~E. Knuth, \emph{{The TeXbook}}.\hskip 1em plus 0.5em minus 0.4em\relax Reading, MA:
  Addison-Wesley, 1984.
\bibitem{knuth2}
------, ``Literate programming,'' \emph{Comput. J.}, vol.~27, no.~2, pp. 1997--2011, 1984.
\bibitem{lamport}
L.~Lamport, \emph{LaTeX}, 2nd~ed.\hskip 1em plus
  0.5em minus 0.4em\relax Addison-Wesley, 1994, originally published in 1986.
\bibitem{goossens}
``\BIBforeignlanguage{English}{The {LaTeX} project},'' \url{https://www.latex-project.org/}.
\end{thebibliography}"""
PLAIN = r"""\begin{thebibliography}{1}
\bibitem{a} Donald~E. Knuth.
\newblock {\em The TeXbook}, volume~A of {\em Computers and Typesetting}.
\newblock Addison-Wesley, 1986.
\bibitem{b} Edward Yourdon.
\newblock {\em Classics}, chapter~8.
\newblock Press, 1914.
\bibitem{c} Ann Moss and Bo Fern, editors.
\newblock {\em Proceedings of the Fen}, 2013.
\bibitem{d} {CUDA Guide}.
\newblock \url{https://docs.example.org/2017/index.html}.
\bibitem{e} Ann Moss.
\newblock On fens.
\newblock SIAM, 2000.
\newblock Originally published in 1970 by Academic Press.
\end{thebibliography}"""


def test_items_of_ieeetran() -> None:
    found = list(loads(IEEE, "latex"))
    assert [one.title for one in found][:3] == [
        '<span class="nocase">The TeXbook</span>',
        "Literate programming",
        "LaTeX",
    ]
    assert [[str(name) for name in one.authors] for one in found] == [
        ["D. E. Knuth"],
        ["D. E. Knuth"],
        ["L. Lamport"],
        [],
    ]
    assert [one.year for one in found] == [1984, 1984, 1994, None]
    assert "BIBforeign" not in found[3].title


def test_items_of_plain() -> None:
    found = list(loads(PLAIN, "latex"))
    assert [one.title for one in found] == [
        "The TeXbook",
        "Classics",
        "Proceedings of the Fen",
        '<span class="nocase">CUDA Guide</span>',
        "On fens",
    ]
    assert [one.year for one in found] == [1986, 1914, 2013, None, 2000]
    assert [str(name) for name in found[2].names["editor"]] == ["Ann Moss", "Bo Fern"]
    assert not found[2].authors


def test_entries_that_set_options_are_no_references(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(
        '@IEEEtranBSTCTL{IEEEexample:BSTcontrol, CTLuse_forced_etal = "yes"}\n'
        "@Control{achemso-control, ctrl-use-title = {yes}}\n"
        "@article{a, author = {Ann Moss}, title = {On fens}}\n"
    )
    main = tmp_path / "main.tex"
    main.write_text(
        "\\bstctlcite{IEEEexample:BSTcontrol}\\nocite{achemso-control,REVTEX41Control,"
        "apsrev41Control}\\cite{a}\\bibliography{mainNotes,refs}"
    )
    library = load(main)
    assert [one.key for one in library] == ["a"]
    assert library.diagnostics == []


@pytest.mark.parametrize(
    ("source", "authors", "title"),
    [
        (
            r"\def\me{B.~Fei} \bibitem{a} L.~Cai and {\me}. On boats. \emph{Water}, 3:5--9, 2020.",
            "L. Cai, B. Fei",
            "On boats",
        ),
        (
            r"\newcommand{\us}{Cai, L.} \bibitem{a} \us: Fens of the north. Ann. Math. 20, (1949), 3--9.",
            "L. Cai",
            "Fens of the north",
        ),
        (
            r"\bibitem{a} Ricci, G.: Flows and boats, \ARXIV{math.DG/0211159}",
            "G. Ricci",
            "Flows and boats",
        ),
        (
            r"\bibitem{a} Lévy, P.: Sur les bateaux. Water 7, (1939), 283--339. \MR{0000919}",
            "P. Lévy",
            "Sur les bateaux",
        ),
        (
            r"\bibitem{a} GNU Free Documentation License. \url{https://example.org/fdl}",
            "",
            "GNU Free Documentation License",
        ),
        (r"\bibitem{a} pdfboats: \url{https://example.org/pdfboats}", "", "pdfboats"),
        (
            r"\bibitem{a} ``Boats of Paper,'' \url{https://example.org/boats}, 2011.",
            "",
            "Boats of Paper",
        ),
        (
            r"\bibitem{a} Cai, Nathalie: boats: Glosses of water. 2017. \url{https://example.org}",
            "Nathalie Cai",
            "boats: Glosses of water",
        ),
        (
            r"\bibitem{a} Kopka, H., and P.~W. Roe, A Boat for Beginners, 3rd ed., Pier, Oslo, 1999.",
            "H. Kopka, P. W. Roe",
            "A Boat for Beginners",
        ),
    ],
)
def test_an_item_without_marks(source: str, authors: str, title: str) -> None:
    (one,) = loads(source, "latex")
    assert (str(one.authors), one.title) == (authors, title)

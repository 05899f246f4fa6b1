"""Small LaTeX projects: which entries they cite, and what is said of them."""

from pathlib import Path

import pytest

from refcore import load

# ruff: noqa: E501 - a source is one line


def bib(keys: str) -> str:
    """Return a .bib file with an entry for each key."""
    return "\n".join(
        f"@article{{{key}, author={{Fei, Bo}}, title={{On {key}}}, year=2020}}"
        for key in keys.split()
    )


DOCUMENT = r"\documentclass{article}\begin{document}"
END = r"\end{document}"
# A name, the files ("bib: a b" is a .bib file with these keys), the main file, the keys cited, those not cited.
PROJECTS = [
    (
        "subfiles",
        {
            "main.tex": "\\documentclass{article}\\usepackage{subfiles}\\begin{document}\\subfile{ch/one}\\subfile{ch/two.tex}\\bibliography{refs}\\end{document}",
            "ch/one.tex": "\\documentclass[../main.tex]{subfiles}\\begin{document}\\cite{a}\\end{document}",
            "ch/two.tex": "\\documentclass[../main]{subfiles}\\begin{document}\\cite{b}\\end{document}\\cite{zz}",
            "refs.bib": "bib: a b c",
        },
        "main.tex",
        "a b",
        "c",
    ),
    (
        "import",
        {
            "main.tex": "\\documentclass{article}\\usepackage{import}\\begin{document}\\import{ch/}{one}\\subimport{ch/}{two.tex}\\inputfrom{ch/}{three}\\bibliography{refs}\\end{document}",
            "ch/one.tex": "\\cite{a}\\input{inner}",
            "ch/inner.tex": "\\cite{d}",
            "ch/two.tex": "\\cite{b}\\subimport{sub/}{deep}",
            "ch/sub/deep.tex": "\\cite{e}",
            "ch/three.tex": "\\cite{f}",
            "refs.bib": "bib: a b c d e f",
        },
        "main.tex",
        "a d b e f",
        "c",
    ),
    (
        "include",
        {
            "main.tex": "\\documentclass{book}\\includeonly{one}\\begin{document}\\include{one}\\include{two}\\bibliography{refs}\\end{document}",
            "one.tex": "\\cite{a}",
            "two.tex": "\\cite{b}",
            "refs.bib": "bib: a b c",
        },
        "main.tex",
        "a b",
        "c",
    ),
    (
        "addbibresource opts",
        {
            "main.tex": "\\documentclass{article}\\usepackage[style=apa,backend=biber]{biblatex}\\addbibresource[location=local,type=file]{bib/one.bib}\\addbibresource {two.bib}\\begin{document}\\parencite[see][12]{a}\\textcite{b}\\autocite*{c}\\footcite{d}\\fullcite{e}\\printbibliography\\end{document}",
            "bib/one.bib": "bib: a b c",
            "two.bib": "bib: d e f",
        },
        "main.tex",
        "a b c d e",
        "f",
    ),
    (
        "glob",
        {
            "main.tex": "\\documentclass{article}\\usepackage[bibencoding=utf8]{biblatex}\\addbibresource[glob]{bib/*.bib}\\begin{document}\\cite{a,b}\\printbibliography\\end{document}",
            "bib/one.bib": "bib: a",
            "bib/two.bib": "bib: b",
            "bib/no.txt": "x",
        },
        "main.tex",
        "a b",
        "",
    ),
    (
        "glob=true label",
        {
            "main.tex": "\\documentclass{article}\\usepackage{biblatex}\\addbibresource[glob=true,label=x]{chap?.bib}\\begin{document}\\cite{a,b}\\end{document}",
            "chap1.bib": "bib: a",
            "chap2.bib": "bib: b",
        },
        "main.tex",
        "a b",
        "",
    ),
    (
        "nocite*",
        {
            "main.tex": "\\documentclass{article}\\begin{document}\\cite{a}\\nocite{*}\\bibliography{refs}\\end{document}",
            "refs.bib": "bib: a b",
        },
        "main.tex",
        "a b",
        "",
    ),
    (
        "nocite some",
        {
            "main.tex": "\\documentclass{article}\\begin{document}\\nocite{a, b}\\bibliography{refs}\\end{document}",
            "refs.bib": "bib: a b c",
        },
        "main.tex",
        "a b",
        "c",
    ),
    (
        "multibib",
        {
            "main.tex": "\\documentclass{article}\\usepackage{multibib}\\newcites{sec,web}{Secondary,Web}\\begin{document}\\cite{a}\\citesec{b}\\citepweb{c}\\nocitesec{d}\\bibliographystyle{plain}\\bibliography{one}\\bibliographystylesec{plain}\\bibliographysec{two}\\bibliographyweb{three}\\end{document}",
            "one.bib": "bib: a",
            "two.bib": "bib: b d",
            "three.bib": "bib: c",
        },
        "main.tex",
        "a b c d",
        "",
    ),
    (
        "chapterbib",
        {
            "main.tex": "\\documentclass{book}\\usepackage{chapterbib}\\begin{document}\\include{one}\\include{two}\\end{document}",
            "one.tex": "\\cite{a}\\bibliographystyle{plain}\\bibliography{refs}",
            "two.tex": "\\cite{b}\\bibliography{refs,more}",
            "refs.bib": "bib: a",
            "more.bib": "bib: b",
        },
        "main.tex",
        "a b",
        "",
    ),
    (
        "refsection",
        {
            "main.tex": "\\documentclass{book}\\usepackage{biblatex}\\addbibresource{g.bib}\\begin{document}\\begin{refsection}[one.bib]\\cite{a}\\printbibliography\\end{refsection}\\newrefsection[two.bib, three.bib]\\cite{b}\\cite{c}\\begin{refsection}\\cite{d}\\end{refsection}\\end{document}",
            "one.bib": "bib: a",
            "two.bib": "bib: b",
            "three.bib": "bib: c",
            "g.bib": "bib: d",
        },
        "main.tex",
        "a b c d",
        "",
    ),
    (
        "natbib",
        {
            "main.tex": "\\documentclass{article}\\usepackage{natbib}\\begin{document}\\citep[e.g.,][]{a}\\citet*{b}\\citealt{c}\\citealp[p.~3]{d}\\citeauthor*{e}\\citeyearpar{f}\\Citet{g}\\Citeauthor{h}\\citetext{see \\citealp{i}}\\citefullauthor{j}\\defcitealias{k}{Paper~I}\\citetalias{k}\\citepalias{k}\\citenum{l}\\bibliography{r}\\end{document}",
            "r.bib": "bib: a b c d e f g h i j k l",
        },
        "main.tex",
        "a b c d e f g h i j k l",
        "",
    ),
    (
        "biblatex",
        {
            "main.tex": "\\documentclass{article}\\usepackage{biblatex}\\addbibresource{r.bib}\\begin{document}\\parencites(see)()[1]{a}[2]{b}\\textcites{c}{d}\\cites[vgl.][]{e}{f}\\smartcite{g}\\supercite{h}\\footcitetext{i}\\Textcite{j}\\citetitle{k}\\citeyear{l}\\citedate{m}\\citeurl{n}\\parencite*{o}\\footfullcite{p}\\notecite{q}\\pnotecite{r}\\volcite{2}[3]{s}\\pvolcite[see]{1}[2]{t}\\autocites{u}{v}\\Parencite{w}\\citeauthor{x}\\fnotecite{y}\\nocite{z}\\end{document}",
            "r.bib": "bib: a b c d e f g h i j k l m n o p q r s t u v w x y z",
        },
        "main.tex",
        "a b c d e f g h i j k l m n o p q r s t u v w x y z",
        "",
    ),
    (
        "apacite",
        {
            "main.tex": "\\documentclass{article}\\usepackage{apacite}\\begin{document}\\cite<see>[p.~3]{a}\\shortcite{b}\\citeA{c}\\citeauthor<e.g.>{d}\\fullciteA{e}\\citeNP{f}\\citeyearNP{g}\\shortciteNP<see>{h}\\nocitemeta{i}\\maskcite{j}\\citeauthorNP{k}\\bibliography{r}\\end{document}",
            "r.bib": "bib: a b c d e f g h i j k",
        },
        "main.tex",
        "a b c d e f g h i j k",
        "",
    ),
    (
        "comments",
        {
            "main.tex": "\\documentclass{article}\\begin{document}%\\cite{x}\n\\cite{a,% first\n  b,%\\cite{y}\n  c}50\\% \\cite{d} \\\\% \\cite{z}\n\\begin{comment}\\cite{q}\\end{comment}\\bibliography{r}\\end{document}",
            "r.bib": "bib: a b c d",
        },
        "main.tex",
        "a b c d",
        "",
    ),
    (
        "verbatim",
        {
            "main.tex": "\\documentclass{article}\\begin{document}\\begin{verbatim}\n\\cite{x}\n\\end{verbatim}\\verb|\\cite{y}|\\verb+\\cite{z}+ \\verb*!\\cite{w}! \\lstinline{\\cite{v}} \\lstinline[language=TeX]|\\cite{u}| \\mintinline{tex}{\\cite{t}} \\begin{lstlisting}[language=TeX]\n\\cite{s}\\end{lstlisting}\\begin{Verbatim}\n\\cite{q}\\end{Verbatim}\\begin{filecontents}{x.tex}\n\\cite{p}\\end{filecontents}\\cite{a}\\bibliography{r}\\end{document}",
            "r.bib": "bib: a",
        },
        "main.tex",
        "a",
        "",
    ),
    (
        "iffalse",
        {
            "main.tex": "\\documentclass{article}\\begin{document}\\iffalse \\cite{x} \\ifodd\\cite{y}\\fi\\cite{z}\\fi \\cite{a} \\iftrue\\cite{b}\\else\\cite{w}\\fi \\iffalse\\cite{v}\\else\\cite{c}\\fi\\bibliography{r}\\end{document}",
            "r.bib": "bib: a b c",
        },
        "main.tex",
        "a b c",
        "",
    ),
    (
        "command defs",
        {
            "main.tex": "\\documentclass{article}\\newcommand{\\mycite}[1]{\\citep{#1}}\\newcommand\\seecite[2][]{see \\cite[#1]{#2}}\\DeclareCiteCommand{\\boxcite}{}{}{}{}\\begin{document}\\mycite{a}\\seecite[1]{b}\\bibliography{r}\\end{document}",
            "r.bib": "bib: a b",
        },
        "main.tex",
        "a b",
        "",
    ),
    (
        "newcommand bib",
        {
            "main.tex": "\\documentclass{article}\\newcommand{\\refs}{lit}\\def\\more{extra}\\begin{document}\\cite{a,b}\\bibliography{\\refs,\\more}\\end{document}",
            "lit.bib": "bib: a",
            "extra.bib": "bib: b",
        },
        "main.tex",
        "a b",
        "",
    ),
    (
        "jobname",
        {
            "main.tex": "\\documentclass{article}\\begin{document}\\cite{a}\\bibliography{\\jobname}\\end{document}",
            "main.bib": "bib: a",
        },
        "main.tex",
        "a",
        "",
    ),
    (
        "filecontents bib",
        {
            "main.tex": "\\begin{filecontents*}[overwrite]{\\jobname.bib}\n@misc{a, title={On a}}\n@misc{b, title={On b}}\n\\end{filecontents*}\n\\documentclass{article}\\begin{document}\\cite{a}\\bibliography{\\jobname}\\end{document}"
        },
        "main.tex",
        "a",
        "b",
    ),
    (
        "filecontents named",
        {
            "main.tex": "\\begin{filecontents}{inline.bib}\n@misc{a, title={On a}}\n@misc{b, title={On b}}\n\\end{filecontents}\n\\documentclass{article}\\begin{document}\\cite{a}\\bibliography{inline}\\end{document}"
        },
        "main.tex",
        "a",
        "b",
    ),
    (
        "input bbl",
        {
            "main.tex": "\\documentclass{article}\\begin{document}\\cite{a}\\input{main.bbl}\\end{document}",
            "main.bbl": "\\begin{thebibliography}{1}\n\\bibitem{a} B.~Fei.\n\\newblock On boats.\n\\newblock 2020.\n\\end{thebibliography}",
        },
        "main.tex",
        "a",
        "",
    ),
    (
        "graphicspath spaces",
        {
            "main.tex": "\\documentclass{article}\\begin{document}\\cite{ a , b }\n\\cite\n{c}\\cite [p. 2] {d}\\bibliography{ my refs , other }\\end{document}",
            "my refs.bib": "bib: a b",
            "other.bib": "bib: c d",
        },
        "main.tex",
        "a b c d",
        "",
    ),
    (
        "aux",
        {
            "main.aux": "\\relax\n\\citation{a,b}\n\\@input{ch.aux}\n\\bibstyle{plain}\n\\bibdata{refs}\n\\bibcite{a}{1}\n",
            "ch.aux": "\\relax\n\\citation{c}\n",
            "refs.bib": "bib: a b c d",
        },
        "main.aux",
        "a b c",
        "d",
    ),
    (
        "aux biblatex",
        {
            "main.aux": "\\relax\n\\abx@aux@refcontext{nty/global//global/global}\n\\abx@aux@cite{0}{a}\n\\abx@aux@segm{0}{0}{a}\n",
            "main.bcf": '<?xml version="1.0"?><bcf:controlfile version="3.8" xmlns:bcf="x"><bcf:bibdata section="0"><bcf:datasource type="file" datatype="bibtex" glob="false">refs.bib</bcf:datasource></bcf:bibdata><bcf:section number="0"><bcf:citekey order="1">a</bcf:citekey></bcf:section></bcf:controlfile>',
            "refs.bib": "bib: a b",
        },
        "main.aux",
        "a",
        "b",
    ),
    (
        "bcf star",
        {
            "main.bcf": '<?xml version="1.0"?>\n<bcf:controlfile version="3.8" xmlns:bcf="x"><bcf:bibdata section="0"><bcf:datasource type="file" datatype="bibtex">a&amp;b.bib</bcf:datasource></bcf:bibdata><bcf:section number="0"><bcf:citekey order="1" nocite="1">*</bcf:citekey></bcf:section></bcf:controlfile>',
            "a&b.bib": "bib: a b",
        },
        "main.bcf",
        "a b",
        "",
    ),
    (
        "aux multibib",
        {
            "main.aux": "\\relax\n\\citation{a}\n\\bibdata{one}\n",
            "sec.aux": "\\relax\n\\citation{b}\n\\bibdata{two}",
            "one.bib": "bib: a",
            "two.bib": "bib: b",
        },
        "sec.aux",
        "b",
        "",
    ),
    (
        "crossref parent",
        {
            "main.tex": "\\documentclass{article}\\begin{document}\\cite{a}\\bibliography{r}\\end{document}",
            "r.bib": "@inproceedings{a, author={Fei, Bo}, title={On boats}, crossref={p}}\n@proceedings{p, title={Proc. of Words}, year=2020}",
        },
        "main.tex",
        "a",
        "",
    ),
    (
        "standalone",
        {
            "main.tex": "\\documentclass{article}\\usepackage{standalone}\\begin{document}\\includestandalone{fig/t}\\InputIfFileExists{opt.tex}{}{}\\IfFileExists{no.tex}{\\input{no.tex}}{}\\bibliography{r}\\end{document}",
            "fig/t.tex": "\\documentclass{standalone}\\begin{document}\\cite{a}\\end{document}",
            "opt.tex": "\\cite{b}",
            "r.bib": "bib: a b",
        },
        "main.tex",
        "a b",
        "",
    ),
    (
        "beamer",
        {
            "main.tex": "\\documentclass{beamer}\\begin{document}\\begin{frame}\\cite<2>{a}\\onslide<2->{\\cite{b}}\\end{frame}\\bibliography{r}\\end{document}",
            "r.bib": "bib: a b",
        },
        "main.tex",
        "a b",
        "",
    ),
    (
        "bibliography in file",
        {
            "main.tex": "\\documentclass{article}\\begin{document}\\cite{a}\\input{back}\\end{document}",
            "back.tex": "\\bibliographystyle{plain}\\bibliography{bib/r.bib}",
            "bib/r.bib": "bib: a",
        },
        "main.tex",
        "a",
        "",
    ),
]


@pytest.mark.parametrize(("name", "files", "main", "cited", "unused"), PROJECTS)
def test_a_project_is_what_it_cites(
    tmp_path: Path, name: str, files: dict[str, str], main: str, cited: str, unused: str
) -> None:
    for place, text in files.items():
        path = tmp_path / place
        path.parent.mkdir(parents=True, exist_ok=True)
        keys = text.removeprefix("bib: ")
        path.write_text(text if keys == text else bib(keys), encoding="utf-8")
    library = load(tmp_path / main)
    assert sorted(one.key for one in library) == sorted(cited.split())
    said = [found.message for found in library.diagnostics]
    expected = [message for message in said if "not cited" not in message]
    assert expected == []
    assert [message.rpartition(": ")[2] for message in said] == (
        [", ".join(unused.split())] if unused else []
    )


def test_the_list_that_bibtex_made_is_read_where_the_bib_file_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "main.tex").write_text(DOCUMENT + r"\cite{a}\bibliography{gone}" + END)
    (tmp_path / "main.bbl").write_text(
        "\\bibitem{a} B.~Fei.\n\\newblock On boats.\n\\newblock 2020.\n"
    )
    library = load(tmp_path / "main.tex")
    assert [(one.key, one.title) for one in library] == [("a", "On boats")]
    assert [str(one.severity) for one in library.diagnostics] == ["warning"]


def test_files_outside_and_on_the_web_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(bib("secret"))
    inner = tmp_path / "paper"
    inner.mkdir()
    (inner / "main.tex").write_text(
        r"\input{../x}\cite{a}\bibliography{../refs}\addbibresource[glob]{../*.bib}"
        r"\addbibresource[location=remote]{https://example.org/refs.bib}"
    )
    library = load(inner / "main.tex")
    assert len(library) == 0
    said = " ".join(found.message for found in library.diagnostics)
    assert "source '../x' is outside the document's folder and not read" in said
    assert "bibliography '../refs' is outside" in said
    assert "matches no file in the folder" in said
    assert "is on the web and not read" in said

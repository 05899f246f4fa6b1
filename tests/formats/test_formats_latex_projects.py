"""Small LaTeX projects: which entries they cite, and which findings they have."""

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


# Macros of a document, amsrefs, csquotes, bibunits, comments and options in braces.
PROJECTS += [
    (
        "commented bibliography",
        {
            "main.tex": "\\documentclass{article}\\begin{document}\\cite{a}\n%\\bibliography{old}\n\\bibliography{refs} % \\bibliography{older}\n\\end{document}",
            "refs.bib": "bib: a b",
        },
        "main.tex",
        "a",
        "b",
    ),
    (
        "key list over lines",
        {
            "main.tex": "\\documentclass{article}\\begin{document}\\citep{%\n  a, % the first\n\n  b,\n%c,\n  d%\n}\\bibliography{refs}\\end{document}",
            "refs.bib": "bib: a b c d",
        },
        "main.tex",
        "a b d",
        "c",
    ),
    (
        "input forms",
        {
            "main.tex": '\\documentclass{article}\\begin{document}\\input one\n\\input{./two}\\input{three.v2}\\input{"four file"}\\bibliography{refs}\\end{document}',
            "one.tex": "\\cite{a}",
            "two.tex": "\\cite{b}",
            "three.v2.tex": "\\cite{c}",
            "four file.tex": "\\cite{d}",
            "refs.bib": "bib: a b c d",
        },
        "main.tex",
        "a b c d",
        "",
    ),
    (
        "nested folders from the root",
        {
            "main.tex": "\\documentclass{article}\\begin{document}\\include{ch/one}\\bibliography{bib/all}\\end{document}",
            "ch/one.tex": "\\cite{a}\\input{ch/parts/deep}",
            "ch/parts/deep.tex": "\\cite{b}\\input{ch/parts/deeper.tex}",
            "ch/parts/deeper.tex": "\\cite{c}",
            "bib/all.bib": "bib: a b c d",
        },
        "main.tex",
        "a b c",
        "d",
    ),
    (
        "several bibliographies",
        {
            "main.tex": "\\documentclass{article}\\begin{document}\\cite{a,b,c}\\bibliography{one,two.bib, sub/three}\\end{document}",
            "one.bib": "bib: a",
            "two.bib": "bib: b",
            "sub/three.bib": "bib: c x",
        },
        "main.tex",
        "a b c",
        "x",
    ),
    (
        "brackets in options",
        {
            "main.tex": "\\documentclass{article}\\begin{document}\\cite[see {[}1{]}, p.~2]{a}\\citep[{cf. [3]}][{[4]}]{b}\\citet[Section~{\\S}3][]{c}\\bibliography{r}\\end{document}",
            "r.bib": "bib: a b c",
        },
        "main.tex",
        "a b c",
        "",
    ),
    (
        "a cite in an option",
        {
            "main.tex": "\\documentclass{article}\\begin{document}\\citep[see also][and \\citealp{b}]{a}\\footnote[1]{\\cite{c}}\\caption[Short \\cite{d}]{Long \\cite{e}}\\bibliography{r}\\end{document}",
            "r.bib": "bib: a b c d e",
        },
        "main.tex",
        "a b c d e",
        "",
    ),
    (
        "commands in options",
        {
            "main.tex": "\\documentclass{article}\\begin{document}\\cite[\\S\\,3, \\textit{passim}]{a}\\parencite[\\emph{vgl.}][\\pno~12\\psqq]{b}\\bibliography{r}\\end{document}",
            "r.bib": "bib: a b",
        },
        "main.tex",
        "a b",
        "",
    ),
    (
        "endinput",
        {
            "main.tex": "\\documentclass{article}\\begin{document}\\input{one}\\cite{b}\\bibliography{r}\\end{document}",
            "one.tex": "\\cite{a}\n\\endinput\n\\cite{zz}",
            "r.bib": "bib: a b",
        },
        "main.tex",
        "a b",
        "",
    ),
    (
        "keys of other signs",
        {
            "main.tex": "\\documentclass{article}\\begin{document}\\cite{DBLP:conf/nips/Fei20,o'neil_20,a+b,10.1000/x-1,müller2020}\\bibliography{r}\\end{document}",
            "r.bib": "bib: DBLP:conf/nips/Fei20 o'neil_20 a+b 10.1000/x-1 müller2020",
        },
        "main.tex",
        "DBLP:conf/nips/Fei20 o'neil_20 a+b 10.1000/x-1 müller2020",
        "",
    ),
    (
        "empty keys",
        {
            "main.tex": "\\documentclass{article}\\begin{document}\\cite{a,,b,}\\cite{}\\bibliography{r}\\end{document}",
            "r.bib": "bib: a b",
        },
        "main.tex",
        "a b",
        "",
    ),
    (
        "own macros",
        {
            "main.tex": "\\documentclass{article}\\def\\ca#1{\\cite{#1}}\\newcommand{\\cb}[1]{(see~\\citealt{#1})}\\newcommand*\\cc[2][]{\\citep[#1]{#2}}\\NewDocumentCommand{\\cd}{o m}{\\citet{#2}}\\begin{document}\\ca{a}\\cb{b}\\cc[x]{c}\\cd{d}\\bibliography{r}\\end{document}",
            "r.bib": "bib: a b c d e",
        },
        "main.tex",
        "a b c d",
        "e",
    ),
    (
        "let",
        {
            "main.tex": "\\documentclass{article}\\let\\oldcite\\cite\\renewcommand{\\cite}[1]{\\oldcite{#1}}\\let\\zitat=\\citep\\begin{document}\\cite{a}\\zitat{b}\\bibliography{r}\\end{document}",
            "r.bib": "bib: a b c",
        },
        "main.tex",
        "a b",
        "c",
    ),
    (
        "alltt runs commands",
        {
            "main.tex": "\\documentclass{article}\\begin{document}\\begin{alltt}\\cite{a}\\end{alltt}\\begin{Verbatim}[frame=single]\n\\cite{x}\n\\end{Verbatim}\\begin{lstlisting}[language=TeX]\n\\cite{y}\n\\end{lstlisting}\\begin{minted}{tex}\n\\cite{z}\n\\end{minted}\\begin{verbatim*}\\cite{w}\\end{verbatim*}\\bibliography{r}\\end{document}",
            "r.bib": "bib: a b",
        },
        "main.tex",
        "a",
        "b",
    ),
    (
        "verb among text",
        {
            "main.tex": '\\documentclass{article}\\begin{document}\\verb=\\cite{x}= and \\verb"\\cite{y}" \\Verb|\\cite{z}| \\lstinline!\\cite{v}! \\texttt{\\textbackslash cite\\{w\\}} \\cite{a}\\bibliography{r}\\end{document}',
            "r.bib": "bib: a",
        },
        "main.tex",
        "a",
        "",
    ),
    (
        "excluded comments",
        {
            "main.tex": "\\documentclass{article}\\usepackage{comment}\\excludecomment{draft}\\includecomment{final}\\begin{document}\\begin{draft}\n\\cite{x}\n\\end{draft}\n\\begin{final}\n\\cite{a}\n\\end{final}\\bibliography{r}\\end{document}",
            "r.bib": "bib: a b",
        },
        "main.tex",
        "a",
        "b",
    ),
    (
        "open conditionals",
        {
            "main.tex": "\\documentclass{article}\\begin{document}\\ifdefined\\long \\cite{a}\\else\\cite{b}\\fi\\ifthenelse{\\boolean{x}}{\\cite{c}}{\\cite{d}}\\iffalse\n\\cite{x}\n\\iftrue\\cite{y}\\else\\fi\n\\fi\\bibliography{r}\\end{document}",
            "r.bib": "bib: a b c d",
        },
        "main.tex",
        "a b c d",
        "",
    ),
    (
        "newif set false",
        {
            "main.tex": "\\documentclass{article}\\newif\\ifdraft\\draftfalse\\begin{document}\\ifdraft\\cite{a}\\else\\cite{b}\\fi\\bibliography{r}\\end{document}",
            "r.bib": "bib: a b c",
        },
        "main.tex",
        "a b",
        "c",
    ),
    (
        "biblatex resources",
        {
            "main.tex": "\\documentclass{scrartcl}\\usepackage[backend=biber,style=alphabetic]{biblatex}\n\\addbibresource[label=own, location=local]{lit/own.bib}\\ExecuteBibliographyOptions{sorting=nyt}\\bibliography{lit/more}\\begin{document}\\autocites[1]{a}[2--3]{b}\\footfullcite[cf.][12]{c}\\notecite{d}\\Parencite*{e}\\citefield{f}{title}\\citelist{g}{publisher}\\printbibliography[keyword=x]\\end{document}",
            "lit/own.bib": "bib: a b c d",
            "lit/more.bib": "bib: e f g h",
        },
        "main.tex",
        "a b c d e f g",
        "h",
    ),
    (
        "nocite all of sections",
        {
            "main.tex": "\\documentclass{book}\\usepackage{biblatex}\\addbibresource{a.bib}\\begin{document}\\begin{refsection}\\nocite{*}\\printbibliography\\end{refsection}\\end{document}",
            "a.bib": "bib: a b",
        },
        "main.tex",
        "a b",
        "",
    ),
    (
        "nocite in a comment",
        {
            "main.tex": "\\documentclass{article}\\begin{document}% \\nocite{*}\n\\cite{a}\\nocite{b}\\bibliography{r}\\end{document}",
            "r.bib": "bib: a b c",
        },
        "main.tex",
        "a b",
        "c",
    ),
    (
        "a circle of inputs",
        {
            "main.tex": "\\documentclass{article}\\begin{document}\\input{one}\\bibliography{r}\\end{document}",
            "one.tex": "\\cite{a}\\input{two}",
            "two.tex": "\\cite{b}\\input{one}",
            "r.bib": "bib: a b",
        },
        "main.tex",
        "a b",
        "",
    ),
    (
        "a list in an input",
        {
            "main.tex": "\\documentclass{article}\\begin{document}\\cite{a,b}\\input{lit}\\end{document}",
            "lit.tex": "\\begin{thebibliography}{9}\n\\bibitem[Fei(2020)]{a} B. Fei, \\emph{On boats}, Wiley, 2020.\n\\bibitem{b}%\n B. Fei, \\emph{On ships}, Wiley, 2021.\n\\bibitem{c} B. Fei, \\emph{On rafts}, Wiley, 2022.\n\\end{thebibliography}",
        },
        "main.tex",
        "a b",
        "c",
    ),
    (
        "subfiles in folders",
        {
            "main.tex": "\\documentclass{book}\\usepackage{subfiles}\\begin{document}\\subfile{ch/one/text}\\subfileinclude{ch/two}\\bibliography{refs}\\end{document}",
            "ch/one/text.tex": "\\documentclass[../../main.tex]{subfiles}\\begin{document}\\cite{a}\\ifSubfilesClassLoaded{\\bibliography{../../refs}}{}\\end{document}",
            "ch/two.tex": "\\documentclass[../main]{subfiles}\n\\begin{document}\n\\cite{b}\\input{\\subfix{part}}\n\\end{document}",
            "ch/part.tex": "\\cite{c}",
            "refs.bib": "bib: a b c d",
        },
        "main.tex",
        "a b c",
        "d",
    ),
    (
        "apacite",
        {
            "main.tex": "\\documentclass[man]{apa6}\\usepackage{apacite}\\begin{document}\\citeA<e.g.,>[p.~4]{a}\\fullcite{b}\\shortciteA{c}\\citeyear<in>{d}\\maskcite{e}\\nocitemeta{f}\\citeauthorNP{g}\\bibliographystyle{apacite}\\bibliography{r}\\end{document}",
            "r.bib": "bib: a b c d e f g h",
        },
        "main.tex",
        "a b c d e f g",
        "h",
    ),
    (
        "natbib",
        {
            "main.tex": "\\documentclass{article}\\begin{document}\\citet[chap.~2]{a}\\citep[see][chap.~2]{b}\\citep*{c}\\citealt*{d}\\citenum{e}\\Citealp{f}\\citefullauthor{g}\\citeyearpar[p.~3]{h}\\defcitealias{i}{Paper I}\\citepalias{i}\\bibliography{r}\\end{document}",
            "r.bib": "bib: a b c d e f g h i j",
        },
        "main.tex",
        "a b c d e f g h i",
        "j",
    ),
    (
        "spaces before arguments",
        {
            "main.tex": "\\documentclass{article}\\begin{document}\\cite\n  [p. 2]\n  {a}\\citep %\n {b}\\bibliography\n{r}\\end{document}",
            "r.bib": "bib: a b c",
        },
        "main.tex",
        "a b",
        "c",
    ),
    (
        "a missing input",
        {
            "main.tex": "\\documentclass{article}\\begin{document}\\InputIfFileExists{gone}{}{}\\cite{a}\\bibliography{r}\\end{document}",
            "r.bib": "bib: a",
        },
        "main.tex",
        "a",
        "",
    ),
    (
        "amsrefs",
        {
            "main.tex": "\\documentclass{amsart}\\usepackage{amsrefs}\\begin{document}\\cite{a}\\cites{b,c}\\cite{a}*{p.~3}\\citelist{\\cite{d}*{Section 2}\\cite{e}}\n\\begin{bibdiv}\\begin{biblist}\n\\bib{a}{article}{\n  author={Fei, Bo}, author={Chen, Ai}, title={On boats}, journal={J. Words}, date={2020}, volume={3}, pages={1--9}}\n\\bib{b}{book}{author={Fei, Bo}, title={On ships}, publisher={Wiley}, date={2021}}\n\\bib{c}{book}{author={Fei, Bo}, title={On rafts}, date={2021}}\n\\bib{d}{book}{author={Fei, Bo}, title={On D}, date={2021}}\n\\bib{e}{book}{author={Fei, Bo}, title={On E}, date={2021}}\n\\bib{f}{book}{author={Fei, Bo}, title={On F}, date={2021}}\n\\end{biblist}\\end{bibdiv}\\end{document}"
        },
        "main.tex",
        "a b c d e",
        "f",
    ),
    (
        "aux of a book",
        {
            "main.aux": "\\relax\n\\providecommand\\hyper@newdestlabel[2]{}\n\\citation{a}\n\\citation{b,c}\n\\@input{ch/one.aux}\n\\bibstyle{plainnat}\n\\bibdata{refs,more}\n\\bibcite{a}{{1}{2020}{{Fei}}{{}}}\n",
            "ch/one.aux": "\\relax \n\\citation{d}\n",
            "refs.bib": "bib: a b",
            "more.bib": "bib: c d e",
        },
        "main.aux",
        "a b c d",
        "e",
    ),
    (
        "citation of all in an aux",
        {"main.aux": "\\relax\n\\citation{*}\n\\bibdata{refs}\n", "refs.bib": "bib: a b"},
        "main.aux",
        "a b",
        "",
    ),
    (
        "chapters with their lists",
        {
            "main.tex": "\\documentclass{article}\\begin{document}\\begin{bibunit}[plain]\\cite{a}\\putbib[one]\\end{bibunit}\\begin{bibunit}\\cite{b}\\putbib[two,three]\\end{bibunit}\\end{document}",
            "one.bib": "bib: a",
            "two.bib": "bib: b",
            "three.bib": "bib: c",
        },
        "main.tex",
        "a b",
        "c",
    ),
    (
        "csquotes",
        {
            "main.tex": "\\documentclass{article}\\begin{document}\\textcquote[12]{a}{text}\\blockcquote[see][3]{b}{text}\\begin{displaycquote}[4]{c}text\\end{displaycquote}\\foreigntextcquote{german}{d}{text}\\bibliography{r}\\end{document}",
            "r.bib": "bib: a b c d e",
        },
        "main.tex",
        "a b c d",
        "e",
    ),
    (
        "cites in sections of biblatex",
        {
            "main.tex": "\\documentclass{article}\\usepackage{biblatex}\\addbibresource{r.bib}\\begin{document}\\begin{refsegment}\\cite{a}\\end{refsegment}\\citereset\\volcites{1}{b}{2}{c}\\mancite\\pnotecite{d}\\ftvolcite{1}{e}\\printbibheading\\end{document}",
            "r.bib": "bib: a b c d e f",
        },
        "main.tex",
        "a b c d e",
        "f",
    ),
    (
        "bibtex does not tell capitals apart",
        {
            "main.tex": "\\documentclass{article}\\begin{document}\\cite{OSullivan:2010,fei2020}\\bibliography{r}\\end{document}",
            "main.bbl": "\\bibitem{fei2020} B.~Fei.\n\\newblock On fens.",
            "r.bib": "bib: Osullivan:2010 Fei2020 other",
        },
        "main.tex",
        "OSullivan:2010 fei2020",
        "other",
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


@pytest.mark.parametrize("package", ["\\usepackage{biblatex}", "\\usepackage{csquotes,biblatex}"])
def test_biber_tells_capitals_apart(tmp_path: Path, package: str) -> None:
    (tmp_path / "main.tex").write_text(
        rf"\documentclass{{article}}{package}\begin{{document}}\cite{{a}}\bibliography{{r}}"
    )
    (tmp_path / "r.bib").write_text(bib("A"))
    library = load(tmp_path / "main.tex")
    assert [found.message for found in library.diagnostics][-1].startswith("no entry has the key")

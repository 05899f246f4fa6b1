"""Compare `refcore.bibtex.parse_names` with Debian's bibtex and biber, name by name.

    python benchmarks/bibtex_oracle.py [CASES.json] [--write CASES.json]

Asks `format.name$` of bibtex and `biber --tool` how they split each name, and
prints where refcore splits it otherwise. `--write` keeps their answers, for
the tests. Names come from CASES.json or from the list below.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import tempfile
from pathlib import Path

from refcore.bibtex import parse_names
from refcore.latex import decode, to_plain
from refcore.model import Group

NAMES = r"""
Aili Chen
Chen, Aili
Peter H. N. de With
de With, Peter H. N.
{de With}, Peter
Ludwig van Beethoven
van Beethoven, Ludwig
Charles Louis Xavier Joseph de la Vall{\'e}e Poussin
de la Vall{\'e}e Poussin, Charles Louis Xavier Joseph
Jean-Paul Sartre
Sartre, Jean-Paul
Jean-Paul Sartre-Beauvoir
Jean-Paul de Gaulle-Anthonioz
Martin Luther King, Jr.
King, Jr., Martin Luther
King, {Jr.}, Martin Luther
Ford, Jr., Henry
{Ford Motor}, Jr., Henry
De la Fontaine, Jean
Jean De la Fontaine
Jean de La Fontaine
de La Fontaine, Jean
Jean de la fontaine
de la fontaine, Jean
jean de la fontaine
jean fontaine
fontaine, jean
Fontaine, jean
bell hooks
hooks, bell
Brinch Hansen, Per
Per Brinch Hansen
Per {Brinch Hansen}
{Brinch Hansen}, Per
{\'E}tienne de la Bo{\'e}tie
{\'e}tienne Bo{\'e}tie
\'Etienne de la Bo\'etie
{\relax Ch}arles Babbage
{\uppercase{d}e la} Cierva, Juan
Juan {\uppercase{d}e} la Cierva
de la Cierva y Codorn{\'\i}u, Juan
Juan de la Cierva y Codorn{\'\i}u
Maria {\'A}lvarez de Toledo
{\'A}lvarez de Toledo, Maria
Knut {\o}stby Hansen
{\O}ystein Ore
Knut {\O}stby Hansen
{\AA}ke {\AA}kesson
Anders {\aa}kesson Berg
Paul {\'E}luard
Eva {\c{c}}elik Demir
Ivan {\v{s}}ik Novak
Ivan {\v S}ik Novak
Jos{\'e} {\i}nan Perez
{NASA}
{National Aeronautics and Space Administration}
{Barnes and Noble}
{Barnes} and {Noble}
{Barnes {and} Noble}, Inc.
Aristotle
aristotle
Madonna
al-Khwarizmi, Muhammad
Muhammad al-Khwarizmi
Muhammad ibn Musa al-Khwarizmi
ibn Musa al-Khwarizmi, Muhammad
Abu Al-Khwarizmi
d'Alembert, Jean
Jean d'Alembert
Jean le Rond d'Alembert
D'Alembert, Jean
O'Neill, Eugene
Eugene O'Neill
Donald~E. Knuth
Knuth, Donald~E.
Donald E.~Knuth
D.E. Knuth
D.~E. Knuth
Guy L. {Steele Jr.}
Steele Jr., Guy L.
Guy L. Steele Jr.
Guy L. Steele, Jr
von Neumann, John
John von Neumann
John Von Neumann
Von Neumann, John
VON NEUMANN, JOHN
John {von} Neumann
{von} Neumann, John
{von Neumann}, John
{V}on Neumann, John
John {v}on Neumann
john von Neumann
von der Schulenburg, Fritz-Dietlof
Fritz-Dietlof von der Schulenburg
von und zu Liechtenstein, Hans Adam
Hans Adam von und zu Liechtenstein
Vander Plas, Jake
Jake vander Plas
Jake VanderPlas
Ramon y Cajal, Santiago
Santiago Ram{\'o}n y Cajal
Jos{\'e} Ortega y Gasset
Smith, J. and Jones, K. and others
Smith, J. AND Jones, K.
Smith, J. And others
A. Smith and B. von Jones and {The Group}
A {and} B
Last, First,
Last,
, First
First Last,
Last,First
Last ,First
Last , Jr , First
Last,Jr,First
Last, , First
Last, First Middle
A B C D
a B C D
A b C D
A B c D
A B C d
a b C D
a b c D
A b c D
A b C d E
a b c d
A b c d
1 B C
A 1 C
A 1b C
A -b C
A. -B. Last
J.-P. Serre
Serre, J.-P.
Jean- Paul Serre
Jean -Paul Serre
{\'E}.~Cartan
Erd{\H{o}}s, Paul
P{\'a}l Erd{\H o}s
Erd\H{o}s, P\'al
\L ukasz Nowak
{\L}ukasz {\l}ack Nowak
{\ss}tein Karl Braun
Karl {\ss}tein Braun
Karl {{\ss}}tein Braun
Karl {x}Ytein Braun
Karl {X}ytein Braun
Karl {}ytein Braun
Karl "ytein Braun
Karl (ytein) Braun
Sir Isaac Newton
Newton, Sir Isaac
Pope John {XXIII}
Henry {VIII}
Maarten 't Hooft
't Hooft, Gerard
Gerard 't Hooft
Gerard {'t Hooft}
Gerard {'t} Hooft
Le Guin, Ursula K.
Ursula K. Le Guin
Ursula K. le Guin
Da Vinci, Leonardo
Leonardo da Vinci
Leonardo {da} Vinci
St. John-Mollusc, Oliver
Oliver St. John-Mollusc
do Carmo, Manfredo P.
Manfredo do Carmo
dos Santos Silva, Maria
Maria dos Santos Silva
Maria dos Santos da Silva
e Silva, Paulo
Paulo e Silva
Martin, 3rd, John
John Martin, III
Chen, A. and Li, B. and Gong, C.
MiniMax and Aili Chen
Étienne de la Boétie
étienne Boétie
Özge Aksın
Jean École de Paris
Jean école Paris
école Paris, Jean
Émile Zola
Emile élan Zola
Ørjan øst Hansen
øst Hansen, Ørjan
Łukasz łan Nowak
王 小明
王, 小明
family=Mozart, given=Wolfgang Amadeus
given=Hans, family=Harman, given-i=H
family=Beethoven, given=Ludwig, prefix=van, useprefix=true
given={Jean Charles Gabriel}, prefix=de la, family=Poussin
family={Vall{\'e}e Poussin}, prefix={de la}, given=Charles, useprefix=false
given=Martin Luther, family=King, suffix=Jr.
"family={Foo, Bar}", given=X
""".strip().splitlines()

STYLE = r"""
ENTRY { author title } {} {}
INTEGERS { n i }
FUNCTION {dump} {
  "@@" cite$ * write$ newline$
  author num.names$ 'n := #1 'i :=
  { i n #1 + < } {
    "@" write$ newline$
    "f" author i "{ff}" format.name$ * write$ newline$
    "v" author i "{vv}" format.name$ * write$ newline$
    "l" author i "{ll}" format.name$ * write$ newline$
    "j" author i "{jj}" format.name$ * write$ newline$
    i #1 + 'i := } while$
}
READ
ITERATE {dump}
"""
Parts = list[str]  # given, particle, family, suffix


def write_bib(folder: Path, names: list[str]) -> None:
    entries = [f"@book{{n{i}, author = {{{name}}}, title={{T}}}}" for i, name in enumerate(names)]
    (folder / "n.bib").write_text("\n".join(entries), encoding="utf8")


def ask_bibtex(folder: Path, names: list[str]) -> list[list[Parts]]:
    write_bib(folder, names)
    (folder / "dump.bst").write_text(STYLE)
    (folder / "n.aux").write_text("\\citation{*}\n\\bibstyle{dump}\n\\bibdata{n}\n")
    subprocess.run(["bibtex", "n"], cwd=folder, capture_output=True, check=False)
    found: list[list[Parts]] = [[] for _ in names]
    current: list[Parts] = []
    for line in (folder / "n.bbl").read_text(encoding="utf8").splitlines():
        if line.startswith("@@n"):
            current = found[int(line[3:])]
        elif line == "@":
            current.append([])
        elif line:
            current[-1].append(line[1:])
    return found


def ask_biber(folder: Path, names: list[str]) -> list[list[Parts]]:
    """Ask for all at once; names on which biber crashes are found by halving."""
    output = folder / "o.bib"
    output.unlink(missing_ok=True)
    write_bib(folder, names)
    command = ["biber", "--tool", "--quiet", "--output-xname", "-O", "o.bib", "n.bib"]
    subprocess.run(command, cwd=folder, capture_output=True, check=False)
    if not output.exists():
        if len(names) == 1:
            print(f"biber crashes on {names[0]!r}")
            return [[]]
        half = len(names) // 2
        return ask_biber(folder, names[:half]) + ask_biber(folder, names[half:])
    found: list[list[Parts]] = [[] for _ in names]
    text = output.read_text(encoding="utf8")
    for match in re.finditer(r"@BOOK\{n(\d+),\s*AUTHOR = \{(.*)\},\s*TITLE", text):
        for name in re.split(r"\s+and\s+(?=\w+(?:-i)?=|others$)", match[2]):
            if name != "others":
                found[int(match[1])].append(_xname(name))
    return found


def _xname(name: str) -> Parts:
    keys = {"given": 0, "prefix": 1, "family": 2, "suffix": 3}
    parts = ["", "", "", ""]
    for match in re.finditer(r"(?<![a-z])(given|prefix|family|suffix)=(.*?)(?=, [\w-]+=|$)", name):
        value = match[2]
        whole = value.startswith("{") and value.endswith("}") and value.find("}") == len(value) - 1
        parts[keys[match[1]]] = value[1:-1] if whole and "," in value else value
    return parts


def plain(part: str) -> str:
    # biber writes the dotless i of an accent, and BibTeX leaves ties.
    decoded = to_plain(decode(part, protect=False)).replace("\u0131\u0301", "í")
    return " ".join(decoded.split())


def ours(name: str, dialect: str) -> list[Parts]:
    found = []
    for held in parse_names(name, dialect):
        if isinstance(held, Group):
            found.append(["", "", held.name, ""])
        else:
            particle = held.non_dropping_particle or held.dropping_particle
            found.append([held.given, particle, held.family, held.suffix])
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", nargs="?", type=Path)
    parser.add_argument("--write", type=Path)
    options = parser.parse_args()
    names = NAMES
    if options.cases:
        names = [case["name"] for case in json.loads(options.cases.read_text(encoding="utf8"))]
    extended = re.compile(r"\"?(family|given|prefix|suffix)=")
    with tempfile.TemporaryDirectory() as folder:
        answers = {
            "bibtex": ask_bibtex(Path(folder), names),
            "biber": ask_biber(Path(folder), names),
        }
    cases: list[dict[str, object]] = []
    for dialect, found in answers.items():
        total = right = 0
        for name, parts in zip(names, found, strict=True):
            if (dialect == "bibtex" and extended.match(name)) or not parts:
                continue
            if any(held[1] and not held[2] for held in parts):
                print(f"{dialect} leaves no family name in {name!r}; not counted")
                continue
            kept = [
                [plain(part) for part in held]
                for held in parts
                if held[:4] != ["", "", "others", ""]
            ]
            cases.append({"name": name, "dialect": dialect, "parts": kept})
            total += 1
            right += ours(name, dialect) == kept
            if ours(name, dialect) != kept:
                print(f"{dialect}: {name}\n   {dialect:8}{kept}\n   refcore {ours(name, dialect)}")
        print(f"{dialect}: {right} of {total} names split alike")
    if options.write:
        lines = ",\n".join(json.dumps(case, ensure_ascii=False) for case in cases)
        options.write.write_text(f"[\n{lines}\n]\n", encoding="utf8")


if __name__ == "__main__":
    main()

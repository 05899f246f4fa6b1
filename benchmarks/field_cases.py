"""Run the field cases on reading, writing and verifying that can be run from their own words.

Usage: python benchmarks/field_cases.py FOLDER [--show] [--id PREFIX]

FOLDER holds bib.jsonl and verify.jsonl: a case a line with `id`, `area`, `call`, `input`
and `expected`. A case runs where its call and input say all that is needed. It is right
where the result is, or holds, what is expected; an expectation in words is a pattern of
`IN_WORDS`. Cases that differ are printed, for a person to judge.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import io
import json
import re
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import refcore
from refcore import BibFile, Library, Record, RecordAuthor, Reference, Sources
from refcore.arxiv import Lock
from refcore.cli.commands import cli
from refcore.errors import RefcoreError
from refcore.latex.decode import decode
from refcore.model import ArxivId, Group, Person
from refcore.sources.arxiv.record import arxiv_record

Case = dict[str, Any]

# What an expectation in words looks like in a result, by case.
IN_WORDS = {
    "P04": r"2008-01 .*\bJanuary\b",
    "P12": r"Note 1.*\bnote\b",
    "N07": r"(?s)Jae-woo\|Kim.*Kim, Jae-woo.*Kim, J",
    "N11": r"comma",
    "N13": r"others=True|et al",
    "M01": r"title\s*= *\{.*(\$\\sim|ensuremath\{\\sim)",
    "M02": r"title\s*= *\{.*(\$\\pm|ensuremath\{\\pm)",
    "M06": r"\$\\alpha\$-decay in H\$_2\$O",
    "M09": r"ApJ|Astrophysical Journal|\\apj",
    "V03": r"DO  - 10\.1097/HP",
    "W01": r"(?s)(?=.*address *= \{New York, NY, USA\})(?=.*location *= \{Shanghai, China\})",
    "K14": r"Mine\\;0\\;lee2019moss",
    "W05": r"(?s)noopsort.*jcp.*jabref-meta|preamble.*string.*comment",
    "D05": r"1984\?",
    "D09": r"2001-03 .*1999",
    "X07": r"Lee",
    "R02": r"2014-04-01|2013-05-28|DA|Y1",
    "R03": r"^10\.1063/1\.1954747 +$",
    "C01": r"(?s)(?=.*booktitle *= \{Proc \{?SC)(?=.*Austin, Texas, US)",
    "H05": r"(?s)https://ex\.org/a%20b.*2020-05-06",
    "U03": r"(?s)@phdthesis.*@article",
    "U05": r"\ba c doi\b",
    "U06": r"\ba b isbn\b",
    "U07": r"^a b\b",
    "Y01": r"(?s)title = \{A\}.*title *= \{B\}",
    "F01": r"Misc\. Blog post\.",
    "X01": r"^Lee, A\. \(2012\)\. Title\. Knopf\.$",
    "D02": r"\(1 B\.?C\.?E\.?\)",
}
# The whole input of a case that only describes it.
IN_FULL = {
    "R07": "TY  - CHAP\nTI  - T\nT2  - Book\nT3  - Series\nER  - \n",
    "R08": "TY  - JOUR\nTI  - T\nT2  - J. of X\nER  - \n",
    "C03": (
        "cff-version: 1.2.0\nmessage: m\ntitle: S\nauthors: [{family-names: Lee}]\n"
        "preferred-citation:\n  type: book\n  title: P\n  authors: [{family-names: Wu}]\n"
        "  publisher: {name: SIAM, city: Philadelphia}\n  isbn: '9781611976304'\n"
    ),
    "H03": "@phdthesis{a, author={Wu, Bo}, title={T}, school={Uni X}, year=2015}",
    "K14": (
        "@article{old1, author={Lee, Ann}, title={Moss}, year=2019}\n"
        "@comment{jabref-meta: groupstree:\n0 AllEntriesGroup:;\n"
        "1 ExplicitGroup:Mine\\;0\\;old1\\;;\n}\n"
    ),
}
# The authors and titles of records that a case leaves out, by arXiv id.
LAMPS = ("Parsing Broken Lamps with Little Data", ("Mara Quill", "Tobias Fenn", "Ingrid Vale"))
DEL_CORNO = (LAMPS[0], ("Luciano Del Corno", "Teven Le Scaut", "Abu Zahid Bin Azim"))
OF_CASE = {
    "V136": DEL_CORNO,
    "V137": DEL_CORNO,
    "V140": (LAMPS[0], ("Made Quill",)),
    "V141": (LAMPS[0], ("Mara Quill",)),
}
OTHERS = {
    "2401.05678": ("Small Lamps Are Also Readers", ("Nils Oak", "Mara Quill")),
    "2401.07777": (
        "Improving Lamps",
        ("Derek Tann", "Rakesh R Menor", "Mohit Bansel", "Shashi Srivasta", "Colin Raffle"),
    ),
}
# The verdicts that the short words of the cases allow.
VERDICTS = {
    "ok": {"confirmed", "confirmed-with-variants", "incomplete"},
    "bad": {"contradicted", "other-paper", "suspect", "not-found"},
}
LISTS = {
    "ok": {"match", "match-with-variant", "truncated-ok"},
    "wrong*": {"wrong", "extra-authors", "missing-authors"},
}


def of_names(case: Case) -> str | None:
    if case["area"] != "names" or "diagnostics" in case["call"]:
        return None
    library = refcore.loads(f"@misc{{a, author={{{case['input']}}}, title={{T}}}}", "bibtex")
    found = "; ".join(map(parts_of, first(library).authors.names))
    if "dumps" in case["call"]:
        library = Library(one.evolve(provenance=None) for one in library)
        found += f" {refcore.dumps(library, 'bibtex')}"
    return found + (f" {refcore.bibliography(library, 'apa')}" if "APA" in case["call"] else "")


def parts_of(name: Person | Group) -> str:
    if isinstance(name, Group):
        return name.name
    particle = name.non_dropping_particle or name.dropping_particle
    return "|".join(filter(None, [name.given, particle, name.family, name.suffix]))


def of_name_diagnostics(case: Case) -> str | None:
    if case["area"] != "names":
        return None
    library = refcore.loads(f"@misc{{a, author={{{case['input']}}}, title={{T}}}}", "bibtex")
    authors = first(library).authors
    return f"others={bool(authors.others)} {said(library)}"


def of_bytes(case: Case) -> str | None:
    if case["area"] != "encoding":
        return None
    return str(
        next(iter(BibFile.parse(ast.literal_eval(case["input"])).entries.values()))["author"]
    )


def of_file(case: Case) -> str | None:
    if case["area"] not in ("parse", "save") or not case["call"].startswith(("BibFile", "load, ")):
        return None
    if "@" not in case["input"]:
        return None
    file = BibFile.parse(case["input"].encode())
    if "change title" in case["call"]:
        next(iter(file.entries.values()))["title"] = "U"
        changed = file.to_text()
        return (
            "only the title differs" if changed == case["input"].replace("{T}", "{U}") else changed
        )
    return file.to_text()


def of_latex(case: Case) -> str | None:
    return decode(case["input"]) if case["call"] == "latex.decode" else None


def of_ris(case: Case) -> str | None:
    if not case["input"].startswith("TY  -"):
        return None
    library = refcore.loads(case["input"], "ris")
    one = first(library)
    asked = case["call"]
    if "doi" in asked:
        return f"{one.doi} {one.fields.get('genre', '')} {said(library)}"
    if "issued" in asked:
        return f"{one.issued} {said(library)}"
    names = ("container-title", "collection-title", "issue")
    return "; ".join(str(one.fields.get(name, "")) for name in names)


def of_convert(case: Case) -> str | None:
    asked = re.search(
        r"(?:(cff|bibtex) to|dumps) (bibtex|biblatex|ris|hayagriva|url)", case["call"]
    )
    if asked is None or not re.search(r"[@:]", case["input"]) or case["area"] == "names":
        return None
    text = case["input"]
    if text.startswith("name:"):
        text = f"cff-version: 1.2.0\nmessage: m\ntitle: S\nauthors:\n  - {text}\n"
    library = refcore.loads(text, "cff" if asked[1] == "cff" else "bibtex")
    if "from scratch" in case["call"]:
        library = Library(one.evolve(provenance=None) for one in library)
    to = {"url": "bibtex"}.get(asked[2], asked[2])
    lost = " ".join(map(str, refcore.losses(library, to)))
    return f"{refcore.dumps(library, to)}\n{lost}"


def of_apa(case: Case) -> str | None:
    asked = re.match(r"APA|bibliography format=(latex)", case["call"])
    if asked is None or not case["input"].startswith("@"):
        return None
    library = refcore.loads(case["input"], "bibtex")
    return str(refcore.bibliography(library, "apa", asked[1] or "text")).strip()


def of_cite(case: Case) -> str | None:
    if "refcore.cite" not in case["call"]:
        return None
    return str(refcore.cite(refcore.loads(case["input"], "bibtex"), ["old1"]))


def of_keys(case: Case) -> str | None:
    template = re.fullmatch(r"KeyTemplate (.+)|auth \+ (\S+)", case["call"])
    if template is None:
        return None
    written = template[1] or f"auth + {template[2]}"
    library = refcore.loads(case["input"], "bibtex")
    return refcore.make_keys(library, written)[first(library).key]


def of_duplicates(case: Case) -> str | None:
    if case["call"] != "find_duplicates":
        return None
    found = refcore.find_duplicates(refcore.loads(case["input"], "bibtex"))
    return (
        "; ".join(f"{' '.join(one.keys)} {' '.join(map(str, one.reasons))}" for one in found)
        or "[]"
    )


def of_command(case: Case) -> str | None:
    asked = re.match(r"refcore (tidy|convert|duplicates --merge|keys --write)", case["call"])
    if asked is None or "@" not in case["input"]:
        return None
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        Path("in.bib").write_text(case["input"].replace("\\n", "\n"), encoding="utf-8")
        arguments = {
            "tidy": ["tidy", "in.bib"],
            "convert": ["convert", "in.bib", "out.bib", "--to", "biblatex", "--losses"],
            "keys --write": ["keys", "--write", "in.bib"],
            "duplicates --merge": ["duplicates", "in.bib", "--merge", "out.bib"],
        }[asked[1]]
        out = io.StringIO()
        with (
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(out),
            contextlib.suppress(SystemExit),
        ):
            cli(arguments, prog_name="refcore")
        files = [path.read_text(encoding="utf-8") for path in sorted(Path().iterdir())]
    return "\n".join([*files[-1:], out.getvalue()])


def of_identifier(case: Case) -> str | None:
    if not case["call"].endswith(".arxiv_from_any"):
        return None
    library = refcore.loads(f"@article{{k, title={{T}}, {case['input']}}}", "bibtex")
    return str(first(library).arxiv_from_any)


def of_bibtex(case: Case) -> str | None:
    if not re.match(r"loads\b", case["call"]) or not case["input"].startswith("@"):
        return None
    library = refcore.loads(case["input"], "bibtex")
    one = first(library)
    if "doi" in case["call"]:
        return str(one.doi)
    if "issued" in case["call"] or case["area"] == "dates":
        return f"{one.issued} {said(library)}"
    return f"{one.fields.get('note')} {said(library)}"


def first(library: Library) -> Reference:
    return next(iter(library))


def said(library: Library) -> str:
    return " ".join(map(str, library.diagnostics))


def of_comparison(case: Case) -> str | None:
    if case["call"] not in ("compare_authors", "compare_titles"):
        return None
    given = case["input"]
    if case["call"] == "compare_titles":
        return str(refcore.compare_titles(given["claimed"], given["actual"]).kind.value)
    return refcore.compare_authors(given["claimed"], given["actual"]).verdict.value


def of_verifying(case: Case) -> str | None:
    if not re.fullmatch(r"verify(\((bibtex|markdown|lookup=True)\))?", case["call"]):
        return None
    given = case["input"]
    text = given["text"] if isinstance(given, dict) else given
    if not re.search(r"@|\n| ", text):
        text = (
            "@misc{k,author={Mara Quill and Tobias Fenn and Ingrid Vale},title={" + LAMPS[0]
            + "},eprint={2401.01234},archiveprefix={arXiv}," + text + "}"
        )  # fmt: skip
    about = given["record"] if isinstance(given, dict) else None
    title, names = (about["title"], about["authors"]) if about else OF_CASE.get(case["id"], LAMPS)
    records = [record("2401.01234", title, names)]
    records += [record(bare, *rest) for bare, rest in OTHERS.items()]
    library = refcore.loads(text, "markdown" if "markdown" in case["call"] else "bibtex")
    sources = Sources(Lock(records))
    reports = refcore.verify(library, arxiv=sources, lookup="lookup" in case["call"])
    return " ".join(report.verdict.value for report in reports)


def record(bare: str, title: str, names: Any) -> Record:
    authors = [RecordAuthor(name) for name in names]
    return arxiv_record(
        ArxivId(bare, 1), title, authors, primary_category="cs.CL", categories=["cs.CL"]
    )


RECIPES: tuple[Callable[[Case], str | None], ...] = (
    of_comparison, of_verifying, of_identifier, of_latex, of_bytes, of_ris, of_convert, of_apa,
    of_cite, of_keys, of_duplicates, of_command, of_file, of_names, of_name_diagnostics, of_bibtex,
)  # fmt: skip


def is_right(case: Case, found: str) -> bool:
    """Return whether what came is what is expected, or holds all of it."""
    expected, call = case["expected"], case["call"]
    if case["id"] in IN_WORDS:
        return re.search(IN_WORDS[case["id"]], found) is not None
    if call.startswith("verify"):
        allowed = set[str]()
        for word in expected.split("/"):
            allowed |= VERDICTS.get(word, {word.replace(" ", "-")})
        # A link to code beside the paper is not a paper.
        found = found.replace(" not-covered", "")
        return bool(found) and (
            not allowed.isdisjoint(found.split()) if expected == "bad"
            else allowed.issuperset(found.split())
        )  # fmt: skip
    if call.startswith("compare_"):
        return any(found in LISTS.get(word, {word}) for word in expected.split("/"))
    if expected is None:
        return found == "None"
    return all(
        str(text) in found for text in (expected if isinstance(expected, list) else [expected])
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", action="store_true", help="print the cases that are not run")
    parser.add_argument("--id", default="")
    given = parser.parse_args()
    for name in ("bib.jsonl", "verify.jsonl"):
        counts = Counter[str]()
        for line in (given.folder / name).read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            case["input"] = IN_FULL.get(case["id"], case["input"])
            if case["id"].startswith(given.id):
                counts[outcome_of(case, given.show)] += 1
        print(f"{name}: " + ", ".join(f"{word} {count}" for word, count in sorted(counts.items())))


def outcome_of(case: Case, show: bool) -> str:
    found: str | None = None
    for recipe in RECIPES:
        if isinstance(case["input"], dict) and recipe not in (of_comparison, of_verifying):
            continue
        try:
            found = recipe(case)
        except RefcoreError as error:
            found = f"{type(error).__name__}: {error}"
        if found is not None:
            break
    outcome = "not run" if found is None else "right" if is_right(case, found) else "differs"
    if outcome == "differs" or (outcome == "not run" and show):
        print(f"{case['id']}: {case['call']}\n  {str(case['input'])[:300]}")
        print(f"  expected {case['expected']}\n  found    {found}")
    return outcome


if __name__ == "__main__":
    main()

"""Each rule of texts has an example: functions in their docstring, rows of tables here.

A rule is a function of a module that takes texts only, and that has something to say of itself.
Tables whose rows hold their example themselves are tested where they are used.
"""

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import refcore

PACKAGE = Path(refcore.__file__).parent
TEXTS = {"str", "Sequence[str]", "list[str]", "tuple[str, ...]", "Iterable[str]"}
BESIDE = {"int", "bool", "float"}
GIVEN = {"Iterator[str]", "list[list[str]]", "frozenset[str]", "set[str]", "tuple[str, str]"}
# It asks the system for addresses.
ASKS = {"net/links.py: _resolve"}

# The rows of a table in their order, each with a text in which its pattern is found.
ROWS: dict[str, tuple[str, ...]] = {
    "bibtex.braces: _FIELD_AFTER": ('}, year = "', '", year = {'),
    "bibtex.scan: _FIELD": (" year = 2020}", " year = 2020)"),
    "bibtex.scan: _KEY": ("moss2020", "moss{2020"),
    "bibtex.scan: _NO_KEY": ("year = {2020}", "year = {2020}"),
    "compare.romanized: _CUSTOMS": (
        "dmitriy", "yuryy", "andrey", "yelena", "shchukin", "mikhail", "tsoy", "yuri", "yana",
        "gorbachev", "solovyov", "zhukov", "aleksandr",
    ),
    "compare.slavic: _NO_SLIPS": (
        "yevtushenko", "liapounov", "chatzis", "pontrjagin", "papanicolaou", "konstantinides",
        "qaddour", "abdelrahman",
        "papagheorghiou",
    ),
    "compare.slavic: _CUSTOMS": (
        "rabinowitz", "shchukin", "chernov", "shapiro", "zhukov", "khinchin", "piatetski",
        "alekseev", "ivanow", "kolmogoroff", "zhuravlyov", "khintchine", "liapounov", "poljak",
        "nemirovskii", "vorobiev",
    ),
    "compare.titles.words: _SAID": (r"\bar B", "Bbar", r"B \to K", "B to K"),
    "text.emphasis: _EMPHASIS": (
        "see **this**", "see *this*", "see _this_", "H~2~O", "x^2^", "the [van]{.nocase}",
        "[bc]{.smallcaps}", r"a \* b",
    ),
    "formats.cff.types: RULES": (
        "10.1000/182", "9783161484100", "2049-3630", "en", "https://a.org", "PMC1234567",
        "https://a.org", "https://a.org", "https://a.org", "swh:1:cnt:" + "0" * 40,
        "https://a.org", "2020-02-29",
    ),
    "formats.latex.biberbbl: _OWN": (
        r"Ada\bibnamedelima M.", r"A.\bibnamedelimi M.", r"A\bibinitperiod",
        r"J\bibinithyphendelim P", r"1\bibrangedash 9", r"1\bibrangessep 3",
    ),
    "formats.latex.marked: _APA_SIGNS": (
        "Fei%\n", r"B\BPBI", r"Fei\BCBT", r"Fei \BDBL", r"Fei \BBA", r"Fei \BOthers{.}", "B.\\ Fei",
    ),
    "names.adorned: _BEHIND": (
        "Fei¹", "Fei1,2", "Fei^1", "Fei$^{1}$", "Fei <b@example.org>", "Fei (0000-0002-1825-0097)",
        "Fei https://a.org", 'Fei"', "Fei,", "Fei ORCID icon", "Fei, B.a",
    ),
    "names.composed: _DIVIDERS": (
        "Fei\nGo", "Fei; Go", r"Fei \and Go", "Fei | Go", "Fei\tGo", "Fei · Go", "Fei、Go",
        "Fei / Go", "Fei - Go",
    ),
    "markdown.links: _TAGS": ("<b>On It", "On It</strong>", "<em>On It", "On It</i>"),
    "markdown.units: _MARKS": (
        "**On It**", "__On It__", "*On It*", "_On It_", "“On It”", "[On It]", "`code`",
    ),
    "model.identifiers.reading: _LABELS": (
        "ISBN 978-3-16-148410-0", "PMID: 31452104", "arXiv:2506.13585", "doi:10.1000/182",
    ),
    "model.worddates: _FORMS": (
        "19 October 2016", "19-Oct-2016", "October 19, 2016", "Oct 2016", "2016 Oct 19", "12/2001",
        "2016/10/19", "19.10.2016", "19/10/2016", "10/19/2016", "20161019", "2016-10-19T10:00:00Z",
        "2016年10月19日",
    ),
    "names.running: _STOPS": (
        "Bo Fei: ", "Bo Fei 张伟", "Bo Fei†", "Bo Fei (MIT)", "Bo Fei 0000-0002-1825-0097",
        "Bo Fei et al", "Bo Fei and 12 others",
    ),
    "names.tables: _MARKS": (
        "Bo Fei\tMIT", "Bo Fei | MIT", "Bo Fei ... 12", "Bo Fei; MIT", "Bo Fei & MIT",
        "Bo Fei — MIT", "Talk: Bo Fei", "Bo Fei/MIT", "Bo Fei, MIT", "Bo Fei (MIT)",
        "Bo Fei from MIT", "“On It” by Bo Fei", "Bo FeiMIT",
    ),
    "textlists.glued: _JOINTS": (
        "Of wordsThe Lancet 12:3", "Of words.The Lancet 12:3", "Of words(arXiv:2019.12345)",
    ),
    "textlists.split: _LABELS": (
        "[1] Fei, B.", "(1) Fei, B.", "1. Fei, B.", "1– Fei, B.", "1.Fei, B.", "1 Fei, B.",
        "1Fei, B.",
    ),
    "textlists.split: _OPENINGS": (
        "B. Fei", "Fei, Bo/Wu, Al", "FEI Bo", "van Fei, B.", "Fei BA,", "Of moss",
    ),
    "verification.claims: _SAID_ORDERS": ("by first name", "by last name"),
}  # fmt: skip
# Tables made of rows that hold an example, or of rules of another table.
MADE = {
    "bibtex.scan: _END", "compare.dois: _READERS",
    "csl.fitted.numbers: _LABELLED", "markdown.stretches: CELLS", "markdown.stretches: ENTRY",
    "markdown.titles: RULES", "model.identifiers.addressed: _PLACES",
    "textlists.cueweights: _ELSEWHERE",
}  # fmt: skip


def modules() -> Iterator[tuple[str, ast.Module]]:
    """Yield each module of the package, by its path in it."""
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path.relative_to(PACKAGE).as_posix(), ast.parse(path.read_text())


def is_rule(node: ast.stmt) -> bool:
    """Return whether a function of texts, numbers and switches gives a text, texts or an answer."""
    if not isinstance(node, ast.FunctionDef) or not ast.get_docstring(node):
        return False
    every = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    kinds = {ast.unparse(one.annotation) if one.annotation else "" for one in every}
    returned = ast.unparse(node.returns) if node.returns else ""
    is_plain = returned.removesuffix(" | None") in TEXTS | GIVEN | BESIDE
    return bool(kinds & TEXTS and kinds <= TEXTS | BESIDE and not node.args.vararg and is_plain)


def tables() -> Iterator[str]:
    """Yield each table of a module that has patterns in its rows."""
    for name, module in modules():
        for node in module.body:
            if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
                calls = [one for one in ast.walk(node.value) if isinstance(one, ast.Call)]
                made = [one for one in calls if ast.unparse(one.func) in ("regex", "re.compile")]
                if made and node.value not in made:
                    target = node.targets[0] if isinstance(node, ast.Assign) else node.target
                    dotted = name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
                    yield f"{dotted}: {ast.unparse(target)}"


def patterns(table: Any) -> Iterator[Any]:
    """Yield the patterns of a table, however deep they are in its rows."""
    if hasattr(table, "search"):
        yield table
    elif isinstance(table, dict):
        yield from patterns(tuple(table.values()))
    elif isinstance(table, tuple):
        for row in table:
            yield from patterns(row)


def test_each_rule_of_texts_has_an_example() -> None:
    rules = {
        f"{name}: {node.name}": ast.get_docstring(node)
        for name, module in modules()
        for node in module.body
        if is_rule(node)
    }
    assert len(rules) > 600
    assert {name for name, said in rules.items() if ">>>" not in said} == ASKS


def test_each_table_of_patterns_has_examples() -> None:
    assert set(tables()) == ROWS.keys() | MADE


@pytest.mark.parametrize("table", ROWS)
def test_a_pattern_is_found_in_its_example(table: str) -> None:
    module, name = table.split(": ")
    found = list(patterns(getattr(importlib.import_module(f"refcore.{module}"), name)))
    missed = [
        (pattern.pattern, text)
        for pattern, text in zip(found, ROWS[table], strict=True)
        if not pattern.search(text)
    ]
    assert not missed

"""Hostile values in each member of a reference, through every writer: what is written reads back.

Usage: python benchmarks/faults/hostile_values.py [--pairs 150] [--seed 7] [--every 1]

Each value, alone, between words and joined with another one, is put in each place: a title, a part
of a name, a group, a field, the name of a field, a key, a type, a role and a date. Each library has
a second, sound reference. The reference, or its file, may be refused with an error of
`RefcoreError`. Otherwise the text is valid UTF-8 and is read as two references, the second of which
is unchanged. Exits with 1 where that is not so.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress

from refcore import Authors, Date, Group, Library, Person, Reference, dumps, loads
from refcore.errors import RefcoreError
from refcore.formats.registry import writable

ALONE = (
    "{",
    "}",
    "{{",
    "}}",
    "{}",
    "}{",
    '"',
    '""',
    '\\"',
    "@",
    "@misc{evil,",
    "\n@misc{evil, title={x}}\n",
    "}\n}\n@misc{evil, title={x}\n",
    "%",
    "% x\n",
    "a%b",
    "\\",
    "\\\\",
    "\\\\\\",
    "\\input{/etc/passwd}",
    "\\write18{ls}",
    "\\end{document}",
    "\\catcode`\\@=11",
    "\\newcommand{\\x}{y}",
    "$",
    "$$",
    "$x",
    "$x_{1",
    "^",
    "_",
    "a_b",
    "#",
    "#x",
    "# h",
    "#set page(1pt)",
    '#import "x"',
    '#eval("1")',
    "#{panic()}",
    "&",
    "&amp;",
    "&lt;script&gt;",
    "&#60;",
    "<",
    ">",
    "<script>alert(1)</script>",
    "<i>x",
    "</i>",
    '<i onclick="x">y</i>',
    '<a href="javascript:alert(1)">x</a>',
    "<img src=x onerror=y>",
    "<!-- x",
    "-->",
    "]]>",
    "<![CDATA[x]]>",
    "<?php x ?>",
    "javascript:alert(1)",
    "data:text/html,x",
    "[x](javascript:alert(1))",
    "![x](y)",
    "`x`",
    "``x``",
    "```",
    "**x**",
    "*x",
    "__x__",
    "~",
    "~~x~~",
    "|",
    "| a | b |",
    "\n\n",
    "a\nb",
    "a\r\nb",
    "a\rb",
    "a\n\n\nb",
    "a\u2028b",
    "a\u2029b",
    "a\x85b",
    "a\x0bb",
    "a\x0cb",
    "\x00",
    "a\x00b",
    "\x1b[31mred",
    "\x1b]0;t\x07",
    "\x9b31m",
    "\x07",
    "\x08\x08",
    "\u202eabc",
    "\u2066x\u2069",
    "\u200f",
    "\u200b",
    "\ufeff",
    "a\ufeffb",
    "\u200d",
    "\u0301",
    "\ud800",
    "a\udfffb",
    "\U0001f468\u200d\U0001f469",
    "\U000e0001",
    "\uffff",
    "\ufffe",
    "x:y",
    "x: y",
    ": x",
    "- x",
    "? x",
    '!!python/object/apply:os.system ["ls"]',
    "!!binary x",
    "&a b",
    "*a",
    "<<: *a",
    "{a: b}",
    "[a, b]",
    '"x',
    "'x",
    "'x'",
    "null",
    "true",
    "no",
    "1",
    "1.0",
    "1e5",
    "0x10",
    "2020-01-01",
    ".inf",
    "---",
    "...",
    "%YAML 1.2",
    "|\n x",
    ">\n x",
    ":ref:`x`",
    ":raw-html:`<b>`",
    ".. raw:: html\n\n   <b>",
    "`x`_",
    "x_",
    "|x|",
    "*x*",
    "\\ x",
    "::",
    ".. |x| replace:: y",
    "TY  - JOUR",
    "ER  - ",
    "a\nER  - \nTY  - BOOK\n",
    "PMID- 1",
    "a\nPMID- 2",
    "AU  - x",
    " and ",
    "a and b",
    "and",
    "others",
    "et al.",
    "and others",
    ",",
    ", ,",
    "a,b,c,d",
    "a;b",
    "Li, Bo, Jr., X",
    "family=x",
    "{and}",
    "{a and b}",
    "jan",
    '"jan" # x',
    "a#b",
    'x" # "y',
    "\\'e",
    '\\"{',
    "{\\i",
    "\\textbf{x",
    "\\c",
    "\\relax",
    "\\def\\x#1{}",
    "^^M",
    "^^5c",
    "\\u{0}",
    "=cmd|x",
    "=1+1",
    "+x",
    "-x",
    "@x",
    "\t",
    "a\tb",
    " x ",
    "  ",
    "",
    "\xa0",
    "a\xa0b",
)
RUNS = (*(sign * 99 for sign in "$\\<>[](){}\"'`*_|&%~^#-@"), "x" * 3000, "e\u0301" * 5)
FIELDS = "note publisher URL abstract container-title page volume language annote ISBN PMID".split()
SOUND = Reference("zz", "book", "Other")


def values(pairs: int, seed: int) -> list[str]:
    """Return the values: alone, between two words, and pairs of them."""
    chance = random.Random(seed)
    listed = [*ALONE, *RUNS]
    joined = [chance.choice(listed) + chance.choice(listed) for _ in range(pairs)]
    return [*listed, *joined, *(f"A {value} b" for value in listed)]


def makers(value: str) -> Iterator[tuple[str, Callable[[], Reference]]]:
    """Yield the name of each member, and what makes a reference with the value in it."""
    two = Person("Bo", "Fei")
    yield "title", lambda: Reference("a", "book", value or "x")
    for part in ("given", "family", "suffix"):
        yield (
            f"{part} name",
            lambda part=part: Reference(
                "a",
                "book",
                "T",
                Authors([Person(**{"given": "An", "family": "Li", part: value}), two]),
            ),
        )
    yield "group", lambda: Reference("a", "book", "T", Authors([Group(value)]))
    for name in FIELDS:
        yield name, lambda name=name: Reference("a", "book", "T", fields={name: value})
    yield "name of a field", lambda: Reference("a", "book", "T", fields={value: "x"})
    yield "name of another field", lambda: Reference("a", "book", "T", extra={value: "x"})
    yield "another field", lambda: Reference("a", "book", "T", extra={"foo": value})
    yield "key", lambda: Reference(value, "book", "T")
    yield "type", lambda: Reference("a", value, "T")
    yield "role", lambda: Reference("a", "book", "T", names={value: Authors([two])})
    yield "date", lambda: Reference("a", "book", "T", issued=Date(literal=value))


def fault(library: Library, name: str) -> str:
    """Return what is wrong with a library that is written and read again, if anything."""
    try:
        text = dumps(library, name)
    except RefcoreError:
        return ""
    try:
        text.encode()
        again = loads(text, name)
    except (RefcoreError, UnicodeError) as error:
        return f"cannot be read: {error}"
    if len(again) != len(library):
        return f"{len(again)} references"
    first, last = again
    if last.title != SOUND.title:
        return f"the other title is {last.title!r}"
    lost = len(first.authors) < len(library[library.keys()[0]].authors)
    return "an author is lost" if lost and name in ("bibtex", "biblatex", "csl-json") else ""


def main() -> int:
    """Write and read all; return 0 where nothing is wrong."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--pairs", type=int, default=150)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--every", type=int, default=1, help="every so many of the values")
    given = parser.parse_args()
    wrong: Counter[tuple[str, str]] = Counter()
    count = 0
    listed = values(given.pairs, given.seed)[:: given.every]
    for value in listed:
        for member, make in makers(value):
            with suppress(RefcoreError):
                library = Library([make(), SOUND])
                for name in writable():
                    count += 1
                    if said := fault(library, name):
                        wrong[member, name] += 1
                        print(f"  wrong: {member} as {name}: {value[:60]!a}: {said[:200]}")
    print(f"{len(listed)} values, {count:,} times written, {wrong.total()} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

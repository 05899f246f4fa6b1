"""Make the page of N references of every verdict, with hostile texts, and check it.

    python benchmarks/report_page.py [--count N] [--save PAGE.html] [--browser NODE_MODULES]

Every reference is drawn from a seed: its verdict, the length of its list, what is wrong with it.
Texts hold markup, scripts, quotes, letters of many scripts and signs that turn the direction.
It prints the size of the page, the time beside that of the verdicts, errors of html5lib
(strict) and links that are not of the web. With ``--browser``, NODE_MODULES is a folder with
the npm packages ``puppeteer-core`` and ``axe-core``, and Chromium (CHROMIUM, by default
/usr/bin/chromium) opens the page in light and dark, at 1,000 and at 360 pixels: printed are
axe-core's violations, the pixels that stick out, scripts that ran or requests that left, whether
the filter (by keyboard) and the search show what they say, and the time until the page is laid out.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import attrs

from refcore.diagnostics import Diagnostic, Location
from refcore.model import ArxivId, Doi, Library, Person, Reference
from refcore.model.claims import Claim, ClaimKind
from refcore.model.people import Authors
from refcore.net.addresses import LinkAnswer, LinkState
from refcore.records.lock import Lock
from refcore.records.record import Notice, Record, RecordAuthor
from refcore.records.sources import Sources
from refcore.verification.page.whole import report_page
from refcore.verification.report import Report, Verdict
from refcore.verification.verify import verify

DAY = datetime.date(2026, 11, 29)
GIVEN = "Ann Bo Carla Deniz Eva Femi Göran Hana Ivo Jing Kofi Lucía Mei Nils Olga Pau".split()
FAMILY = "Abara Berg Castillo Dvořák Eriksen Fei Gupta Huang Ito Jansen Kim Liu Müller Ng".split()
WORDS = (
    "sparse attention graphs at scale robust proofs of networks learning fields <i>vivo</i> "
    "H<sub>2</sub>O measures quantum random walks $x^2$ with limits"
).split()
HOSTILE = (
    "<script>document.title='ran'</script>",
    "</pre></details></main><img src=x onerror=\"document.title='ran'\">",
    '"><svg/onload=alert(1)>',
    "<!-- --!> ]]> <![CDATA[",
    "\u202egnp.exe \u2066 \x1b[2J \x00 \ufffe \U0001ffff",
    "<i>open <b>crossed</i></b> &lt; &amp;amp; &#x3c;",
    "مقالة عن الشبكات 図書館 ไลบรารี",
    "long" * 80,
    "</style><style>body{display:none}</style>",
)


def person(draw: random.Random) -> str:
    return f"{draw.choice(GIVEN)} {draw.choice(FAMILY)}"


def title(draw: random.Random) -> str:
    words = " ".join(draw.sample(WORDS, 7))
    return f"{words} {draw.choice(HOSTILE)}" if draw.random() < 0.2 else words


def record(draw: random.Random, number: int) -> Record:
    names = list(dict.fromkeys(person(draw) for _ in range(draw.choice((1, 2, 3, 5, 8, 30)))))
    gone = draw.random() < 0.03
    notices = [Notice(draw.choice(("retracted", "withdrawn", "corrected")), by=HOSTILE[2])]
    return Record(
        id=ArxivId(f"{2001 + number // 90000}.{number % 90000 + 10000}", 1),
        source="arxiv",
        title=title(draw),
        authors=[RecordAuthor(name) for name in names],
        via=HOSTILE[0] if draw.random() < 0.05 else "",
        retrieved="2026-11-20",
        notices=notices if gone else (),
    )


def damaged(draw: random.Random, names: list[str]) -> list[str]:
    """Return a list of names with one thing wrong."""
    names = list(names)
    at = draw.randrange(len(names))
    kind = draw.choice(("letter", "given", "extra", "missing", "moved", "hostile", "initials"))
    given, _, family = names[at].rpartition(" ")
    if kind == "letter":
        names[at] = f"{given} {family[:-1]}x{family[-1]}"
    elif kind == "given":
        names[at] = f"Zacharias {family}"
    elif kind == "extra":
        names.insert(at, "Invented Author")
    elif kind == "missing" and len(names) > 1:
        del names[at]
    elif kind == "moved":
        names.append(names.pop(at))
    elif kind == "hostile":
        names[at] = f"{draw.choice(HOSTILE)} {family}"
    else:
        names[at] = f"{given[0]}. {family}"
    return names


def reference(draw: random.Random, number: int, held: Record) -> Reference:
    kind = draw.random()
    names = list(held.names) if kind < 0.6 else damaged(draw, list(held.names))
    people = []
    for name in names:
        given, _, family = name.rpartition(" ")
        people.append(Person(given, family))
    return Reference(
        f"key{number}<b>",
        "article",
        held.title if draw.random() < 0.95 else title(draw),
        Authors(people, draw.choice((False, False, False, True))),
        arxiv=ArxivId(held.id.bare) if kind < 0.95 else None,
        doi=Doi("10.1000/<b>x") if kind > 0.97 else None,
        url="javascript:alert(1)" if kind > 0.9 else "",
        location=Location("refs <x>.bib", number * 9 + 1),
    )


def changed(draw: random.Random, report: Report) -> Report:
    """Return a report with what no lock file can say: other verdicts, links."""
    chance = draw.random()
    if chance < 0.02:
        verdict = draw.choice((Verdict.NOT_FOUND, Verdict.SUSPECT, Verdict.INCOMPLETE))
        return attrs.evolve(report, verdict=verdict, reason=f"arXiv has none: {HOSTILE[1]}")
    if chance < 0.04:
        bad = LinkAnswer("javascript:alert(1)", LinkState.GONE, 404)
        moved = LinkAnswer("https://example.org/a?<b>", LinkState.MOVED, 200, HOSTILE[1])
        return attrs.evolve(report, links=(bad, moved))
    return report


def made(count: int, seed: int) -> list[Report]:
    draw = random.Random(seed)
    records = [record(draw, number) for number in range(count)]
    cited = [reference(draw, number, held) for number, held in enumerate(records)]
    pages = [one.evolve(type="webpage", arxiv=None, doi=None) for one in cited[: count // 20]]
    cited[: count // 20] = pages
    claims = {
        one.key: [Claim(ClaimKind.MORE_THAN, f"over 9 {HOSTILE[0]}", number=9)]
        for one in cited[::40]
    }
    sources = Sources(lock=Lock(records))
    return [changed(draw, one) for one in verify(Library(cited, claims=claims), arxiv=sources)]


def read(page: str) -> tuple[list[str], Counter[str]]:
    """Return the errors of a page, and the schemes of its links."""
    import html5lib

    parser = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False)
    tree = parser.parse(page)
    schemes = Counter(a.get("href", "").partition(":")[0] for a in tree.iter("a"))
    return [f"{kind} at {place}" for place, kind, _ in parser.errors], schemes


def in_browser(page: Path, modules: Path) -> dict[str, object]:
    script = Path(__file__).with_suffix(".cjs")
    chromium = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    done = subprocess.run(
        ["node", script, page.resolve(), modules.resolve(), chromium],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--save", type=Path)
    parser.add_argument("--browser", type=Path)
    options = parser.parse_args()
    start = time.process_time()
    reports = made(options.count, options.seed)
    verified = time.process_time()
    lost = [Diagnostic(f"an entry {HOSTILE[1]} was not read", Location("refs <x>.bib", 3))]
    page = report_page(reports, title=f"refs {HOSTILE[0]}", diagnostics=lost, made=DAY)
    printed = time.process_time()
    print(f"{len(reports)} references:", dict(Counter(str(one.verdict) for one in reports)))
    print(
        f"page: {len(page.encode()):,} bytes, {len(page.encode()) / len(reports):,.0f} a reference"
    )
    seconds = f"verdicts {verified - start:.2f}, page {printed - verified:.2f}"
    print(f"seconds of the processor: {seconds}")
    errors, schemes = read(page)
    print(f"html5lib: {len(errors)} errors {errors[:3]}; links: {dict(schemes)}")
    bad = bool(errors) or bool(set(schemes) - {"https", "http"})
    if options.save:
        options.save.write_text(page, encoding="utf-8")
    if options.browser:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, "page.html")
            file.write_text(page, encoding="utf-8")
            for name, value in in_browser(file, options.browser).items():
                print(f"{name}: {value}")
                bad = bad or (name.startswith("faults") and bool(value))
    return bad


if __name__ == "__main__":
    sys.exit(main())

"""Change fixtures of the CSL test suite at random and compare refcore with citeproc-js on them.

Usage: python benchmarks/csl_mutations.py FIXTURES --node FOLDER [--count N] [--changes N]
       [--seed N] [--only PREFIX] [--show N] [--like TEXT] [--out FILE]

FIXTURES is a folder in the format of the public CSL test suite; FOLDER holds
citeproc-js (`npm install --prefix FOLDER citeproc`). Each fixture is changed N
times: an attribute, an affix, a variable, a name, a date, the order of items or
cites, a locator, the language. Both processors print what came of it, and the
texts that differ are counted by the change that was made and by how they
differ. Whoever reads them decides by the specification who is right: where
refcore is, docs/csl.md has a row for it. `--count 0` runs the fixtures as they
are, to test the program itself. `--like` prints only what has TEXT in its label.
"""

from __future__ import annotations

import argparse
import copy
import json
import os
import random
import re
import signal
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import TypeAlias
from xml.etree import ElementTree

import attrs
from csl_differences import kind_of
from csl_fixtures import Fixture, Json, Refcore, read_fixture, render_fixture

CSL = "{http://purl.org/net/xbiblio/csl}"
PROGRAM = r"""
const CSL = require('citeproc'), fs = require('fs');
const {locales, jobs} = JSON.parse(fs.readFileSync(0, 'utf8'));
console.log = () => {};
const say = (...words) => fs.writeSync(1, words.join('') + '\n');
const read = lang => { try { return fs.readFileSync(`${locales}/locales-${lang}.xml`, 'utf8'); }
                       catch (error) { return false; } };
function rendered(job) {
  const byId = Object.fromEntries(job.items.map(item => [item.id, item]));
  const engine = new CSL.Engine({retrieveLocale: read, retrieveItem: id => byId[id]}, job.style);
  if (job.bibentries) for (const ids of job.bibentries) engine.updateItems(ids.map(String));
  else if (!job.citations) engine.updateItems(job.items.map(item => item.id));
  let cites = [];
  if (job.citations) {
    const last = job.citations.length - 1;
    for (const one of job.citations.slice(0, -1))
      engine.processCitationCluster(one[0], one[1], one[2]);
    const made = engine.processCitationCluster(...job.citations[last]);
    const order = engine.registry.citationreg.citationByIndex;
    const changed = Object.fromEntries(made[1].map(one => [one[0], one[1]]));
    cites = order.map((citation, at) => at in changed ? `>>[${at}] ${changed[at]}`
      : `..[${at}] ` + engine.process_CitationCluster(citation.sortedItems, citation));
  } else {
    const clusters = job.clusters
      || [engine.registry.reflist.map(item => ({id: item.id}))];
    cites = clusters.map(cluster => engine.makeCitationCluster(cluster));
  }
  if (!job.mode.startsWith('bibliography')) return cites.join('\n');
  const made = engine.makeBibliography(job.bibsection || undefined);
  return made[0].bibstart + made[1].join('') + made[0].bibend;
}
for (const job of jobs) {
  say(JSON.stringify({start: job.at}));
  const found = {at: job.at};
  try { found.text = rendered(job); } catch (error) { found.error = String(error); }
  say(JSON.stringify(found));
}
"""


@attrs.frozen
class Mutant:
    """A fixture that was changed, and what was done to it."""

    fixture: Fixture
    changes: tuple[str, ...]
    seed: int

    @property
    def label(self) -> str:
        return f"{self.fixture.name}#{self.seed} {'; '.join(self.changes)}"


# What can be changed

AFFIXES = ("", " ", ", ", "; ", ". ", ": ", " (", ")", "[", "]", ".", ",", " – ", "/", "!")
CASES = {"text-case": ("lowercase", "uppercase", "capitalize-first", "capitalize-all", "title",
    "sentence")}  # fmt: skip
FORMS = ("long", "short", "verb", "verb-short", "symbol")
QUOTES = {"quotes": ("true", "false")}
PERIODS = {"strip-periods": ("true", "false")}
PARTS = {
    "font-style": ("italic", "normal", "oblique"), "font-weight": ("bold", "normal"),
    "font-variant": ("small-caps", "normal"), "vertical-align": ("sup", "sub"),
    "text-decoration": ("underline",), "prefix": AFFIXES, "suffix": AFFIXES,
}  # fmt: skip
NAME_OPTIONS = {
    "and": ("text", "symbol"), "delimiter-precedes-et-al":
        ("contextual", "always", "never", "after-inverted-name"),
    "delimiter-precedes-last": ("contextual", "always", "never", "after-inverted-name"),
    "et-al-min": ("1", "2", "3", "4"), "et-al-use-first": ("1", "2", "3", "0"),
    "et-al-subsequent-min": ("1", "2", "3"), "et-al-subsequent-use-first": ("1", "2"),
    "et-al-use-last": ("true", "false"), "initialize": ("true", "false"),
    "initialize-with": ("", ".", ". ", " ", ".-"), "name-as-sort-order": ("first", "all"),
    "sort-separator": ("", ", ", " ", "/"),
}  # fmt: skip
INHERITED = {**NAME_OPTIONS, "name-form": ("long", "short", "count"),
    "name-delimiter": AFFIXES, "names-delimiter": AFFIXES}  # fmt: skip
DELIMITER = {"delimiter": AFFIXES}
ATTRIBUTES: dict[str, dict[str, Sequence[str]]] = {
    "style": {"default-locale": ("en-US", "en-GB", "de-DE", "fr-FR", "es-ES", "ru-RU", "nl-NL"),
        "demote-non-dropping-particle": ("never", "sort-only", "display-and-sort"),
        "initialize-with-hyphen": ("true", "false"), "class": ("note", "in-text"),
        "page-range-format": ("expanded", "minimal", "minimal-two", "chicago", "chicago-16"),
        **INHERITED},
    "citation": {"collapse": ("citation-number", "year", "year-suffix", "year-suffix-ranged"),
        "disambiguate-add-names": ("true", "false"), "cite-group-delimiter": AFFIXES,
        "disambiguate-add-givenname": ("true", "false"),
        "givenname-disambiguation-rule": ("all-names", "all-names-with-initials",
            "primary-name", "primary-name-with-initials", "by-cite"),
        "disambiguate-add-year-suffix": ("true", "false"), "year-suffix-delimiter": AFFIXES,
        "after-collapse-delimiter": AFFIXES, "near-note-distance": ("1", "3"), **INHERITED},
    "bibliography": {"subsequent-author-substitute": ("———", "", "Same"),
        "subsequent-author-substitute-rule": ("complete-all", "complete-each", "partial-each",
            "partial-first"), "second-field-align": ("flush", "margin"), **INHERITED},
    "layout": {**PARTS, **DELIMITER}, "group": {**PARTS, **DELIMITER},
    "text": {**PARTS, **CASES, **QUOTES, **PERIODS, "form": FORMS,
        "plural": ("true", "false"), "variable": ("title", "container-title", "publisher", "page",
            "volume", "note", "URL", "year-suffix", "citation-number", "title-short", "locator"),
        "term": ("et-al", "and", "page", "editor", "no date", "in", "ibid", "accessed")},
    "number": {**PARTS, **CASES, "form": ("numeric", "ordinal", "long-ordinal", "roman"),
        "variable": ("volume", "edition", "issue", "chapter-number", "number", "page")},
    "label": {**PARTS, **CASES, **PERIODS, "form": FORMS,
        "plural": ("contextual", "always", "never"),
        "variable": ("page", "locator", "volume", "edition", "issue")},
    "names": {**PARTS, **DELIMITER, "variable": ("author", "editor", "author editor",
        "editor translator", "author translator")},
    "name": {**PARTS, **DELIMITER, **NAME_OPTIONS, "form": ("long", "short", "count")},
    "name-part": {**PARTS, **CASES}, "et-al": {"term": ("et-al", "and others"), **PARTS},
    "date": {**PARTS, **CASES, **DELIMITER, "form": ("text", "numeric"), "date-parts":
        ("year-month-day", "year-month", "year"),
        "variable": ("issued", "accessed", "original-date", "event-date")},
    "date-part": {**PARTS, **CASES, **PERIODS,
        "form": ("numeric", "numeric-leading-zeros", "ordinal", "long", "short"),
        "range-delimiter": ("-", "–", "/", " to ")},
    "key": {"sort": ("ascending", "descending"), "names-min": ("1", "2"), "names-use-first":
        ("1", "2"), "variable": ("author", "issued", "title", "citation-number", "volume", "page",
            "type")},
    "if": {"match": ("all", "any", "none"), "position": ("first", "subsequent", "ibid",
        "ibid-with-locator", "near-note"), "disambiguate": ("true", "false")},
}  # fmt: skip
ATTRIBUTES["else-if"] = ATTRIBUTES["if"]
TYPES = ("book", "article-journal", "chapter", "webpage", "thesis", "legal_case", "report",
    "paper-conference", "article-newspaper", "bill", "motion_picture")  # fmt: skip
FAMILIES = ("Doe", "Roe", "van der Vlist", "de la Fontaine", "O’Brien", "Ünal", "al-Hakim",
    "MacDonald", "石井", "Ivanov-Petrov", "d’Alembert", "St. John")  # fmt: skip
GIVENS = ("John", "Jane A.", "J.-P.", "Jean-Luc", "J. R. R.", "Mary Ann", "Étienne", "Yu-ting",
    "Jo van", "ĭuriĭ", "John, Jr.", "T.")  # fmt: skip
TEXTS = ("A <i>short</i> title", "“Quoted” words: and more", "What is it?", "An end.",
    "O’Neil's dogs", "the DNA of e.coli", "Title, with comma", "<b>Bold</b> start",
    "A “nested ‘quote’ here”", "Été")  # fmt: skip
NUMBERS = ("2", "2-4", "10–12", "3, 5", "2 & 4", "12a", "iv", "1st", "5th edition", "100-104",
    "123-128", "N11", "2-N4", "1 and 3", "-5")  # fmt: skip
DATES = ({"date-parts": [[2001]]}, {"date-parts": [[2001, 3]]}, {"date-parts": [[2001, 3, 1]]},
    {"date-parts": [[2001, 3, 12], [2001, 3, 19]]}, {"date-parts": [[2001, 3], [2001, 5]]},
    {"date-parts": [[2001], [2003]]}, {"date-parts": [[2001, 12, 1], [2002, 1, 3]]},
    {"date-parts": [[-44]]}, {"date-parts": [[800]]}, {"literal": "in press"},
    {"date-parts": [[2001]], "circa": True}, {"date-parts": [[2001]], "season": 2},
    {"date-parts": [[2001, 13]]}, {"date-parts": [[1999, 12, 31]]},
    {"date-parts": [["2001", "03"]]})  # fmt: skip
NUMERIC = ("volume", "issue", "edition", "page", "chapter-number", "number", "locator")
LOCATORS = ("12", "12-14", "3, 5", "iv", "12a", "§ 4", "12 & 15", "1n23", "4 f.")
LABELS = ("page", "chapter", "section", "volume", "sub-verbo", "verse", "line", "note", "paragraph")

Change: TypeAlias = Callable[[Json, random.Random], str]


def child_elements(style: ElementTree.Element) -> list[tuple[ElementTree.Element, str]]:
    """Return the elements of a style that print, with their names."""
    found = []
    for part in style.iter():
        name = str(part.tag).removeprefix(CSL)
        if name in ATTRIBUTES:
            found.append((part, name))
    return found


def change_attribute(job: Json, choose: random.Random) -> str:
    """Set, change or take away an attribute of an element of the style."""
    part, name = choose.choice(child_elements(job["tree"]))
    table = ATTRIBUTES[name]
    held = [key for key in part.attrib if key in table]
    key = choose.choice(held) if held and choose.random() < 0.6 else choose.choice(list(table))
    if key not in part.attrib and key in ("variable", "term", "position", "disambiguate"):
        return ""
    if (
        key in ("prefix", "suffix", "delimiter", "form")
        and choose.random() < 0.2
        and (name != "date")
    ):
        value = None
    else:
        value = choose.choice(table[key])
    if value is None:
        part.attrib.pop(key, None)
        return f"{name} without {key}"
    if part.get(key) == value:
        return ""
    part.set(key, value)
    return f"{name} {key}={value!r}"


def drop_element(job: Json, choose: random.Random) -> str:
    """Take an element away from where others are beside it."""
    parents = [part for part in job["tree"].iter() if rendering(part) and len(part) > 1]
    if not parents:
        return ""
    parent = choose.choice(parents)
    gone = choose.choice(list(parent))
    parent.remove(gone)
    return f"no {str(gone.tag).removeprefix(CSL)}"


def swap_elements(job: Json, choose: random.Random) -> str:
    parents = [part for part in job["tree"].iter() if rendering(part) and len(part) > 1]
    if not parents:
        return ""
    parent = choose.choice(parents)
    at = choose.randrange(len(parent) - 1)
    parent[at], parent[at + 1] = parent[at + 1], parent[at]
    return f"swapped in {str(parent.tag).removeprefix(CSL)}"


def wrap_element(job: Json, choose: random.Random) -> str:
    """Put an element into a group with an affix."""
    parents = [part for part in job["tree"].iter() if rendering(part) and len(part)]
    if not parents:
        return ""
    parent = choose.choice(parents)
    at = choose.randrange(len(parent))
    key = choose.choice(("prefix", "suffix", "delimiter", "font-style"))
    value = "italic" if key == "font-style" else choose.choice(AFFIXES)
    group = ElementTree.Element(f"{CSL}group", {key: value})
    group.append(parent[at])
    parent[at] = group
    return f"in a group {key}={value!r}"


def rendering(part: ElementTree.Element) -> bool:
    return str(part.tag).removeprefix(CSL) in ("layout", "group", "macro", "substitute")


def change_type(job: Json, choose: random.Random) -> str:
    choose.choice(job["items"])["type"] = kind = choose.choice(TYPES)
    return f"type {kind}"


def change_name(job: Json, choose: random.Random) -> str:
    """Add, drop, swap or rewrite a name of an item."""
    item = choose.choice(job["items"])
    lists = [key for key, value in item.items() if names_in(value)]
    if not lists:
        item["author"] = [{"family": choose.choice(FAMILIES), "given": choose.choice(GIVENS)}]
        return "an author"
    key = choose.choice(lists)
    names = item[key]
    what = choose.choice(("add", "drop", "swap", "family", "given", "suffix", "particle", "copy"))
    one = choose.choice(names)
    if what == "add":
        names.append({"family": choose.choice(FAMILIES), "given": choose.choice(GIVENS)})
    elif what == "drop":
        names.remove(one)
        if not names:
            del item[key]
    elif what == "swap":
        choose.shuffle(names)
    elif what in ("family", "given") and what in one:
        one[what] = choose.choice(FAMILIES if what == "family" else GIVENS)
    elif what == "suffix" and "family" in one:
        one["suffix"] = choose.choice(("Jr.", "III"))
        if choose.random() < 0.3:
            one["comma-suffix"] = True
    elif what == "particle" and "family" in one:
        kind = choose.choice(("dropping-particle", "non-dropping-particle"))
        one[kind] = choose.choice(("de", "van der", "d’", "al-"))
        return kind
    elif what == "copy":
        others = [other[key] for other in job["items"] if names_in(other.get(key))]
        item[key] = copy.deepcopy(choose.choice(others))
    return f"names: {what}"


def names_in(value: object) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def change_value(job: Json, choose: random.Random) -> str:
    """Change or drop a text, a number or a date of an item."""
    item = choose.choice(job["items"])
    keys = [key for key in item if key not in ("id", "type") and not names_in(item[key])]
    if not keys:
        return ""
    key = choose.choice(keys)
    if choose.random() < 0.2:
        del item[key]
        return f"no {key}"
    if isinstance(item[key], dict):
        item[key] = copy.deepcopy(choose.choice(DATES))
        return f"a date {json.dumps(item[key])}"
    item[key] = choose.choice(NUMBERS if key in NUMERIC else TEXTS)
    return f"{key}={item[key]!r}"


def add_value(job: Json, choose: random.Random) -> str:
    item = choose.choice(job["items"])
    key = choose.choice(("title", "container-title", "volume", "page", "edition", "issued",
        "publisher", "accessed", "title-short", "language", "note"))  # fmt: skip
    if key in ("issued", "accessed"):
        item[key] = copy.deepcopy(choose.choice(DATES))
    elif key == "language":
        item[key] = choose.choice(("en-US", "de-DE", "fr"))
    else:
        item[key] = choose.choice(NUMBERS if key in NUMERIC else TEXTS)
    return f"with {key}={item[key]!r}"


def order_items(job: Json, choose: random.Random) -> str:
    choose.shuffle(job["items"])
    return "items shuffled"


def copy_item(job: Json, choose: random.Random) -> str:
    """Add an item that differs from another in its title or year only."""
    if job["citations"] is not None or job["bibentries"] is not None:
        return ""
    one = copy.deepcopy(choose.choice(job["items"]))
    one["id"] = f"COPY-{len(job['items'])}"
    if choose.random() < 0.4:
        one["issued"] = copy.deepcopy(choose.choice(DATES))
    elif "title" in one:
        one["title"] = choose.choice(TEXTS)
    job["items"].append(one)
    if job["clusters"] is not None:
        choose.choice(job["clusters"]).append({"id": one["id"]})
    return "an item copied"


def change_cite(job: Json, choose: random.Random) -> str:
    """Change a cite: its locator, affixes, place; name the clusters where there are none."""
    clusters = job["clusters"]
    if job["citations"] is not None:
        clusters = [step[0]["citationItems"] for step in job["citations"]]
    if clusters is None:
        if job["mode"].startswith("bibliography"):
            return ""
        clusters = job["clusters"] = [[{"id": item["id"]} for item in job["items"]]]
    cluster = choose.choice(clusters)
    cite = choose.choice(cluster)
    what = choose.choice(("locator", "prefix", "suffix", "shuffle", "mode", "drop"))
    if what == "locator":
        cite |= {"locator": choose.choice(LOCATORS), "label": choose.choice(LABELS)}
        return f"locator {cite['label']} {cite['locator']!r}"
    if what == "prefix":
        cite["prefix"] = choose.choice(("See ", "see, e.g., ", "(", "cf. "))
    elif what == "suffix":
        cite["suffix"] = choose.choice((", and others", ".", " passim", ")", "?"))
    elif what == "shuffle":
        choose.shuffle(cluster)
    elif what == "mode":
        cite["suppress-author"] = True
    elif len(cluster) > 1:
        cluster.remove(cite)
    return f"cite: {what}"


CHANGES: tuple[tuple[Change, int], ...] = (
    (change_attribute, 10), (drop_element, 1), (swap_elements, 1), (wrap_element, 1),
    (change_type, 1), (change_name, 3), (change_value, 3), (add_value, 1), (order_items, 1),
    (copy_item, 1), (change_cite, 2),
)  # fmt: skip


def mutants(fixture: Fixture, seed: int, count: int, most: int) -> Iterator[Mutant]:
    """Return changed copies of a fixture, the same for the same seed."""
    if not count:
        yield Mutant(fixture, (), 0)
    changes, weights = zip(*CHANGES, strict=True)
    for number in range(count):
        choose = random.Random(f"{fixture.name}/{seed}/{number}")
        job = as_job(fixture)
        try:
            job["tree"] = ElementTree.fromstring(fixture.style)  # noqa: S314
        except ElementTree.ParseError:
            return
        done = [
            choose.choices(changes, weights)[0](job, choose) for _ in range(choose.randint(1, most))
        ]
        if any(done):
            yield Mutant(from_job(fixture, job), tuple(filter(None, done)), number)


def as_job(fixture: Fixture) -> Json:
    return copy.deepcopy(
        {
            "mode": fixture.mode, "style": fixture.style, "items": list(fixture.items),
            "clusters": fixture.citation_items and [list(one) for one in fixture.citation_items],
            "citations": fixture.citations and [list(one) for one in fixture.citations],
            "bibentries": fixture.bibentries, "bibsection": fixture.bibsection,
        }
    )  # fmt: skip


def from_job(fixture: Fixture, job: Json) -> Fixture:
    ElementTree.register_namespace("", CSL[1:-1])
    return attrs.evolve(
        fixture,
        style=ElementTree.tostring(job["tree"], encoding="unicode"),
        items=tuple(job["items"]),
        citation_items=None if job["clusters"] is None else tuple(map(tuple, job["clusters"])),
        citations=None if job["citations"] is None else tuple(map(tuple, job["citations"])),
    )


# The processors


def by_citeproc_js(node: Path, made: Sequence[Mutant]) -> dict[int, str]:
    """Return what citeproc-js prints, by place; what stops it has no place."""
    jobs = [{**as_job(one.fixture), "at": at} for at, one in enumerate(made)]
    found: dict[int, str] = {}
    environ = {**os.environ, "NODE_PATH": str((node / "node_modules").resolve())}
    locales = str(files("citeproc") / "data" / "locales")
    while jobs:
        asked = json.dumps({"locales": locales, "jobs": jobs})
        try:
            run = subprocess.run(["node", "-e", PROGRAM], input=asked, capture_output=True,
                text=True, check=False, env=environ, timeout=60)  # fmt: skip
            out = run.stdout
        except subprocess.TimeoutExpired as stopped:
            out = (stopped.stdout or b"").decode()
        lines = [json.loads(line) for line in out.splitlines() if line.startswith("{")]
        if not lines:
            raise SystemExit(f"node gave nothing\n{__doc__}")
        found |= {line["at"]: line["text"] for line in lines if "text" in line}
        last = max(line.get("start", -1) for line in lines)
        jobs = [job for job in jobs if job["at"] > last]
    return found


def by_refcore(mutant: Mutant) -> str:
    signal.signal(signal.SIGALRM, stop)
    signal.alarm(5)
    try:
        return render_fixture(mutant.fixture, Refcore)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    finally:
        signal.alarm(0)


def stop(*_: object) -> None:
    raise TimeoutError("took more than 5 seconds")


def unmarked(text: str) -> str:
    """Return a text without what differs by a rule that docs/csl.md states.

    These are the marks of what the last step changed, brackets that citeproc-js
    closes as others, and two spaces in a row.
    """
    text = re.sub(r"^(?:>>|\.\.)(?=\[)", "", text.strip(), flags=re.MULTILINE)
    text = text.replace("[NO_PRINTED_FORM]", "").translate(str.maketrans("[]", "()"))
    return re.sub(r" +", " ", text).strip()


# The command line


def compare(given: argparse.Namespace) -> None:
    fixtures = [
        read_fixture(path.read_text(encoding="utf-8-sig"), path.stem)
        for path in sorted(given.folder.glob("*.txt"))
        if path.stem.startswith(given.only)
    ]
    made = [
        one for fixture in fixtures
        for one in mutants(fixture, given.seed, given.count, given.changes)
    ]  # fmt: skip
    equal, total = 0, 0
    differing: list[tuple[Mutant, str, str]] = []
    by_change, seen = Counter[str](), Counter[str]()
    for at in range(0, len(made), 200):
        part = made[at : at + 200]
        for place, theirs in by_citeproc_js(given.node, part).items():
            if "[CSL STYLE ERROR" in theirs:
                continue
            mine = by_refcore(part[place])
            total += 1
            mine, theirs = unmarked(mine), unmarked(theirs)
            same = mine == theirs
            equal += same
            for change in part[place].changes:
                kind = re.split(r"[=0-9{]", change)[0]
                seen[kind] += 1
                by_change[kind] += not same
            if not same:
                differing.append((part[place], mine, theirs))
    shown = [one for one in differing if given.like in one[0].label]
    for mutant, mine, theirs in shown[: given.show]:
        print(f"== {mutant.label}\n  {kind_of(mine, theirs)}\n    ours {mine}\n    js   {theirs}")
    if given.out:
        rows = [[one.label, kind_of(mine, theirs), mine, theirs, one.fixture.style,
            one.fixture.items, one.fixture.citation_items, one.fixture.citations]
            for one, mine, theirs in differing]  # fmt: skip
        given.out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))
    for kind, count in by_change.most_common(25):
        print(f"{count:5} of {seen[kind]:5}  {kind}")
    print(f"equal {equal} of {total}, {100 * equal / max(total, 1):.1f} %")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--node", type=Path, required=True)
    parser.add_argument("--count", type=int, default=4)
    parser.add_argument("--changes", type=int, default=2, help="at most so many on one fixture")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="")
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--like", default="")
    parser.add_argument("--out", type=Path)
    compare(parser.parse_args())


if __name__ == "__main__":
    main()

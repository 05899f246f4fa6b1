"""A corpus on each engine: the same verdicts as `verify`, how many a second, how much memory.

    python benchmarks/corpus.py RECORDS.jsonl.xz
    python benchmarks/corpus.py RECORDS.jsonl.xz --references 1000000 --records 5000000 \\
        --engines local --processes 2 --without-index
    python benchmarks/corpus.py RECORDS.jsonl.xz --engines local --parts 1 2 4 8

RECORDS holds real records in the shared form, one a line. Further ones are made of them: two words
of the title come from another record, and the authors are turned round. References are drawn from
the records. Of ten, five are right. One each has another word in its title, another first author,
another year, the venue of another record, or a title of words from several.

The local engine runs in one process on one core, and with further ones on all (--processes).
With --parts it runs on so many parts of the references, and its memory is compared.
"""

from __future__ import annotations

import argparse
import datetime
import json
import lzma
import multiprocessing
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

DAY = datetime.date(2026, 6, 1)


def varied(real: list[dict[str, Any]], count: int) -> Iterator[dict[str, Any]]:
    """Yield the real records, then made ones, until there are so many."""
    yield from islice(real, count)
    draw = random.Random(1)
    for number in range(len(real), count):
        base, other = real[number % len(real)], draw.choice(real)
        words, others = base["title"].split(), other["title"].split()
        for _ in range(2):
            words[draw.randrange(len(words))] = draw.choice(others)
        authors = [*other.get("author", []), *base.get("author", [])][: 1 + number % 6]
        made = {"title": " ".join(words), "author": authors, "key": f"{base['key']}-{number}"}
        if "doi" in base:
            made["doi"] = f"{base['doi']}.{number}"
        yield {**base, **made}


def references(records: list[dict[str, Any]], count: int) -> Iterator[dict[str, Any]]:
    """Yield references to the records as items of CSL-JSON."""
    draw = random.Random(2)
    for number in range(count):
        record, other = draw.choice(records), draw.choice(records)
        item = item_of(record, number)
        wrong = number % 10
        words = record["title"].split()
        if wrong == 1:
            words[draw.randrange(len(words))] = draw.choice(other["title"].split())
        elif wrong == 2 and item["author"]:
            item["author"][0] = {"family": "Novakova", "given": "Zoe"}
        elif wrong == 3 and "year" in record:
            item["issued"] = {"date-parts": [[int(record["year"]) - 3]]}
        elif wrong == 4:
            item["container-title"] = venue_of(other)
        elif wrong == 5:
            words = [*words[:2], *other["title"].split()[-3:]]
        if number % 4 == 0 and "doi" in record:
            item["DOI"] = record["doi"]
        yield {**item, "title": " ".join(words)}


def venue_of(record: dict[str, Any]) -> str:
    return str(record.get("booktitle") or record.get("journal") or "")


def item_of(record: dict[str, Any], number: int) -> dict[str, Any]:
    names = (name.rpartition(" ") for name in record.get("author", []))
    year = {"issued": {"date-parts": [[int(record["year"])]]}} if "year" in record else {}
    return {
        "id": f"r{number}",
        "type": "paper-conference" if "booktitle" in record else "article-journal",
        "author": [{"given": given, "family": family} for given, _, family in names],
        "container-title": venue_of(record),
        **year,
    }


def write_lines(path: Path, lines: Iterator[dict[str, Any]]) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def measured(words: list[str], *, one_core: bool = False) -> tuple[float, float, float]:
    """Run a script of our own; return seconds, CPU seconds and its largest memory in MB.

    Both count the processes that it waits for, Java's and Ray's servers not among them.
    """
    start = time.perf_counter()
    command = [sys.executable, "-W", "ignore", *words]
    cores = os.sched_getaffinity(0)
    if one_core:
        os.sched_setaffinity(0, {min(cores)})
    started = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.sched_setaffinity(0, cores)
    _, status, used = os.wait4(started.pid, 0)
    started.returncode = os.waitstatus_to_exitcode(status)
    assert started.returncode == 0, words
    seconds = time.perf_counter() - start
    return seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


RUN = """
import sys, datetime
if __name__ == "__main__":  # a further process loads only what its steps need, as with `refcore`
    from refcore.corpus import verify_corpus
    source, records, target, engine, processes, rows, day = sys.argv[1:]
    verify_corpus(source, records, target, engine=engine, processes=int(processes),
                  rows=int(rows), today=datetime.date.fromisoformat(day))
"""
PLAIN = """
import sys, json, datetime
from refcore.corpus.packed import unpack
from refcore.corpus.verdicts import verdict_row
from refcore.index import Index
from refcore.records.sources import Sources
from refcore.verification.verify import verify_each
import pyarrow.parquet as pq
source, index, target, day = sys.argv[1:]
held, today = Sources(snapshot=Index(index)), datetime.date.fromisoformat(day)
texts = (text for path in sorted(__import__("pathlib").Path(source).glob("*.parquet"))
         for batch in pq.ParquetFile(path).iter_batches(1000, columns=["reference"])
         for text in batch.column(0).to_pylist())
with open(target, "w", encoding="utf-8") as file:
    for row, report in enumerate(verify_each(map(unpack, texts), arxiv=held, today=today)):
        file.write(json.dumps({"row": row, **verdict_row(report)}) + "\\n")
"""


def differing(folder: Path, plain: Path) -> int:
    """Return in how many rows two runs differ; a row that is missing counts."""
    import duckdb

    files = sorted(str(path) for path in folder.glob("part-*/*.parquet"))
    rows = duckdb.read_parquet(files).order("row").to_arrow_reader(10_000)
    found = (row for batch in rows for row in batch.to_pylist())
    count = 0
    with plain.open(encoding="utf-8") as lines:
        for line in lines:
            row = next(found, None)
            count += row != json.loads(line)
    return count + sum(1 for _ in found)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("real", type=Path)
    parser.add_argument("--references", type=int, default=100_000)
    parser.add_argument("--records", type=int, default=164_449)
    parser.add_argument("--engines", default="local,dask,ray,spark")
    parser.add_argument("--rows", type=int, default=50_000, help="references of a part")
    parser.add_argument("--without-index", action="store_true")
    parser.add_argument("--processes", type=int, nargs="*", help="of the local engine; 0 is none")
    parser.add_argument("--parts", type=int, nargs="*", default=[], help="parts to compare")
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args()
    folder = given.folder or Path(tempfile.mkdtemp(prefix="refcore-corpus-"))
    folder.mkdir(exist_ok=True)
    # In a separate process: the system counts the parent's memory for a process that it starts.
    preparing = multiprocessing.get_context("spawn").Process(target=prepare, args=(given, folder))
    preparing.start()
    preparing.join()
    assert preparing.exitcode == 0
    if not given.without_index:
        second, cpu, memory = measured(
            ["-c", PLAIN, str(folder / "refs"), str(folder / "index.sqlite"),
             str(folder / "plain.jsonl"), DAY.isoformat()]
        )  # fmt: skip
        said("verify with an index, one process", given.references, second, cpu, memory)
    for engine, processes in runs_of(given):
        target = folder / f"out-{engine}-{processes}"
        one_core = engine == "local" and not processes
        spent = verified(folder, folder / "refs", target, engine, processes, given.rows, one_core)
        name = engine if not processes else f"{engine}, {processes} further processes"
        said(f"{name}, one core" if one_core else name, given.references, *spent)
        if not given.without_index:
            wrong = differing(target, folder / "plain.jsonl")
            print(f"{'':<34}{wrong:,} rows differ from verify", flush=True)
    if given.parts:
        memory_of_parts(given, folder)


def runs_of(given: argparse.Namespace) -> list[tuple[str, int]]:
    """Return the engines to run, the local one with each number of further processes."""
    cores = os.cpu_count() or 1
    counts = ([0, cores] if cores > 1 else [0]) if given.processes is None else given.processes
    names = given.engines.split(",")
    local = [("local", count) for count in counts if "local" in names]
    return local + [(name, 0) for name in names if name != "local"]


def verified(
    folder: Path,
    references: Path,
    target: Path,
    engine: str,
    processes: int,
    rows: int,
    one_core: bool = False,
) -> tuple[float, float, float]:
    """Verify references in a process of its own; return what `measured` does."""
    shutil.rmtree(target, ignore_errors=True)
    words = [str(references), str(folder / "records"), str(target), engine]
    words += [str(processes), str(rows), DAY.isoformat()]
    script = folder / "run.py"
    script.write_text(RUN, encoding="utf-8")
    return measured([str(script), *words], one_core=one_core)


def memory_of_parts(given: argparse.Namespace, folder: Path) -> None:
    """Verify more and more parts of one size, and say how much memory each run takes."""
    files = sorted((folder / "refs").glob("*.parquet"))
    sizes = []
    for count in given.parts:
        some = folder / "some"
        shutil.rmtree(some, ignore_errors=True)
        some.mkdir()
        for file in files[:count]:
            (some / file.name).symlink_to(file)
        spent = verified(folder, some, folder / "out-some", "local", 0, given.rows)
        said(f"{min(count, len(files))} parts of {given.rows:,}", count * given.rows, *spent)
        sizes.append(spent[2])
    grown = max(sizes) - sizes[0]
    print(
        f"{'met   ' if grown <= 64 else 'MISSED'}  {given.parts[-1]} parts take {grown:,.0f} MB "
        "more than one (bar 64)",
        flush=True,
    )


def prepare(given: argparse.Namespace, folder: Path) -> None:
    """Write the dump, its tables, its index, and the references."""
    from refcore.corpus import write_records, write_references
    from refcore.index import build

    dump = folder / "dump.jsonl"
    with lzma.open(given.real, "rt", encoding="utf-8") as file:
        real = [json.loads(line) for line in islice(file, given.records)]
    if not dump.exists():
        write_lines(dump, varied(real, given.records))
    if not (folder / "records").exists():
        start = time.perf_counter()
        done = write_records(dump, folder / "records", workers=os.cpu_count() or 1)
        print(
            f"{done.works:,} records converted in {time.perf_counter() - start:.0f} s", flush=True
        )
    if not (given.without_index or (folder / "index.sqlite").exists()):
        build(dump, folder / "index.sqlite")
    if not (folder / "refs").exists():
        lines = folder / "refs.jsonl"
        some = list(islice(varied(real, given.records), 0, None, max(1, given.records // 500_000)))
        write_lines(lines, references(some, given.references))
        start = time.perf_counter()
        write_references(lines, folder / "refs", rows=given.rows, processes=os.cpu_count() or 1)
        took = time.perf_counter() - start
        print(f"{given.references:,} references converted in {took:.0f} s", flush=True)


def said(name: str, count: int, seconds: float, cpu: float, memory: float) -> None:
    print(
        f"{name:<34}{seconds:7.1f} s, {cpu:7.1f} s of CPU, {count / cpu:7,.0f} a CPU second, "
        f"{memory:6,.0f} MB at most",
        flush=True,
    )


if __name__ == "__main__":
    main()

"""Whether .bib files stay as they are: no-op writes, and edits that touch one field.

    python benchmarks/bibtex_fidelity.py FILE…

For each file: is it written back byte for byte; does an edit of each field of
each entry (of every N-th, with --every N) change that field's lines alone, and
does reading give the new value; how long that takes. The last line counts
what failed; the exit code is 1 where anything did.
"""

from __future__ import annotations

import argparse
import sys
import time
from difflib import SequenceMatcher
from pathlib import Path

from refcore import BibFile

MARK = "Changed by hand 42"


def edited_lines(before: str, after: str) -> tuple[int, int, list[str]]:
    """Return the span of lines that differ, and their new text."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return start, len(old) - end, new[start : len(new) - end]


def field_lines(source: str, expression: str, start: int) -> tuple[int, int]:
    """Return the first line of an expression and the line after its last."""
    first = source.count("\n", 0, start)
    return first, first + expression.count("\n") + 1


def check_entry(file: BibFile, key: str) -> list[str]:
    """Edit each field of an entry in turn, in a fresh copy; return what went wrong."""
    faults = []
    whole = file.entries[key]
    for name in whole:
        copy = BibFile.parse(whole.source)
        entry = next(iter(copy.entries.values()))
        expression = entry.expression(name)
        others = {other: entry.expression(other) for other in entry if other != name}
        start = next(f.start for f in entry._parsed()[1].fields if f.name.lower() == name)
        first, last = field_lines(whole.source, expression, start)
        entry[name] = MARK
        changed_from, changed_to, _ = edited_lines(whole.source, copy.to_text())
        again = next(iter(BibFile.parse(copy.to_text()).entries.values()))
        if changed_from < first or changed_to > last:
            faults.append(f"{key}: {name}: lines {changed_from}-{changed_to}, not {first}-{last}")
        if again[name] != MARK:
            faults.append(f"{key}: {name}: read back as {again[name]!r}")
        if {other: again.expression(other) for other in again if other != name} != others:
            faults.append(f"{key}: {name}: other fields changed")
    return faults


def structural(file: BibFile, data: bytes, key: str) -> list[str]:
    """Add, rename and remove in the whole file; return what went wrong."""
    faults = []
    for what in ("add", "rename", "retype"):
        copy = BibFile.parse(data)
        entry = copy.entries[key]
        if what == "add":
            entry["zz-new"] = MARK
        elif what == "rename":
            entry.key = "zz-new-key"
        else:
            entry.type = "zznew"
        matcher = SequenceMatcher(None, entry_lines(file, key), entry_lines(copy, entry.key))
        changed = sum(
            max(j - i, n - m) for op, i, j, m, n in matcher.get_opcodes() if op != "equal"
        )
        if changed > 2:
            faults.append(f"{key}: {what}: {changed} lines changed")
        if what == "add":
            del entry["zz-new"]
            if copy.to_bytes() != data:
                faults.append(f"{key}: adding and deleting a field does not give the file back")
    copy = BibFile.parse(data)
    copy.remove(key)
    if list(BibFile.parse(copy.to_bytes()).entries) != [k for k in file.entries if k != key]:
        faults.append(f"{key}: remove: other keys changed")
    return faults


def entry_lines(file: BibFile, key: str) -> list[str]:
    return file.entries[key].source.splitlines()


def check_file(path: Path, every: int) -> int:
    data = path.read_bytes()
    begun = time.process_time()
    file = BibFile.read(path)
    same = file.to_bytes() == data
    noop = time.process_time() - begun
    begun = time.process_time()
    count = len(file.entries)
    parsing = time.process_time() - begun
    keys = list(file.entries)[::every]
    faults: list[str] = []
    fields = 0
    for key in keys:
        faults += check_entry(file, key)
        fields += len(file.entries[key])
    for key in keys[:: max(len(keys) // 25, 1)]:
        faults += structural(file, data, key)
    print(f"{path}: {count} entries, {len(file.diagnostics)} diagnostics")
    print(f"  no-op write: {'the same bytes' if same else 'DIFFERS'}, {noop * 1000:.1f} ms")
    print(f"  parse: {parsing:.3f} s; {fields} fields edited, {len(faults)} faults")
    for fault in faults[:20]:
        print(f"    {fault}")
    return len(faults) + (not same)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--every", type=int, default=1, help="Edit every N-th entry alone.")
    options = parser.parse_args()
    faults = sum(check_file(path, options.every) for path in options.files)
    print(f"{faults} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

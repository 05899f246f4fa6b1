"""Mix the texts of the tests with one another and with hostile words, for every reader.

    python benchmarks/faults/splices.py [READER ...] [--minutes 5] [--keep FOLDER] [--seed 1]

`fuzz.py` changes bytes and is led by the code that they reach; this keeps the structure of a text.
A text is cut, joined with one of another format, gets hostile words in place of its own, loses,
repeats or swaps lines, or is encoded otherwise. A good entry is put after it: it is read, or the
reader says what is wrong. Faults are an exception, an input that takes more than two seconds of
processor time, and a good entry that is lost in silence. Each is printed once for its place in the
code, and its input is written to FOLDER. The exit code is 1 where one was found.
"""

from __future__ import annotations

import argparse
import ast
import hashlib
import random
import re
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

from readers import READERS, Broken

from refcore.diagnostics import Severity
from refcore.errors import RefcoreError
from refcore.formats import load_bytes

TESTS = Path(__file__).parents[2] / "tests"
LONGEST = 20_000
SECONDS = 2.0
# What looks like something else: digits that are no numbers, letters that grow when they are
# folded, signs of formats, of terminals and of Python.
HOSTILE = (
    *("", " ", "\0", "\x1b[31m", "\x7f", "\x85", "\u2028", "\r", "\n", "\t", "\ufeff", "\u00a0"),
    *("\u200b", "\u202e", "\u0301", "\U0001f468\u200d", "\U000e0041", "\ud800", "\ufffe"),
    *("²", "①", "½", "٣", "Ⅻ", "İ", "ß", "ŉ", "ﬃ", "ǅ", "ſ", "文", "ა", "ﷺ"),
    *("{", "}", "{}", "\\", "\\'", "$", "%", "#", "&", "~", "^", "_", '"', "'", "@", "=", ","),
    *("@misc{x,", "@string{a=", "@comment{", "# a", "and", "others", "\\begin{a}", "\\cite{a}"),
    *("<", ">", "<i>", "</i>", "<script>", "&lt;", "&#0;", "]]>", "<!--", "<![CDATA[", "<a b='"),
    *("[", "]", "](", "[^1]", "[@a]", "![", "`", "```", "---", "- ", "> ", "| ", "$$", ":::"),
    *("\\(", "\\[", "\\def\\a{\\a}"),
    *("&a", "*a", "!!int", "!!python/object:os.system", "<<: ", "? ", "|", "%YAML", "{a: ", "[a, "),
    *("TY  - ", "ER  - ", "AU  - ", "PMID- ", "      ", "null", "true", "NaN", "-0", "1e999"),
    *("0", "-1", "00000", "9" * 400, "0x1f", "99999-99-99", "2020-13-45", "0000", "2401.0"),
    *("doi:", "10.1000/", "arXiv:", "https://", "http://[", "file:///dev/stdin", "javascript:a"),
    *("a" * 3000, "A. " * 300, "(" * 200, "é" * 500, "..", "/", "C:\\", "%s", "{0}", "\\1"),
)
CODINGS = ("utf-8",) * 12 + ("utf-16", "latin-1", "cp1252", "utf-8-sig", "gb18030")
GOOD = {
    "bibtex": b"\n\n@misc{zzgood, title = {A good entry}, year = 2020}\n",
    "ris": b"\nER  - \n\nTY  - JOUR\nID  - zzgood\nTI  - A good entry\nER  - \n",
    "nbib": b"\n\nPMID- 12345678\nTI  - A good entry\n",
}
WORD = re.compile(r"\w+|[^\w\s]+|\s+")


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("readers", nargs="*")
    parser.add_argument("--minutes", type=float, default=5.0)
    parser.add_argument("--keep", type=Path, default=Path("found"))
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    texts = list(dict.fromkeys(written()))
    return max([drawn(name, texts, given) for name in given.readers or READERS])


def written() -> Iterator[str]:
    """Yield the texts of the tests: their files, and the strings in their code."""
    for reader in READERS.values():
        for seed in reader.seeds:
            yield seed.decode("utf-8", "surrogateescape")
    for path in sorted(TESTS.rglob("*")):
        if path.suffix in (".md", ".txt", ".json", ".csv", ".xml"):
            yield path.read_text("utf-8", "replace")[:LONGEST]
        elif path.suffix == ".py":
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                value = node.value if isinstance(node, ast.Constant) else None
                if isinstance(value, str) and len(value) > 15:
                    yield value[:LONGEST]


def drawn(name: str, texts: list[str], given: argparse.Namespace) -> int:
    """Read mixed texts until the minutes are over; return whether a fault was found."""
    chance = random.Random(f"{name} {given.seed}")
    own = [seed.decode("utf-8", "surrogateescape") for seed in READERS[name].seeds]
    found: set[str] = set()
    count, ends = 0, time.process_time() + 60 * given.minutes
    while time.process_time() < ends:
        data = mixed(chance, own, texts)
        count += 1
        fault = tried(name, READERS[name].read, data)
        if fault and fault not in found:
            found.add(fault)
            path = given.keep / name.replace(" ", "-") / hashlib.sha256(data).hexdigest()[:12]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            print(f"{name}: {fault}: {path}", flush=True)
    print(f"{name}: {count:,} inputs, {len(found)} faults", flush=True)
    return int(bool(found))


def mixed(chance: random.Random, own: list[str], texts: list[str]) -> bytes:
    """Return a text with a few changes, each of one kind."""
    text = chance.choice(own if own and chance.random() < 0.3 else texts)
    for _ in range(chance.choice((1, 1, 2, 3, 5))):
        text = chance.choice(CHANGES)(chance, text, texts)[:LONGEST]
    coding = chance.choice(CODINGS)
    errors = "surrogatepass" if coding.startswith("utf") else "replace"
    return text.encode(coding, errors)


def _cut(chance: random.Random, text: str, _: list[str]) -> str:
    place = chance.randrange(len(text) + 1)
    return text[:place] if chance.random() < 0.5 else text[place:]


def _spliced(chance: random.Random, text: str, texts: list[str]) -> str:
    place, other = chance.randrange(len(text) + 1), chance.choice(texts)
    begin = chance.randrange(len(other) + 1)
    return text[:place] + other[begin : begin + chance.randrange(2000)] + text[place:]


def _worded(chance: random.Random, text: str, _: list[str]) -> str:
    """Put hostile words in place of a word, of every tenth one, or of all alike."""
    words = WORD.findall(text)
    if not words:
        return text
    kind, word, place = chance.randrange(3), chance.choice(HOSTILE), chance.randrange(len(words))
    if kind == 0:
        words[place] = word
    elif kind == 1:
        words = [chance.choice(HOSTILE) if chance.random() < 0.1 else one for one in words]
    else:
        words = [word if one == words[place] else one for one in words]
    return "".join(words)


def _put(chance: random.Random, text: str, _: list[str]) -> str:
    place = chance.randrange(len(text) + 1)
    return text[:place] + chance.choice(HOSTILE) * chance.choice((1, 1, 2, 50)) + text[place:]


def _lines(chance: random.Random, text: str, _: list[str]) -> str:
    lines = text.splitlines(keepends=True) or [""]
    place, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    kind = chance.randrange(4)
    if kind == 0:
        del lines[place]
    elif kind == 1:
        lines[place : place + 1] = [lines[place]] * chance.choice((2, 2, 40))
    elif kind == 2:
        lines[place], lines[other] = lines[other], lines[place]
    else:
        lines = [line.strip() + chance.choice(("\n", "\r", "\r\n", "\u2028", "")) for line in lines]
    return "".join(lines)


def _cased(chance: random.Random, text: str, _: list[str]) -> str:
    return chance.choice((str.upper, str.lower, str.title, str.swapcase))(text)


CHANGES: tuple[Callable[[random.Random, str, list[str]], str], ...] = (
    *(_cut, _spliced, _spliced, _worded, _worded, _put, _put, _lines, _cased),
)


def tried(name: str, read: Callable[[bytes], object], data: bytes) -> str:
    """Return what is wrong with a reader's answer to an input, or nothing."""
    signal.signal(signal.SIGVTALRM, _late)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        read(data)
        if name in GOOD:
            _good_is_read(name, data)
    except RefcoreError:
        return ""
    except Exception as error:
        calls = traceback.extract_tb(error.__traceback__)
        ours = [call for call in calls if "/refcore/" in call.filename] or calls
        call = ours[min(3, len(ours) - 1)] if isinstance(error, TimeoutError) else ours[-1]
        said = str(error).replace("\n", " ")[:150]
        return f"{type(error).__name__} {Path(call.filename).name}:{call.lineno} {said!r}"
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return ""


def _late(*_: object) -> None:
    raise TimeoutError


def _good_is_read(name: str, data: bytes) -> None:
    """Raise where a good entry after a text is lost and nothing is said."""
    if b"\0" in data[:200]:
        return  # another encoding than that of the entry
    library = load_bytes(data + GOOD[name], name)
    said = any(one.severity is not Severity.NOTE for one in library.diagnostics)
    if not said and all(reference.title != "A good entry" for reference in library):
        raise Broken("a good entry is lost")


if __name__ == "__main__":
    sys.exit(main())

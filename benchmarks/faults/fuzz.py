"""Draw hostile inputs for every reader, led by what they reach: nothing breaks a promise.

    pip install atheris
    python benchmarks/faults/fuzz.py [READER ...] [--minutes 60] [--clock 600] [--keep FOLDER]
        [--seed 1]

Without a READER, each in turn. The minutes are those of the processor; after --clock minutes a
reader ends in any case, and the minutes that it got are printed. `readers.py` says what is
promised. A fault is printed once for each place in the code, its input is written to
FOLDER/READER/ and the run goes on. An input that takes more than two seconds of the processor
(the code is traced, so it is slower here) is a fault, too. The exit code is 1 where one was
found.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import json
import os
import pkgutil
import random
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

LONGEST = 4096
SECONDS = 2.0
ODD = (None, True, 0, -1, 1e308, "", "\x00", "\ud800", "a" * 99, [], {}, [[]], [None], {"a": []})


class TooSlow(Exception):
    """The processor's time is over."""


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("readers", nargs="*")
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--clock", type=float, default=600.0)
    parser.add_argument("--keep", type=Path, default=Path("found"))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.here:
        return drawn(given.readers[0], given.minutes, given.clock, given.keep, given.seed)
    code = 0
    for name in given.readers or names():
        command = [sys.executable, __file__, name, "--here", f"--minutes={given.minutes}"]
        command += [f"--clock={given.clock}", f"--keep={given.keep}", f"--seed={given.seed}"]
        code |= int(subprocess.run(command, check=False).returncode != 0)
    return code


def names() -> list[str]:
    from readers import READERS

    return list(READERS)


def drawn(name: str, minutes: float, clock: float, keep: Path, seed: int) -> int:
    """Draw inputs for one reader until the minutes of the processor, or of the clock, are over."""
    import atheris

    with quiet(), atheris.instrument_imports(include=["refcore"]):
        from readers import READERS

        import refcore

        for module in pkgutil.walk_packages(refcore.__path__, "refcore."):
            if not module.name.endswith("__main__"):
                importlib.import_module(module.name)
    reader = READERS[name]
    found = Found(name, keep / name.replace(" ", "-"))
    ends = time.process_time() + 60 * minutes
    latest = time.monotonic() + 60 * clock

    def one_input(data: bytes) -> None:
        found.tried(reader.read, data)
        if time.process_time() > ends or time.monotonic() > latest:
            found.end()

    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus"
        corpus.mkdir()
        for number, one in enumerate(reader.seeds):
            (corpus / str(number)).write_bytes(one)
        words = Path(folder) / "words"
        words.write_text("".join(f'"{escaped(word)}"\n' for word in reader.words))
        options = [f"-dict={words}"] if reader.words else []
        options += [f"-max_len={LONGEST}", f"-seed={seed}", "-timeout=300", "-rss_limit_mb=2048"]
        options += ["-verbosity=0", "-print_final_stats=0", str(corpus)]
        mutator = {"custom_mutator": changed} if "JSON" in name or "json" in name else {}
        atheris.Setup([sys.argv[0], *options], one_input, **mutator)
        atheris.Fuzz()
    return 0


@contextmanager
def quiet() -> Iterator[None]:
    """Keep what atheris says of each module off the terminal."""
    kept = os.dup(2)
    with Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)


def escaped(word: str) -> str:
    """Return a word as libFuzzer's dictionaries write it."""
    return "".join(f"\\x{byte:02x}" for byte in word.encode())


def changed(data: bytes, most: int, seed: int) -> bytes:
    """Change one value of a JSON text, or, half of the time, any of its bytes."""
    import atheris

    chance = random.Random(seed)
    try:
        values = json.loads(data)
    except (ValueError, RecursionError):
        values = None
    if values is None or chance.random() < 0.5:
        return bytes(atheris.Mutate(data, most))
    places = list(_places(values))
    if places:
        held, at = chance.choice(places)
        held[at] = chance.choice((*ODD, chance.choice(places)[0]))
    try:
        return json.dumps(values).encode("utf-8", "surrogatepass")[:most]
    except (ValueError, RecursionError):
        return data


def _places(values: object) -> list[tuple]:  # type: ignore[type-arg]
    """Return each place of a value, as what holds it and its name or number."""
    found, left = [], [values]
    while left:
        held = left.pop()
        named = held.items() if isinstance(held, dict) else ()
        for at, value in named or (enumerate(held) if isinstance(held, list) else ()):
            found.append((held, at))
            left.append(value)
    return found


class Found:
    """The faults of one reader, each place in the code once."""

    def __init__(self, name: str, folder: Path) -> None:
        self.name = name
        self.folder = folder
        self.places: set[str] = set()
        self.inputs = 0
        self.begun = time.process_time()
        self.slowest = 0.0
        signal.signal(signal.SIGVTALRM, self._alarm)

    def _alarm(self, _: int, __: FrameType | None) -> None:
        raise TooSlow

    def tried(self, read: object, data: bytes) -> None:
        """Read once; keep the input where a promise is broken."""
        from refcore.errors import RefcoreError

        self.inputs += 1
        began = time.process_time()
        try:
            signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
            try:
                read(data)  # type: ignore[operator]
            finally:
                signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        except RefcoreError:
            pass
        except Exception as error:
            self._keep(error, data)
        self.slowest = max(self.slowest, time.process_time() - began)

    def _keep(self, error: Exception, data: bytes) -> None:
        calls = traceback.extract_tb(error.__traceback__)
        ours = [call for call in calls if "refcore" in call.filename] or calls
        # Where the alarm strikes is chance; the caller's caller is the same each time.
        call = ours[min(3, len(ours) - 1)] if isinstance(error, TooSlow) else ours[-1]
        place = f"{type(error).__name__} {call.filename}:{call.lineno}"
        if place in self.places:
            return
        self.places.add(place)
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / hashlib.sha256(data).hexdigest()[:12]
        path.write_bytes(data)
        said = str(error).replace("\n", " ")[:200]
        print(f"{self.name}: {place}: {said!r}: {path}", flush=True)

    def end(self) -> None:
        """Print the count and end the process; libFuzzer has no other end from within."""
        print(
            f"{self.name}: {self.inputs:,} inputs in {(time.process_time() - self.begun) / 60:.1f} "
            f"minutes of the processor, the slowest {self.slowest:.2f} s, "
            f"{len(self.places)} faults",
            flush=True,
        )
        os._exit(bool(self.places))


if __name__ == "__main__":
    sys.exit(main())

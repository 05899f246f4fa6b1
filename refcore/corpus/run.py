"""A corpus verified part by part, going on where an earlier run stopped."""

from __future__ import annotations

import datetime
import hashlib
import json
import os
import shutil
from collections.abc import Callable, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any, Final

import attrs

from refcore.collector import rarely_collecting
from refcore.corpus import schemas
from refcore.corpus.engines import engine_named
from refcore.corpus.folder import ABOUT, POSTINGS, RECORDS, SUMMARY, check_folder
from refcore.corpus.plan import USED, Engine, run_plan
from refcore.corpus.records import Sources, write_records
from refcore.corpus.references import write_references
from refcore.corpus.sound import check_table, damage_in
from refcore.errors import UnreadableInput

__all__ = ["Verified", "verify_corpus"]

# Tools that read a folder of Parquet leave out what begins with an underscore.
_REFERENCES: Final = "_references"
_RECORDS: Final = "_records"
_RUN: Final = "_run.json"
_OURS: Final = (_REFERENCES, _RECORDS)
_TABLES: Final = {RECORDS: schemas.RECORDS, POSTINGS: schemas.POSTINGS}


@attrs.frozen
class Verified:
    """A corpus that was verified: its folder, its rows, parts in all and those of earlier runs.

    `faults` names the first files and lines that held no reference, `bad` counts them.

    >>> Verified(Path("verdicts"), rows=3, parts=1, earlier=0).rows
    3
    """

    folder: Path
    rows: int
    parts: int
    earlier: int
    bad: int = 0
    faults: tuple[str, ...] = ()


def verify_corpus(
    references: str | os.PathLike[str],
    records: Sources,
    target: str | os.PathLike[str],
    *,
    engine: str = "local",
    processes: int = 0,
    rows: int = 250_000,
    today: datetime.date | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Verified:
    """Verify the references of a corpus against a folder of records.

    The verdicts are those of `refcore.verify` with an index of the same dumps. A run goes on where
    an earlier one with the same references, records and day stopped.

    Args:
        references: A file or folder that `write_references` takes, or Parquet that it wrote.
        records: A folder of `write_records`. Several folders, Parquet files and dumps are first
            made into one folder beside the verdicts; of equal records, the last stays.
        target: The folder of the verdicts: one file for each part of the references.
        engine: ``local``, ``dask``, ``ray`` or ``spark``.
        processes: The number of further processes of the local engine.
        rows: How many references a part has.
        today: The day after which a year is in the future. Default: the present day.
        progress: Called with the number of parts done and of all parts.

    Returns:
        The folder, the numbers of references and parts, and what could not be read.

    Raises:
        UnreadableInput: The references or the records are not such, or the folder has the verdicts
            of other ones.
        MissingExtra: The packages of the engine are not installed.
        OSError: A file cannot be read or written.
    """
    source, folder = Path(references), Path(target)
    given = _given(records)
    if not source.exists():
        raise UnreadableInput(f"{source}: no such file or folder, expected references")
    folder.mkdir(parents=True, exist_ok=True)
    about = _about(source, given, today or datetime.date.today(), rows)
    earlier = _earlier(folder, about)
    held = _records_of(given, folder, processes, is_new=earlier is None)
    if earlier is None:
        about |= _parts_of(source, folder / _REFERENCES, rows, processes)
        (folder / _RUN).write_text(json.dumps(about), encoding="utf-8")
    else:
        about = earlier
    day = datetime.date.fromisoformat(about["today"])
    work = _Work(folder, [Path(path) for path in about["parts"]], held, day)
    left = work.left()
    if left:
        _check_records(held)
        # Between two steps, the garbage collector would scan all cached objects.
        with rarely_collecting(), engine_named(engine, processes) as opened:
            work.run(opened, progress)
    done = Verified(folder, about["rows"], len(work.parts), len(work.parts) - len(left))
    return attrs.evolve(done, bad=about["bad"], faults=tuple(about["faults"]))


def _records_of(given: list[Path], folder: Path, processes: int, *, is_new: bool) -> Path:
    """Return the folder of records; make it beside the verdicts where one is not given."""
    if len(given) == 1 and (given[0] / SUMMARY).is_dir():
        return given[0]
    held = folder / _RECORDS
    if is_new or not held.is_dir():
        write_records(given, held, workers=processes)
    return held


def _check_records(folder: Path) -> None:
    """Raise `UnreadableInput` for a folder of records whose files have other columns."""
    for name, schema in _TABLES.items():
        for path in sorted((folder / name).glob("*.parquet")):
            check_table(path, schema, schema.names, "records")


def _given(records: Sources) -> list[Path]:
    several = [records] if isinstance(records, (str, os.PathLike)) else list(records)
    if not several:
        raise UnreadableInput("no records to verify with; name a folder of records or a dump")
    found = list(map(Path, several))
    for path in found:
        if not path.is_file():
            check_folder(path)
    return found


@attrs.frozen
class _Work:
    """The parts of some references, the records to verify them with, and the folder to fill."""

    folder: Path
    parts: Sequence[Path]
    records: Path
    day: datetime.date

    def left(self) -> list[int]:
        """Return the numbers of the parts without verdicts."""
        return [at for at in range(len(self.parts)) if not _part(self.folder, at).is_dir()]

    def run(self, engine: Engine[Any], progress: Callable[[int, int], None] | None) -> None:
        """Verify the parts that are left."""
        left, count = self.left(), len(self.parts)
        done = count - len(left)
        if progress:
            progress(done, count)
        with closing(engine.each(partial(self._verify, engine), left)) as verified:
            for _ in verified:
                done += 1
                if progress:
                    progress(done, count)

    def _verify(self, engine: Engine[Any], at: int) -> Path:
        place = _part(self.folder, at)
        half = place.with_name(f"_{place.name}.partial")
        shutil.rmtree(half, ignore_errors=True)
        half.mkdir()
        with engine.part() as opened, damage_in(self.parts[at], self.records):
            run_plan(opened, self.parts[at], self.records, half, self.day)
        return half.rename(place)  # so that a part exists whole or not at all


def _part(folder: Path, at: int) -> Path:
    return folder / f"part-{at:05}"


def _about(source: Path, records: Sequence[Path], day: datetime.date, rows: int) -> dict[str, Any]:
    """Return what the verdicts depend on."""
    files = sorted(p for p in source.rglob("*") if p.is_file()) if source.is_dir() else [source]
    state = [(str(p), p.stat().st_size, p.stat().st_mtime_ns) for p in files]
    for path in records:
        about = (path / SUMMARY / ABOUT if path.is_dir() else path).stat()
        state.append((str(path.resolve()), about.st_size, about.st_mtime_ns))
    return {
        "state": hashlib.sha256(json.dumps(state).encode()).hexdigest(),
        "today": day.isoformat(),
        "rows_of_part": rows,
    }


def _earlier(folder: Path, about: dict[str, Any]) -> dict[str, Any] | None:
    """Return what an earlier run wrote down, or None where there was none."""
    path = folder / _RUN
    if not path.is_file():
        if any(one.name.partition(".")[0] not in _OURS for one in folder.iterdir()):
            raise UnreadableInput(f"{folder} exists and has other files; name another folder")
        return None
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    if found["state"] != about["state"]:
        raise UnreadableInput(
            f"{folder} has the verdicts of other references or records, or they have changed: "
            "name another folder, or remove it"
        )
    return found


def _parts_of(source: Path, folder: Path, rows: int, processes: int) -> dict[str, Any]:
    """Return the parts of the references; write them where the source is not Parquet of ours."""
    found = sorted(source.glob("*.parquet")) if source.is_dir() else []
    if source.suffix == ".parquet" and source.is_file():
        found = [source]
    if not found:
        shutil.rmtree(folder, ignore_errors=True)
        written = write_references(source, folder, rows=rows, processes=processes)
        parts, number, bad, faults = written.parts, written.rows, written.bad, written.faults
    else:
        parts, bad, faults = tuple(found), 0, ()
        number = sum(check_table(path, schemas.REFERENCES, USED, "references") for path in parts)
    return {
        "parts": [str(part.resolve()) for part in parts],
        "rows": number,
        "bad": bad,
        "faults": list(faults),
    }

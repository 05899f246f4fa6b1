"""The lock file: reviewed records, kept beside the references."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

from refcore.errors import LockError
from refcore.files import ReadState, read_file, update_whole, write_whole
from refcore.model.frozen import FrozenDict
from refcore.model.identifiers import Identifier
from refcore.records.record import Record
from refcore.records.values import record_from_values, record_to_values
from refcore.text.halves import has_half, has_half_in_json

__all__ = [
    "FORMAT",
    "LOCK_NAME",
    "OLD_LOCK_NAME",
    "Lock",
    "dump_lock",
    "parse_lock",
    "read_lock",
    "update_lock",
    "write_lock",
]

FORMAT = 2
LOCK_NAME = "refcore.lock.json"
# The name of locks in format 1, which still works.
OLD_LOCK_NAME = "arxiv.lock.json"


def _records(values: Iterable[Record]) -> tuple[Record, ...]:
    by_id: dict[tuple[Identifier, str], Record] = {}
    for record in values:
        if (record.id, record.source) in by_id:
            raise LockError(f"two records of {record.id}; keep one of them")
        details = {name: text for name, text in record.details.items() if name != "summary"}
        by_id[record.id, record.source] = record.evolve(details=details)
    return tuple(sorted(by_id.values(), key=_order))


def _order(record: Record) -> tuple[str, str, int, str]:
    found = record.id
    return found.scheme, found.bare.casefold(), found.version or 0, record.source


@attrs.frozen(repr=False)
class Lock:
    """Records by identifier, sorted; summaries are not kept.

    Raises `LockError` for two records of one version by one source.

    >>> from refcore.model.identifiers import ArxivId
    >>> lock = Lock([Record(id=ArxivId("2506.13585", v), source="arxiv") for v in (2, 1)])
    >>> lock.get(ArxivId("2506.13585")).version, lock.get(ArxivId("2506.13585", 3))
    (2, None)
    """

    records: tuple[Record, ...] = attrs.field(default=(), converter=_records)
    _by_id: Mapping[Identifier, Record] = attrs.field(init=False, eq=False)
    # The state when the file was read, so that later changes are not overwritten.
    _state: ReadState | None = attrs.field(default=None, eq=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        by_id: dict[Identifier, Record] = {}
        for record in self.records:
            by_id.setdefault(record.id, record)
        # Sorted by version: the last one of a paper is its highest version in the lock.
        by_id.update({record.work: record for record in self.records if record.version})
        object.__setattr__(self, "_by_id", FrozenDict(by_id))

    def get(self, wanted: Identifier) -> Record | None:
        """Return the record of that version; without one, of the highest in the lock.

        Args:
            wanted: The identifier, with or without a version.

        Returns:
            The record, None where the lock has none.

        >>> from refcore.model import ArxivId
        >>> lock = Lock([Record(id=ArxivId("1706.03762", 7), source="arxiv")])
        >>> lock.get(ArxivId("1706.03762")).id.version, lock.get(ArxivId("1706.03762", 1))
        (7, None)
        """
        return self._by_id.get(wanted)

    def with_records(self, records: Iterable[Record]) -> Lock:
        """Return a lock with these records put in; what people wrote in `about` stays.

        Args:
            records: The records, of any source.

        Returns:
            The new lock.

        >>> from refcore.model import ArxivId
        >>> lock = Lock().with_records([Record(id=ArxivId("1706.03762", 7), source="arxiv")])
        >>> [str(record.id) for record in lock]
        ['1706.03762v7']
        """
        held = {(record.id, record.source): record for record in self.records}
        for record in records:
            before = held.get((record.id, record.source)) or self.get(record.work)
            about = record.about or (before.about if before else ())
            held[record.id, record.source] = record.evolve(about=about)
        return Lock(held.values(), state=self._state)

    def __iter__(self) -> Iterator[Record]:
        return iter(self.records)

    def __len__(self) -> int:
        return len(self.records)

    def __repr__(self) -> str:
        return f"<Lock of {len(self.records)} records>"


def read_lock(path: str | os.PathLike[str]) -> Lock:
    """Read a lock file.

    Args:
        path: The path of the file.

    Returns:
        The lock, in format 2 also where the file has format 1.

    Raises:
        LockError: The file is malformed; the message says where.
        OSError: The file cannot be opened.

    >>> write_lock("refcore.lock.json", Lock())
    >>> len(read_lock("refcore.lock.json").records)
    0
    """
    data, state = read_file(path)
    return attrs.evolve(_from_bytes(data, str(path)), state=state)


def _from_bytes(data: bytes, path: str) -> Lock:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as fault:
        raise LockError(f"{path}: not UTF-8 at byte {fault.start}") from fault
    return parse_lock(text, path)


def parse_lock(text: str, path: str = "lock") -> Lock:
    """Read the text of a lock file; raises `LockError`, never returns part of it.

    >>> parse_lock('{"format": 1, "records": [{"id": "2506.13585"}]}')
    Traceback (most recent call last):
    refcore.errors.LockError: lock:1: record 1 (2506.13585): 'version' is missing
    """
    try:
        values = json.loads(text.removeprefix("\ufeff"), object_pairs_hook=_object)
    except json.JSONDecodeError as fault:
        raise LockError(f"{path}:{fault.lineno}:{fault.colno}: not JSON: {fault.msg}") from fault
    except (ValueError, RecursionError) as fault:
        raise LockError(f"{path}: {fault}") from fault
    if not isinstance(values, dict) or not isinstance(values.get("records"), list):
        raise LockError(f'{path}: not a lock file: expected an object with "format" and "records"')
    if values.get("format") not in (1, FORMAT) or set(values) != {"format", "records"}:
        found = {name: value for name, value in values.items() if name != "records"}
        raise LockError(f'{path}: expected "format": {FORMAT} and "records" alone, not {found}')
    records = []
    halves = has_half_in_json(text)
    for place, item in enumerate(values["records"], 1):
        try:
            records.append(_record(item, place, halves=halves))
        except ValueError as fault:
            line = _line_of(text, values["records"], place - 1)
            raise LockError(f"{path}{line}: {fault}") from fault
    try:
        return Lock(records)
    except LockError as fault:
        raise LockError(f"{path}: {fault}") from fault


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, value in pairs:
        if name in values:
            raise ValueError(f"{name[:80]!r} occurs twice in one object")
        values[name] = value
    return values


def _record(item: Any, place: int, *, halves: bool) -> Record:
    if not isinstance(item, dict):
        raise ValueError(f"record {place}: expected an object, not {str(item)[:60]!r}")
    try:
        for name, value in item.items() if halves else ():
            if has_half(json.dumps([name, value], ensure_ascii=False)):
                raise ValueError(f"{name!r}: half of a surrogate pair is not a character")
        return record_from_values(item)
    except ValueError as fault:
        named = f" ({item['id']})" if isinstance(item.get("id"), str) else ""
        raise ValueError(f"record {place}{named}: {fault}") from fault


def _line_of(text: str, items: list[Any], index: int) -> str:
    """Return ``:LINE`` of the id of a record, or nothing if it has no id to find."""
    ids = [item.get("id") if isinstance(item, dict) else None for item in items[: index + 1]]
    if not isinstance(ids[-1], str):
        return ""
    pattern = rf'"id"\s*:\s*{re.escape(json.dumps(ids[-1], ensure_ascii=False))}'
    places = [match.start() for match in re.finditer(pattern, text)]
    which = ids.count(ids[-1]) - 1
    return f":{text.count(chr(10), 0, places[which]) + 1}" if which < len(places) else ""


def dump_lock(lock: Lock) -> str:
    """Return the text of a lock file: one author a line, keys in a fixed order.

    >>> print(dump_lock(Lock()), end="")
    {
      "format": 2,
      "records": []
    }
    """
    records = ",\n".join(_record_text(record) for record in lock.records)
    body = f"[\n{records}\n  ]" if records else "[]"
    return f'{{\n  "format": {FORMAT},\n  "records": {body}\n}}\n'


def _record_text(record: Record) -> str:
    values = record_to_values(record, summary=False)
    lines = [f'      "{name}": {_value_text(name, value)}' for name, value in values.items()]
    return "    {\n" + ",\n".join(lines) + "\n    }"


def _value_text(name: str, value: Any) -> str:
    if name not in ("authors", "about", "titles", "notices", "relations") or not value:
        return json.dumps(value, ensure_ascii=False)
    items = ",\n".join(f"        {json.dumps(item, ensure_ascii=False)}" for item in value)
    return f"[\n{items}\n      ]"


def write_lock(path: str | os.PathLike[str], lock: Lock) -> None:
    """Write a lock file whole or not at all.

    Args:
        path: The path of the file.
        lock: The lock to write.

    Raises:
        OSError: The file cannot be written.
        FileChanged: The lock was read from this file, and another program changed it since.

    >>> write_lock("refcore.lock.json", Lock())
    >>> read_lock("refcore.lock.json") == Lock()
    True
    """
    target = Path(path)
    target.parent.mkdir(parents=True, exist_ok=True)
    write_whole(target, dump_lock(lock).encode(), read=[lock._state])


def update_lock(
    path: str | os.PathLike[str],
    records: Iterable[Record],
    report: Callable[[str], object] = lambda _: None,
) -> Lock:
    """Put records into a lock file as it is now.

    The file is read again just before it is written, and only one process at a
    time does so: no record and no `about` that others wrote meanwhile is lost.

    Args:
        path: The path of the file, which need not exist.
        records: The records to put in.
        report: Called with each property of the file that could not be kept, such as its owner.

    Returns:
        The lock that was written.

    Raises:
        LockError: The file is not a sound lock.
        OSError: The file cannot be read or written.

    >>> from refcore.model import ArxivId
    >>> paper = Record(id=ArxivId("1706.03762", 7), source="arxiv")
    >>> [str(record.id) for record in update_lock("refcore.lock.json", [paper])]
    ['1706.03762v7']
    """
    target = Path(path)
    target.parent.mkdir(parents=True, exist_ok=True)
    fetched = tuple(records)

    def change(before: bytes | None) -> bytes:
        held = Lock() if before is None else _from_bytes(before, str(path))
        return dump_lock(held.with_records(fetched)).encode()

    data, said = update_whole(target, change)
    for text in said:
        report(text)
    return _from_bytes(data, str(path))

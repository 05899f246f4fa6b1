"""The tables of a corpus, as Arrow schemas; docs/corpus.md says what each column holds."""

from __future__ import annotations

from typing import Final

import pyarrow as pa

__all__ = ["ASKED", "HITS", "POSTINGS", "RECORDS", "REFERENCES", "SIZE", "VERDICTS", "WORK"]

# So many references are looked up and verified together.
SIZE: Final = 1000


def _schema(*columns: tuple[str, pa.DataType]) -> pa.Schema:
    return pa.schema([pa.field(name, kind) for name, kind in columns])


_TEXTS: Final = pa.list_(pa.string())
_KEYS: Final = pa.list_(pa.int64())

REFERENCES: Final = _schema(
    ("row", pa.int64()),
    ("key", pa.string()),
    ("file", pa.string()),
    ("line", pa.int32()),
    ("type", pa.string()),
    ("title", pa.string()),
    ("authors", _TEXTS),
    ("year", pa.int32()),
    ("venue", pa.string()),
    ("arxiv", pa.string()),
    ("doi", pa.string()),
    ("pmid", pa.string()),
    ("isbn", pa.string()),
    ("title_key", pa.int64()),
    ("keys", _KEYS),
    ("parts", _KEYS),
    ("reference", pa.string()),
)
RECORDS: Final = _schema(
    ("place", pa.int64()),
    ("source", pa.string()),
    ("key", pa.string()),
    ("version", pa.int32()),
    ("title", pa.string()),
    ("authors", pa.string()),
    ("type", pa.string()),
    ("venue", pa.string()),
    ("stream", pa.string()),
    ("year", pa.int32()),
    ("doi", pa.string()),
    ("rest", pa.string()),
    ("title_key", pa.int64()),
)
# The places of the works that have a key, numbers of 64 bits back to back, lowest byte first.
POSTINGS: Final = _schema(("key", pa.int64()), ("places", pa.binary()))
VERDICTS: Final = _schema(
    ("row", pa.int64()),
    ("file", pa.string()),
    ("line", pa.int32()),
    ("key", pa.string()),
    ("title", pa.string()),
    ("id", pa.string()),
    ("verdict", pa.string()),
    ("outcome", pa.string()),
    ("accepted", pa.string()),
    ("false_claims", pa.int32()),
    ("p_valid", pa.float64()),
    ("reason", pa.string()),
    ("differences", pa.string()),
    ("authors_listed", pa.int32()),
    ("authors_of_record", pa.int32()),
    ("record", pa.string()),
    ("record_title", pa.string()),
    ("source", pa.string()),
    ("origin", pa.string()),
    ("year", pa.int32()),
    ("venue", pa.string()),
    ("ground", pa.string()),
    ("work", pa.string()),
)

# What travels between the steps of a plan. `bucket` numbers the references that are verified
# together, `places` and `parts` are packed as in `POSTINGS`, since not every engine joins lists.
_BUCKET: Final = ("bucket", pa.int64())
_KEY: Final = ("key", pa.int64())
ASKED: Final = _schema(_BUCKET, _KEY, ("parts", pa.binary()))
# `asked` is the key that was asked for; `level` is 0 for a work that has it, 1 for one whose
# title is likely to be near, 2 for one that shares less, 3 for the article of a preprint.
HITS: Final = _schema(_BUCKET, ("asked", pa.int64()), ("place", pa.int64()), ("level", pa.int32()))
# A reference, or a record that was found for some reference of its bucket.
WORK: Final = _schema(
    _BUCKET,
    ("asked", pa.int64()),
    ("level", pa.int32()),
    ("row", pa.int64()),
    ("reference", pa.string()),
    *((field.name, field.type) for field in RECORDS if field.name != "title_key"),
)

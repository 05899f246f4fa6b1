"""Whole corpora of references: tables in Arrow and Parquet, verified on one machine or many.

It needs the extra ``corpus``; docs/corpus.md describes the tables.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from refcore.errors import MissingExtra

if TYPE_CHECKING:
    from refcore.corpus.page import corpus_page
    from refcore.corpus.records import Converted, write_records
    from refcore.corpus.references import Written, references_table, write_references
    from refcore.corpus.run import Verified, verify_corpus
    from refcore.corpus.summary import Counted, Summary, summarise
    from refcore.corpus.verdicts import verdicts_table

__all__ = [
    "Converted",
    "Counted",
    "Summary",
    "Verified",
    "Written",
    "corpus_page",
    "references_table",
    "summarise",
    "verdicts_table",
    "verify_corpus",
    "write_records",
    "write_references",
]

_HOME = {
    "Converted": "records",
    "Counted": "summary",
    "Summary": "summary",
    "corpus_page": "page",
    "summarise": "summary",
    "Verified": "run",
    "Written": "references",
    "references_table": "references",
    "verdicts_table": "verdicts",
    "verify_corpus": "run",
    "write_records": "records",
    "write_references": "references",
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        module = importlib.import_module(f"{__name__}.{_HOME[name]}")
    except ModuleNotFoundError as fault:
        if (fault.name or "").partition(".")[0] not in ("pyarrow", "duckdb", "numpy"):
            raise
        raise MissingExtra(f"a corpus needs {fault.name}: pip install 'refcore[corpus]'") from fault
    value = getattr(module, name)
    globals()[name] = value
    return value

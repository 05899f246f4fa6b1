"""Lines of arXiv's metadata snapshot, made for tests."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any


def values(arxiv_id: str = "2506.13585", **changes: Any) -> dict[str, Any]:
    """Return a paper's values; None as a change leaves a field out."""
    made: dict[str, Any] = {
        "id": arxiv_id,
        "submitter": "Someone",
        "authors": "Aili Chen and Bo Fei",
        "title": f"Paper {arxiv_id}",
        "comments": "12 pages",
        "journal-ref": None,
        "doi": "10.1000/xyz",
        "report-no": None,
        "categories": "cs.CL cs.LG",
        "license": None,
        "abstract": "  We show that it holds.\n",
        "versions": [
            {"version": "v1", "created": "Mon, 16 Jun 2025 08:08:08 GMT"},
            {"version": "v2", "created": "Tue, 1 Jul 2025 08:08:08 GMT"},
        ],
        "update_date": "2025-07-02",
        "authors_parsed": [["Chen", "Aili", ""], ["Fei", "Bo", ""]],
    }
    made.update({name.replace("_ref", "-ref"): value for name, value in changes.items()})
    return {name: value for name, value in made.items() if value is not None}


def line(arxiv_id: str = "2506.13585", **changes: Any) -> bytes:
    """Return a paper's line, without its end."""
    return json.dumps(values(arxiv_id, **changes)).encode()


def write(path: Path, *lines: bytes) -> Path:
    """Write lines to a file, as gzip where its name says so."""
    content = b"".join(one + b"\n" for one in lines)
    path.write_bytes(gzip.compress(content) if path.suffix == ".gz" else content)
    return path

"""Options that make lxml's parsers safe for XML from strangers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

__all__ = ["SAFE"]

# Entities could expand without bound or read files; a DTD could be fetched from anywhere.
SAFE: Final[Mapping[str, Any]] = {
    "resolve_entities": False,
    "load_dtd": False,
    "no_network": True,
    "huge_tree": False,
}

"""The bounds of one request, in time and size."""

from __future__ import annotations

import attrs

__all__ = ["Limits"]


@attrs.frozen
class Limits:
    """Seconds for the connection, between two pieces, and in all; and bytes of the answer."""

    connect: float = 15.0
    read: float = 20.0
    total: float = 45.0
    size: int = 24 * 1024 * 1024

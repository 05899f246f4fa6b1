"""Files: what was read of them, and writing them whole or not at all."""

from __future__ import annotations

from refcore.files.bounded import read_to_end
from refcore.files.paths import require_plain
from refcore.files.state import ReadState, read_file
from refcore.files.whole import update_whole, write_whole

__all__ = [
    "ReadState",
    "read_file",
    "read_to_end",
    "require_plain",
    "update_whole",
    "write_whole",
]

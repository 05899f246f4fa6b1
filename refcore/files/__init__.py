"""Files: what was read of them, and writing them whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refcore.later import names_of

if TYPE_CHECKING:
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

__getattr__ = names_of(
    __name__,
    {
        "ReadState": "state",
        "read_file": "state",
        "read_to_end": "bounded",
        "require_plain": "paths",
        "update_whole": "whole",
        "write_whole": "whole",
    },
)

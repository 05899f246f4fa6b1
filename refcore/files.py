"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import secrets
import shutil
from pathlib import Path

__all__ = ["write_whole"]


def write_whole(path: Path, data: bytes) -> None:
    """Put bytes in a file at once: whoever reads it sees the old content or the new.

    A link stays a link, to the new content; the file keeps its mode. Raises
    `OSError`, and then the file is as it was.
    """
    target = path.resolve()
    scratch = target.with_name(f".{target.name[:200]}.{secrets.token_hex(6)}.tmp")
    try:
        with scratch.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, scratch)
        scratch.replace(target)
    except OSError as fault:
        scratch.unlink(missing_ok=True)
        # The file that was wanted is named, not the scratch file.
        raise OSError(fault.errno, fault.strerror, str(path)) from fault
    except BaseException:
        scratch.unlink(missing_ok=True)
        raise

"""How a failed command ends: one line and an exit code, never a traceback."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Mapping

import attrs

import refcore
from refcore.cli.exit import Exit
from refcore.cli.nearby import meant_file
from refcore.cli.terminal import mute, print_data
from refcore.errors import ArxivUnavailable, RefcoreError
from refcore.text.visible import visible_line

__all__ = ["Failure", "ended", "failure_of"]


@attrs.frozen
class Failure:
    """The lines that say what failed, and the exit code."""

    text: str
    exit: Exit


def failure_of(error: BaseException, environ: Mapping[str, str] = os.environ) -> Failure:
    """Return what to print for an exception that ended a command.

    What refcore raises on purpose says what to do; any other exception is a fault
    of refcore, so the line names the place and asks for a report. The variable
    ``REFCORE_TRACEBACK`` adds the traceback.

    >>> failure_of(RefcoreError("no such style")).text
    'refcore: no such style'
    """
    if isinstance(error, KeyboardInterrupt):
        # An exit code of 1 would say that a reference is wrong.
        return Failure("\nrefcore: stopped; what was fetched so far is kept", Exit.STOPPED)
    if isinstance(error, BrokenPipeError) and error.filename is None:
        return Failure("", Exit.UNHEARD)
    if isinstance(error, ArxivUnavailable):
        return Failure(f"refcore: {visible_line(str(error))}", Exit.UNCHECKED)
    if isinstance(error, RefcoreError):
        return Failure(f"refcore: {visible_line(str(error))}", Exit.USAGE)
    if isinstance(error, OSError):
        if isinstance(error, FileNotFoundError) and error.filename is None and _is_nowhere():
            return Failure("refcore: the current folder does not exist any more", Exit.USAGE)
        name = f"{error.filename}: " if error.filename else ""
        meant = meant_file(str(error.filename)) if isinstance(error, FileNotFoundError) else ""
        text = f"{name}{error.strerror or error}{meant}"
        return Failure(f"refcore: {visible_line(text)}", Exit.USAGE)
    if isinstance(error, MemoryError):
        return Failure("refcore: there is not enough memory for this input", Exit.FAULT)
    return Failure(_report(error, environ), Exit.FAULT)


def _is_nowhere() -> bool:
    try:
        return not os.getcwd()  # noqa: PTH109
    except OSError:
        return True


def ended(error: BaseException) -> Exit:
    """Print what an exception that ended a command means; return the exit code."""
    failure = failure_of(error)
    if isinstance(error, OSError) and error.filename is None:
        mute(sys.stdout)  # printing failed; Python would try again at exit
    if failure.text:
        print_data(f"{failure.text}\n", err=True)
    return failure.exit


def _report(error: BaseException, environ: Mapping[str, str]) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if f"{os.sep}refcore{os.sep}" in frame.filename]
    place = ""
    if own:
        name = own[-1].filename.rpartition(f"{os.sep}refcore{os.sep}")[2]
        place = f" in {name}:{own[-1].lineno}"
    said = " ".join(str(error).split())[:200]
    line = (
        f"refcore: this is a fault of refcore {refcore.__version__}, not of the input: "
        f"{type(error).__name__}{place}: {said}; please report this line with the command and, "
        "if you can, the file; REFCORE_TRACEBACK=1 prints the details"
    )
    if environ.get("REFCORE_TRACEBACK"):
        line = "".join(traceback.format_exception(error)) + line
    return line

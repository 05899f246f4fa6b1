"""Stopping a run from outside: no further request is made, and a wait ends.

A stop belongs to one call and not to a client, as calls that share a client end one by one.
So it is a context variable, and threads that a call starts take its context along.
"""

from __future__ import annotations

import contextlib
import contextvars
import threading
import time
from collections.abc import Callable, Iterator
from typing import Final, ParamSpec, TypeVar

__all__ = ["Stop", "Stopped", "check", "in_context", "pause"]

_P = ParamSpec("_P")
_T = TypeVar("_T")


class Stopped(BaseException):
    """The run was stopped. As for a cancelled task, no handler of errors catches it."""


class Stop:
    """Stops what runs under it.

    >>> stop = Stop()
    >>> with stop.in_force():
    ...     check()
    ...     stop.set()
    ...     check()
    Traceback (most recent call last):
    refcore.net.stop.Stopped
    """

    def __init__(self) -> None:
        self._event = threading.Event()

    def set(self) -> None:
        """Stop the run, from any thread."""
        self._event.set()

    def wait(self, seconds: float) -> None:
        """Wait, at most until the run is stopped; raise `Stopped` then."""
        if self._event.wait(seconds):
            raise Stopped

    @contextlib.contextmanager
    def in_force(self) -> Iterator[None]:
        """Let this stop hold for what is called here, and for the threads that it starts."""
        token = _CURRENT.set(self)
        try:
            yield
        finally:
            _CURRENT.reset(token)


_CURRENT: Final[contextvars.ContextVar[Stop | None]] = contextvars.ContextVar("stop", default=None)


def check() -> None:
    """Raise `Stopped` where the run was stopped."""
    pause(0)


def pause(seconds: float) -> None:
    """Wait; raise `Stopped` as soon as the run is stopped."""
    stop = _CURRENT.get()
    if stop is not None:
        stop.wait(seconds)
    elif seconds > 0:
        time.sleep(seconds)


def in_context(function: Callable[_P, _T]) -> Callable[_P, _T]:
    """Return a function that runs in a copy of this context, for another thread.

    Each call takes a copy of its own, so that several threads may call it at once.
    """
    context = contextvars.copy_context()

    def called(*args: _P.args, **kwargs: _P.kwargs) -> _T:
        return context.copy().run(function, *args, **kwargs)

    return called

"""What is printed while a command waits: one live line on a terminal, lines elsewhere.

In the first second, nothing is printed. Then a terminal shows which service is asked for what, and
how far the run is; a pipe gets a line for each new reason to wait.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final, Protocol

import attrs
import click

from refcore.cli.terminal import erase_live, is_live, say, show_live, width_of
from refcore.net.watch import Answered, Asked, Event, Failed, Paused, Watch
from refcore.sources.registry import label_of

__all__ = ["Door", "Waiting", "advice", "waiting"]

_PATIENCE: Final = 1.0  # seconds of silence
_REPEAT: Final = 10.0  # seconds between two similar lines in a pipe
_LOOK: Final = 0.2
_LOG: Final = logging.getLogger("refcore.net")
_LOG.addHandler(logging.NullHandler())  # else Python prints warnings by itself


class Door(Protocol):
    """What shows the lines: the terminal, or a recorder in tests."""

    is_live: bool

    def line(self, text: str) -> None:
        """Print a line that stays."""

    def show(self, text: str) -> None:
        """Show a text in place of the one before."""

    def erase(self) -> None:
        """Erase what is shown."""


class _Terminal:
    """The standard error stream."""

    def __init__(self) -> None:
        self.is_live = is_live()

    def line(self, text: str) -> None:
        say(text, err=True)

    def show(self, text: str) -> None:
        show_live(text, width_of())

    def erase(self) -> None:
        if self.is_live:
            erase_live()


@attrs.frozen
class _Wait:
    """What is waited for at one service, since when, and until when if that is known."""

    words: str
    since: float
    until: float | None = None
    of: str = ""

    def text(self, now: float) -> str:
        """Return the words with the seconds that passed, or that are left."""
        if self.until is not None:
            left = round(self.until - now)
            when = f"in {left} s" if left > 0 else "now"
            return f"{self.words}; trying again {when}{self.of}"
        passed = int(now - self.since)
        return f"{self.words} ({passed} s)" if passed else self.words


class Waiting:
    """Follows the events of a run and says what is waited for.

    `now` reads a clock; whoever owns this object calls `tick` a few times a second.
    """

    def __init__(self, what: str, door: Door, now: Callable[[], float]) -> None:
        self.watch = Watch(self.observe)
        self._what = what
        self._door = door
        self._now = now
        self._guard = threading.RLock()
        self._begun = self._said_at = now()
        self._waits: dict[str, _Wait] = {}
        self._done: tuple[int, int] | None = None
        self._shown = ""
        self._said: set[str] = set()
        self.needs_advice = True

    def observe(self, event: Event) -> None:
        """Note an event of the network."""
        with self._guard:
            self._log(event)
            label, now = label_of(event.service), self._now()
            if isinstance(event, Answered | Failed):
                self._waits.pop(event.service, None)
            elif isinstance(event, Paused):
                of = f" ({event.attempt} of {event.attempts})" if event.attempts else ""
                words = f"{label} {_fault_words(event)}"
                self._waits[event.service] = _Wait(words, now, now + event.seconds, of)
            elif isinstance(event, Asked):
                self._waits[event.service] = _Wait(f"asking {label}", now)
            else:
                self._waits[event.service] = _Wait(f"waiting for a turn to ask {label}", now)

    def progress(self, done: int, total: int) -> None:
        """Note how far the run is."""
        with self._guard:
            self._done = done, total

    def tick(self) -> None:
        """Say what is waited for, if it is time to."""
        with self._guard:
            now = self._now()
            if now - self._begun < _PATIENCE:
                return
            if self._door.is_live:
                self._show(now)
            else:
                self._say(now)

    def _show(self, now: float) -> None:
        parts = [
            self._what if self._done is None else "{} {} of {}".format(self._what, *self._done)
        ]
        parts += [wait.text(now) for wait in self._ordered(now)[:2]]
        text = "; ".join(parts)
        if text != self._shown:
            self._door.show(text)
            self._shown = text

    def _say(self, now: float) -> None:
        done = ", {} of {} done".format(*self._done) if self._done else ""
        if not self._waits and now - max(self._begun + _REPEAT / 2, self._said_at) >= _REPEAT:
            self._said_at = now
            self._door.line(f"refcore: {self._what}{done}")
        for wait in self._ordered(now)[:1]:
            # A pause is printed once; ordinary waits are printed now and then.
            name = f"{wait.words}{wait.of}" if wait.until is not None else ""
            if name in self._said if name else self._said and now - self._said_at < _REPEAT:
                continue
            self._said.add(name)
            self._said_at = now
            self._door.line(f"refcore: {wait.text(now)}{done if not name else ''}")

    def _ordered(self, now: float) -> list[_Wait]:
        """Return what keeps the run waiting, pauses first, then the longest wait."""
        return sorted(self._waits.values(), key=lambda wait: (wait.until is None, wait.since - now))

    def end(self) -> None:
        """Erase what is shown."""
        with self._guard:
            if self._shown:
                self._door.erase()
            self._shown = ""

    def _log(self, event: Event) -> None:
        level, words = _logged(event)
        if _LOG.isEnabledFor(level):
            if self._shown:
                self._door.erase()
                self._shown = ""
            _LOG.log(level, "%s: %s", label_of(event.service), words)


def _fault_words(event: Paused) -> str:
    if event.status:
        return f"answered {event.status}"
    return f"gave no answer: {event.reason.partition(' (')[0]}"


def _logged(event: Event) -> tuple[int, str]:
    if isinstance(event, Asked):
        return logging.INFO, f"GET {event.address}"
    if isinstance(event, Answered):
        return logging.INFO, f"status {event.status} after {event.seconds:.1f} s"
    if isinstance(event, Paused):
        return logging.WARNING, f"{event.reason}; trying again in {event.seconds:.0f} s"
    if isinstance(event, Failed):
        return logging.WARNING, f"given up: {event.reason}"
    return logging.DEBUG, "waiting for a turn"


def advice(files: str | None) -> str:
    """Return what to do where nothing can be reached.

    >>> advice("refs.bib")
    'refcore: no service can be reached; to work offline, first run with a network: refcore lock refs.bib'
    """  # noqa: E501
    begun = "refcore: no service can be reached"
    files = "FILE" if files == "-" else files
    if files is None:
        return f"{begun}; try again with a network"
    return f"{begun}; to work offline, first run with a network: refcore lock {files}"


@contextmanager
def waiting(what: str, files: str | None = "FILE") -> Iterator[Waiting]:
    """Follow a run from now on.

    If no service could be reached, the last line of the command says what to do: lock `files` with
    a network, unless that is what was tried. A command that needed no service sets `needs_advice`
    to False.
    """
    found = Waiting(what, _Terminal(), time.monotonic)
    ended = threading.Event()

    def look() -> None:
        while not ended.wait(_LOOK):
            found.tick()

    looking = threading.Thread(target=look, daemon=True)
    looking.start()
    try:
        yield found
    finally:
        ended.set()
        looking.join()
        found.end()
        if found.watch.is_lost and found.needs_advice:
            root = click.get_current_context().find_root()
            root.call_on_close(lambda: say(advice(files), err=True))

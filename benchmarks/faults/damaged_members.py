"""Damage each member of each service's answers, one at a time: no such answer is a verdict.

Usage: python benchmarks/faults/damaged_members.py [SERVICE ...] [--part 1/4] [--verbose]

The sound answers to the questions of `services.py` are recorded first. Then every member of a
JSON answer (its path, whatever its place in a list) gets each value of `VALUES`, and every element
of an XML answer each change of `CHANGES`, in all answers of the service. A true reference must
not become contradicted, another paper or not found, an invented author never confirmed, and
what does not exist never confirmed. Nothing may be raised. Exits with 1 where something else came.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import attrs

sys.path.insert(0, str(Path(__file__).parents[2]))
from benchmarks.faults.services import QUESTIONS, QUICK, Question, changed, works
from benchmarks.services.clients import QuickClock, connected
from benchmarks.services.server import Fault, Handler, Reply, Services, running
from refcore.verification.outcome import Verdict
from refcore.verification.report import Report
from refcore.verification.verify import verify

__all__ = ["CHANGES", "VALUES", "damages", "recorded", "wrong_verdicts"]

_DEEP = "[" * 900 + "]" * 900
# Values as JSON writes them; `%` stands for what is there.
VALUES = {
    "null": "null",
    "a number": "7",
    "a negative number": "-1",
    "a fraction": "1e999",
    "not a number": "NaN",
    "a long number": "9" * 5000,
    "true": "true",
    "an empty text": '""',
    "an empty list": "[]",
    "an empty object": "{}",
    "a list of null": "[null]",
    "in a list": "[%]",
    "in lists": "[[%]]",
    "in an object": '{"value": %}',
    "deep lists": _DEEP,
    "a lone half": r'"\ud800"',
    "controls": r'"\u0000\u001b[2J\u202e"',
    "a long text": '"' + "x" * 300_000 + '"',
}
# What is done to an element of XML: its start tag, what is in it, and its end tag.
CHANGES: dict[str, Callable[[str, str, str], str]] = {
    "gone": lambda *_: "",
    "empty": lambda start, _, end: start + end,
    "twice": lambda start, inner, end: (start + inner + end) * 2,
    "in itself": lambda start, inner, end: start * 200 + inner + end * 200,
    "an entity": lambda start, _, end: f"{start}&nothing;{end}",
    "CDATA": lambda start, inner, end: f"{start}<![CDATA[{inner}]]>{end}",
    "not closed": lambda start, inner, _: start + inner,
    "a comment": lambda start, inner, end: f"{start}<!-- a -->{inner}<?a b?>{end}",
}
# Text for text is another statement, and no damage.
_OTHER_TEXTS = ("a lone half", "controls", "a long text")
# What is done to the first item of a list alone, too.
_ONCE = ("null", "a number", "an empty text", "an empty list", "an empty object")
_MARK = "\x00MARK\x00"


def _paths(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Yield the path of each member and its value; the items of a list have one path."""
    if path:
        yield path, value
    if isinstance(value, dict):
        for name, one in value.items():
            yield from _paths(one, (*path, name))
    elif isinstance(value, list):
        for one in value:
            yield from _paths(one, (*path, "*"))


def _with(value: Any, path: tuple[str, ...], kept: list[str], *, once: bool) -> Any:
    """Return a value with a mark in all places of a path; `kept` gets what was there."""
    if once and kept:
        return value
    if not path:
        kept.append(json.dumps(value))
        return f"{_MARK}{len(kept) - 1}{_MARK}"
    name, *rest = path
    if isinstance(value, list) and name == "*":
        return [_with(one, tuple(rest), kept, once=once) for one in value]
    if isinstance(value, dict) and name in value:
        return {**value, name: _with(value[name], tuple(rest), kept, once=once)}
    return value


def _in_json(
    path: tuple[str, ...], written: str, *, once: bool = False
) -> Callable[[bytes], bytes]:
    def change(body: bytes) -> bytes:
        try:
            value = json.loads(body)
        except ValueError:
            return body
        kept: list[str] = []
        text = json.dumps(_with(value, path, kept, once=once))
        mark = json.dumps(_MARK)[1:-1]
        pattern = re.compile(f'"{re.escape(mark)}([0-9]+){re.escape(mark)}"')
        return pattern.sub(lambda found: written.replace("%", kept[int(found[1])]), text).encode()

    return change


def _twice(path: tuple[str, ...]) -> Callable[[bytes], bytes]:
    """Write a member twice, null the second time."""
    return _in_json(path, f'%, "{path[-1]}": null')


def _in_xml(tag: str, change: Callable[[str, str, str], str]) -> Callable[[bytes], bytes]:
    pattern = re.compile(rf"(<{re.escape(tag)}(?: [^>]*)?(?<!/)>)(.*?)(</{re.escape(tag)}>)", re.S)

    def changed_body(body: bytes) -> bytes:
        text = body.decode("utf-8", "replace")
        return pattern.sub(lambda found: change(found[1], found[2], found[3]), text).encode()

    return changed_body


def damages(bodies: list[bytes]) -> Iterator[tuple[str, Callable[[bytes], bytes]]]:
    """Yield the name of each damage to some answers, and what does it."""
    members: dict[tuple[str, ...], Any] = {}
    tags: set[str] = set()
    for body in bodies:
        if body.lstrip().startswith(b"<"):
            tags.update(found.decode() for found in re.findall(rb"<([A-Za-z:]+)[ >]", body))
            continue
        try:
            members.update(_paths(json.loads(body)))
        except ValueError:
            continue
    for path, value in members.items():
        shown = "/".join(path)
        for name, written in VALUES.items():
            if not (isinstance(value, str) and name in _OTHER_TEXTS):
                yield f"{shown} is {name}", _in_json(path, written)
        for name in _ONCE if "*" in path else ():
            yield f"{shown} is {name} in one place", _in_json(path, VALUES[name], once=True)
        if path[-1] != "*":
            yield f"{shown} is there twice", _twice(path)
    for tag in sorted(tags):
        for name, change in CHANGES.items():
            yield f"<{tag}> is {name}", _in_xml(tag, change)


@attrs.define
class Recorded:
    """What a service answered when all was well, and the questions that it was asked for."""

    bodies: list[bytes] = attrs.field(factory=list)
    questions: list[Question] = attrs.field(factory=list)


def recorded(server: Services) -> dict[str, Recorded]:
    """Ask every question alone and keep the answers by service."""
    found: dict[str, Recorded] = defaultdict(Recorded)
    for question in [one for questions in QUESTIONS.values() for one in questions()]:
        asked: set[str] = set()

        def keep(service: str, asked: set[str] = asked) -> Fault:
            def play(handler: Handler, reply: Reply) -> None:
                asked.add(service)
                found[service].bodies.append(reply.body)
                handler.send(reply)

            return play

        server.fault = keep
        _reports(server, [question])
        for service in asked:
            found[service].questions.append(question)
    return dict(found)


def _reports(server: Services, questions: list[Question]) -> list[Report]:
    with tempfile.TemporaryDirectory() as folder:
        clock = QuickClock(4000, time.time())
        sources = connected(server.environ, Path(folder), clock, QUICK, keeps=False)
        asked = [one.reference for one in questions]
        return list(verify(asked, arxiv=sources, lookup=True))


_NEVER = {
    "true": {Verdict.CONTRADICTED, Verdict.OTHER_PAPER, Verdict.NOT_FOUND},
    "invented": {Verdict.CONFIRMED, Verdict.CONFIRMED_WITH_VARIANTS, Verdict.NOT_FOUND},
    "none": {Verdict.CONFIRMED, Verdict.CONFIRMED_WITH_VARIANTS, Verdict.CONTRADICTED},
}


def wrong_verdicts(
    server: Services, service: str, change: Callable[[bytes], bytes], questions: list[Question]
) -> list[str]:
    """Ask the questions with the damage in all answers of a service; return what went wrong."""
    server.fault = lambda name: changed(change) if name == service else None
    found = []
    try:
        reports = _reports(server, questions)
    except Exception as error:
        return [f"{type(error).__name__}: {str(error)[:200]}"]
    for question, report in zip(questions, reports, strict=True):
        kind = question.what.partition(",")[0]
        if report.verdict in _NEVER[kind]:
            found.append(f"{question.what}: {report.verdict}: {report.reason}")
    return found


def main() -> int:
    """Play all damages; return 0 where nothing went wrong."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("services", nargs="*")
    parser.add_argument("--part", default="1/1", help="every fourth damage, say")
    parser.add_argument("--verbose", action="store_true")
    given = parser.parse_args()
    number, parts = map(int, given.part.split("/"))
    count = bad = 0
    with running(works()) as server:
        for service, record in recorded(server).items():
            if given.services and service not in given.services:
                continue
            for name, change in list(damages(record.bodies))[number - 1 :: parts]:
                begin = time.process_time()
                wrong = wrong_verdicts(server, service, change, record.questions)
                count, bad = count + 1, bad + bool(wrong)
                if given.verbose:
                    print(f"{time.process_time() - begin:5.2f} s  {service}: {name}", flush=True)
                for line in wrong:
                    print(f"  wrong: {service}: {name}: {line}", flush=True)
    print(f"{count} damages, {count - bad} right")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())

"""What a report rests on: which source said what, when, and where to read it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from refcore.index.row import Row
from refcore.records.lookup import Origin
from refcore.records.record import Record
from refcore.text.hypertext import Html, address, element, joined, titled
from refcore.verification.grounds import Ground
from refcore.verification.labels import is_of_record, name_of, source_of
from refcore.verification.outcome import Outcome, Verdict

__all__ = ["evidence"]

_ORIGINS: Final[Mapping[str, str]] = {
    Origin.LOCK: "from the lock file",
    Origin.CACHE: "from the cache of earlier answers",
    Origin.SNAPSHOT: "from the local index",
    Origin.NETWORK: "asked over the network in this run",
}


def evidence(report: Outcome) -> list[Html]:
    """Return the items of the list of evidence, each an ``li``."""
    return [element("li", item) for item in _items(report)]


def _items(report: Outcome) -> Iterator[Html]:
    if report.record is not None:
        yield _record(report.record, _ORIGINS.get(report.origin))
    for other in report.others:
        yield _record(other, "asked as a further opinion")
    if report.article is not None:
        yield joined("Published as: ", _record(report.article, None))
    work = report.evidence.work if report.evidence is not None else None
    if work is not None and not (report.record and is_of_record(work, report.record)):
        yield _work(work)
    for related in report.related:
        yield joined("Related: ", _record(related, "from the lock file"))
    for answer in report.links:
        yield joined(address(answer.url), f" {answer.words}")
    if (odds := _odds(report)) is not None:
        yield odds


def _record(record: Record, origin: str | None) -> Html:
    facts = [origin, record.via or None, _when(record.retrieved)]
    said = "; ".join(fact for fact in facts if fact)
    return joined(
        element("strong", source_of(record)),
        " has ",
        address(record.id.url, name_of(record)),
        ", “",
        element("bdi", titled(record.title)),
        "”",
        _years(record.year),
        element("span", f" ({said})", class_="quiet") if said else None,
    )


def _when(retrieved: str) -> str | None:
    return f"retrieved {retrieved[:10]}" if retrieved else None


def _years(year: int | None) -> str | None:
    return f", {year}" if year else None


def _work(work: Row) -> Html:
    where = ", ".join(str(part) for part in (work.venue, work.year) if part)
    return joined(
        element("strong", work.source),
        f" has {work.key}, “",
        element("bdi", titled(work.title)),
        "”",
        f", {where}" if where else None,
        joined(", ", address(f"https://doi.org/{work.doi}", work.doi)) if work.doi else None,
        element("span", " (from the local index)", class_="quiet"),
    )


def _odds(report: Outcome) -> Html | None:
    """Return how often such a finding is right; nothing where nothing was compared."""
    evidence_ = report.evidence
    ground = report.verdict.row.ground if evidence_ is None else evidence_.ground
    if ground is Ground.NOT_COVERED or report.verdict is Verdict.UNCHECKED:
        return None
    return element(
        "span",
        f"In a public benchmark, {report.p_valid:.0%} of the references with such a finding "
        "were correct.",
        class_="quiet",
    )

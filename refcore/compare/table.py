"""Two author lists side by side as an HTML table, aligned as they were compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from refcore.compare.difference import Difference
from refcore.compare.kinds import DifferenceKind
from refcore.compare.marks import Pieces, marked
from refcore.text.hypertext import Html, element, escaped, joined

__all__ = ["comparison_table"]

# More names than this that are the same, or left out, share a row.
_MOST_ROWS: Final = 3
# Names whose letters say nothing about each other are not marked.
_UNMARKED: Final = frozenset(
    {DifferenceKind.SAME, DifferenceKind.MOVED, DifferenceKind.SWAPPED, DifferenceKind.TRUNCATED}
)


def comparison_table(pairs: Sequence[Difference], listed: str, actual: str) -> Html:
    """Return the table of `AuthorComparison.pairs`, with headings for the two lists.

    Each row has a name of each list, with its number and with what differs marked, and the
    rule that decided. Long runs of names that are the same share a row.
    """
    head = element(
        "tr", *(element("th", text, scope="col") for text in (listed, actual, "What differs"))
    )
    return element(
        "table",
        element("thead", head),
        element("tbody", *_rows(pairs)),
        class_="rc-names",
    )


def _rows(pairs: Sequence[Difference]) -> Iterator[Html]:
    said = ""
    for kind, group in groupby(pairs, _run):
        run = list(group)
        if kind is not None and len(run) > _MOST_ROWS:
            yield _run_row(kind, run)
            continue
        for pair in run:
            is_new = pair.rule != said
            yield _row(pair, is_new)
            said = pair.rule


def _run(pair: Difference) -> DifferenceKind | None:
    """Return the kind of a pair that can share its row with its neighbours."""
    if pair.kind is DifferenceKind.TRUNCATED:
        return pair.kind
    return pair.kind if pair.kind is DifferenceKind.SAME and pair.claimed == pair.actual else None


def _run_row(kind: DifferenceKind, run: Sequence[Difference]) -> Html:
    """Return the row of several names: none of them differs."""
    names = joined(*_listed(pair.actual for pair in run))
    first, last = run[0], run[-1]
    theirs = f"{first.actual_position} to {last.actual_position}"
    if kind is DifferenceKind.SAME:
        ours = f"{first.claimed_position} to {last.claimed_position}"
        places = ours if ours == theirs else f"{ours}; there {theirs}"
        said = f"{len(run)} names are the same ({places}): "
    else:
        said = f"{len(run)} names are left out ({theirs}): "
    cell = element("td", element("span", said, class_="rc-said"), names, colspan=3)
    return element("tr", cell, class_="rc-run")


def _listed(names: Iterable[str]) -> Iterator[Html]:
    for at, name in enumerate(names):
        yield joined(", " if at else None, element("bdi", name))


def _row(pair: Difference, is_new: bool) -> Html:
    ours, theirs = (
        ([(pair.claimed, False)], [(pair.actual, False)])
        if pair.kind in _UNMARKED
        else marked(pair.claimed, pair.actual)
    )
    is_same = pair.kind is DifferenceKind.SAME
    tone = "rc-same" if is_same else "rc-bad" if pair.is_breaking else "rc-unsure"
    rule = "" if is_same or not is_new else pair.rule
    return element(
        "tr",
        _cell(pair.claimed_position, ours),
        _cell(pair.actual_position, theirs),
        element("td", rule, class_="rc-rule"),
        class_=tone,
    )


def _cell(position: int | None, pieces: Pieces) -> Html:
    if position is None and not any(text for text, _ in pieces):
        return element("td", element("span", "none", class_="rc-none"))
    number = element("span", f"{position} ", class_="rc-number") if position else None
    name = element("bdi", *(_piece(text, differs) for text, differs in pieces))
    return element("td", number, name)


def _piece(text: str, differs: bool) -> Html:
    return element("mark", text) if differs else escaped(text)

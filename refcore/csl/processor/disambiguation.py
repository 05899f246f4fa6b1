"""Disambiguation of cites that would look the same (CSL 1.0.2, "Disambiguation")."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import attrs

from refcore.csl.processor.context import CompiledStyle, Disambiguation, ShownNames
from refcore.csl.processor.item import Name, as_person
from refcore.csl.processor.person import NameForm, person
from refcore.csl.processor.tree import plain

__all__ = ["Seen", "disambiguated"]


class Seen(NamedTuple):
    """How a cite looks: its text, its lists of names, and how many conditions were asked."""

    text: str
    lists: tuple[ShownNames, ...]
    conditions: int


@attrs.define
class _Work:
    """What the steps share: the look of an item with given parameters."""

    look: Callable[[str, Disambiguation], Seen]
    held: dict[str, Disambiguation]
    add_names: bool
    add_givens: bool
    rule: str
    suffixes: bool
    levels: dict[Name, int] = attrs.field(factory=dict)

    @property
    def is_primary(self) -> bool:
        """Whether only the first name of a list is expanded."""
        return self.rule.startswith("primary-name")

    def key(self, item: str, trial: Disambiguation) -> str:
        """Return the look of an item with given parameters."""
        return self.look(item, trial).text


def disambiguated(
    style: CompiledStyle,
    ids: Sequence[str],
    look: Callable[[str, Disambiguation], Seen],
    ordered: Callable[[Mapping[str, Disambiguation]], Sequence[str]],
) -> Mapping[str, Disambiguation]:
    """Return the parameters that distinguish each item from others; `ids` are in sorted order.

    `ordered` returns the order again after names have been expanded in all cites, because
    the sort keys have the expanded names too.

    The steps have the specification's order: more names, given names, year-suffixes.
    The `disambiguate` condition is for styles without suffixes, because it comes after
    all other methods have failed.
    """
    attributes = style.citation.attributes
    work = _Work(
        look,
        {item: Disambiguation() for item in ids},
        attributes.get("disambiguate-add-names") == "true",
        attributes.get("disambiguate-add-givenname") == "true",
        attributes.get("givenname-disambiguation-rule", "by-cite"),
        attributes.get("disambiguate-add-year-suffix") == "true",
    )
    if work.add_givens and work.rule != "by-cite":
        _all_names(work, ids)
        if work.levels:
            ids = ordered(work.held)
    for group in _alike(work, ids):
        _distinguish(work, group)
    return work.held


def _alike(work: _Work, ids: Sequence[str]) -> list[list[str]]:
    """Return the groups of items that look the same at present."""
    groups: dict[str, list[str]] = {}
    for item in ids:
        groups.setdefault(work.key(item, work.held[item]), []).append(item)
    return [group for group in groups.values() if len(group) > 1]


def _distinguish(work: _Work, group: list[str]) -> None:
    left = [group]
    if work.add_names or (work.add_givens and work.rule == "by-cite"):
        left = _expanded(work, group)
    for alike in left:
        if work.suffixes:
            for number, item in enumerate(alike, 1):
                work.held[item] = attrs.evolve(work.held[item], suffix=number)
        else:
            _by_condition(work, alike)


def _by_condition(work: _Work, group: list[str], start: int = 0) -> None:
    """Make the conditions true one after the other, until no two cites look alike."""
    most = max(work.look(item, work.held[item]).conditions for item in group)
    for count in range(start + 1, most + 1):
        trials = {item: attrs.evolve(work.held[item], condition=count) for item in group}
        classes = _classes(work, trials)
        if len(classes) > 1 or (count == most and not start):
            work.held.update(trials)
            for part in classes.values():
                if len(part) > 1:
                    _by_condition(work, part, count)
            return


def _classes(work: _Work, trials: Mapping[str, Disambiguation]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for item, trial in trials.items():
        found.setdefault(work.key(item, trial), []).append(item)
    return found


# Names and given names


def _expanded(work: _Work, group: list[str]) -> list[list[str]]:
    """Add names, and given names by cite, step by step; return the groups that still look alike."""
    start = {item: work.held[item] for item in group}
    left: list[list[str]] = []
    _split(work, group, start, 0, left)
    return left


def _count(work: _Work, item: str) -> int:
    lists = work.look(item, work.held[item]).lists
    return max((len(names) for names, _ in lists), default=0)


def _split(
    work: _Work,
    group: list[str],
    base: Mapping[str, Disambiguation],
    position: int,
    left: list[list[str]],
) -> None:
    """Try one more name after another until the group splits, then split its parts."""
    most = max(_count(work, item) for item in group)
    trials = dict(base)
    for place in _places_that_differ(work, group, position, most):
        for trial in _steps(work, trials, place):
            classes = _classes(work, trial)
            if len(classes) > 1:
                for part in classes.values():
                    _settle(work, part, {item: trial[item] for item in part}, place, left)
                return
        trials = _steps(work, trials, place)[0] if work.add_names else trials
    work.held.update(base)
    left.append(group)


def _settle(
    work: _Work,
    part: list[str],
    found: Mapping[str, Disambiguation],
    position: int,
    left: list[list[str]],
) -> None:
    """Keep what distinguishes an item from all others, and split several that look alike."""
    if len(part) == 1:
        work.held.update(found)
    else:
        _split(work, part, found, position, left)


def _places_that_differ(work: _Work, group: Sequence[str], start: int, most: int) -> list[int]:
    """Return the places where the names of a group differ, or where some lists end."""
    lists = [[names for names, _ in work.look(item, work.held[item]).lists] for item in group]
    ends = {tuple(map(len, held)) for held in lists}
    places = []
    for place in range(start, most):
        at = {
            tuple(names[place] if place < len(names) else None for names in held) for held in lists
        }
        if len(at) > 1 or (len(ends) > 1 and any(place + 1 in end for end in ends)):
            places.append(place)
    return places


def _steps(
    work: _Work, base: Mapping[str, Disambiguation], place: int
) -> list[dict[str, Disambiguation]]:
    """Return the trials at a name's place: show the name, add its initials, then all of it."""
    shown = (
        {item: attrs.evolve(held, names=max(place + 1, held.names)) for item, held in base.items()}
        if work.add_names
        else dict(base)
    )
    if work.levels:
        shown = {item: _as_elsewhere(work, item, held, place) for item, held in shown.items()}
    steps = [shown]
    if work.add_givens and work.rule == "by-cite":
        forms = [form for item in base for _, form in work.look(item, base[item]).lists]
        levels = (1, 2) if any(form.initialize_with is not None for form in forms) else (2,)
        steps.extend(
            {item: _with_given(work, item, held, place, level) for item, held in shown.items()}
            for level in levels
        )
    return steps


def _with_given(
    work: _Work, item: str, held: Disambiguation, place: int, level: int
) -> Disambiguation:
    givens = dict(held.givens)
    for names, _ in work.look(item, held).lists:
        if place < len(names):
            givens[names[place]] = max(level, givens.get(names[place], 0))
    return attrs.evolve(held, givens=givens)


def _as_elsewhere(work: _Work, item: str, held: Disambiguation, place: int) -> Disambiguation:
    """Return the parameters with a newly shown name at the level that all cites use for it."""
    givens = dict(held.givens)
    for names, _ in work.look(item, held).lists:
        for name in names[: 1 if work.is_primary else place + 1]:
            if name in work.levels:
                givens[name] = work.levels[name]
    return attrs.evolve(held, givens=givens)


def _all_names(work: _Work, ids: Sequence[str]) -> None:
    """Expand names that would look like another person's, in all cites alike.

    Names are compared by their short form, wherever they occur and whether or not they
    are shown: a reader who sees one must not take it for the other.
    """
    lists: dict[str, list[Name]] = {}
    looks: dict[str, dict[Name, set[Name]]] = {}
    forms: dict[str, NameForm] = {}
    for item in ids:
        lists[item] = []
        for names, form in work.look(item, work.held[item]).lists:
            lists[item].extend(names[:1] if work.is_primary else names)
            short = attrs.evolve(form, long=False)
            for name in names[:1] if work.is_primary else names:
                look = _look_of(name, short, 0)
                looks.setdefault(look, {}).setdefault(as_person(name), set()).add(name)
                if look not in forms or forms[look].long:
                    forms[look] = form
    for look, alike in looks.items():
        if len(alike) > 1:
            only_initials = work.rule.endswith("with-initials")
            levels = _levels(list(alike), forms[look], only_initials)
            for one, level in levels.items():
                work.levels.update(dict.fromkeys(alike[one], level))
    for item, found in lists.items():
        givens = {name: work.levels[name] for name in found if name in work.levels}
        if givens:
            work.held[item] = attrs.evolve(work.held[item], givens=givens)


def _levels(alike: list[Name], form: NameForm, only_initials: bool) -> dict[Name, int]:
    """Return the level of each name: the first at which no other person's name is equal."""
    tried = [1] if only_initials else [1, 2]
    if form.initialize_with is None:
        # Cites without initials use those that the bibliography prints, which may suffice.
        form = attrs.evolve(form, initialize_with="")
    levels: dict[Name, int] = {}
    for level in tried:
        counts = Counter(_look_of(name, form, level) for name in alike)
        if len(counts) == 1:
            continue
        for name in alike:
            if name not in levels and (
                counts[_look_of(name, form, level)] == 1 or level == tried[-1]
            ):
                levels[name] = level
    return levels


def _look_of(name: Name, form: NameForm, level: int) -> str:
    return plain(person(name, form, level))

"""Telling cites apart that would look alike (CSL 1.0.2, "Disambiguation")."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import attrs

from refcore.csl.processor.compiled import CompiledStyle
from refcore.csl.processor.context import Disambiguation
from refcore.csl.processor.item import Name
from refcore.csl.processor.names import options_of
from refcore.csl.processor.person import NameForm, person
from refcore.csl.processor.tree import plain

__all__ = ["disambiguated"]

Seen = tuple[str, tuple[tuple[Name, ...], ...]]


@attrs.define
class _Work:
    """What the steps share: how an item looks with certain parameters."""

    look: Callable[[str, Disambiguation], Seen]
    held: dict[str, Disambiguation]
    add_names: bool
    add_givens: bool
    rule: str
    suffixes: bool
    form: NameForm
    most: int = 0

    def key(self, item: str, trial: Disambiguation) -> str:
        """Give what an item looks like with parameters."""
        return self.look(item, trial)[0]


def disambiguated(
    style: CompiledStyle, ids: Sequence[str], look: Callable[[str, Disambiguation], Seen]
) -> Mapping[str, Disambiguation]:
    """Give the parameters of each item that tell it from others, `ids` in sorted order.

    The steps come in the specification's order: more names, given names, the
    `disambiguate` condition, year-suffixes.
    """
    attributes = style.citation.attributes
    options = options_of(style.citation.options)
    work = _Work(
        look,
        {item: Disambiguation() for item in ids},
        attributes.get("disambiguate-add-names") == "true",
        attributes.get("disambiguate-add-givenname") == "true",
        attributes.get("givenname-disambiguation-rule", "by-cite"),
        attributes.get("disambiguate-add-year-suffix") == "true",
        NameForm(False, False, options.demote, ", ", options.initialize, options.initialize_with),
    )
    if work.add_givens and work.rule != "by-cite":
        _all_names(work, ids)
    for group in _alike(work, ids):
        _tell_apart(work, group)
    return work.held


def _alike(work: _Work, ids: Sequence[str]) -> list[list[str]]:
    """Give the groups of items that look the same, as they stand."""
    groups: dict[str, list[str]] = {}
    for item in ids:
        groups.setdefault(work.key(item, work.held[item]), []).append(item)
    return [group for look, group in groups.items() if len(group) > 1 and look]


def _tell_apart(work: _Work, group: list[str]) -> None:
    left = [group]
    if work.add_names or (work.add_givens and work.rule == "by-cite"):
        left = _expanded(work, group)
    for alike in left:
        for rest in _by_condition(work, alike):
            if work.suffixes:
                for number, item in enumerate(rest, 1):
                    work.held[item] = attrs.evolve(work.held[item], suffix=number)


def _by_condition(work: _Work, group: list[str]) -> list[list[str]]:
    trials = {item: attrs.evolve(work.held[item], condition=True) for item in group}
    classes = _classes(work, trials)
    if len(classes) == 1 and work.key(group[0], work.held[group[0]]) == next(iter(classes)):
        return [group]
    if len(classes) == 1 and work.suffixes:
        return [group]
    work.held.update(trials)
    return [found for found in classes.values() if len(found) > 1]


def _classes(work: _Work, trials: Mapping[str, Disambiguation]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for item, trial in trials.items():
        found.setdefault(work.key(item, trial), []).append(item)
    return found


# Names and given names


def _expanded(work: _Work, group: list[str]) -> list[list[str]]:
    """Add names, and given names by cite, step by step; give what stays alike."""
    start = {item: work.held[item] for item in group}
    left: list[list[str]] = []
    _split(work, group, start, 0, left, 1 if not work.add_names else 0)
    return left


def _count(work: _Work, item: str) -> int:
    lists = work.look(item, work.held[item])[1]
    return max((len(names) for names in lists), default=0)


def _split(
    work: _Work,
    group: list[str],
    base: Mapping[str, Disambiguation],
    position: int,
    left: list[list[str]],
    _unused: int,
) -> None:
    """Try one name more after another until the group falls apart, then its parts."""
    most = max(_count(work, item) for item in group)
    trials = dict(base)
    for place in range(position, most):
        for trial in _steps(work, trials, place):
            classes = _classes(work, trial)
            if len(classes) > 1:
                for part in classes.values():
                    kept = {item: trial[item] for item in part}
                    if len(part) == 1:
                        work.held.update(kept)
                    else:
                        _split(work, part, kept, place, left, 0)
                return
        trials = _steps(work, trials, place)[0] if work.add_names else trials
    if not work.suffixes and work.add_names and position == 0:
        base = trials
    work.held.update(base)
    left.append(group)


def _steps(
    work: _Work, base: Mapping[str, Disambiguation], place: int
) -> list[dict[str, Disambiguation]]:
    """Give what to try at a name's place: show it, then its initials, then all of it."""
    shown = (
        {item: attrs.evolve(held, names=max(place + 1, held.names)) for item, held in base.items()}
        if work.add_names
        else dict(base)
    )
    steps = [shown]
    if work.add_givens and work.rule == "by-cite":
        levels = (1, 2) if work.form.initialize_with is not None else (2,)
        for level in levels:
            steps.append(
                {item: _with_given(work, item, held, place, level) for item, held in shown.items()}
            )
    return steps


def _with_given(
    work: _Work, item: str, held: Disambiguation, place: int, level: int
) -> Disambiguation:
    givens = dict(held.givens)
    for names in work.look(item, held)[1]:
        if place < len(names):
            givens[names[place]] = max(level, givens.get(names[place], 0))
    return attrs.evolve(held, givens=givens)


def _all_names(work: _Work, ids: Sequence[str]) -> None:
    """Expand names that would look like another person's, in all cites alike."""
    primary = work.rule.startswith("primary-name")
    only_initials = work.rule.endswith("with-initials")
    by_look: dict[str, dict[Name, None]] = {}
    lists: dict[str, list[Name]] = {}
    for item in ids:
        found = [
            name
            for names in work.look(item, work.held[item])[1]
            for name in (names[:1] if primary else names)
        ]
        lists[item] = found
        for name in found:
            by_look.setdefault(_look_of(name, work.form, 0), {})[name] = None
    levels: dict[Name, int] = {}
    for alike in by_look.values():
        if len(alike) > 1:
            levels.update(_levels(list(alike), work.form, only_initials))
    for item, found in lists.items():
        givens = {name: levels[name] for name in found if name in levels}
        if givens:
            work.held[item] = attrs.evolve(work.held[item], givens=givens)


def _levels(alike: list[Name], form: NameForm, only_initials: bool) -> dict[Name, int]:
    levels: dict[Name, int] = {}
    tried = [1] if form.initialize_with is not None else []
    if not only_initials:
        tried.append(2)
    looks = {level: _counts(alike, form, level) for level in tried}
    for name in alike:
        for level in tried:
            if looks[level][_look_of(name, form, level)] == 1:
                levels[name] = level
                break
        else:
            if tried and len(looks[tried[-1]]) > 1:
                levels[name] = tried[-1]
    return levels


def _counts(alike: Sequence[Name], form: NameForm, level: int) -> dict[str, int]:
    counts: dict[str, int] = {}
    for name in alike:
        look = _look_of(name, form, level)
        counts[look] = counts.get(look, 0) + 1
    return counts


def _look_of(name: Name, form: NameForm, level: int) -> str:
    return plain(person(name, form, level))

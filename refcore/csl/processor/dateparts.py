"""``cs:date``: the locale's and the style's formats, ranges, year-suffixes (CSL 1.0.2, "Date")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from refcore.csl.processor.context import Context
from refcore.csl.processor.dates import Date, Moment
from refcore.csl.processor.fieldtext import field_text
from refcore.csl.processor.formatting import Style, formatting_of
from refcore.csl.processor.locales import CSL
from refcore.csl.processor.nodes import ordinal_terms, suffix_letters
from refcore.csl.processor.numbers import ordinal
from refcore.csl.processor.tree import Inline, Span

__all__ = ["DateNode", "DatePart"]

_RANK = {"year": 0, "month": 1, "day": 2}


@attrs.frozen
class DatePart:
    """``cs:date-part``."""

    name: str
    form: str
    range_delimiter: str
    style: Style


@attrs.frozen(eq=False)
class DateNode:
    """``cs:date``; `form` is ``text`` or ``numeric`` for the locale's formats."""

    variable: str
    form: str
    wanted: str
    own: tuple[DatePart, ...]
    overrides: Mapping[str, Mapping[str, str]]
    delimiter: str
    style: Style

    def render(self, context: Context) -> list[Inline]:
        """Return the date, its range, or the text in its place."""
        variable = self.variable
        date = None if variable in context.suppressed else context.item.date(variable)
        if context.looking and variable == "accessed":
            # The day of a visit does not distinguish works.
            date, context.by_place = None, True
        context.note(variable, nonempty=date is not None)
        if date is None:
            return []
        if context.sorting is not None:
            found = _sortable(date, self._names())
            context.dates.append(found)
            return [found]
        if date.start is None and "year" not in self._names():
            # The text replaces the year, which another element prints.
            context.found -= 1
            return []
        if date.start is None:
            return self._worded(date.literal)
        out = self._dates(date, context)
        if not out and not context.hide_year:
            # A date without the requested parts counts as no date.
            context.found -= 1
        font = self._of_locale(context)[2] if self.form else None
        if font is not None:
            out = font.only_spans(out, context.locale.lang)
        return self.style.apply(out, context.locale.lang)

    def _worded(self, text: str) -> list[Inline]:
        """Return a text in a date's place, in the font of the year that it replaces."""
        words = list(field_text(text))
        for part in self.own:
            if part.name == "year":
                words = part.style.only_spans(words)
        return attrs.evolve(self.style, text_case="").apply(words)

    def _names(self) -> tuple[str, ...]:
        if self.form:
            return tuple(self.wanted.split("-"))
        return tuple(part.name for part in self.own)

    def _parts(self, context: Context) -> tuple[tuple[DatePart, ...], str]:
        if not self.form:
            return self.own, self.delimiter
        parts, element_delimiter, _ = self._of_locale(context)
        return parts, element_delimiter

    def _of_locale(self, context: Context) -> tuple[tuple[DatePart, ...], str, Style | None]:
        cache: dict[Any, Any] = context.cache
        if self not in cache:
            cache[self] = self._localized(context)
        found: tuple[tuple[DatePart, ...], str, Style | None] = cache[self]
        return found

    def _localized(self, context: Context) -> tuple[tuple[DatePart, ...], str, Style | None]:
        """Return a date's parts in the locale, their delimiter and the font of the whole."""
        element = context.locale.dates.get(self.form)
        if element is None:
            return (), "", None
        wanted = self.wanted.split("-")
        parts = []
        for child in element:
            name = child.get("name")
            if child.tag == f"{CSL}date-part" and name in wanted:
                merged = {**child.attrib, **self.overrides.get(name, {})}
                parts.append(part_of(merged))
        font = formatting_of(element.attrib) if len(element.attrib) > 1 else None
        return tuple(parts), element.get("delimiter", ""), font

    def _dates(self, date: Date, context: Context) -> list[Inline]:
        parts: Sequence[DatePart]
        parts, delimiter = self._parts(context)
        if date.start is None:
            return []
        if date.end is None:
            held = _rendered(parts, date.start, context)
            out = _glued([found for _, found in held], delimiter)
            if not (date.open_end and out):
                return out
            joint = next((part.range_delimiter for part in parts if part.name == "year"), "–")
            return [*out, *self._early_suffix(context), date.joint or joint]
        if date.joint:
            parts = [attrs.evolve(part, range_delimiter=date.joint) for part in parts]
        return _range(parts, date.start, date.end, delimiter, context)

    def _early_suffix(self, context: Context) -> list[Inline]:
        """Return the year-suffix where the style would print it after an open range.

        There it could not be read: "2015–a" and "2015–presenta" for "2015a–".
        """
        letters = suffix_letters(context.disambiguation.suffix)
        is_year = self.variable == "issued" and self._names() == ("year",)
        if not letters or not is_year or context.suffix_done or context.hide_year:
            return []
        context.suffix_done = True
        return [Span("year-suffix", "", (letters,))]


def part_of(attributes: Mapping[str, str]) -> DatePart:
    """Return a date part from its attributes."""
    return DatePart(
        attributes.get("name", ""),
        attributes.get("form", ""),
        attributes.get("range-delimiter", "–"),
        formatting_of(attributes),
    )


def _glued(parts: Sequence[Sequence[Inline]], delimiter: str) -> list[Inline]:
    out: list[Inline] = []
    for part in parts:
        if part and out and delimiter:
            out.append(delimiter)
        out.extend(part)
    return out


def _rendered(
    parts: Sequence[DatePart],
    moment: Moment,
    context: Context,
    *,
    names_era: bool = True,
    has_suffix: bool = True,
) -> list[tuple[str, list[Inline]]]:
    out: list[tuple[str, list[Inline]]] = []
    for part in parts:
        found = _part(part, moment, context, names_era=names_era)
        if found:
            if part.name == "year":
                found = _with_suffix(found, part, context) if has_suffix else _bare(found, context)
            if found:
                out.append((part.name, found))
    return out


def _range(
    parts: Sequence[DatePart], start: Moment, end: Moment, delimiter: str, context: Context
) -> list[Inline]:
    """Return a range; the parts that both dates share are printed once."""
    shown = [part for part in parts if _value(part, start) or _value(part, end)]
    names = [part.name for part in shown]
    differing = [
        name for name in ("year", "month", "day") if name in names and _differs(name, start, end)
    ]
    if not differing:
        return _glued([out for _, out in _rendered(shown, start, context)], delimiter)
    largest = differing[0]
    part_of = next(part for part in shown if part.name == largest)
    if not (_value(part_of, start) and _value(part_of, end)):
        # "2001-03-04/2001-03": a range is only understood if both ends are equally exact.
        common = [part for part in shown if _RANK[part.name] < _RANK[largest]]
        return _glued([out for _, out in _rendered(common, start, context)], delimiter)
    block = {name for name in names if _RANK[name] >= _RANK[largest]}
    places = [place for place, part in enumerate(shown) if part.name in block]
    low, high = places[0], places[-1] + 1
    joint = part_of.range_delimiter
    head = [out for _, out in _rendered(shown[:low], start, context)]
    inner = [part for part in shown[low:high] if _value(part, start)]
    if inner:
        inner[-1] = attrs.evolve(inner[-1], style=attrs.evolve(inner[-1].style, suffix=""))
    once = names == ["year"] and _era(start) == _era(end)  # "50–40 BC"
    last = largest == "year"  # "2001–2003a": the suffix of the year belongs to the range
    left_out = _rendered(inner, start, context, names_era=not once, has_suffix=not last)
    first = [out for _, out in left_out]
    rest = list(shown[low:high])
    rest[0] = attrs.evolve(rest[0], style=attrs.evolve(rest[0].style, prefix=""))
    second = [out for _, out in _rendered(rest, end, context)]
    tail = [out for _, out in _rendered(shown[high:], end, context)]
    left = _glued([*head, *first], delimiter)
    right = _glued([*second, *tail], delimiter)
    return [*left, joint, *right] if left and right else left or right


def _differs(name: str, start: Moment, end: Moment) -> bool:
    if name == "year":
        return start.year != end.year
    if name == "month":
        return (start.month, start.season, start.named) != (end.month, end.season, end.named)
    return start.day != end.day


def _value(part: DatePart, moment: Moment) -> int:
    if part.name == "year":
        return moment.year
    if part.name == "month":
        return moment.month or moment.season or bool(moment.named)
    return moment.day if moment.month else 0


def _era(moment: Moment) -> str:
    """Return the term that follows a year: that before Christ, that of early years, or ""."""
    return "bc" if moment.year < 0 else "ad" if moment.year < 1000 else ""


def _part(
    part: DatePart, moment: Moment, context: Context, *, names_era: bool = True
) -> list[Inline]:
    value = _value(part, moment)
    if not value:
        return []
    if part.name == "year":
        text = _year(moment, part.form, context, names_era=names_era)
    elif part.name == "month":
        text = _month(moment, part.form, context)
    else:
        text = _day(value, moment.month, part.form, context)
    return part.style.apply([text], context.locale.lang) if text else []


def _year(moment: Moment, form: str, context: Context, *, names_era: bool) -> str:
    year = moment.year
    if form == "short" and year > 0:
        return f"{year % 100:02}"
    era = _era(moment) if names_era else ""
    return f"{abs(year)}{context.locale.term(era) if era else ''}"


def _month(moment: Moment, form: str, context: Context) -> str:
    if moment.season and not moment.month:
        if form.startswith("numeric"):
            return ""  # A season has no number.
        return context.locale.term(f"season-{moment.season:02}", "long")
    if moment.named and not moment.month:
        return "" if form.startswith("numeric") else moment.named
    if form == "numeric":
        return str(moment.month)
    if form == "numeric-leading-zeros":
        return f"{moment.month:02}"
    return context.locale.term(f"month-{moment.month:02}", form or "long")


def _day(day: int, month: int, form: str, context: Context) -> str:
    if form == "numeric-leading-zeros":
        return f"{day:02}"
    if form == "ordinal" and (day == 1 or not context.locale.limit_day_ordinals):
        noun = context.locale.find(f"month-{month:02}")
        return ordinal(day, ordinal_terms(context), noun.gender if noun else "")
    return str(day)


def _with_suffix(found: list[Inline], part: DatePart, context: Context) -> list[Inline]:
    """Put the year-suffix after the first date, if the style places it nowhere.

    Where the year is left out, only the suffix is returned.
    """
    letters = suffix_letters(context.disambiguation.suffix)
    if not letters or context.suffix_done or context.style.has_year_suffix(context.area):
        return _bare(found, context)
    context.suffix_done = True
    suffix: Inline = Span("year-suffix", "", tuple(part.style.only_spans([letters])))
    if context.hide_year:
        return [suffix]
    end = len(found) - 1 if part.style.suffix else len(found)
    return [Span("year", "", (*found[:end], suffix, *found[end:]))]


def _bare(found: list[Inline], context: Context) -> list[Inline]:
    """Return a year without its suffix, or nothing if years are left out."""
    return [] if context.hide_year else [Span("year", "", tuple(found))]


def _sortable(date: Date, names: Sequence[str]) -> str:
    if date.start is None:
        return ""  # A text sorts like an item without a date: it has no place among days.
    out = _digits(date.start, names)
    if date.end is not None:
        out += "/" + _digits(date.end, names)
    return out


def _digits(moment: Moment, names: Sequence[str]) -> str:
    year = moment.year if "year" in names else 0
    month = moment.month if "month" in names else 0
    day = moment.day if "day" in names else 0
    return f"{year + 100_000:06}{month:02}{day:02}"

"""Rendering elements: text, number, label, group, choose (CSL 1.0.2, "Rendering Elements")."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Protocol

import attrs

from refcore.csl.processor.beginnings import marked
from refcore.csl.processor.context import Context, Node
from refcore.csl.processor.fieldtext import field_text
from refcore.csl.processor.formatting import NONE, Style
from refcore.csl.processor.item import NUMBERS, UNTITLED_PART
from refcore.csl.processor.labelled import Labelled, labelled, labelled_value
from refcore.csl.processor.labels import citation_label
from refcore.csl.processor.links import LINKED, address_of
from refcore.csl.processor.numbers import (
    OrdinalTerm,
    is_multiple,
    is_numeric,
    long_ordinal,
    ordinal,
    render_numbers,
    roman,
)
from refcore.csl.processor.pages import page_ranges
from refcore.csl.processor.tree import Affix, Inline, Span
from refcore.text.patterns import regex

__all__ = [
    "OF_PLACE",
    "Choose",
    "Condition",
    "Group",
    "Label",
    "Number",
    "Term",
    "Value",
    "Variable",
]

_RANGES = frozenset({"page", "locator"})
_HYPHEN = regex(r"\s{0,9}-{1,3}\s{0,9}")
# A count at the beginning of a text; commas separate thousands.
_COUNT = regex(r"\s{0,9}(\d[\d,]{0,15})")
_AMPERSAND = regex(r"\s{0,9}&\s{0,9}")


def value_of(variable: str, context: Context) -> str:
    """Return the text of a variable of text or numbers, an empty one if it is suppressed."""
    return "" if variable in context.suppressed else held_value(variable, context)


# The variables whose value depends on the place in the document, and not only on the item.
OF_PLACE = frozenset(
    {"locator", "year-suffix", "citation-number", "first-reference-note-number",
     "citation-label", "page-first"}
)  # fmt: skip


def held_value(variable: str, context: Context) -> str:
    """Return a variable's text, which labels and conditions see even if it is suppressed."""
    if variable not in OF_PLACE:
        return context.item.text(variable)
    if variable == "locator":
        return context.cite.locator
    if variable == "year-suffix":
        return suffix_letters(context.disambiguation.suffix)
    if variable in ("citation-number", "first-reference-note-number"):
        context.by_place = True
    if variable == "citation-number":
        return str(context.number) if context.number else ""
    if variable == "first-reference-note-number":
        return str(context.cite.first_note) if context.cite.first_note else ""
    if variable == "citation-label":
        return citation_label(context.item)
    own = context.item.text("page-first")
    return own or _first_page(context.item.text("page"))


def _first_page(pages: str) -> str:
    r"""Return the first page of a range; a sign in front belongs to the page, a label does not.

    >>> _first_page("101-9"), _first_page("-5"), _first_page("pp. 5-7"), _first_page(r"1\-5")
    ('101', '-5', '5', '1-5')
    """
    pages = labelled(pages)[0].text.replace("\\-", "\0")
    for place, char in enumerate(pages):
        if char in "-–—&, " and place:
            pages = pages[:place]
            break
    return pages.replace("\0", "-")


def suffix_letters(number: int) -> str:
    """Return a year-suffix: a to z, then aa.

    >>> suffix_letters(1), suffix_letters(27)
    ('a', 'aa')
    """
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(97 + rest) + letters
    return letters


@attrs.frozen(eq=False)
class Variable:
    """``cs:text`` with a variable."""

    variable: str
    form: str
    style: Style

    def render(self, context: Context) -> list[Inline]:
        """Return the variable's text."""
        if self.variable == "year-suffix":
            return self._year_suffix(context)
        text = ""
        name = self.variable
        if self.form == "short" and name not in context.suppressed:
            text = value_of(f"{name}-short", context)
        if not text:
            text = value_of(name, context)
        context.note(name, nonempty=bool(text))
        if not text:
            return []
        lang = context.item.language or context.locale.lang
        return self.style.apply(self._inlines(text, context), lang, self._mark(text, context))

    def _mark(self, text: str, context: Context) -> tuple[str, str] | None:
        """Return the mark for the pass that adds links: an address, or that this is a title."""
        if context.sorting is not None:
            return None
        if context.looking:
            context.by_place |= self.variable in LINKED
            return None
        if self.variable in LINKED:
            address = address_of(self.variable, text)
            return ("link", address) if address else None
        if context.area != "bibliography":
            return None
        titled = "container-title" if _is_untitled_part(context) else "title"
        return ("title", "") if self.variable == titled else None

    def _inlines(self, text: str, context: Context) -> Sequence[Inline]:
        if self.variable == "citation-number":
            return [Span("number", "", (text,))]
        if self.variable == "citation-label":
            return _label(text, context)
        if self.variable in ("URL", "DOI"):
            return [text]
        if self.variable in NUMBERS:
            text = _labelled_text(self.variable, text, context, _ranged)
        return field_text(text)

    def _year_suffix(self, context: Context) -> list[Inline]:
        letters = "" if context.sorting else suffix_letters(context.disambiguation.suffix)
        if not letters or context.suffix_done:
            return []
        context.note("year-suffix", nonempty=True)
        context.suffix_done = True
        return self.style.apply([Span("year-suffix", "", (letters,))])


def _label(text: str, context: Context) -> list[Inline]:
    """Return a label, with the year-suffix after it if the style places it nowhere."""
    letters = "" if context.sorting else suffix_letters(context.disambiguation.suffix)
    if not letters or context.suffix_done or context.style.has_year_suffix(context.area):
        return [text]
    context.suffix_done = True
    return [text, Span("year-suffix", "", (letters,))]


def _labelled_text(
    variable: str, text: str, context: Context, printed: Callable[[str, str, Context], str]
) -> str:
    """Return a number as `printed`, its labels replaced by the locale's.

    The first label is left out if the style has printed it, or if it names the
    variable itself. Pages may have several labels (``ch. 4, pp. 3-9``), as a locator may.
    """
    first, others = _parts(variable, text, context)
    known = context.cite.label if variable == "locator" else variable
    own = variable != "locator" and first.label in ("", known)
    if variable != "locator" and not own and not (variable == "page" and others):
        return text  # The number has another label.
    out = printed(variable, first.text, context)
    alone = own or (variable == "locator" and first.label == "page" and not others)
    bare = variable in context.labels or alone
    if first.label and not bare:
        out = _with_label(first, out, variable, context)
    for part in others:
        kind = "page" if part.label == "page" else "locator"
        text = _ranged(kind, part.text, context)
        out += part.joint + _with_label(part, text, variable, context)
    return out


def _parts(variable: str, text: str, context: Context) -> tuple[Labelled, list[Labelled]]:
    """Return the first part of a number and the others, each with its label."""
    first, *others = labelled_value(variable, text)
    kind = context.cite.label
    if variable == "locator" and others and not first.label and kind != "page":
        first = first._replace(label=kind)
    return first, others


def _with_label(part: Labelled, text: str, variable: str, context: Context) -> str:
    if part.label == "supplement" and variable != "locator":
        return f"{part.word} {text}"  # A part of an issue's number, in the form of the journal.
    term = _label_term(part.label, "short", is_multiple(part.text), context)
    return f"{term} {text}" if term else text


def _ranged(variable: str, text: str, context: Context) -> str:
    """Return a number as text, with the delimiters of its ranges."""
    delimiter = _range_delimiter(context)
    if variable in _RANGES and "&" in text:
        sign = context.locale.term("and", "symbol") or "&"
        text = _AMPERSAND.sub(lambda _: f" {sign} ", text)
    if variable == "page" or (variable == "locator" and context.cite.label == "page"):
        return page_ranges(text, context.style.page_range_format, delimiter)
    if variable == "locator":
        return page_ranges(text, None, delimiter)
    if variable == "number":
        return text  # It identifies the item, so a hyphen in it makes no range.
    if is_numeric(text) or is_numeric_like(text):
        return _HYPHEN.sub(delimiter, text)
    return text


def _range_delimiter(context: Context) -> str:
    term = context.locale.find("page-range-delimiter")
    return "–" if term is None or not term.single else term.single


@attrs.frozen(eq=False)
class Term:
    """``cs:text`` with a term."""

    term: str
    form: str
    plural: bool
    style: Style

    def render(self, context: Context) -> list[Inline]:
        """Return the term's text."""
        text = context.locale.term(self.term, self.form, self.plural)
        if not text or (self.term == "in" and _is_untitled_part(context)):
            return []
        out: list[Inline] = [text]
        context.by_place |= context.looking
        if context.sorting is None and not context.looking:
            out = marked(out, bool(self.style.text_case))
        return self.style.apply_words(out, context.locale.lang)


def _is_untitled_part(context: Context) -> bool:
    """Return whether an item is marked as a part of a book without a title.

    CSL has no such type; an item whose title is only missing is not such a part.
    """
    return context.item.has(UNTITLED_PART)


@attrs.frozen(eq=False)
class Value:
    """``cs:text`` with a literal value."""

    value: str
    style: Style

    def render(self, context: Context) -> list[Inline]:
        """Return the value."""
        return self.style.apply_words(field_text(self.value), context.locale.lang)


@attrs.frozen(eq=False)
class Number:
    """``cs:number``."""

    variable: str
    form: str
    style: Style

    def render(self, context: Context) -> list[Inline]:
        """Return the number in its form; text that is not numeric stays as it is."""
        text = value_of(self.variable, context)
        context.note(self.variable, nonempty=bool(text))
        if not text:
            return []
        if context.sorting is not None and text.isdecimal():
            text = text.zfill(10)
        else:
            text = _labelled_text(self.variable, text, context, self._printed)
        words = list(field_text(text)) if "'" in text else [text]
        return self.style.apply_words(words, context.item.language or context.locale.lang)

    def _printed(self, variable: str, text: str, context: Context) -> str:
        delimiter = _range_delimiter(context) if variable != "number" else "-"
        if variable == "page" and self.form == "numeric":
            return page_ranges(text, context.style.page_range_format, delimiter)
        if is_numeric_like(text):
            return text.replace("-", delimiter)
        if is_numeric(text):
            return render_numbers(text, _form(self.form, variable, context), delimiter)
        return text


def _form(form: str, variable: str, context: Context) -> Callable[[int], str] | None:
    if form == "roman":
        return roman
    if form not in ("ordinal", "long-ordinal"):
        return None
    locale = context.locale
    noun = locale.find(variable)
    gender = noun.gender if noun is not None else ""
    terms = ordinal_terms(context)
    if form == "ordinal":
        return lambda number: ordinal(number, terms, gender)
    words = {}
    for value in range(1, 11):
        name = f"long-ordinal-{value:02}"
        term = locale.find(name, "long", gender)
        if term is not None:
            words[name] = term.single
    return lambda number: long_ordinal(number, words, terms, gender)


def ordinal_terms(context: Context) -> list[OrdinalTerm]:
    """Return the locale's terms for ordinals."""
    return [
        OrdinalTerm(name, value, match, gender)
        for (name, gender), (value, match) in context.locale.ordinals.items()
    ]


@attrs.frozen(eq=False)
class Label:
    """``cs:label`` of a number or of the locator."""

    variable: str
    form: str
    plural: str
    style: Style

    def render(self, context: Context) -> list[Inline]:
        """Return the variable's term, in the singular or plural that its content needs."""
        text = held_value(self.variable, context)
        if not text:
            return []
        first, others = _parts(self.variable, text, context)
        foreign = self.variable == "page" and first.label not in ("", "page")
        if foreign or (self.variable == "locator" and first.label and others):
            return []  # The text has labels of its own.
        name = context.cite.label if self.variable == "locator" else self.variable
        if self.variable != "locator" and first.label != name:
            first = first._replace(label="", text=text if first.label else first.text)
        plural = self.plural == "always" or (
            self.plural != "never" and self._is_plural(first.text, context)
        )
        term = _label_term(first.label or name, self.form, plural, context)
        if not term:
            return []
        context.labels.add(self.variable)
        return self.style.apply_words([term], context.locale.lang)

    def _is_plural(self, text: str, context: Context) -> bool:
        for word in (context.locale.term("and"), "and"):
            text = text.replace(f", {word} ", " & ").replace(f" {word} ", " & ")
        if self.variable.startswith("number-of-"):
            return is_multiple(text) or _is_more_than_one(text)
        if self.variable in _RANGES:
            text = page_ranges(text).replace("-", "")
        elif self.variable == "number":
            text = text.replace("-", "")
        if not is_multiple(text):
            return False
        if self.variable in _RANGES:
            words = re.findall(r"[^\W_]+", text)
            letters = all(len(word) < 3 or is_numeric_like(word) for word in words)  # "ii, A, D-Z"
            return letters or any(map(str.isdigit, text))
        return is_numeric(text) or is_numeric_like(text)


def _is_more_than_one(text: str) -> bool:
    counted = _COUNT.match(text)
    return counted is not None and int(counted[1].replace(",", "")) > 1


def _label_term(name: str, form: str, plural: bool, context: Context) -> str:
    """Return the term of a locator's or number's label, under the name that the locale uses.

    ``article`` and ``title`` are locators of CSL 1.0.1 which 1.0.2 calls by longer names.
    """
    key = ("label", name, form, plural)
    found: str | None = context.cache.get(key)
    if found is None:
        longer = f"{name}-locator"
        spellings = (longer, name, name.replace("-", " "), name.replace(" ", "-"))
        terms = (context.locale.term(spelling, form, plural) for spelling in spellings)
        found = context.cache[key] = next(filter(None, terms), "")
    return found


_ROMAN = frozenset("ivxlcdm")


def is_numeric_like(text: str) -> bool:
    """Return whether all words are roman numerals.

    >>> is_numeric_like("iv-vi"), is_numeric_like("Revised")
    (True, False)
    """
    return all(_ROMAN.issuperset(word) for word in re.findall(r"[^\W_]+", text.lower()))


@attrs.frozen(eq=False)
class Group:
    """``cs:group``, and a called macro.

    A `dated` macro contains a date. As a sort key it is that date alone; any text that it
    prints instead of a date is not a value.
    """

    children: tuple[Node, ...]
    delimiter: str
    style: Style
    dated: bool = False

    def render(self, context: Context) -> list[Inline]:
        """Return the children's output, or nothing if all called variables are empty."""
        called, found = context.called, context.found
        before = len(context.dates)
        out: list[Inline] = []
        _join_parts(self.children, self.delimiter, context, out)
        if self.dated and context.sorting is not None:
            date = "".join(context.dates[before:])
            return self.style.apply([date]) if date else []
        if context.called > called and context.found == found:
            return []
        if not out:
            return out
        # Outside of the group, an affix inside it counts as text.
        out[-1] = _as_text(out[-1], -1)
        out[0] = _as_text(out[0], 0)
        if context.called == called:
            # A group of terms alone counts as a variable that is not empty.
            context.called += 1
            context.found += 1
        if self.style is NONE:
            return out
        return self.style.apply(out, context.item.language or context.locale.lang)


def _as_text(inline: Inline, end: int) -> Inline:
    """Return an inline whose affix at one end is plain text."""
    leaf = inline
    while leaf.__class__ is Span and leaf.children:
        leaf = leaf.children[end]
    return _with_text(inline, end) if leaf.__class__ is Affix else inline


def _with_text(inline: Inline, end: int) -> Inline:
    if isinstance(inline, str):
        return str(inline)
    children = list(inline.children)
    children[end] = _with_text(children[end], end)
    return Span(inline.kind, inline.value, tuple(children))


def _join_parts(
    children: Sequence[Node], delimiter: str, context: Context, out: list[Inline]
) -> None:
    """Add the output of the children, with a delimiter between those that print something."""
    for child in children:
        if child.__class__ is Choose:
            _join_parts(child.branch(context), delimiter, context, out)
        elif part := child.render(context):
            if out and delimiter:
                out.append(delimiter)
            out += part


def parts_of(children: Sequence[Node], context: Context) -> list[list[Inline]]:
    """Return the output of each child; a choose returns that of its children."""
    parts: list[list[Inline]] = []
    for child in children:
        if isinstance(child, Choose):
            parts.extend(child.parts(context))
        else:
            parts.append(child.render(context))
    return parts


class Condition(Protocol):
    """The tests of a branch."""

    def holds(self, context: Context) -> bool:
        """Return whether the tests are true."""
        ...

    def known(self, context: Context) -> bool | None:
        """Return whether they are true for every item of the kind, or None if that varies."""
        ...


@attrs.frozen(eq=False)
class Choose:
    """``cs:choose``: the first branch whose tests are true."""

    branches: tuple[tuple[Condition, tuple[Node, ...]], ...]

    def render(self, context: Context) -> list[Inline]:
        """Return the output of the chosen branch, without any delimiter."""
        return [inline for part in self.parts(context) for inline in part]

    def parts(self, context: Context) -> list[list[Inline]]:
        """Return the output of each child of the branch, so that a group can delimit them."""
        return parts_of(self.branch(context), context)

    def branch(self, context: Context) -> tuple[Node, ...]:
        """Return the children of the first branch whose tests are true."""
        for test, children in self.branches:
            if test.holds(context):
                return children
        return ()

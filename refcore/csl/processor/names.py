"""``cs:names``: lists of names, labels, et-al and substitution (CSL 1.0.2, "Names")."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import attrs

from refcore.csl.processor.cites import SUBSEQUENT
from refcore.csl.processor.context import Context, Node, ShownNames
from refcore.csl.processor.formatting import NONE, Style, joined
from refcore.csl.processor.item import JOINED_PAIR, Name
from refcore.csl.processor.nodes import Choose, Term, Variable
from refcore.csl.processor.person import NameForm, is_east_asian, person
from refcore.csl.processor.punctuation import joined_leaves
from refcore.csl.processor.tree import Inline, Span

__all__ = ["PROSE_NAMES", "EtAl", "NameElement", "NameLabel", "NameOptions", "Names"]


_SHORTENED = ("et-al-min", "et-al-use-first", "et-al-use-last")
# Languages that do not break a line between a particle and its name.
_KEEPING = frozenset({"cs", "fr", "ru"})


@attrs.frozen(eq=False)
class NameOptions:
    """The options of ``cs:name`` after inheritance from names, citation and style."""

    conjunction: str = ""
    delimiter: str = ", "
    names_delimiter: str = ""
    precedes_et_al: str = "contextual"
    precedes_last: str = "contextual"
    et_al_min: int = 0
    et_al_use_first: int | None = None
    et_al_subsequent_min: int = 0
    et_al_subsequent_use_first: int | None = None
    et_al_use_last: bool = False
    form: str = "long"
    initialize: bool = True
    initialize_with: str | None = None
    as_sort_order: str = ""
    sort_separator: str = ", "
    demote: str = "display-and-sort"
    hyphen: bool = True


@attrs.frozen(eq=False)
class NameElement:
    """``cs:name``: its own attributes, and the formatting of its parts."""

    attributes: Mapping[str, str] = attrs.field(factory=dict)
    style: Style = NONE
    family: Style = NONE
    given: Style = NONE


@attrs.frozen
class EtAl:
    """``cs:et-al``."""

    term: str = "et-al"
    style: Style = NONE


@attrs.frozen
class NameLabel:
    """``cs:label`` within ``cs:names``."""

    form: str
    plural: str
    style: Style
    before: bool

    def render(self, variable: str, count: int, context: Context) -> list[Inline]:
        """Return the label for a list of names."""
        plural = self.plural == "always" or (self.plural != "never" and count > 1)
        term = context.locale.term(variable, self.form, plural)
        if not term:
            return []
        return self.style.apply_words([term], context.locale.lang)


@attrs.frozen(eq=False)
class Names:
    """``cs:names``."""

    variables: tuple[str, ...]
    name: NameElement
    et_al: EtAl
    label: NameLabel | None
    substitute: tuple[Node, ...]
    delimiter: str | None
    style: Style
    is_substitute: bool = False
    # Whether the style is cut for items without any of the names.
    is_lacking: bool = False

    def render(self, context: Context) -> list[Inline]:
        """Return the names, or what is substituted for them."""
        first = not context.names_done and not self.is_substitute
        if first:
            context.names_done = True
        out = self._out(context)
        if first and context.suppress_names:
            return []
        # A style that breaks the schema names no variable; what it substitutes is printed.
        variable = self.variables[0] if self.variables else ""
        return [Span("names", variable, tuple(out))] if first and out else out

    def _out(self, context: Context) -> list[Inline]:
        lists = () if self.is_lacking else self._lists(context)
        if not lists:
            for variable in self.variables[:1]:
                context.note(variable, nonempty=False)
            out = self._substituted(context)
            if out or context.sorting is None:
                return out
            if options_for(self.name, context).form == "count":
                context.found += 1
                return ["0"]
            return out
        options = options_for(self.name, context)
        for variable, _, _ in lists:
            context.note(variable, nonempty=True)
        if options.form == "count":
            total = sum(self._counted(names, options, context) for _, names, _ in lists)
            return [str(total)] if total else []
        parts = [self._list(*one, options, context) for one in lists]
        delimiter = options.names_delimiter if self.delimiter is None else self.delimiter
        return self.style.apply(joined(parts, delimiter))

    def _lists(self, context: Context) -> list[tuple[str, Sequence[Name], int]]:
        """Return the variable of each list, its names, and how many names it leaves out."""
        item = context.item
        found: list[tuple[str, Sequence[Name], int]] = []
        for variable in self.variables:
            names = () if variable in context.suppressed else item.names(variable)
            if names:
                found.append((variable, names, item.others(variable)))
        if (
            len(found) == 2
            and {variable for variable, _, _ in found} == {"editor", "translator"}
            and found[0][1:] == found[1][1:]
            and context.locale.term("editortranslator")
        ):
            for variable, _, _ in found:
                context.note(variable, nonempty=True)
            return [("editortranslator", *found[0][1:])]
        return found

    def _substituted(self, context: Context) -> list[Inline]:
        for node in _candidates(self.substitute, context):
            context.watching += 1
            before = set(context.suppressed) if context.suppressed else ()
            out = node.render(context)
            context.watching -= 1
            if not out and isinstance(node, Term) and context.locale.find(node.term, node.form):
                return []
            if not out:
                context.suppressed = set(before)
            else:
                return out
        return []

    def _list(
        self,
        variable: str,
        names: Sequence[Name],
        others: int,
        options: NameOptions,
        context: Context,
    ) -> list[Inline]:
        held = self._names(names, others, options, context)
        if not held:
            return []  # The style shows no name (`et-al-use-first="0"`).
        # The value distinguishes a list from one that prints the same but leaves out other names.
        whole = context.item.whole("editor" if variable == "editortranslator" else variable)
        out: list[Inline] = [Span("name-list", whole, tuple(held))]
        if self.label is None or context.sorting is not None or context.prose:
            return out
        role = "editor-translator" if variable == "editortranslator" else variable
        label = self.label.render(variable, len(names) + others, context)
        if not label and role != variable:
            label = self.label.render(role, len(names) + others, context)
        return label + out if self.label.before else out + label

    def _counted(self, names: Sequence[Name], options: NameOptions, context: Context) -> int:
        shown, _ = _shown(len(names), 0, options, context)
        return shown

    def _names(
        self, names: Sequence[Name], others: int, options: NameOptions, context: Context
    ) -> list[Inline]:
        shown, last = _shown(len(names), others, options, context)
        base, turned = _forms_of(options, self.name, context)
        context.shown.append(ShownNames(tuple(names), base))
        given = context.disambiguation.givens
        held_by = (options, self.name, context.item.language)
        spans = context.cache.get(held_by)
        if spans is None:
            spans = context.cache[held_by] = {}
        written: list[list[Inline]] = []
        for place, name in enumerate(names[:shown]):
            inverted = options.as_sort_order == "all" or (
                options.as_sort_order == "first" and place == 0
            )
            level = given.get(name, 0) if given else 0
            key = (name, inverted, level)
            span = spans.get(key)
            if span is None:
                out = self._name(name, turned if inverted else base, level, context)
                span = spans[key] = Span("name", "", tuple(out))
            written.append([span])
        inverted_last = options.as_sort_order == "all" or (
            options.as_sort_order == "first" and shown == 1
        )
        if shown == len(names) and (not others or context.sorting is not None):
            return _conjoined(names, written, options, context)
        out = joined(written, options.delimiter)
        if last:
            form = turned if options.as_sort_order == "all" else base
            final = self._name(names[-1], form, given.get(names[-1], 0), context)
            if context.sorting is not None:
                return [*out, options.delimiter, *final]
            if not out:
                return final
            joint = options.delimiter if shown > 1 else " "
            return [*out, joint, "… ", *final]
        if shown == len(names) and options.precedes_et_al == "contextual" and inverted_last:
            # The list itself is incomplete: the style's rule is only for lists that it shortens.
            options = attrs.evolve(options, precedes_et_al="always")
        return self._abbreviated(out, shown, inverted_last, options, context)

    def _name(self, name: Name, form: NameForm, level: int, context: Context) -> list[Inline]:
        """Return one name; an institution takes the font of ``cs:name``, and no affixes."""
        out, style = person(name, form, level), self.name.style
        apply = style.only_spans if name.literal else style.apply
        return joined_leaves(apply(out, context.locale.lang))

    def _abbreviated(
        self,
        out: list[Inline],
        shown: int,
        inverted: bool,
        options: NameOptions,
        context: Context,
    ) -> list[Inline]:
        term = context.locale.term(self.et_al.term)
        if context.sorting is not None and _is_grouped(context):
            return [*out, " ", term]
        if not term or not out or context.sorting is not None:
            return out  # A sort key has no such term (CSL 1.0.2, "Sorting").
        joint = options.delimiter if _precedes(options.precedes_et_al, shown, inverted) else " "
        if joint == " " and is_east_asian(term[0]):
            joint = ""
        # The suffix of each name also ends the list.
        end = [self.name.style.suffix] if self.name.style.suffix else []
        return [*out, joint, *self.et_al.style.apply([term]), *end]


def _candidates(nodes: Sequence[Node], context: Context) -> list[Node]:
    """Return the substitutes for names; a branch of ``cs:choose`` has candidates, not parts.

    The specification is silent on it, and styles rely on what citeproc-js does.
    """
    out: list[Node] = []
    for node in nodes:
        if isinstance(node, Choose):
            out.extend(_candidates(node.branch(context), context))
        else:
            out.append(node)
    return out


def _shown(count: int, others: int, options: NameOptions, context: Context) -> tuple[int, bool]:
    """Return how many names of a list are shown, and whether the last one follows them.

    `others` more names are missing from the list, so none of them can be shown.
    """
    least, first = options.et_al_min, options.et_al_use_first
    context.by_place |= options.et_al_subsequent_min > 0 or (
        options.et_al_subsequent_use_first is not None
    )
    if (
        context.cite.position >= SUBSEQUENT
        and context.area == "citation"
        and context.sorting is None
    ):
        least = options.et_al_subsequent_min or least
        if options.et_al_subsequent_use_first is not None:
            first = options.et_al_subsequent_use_first
    # The rule needs both attributes (CSL 1.0.2, "Et-al Abbreviation").
    if not least or first is None or count + others < least or first >= count:
        return count, False
    if context.disambiguation.names and _shows_added_names(context):
        first = max(first, context.disambiguation.names)
        if first >= count:
            return count, False
    # A sort key has no ellipsis, so it need not leave out a name.
    least_left = 1 if context.sorting is not None else 2
    return first, options.et_al_use_last and not others and count >= first + least_left


def _shows_added_names(context: Context) -> bool:
    """Return whether names that tell cites apart are shown here.

    Disambiguation is about cites. A bibliography follows them where given names are
    added too, as other processors have it.
    """
    if context.sorting is not None:
        return _is_grouped(context)
    attributes = context.style.citation.attributes
    return context.area == "citation" or attributes.get("disambiguate-add-givenname") == "true"


def _is_grouped(context: Context) -> bool:
    """Return whether cites collapse: then they sort by the names they show, with "et al."."""
    return context.area == "citation" and context.style.citation.groups


def _precedes(rule: str, before: int, inverted: bool) -> bool:
    """Return whether a delimiter separates this many names from the end of the list.

    >>> _precedes("contextual", 2, False), _precedes("contextual", 1, False)
    (True, False)
    """
    return (
        rule == "always"
        or (rule == "contextual" and before > 1)
        or (rule == "after-inverted-name" and inverted)
    )


def _forms_of(
    options: NameOptions, element: NameElement, context: Context
) -> tuple[NameForm, NameForm]:
    """Return the form of a name, and that of an inverted one, from a cache."""
    key = (options, context.item.language)
    found: tuple[NameForm, NameForm] | None = context.cache.get(key)
    if found is None:
        base = _form_of(options, element, context)
        turned = attrs.evolve(base, inverted=True) if options.as_sort_order else base
        found = context.cache[key] = base, turned
    return found


def _form_of(options: NameOptions, element: NameElement, context: Context) -> NameForm:
    sign = options.initialize_with
    if sign is None and options.form == "short":
        rule = context.style.citation.attributes.get("givenname-disambiguation-rule", "")
        sign = "" if rule.endswith("with-initials") else None
    return NameForm(
        long=options.form != "short",
        demote=options.demote,
        # A key always separates names the same way, whatever a style prints between them.
        sort_separator=options.sort_separator if context.sorting is None else " ",
        initialize=options.initialize,
        initialize_with=sign,
        hyphen=options.hyphen,
        family=element.family,
        given=element.given,
        sorting=context.sorting is not None,
        lang=context.item.language or context.locale.lang,
        joint="\u00a0" if context.locale.lang[:2] in _KEEPING and context.sorting is None else " ",
    )


def _conjoined(
    names: Sequence[Name], written: list[list[Inline]], options: NameOptions, context: Context
) -> list[Inline]:
    conjunction = options.conjunction if context.sorting is None else ""
    symbol = conjunction == "symbol" and not context.prose
    word = "&" if symbol else context.locale.term("and", "long")
    if len(written) < 2 or not conjunction or not word:
        return joined(written, options.delimiter)
    inverted = not names[-2].literal and (
        options.as_sort_order == "all" or (options.as_sort_order == "first" and len(written) == 2)
    )
    rule = options.precedes_last
    is_pair = len(names) == 2 and all(name.literal for name in names)
    with_delimiter = _precedes(rule, len(written) - 1, inverted) and not (
        is_pair and context.item.has(JOINED_PAIR)
    )
    out = joined(written[:-1], options.delimiter)
    if not _is_word(word):
        # A sign, or a Chinese word, includes its spaces.
        joint = options.delimiter if with_delimiter and len(written) == 2 else ""
        return [*out, f"{joint}{word}", *written[-1]]
    joint = options.delimiter if with_delimiter else " "
    if not joint[-1:].isspace():
        joint += " "
    # The Hebrew "and" is a single letter, written together with the next word.
    space = "" if len(word) == 1 and "\u05d0" <= word <= "\u05ea" else " "
    return [*out, f"{joint}{word}{space}", *written[-1]]


def _is_word(term: str) -> bool:
    return term[:1] == "&" or (term[:1].isalpha() and not is_east_asian(term[0]))


def options_for(element: NameElement, context: Context) -> NameOptions:
    """Return the name options of an element in a place of the style, from a cache."""
    key = (element, context.area, context.sorting)
    found: NameOptions | None = context.cache.get(key)
    if found is None:
        outer = context.style.name_options(context.area)
        merged = {**outer, **_renamed(element.attributes)}
        if context.sorting is not None:
            # By the test suite, a key shortens lists as its part or the style does.
            shortened = {key: outer[key] for key in _SHORTENED if key in outer}
            if outer.get("initialize") == "false":
                shortened["initialize"] = "false"
            merged = {**merged, **shortened, **context.sorting.options}
        found = context.cache[key] = options_of(merged)
    return found


def _renamed(own: Mapping[str, str]) -> dict[str, str]:
    out = dict(own)
    if "form" in out:
        out["name-form"] = out.pop("form")
    if "delimiter" in out:
        out["name-delimiter"] = out.pop("delimiter")
    return out


def options_of(merged: Mapping[str, str]) -> NameOptions:
    """Return name options from merged attributes."""

    def number(key: str) -> int | None:
        text = merged.get(key, "").strip()
        return int(text) if text.isdecimal() and len(text) < 9 else None

    return NameOptions(
        merged.get("and", ""),
        merged.get("name-delimiter", ", "),
        merged.get("names-delimiter", ""),
        merged.get("delimiter-precedes-et-al", "contextual"),
        merged.get("delimiter-precedes-last", "contextual"),
        number("et-al-min") or 0,
        number("et-al-use-first"),
        number("et-al-subsequent-min") or 0,
        number("et-al-subsequent-use-first"),
        merged.get("et-al-use-last") == "true",
        merged.get("name-form", "long"),
        merged.get("initialize", "true") != "false",
        _single_spaced(merged.get("initialize-with")),
        merged.get("name-as-sort-order", ""),
        _single_spaced(merged.get("sort-separator", ", ")) or "",
        merged.get("demote-non-dropping-particle", "display-and-sort"),
        merged.get("initialize-with-hyphen", "true") != "false",
    )


def _single_spaced(text: str | None) -> str | None:
    return None if text is None else re.sub(" {2,}", " ", text)


def _prose_names() -> Names:
    short = {"form": "short", "and": "text", "et-al-min": "3", "et-al-use-first": "1"}
    usual = {"delimiter-precedes-last": "contextual", "delimiter-precedes-et-al": "contextual"}
    name = NameElement({**short, **usual, "delimiter": ", "})
    own = Names(("author",), name, EtAl(), None, (), None, NONE)
    others = tuple(
        Names((role,), name, EtAl(), None, (), None, NONE, is_substitute=True)
        for role in ("editor", "translator", "director", "container-author")
    )
    return attrs.evolve(own, substitute=(*others, Variable("title", "short", NONE)))


# The names of an item in running text, for styles whose citations have none.
PROSE_NAMES = _prose_names()

"""Punctuation where two leaves meet: colliding marks, and marks that move into quotes.

The rules work on tokens (text, and spans that open and close), so they see
through every boundary of formatting.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from refcore.csl.processor.tree import LOW_MARKS, SETTLED, Affix, Delimiter, Inline, Span

__all__ = ["Token", "joined_leaves", "mended", "tokens_of"]

Token: TypeAlias = str | tuple[bool, Span]

# Which of two colliding marks stays: "1" the first, "2" the second. For other pairs, both stay.
_KEPT = {
    "!.": "1", "!:": "1", "?.": "1", "?:": "1", ":!": "2", ":?": "2", ":.": "1",
    ";!": "2", ";?": "2", ";:": "1", ";.": "1",
    "!!": "1", "??": "1", "..": "1", "::": "1", ";;": "1", ",,": "1",
    "  ": "1", "\u00a0\u00a0": "1",
}  # fmt: skip
_MOVING = ".,!?"
_FONTS = frozenset({"font-style", "font-variant", "font-weight", "text-decoration"})
_MARKS = tuple(".,;:!?")
# Spans that other passes look for; their content prints unchanged.
_MARKERS = frozenset(
    {"name", "name-list", "names", "number", "term", "title", "year", "year-suffix"}
)


def tokens_of(inlines: Iterable[Inline]) -> list[Token]:
    """Return a tree as tokens.

    >>> tokens_of(["a", Span("quotes", "", ("b",))])[0::2]
    ['a', 'b']
    """
    out: list[Token] = []
    _lay(inlines, out)
    return out


def _lay(inlines: Iterable[Inline], out: list[Token]) -> None:
    for inline in inlines:
        if isinstance(inline, str):
            if inline:
                out.append(inline)
        elif inline.kind in _MARKERS:
            _lay(inline.children, out)
        else:
            out.append((True, inline))
            _lay(inline.children, out)
            out.append((False, inline))


def joined_leaves(inlines: list[Inline]) -> list[Inline]:
    """Return texts as one leaf if no marks collide between them, to have fewer leaves.

    >>> joined_leaves(["Doe", ", ", "Al"]), joined_leaves(["Al J.", "."])
    (['Doe, Al'], ['Al J.', '.'])
    """
    before = ""
    for inline in inlines:
        if not isinstance(inline, str) or before[-1:] + inline[:1] in _KEPT:
            return inlines
        before = inline
    return ["".join(map(str, inlines))]


def mended(tokens: list[Token], in_quotes: bool) -> list[Token]:
    """Return tokens with colliding marks merged; with `in_quotes`, moved into quotes.

    Source: CSL 1.0.2, "Locale Options" (punctuation-in-quote), and the marks
    that citation styles commonly double.

    >>> mended(["Title?", ". ", "Next"], False)
    ['Title?', ' ', 'Next']
    >>> quoted = Span("quotes", "", ("Title",))
    >>> [token for token in mended([*tokens_of([quoted]), ", "], True) if isinstance(token, str)]
    ['Title,', ' ']
    """
    kinds = {token[1].kind for token in tokens if not isinstance(token, str)}
    _collide(tokens)
    if "quotes" in kinds and _at_quotes(tokens, in_quotes, "affix" in kinds):
        _collide(tokens)
    if "display" in kinds:
        _at_margins(tokens)
    return [token for token in tokens if token]


def _at_margins(tokens: list[Token]) -> None:
    """Move a mark that follows text in a margin into the margin, and drop a second space.

    Numbers do not count as words: their style puts its marks after them.
    """
    opened = -1
    for place, token in enumerate(tokens):
        if isinstance(token, str) or token[1][:2] != ("display", "left-margin"):
            continue
        if token[0]:
            opened = place
            continue
        texts = [at for at in range(opened, place) if _is_text(tokens[at])]
        after = next((at for at in range(place + 1, len(tokens)) if _is_text(tokens[at])), -1)
        if after < 0 or not texts:
            continue
        text, label = str(tokens[after]), str(tokens[texts[-1]])
        if text[:1] in _MARKS and text[1:2] == " ":
            text, label = text[1:], label + text[:1]
        if text.startswith(" ") and label.endswith(" "):
            text = text[1:]
        tokens[after], tokens[texts[-1]] = text, label


def _is_text(token: Token) -> bool:
    return isinstance(token, str) and token != ""


def _collide(tokens: list[Token]) -> None:
    """Merge the marks of neighbouring texts, looking through formatting but not quotes."""
    before, first = -1, ""
    for place, token in enumerate(tokens):
        if not isinstance(token, str):
            if _apart(token[1]):
                before, first = -1, ""
            continue
        while first and token:
            kept = _KEPT.get(first[-1] + token[0])
            if kept is None or _both_stay(first, token):
                break
            if kept == "1":
                token = type(token)(token[1:])
            else:
                tokens[before] = first = first[:-1]
                if not first:
                    before = _text_before(tokens, before)
                    found = tokens[before] if before >= 0 else ""
                    first = found if isinstance(found, str) else ""
        tokens[place] = token
        if token:
            before, first = place, token


def _both_stay(first: str, second: str) -> bool:
    """Return whether two colliding marks both stay, as a delimiter and an affix do.

    Both come from the style, so of these two only equal marks are merged.

    >>> _both_stay(Affix("."), Delimiter(", ")), _both_stay(".", ", ")
    (True, False)
    """
    return (
        (isinstance(second, Delimiter) and isinstance(first, Affix))
        or (isinstance(first, Delimiter) and isinstance(second, Affix))
    ) and first[-1:] != second[:1]


def _apart(span: Span) -> bool:
    """Return whether marks inside and outside of a span do not collide."""
    return span.kind in ("quotes", "cite") or (
        span.kind == "display" and span.value in ("left-margin", "right-inline")
    )


def _text_before(tokens: list[Token], place: int) -> int:
    for other in range(place - 1, -1, -1):
        token = tokens[other]
        if isinstance(token, str):
            if token:
                return other
        elif _apart(token[1]):
            break
    return -1


def _at_quotes(tokens: list[Token], in_quotes: bool, affixed: bool) -> bool:
    """Move marks after closing quotes into them, or drop those that double.

    Return whether anything changes. A writer's affixes are looked for if there are any.
    No locale moves marks into quotes with a low mark.
    """
    changed = False
    within = _within_affixes(tokens) if affixed else [0] * len(tokens)
    for place in range(len(tokens) - 1, -1, -1):
        token = tokens[place]
        if isinstance(token, str) or token[0] or token[1].kind != "quotes":
            continue
        after = _next_text(tokens, place)
        inner = _last_inside(tokens, place)
        if after < 0 or inner < 0 or (within[after] and within[place]):
            continue
        if token[1].value.endswith(SETTLED):
            continue
        text, last = str(tokens[after]), str(tokens[inner])
        if not in_quotes:
            if last[-1] in ".!?" and text[0] in (last[-1], "."):
                tokens[after] = text[1:]
                changed = True
        elif token[1].value.startswith(LOW_MARKS):
            continue
        elif moved := _take_marks(tokens, place):
            changed = True
            ended = _with_marks(last, moved)
            if ended.startswith(last) and any(map(_ends_before, tokens[inner + 1 : place])):
                # A field's own italics, a link or raised text ends before the mark.
                tokens.insert(place, ended[len(last) :])
                within.insert(place, within[place])
            else:
                tokens[inner] = ended
    return changed


def _take_marks(tokens: list[Token], place: int) -> str:
    """Take the marks that can move into quotes out of the texts after a place."""
    taken = ""
    while (after := _next_text(tokens, place)) >= 0:
        text = str(tokens[after])
        left = text.lstrip(_MOVING)
        if left == text:
            break
        taken += text[: len(text) - len(left)]
        tokens[after] = left
        if left:
            break
    return taken


def _with_marks(text: str, marks: str) -> str:
    """Return a text with marks at its end, of which some are dropped or replace the one before.

    >>> _with_marks("Title?", "."), _with_marks("Title", ".")
    ('Title?', 'Title.')
    """
    for mark in marks:
        kept = _KEPT.get(text[-1] + mark)
        if kept is None:
            text += mark
        elif kept == "2":
            text = text[:-1] + mark
    return text


def _ends_before(token: Token) -> bool:
    """Return whether a span's end separates a text from the mark after it; fonts do not."""
    if isinstance(token, str):
        return False
    return token[1].kind not in _FONTS or token[1].value.startswith("markup:")


def _within_affixes(tokens: list[Token]) -> list[int]:
    """Return each token's depth in the affixes that the writer put around a cite."""
    depths, depth = [], 0
    for token in tokens:
        if not isinstance(token, str) and token[1].kind == "affix":
            depth += 1 if token[0] else -1
        depths.append(depth)
    return depths


def _next_text(tokens: list[Token], place: int) -> int:
    for other in range(place + 1, len(tokens)):
        token = tokens[other]
        if isinstance(token, str):
            if token:
                return other
        elif token[1].kind == "display" or (token[0] and token[1].kind == "quotes"):
            break
    return -1


def _last_inside(tokens: list[Token], place: int) -> int:
    for other in range(place - 1, -1, -1):
        token = tokens[other]
        if isinstance(token, str):
            if token:
                return other
        elif token[0] and token[1].kind == "quotes":
            break
    return -1

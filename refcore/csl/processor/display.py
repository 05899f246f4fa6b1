"""The blocks of an entry as lines, for outputs of text alone (CSL 1.0.2, "Display")."""

from __future__ import annotations

from collections.abc import Sequence

from refcore.csl.processor.punctuation import Token

__all__ = ["INDENTED", "LINE", "margin_end", "with_lines"]

# The signs at the head of a line and of an indented line; no field has them after cleaning.
LINE = "\u2028"
INDENTED = "\u2029"
_BLOCKS = {"block": LINE, "indent": INDENTED}


def with_lines(tokens: Sequence[Token]) -> list[Token]:
    """Return tokens whose blocks begin and end lines, with a sign at the head of each line.

    >>> from refcore.csl.processor.punctuation import tokens_of
    >>> from refcore.csl.processor.tree import Span
    >>> name, year = Span("display", "block", ("Doe",)), Span("display", "left-margin", ("2020",))
    >>> "".join(with_lines(tokens_of([name, year, "x"]))).split(LINE)
    ['Doe', '2020 x']
    """
    out: list[Token] = []
    last = -1
    due = ""
    fresh = False
    for token in tokens:
        if not isinstance(token, str) and token[1].kind == "display":
            opens, value = token[0], token[1].value
            if value in _BLOCKS and (last >= 0 or (opens and value == "indent")):
                due = _BLOCKS[value] if opens else LINE
            elif value == "left-margin" and opens:
                due = LINE if last >= 0 else ""
            elif value == "left-margin":
                # White space separates a margin's text from the text that it labels.
                last = _ended(out, last)
                out.append(" ")
                fresh = True
            continue
        if due and (isinstance(token, str) or token[0]):
            last = _ended(out, last)
            out.append(due)
            due, fresh = "", True
        if isinstance(token, str):
            token = token.lstrip(" ") if fresh else token
            fresh = False
            last = len(out)
        out.append(token)
    return out


def _ended(out: list[Token], last: int) -> int:
    """Remove the spaces at the end of a line."""
    if last >= 0:
        out[last] = str(out[last]).rstrip(" ")
    return last


def margin_end(tokens: Sequence[Token]) -> int:
    """Return the end of the margin that begins an entry; 0 without a margin."""
    end = depth = 0
    for place, token in enumerate(tokens):
        if isinstance(token, str):
            if not depth:
                break
        elif token[1].kind == "display" and token[1].value == "left-margin":
            depth += 1 if token[0] else -1
            end = place + 1
        elif not depth:
            break
    return end

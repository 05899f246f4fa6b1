"""The blocks of an entry as lines, for outputs that know text alone (CSL 1.0.2, "Display")."""

from __future__ import annotations

from collections.abc import Sequence

from refcore.csl.processor.punctuation import Token

__all__ = ["with_lines"]

_BLOCKS = {"block": "\n", "indent": "\n    "}


def with_lines(tokens: Sequence[Token], *, ended: bool = True) -> list[Token]:
    r"""Give tokens whose blocks begin and end lines; an indented one begins with four spaces.

    No field holds a line break, so that each in the result is one of a block.
    Without `ended` blocks begin lines alone, as citeproc-js prints text.

    >>> from refcore.csl.processor.punctuation import tokens_of
    >>> from refcore.csl.processor.tree import Span
    >>> name, year = Span("display", "block", ("Doe",)), Span("display", "left-margin", ("2020",))
    >>> "".join(with_lines(tokens_of([name, year, "x"])))
    'Doe\n2020 x'
    """
    out: list[Token] = []
    last = -1
    due = ""
    for token in tokens:
        if isinstance(token, str):
            if due and ended:
                out[last] = str(out[last]).rstrip(" ")
            last = len(out)
            out.append(due + token if due else token)
            due = ""
            continue
        opens, span = token
        if span.kind != "display":
            if due and opens:
                # Behind the break, as an opening quote is.
                last = len(out)
                out.append(due)
                due = ""
            out.append(token)
        elif span.value in _BLOCKS:
            if last >= 0 and (opens or ended):
                due = _BLOCKS[span.value] if opens else "\n"
        elif span.value == "left-margin":
            if not opens:
                out.append(" ")  # A margin's text is set apart from what it labels.
            elif last >= 0 and ended:
                due = "\n"
    return out

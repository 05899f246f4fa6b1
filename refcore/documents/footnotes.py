"""How each output writes a footnote, and the text that it adds at the end of the document."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import attrs

__all__ = ["NOTATIONS", "Notation"]


@attrs.frozen
class Notation:
    """How an output writes a footnote.

    `mark` takes the number of the note and its text and returns the text for the
    sentence. `definition` does the same for the end of the document; it returns
    nothing if the note is written in its place.
    """

    mark: Callable[[int, str], str]
    definition: Callable[[int, str], str]

    def with_notes(self, text: str, notes: Sequence[tuple[int, str]]) -> str:
        """Return the document with the definitions of its notes after it.

        >>> NOTATIONS["markdown"].with_notes("A[^cite-1]", [(1, "Fei, *One*.")])
        'A[^cite-1]\\n\\n[^cite-1]: Fei, *One*.\\n'
        """
        lines = [line for number, note in notes if (line := self.definition(number, note))]
        if not lines:
            return text
        return "\n\n".join([text.rstrip("\n"), *lines]) + "\n"


def _nothing(_number: int, _text: str) -> str:
    return ""


NOTATIONS = {
    "markdown": Notation(
        lambda number, _: f"[^cite-{number}]",
        lambda number, text: f"[^cite-{number}]: {text}",
    ),
    "html": Notation(
        lambda number, _: f"[^cite-{number}]",
        lambda number, text: f"[^cite-{number}]: {text}",
    ),
    "latex": Notation(lambda _, text: f"\\footnote{{{text}}}", _nothing),
    "typst": Notation(lambda _, text: f"#footnote[{text}]", _nothing),
    "rst": Notation(
        lambda number, _: f" [#cite-{number}]_",
        lambda number, text: f".. [#cite-{number}] {text}",
    ),
    "text": Notation(
        lambda number, _: f"[{number}]",
        lambda number, text: f"[{number}] {text}",
    ),
}

"""References of pages that were turned into text without the spaces between their parts.

A page sets each part of a reference in an element of its own; what turns it into Markdown may
join them: "* [1]A. Berg, B. Fei, et al.On Moss.arXiv preprint arXiv:2506.13585, 2025."
"""

from __future__ import annotations

import re
from typing import Final

from refcore.text.patterns import regex

__all__ = ["with_spaces"]

_NUMBER: Final = regex(r"^([ \t]{0,12}[*+-][ \t]{1,4}\[[0-9]{1,4}\])(?=[^\W\d_])", re.MULTILINE)
_LINE: Final = regex(r"^[ \t]{0,12}[*+-][ \t]{1,4}\[[0-9]{1,4}\] [^\n]*", re.MULTILINE)
# The stop of a part, and the capital with which the next part begins; not those of addresses.
_STOP: Final = regex(r"https?://\S+|(?<=[a-zß-ÿ0-9)][.?!])(?=[^\W\d_a-zß-ÿ]|arXiv\b)")


def with_spaces(text: str) -> str:
    r"""Return a text with the spaces between the parts of references that are joined.

    Lines stay where they are. Only items are changed whose number is joined to their names.

    >>> with_spaces("* [1]A. Berg et al.On Moss.arXiv preprint, 2025.\n* see Node.JS")
    '* [1] A. Berg et al. On Moss. arXiv preprint, 2025.\n* see Node.JS'
    """
    if "]" not in text or not _NUMBER.search(text):
        return text
    parted = _NUMBER.sub(r"\1 ", text)
    return _LINE.sub(lambda line: _STOP.sub(lambda x: x[0] or " ", line[0]), parted)

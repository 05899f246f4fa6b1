"""Characters that steer a terminal or turn the direction of text, made visible."""

from __future__ import annotations

import json
import re
from typing import Any, Final

from refcore.text.patterns import regex

__all__ = ["json_text", "visible", "visible_json", "visible_line"]

# Controls but tab and line ends, line and paragraph separators, and the characters that
# have the property Bidi_Control. Source: Unicode Character Database, PropList.txt.
_UNSEEN: Final = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
# Half of a pair represents a byte of a file name that is not UTF-8, or is an error.
_HALF: Final = "\ud800-\udfff"
_IN_TEXT: Final = regex(rf"[{_UNSEEN}{_HALF}]|\r(?!\n)")
_IN_LINE: Final = regex(rf"[{_UNSEEN}{_HALF}\r\n]")
_IN_JSON: Final = regex(rf"[{_UNSEEN}{_HALF}]")
_NOT_ASCII: Final = regex(r"[^\x00-\x7f]")


def visible(text: str) -> str:
    r"""Return a text of several lines in which no character steers the terminal.

    >>> visible("a\x1b[2J\n\u202eb"), visible("one\r\ntwo\rthree")
    ('a[U+001B][2J\n[U+202E]b', 'one\r\ntwo[U+000D]three')
    """
    return _IN_TEXT.sub(_named, text)


def visible_line(text: str) -> str:
    r"""Return a text as one line: line ends are shown too.

    >>> visible_line("two\nlines"), visible_line("caf\udce9.bib")
    ('two[U+000A]lines', 'caf[0xE9].bib')
    """
    return _IN_LINE.sub(_named, text)


def json_text(value: Any, *, ascii: bool = False) -> str:  # noqa: A002
    r"""Return a value as JSON that is valid UTF-8, whatever its texts hold.

    Characters that steer the terminal are escaped, which loses nothing. Half of a
    surrogate pair, which no JSON may hold, is shown as `visible` does.

    >>> json_text(["\u202ea", "caf\udce9"])
    '[\n  "\\u202ea",\n  "caf[0xE9]"\n]'
    """
    return visible_json(json.dumps(value, indent=2, ensure_ascii=False), ascii=ascii)


def visible_json(text: str, *, ascii: bool = False) -> str:  # noqa: A002
    r"""Return the text of a JSON document with the same escapes.

    >>> visible_json('{"a": "\u202eé"}', ascii=True)
    '{"a": "\\u202e\\u00e9"}'
    """
    text = _IN_JSON.sub(_escaped, text)
    return _NOT_ASCII.sub(_escaped, text) if ascii else text


def _named(match: re.Match[str]) -> str:
    code = ord(match[0])
    if 0xDC80 <= code <= 0xDCFF:  # so Python writes a byte of a file name
        return f"[0x{code - 0xDC00:02X}]"
    return f"[U+{code:04X}]"


def _escaped(match: re.Match[str]) -> str:
    if 0xD800 <= ord(match[0]) <= 0xDFFF:
        return _named(match)
    return json.dumps(match[0])[1:-1]

"""Where strings in a .bib file end: braces and quotes, and what was never closed.

Source: *BibTeX: the program* (bibtex.web), parts on reading the database files:
braces count whether or not a backslash precedes them, a quoted string ends at
the first quote outside braces.
"""

from __future__ import annotations

import bisect
import re
from array import array
from typing import Final

from refcore.text.patterns import regex

__all__ = ["BRACE_OR_QUOTE", "WITHIN", "Strings"]

WITHIN: Final = regex(r"[\w\\]")  # after a quote, it shows that the quote does not end the string
_FIELD_OPENS: Final = regex(r",\s*+[A-Za-z][\w+:-]*+\s*+=\s*+\"\Z")
_OPENS: Final = regex(r"=\s*+\"\Z")

_BRACE: Final = regex(r"[{}]")
BRACE_OR_QUOTE: Final = regex(r"[{}\"]")
_BRACE_NOT_ESCAPED: Final = regex(r"(?<!\\)[{}]")
_PATIENCE: Final = 20_000  # characters that are searched before all braces are paired once
_REACH: Final = 2_000  # characters that are searched for another end of a quoted string
# A line that opens a field or an entry: there a string that was never closed most likely ends.
_FIELD_LINE: Final = regex(r"[\r\n][ \t]*+,?[ \t]*+(?=[A-Za-z][\w+:-]*+\s*+=\s*+[{\"\w])")
_BLOCK_LINE: Final = regex(r"[\r\n][ \t]*+(?=@[ \t]*+[A-Za-z]++[ \t]*+[{(])")
# The same within a line.
_FIELD_AFTER: Final = {
    "{": regex(r"\}(?=\s*+,\s*+[A-Za-z][\w+:-]*+\s*+=\s*+[{\"\w])"),
    '"': regex(r"[\"}](?=\s*+(?:,\s*+[A-Za-z][\w+:-]*+\s*+=\s*+[{\"\w]|,?\s*+[})]\s*+(?:@|\Z)))"),
}


class Strings:
    """The ends of the strings of one text, found in time linear in the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._opened: array[int] | None = None
        self._closed: array[int] = array("q")
        self._lines: dict[re.Pattern[str], tuple[int, int]] = {}

    def end(self, opening: int) -> int | None:
        """Return the index after the string that opens with a brace or a quote.

        None where it is never closed.

        >>> Strings('{a{b}} "x{"}" {').end(0), Strings('"x{"}"').end(0), Strings("{").end(0)
        (6, 6, None)
        """
        return self._brace(opening) if self.text[opening] == "{" else self._quote(opening)

    def escaped_end(self, opening: int) -> int | None:
        """Return the end of a braced string where a brace after a backslash does not count."""
        depth = 0
        for match in _BRACE_NOT_ESCAPED.finditer(self.text, opening, self.limit(opening)):
            depth += 1 if match[0] == "{" else -1
            if depth == 0:
                return match.end()
        return None

    def later_quotes(self, opening: int, end: int) -> tuple[list[int], int]:
        """Return where a quoted string may end if the quote that ends it is part of its text.

        A letter after that quote shows this, as in ``"G\\"odel"``. Also return how far was
        searched.
        """
        if not WITHIN.match(self.text, end) or _OPENS.search(self.text, opening + 1, end):
            return [], end
        found: list[int] = []
        limit = min(self.limit(opening), end + _REACH)
        depth = 0
        for match in BRACE_OR_QUOTE.finditer(self.text, end, limit):
            depth += (match[0] == "{") - (match[0] == "}")
            if depth < 0:
                return found, match.start()
            if match[0] == '"' and depth == 0:
                if _OPENS.search(self.text, max(end, match.start() - 20), match.end()):
                    return found, match.start()
                found.append(match.end())
        return found, limit

    def likely_end(self, opening: int, end: int | None) -> int | None:
        """Return the likely end of a string that has no end or a wrong one.

        None where nothing in it looks like the start of a field or an entry.
        """
        limit = self.limit(opening)
        if limit >= (len(self.text) if end is None else end):
            limit = len(self.text) if end is None else end
        after = _FIELD_AFTER[self.text[opening]].search(self.text, opening + 1, limit)
        if after is not None:
            return after.end()
        if self.text[opening] == '"' and limit == end:
            # The quote that ends it opens the value of the next field.
            opened = _FIELD_OPENS.search(self.text, opening + 1, limit)
            return opened.start() if opened else None
        return None if limit == end else limit

    def limit(self, start: int) -> int:
        """Return where the next line begins that opens a field or an entry, or the end."""
        return min(self._line(_FIELD_LINE, start), self._line(_BLOCK_LINE, start))

    def _line(self, pattern: re.Pattern[str], start: int) -> int:
        # The match found from an earlier place is valid until it is passed.
        searched, found = self._lines.get(pattern, (1, 0))
        if not searched <= start <= found:
            match = pattern.search(self.text, start)
            found = len(self.text) if match is None else match.start()
            self._lines[pattern] = start, found
        return found

    def _brace(self, opening: int) -> int | None:
        if self._opened is None:
            depth = 0
            for match in _BRACE.finditer(self.text, opening, opening + _PATIENCE):
                depth += 1 if match[0] == "{" else -1
                if depth == 0:
                    return match.end()
            self._pair()
        return self._paired(opening)

    def _paired(self, opening: int) -> int | None:
        opened = self._opened or array("q")
        index = bisect.bisect_left(opened, opening)
        return self._closed[index] or None

    def _pair(self) -> None:
        """Pair all braces of the text, once."""
        self._opened = opened = array("q")
        waiting: list[int] = []
        for match in _BRACE.finditer(self.text):
            if match[0] == "{":
                waiting.append(len(opened))
                opened.append(match.start())
                self._closed.append(0)
            elif waiting:
                self._closed[waiting.pop()] = match.end()

    def _quote(self, opening: int) -> int | None:
        position = opening + 1
        while (match := BRACE_OR_QUOTE.search(self.text, position)) is not None:
            if match[0] == '"':
                return match.end()
            end = self._brace(match.start()) if match[0] == "{" else None
            if end is None:
                return None
            position = end
        return None

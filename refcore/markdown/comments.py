"""References in the comments of code, in its documentation, and in blocks of plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from refcore.markdown.othermarkup import with_plain_markup
from refcore.text.patterns import regex

__all__ = ["comment_entries", "without_comment_marks"]

_ID = regex(
    r"\barxiv:\s?[a-z0-9.-]+[./][0-9]{3,7}|\barxiv\.org/|\bhuggingface\.co/papers/|\bdoi\.org/|\bdoi:\s?10\.",
    re.IGNORECASE,
)
_MARK = regex(
    r"^[ \t]*(?:#+|//+|/\*+|%+|;+|--|\*(?!\*))(?:[!:']?(?:[ \t]+|$)|'(?=[@A-Za-z]))", re.MULTILINE
)
_QUOTES = regex(r"^[ \t]*(?:[rRuU]?\"{3}|'{3}|/\*+!?)|(?:\"{3}|'{3}|\*/)[ \t]*$", re.MULTILINE)
# "@references Bo Fei. On It.", "\\emph{On It}": marks of documentation.
_TAG = regex(r"^[ \t]*[@\\](?:references?|see|cite|source)[ \t]+", re.MULTILINE)
_MACRO = regex(r"\\(?:emph|textit|textbf|url|href|doi|code)\{([^{}\n]{1,300})\}")
# Signs of program lines that sentences and entries do not have.
_CODE = regex(
    r"[{};=]\s*$|\w\s?=[\s\"'\[({]|[\w\])]\(\)|=>|->"
    r"|^\s*(?:from\s\S+\simport\b|(?:for|if)\b[^.]*[:{]\s*$|return\s[^\s.]+\s*$"
    r"|(?:import|def|class|var|const|print|pip|git|curl|wget|python3?|bash|sh|cd|npm|conda|docker"
    r"|export|sudo|\$|>>>)\b)",
    re.MULTILINE,
)
# "- ", "* ", "[1] " before an item of a list
_ITEM = regex(r"(?:[-*•]|\[[0-9]{1,3}\]|[0-9]{1,2}[.)])\s+(?=\S)")
_LEAST_ITEMS = 2
_DATA = regex(r"^\s*[\[{\"']")
_LONGEST = 200_000
_LONGEST_ENTRY = 2000
_LEAST_WORDS = 4  # beside the id
_ADDRESS = regex(r"https?:\S+|\barxiv:\s?\S+|\bdoi:\s?\S+", re.IGNORECASE)
_FENCES = regex(
    r"^((?:```|~~~)(?:(?!^(?:```|~~~)).)*(?:^(?:```|~~~)[^\n]*)?)", re.MULTILINE | re.DOTALL
)
# Lines "# …", "-- …" or "% …" one right under the other are comments, and no headings.
_RUN = regex(
    "|".join(rf"(?:^{mark} +\S[^\n]*(?:\n|\Z)){{2,40}}" for mark in ("#", "--", "%")), re.MULTILINE
)
# "/* … */" over several lines, and what is before the words of each.
_BLOCK = regex(r"^/\*+(?P<text>[^\n]*\n(?:(?!\*/).){1,20000}?)\*/[ \t]*$", re.MULTILINE | re.DOTALL)
_STAR = regex(r"^[ \t]*\*(?!\*)[ \t]*", re.MULTILINE)


def comment_entries(code: str) -> Iterator[tuple[str, int]]:
    """Return the paragraphs of a block of code that cite a paper: the text and its first line.

    These are comments, documentation, or the whole block if it is text and no program.

    >>> list(comment_entries("import foo\\n\\n# Bo Fei. On It.\\n# arXiv:2506.13585\\nfoo.run()"))
    [('Bo Fei. On It.\\narXiv:2506.13585', 3)]
    >>> list(comment_entries('foo = get("https://arxiv.org/abs/2506.13585")'))
    []
    """
    if len(code) > _LONGEST or not _ID.search(code):
        return
    for start, end, kind in _joined(code, [*_runs(code)]):
        text = code[start:end]
        if _ID.search(text) and len(text) < _LONGEST_ENTRY:
            marked = _MARK.match(text)
            plain = _QUOTES.sub("", _MARK.sub("", text) if marked else text)
            plain = with_plain_markup(plain) if "\\href" in plain else plain
            several = len(_TAG.findall(plain)) >= _LEAST_ITEMS
            plain = _TAG.sub("- " if several else "", _MACRO.sub(r"\1", plain))
            lines = [line.strip() for line in plain.split("\n")]
            said = _ADDRESS.sub(" ", " ".join(lines))
            long = len(said.split()) >= _LEAST_WORDS
            data = kind == "text" and plain == text and _DATA.search(text)
            if long and not data and not _CODE.search("\n".join(lines)):
                yield from _entries(lines, 1 + code.count("\n", 0, start))


def _joined(code: str, runs: list[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    r"""Return the paragraphs, a paragraph that is an address as a part of that over it.

    >>> text = "# In the paper On It.\n\n# url: arXiv:2506.13585"
    >>> [text[start:end] for start, end, _ in _joined(text, [*_runs(text)])] == [text]
    True
    """
    found: list[tuple[int, int, str]] = []
    for start, end, kind in runs:
        words = _ADDRESS.sub(" ", code[start:end]).split()
        short = len(words) < _LEAST_WORDS and _ID.search(code, start, end)
        over = found[-1] if found else (0, 0, "")
        if short and kind != "text" and over[2] == kind and not code[over[1] : start].strip():
            start = found.pop()[0]
        found.append((start, end, kind))
    yield from found


def _entries(lines: list[str], line: int) -> Iterator[tuple[str, int]]:
    """Return the items of a comment that cite a paper, or all of it where it lists none.

    `line` is the number of the first line.
    """
    starts = [number for number, text in enumerate(lines) if _ITEM.match(text)]
    if len(starts) < _LEAST_ITEMS:
        first = next(number for number, text in enumerate(lines) if text)
        yield "\n".join(lines[first:]).rstrip(), line + first
        return
    for begin, end in zip([0, *starts], [*starts, len(lines)], strict=True):
        text = "\n".join(lines[begin:end]).strip()
        if _ID.search(text):
            item = _ITEM.match(text)
            yield text[item.end() if item else 0 :], line + begin


def _runs(code: str) -> Iterator[tuple[int, int, str]]:
    r"""Return the paragraphs of a block and what they are; comments are apart from the code.

    >>> list(_runs("# On It\nx = 1"))
    [(0, 8, 'comment'), (8, 13, 'text')]
    """
    start = position = 0
    before, inside = "", False
    for line in code.splitlines(keepends=True):
        end = position + len(line)
        marked = _MARK.match(line)
        quotes = line.count('"""') + line.count("'''")
        quotes += ("/*" in line) != ("*/" in line)
        inside ^= quotes % 2 == 1
        kind = "documentation" if inside or quotes else "comment" if marked else "text"
        bare = line[marked.end() :] if marked and not quotes else line
        kind = kind if bare.strip() else ""
        if kind != before:
            if before:
                yield start, position, before
            start, before = position, kind
        position = end
    if before:
        yield start, position, before


def without_comment_marks(text: str) -> str:
    """Return a note in which lines "# …" one right under the other are text, if they cite a paper.

    So are the lines of "/* … */".

    >>> without_comment_marks("/* Sources\\n * [1] Bo Fei. On It. arXiv:2506.13585\\n */")
    ' Sources\\n[1] Bo Fei. On It. arXiv:2506.13585\\n '
    >>> without_comment_marks("# Bo Fei. On It.\\n# arXiv:2506.13585\\n")
    'Bo Fei. On It.\\narXiv:2506.13585\\n'
    >>> without_comment_marks("# On It\\n\\n# arXiv:2506.13585\\n")
    '# On It\\n\\n# arXiv:2506.13585\\n'
    """
    if not any(mark in text for mark in ("\n# ", "\n-- ", "\n% ", "*/")):
        return text
    parts = _FENCES.split(text)
    # Every second part is a block of code with its fences.
    return "".join(
        x if n % 2 else _BLOCK.sub(_without_stars, _RUN.sub(_plain, x)) for n, x in enumerate(parts)
    )


def _without_stars(match: re.Match[str]) -> str:
    return _STAR.sub("", match["text"]) if _ID.search(match["text"]) else match[0]


def _plain(match: re.Match[str]) -> str:
    return (
        re.sub(r"^(?:#|--|%) +", "", match[0], flags=re.MULTILINE)
        if _ID.search(match[0])
        else match[0]
    )

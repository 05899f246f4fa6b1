"""The time to read LaTeX grows with its length, whatever is nested in it."""

import sys

import pytest

from refcore.latex import decode, encode, from_plain, to_plain

PATTERNS = {
    "accents around a command without a meaning": lambda n: "\\'{" * n + "\\foo x" + "}" * n,
    "bare accents before a command without a meaning": lambda n: "\\'" * n + "\\foo",
    "accents around a letter": lambda n: "\\^{" * n + "e" + "}" * n,
    "accents without a letter": lambda n: "\\'" * n,
    "mixed commands": lambda n: "\\emph{\\'{\\textbf{\\foo{" * n + "}}}}" * n,
    "italics": lambda n: "\\emph{" * n + "x" + "}" * n,
    "italics that never end": lambda n: "\\emph{" * n,
    "links": lambda n: "\\href{a}{" * n + "}" * n,
    "addresses": lambda n: "\\url{" * n,
    "groups": lambda n: "{" * n + "x" + "}" * n,
    "groups that never end": lambda n: "{" * n,
    "declarations": lambda n: "{\\it " * n + "}" * n,
    "options that never end": lambda n: "\\foo[" * n,
    "dollars": lambda n: "$" * n,
    "dollars in groups": lambda n: "{$" * n,
    "escaped dollars": lambda n: "$" + "\\$$$" * n,
    "parentheses of mathematics": lambda n: "\\(" * n,
    "parentheses and braces": lambda n: "\\({" * n + "\\)",
    "tags that never end": lambda n: "<span " * n,
    "italic tags": lambda n: "<i>" * n,
    "letters with many marks": lambda n: "a" + "\u0316\u0301" * n,
}
READERS = {
    "decode": decode,
    "encode": lambda text: encode(text, ascii=True, protect=True),
    "to_plain": to_plain,
    "from_plain": from_plain,
}


def calls(function, text):
    """Count what is called while a function runs, in Python and in C."""
    count = 0

    def counted(frame, event, arg):
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        function(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("reader", READERS)
def test_steps_grow_with_the_length(reader, pattern):
    few, many, more = (calls(READERS[reader], PATTERNS[pattern](n)) for n in (100, 200, 400))
    assert many <= 2.2 * few + 100
    assert more <= 2.2 * many + 100


def test_what_is_nested_deeply_keeps_its_text():
    assert "deep" in decode("\\'{" * 400 + "deep" + "}" * 400)
    assert decode("\\'{" * 30 + "\\foo" + "}" * 30).endswith("\\foo")
    assert decode("{" * 240 + "deep" + "}" * 240).count("deep") == 1

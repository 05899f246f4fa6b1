"""Unified diffs of texts whose parts have heads."""

import pytest

from refcore.text.linediff import unified

ONE, TWO = ["@a\n", "x = 1\n", "\n"], ["@b\n", "y = 1\n", "\n"]


def applied(before: list[str], diff: list[str]) -> list[str]:
    """Return the lines after a diff, whose hunks are read by their numbers."""
    out: list[str] = []
    at = 0
    for line in diff[2:]:
        if line.startswith("@@"):
            first, _, length = line.split()[1][1:].partition(",")
            start = int(first) - (length != "0")
            out += before[at:start]
            at = start
        elif line[0] == "+":
            out.append(line[1:])
        else:
            assert before[at] == line[1:]
            out += [line[1:]] * (line[0] == " ")
            at += 1
    return out + before[at:]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (ONE + TWO, TWO + ONE),
        (ONE + TWO, ONE),
        (TWO, ONE + TWO),
        ([], ONE),
        (ONE, []),
        (ONE + ONE + TWO, ["% new\n", *ONE, *TWO]),
        (ONE * 9 + TWO, [*ONE * 9, "@b\n", "  y = 1\n", "\n"]),
        (["a\n", *ONE, *TWO], [*TWO, "b\n", *ONE]),
    ],
)
def test_a_diff_leads_from_the_old_lines_to_the_new(before: list[str], after: list[str]) -> None:
    assert applied(before, list(unified(before, after, "a.bib", "@"))) == after


def test_equal_lines_have_no_diff() -> None:
    assert not list(unified(ONE + TWO, ONE + TWO, "a.bib", "@"))


def test_far_changes_are_hunks_with_three_lines_around() -> None:
    before = [*ONE, *["same\n"] * 9, *TWO]
    after = ["@a\n", "x = 2\n", "\n", *["same\n"] * 9, "@b\n", "y = 2\n", "\n"]
    hunks = [line for line in unified(before, after, "a.bib", "@") if line.startswith("@@")]
    assert hunks == ["@@ -1,5 +1,5 @@\n", "@@ -11,5 +11,5 @@\n"]

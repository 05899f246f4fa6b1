"""Under IGNORECASE a class without a to z has no capitals of ASCII, so it finds "Ö" and not "O"."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import refcore
from refcore.text.patterns import regex

NO_SMALL_LETTERS = re.compile(r"\[\^[^\]]*a-z\]")
MINDS_CASE = "(?-i:"


def test_a_class_without_small_letters_ignores_no_case() -> None:
    assert regex(r"by (?=[^\W\d_a-z])", re.IGNORECASE).match("by Özge")
    assert not regex(r"by (?=[^\W\d_a-z])", re.IGNORECASE).match("by Ada")
    assert regex(r"by (?=(?-i:[^\W\d_a-z]))", re.IGNORECASE).match("By Ada")


def without_groups_that_mind_case(pattern: str) -> str:
    while (start := pattern.find(MINDS_CASE)) >= 0:
        depth, end = 1, start + len(MINDS_CASE)
        while depth and end < len(pattern):
            depth += {"(": 1, ")": -1}.get(pattern[end], 0) if pattern[end - 1] != "\\" else 0
            end += 1
        pattern = pattern[:start] + pattern[end:]
    return pattern


def written(node: ast.expr) -> str:
    """Return the texts that a pattern is written with, without what is put into it."""
    texts = [one.value for one in ast.walk(node) if isinstance(one, ast.Constant)]
    return "".join(text for text in texts if isinstance(text, str))


def patterns_that_ignore_case() -> Iterator[tuple[str, str]]:
    for path in sorted(Path(refcore.__file__).parent.rglob("*.py")):
        text = path.read_text()
        if "IGNORECASE" not in text or not NO_SMALL_LETTERS.search(text):
            continue
        for node in ast.walk(ast.parse(text)):
            is_pattern = isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re")
            if is_pattern and any("IGNORECASE" in ast.unparse(one) for one in node.args[1:]):
                yield f"{path.name}:{node.lineno}", written(node.args[0])


def test_no_pattern_that_ignores_case_looks_for_capitals_so() -> None:
    found = dict(patterns_that_ignore_case())
    assert len(found) > 10
    faults = {
        place: pattern
        for place, pattern in found.items()
        if NO_SMALL_LETTERS.search(without_groups_that_mind_case(pattern))
    }
    assert faults == {}

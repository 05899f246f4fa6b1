"""Addresses of the web in a text, and what belongs to the text behind them."""

import time

import pytest

from refcore.text.addresses import without_end


@pytest.mark.parametrize(
    ("address", "bare"),
    [
        ("http://a.org/x.", "http://a.org/x"),
        ("http://a.org/x).,", "http://a.org/x"),
        ("http://a.org/(x)", "http://a.org/(x)"),
        ("http://a.org/(x)).", "http://a.org/(x)"),
        ("http://a.org/x.)y", "http://a.org/x.)y"),
        ("http://a.org/[x])", "http://a.org/[x]"),
        (").,", ""),
        ("", ""),
    ],
)
def test_marks_and_spare_brackets_at_the_end_are_left_out(address: str, bare: str) -> None:
    assert without_end(address, ".,", ")]") == bare


def test_a_bracket_that_is_not_asked_for_stays() -> None:
    assert without_end("http://a.org/x])", ".", ")") == "http://a.org/x]"


def test_many_brackets_take_time_that_grows_with_them() -> None:
    """Counting all of them for each takes minutes."""
    start = time.process_time()
    assert without_end("http://a.org/" + ")" * 500_000, "", ")") == "http://a.org/"
    assert time.process_time() - start < 5

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcore.csl.processor.fieldtext import field_text
from refcore.csl.processor.markup import parse_markup
from refcore.csl.processor.tree import Span, plain

TAGS = ["<i>", "</i>", "<b>", "</b>", "<sup>", "</sup>", '<span class="nocase">', "</span>", "<u>"]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("<i>a</i>", "font-style", "markup:italic"),
        ("<b>a</b>", "font-weight", "markup:bold"),
        ("<sup>a</sup>", "vertical-align", "markup:sup"),
        ("<sub>a</sub>", "vertical-align", "markup:sub"),
        ("<sc>a</sc>", "font-variant", "markup:small-caps"),
        ('<span style="font-variant: small-caps;">a</span>', "font-variant", "markup:small-caps"),
        ('<span class="nocase">a</span>', "nocase", "true"),
    ],
)
def test_each_tag_sets_its_span(text: str, kind: str, value: str) -> None:
    assert parse_markup(text) == (Span(kind, value, ("a",)),)


@pytest.mark.parametrize(
    "text",
    ["<i>a", "a</i>", "a < b > c", '<span class="x">a</span>', "<i class='x'>a</i>", "<I>a</I>",
     "<script>alert(1)</script>", "<b/>"],
)  # fmt: skip
def test_all_else_is_text(text: str) -> None:
    assert parse_markup(text) == (text,)


def test_an_unknown_span_keeps_its_own_end() -> None:
    found = parse_markup('<span class="nocase">a <span class="x">b</span> c</span>')
    assert found == (Span("nocase", "true", ('a <span class="x">b</span> c',)),)


@pytest.mark.slow
def test_many_tags_take_no_long_time_and_stay_shallow() -> None:
    found = parse_markup("<i>" * 200_000 + "x" + "</i>" * 200_000)
    depth = 0
    while isinstance(found[0], Span) or len(found) > 1:
        found = next(inline.children for inline in found if isinstance(inline, Span))
        depth += 1
        if not any(isinstance(inline, Span) for inline in found):
            break
    assert depth < 30


@given(st.lists(st.one_of(st.sampled_from(TAGS), st.text(max_size=3))))
def test_no_character_of_text_is_lost(parts: list[str]) -> None:
    text = "".join(parts)
    left = plain(parse_markup(text))
    for tag in TAGS:
        text, left = text.replace(tag, ""), left.replace(tag, "")
    assert left == text


def test_a_field_of_very_many_quotes_keeps_them() -> None:
    assert field_text("'a' " * 2_000) == ("'a' " * 2_000,)
    assert field_text("'a' " * 900)[0] == Span("quotes", "'", ("a",))

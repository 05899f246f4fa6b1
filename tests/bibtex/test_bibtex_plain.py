"""Entries with nothing odd are read at once, and as they are field by field."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from refcore.bibtex.bibfile import BibFile
from refcore.bibtex.reading import Reading
from refcore.bibtex.scan import Block, PlainFields, Scanner
from refcore.bibtex.syntax import Lines

PLAIN = [
    "@misc{a,}",
    "@misc{a, title = {A {B {}}}}",
    '@Book{a:b-1, title = "A {"} B" , year = 2020,\n}',
    '@misc{ä, month = jan # {~1}, note=""\r\n\t}',
    "@misc { a,title={A},TITLE={B},note={ A\n  B }}",
    '@misc{a, note = {A} # mine # " B", title = {}}',
]
OTHERS = [
    "@misc(a, title = {A})",
    "@misc{a}",
    "@misc{a, title = {A} year = 2020}",
    "@misc{a, title = {A},, year = 2020}",
    "@misc{a, title\u00a0= {A}}",
    "@misc{a, title = {A}, year = 2020a}",
    "@misc{a, title = {A",
    "@misc{title = {A}}",
    "@string{a = {A}}",
    "@string{a, title = {A}}",
    "@comment{a, title = {A}}",
    "@preamble{a, title = {A}}",
    "@misc{a, title = {{{{A}}}}}",
]
PIECES = [
    *"@misc{a, @string{ @comment{ title = year Title # , , , } } { {A} {A{B}c} {} 1 jan".split(),
    *('"', '"A"', '"A {B}"', " ", "\n", "\t", "\u00a0", "\r\n", "\\", "(", ")"),
    *("%", "é", "{A\n  B}", "'"),
]  # fmt: skip


@pytest.mark.parametrize("text", PLAIN)
def test_a_plain_entry_is_read_at_once(text: str) -> None:
    block = Scanner(text).block(0)
    assert block is not None
    assert isinstance(block.fields, PlainFields)
    assert_as_field_by_field(text)


@pytest.mark.parametrize("text", OTHERS)
def test_anything_else_is_read_field_by_field(text: str) -> None:
    assert Scanner(text).plain_block(0) is None


@given(st.lists(st.sampled_from([*PIECES, "\n}", "},\n"]), max_size=14).map("".join))
@example("title = {A},\n")
@example("title = {A\n},\n year = 2020\n")
@example("title = {A}}\n@misc{b, title = {B}")
@example("title = {A} year = 2020")
def test_an_entry_read_with_its_rows_is_the_same(pieces: str) -> None:
    text = "@misc{a, " + pieces + "\n}"
    plain, rowed = Scanner(text).plain_block(0), Scanner(text).rowed_block(0)
    assert _content(rowed) == _content(plain)


def test_rows_found_with_an_entry_are_found_again() -> None:
    fields = PlainFields("a = {A}", 0, 7, [("a", "A", "", "")])
    assert fields.rows() == fields.rows() == [("a", "A", "", "")]


def _content(block: Block | None) -> object:
    if block is None:
        return None
    assert isinstance(block.fields, PlainFields)
    return block.fields.rows(), block._replace(fields=tuple(block.fields))


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_both_ways_of_reading_agree(pieces: str) -> None:
    assert_as_field_by_field("@misc{a, " + pieces)
    assert_as_field_by_field("@misc{a, title = {A}, " + pieces + "}")


def assert_as_field_by_field(text: str) -> None:
    text = f"@string{{mine = {{M}}}} {text}"
    quick = Scanner(text)
    slow = Scanner(text)
    slow.plain_block = lambda start: None  # type: ignore[method-assign]
    first, second = quick.block(24), slow.block(24)
    assert (first is None) is (second is None)
    if first is not None and second is not None:
        assert first._replace(fields=tuple(first.fields)) == second
    assert read_by(quick) == read_by(slow)


def read_by(scanner: Scanner) -> tuple[object, ...]:
    visited: list[tuple[str, str, dict[str, str]]] = []
    reading = Reading(
        scanner,
        Lines(scanner.text),
        None,
        lambda key, block, fields: visited.append((key, block.type, fields)),
    )
    return visited, reading.diagnostics, reading.entries, reading.comments


@given(st.lists(st.sampled_from(["a", "\n", "\r", "\r\n", "é\u2028"]), max_size=12), st.data())
def test_lines_and_columns_are_those_of_a_text_that_is_read_to_there(
    pieces: list[str], data: st.DataObject
) -> None:
    text = "".join(pieces) * data.draw(st.sampled_from([1, 1, 400]))
    offset = data.draw(st.integers(0, len(text)))
    lines = text.replace("\r\n", "\0\n").replace("\r", "\n")[:offset].split("\n")
    assert Lines(text).place(offset) == (len(lines), len(lines[-1]) + 1)


def test_the_fields_of_an_entry_can_be_changed_after_it_was_read_at_once() -> None:
    file = BibFile.parse("@misc{a,\n  title = {A},\n  year = 2020\n}\n")
    file.entries["a"]["year"] = "2021"
    assert file.to_text() == "@misc{a,\n  title = {A},\n  year = 2021\n}\n"

"""Feeds: what is read, what is refused, what is kept of a half-broken one."""

from __future__ import annotations

import fake_arxiv as fake
import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcore.errors import ArxivBadAnswer
from refcore.model import ArxivId, Date, Doi
from refcore.sources.arxiv.atom import parse_feed

ENTRY = """
<entry>
  <id>http://arxiv.org/abs/hep-ph/0309136v2</id>
  <title>A  Measurement
    of <!-- not this -->Widths</title>
  <updated>2004-01-02T14:57:58Z</updated>
  <published>2003-09-12T01:00:00Z</published>
  <summary>  We measure
  widths. </summary>
  <category term="hep-ph"/><category term="hep-ex"/><category term="hep-ph"/>
  <arxiv:primary_category term="hep-ph"/>
  <arxiv:comment>12 pages,
   3 figures</arxiv:comment>
  <arxiv:journal_ref>J. Widths 1 (2004) 2</arxiv:journal_ref>
  <arxiv:doi>10.1000/widths 10.1000/other</arxiv:doi>
  <author><name> H1 Collaboration</name></author>
  <author><name>:</name></author>
  <author><name>H. -W. Hammer</name><arxiv:affiliation>Bonn
    U.</arxiv:affiliation><arxiv:affiliation>(1 and 2)</arxiv:affiliation></author>
</entry>
"""


def entry(arxiv_id: str = "2506.00001v1", title: str = "T", author: str = "Bo Fei") -> str:
    return (
        f"<entry><id>http://arxiv.org/abs/{arxiv_id}</id><title>{title}</title>"
        f"<author><name>{author}</name></author></entry>"
    )


def test_a_whole_entry() -> None:
    feed = parse_feed(fake.feed([ENTRY]), retrieved="2026-01-02T03:04:05Z")
    (record,) = feed.records
    assert record.id == ArxivId("hep-ph/0309136", 2)
    assert record.title == "A Measurement of Widths"
    assert record.names == ("H1 Collaboration", ":", "H. -W. Hammer")
    assert record.authors[2].affiliations == ("Bonn U.", "(1 and 2)")
    assert record.published == Date.of(2003, 9, 12)
    assert record.updated == Date.of(2004, 1, 2)
    assert record.details == {
        "primary_category": "hep-ph",
        "categories": "hep-ph hep-ex",
        "comment": "12 pages, 3 figures",
        "journal_ref": "J. Widths 1 (2004) 2",
        "summary": "We measure widths.",
    }
    assert record.doi == Doi("10.1000/widths")
    assert (record.source, record.via, record.retrieved) == (
        "arxiv",
        "arXiv API",
        "2026-01-02T03:04:05Z",
    )
    assert not record.is_withdrawn


def test_a_withdrawn_paper() -> None:
    text = ENTRY.replace("12 pages,", "This paper has been withdrawn by the author;")
    assert parse_feed(fake.feed([text])).records[0].is_withdrawn


def test_an_empty_feed() -> None:
    feed = parse_feed(fake.feed([]))
    assert (feed.records, feed.errors, feed.unread, feed.total) == ((), (), (), 0)


def test_an_error_entry_names_the_malformed_id() -> None:
    (error,) = parse_feed(fake.refusal("abc")).errors
    assert (error.id, error.message) == ("abc", "incorrect id format for abc")


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (entry("2506.00001"), "expected an arXiv id with a version"),
        (entry("2513.00001v1"), "expected an arXiv id with a version"),
        (entry("2506.00001v" + "1" * 5000), "expected an arXiv id with a version"),
        (entry(title=""), "no title"),
        (entry(author=" "), "no name"),
        ("<entry/>", "its id is ''"),
    ],
)
def test_an_entry_that_cannot_be_read_costs_no_other(bad: str, reason: str) -> None:
    feed = parse_feed(fake.feed([entry("2506.00002v1"), bad, entry("2506.00003v1")]))
    assert [str(record.id) for record in feed.records] == ["2506.00002v1", "2506.00003v1"]
    assert reason in feed.unread[0].reason


@pytest.mark.parametrize("text", ["<published>soon</published>", "<arxiv:doi>soon</arxiv:doi>"])
def test_a_part_that_cannot_be_read_costs_no_entry(text: str) -> None:
    feed = parse_feed(fake.feed([entry().replace("</entry>", f"{text}</entry>")]))
    assert (feed.records[0].published, feed.records[0].doi) == (None, None)


def test_another_encoding_is_read_as_the_xml_says() -> None:
    text = fake.feed([entry(author="Müller")]).decode().replace("UTF-8", "ISO-8859-1")
    assert parse_feed(text.encode("latin-1")).records[0].names == ("Müller",)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty answer"),
        (b" \n", "empty answer"),
        (b"Rate exceeded.", "malformed XML"),
        (b"<html></html>", "found <html>"),
        (b"<feed/>", "found <feed>"),
        (fake.BOMB, "document type"),
        (fake.BOMB.decode().encode("utf-16"), "document type"),
        (b"<!-- <x --><!DOCTYPE feed><feed xmlns='http://www.w3.org/2005/Atom'/>", "document type"),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'><title>&b;</title></feed>", "malformed XML"),
        (b"<?xml version='1.0' encoding='x-none'?><feed/>", "malformed XML"),
        (fake.feed([entry(author="\x00")]), "malformed XML"),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'>" + b"<a>" * 5000, "malformed XML"),
    ],
)
def test_what_is_not_a_feed_is_refused(content: bytes, words: str) -> None:
    with pytest.raises(ArxivBadAnswer, match=words):
        parse_feed(content)


def test_a_file_of_the_machine_is_not_read(tmp_path: pytest.TempPathFactory) -> None:
    content = (
        b'<!DOCTYPE feed [<!ENTITY f SYSTEM "file:///etc/hostname">]>'
        b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>&f;</title></entry></feed>'
    )
    with pytest.raises(ArxivBadAnswer, match="document type"):
        parse_feed(content)


@given(st.integers(0, 2000))
def test_a_feed_cut_off_anywhere_is_refused(length: int) -> None:
    whole = fake.feed([ENTRY, entry()]).rstrip()
    with pytest.raises(ArxivBadAnswer):
        parse_feed(whole[: min(length, len(whole) - 1)])


@given(
    st.binary(max_size=300)
    | st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace"))
)
def test_no_bytes_raise_anything_else(content: bytes) -> None:
    with pytest.raises(ArxivBadAnswer):
        parse_feed(content)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=40))
def test_no_text_in_an_entry_raises(text: str) -> None:
    from html import escape

    feed = parse_feed(fake.feed([entry(escape(text), escape(text), escape(text)), entry()]))
    assert len(feed.records) + len(feed.unread) + len(feed.errors) == 2


FEED = b'<feed xmlns="http://www.w3.org/2005/Atom">%s</feed>'


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        (b"<entry>" + b"<a/>" * 50_001 + b"</entry>", "an entry of more than 50000 elements"),
        (b"<entry>" + b"<a><b/></a>" * 30_000 + b"</entry>", "more than 50000 elements"),
        (b"<entry/>" * 3001, "more than 3000 entries"),
        (b"<a/>" * 2_000_001, "2000003 characters '<'"),
        (b'<a b="' + b"=" * 300_000 + b'"/>', "characters '='"),
        (b" " * 25_165_824, "expected at most 25165824"),
    ],
    ids=["elements", "nested", "entries", "tags", "attributes", "bytes"],
)
def test_an_answer_beyond_the_bounds_is_refused(inside: bytes, words: str) -> None:
    with pytest.raises(ArxivBadAnswer, match=words):
        parse_feed(FEED % inside)


def test_long_author_lists_and_many_entries_are_within_the_bounds() -> None:
    names = "<author><name>Bo Fei</name></author>" * 5_000
    long = entry().replace("</entry>", f"{names}</entry>")
    feed = parse_feed(fake.feed([long, *(["<entry/>"] * 2_000)]))
    assert len(feed.records[0].names) > 5_000
    assert len(feed.unread) == 2_000


def test_comments_and_other_elements_beside_entries_change_nothing() -> None:
    text = fake.feed([entry("2506.00001v1"), entry("2506.00002v1")]).decode()
    strewn = text.replace("<entry>", "<!-- a -->x<?y z?><link/>w<entry>").encode()
    assert parse_feed(strewn) == parse_feed(text.encode())

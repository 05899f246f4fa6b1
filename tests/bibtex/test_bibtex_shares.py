"""A .bib file that is read in shares, each by a process of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refcore.bibtex.bibfile import BibFile
from refcore.bibtex.read import read_file, read_share
from refcore.formats import load, load_share

_PIECES = (
    "@misc{a, title = {One}, author = {Bo Li}}",
    "@misc{a, title = {One again}}",
    "@article{b, title = {Two}, crossref = {d}, month = jun}",
    "@article{c, title = jnl # { Three}, year = {2020}, year = {2021}}",
    "@inproceedings{d, title = {Four}, booktitle = {Boats}, author = {Fei, Bo and others}}",
    "@book{e, title = {Fünf},\n  author = {B. Weber} }\n",
    "@string{jnl = {Journal}}",
    "% a remark\n",
    "@misc{, title = {No key}}",
    "@misc{F, title = {\\undone{x}}, author = {{Team}, A and B C}}\n",
    "@misc{f, title = {x",
    "stray } brace\n",
)


@settings(max_examples=100)
@given(st.lists(st.sampled_from(_PIECES), max_size=12), st.integers(1, 5), st.booleans())
def test_shares_together_are_the_file(pieces: list[str], of: int, lines: bool) -> None:
    text = ("\n" if lines else " ").join(pieces)
    whole = read_file(BibFile.parse(text, "a.bib"))
    shares = [read_share(BibFile.parse(text, "a.bib"), number, of) for number in range(of)]
    assert [one for share in shares for one in share] == list(whole)
    found = [found for share in shares for found in share.diagnostics]
    assert sorted(map(str, found)) == sorted(map(str, whole.diagnostics))


def test_a_format_without_shares_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('[{"id": "a", "type": "book", "title": "One"}]')
    assert load_share(path, None, 0, 2) is None


def test_shares_of_a_file_in_another_encoding_say_so_once(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_bytes("@misc{a, title = {Müll}}\n@misc{b, title = {Öl}}\n".encode("latin-1"))
    whole = load(path)
    shares = [load_share(path, None, number, 2) for number in range(2)]
    assert [str(one) for share in shares if share for one in share.diagnostics] == [
        str(one) for one in whole.diagnostics
    ]
    assert whole.diagnostics


def test_what_is_not_text_is_refused_in_shares_too(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_bytes(b"\0\1\2" * 100)
    with pytest.raises(ValueError, match="binary"):
        load_share(path, None, 1, 2)

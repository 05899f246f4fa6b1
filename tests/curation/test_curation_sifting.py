"""Duplicates found in entries that are read in brief are those of all references."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcore.bibtex.bibfile import BibFile
from refcore.bibtex.entry import title_in
from refcore.bibtex.read import Unread
from refcore.compare.titles import title_words
from refcore.curation.duplicates import find_duplicates
from refcore.curation.sifting import Read, find_duplicates_in
from refcore.curation.title_keys import key_starts, main_title, title_key
from refcore.formats import load, load_unread, loads

MOSS = "author = {Bo Fei and Ann Lee}, year = 2020"
# Two entries or more, and how many groups of duplicates they are.
FILES = [
    ("@misc{a, doi = {10.1000/A_b}} @misc{b, doi = {https://doi.org/10.1000/a\\_b}}", 1),
    ("@misc{a, doi = {10.1000/1}} @misc{b, url = {https://dx.doi.org/10.1000%2F1}}", 1),
    ("@misc{a, doi = {10.1000/1}} @misc{b, note = {doi: 10.1000/1}}", 1),
    ("@misc{a, doi = {10.1145/1.2}} @misc{b, url = {http://doi.acm.org/10.1145/1.2}}", 1),
    ("@misc{a, howpublished = {\\url{https://doi.org/10.1000/1}}} @misc{b, doi = {10.1000/1}}", 1),
    ("@misc{a, eprint = {1706.03762}} @article{b, journal = {CoRR}, volume = {abs/1706.03762}}", 1),
    ("@misc{a, eprint = {1706.03762v2}} @misc{b, publisher = {arXiv}, number = {1706.03762}}", 1),
    ("@misc{a, eprint = {1706.03762}} @misc{b, doi = {10.48550/arXiv.1706.03762}}", 1),
    ("@misc{a, url = {https://arxiv.org/abs/1706.03762}} @misc{b, note = {arXiv:1706.03762}}", 1),
    ("@misc{a, eprint = {hep-th/9901001}} @article{b, journal = {arXiv:hep-th/9901001}}", 1),
    ("@misc{a, pmid = {12345678}} @misc{b, eprint = {12345678}, eprinttype = {pubmed}}", 1),
    ("@misc{a, pmcid = {PMC123456}} @misc{b, "
     "url = {https://www.ncbi.nlm.nih.gov/pmc/articles/PMC123456/}}", 1),
    ("@book{a, title = {Moss}, isbn = {978-0-262-03384-8}} "
     "@book{b, title = {Moss}, isbn = {9780262033848}}", 1),
    (f"@misc{{a, title = {{On {{M}}\\\"o{{\\ss}} and fern}}, {MOSS}}} "
     f"@misc{{b, title = {{On Möß and Fern}}, {MOSS}}}", 1),
    (f"@misc{{a, title = {{Moss}}, subtitle = {{the first survey}}, {MOSS}}} "
     f"@misc{{b, title = {{Moss: The first survey}}, {MOSS}}}", 1),
    (f"@article{{a, title = {{The first moss}}, volume = 3, pages = {{1--9}}, {MOSS}}} "
     f"@article{{b, title = {{The first moss: a survey}}, volume = 3, pages = 1, {MOSS}}}", 1),
    (f"@article{{a, title = {{The first moss}}, volume = 3, pages = {{1--9}}, {MOSS}}} "
     f"@article{{b, title = {{The first moss: a survey}}, volume = 4, pages = 1, {MOSS}}}", 0),
    (f"@misc{{a, title = {{Introduction}}, {MOSS}}} "
     "@misc{b, title = {Introduction}, author = {Bo Fei and Ann Lee}, year = 2019}", 0),
    (f"@misc{{a, title = {{The first moss}}, {MOSS}}} "
     "@misc{b, title = {The first moss}, author = {Cy Orr}, year = 2020}", 0),
    (f"@article{{a, title = {{Moss and fern II}}, volume = 3, pages = 1, {MOSS}}} "
     f"@article{{b, title = {{Moss and fern II: a survey}}, volume = 3, pages = 1, {MOSS}}}", 1),
    (f"@book{{a, title = {{Moss and fern, Vol. II}}, {MOSS}}} "
     f"@book{{b, title = {{Moss and Fern: Volume 2}}, {MOSS}}}", 1),
    ("@misc{a, title = {One}} @misc{a, title = {One}} @misc{b, title = {Two}}", 1),
    (f"@inbook{{a, crossref = {{c}}, {MOSS}}} @misc{{b, doi = {{10.1000/1}}}} "
     "@book{c, title = {The first moss}, doi = {10.1000/1}}", 1),
    (f"@misc{{a, xdata = {{x}}}} @xdata{{x, title = {{The first moss}}, {MOSS}}} "
     f"@misc{{b, title = {{The first moss}}, {MOSS}}}", 1),
    ("@string{d = {10.1000/}} @misc{a, doi = d # {1}} @misc{b, doi = {10.1000/1}}", 1),
]  # fmt: skip


@pytest.mark.parametrize(("text", "groups"), FILES)
def test_entries_read_in_brief_have_the_duplicates_of_their_references(
    text: str, groups: int
) -> None:
    library = loads(text, "bibtex", path="refs.bib")
    references = [*library, *library.repeated]
    unread = Unread(BibFile.parse(text, "refs.bib"))
    found = find_duplicates_in([unread])
    assert found == find_duplicates(references) == find_duplicates_in([Read(references)])
    assert len(unread) == len(references)
    assert len(found) == groups


def test_duplicates_across_files_are_found_once(tmp_path: Path) -> None:
    paths = [tmp_path / "a.bib", tmp_path / "b.bib"]
    for path, key in zip(paths, "ab", strict=True):
        path.write_text(f"@misc{{{key}, doi = {{10.1000/1}}}}", encoding="utf-8")
    files = [load_unread(path) for path in paths]
    assert find_duplicates_in(files) == find_duplicates([*load(paths[0]), *load(paths[1])])


def test_only_what_is_read_whole_has_findings() -> None:
    text = (
        "@misc{a, doi = {10.1000/1}, date = {x?}}\n@misc{b, date = {y?}}\n@misc{c, doi={10.1000/1}"
    )
    unread = Unread(BibFile.parse(text))
    find_duplicates_in([unread])
    assert [finding.key for finding in unread.diagnostics] == ["a", "c"]


STARTS = [
    *("The first moss of ", "Moss and fern ", "Vol. ", "II ", "two ", "Part ", "{M}oss ", "Ch"),
    *("--", ": ", " - ", "?", "'", "''", '"', "{", "}", "{{A}} ", "a-b ", "(c) ", "; ", ". ", " "),
    *("\\emph{moss} ", "\\TeX ", "{\\TeX}", "\\\"o", "{\\'e}", "$x_1$", "~", "&", "&amp;", "é"),
    *("ﬁ", "<i>moss</i>", "<", "+", "C++ ", "w/o ", "US \\$5", "!", "%20"),
    *("`", "_", "^", "ß", "α", "1"),
    *("\\LaTeX{}", "{\\LaTeX}e", "\\emph{", "\\textbf{x}y", "``a'' ", "\\_", "\\\\", "\\'", "\\ "),
    *("\\c{c}", "\\'{\\i}", "\\\"\\i ", "{\\i}", "\\j ", "\\~n", "\\'{ss}", "Ge-76 "),
    *("“a” ", "ø", "no. 2 ", "moss: ", "fern:", "a--b", "1--2 ", " -- ", "/", "w/", "\\/", "\\%"),
    *("\\tt ", "{\\it moss}", "{\\bf\\", "\\em{", "`a' ", "\\scfern", "–", " – "),
]  # fmt: skip


@given(st.lists(st.sampled_from(STARTS), max_size=8).map("".join), st.booleans(), st.booleans())
def test_the_start_of_a_key_is_its_start(title: str, of_main: bool, is_latex: bool) -> None:
    starts = key_starts(title, of_main=of_main)
    read = title_in({"title": title}) if is_latex else title
    keys = [title_key(title_words(read))]
    if of_main:
        keys.append("".join(title_words(main_title(read))))
    for key in keys if starts else ():
        assert any(key == text if is_whole else key.startswith(text) for text, is_whole in starts)


def test_most_titles_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    plants = "moss fern liverwort hornwort lichen algae".split()
    titles = [f"Notes on the {plant} and \\emph{{its}} friends" for plant in plants]
    text = "".join(f"@misc{{k{n}, title = {{{title}}}}}" for n, title in enumerate(titles))
    text += "@misc{other, title = {Notes on the {Moss} and Its Friends}}"
    read: list[int] = []
    monkeypatch.setattr(Unread, "title", lambda self, place: read.append(place) or titles[0])
    find_duplicates_in([Unread(BibFile.parse(text))])
    assert sorted(read) == [0, 6]


NUMBERS = st.sampled_from(["", "1", "2", "{01}", "S1"])
PAGES = st.sampled_from(["", "1", "1--9", "8", "{8}, 9"])


@given(st.lists(st.tuples(NUMBERS, NUMBERS, PAGES, st.sampled_from(["J", "K"])), max_size=5))
def test_the_articles_of_a_column_are_sifted_as_they_are_compared(articles) -> None:
    entries = (
        f"@article{{k{n}, title = {{News of the Moss}}, author = {{Ann Lee}}, year = 2001, "
        f"journal = {{{journal}}}, volume = {{{volume}}}, number = {{{issue}}}, "
        f"pages = {{{pages}}}}}"
        for n, (volume, issue, pages, journal) in enumerate(articles)
    )
    text = "\n".join(entries)
    found = find_duplicates_in([Unread(BibFile.parse(text))])
    assert [group.keys for group in found] == [
        group.keys for group in find_duplicates(loads(text, "bibtex"))
    ]

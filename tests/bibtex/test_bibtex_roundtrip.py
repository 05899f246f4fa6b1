"""What is written is read back the same, in both flavours, in ASCII or not."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refcore.bibtex import read, write
from refcore.bibtex.authorfields import _OTHERS_ABROAD
from refcore.bibtex.mapping import ROWS
from refcore.bibtex.meant import ELIDED_WORDS
from refcore.bibtex.names import read_names
from refcore.bibtex.write_names import format_name
from refcore.latex.markup import unprotected
from refcore.model import ArxivId, Authors, Date, Doi, Group, Person, Reference
from refcore.model.dates import Moment
from refcore.model.reference import CSL_TYPES, NAME_ROLES
from refcore.text.novalue import is_no_value

FLAVOURS = st.sampled_from(["bibtex", "biblatex"])
LETTERS = "abcdeghklnorstuvyzABCDEMNORSZ" + "éüßøőćłñÅŞ"
WORD = st.text(LETTERS, min_size=1, max_size=8)
SIGNS = [
    "&",
    "%",
    "$",
    "#",
    "_",
    "{",
    "}",
    "~",
    "^",
    "\\",
    "-",
    "--",
    "'",
    "1-2",
    "(x)",
    "and",
    ",",
]
TEXT = st.lists(st.one_of(WORD, st.sampled_from(SIGNS)), min_size=1, max_size=5).map(" ".join)
MARKED = st.builds("{0} <i>{1}</i> <sub>2</sub>".format, TEXT, WORD)
PART = st.lists(
    st.one_of(
        WORD,
        st.sampled_from(
            ["de", "von", "van der", "De", "O'Neil", "Jean-Paul", "and", "J.", "others"]
        ),
    ),
    min_size=1,
    max_size=3,
).map(" ".join)
MAYBE = st.one_of(st.just(""), PART)
# A name that is such a word alone says in any list that there are more.
MORE = ELIDED_WORDS | _OTHERS_ABROAD
ALONE = PART.filter(lambda name: not MORE.issuperset(name.lower().replace(".", "").split()))
PARTICLE = st.sampled_from(["", "", "de", "von der", "De", "d'", "La"])
PERSON = st.builds(
    Person,
    MAYBE,
    ALONE,
    non_dropping_particle=PARTICLE,
    dropping_particle=PARTICLE,
    suffix=st.sampled_from(["", "", "Jr.", "III", "the elder, son"]),
)
MONONYM = st.builds(lambda name: Person(family=name), ALONE)
GIVEN_ONLY = st.builds(lambda name: Person(given=name), ALONE)
GROUP = st.builds(Group, TEXT)
NAME = st.one_of(PERSON, MONONYM, GIVEN_ONLY, GROUP)
OTHERS = st.one_of(st.booleans(), st.integers(1, 300))
AUTHORS = st.builds(Authors, st.lists(NAME, min_size=1, max_size=4), OTHERS)
MOMENT = st.one_of(
    st.builds(Moment, st.integers(1000, 2030)),
    st.builds(Moment, st.integers(1, 2030), st.integers(1, 12)),
    st.builds(Moment, st.integers(-50, 2030), st.integers(1, 12), st.integers(1, 28)),
    st.builds(lambda y, s: Moment(y, season=s), st.integers(1900, 2030), st.integers(1, 4)),
)
REAL_DATE = st.one_of(
    st.builds(Date, MOMENT),
    st.builds(lambda m: Date(m, circa=True), MOMENT),
    st.builds(lambda m: Date(m, open_end=True), MOMENT),
    st.builds(
        lambda y, n: Date(Moment(y), Moment(y + n)), st.integers(1900, 2000), st.integers(0, 9)
    ),
)
DATE = st.one_of(REAL_DATE, st.just(Date(literal="in press")))
VARIABLES = sorted({row.variable for row in ROWS} | {"archive", "medium", "section"})
VALUE = st.one_of(
    WORD, st.integers(1, 999).map(str), st.builds("{0} {1}".format, WORD, WORD)
).filter(lambda value: not is_no_value(value))
REFERENCE = st.builds(
    Reference,
    st.text(string.ascii_letters + "0123456789:-_/.", min_size=1, max_size=10),
    st.sampled_from(sorted(CSL_TYPES)),
    st.one_of(TEXT, MARKED),
    AUTHORS,
    issued=st.one_of(st.none(), DATE),
    arxiv=st.sampled_from([None, None, ArxivId("2506.13585"), ArxivId("math/0309136", 2)]),
    doi=st.sampled_from([None, Doi("10.1000/a_b%20(c)"), Doi("10.1002/x<1::a>3.0.co;2-p")]),
    url=st.sampled_from(["", "https://example.org/a_b?c=%20&d=~e#f"]),
    names=st.dictionaries(st.sampled_from(sorted(NAME_ROLES - {"author"})), AUTHORS, max_size=5),
    dates=st.dictionaries(
        st.sampled_from(["accessed", "event-date", "original-date", "submitted"]),
        REAL_DATE,
        max_size=2,
    ),
    fields=st.dictionaries(st.sampled_from(VARIABLES), VALUE, max_size=8),
    extra=st.dictionaries(
        st.sampled_from(["primaryclass", "file", "usera", "addendum"]), WORD, max_size=2
    ),
)


@given(REFERENCE, FLAVOURS, st.booleans())
@settings(max_examples=300, deadline=None)
def test_reference_there_and_back(reference, flavour, ascii_only):
    # Capitals that a .bib file itself leaves to its styles get no braces.
    text = write([reference.evolve(lowered=True)], flavour=flavour, ascii=ascii_only)
    library = read(text)
    assert list(library) == [reference], text
    protected = next(iter(read(write([reference], flavour=flavour, ascii=ascii_only))))
    assert unprotected(protected.title) == unprotected(reference.title)
    assert not library.diagnostics
    assert write(library, flavour=flavour, ascii=ascii_only) == text


@given(NAME, FLAVOURS, st.booleans())
@settings(max_examples=400, deadline=None)
def test_name_there_and_back_in_both_dialects(name, flavour, ascii_only):
    written = format_name(name, flavour, ascii_only)
    # As it is meant: BibTeX itself takes "Åa" for a particle, as Å is no letter to it.
    assert read_names(written)[0].names == (name,)


@pytest.mark.parametrize("flavour", ["bibtex", "biblatex"])
@pytest.mark.parametrize("type_", sorted(CSL_TYPES))
def test_every_type_comes_back(type_, flavour):
    reference = Reference("k", type_, "A title", arxiv=ArxivId("2506.13585"))
    plain = Reference("k", type_, "A title", url="https://example.org/x")
    assert read(write([reference], flavour=flavour))["k"] == reference
    assert read(write([plain], flavour=flavour))["k"] == plain


@given(st.text())
@settings(max_examples=200)
def test_no_text_raises(text):
    read(text)


@given(st.text(alphabet=st.sampled_from('@aA{}()",=#\\\n x1misc-'), max_size=60))
@settings(max_examples=500)
def test_nothing_like_bibtex_raises(text):
    read("@misc{" + text)
    read(text + "\n@misc{a, title = {T}}\n")

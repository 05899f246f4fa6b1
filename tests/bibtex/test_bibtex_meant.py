"""What the author field of a .bib file means if BibTeX misreads it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcore import Group, Person, loads
from refcore.bibtex import read_bibtex_names
from refcore.bibtex.authorfields import ENTRIES, Entry, listed
from refcore.bibtex.meant import MEANT, meant, simple


def read(text):
    library = loads(f"@misc{{k, author = {{{text}}}, title = {{T}}}}", "bibtex")
    return library["k"].authors, [finding.message for finding in library.diagnostics]


@pytest.mark.parametrize("rule", MEANT, ids=lambda rule: rule.what)
def test_each_rule_reads_its_example(rule):
    authors, messages = read(rule.example)
    assert authors.names == (rule.reads_as,)
    assert len(messages) == 1
    assert rule.what in messages[0]
    assert meant(rule.example)[0] == rule.reads_as
    assert read_bibtex_names(rule.example).names != (rule.reads_as,)  # what BibTeX does with it


@pytest.mark.parametrize(
    ("text", "names", "others", "said"),
    [
        (
            "Ola, Tea; Ruiz, Ana; Park, Jin",
            ["Tea Ola", "Ana Ruiz", "Jin Park"],
            False,
            "semicolons",
        ),
        ("Tea Ola, Ana Ruiz, Jin Park", ["Tea Ola", "Ana Ruiz", "Jin Park"], False, "commas"),
        ("Tea Ola, Ana Ruiz and Jin Park", ["Tea Ola", "Ana Ruiz", "Jin Park"], False, "commas"),
        ("Ola, T., Ruiz, A., Park, J.", ["T. Ola", "A. Ruiz", "J. Park"], False, "commas"),
        ("Ola, Tea and et al.", ["Tea Ola"], True, "write 'and others'"),
        ("Ola, Tea and {et al.}", ["Tea Ola"], True, "write 'and others'"),
        ("Tea Ola and Ana Ruiz et al.", ["Tea Ola", "Ana Ruiz"], True, "write 'and others'"),
        ("Tea Ola et al.", ["Tea Ola"], True, "write 'and others'"),
        ("Ola, Tea and 31 others", ["Tea Ola"], 31, "write 'and others'"),
        ("{Ola}, T. and {Ruiz}, A. and et al.", ["T. Ola", "A. Ruiz"], True, "and others"),
        ("{Ola, T. and Ruiz, A. B.}", ["T. Ola", "A. B. Ruiz"], False, "braces make one name"),
        ("{{Ola, Tea} and {Ruiz, Ana}}", ["Tea Ola", "Ana Ruiz"], False, "braces make one name"),
        ("{{Tea Ola} and {Ana Ruiz}}", ["Tea Ola", "Ana Ruiz"], False, "braces make one name"),
        ("Ola, Tea and {Ruiz, A. B.}", ["Tea Ola", "A. B. Ruiz"], False, "a person in braces"),
        ("Tea Ola, Ed. and Ana Ruiz, Ed.", ["Tea Ola", "Ana Ruiz"], False, "a role"),
        ("Ola, Tea, translator", ["Tea Ola"], False, "a role"),
        ("Ola, Tea; and Ruiz, Ana;", ["Tea Ola", "Ana Ruiz"], False, "a sign"),
        (r"Ola, Tea {\&} and Ruiz, Ana", ["Tea Ola", "Ana Ruiz"], False, "a sign"),
        ("Ola, Tea / and Ruiz, Ana &", ["Tea Ola", "Ana Ruiz"], False, "a sign"),
        ("Tea Ola* and Ana Ruiz", ["Tea Ola", "Ana Ruiz"], False, "a sign"),
        ("Tea Ola and Ana Ruiz.", ["Tea Ola", "Ana Ruiz"], False, "a stop"),
        ("Ola, Tea and Ruiz ., Ana", ["Tea Ola", "Ana Ruiz"], False, "a stop"),
        ("Tea Ola 0003 and Ana Ruiz", ["Tea Ola", "Ana Ruiz"], False, "a number of dblp"),
        ("Ruiz1, Ana and Brandt2, Tea", ["Ana Ruiz", "Tea Brandt"], False, "a footnote mark"),
        ("Ola, Tea and Brandt K. L.", ["Tea Ola", "K. L. Brandt"], False, "initials behind"),
        (r"M\"uller K.", ["K. Müller"], False, "initials behind"),
        ("{da Silva} K. and Tea Ola", ["K. da Silva", "Tea Ola"], False, "initials behind"),
        (
            "K. {Ola, T.; Ruiz, A.; Brandt}",
            ["T. Ola", "A. Ruiz", "K. Brandt"],
            False,
            "braces join",
        ),
        (
            "{Ola, T., Ruiz, A., and Brandt}, K.",
            ["T. Ola", "A. Ruiz", "K. Brandt"],
            False,
            "braces",
        ),
        ("{Ola, T.}, et al.", ["T. Ola"], True, "and others"),
        ("Brandt V., Jr.", ["V. Brandt Jr."], False, "Brandt, Jr., V."),
        ("Tea Ola Ph.D.", ["Tea Ola"], False, "academic degree"),
        ("CERN, Geneva", ["CERN, Geneva"], False, "in braces: {CERN, Geneva}"),
        ("Data61, CSIRO", ["Data61, CSIRO"], False, "in braces"),
        ("Google, Inc.", ["Google, Inc."], False, "in braces"),
        ("Ministry of Health, Norway", ["Ministry of Health, Norway"], False, "in braces"),
        ("Moss Editorial Board", ["Moss Editorial Board"], False, "in braces"),
        ("Reserve Bank of India", ["Reserve Bank of India"], False, "in braces"),
    ],
)
def test_lists(text, names, others, said):
    authors, messages = read(text)
    assert [name.name for name in authors] == names
    assert authors.others == others
    assert any(said in message for message in messages)


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Min-woo Park", Person("Min-woo", "Park")),
        ("Park, Min-woo", Person("Min-woo", "Park")),
        ("Éva Ola", Person("Éva", "Ola")),
        ("Omar al-Hakim", Person("Omar", "al-Hakim")),
        ("al-Hakim, Omar", Person("Omar", "al-Hakim")),
        ("ben-Ari, Dan", Person("Dan", "ben-Ari")),
        ("Ola, T. -M.", Person("T.-M.", "Ola")),
        (r"No\ifmmode \check{v}\else \v{v}\fi{}ak, Ana", Person("Ana", "Nov̌ak")),
        ("Ruiz Peña, Ana María", Person("Ana María", "Ruiz Peña")),
        ("{van Ola}, Piet", Person("Piet", "van Ola")),
        ("Ola, Jr., Tea", Person("Tea", "Ola", suffix="Jr.")),
        (r"Tea M.\ Ola", Person("Tea M.", "Ola")),
        (r"Ola, Tea M.\ ", Person("Tea M.", "Ola")),
        ("Ola, Ed", Person("Ed", "Ola")),
        ("Brandt für Meier, Hans", Person("Hans", "Meier", non_dropping_particle="Brandt für")),
        ("Ai, Ning", Person("Ning", "Ai")),
        ("Board, John A.", Person("John A.", "Board")),
        ("Li, Sa", Person("Sa", "Li")),
        ("N. N.", Person("N.", "N.")),
        ("Yu. {\\relax Ch}. Ola", Person("Yu. Ch.", "Ola")),
        ("Ola, Tea Alex.", Person("Tea Alex.", "Ola")),
    ],
)
def test_what_is_read_without_a_word(text, person):
    authors, messages = read(text)
    assert authors.names == (person,)
    assert messages == []


@pytest.mark.parametrize(
    "text",
    [
        "{Ola, Ruiz and Sons}",
        "García Márquez, Gabriel José and Tea Ola",
        "van den Berg, Jan Willem and Tea Ola",
        "Ola Lind, Tea M. and Ana Ruiz",
        "[12 authors]",
        "{A B}, {C D}, {E F}",
        "others and Tea Ola",
        "useprefix=true, given=Tea, prefix=von, family=Ola",
    ],
)
def test_what_is_left_as_bibtex_reads_it(text):
    assert read(text)[0] == read_bibtex_names(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Wei Zhang, Li Wang", "may be two people"),
        ("Barnes & Noble", "'&' in a name"),
        (r"Johnson \& Johnson", "'&' in a name"),
        ("José Miguel Sánchez C.", "an initial at the end"),
        ("Carlos A.", "an initial at the end"),
        ("Tea Ola {Ana Ruiz, Bo Brandt}", "braces that hold a comma"),
    ],
)
def test_what_is_in_doubt_is_read_as_bibtex_does_and_said(text, said):
    authors, messages = read(text)
    assert authors == read_bibtex_names(text)
    assert len(messages) == 1
    assert said in messages[0]


def test_groups_in_braces_stay() -> None:
    assert read("{Sammy Davis, Jr.}")[0].names == (Group("Sammy Davis, Jr."),)


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("J. F. {Ossanna, Jr.}", Person("J. F.", "Ossanna", suffix="Jr.")),
        ("J. F. {Ossanna Jr.}", Person("J. F.", "Ossanna", suffix="Jr.")),
        ("J. F. Ossanna {Jr.}", Person("J. F.", "Ossanna", suffix="Jr.")),
        ("{Ossanna, Jr.}, J. F.", Person("J. F.", "Ossanna", suffix="Jr.")),
        ("{Ossanna Jr.}, J. F.", Person("J. F.", "Ossanna", suffix="Jr.")),
        (r"Hal {Daum{\'e} III}", Person("Hal", "Daumé", suffix="III")),
        (r"Daum\'e {III}, Hal", Person("Hal", "Daumé", suffix="III")),
        (r"Daum{\'e} III, Hal", Person("Hal", "Daumé", suffix="III")),
        (
            "Chris {van de Walle, Jr.}",
            Person("Chris", "Walle", non_dropping_particle="van de", suffix="Jr."),
        ),
    ],
)
def test_a_suffix_with_the_family_name_is_a_suffix(text, person):
    authors, messages = read(text)
    assert authors.names == (person,)
    assert len(messages) == 1


@pytest.mark.parametrize(
    "text", ["Elizabeth II, Queen", "Silva Neto, Ana", "Le V, Q.", "{Apollo II}"]
)
def test_what_looks_like_a_suffix_and_is_none(text):
    authors, messages = read(text)
    assert authors == read_bibtex_names(text)
    assert messages == []


TOKENS = st.sampled_from(
    "Bo Fei J. F. Jr. III van PhD Lab others et al. 7 { } {} , ; & : and".split()
)


@given(st.lists(TOKENS, max_size=9).map(" ".join), st.booleans())
def test_no_field_of_tokens_stops_the_reading(text: str, glued: bool) -> None:
    if text.count("{") == text.count("}"):
        read(text.replace("{ ", "{").replace(" }", "}") if glued else text)


def test_an_author_field_of_many_separators_is_read_in_linear_time() -> None:
    for text in (r"\ifmmode " * 20_000, "; " * 20_000, ", a" * 20_000, " and et al." * 5_000):
        read(text)


WORDS = st.sampled_from(
    "Bo Lee Fei J. J.R. J.-P. Al Et Others More And Jr. III V MD Ph.D. M.Sc. Team AI Group Lab "
    "McKay Anderson Jae-Woo Fei2 Collaboration University Van De".split()
)


@given(WORDS, st.lists(WORDS, min_size=1, max_size=3), st.sampled_from((" ", "-", "")))
def test_what_needs_no_further_look_is_read_the_same_by_all_rules(
    family: str, given_names: list[str], between: str
) -> None:
    raw = f"{family}, {between.join(given_names)}"
    parts = simple(raw)
    if parts is None:
        return
    person = Person(parts[1], parts[0])
    assert meant(raw) is None
    assert read_bibtex_names(raw).names == read_bibtex_names(raw, "biber").names == (person,)
    # A list with such a mark in it is divided, so the same words are read with a longer name.
    assert [entry.raw for entry in listed([f"{raw} Æ"])] == [f"{raw} Æ"]


@pytest.mark.parametrize("row", ENTRIES, ids=lambda row: row.what)
def test_each_row_of_entries_reads_its_example(row: Entry) -> None:
    entries = listed(["Ada Berg", row.example])[1:]
    assert tuple(entry.raw for entry in entries) == row.names
    assert tuple(entry.raw for entry in row.read(row.example)) == row.names
    assert not row.read("Fei, Bo")

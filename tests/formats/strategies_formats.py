"""Any `Reference` at all, for properties."""

from datetime import date as day

from hypothesis import strategies as st

from refcore import ArxivId, Authors, Date, Doi, Group, Moment, Orcid, Person, Reference
from refcore.formats.csljson.variables import TEXT_VARIABLES
from refcore.model.reference import CSL_TYPES, DATE_ROLES, NAME_ROLES, Provenance

texts = st.text(max_size=12)
some = st.text(min_size=1, max_size=8).filter(lambda text: bool(text.split()))
orcids = st.sampled_from([None, Orcid("0000-0002-1825-0097"), Orcid("0000-0001-5109-3700")])
places = st.lists(texts, max_size=2).map(tuple)
people = st.builds(
    Person,
    texts,
    some,
    non_dropping_particle=texts,
    dropping_particle=texts,
    suffix=texts,
    orcid=orcids,
    affiliations=places,
)
mononyms = st.builds(Person, some)
groups = st.builds(
    Group, some | st.sampled_from(["others", "et al.", "MiniMax"]), affiliations=places
)
authors = st.builds(
    Authors,
    st.lists(people | mononyms | groups, max_size=4),
    others=st.booleans() | st.integers(1, 3000),
)
moments = (
    st.dates(min_value=day(1, 1, 1)).map(lambda d: Moment(d.year, d.month, d.day))
    | st.builds(Moment, st.integers(-20000, 20000), st.integers(1, 12))
    | st.builds(Moment, st.integers(-20000, 20000), season=st.none() | st.integers(1, 4))
)


@st.composite
def dates(draw: st.DrawFn) -> Date:
    circa = draw(st.booleans())
    start, end = draw(moments), draw(moments)
    first, last = (start, end) if start.year <= end.year else (end, start)
    return draw(
        st.sampled_from(
            [
                Date(start, circa=circa),
                Date(first, last, circa=circa),
                Date(start, open_end=True, circa=circa),
                Date(None, end, open_start=True, circa=circa),
            ]
        )
        | st.text(min_size=1, max_size=8).map(lambda text: Date(literal=text, circa=circa))
    )


arxiv_ids = st.sampled_from(
    [None, ArxivId("2506.13585"), ArxivId("2506.13585", 2), ArxivId("hep-th/9901001", 1)]
)
dois = st.sampled_from([None, Doi("10.1000/a(b)<c>"), Doi("10.48550/arXiv.2506.13585")])
fields = st.dictionaries(
    st.sampled_from(sorted(TEXT_VARIABLES | {"DOI", "title", "author", "id", "shortTitle"})),
    texts | st.sampled_from(["arXiv:2506.13585", "arXiv", "12", "2506.13585"]),
    max_size=5,
)
extras = st.dictionaries(
    texts | st.sampled_from(["refcore", "primaryclass", "doi", "eprint", "csl-type"]),
    texts,
    max_size=4,
)
keys = st.text(min_size=1, max_size=8).filter(lambda key: key == key.strip())

references = st.builds(
    Reference,
    keys,
    st.sampled_from(sorted(CSL_TYPES)),
    texts,
    authors,
    issued=st.none() | dates(),
    arxiv=arxiv_ids,
    doi=dois,
    url=texts | st.just("https://example.org/a?b=c&d"),
    names=st.dictionaries(st.sampled_from(sorted(NAME_ROLES - {"author"})), authors, max_size=3),
    dates=st.dictionaries(st.sampled_from(sorted(DATE_ROLES - {"issued"})), dates(), max_size=2),
    fields=fields,
    extra=extras,
    provenance=st.none() | st.builds(Provenance, texts, texts, texts),
)

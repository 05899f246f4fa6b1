"""Names of fields, types, roles and keys may be hostile: none of them writes another entry."""

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from refcore import Reference
from refcore.formats import dumps, loads, losses
from refcore.formats.registry import FORMATS
from refcore.formats.yamltext import dump as yaml

WRITTEN = [known.name for known in FORMATS if known.writer is not None]
READ = [known.name for known in FORMATS if known.reader is not None]

ESCAPES = [
    "a\n}\n@misc{evil, title={E}}",
    "a={b},c",
    "a,b",
    "a b",
    "x\nER  - \n\nTY  - BOOK\nTI  - Evil",
    "x:\n  evil: {type: Book}",
    "- a: &b [*b]",
    "]},{",
    "\u2028evil:",
]
MEANT = (
    "title author editor year month date doi url eprint archiveprefix eprinttype type issue "
    "number volume entrysubtype entrytype howpublished editora editoratype namea csl-guest "
    "csl-title csl-x author+an:orcid keywords note crossref ris-au ris-ti ris-ty ris-er ris- "
    "id ris-db ris-sn cff-type cff-title cff-contact cff-license cff-identifiers cff-senders "
    "hayagriva-type refcore booktitle subtitle language primaryclass TITLE Author"
).split()
names = st.text(max_size=12) | st.sampled_from(ESCAPES) | st.sampled_from(MEANT)
values = st.text(max_size=8) | st.sampled_from([*ESCAPES, "2020", "Foe, Fred", '["a"]', "}"])
keys = names.map(str.strip).filter(bool)
references = st.builds(
    Reference,
    keys,
    st.sampled_from(["book", "article-journal", "software", "thesis", "dataset"]),
    st.sampled_from(["", "One"]),
    fields=st.dictionaries(names, values, max_size=3),
    extra=st.dictionaries(names, values, max_size=4),
)


def parts(reference: Reference) -> list[str]:
    """Return the names of all that a reference states; BibTeX knows no case in names."""
    held = [name for name in ("title", "arxiv", "doi", "url", "issued") if getattr(reference, name)]
    held += ["authors"] if reference.authors else []
    maps = (reference.names, reference.dates, reference.fields, reference.extra)
    return held + [name.lower() for map_ in maps for name, value in map_.items() if value]


@pytest.mark.parametrize("format_", WRITTEN)
@given(listed=st.lists(references, min_size=1, max_size=3))
@example(listed=[Reference("a", "book", extra={ESCAPES[0]: "b"}, fields={ESCAPES[0]: "c"})])
@example(listed=[Reference("a", "book", extra={"primaryclass": ESCAPES[0], "entrytype": "string"})])
@example(listed=[Reference("a", "book", extra={"author": "Foe", "ris-au": "Foe", "ris-ti": "E"})])
def test_names_write_nothing_but_themselves(format_: str, listed: list[Reference]) -> None:
    back = loads(dumps(listed, format_), format_)
    assert len(back) == len(listed)
    # What a format writes of its own accord: the type that it has no word for.
    own = {"entrysubtype", "entrytype", "genre", "cff"}
    for reference, again in zip(listed, back, strict=True):
        # A format may know a field by another name, but it adds none.
        added = [name for name in parts(again) if name not in own]
        assert len(added) <= len(parts(reference))


@pytest.mark.parametrize("format_", WRITTEN)
@given(given_keys=st.lists(keys, min_size=1, max_size=6))
@example(given_keys=["a b", "a,b", "a_b"])
@example(given_keys=["a_b", "a b", "a b", "a_b-2"])
def test_keys_stay_apart(format_: str, given_keys: list[str]) -> None:
    listed = [Reference(key, "book", f"Book {at}") for at, key in enumerate(given_keys)]
    back = loads(dumps(listed, format_), format_)
    assert [reference.title for reference in back] == [reference.title for reference in listed]
    assert dumps(back, format_, **({"fresh": True} if format_ == "bibtex" else {})) == dumps(
        listed, format_
    )


@pytest.mark.parametrize("target", WRITTEN)
@given(member=names, kind=names, key=names, value=values)
@example(member=ESCAPES[0], kind="book", key="a", value="b")
def test_members_of_csl_json_stay_in_their_item(
    target: str, member: str, kind: str, key: str, value: str
) -> None:
    item = {"id": key, "type": kind, member: value, "custom": {member: value, kind: value}}
    library = loads(json.dumps([item]), "csl-json")
    assert len(loads(dumps(library, target), target)) == 1


@pytest.mark.parametrize("target", WRITTEN)
@given(member=names, kind=names, role=names, value=values)
@example(member=ESCAPES[0], kind=ESCAPES[0], role=ESCAPES[0], value="b")
def test_members_of_yaml_stay_in_their_entry(
    target: str, member: str, kind: str, role: str, value: str
) -> None:
    affiliated = [{"role": role, "names": ["Foe, Fred"]}]
    entry = {"type": kind, "affiliated": affiliated, member: value, "parent": {member: value}}
    work = {"type": kind, "title": "T", "authors": [{"name": "A", role: value}], member: value}
    for text, source in (({"a": entry}, "hayagriva"), (work, "cff")):
        library = loads(yaml(text), source)
        assert len(loads(dumps(library, target), target)) == len(library)


def test_what_is_left_out_is_a_loss() -> None:
    reference = Reference("a b", "book", "One", fields={"a,b": "c"}, extra={"x = {y}, z": "w"})
    said = [str(loss) for loss in losses(reference, "bibtex")]
    assert said == [
        "a b: the key becomes 'a_b'",
        "a b: a,b: BibTeX has no place for it; 'c' is left out",
        "a b: x = {y}, z: BibTeX has no place for it; 'w' is left out",
    ]

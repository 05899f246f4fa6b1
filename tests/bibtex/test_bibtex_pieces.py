"""Many edits of one entry: the source reads as what was set, whatever the order."""

from hypothesis import given
from hypothesis import strategies as st

from refcore import BibFile
from refcore.errors import RefcoreError

NAMES = ["title", "Note", "x", "month", "y"]
VALUES = ["A", "two words", "2020", "{B} c", 'say "so"', "", "January", "me", "long " * 30]
SOURCES = [
    "@misc{k}",
    "@misc(k)",
    "@misc{k,}",
    "@misc{k, title = {T}, x = 1}",
    "@misc{k,\n  title = {T}, % mine\n  % another\n  x = me,\n  note = {a\n    b},\n}",
    '@MISC(k, TITLE = "T", x = {a} # me, title = {again})',
    "@misc{k,\n\ttitle={T}\n\t,x={X}\n}",
    "@misc{k, title {T} x = 1,, !}",
    "@misc{, title = {T}}",
]
edits = st.lists(
    st.tuples(st.sampled_from(["set", "delete", "rename", "type"]), st.sampled_from(NAMES)).flatmap(
        lambda pair: st.tuples(st.just(pair[0]), st.just(pair[1]), st.sampled_from(VALUES))
    ),
    max_size=12,
)


@given(st.sampled_from(SOURCES), edits)
def test_the_source_reads_as_what_was_set(source: str, steps: list[tuple[str, str, str]]) -> None:
    head, foot = "% head\n@string{me = {My}}\n", "\n% foot\n@book{last, title = {L}}\n"
    file = BibFile.parse(head + source + foot)
    entry = next(iter(file))
    wanted = {name: entry[name] for name in entry}
    for number, (step, name, value) in enumerate(steps):
        try:
            if step == "set":
                entry[name] = value
                wanted[name.lower()] = value.strip()
            elif step == "delete" and name in entry:
                del entry[name]
                del wanted[name.lower()]
            elif step == "rename":
                entry.key = f"new{number}"
            elif step == "type":
                entry.type = "book"
        except RefcoreError:
            continue
    again = BibFile.parse(file.to_text())
    found = next(iter(again))
    assert dict(found.fields) == dict(entry.fields) == wanted
    assert (found.type, found.has_key and found.key) == (entry.type, entry.has_key and entry.key)
    assert file.to_text().startswith(head)
    assert file.to_text().endswith(foot)


def test_an_edit_costs_the_same_whatever_else_the_entry_holds() -> None:
    source = "".join(f"  f{number} = {{x}},\n" for number in range(2_000))
    entry = BibFile.parse(f"@misc{{k,\n{source}}}\n").entries["k"]
    for number in range(2_000):  # in quadratic time this takes minutes
        entry[f"f{number}"] = f"y{number}"
        entry[f"g{number}"] = "new"
    for number in range(2_000):
        del entry[f"f{number}"]
    assert entry.source.count("\n") == 2_001

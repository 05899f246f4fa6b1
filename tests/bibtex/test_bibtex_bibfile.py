"""A .bib file stays as it is but for what is changed, in whatever layout it has."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refcore import BibFile
from refcore.bibtex.scan import HEADER
from refcore.errors import DuplicateKey, InvalidReference, UnknownKey

LAYOUTS = {
    "plain": "@misc{k,\n  title = {T},\n  year = {2020},\n}\n",
    "no comma at the end": "@misc{k,\n  title = {T},\n  year = {2020}\n}\n",
    "equals aligned": "@misc{k,\n  title     = {T},\n  publisher = {P},\n  year      = {2020}\n}\n",
    "values aligned": (
        '@Misc{k,\n  title =        "T",\n  publisher =    "P",\n  year =         "2020",\n}\n'
    ),
    "flush right": "@misc{k,\n     title = {T},\n publisher = {P},\n      year = {2020}\n}\n",
    "space behind commas": "@misc{k,\n  title={T}, \n  year={2020}, \n}\n",
    "no indent": "@misc{k,\ntitle={T},\nyear={2020}}\n",
    "tabs": "@Misc{k,\n\ttitle\t\t= {T},\n\tpublisher\t= {P},\n\tyear\t\t= {2020}\n}\n",
    "no spaces": "@misc{k,title={T},year={2020}}\n",
    "one line": "@misc{k, title = {T}, year = 2020}\n",
    "leading commas": "@misc{k\n , title = {T}\n , year = {2020}\n }\n",
    "parentheses": '@misc(k,\n  title = "T",\n  year = "2020"\n)\n',
    "capitals": "@MISC{k,\n  TITLE = {T},\n  YEAR = {2020},\n}\n",
    "crlf": "@misc{k,\r\n  title = {T},\r\n  year = {2020},\r\n}\r\n",
    "carriage returns": "@misc{k,\r  title = {T},\r  year = {2020},\r}\r",
    "brace on the last line": "@misc{k,\n  title = {T},\n  year = {2020}}\n",
    "key on its own line": "@misc{\n  k,\n  title = {T},\n  year = {2020}\n}\n",
    "blank lines": "@misc{k,\n\n  title = {T},\n\n  year = {2020},\n\n}\n",
    "remarks": "@misc{k,\n  % one\n  title = {T}, % two\n  year = {2020},\n}\n",
}
# The line that a new field `note = {N}` makes, and the lines of other fields that it changes.
NEW = {
    "plain": "  note = {N},\n",
    "no comma at the end": "  note = {N}\n",
    "equals aligned": "  note      = {N}\n",
    "values aligned": '  note =         "N",\n',
    "flush right": "      note = {N}\n",
    "space behind commas": "  note={N}, \n",
    "no indent": "note={N}}\n",
    "tabs": "\tnote\t\t= {N}\n",
    "no spaces": "@misc{k,title={T},year={2020},note={N}}\n",
    "one line": "@misc{k, title = {T}, year = 2020, note = {N}}\n",
    "leading commas": " , note = {N}\n",
    "parentheses": '  note = "N"\n',
    "capitals": "  NOTE = {N},\n",
    "crlf": "  note = {N},\r\n",
    "carriage returns": "  note = {N},\r",
    "brace on the last line": "  note = {N}}\n",
    "key on its own line": "  note = {N}\n",
    "blank lines": "  note = {N},\n",
    "remarks": "  note = {N},\n",
}
AROUND = "% head\n\n@string{p = {Press}}\n\n{}\n@comment{x}\n@misc{other, title = {O}}\ntail"


def in_file(layout):
    text = LAYOUTS[layout]
    newline = "\r\n" if "\r\n" in text else "\r" if "\r" in text else "\n"
    return AROUND.replace("\n", newline).replace("{}", text, 1)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_an_edit_changes_its_field_alone(layout):
    text = in_file(layout)
    file = BibFile.parse(text)
    file.entries["k"]["title"] = "New title"
    assert file.to_text() == text.replace('"T"', '"New title"').replace("{T}", "{New title}")
    file.entries["k"]["year"] = "1999"
    assert file.to_text().replace("1999", "2020").replace("New title", "T") == text


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_new_field_follows_the_layout(layout):
    text = in_file(layout)
    file = BibFile.parse(text)
    file.entries["k"]["note"] = "N"
    written = file.to_text()
    assert NEW[layout] in written
    assert BibFile.parse(written).entries["k"]["note"] == "N"
    assert BibFile.parse(written).diagnostics[3:] == []
    del file.entries["k"]["note"]
    assert file.to_text() == text


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", ["title", "year"])
def test_a_deleted_field_leaves_the_rest(layout, name):
    text = in_file(layout)
    file = BibFile.parse(text)
    del file.entries["k"][name]
    written = file.to_text()
    again = BibFile.parse(written)
    assert name not in again.entries["k"]
    assert len(again.entries["k"]) == len(BibFile.parse(text).entries["k"]) - 1
    assert len(again.diagnostics) <= len(BibFile.parse(text).diagnostics)
    if layout != "remarks":
        assert len(text) - len(written) < 40


@pytest.mark.parametrize("layout", LAYOUTS)
def test_key_and_type_are_renamed_in_place(layout):
    text = in_file(layout)
    file = BibFile.parse(text)
    file.entries["k"].key = "new:key"
    file.entries["new:key"].type = "book"
    written = file.to_text()
    assert list(file.entries) == list(BibFile.parse(written).entries) == ["new:key", "other"]
    assert file.entries["new:key"].type == "book"
    word = HEADER.search(LAYOUTS[layout])[1]
    kind = {"misc": "book", "Misc": "Book", "MISC": "BOOK"}[word]
    assert written == text.replace(f"@{word}", f"@{kind}", 1).replace("k,", "new:key,", 1).replace(
        "(k\n", "(new:key\n"
    ).replace("{k\n", "{new:key\n", 1)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_new_entry_follows_the_file(layout):
    text = LAYOUTS[layout]
    file = BibFile.parse(text)
    entry = file.add("misc", "n", {"title": "T", "year": "2020"})
    assert entry["year"] == "2020"
    written = file.to_text()
    assert written.startswith(text.rstrip("\r\n"))
    again = BibFile.parse(written)
    assert list(again.entries) == ["k", "n"]
    assert dict(again.entries["n"].fields) == {"title": "T", "year": "2020"}
    if layout in (
        "plain",
        "no spaces",
        "leading commas",
        "crlf",
        "carriage returns",
        "parentheses",
    ):
        assert again.entries["n"].source == text.strip().replace("k", "n")
    file.remove("n")
    assert file.to_text() == text


def test_new_entries_in_an_empty_file():
    file = BibFile.parse(b"")
    file.add("book", "a", {"title": "A", "month": "March"})
    file.add("misc", "b")
    assert file.to_text() == "@book{a,\n  title = {A},\n  month = mar,\n}\n\n@misc{b}\n"
    assert list(BibFile.parse(file.to_bytes()).entries) == ["a", "b"]
    assert BibFile.parse(file.to_bytes()).diagnostics == []


def test_removing_takes_the_space_along():
    text = "% h\n\n@misc{a, x = 1}\n\n@misc{b, x = 1}\n\n@misc{c, x = 1}\n"
    for key in "abc":
        file = BibFile.parse(text)
        file.remove(key)
        left = [f"@misc{{{k}, x = 1}}" for k in "abc" if k != key]
        assert file.to_text().rstrip("\n") == "\n\n".join(["% h", *left])
    with pytest.raises(UnknownKey, match="no entry 'z'"):
        BibFile.parse(text).remove("z")


def test_values_are_written_as_the_field_had_them():
    entry = BibFile.parse(
        '@string{s = {S}}@misc{a, month = jan, year = 2020, a = "x", b = {y}, c = s, d = {z} # s}'
    ).entries["a"]
    entry["month"] = "March"
    entry["year"] = "1999"
    entry["a"] = 'in "quotes"'
    entry["b"] = 'with " quote'
    entry["c"] = "other"
    entry["d"] = "joined"
    assert entry.source == (
        '@misc{a, month = mar, year = 1999, a = {in "quotes"}, b = {with " quote}, '
        "c = {other}, d = {joined}}"
    )
    entry.set_expression("d", '"a" # s')
    assert (entry["d"], entry.expression("d")) == ("aS", '"a" # s')


def test_long_values_break_as_before():
    text = "@misc{a,\n  title = {Some words that are long\n           and go on here},\n}\n"
    file = BibFile.parse(text)
    file.entries["a"]["title"] = "word " * 30
    lines = file.to_text().splitlines()
    assert max(map(len, lines)) <= 80
    assert lines[2].startswith(" " * 11 + "word")
    assert BibFile.parse(file.to_text()).entries["a"]["title"] == ("word " * 30).strip()


def test_what_cannot_be_is_refused_and_changes_nothing():
    file = BibFile.parse("@misc{a, title = {T}}@misc{b}")
    entry = file.entries["a"]
    for act in (
        lambda: entry.__setitem__("title", "a } b"),
        lambda: entry.__setitem__("title", "a { b"),
        lambda: entry.__setitem__("no name", "x"),
        lambda: entry.set_expression("title", "{a} # "),
        lambda: entry.set_expression("title", "{a}, b = {c}"),
        lambda: setattr(entry, "key", "a b"),
        lambda: setattr(entry, "type", "string"),
        lambda: file.add("misc", "x,y"),
    ):
        with pytest.raises(InvalidReference):
            act()
    with pytest.raises(DuplicateKey, match="'b' is taken"):
        entry.key = "b"
    with pytest.raises(DuplicateKey):
        file.add("misc", "a")
    with pytest.raises(UnknownKey, match="no field 'note'"):
        entry["note"]
    assert file.to_text() == "@misc{a, title = {T}}@misc{b}"


def test_duplicates_can_be_reached():
    file = BibFile.parse("@misc{a, x = 1}@misc{a, x = 2}@misc{a, x = 3, X = 4}")
    assert file.entries["a"]["x"] == "1"
    assert [entry["x"] for entry in file.duplicates] == ["2", "3"]
    file.duplicates[0].key = "b"
    assert list(file.entries) == ["a", "b"]
    file.remove("a")
    assert file.entries["a"]["x"] == "3"
    assert file.to_text() == "@misc{b, x = 2}@misc{a, x = 3, X = 4}"


def test_strings_preambles_comments_and_places():
    file = BibFile.parse(
        '% c\n@string{A = {x}}\n@preamble{a # " y"}\n  @misc{k, t = a}\n@comment{d}'
    )
    assert dict(file.strings) == {"a": "x"}
    assert file.preambles == ("x y",)
    assert file.comments == ("% c", "@comment{d}")
    assert file.entries["k"].place == (4, 3)
    assert file.diagnostics == []


def test_inheritance_is_resolved_and_never_written():
    text = (
        "@inproceedings{c, title = {C}, crossref = {P}, xdata = {x, y}}\n"
        "@proceedings{p, title = {P}, booktitle = {B}, year = 2020, keywords = {k}}\n"
        "@xdata{x, publisher = {X}}\n@xdata{y, location = {Y}, publisher = {Z}}\n"
    )
    entry = BibFile.parse(text).entries["c"]
    assert entry.inherited("booktitle") == "P"
    assert entry.inherited("booktitle", "bibtex") == "B"
    assert entry.inherited("publisher") == "X"
    assert entry.resolved["location"] == "Y"
    assert "keywords" not in entry.resolved
    assert entry.inherited("keywords", "bibtex") == "k"
    assert "year" not in entry
    assert BibFile.parse(text).to_text() == text


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "latin-1"]
)
def test_encodings_stay(tmp_path: Path, encoding: str):
    text = "% Ünï\r\n@misc{a,\r\n  title = {Müller},\r\n}\r\n"
    path = tmp_path / "a.bib"
    path.write_bytes(text.encode(encoding))
    file = BibFile.read(path)
    assert file.entries["a"]["title"] == "Müller"
    assert bool(file.diagnostics) == (encoding in ("cp1252", "latin-1"))
    file.write(tmp_path / "b.bib")
    assert (tmp_path / "b.bib").read_bytes() == path.read_bytes()
    file.entries["a"]["title"] = "Erdős"
    file.write()
    wanted = "Erdős" if encoding.startswith("utf") else "Erd{\\H{o}}s"
    assert path.read_bytes() == text.replace("Müller", wanted).encode(encoding)


def test_writing_is_whole_or_not_at_all(tmp_path: Path):
    file = BibFile.parse("@misc{a, x = 1}")
    with pytest.raises(ValueError, match="where to write"):
        file.write()
    with pytest.raises(OSError, match="No such file"):
        file.write(tmp_path / "none" / "a.bib")
    file.write(tmp_path / "a.bib")
    assert [path.name for path in tmp_path.iterdir()] == ["a.bib"]


BIBLIKE = st.text(st.sampled_from('@aA{}()",=#%\\\n\r\t x1misc-é'), max_size=80)


@given(st.binary(max_size=200))
@settings(max_examples=300, deadline=None)
def test_any_bytes_come_back(data):
    file = BibFile.parse(data)
    assert file.to_bytes() == data
    assert file.encoding.encode(file.to_text())[0] == data
    _ = file.diagnostics, file.comments, [dict(entry.resolved) for entry in file]


@given(st.one_of(st.text(), BIBLIKE, BIBLIKE.map("@misc{{a, {}".format)))
@settings(max_examples=600, deadline=None)
def test_any_text_comes_back_and_never_raises(text):
    file = BibFile.parse(text)
    _ = file.diagnostics, [dict(entry.fields) for entry in [*file, *file.duplicates]]
    assert file.to_text() == text.removeprefix("\ufeff")
    assert file.to_bytes() == text.encode("utf-8", "surrogatepass")


BALANCED = st.recursive(
    st.text(st.sampled_from('aZé "#,=@\\%~'), max_size=8), lambda inner: inner.map("{{{}}}".format)
)
VALUE = st.lists(BALANCED, max_size=3).map("".join)


@given(st.sampled_from(sorted(LAYOUTS)), st.sampled_from(["title", "year", "note"]), VALUE)
@settings(max_examples=500, deadline=None)
def test_what_is_set_is_read(layout, name, value):
    file = BibFile.parse(in_file(layout))
    file.entries["k"][name] = value
    again = BibFile.parse(file.to_bytes())
    assert (
        again.entries["k"][name]
        == file.entries["k"][name]
        == " ".join(part for part in value.split(" ") if part)
    )
    assert list(again.entries) == ["k", "other"]


@given(
    st.lists(
        st.tuples(st.sampled_from(["add", "remove"]), st.integers(0, 8), st.booleans()),
        max_size=12,
    ),
    st.sampled_from(["", "\n", "\n\n% on what follows\n"]),
)
@settings(max_examples=60)
def test_entries_are_put_before_others(steps: list[tuple[str, int, bool]], gap: str) -> None:
    """The file as written has the keys in the order of a plain list, and every remark."""
    keys = ["a", "b", "c"]
    file = BibFile.parse("% head\n" + gap.join(f"@misc{{{key}, note = {{N}}}}" for key in keys))
    for number, (step, place, is_before) in enumerate(steps):
        if step == "remove" and place < len(keys):
            file.remove(keys.pop(place))
        elif step == "add":
            is_before = is_before and place < len(keys)
            new = f"new{number}"
            file.add("misc", new, {"note": "M"}, before=keys[place] if is_before else None)
            keys.insert(place if is_before else len(keys), new)
    again = BibFile.parse(file.to_text())
    assert not again.diagnostics
    assert list(again.entries) == list(file.entries) == keys
    assert "% head" in again.to_text()


def test_an_entry_is_put_before_one_that_is_new() -> None:
    file = BibFile.parse("@misc{z, note = {N}}\n")
    file.add("misc", "y", {"note": "N"}, before="z")
    file.add("misc", "x", {"note": "N"}, before="y")
    assert list(BibFile.parse(file.to_text()).entries) == list(file.entries) == ["x", "y", "z"]
    with pytest.raises(UnknownKey, match="no entry 'w'"):
        file.add("misc", "v", before="w")


def test_what_is_put_before_an_entry_leaves_its_remark_with_it() -> None:
    text = "@misc{a, note = {N}}\n\n% on c\n@misc{c, note = {N}}\n"
    file = BibFile.parse(text)
    file.add("misc", "b", {"note": "N"}, before="c")
    assert file.to_text() == text.replace("\n\n% on c", "\n\n@misc{b, note = {N}}\n\n% on c")


@pytest.mark.parametrize("data", [b"", b"\n", b"\xef\xbb\xbf", b"% Encoding: UTF-8\n"])
def test_a_new_entry_in_a_file_without_entries_is_utf8(data: bytes) -> None:
    file = BibFile.parse(data)
    file.add("misc", "a", {"title": "É"})
    assert file.to_bytes().removeprefix(data).decode("utf-8").strip().startswith("@misc{a,")


@pytest.mark.parametrize(
    ("text", "between"),
    [
        ("% mine\n", "\n"),
        ("% mine", "\n\n"),
        ("% mine\r\n", "\r\n"),
        ("@comment{x}\n\n", "\n"),
        ("", ""),
    ],
)
def test_one_blank_line_is_between_remarks_and_the_first_entry(text: str, between: str) -> None:
    file = BibFile.parse(text)
    file.add("misc", "a", {"title": "A"})
    assert file.to_text().startswith(f"{text}{between}@misc{{a,")


def test_two_comments_of_one_text_are_changed_one_after_the_other() -> None:
    file = BibFile.parse("one\n@misc{a,}\none\n@misc{b,}\none two\n")
    assert [file.change_comment("one", new) for new in ("x", "y", "z", "w")] == [True] * 3 + [False]
    assert not file.change_comment("e t", "")
    assert file.to_text() == "x\n@misc{a,}\ny\n@misc{b,}\nz two\n"


@pytest.mark.parametrize(
    ("fields", "year", "volume"),
    [
        ("year = 2001, number = 3", "2019", "7"),
        ('year = 2001, title = "T"', "2019", "7"),
        ("year = {2001}, number = 3, title = {T}", "{2019}", "{7}"),
        ('year = "2001"', '"2019"', '"7"'),
        ("year = 2001, pages = {1}, number = {3}", "2019", "{7}"),
    ],
)
def test_numbers_stand_as_the_others_do(fields: str, year: str, volume: str) -> None:
    entry = BibFile.parse(f"@article{{k, {fields}}}").entries["k"]
    entry["year"], entry["volume"] = "2019", "7"
    assert (entry.expression("year"), entry.expression("volume")) == (year, volume)

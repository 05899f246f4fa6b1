"""A .bib file as bibtexparser's library and back, so that its middlewares run on our files.

bibtexparser's own splitter takes five times as long as the scanner here and rejects
entries that BibTeX reads. So refcore reads the file and hands over bibtexparser's blocks.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import TYPE_CHECKING

from refcore.bibtex.bibentry import BibEntry
from refcore.bibtex.bibfile import BibFile
from refcore.bibtex.scan import Block, Scanner
from refcore.bibtex.syntax import Lines, blocks
from refcore.text.given import wrong_type
from refcore.text.months import BY_START

if TYPE_CHECKING:
    from bibtexparser import model
    from bibtexparser.library import Library

_EXPRESSIONS = "refcore_expressions"
_DELIMITERS = frozenset('{}"#')

__all__ = ["from_bibtexparser", "to_bibtexparser", "update_from_bibtexparser"]


def to_bibtexparser(file: BibFile) -> Library:
    """Return a .bib file as bibtexparser's library, with each value as the file writes it.

    It is what bibtexparser's splitter returns, so its middlewares run on it. A block
    whose key is taken becomes one of bibtexparser's duplicate blocks.

    Args:
        file: The file, with its changes.

    Returns:
        bibtexparser's library; changing it does not change `file`. No file raises an error.

    >>> library = to_bibtexparser(BibFile.parse("@misc{a, title = {A} # x}"))
    >>> library.entries[0].key, library.entries[0]["title"]
    ('a', '{A} # x')
    """
    from bibtexparser.library import Library

    if not isinstance(file, BibFile):
        raise wrong_type("to_bibtexparser", "a BibFile", file)
    return Library(list(_blocks(file.to_text())))


def from_bibtexparser(library: Library) -> BibFile:
    """Return bibtexparser's library as a .bib file, in the layout that bibtexparser writes.

    Args:
        library: A library of bibtexparser whose values are texts or whole numbers.

    Returns:
        The file, without a path.

    Raises:
        TypeError: A value is anything else, such as a list of names: run bibtexparser's merging
            middleware first.

    >>> library = to_bibtexparser(BibFile.parse("@misc{a, title = {A}}"))
    >>> from_bibtexparser(library).entries["a"]["title"]
    'A'
    """
    from bibtexparser.entrypoint import write_string

    _check_peer("from_bibtexparser", library)
    for entry in library.entries:
        for field in entry.fields:
            _text(entry.key, field)  # bibtexparser writes the form of a list in Python
    if any(_holds_expressions(entry) for entry in library.entries):
        return BibFile.parse(write_string(library, unparse_stack=[]))
    return BibFile.parse(write_string(library))


def _check_peer(call: str, library: object) -> None:
    from bibtexparser.library import Library

    if not isinstance(library, Library):
        raise wrong_type(call, "a library of bibtexparser", library)


def update_from_bibtexparser(file: BibFile, library: Library) -> list[str]:
    """Write the changes of bibtexparser's library into a .bib file; return the changed keys.

    Removes entries that the library lacks, adds new ones and renames others. All else in the file
    stays byte for byte. A value without delimiters that is no number and no macro of the file is
    a text, and gets braces.

    Args:
        file: The file to change.
        library: What `to_bibtexparser(file)` returned, with changes.

    Returns:
        The keys of the entries that were changed, added or renamed, in order.

    Raises:
        TypeError: A value is not a text, but such as a list of names: run bibtexparser's merging
            middleware first.

    >>> file = BibFile.parse("@misc{a,  title = {old}, year=2020}")
    >>> library = to_bibtexparser(file)
    >>> library.entries[0]["title"] = "{new}"
    >>> update_from_bibtexparser(file, library), file.to_text()
    (['a'], '@misc{a,  title = {new}, year=2020}')
    >>> library.entries[0]["title"] = "newer"
    >>> update_from_bibtexparser(file, library), file.to_text()
    (['a'], '@misc{a,  title = {newer}, year=2020}')
    """
    if not isinstance(file, BibFile):
        raise wrong_type("update_from_bibtexparser", "a BibFile", file)
    _check_peer("update_from_bibtexparser", library)
    by_line = {entry.place[0] - 1: entry for entry in file.entries.values()}
    macros = {*file.strings, *BY_START}
    kept: set[str] = set()
    changed: list[str] = []
    for theirs in library.entries:
        ours = None if theirs.start_line is None else by_line.get(theirs.start_line)
        if ours is None or ours.key in kept:
            ours = file.add(theirs.entry_type, theirs.key, {})
            _updated(ours, theirs, macros)
            changed.append(ours.key)
        elif _updated(ours, theirs, macros):
            changed.append(ours.key)
        kept.add(ours.key)
    for key in [key for key in file.entries if key not in kept]:
        file.remove(key)
        changed.append(key)
    return changed


def _updated(ours: BibEntry, theirs: model.Entry, macros: Set[str]) -> bool:
    """Write what differs into one entry; return whether anything does."""
    before = ours.source
    if ours.key != theirs.key:
        ours.key = theirs.key
    if ours.type.lower() != theirs.entry_type.lower():
        ours.type = theirs.entry_type
    wanted = {field.key: _text(theirs.key, field) for field in theirs.fields}
    for name in [name for name in ours if name.lower() not in {key.lower() for key in wanted}]:
        del ours[name]
    for name, value in wanted.items():
        same = name in ours and value in (ours.expression(name), ours[name])
        if not same:
            if _holds_expressions(theirs) and not _is_bare_text(value, macros):
                ours.set_expression(name, value)
            else:
                ours[name] = value
    return ours.source != before


def _is_bare_text(value: str, macros: Set[str]) -> bool:
    """Return whether a value without delimiters is a text: no number, no macro, no pieces.

    >>> [_is_bare_text(value, {"jan"}) for value in ("Moss", "Of Moss", "Jan", "2020", "{Moss}")]
    [True, True, False, False, False]
    """
    return not (_DELIMITERS & set(value) or value.isdigit() or value.lower() in macros)


def _holds_expressions(theirs: model.Entry) -> bool:
    """Return whether the values still have their delimiters, as `to_bibtexparser` gives them."""
    from bibtexparser.middlewares import RemoveEnclosingMiddleware

    removed = theirs.get_parser_metadata(RemoveEnclosingMiddleware.metadata_key())
    return bool(theirs.get_parser_metadata(_EXPRESSIONS)) and removed is None


def _text(key: str, field: model.Field) -> str:
    if isinstance(field.value, (str, int)):
        return str(field.value)
    raise TypeError(
        f"{key}: the field {field.key} is a {type(field.value).__name__}, expected text; "
        "run bibtexparser's merging middleware before"
    )


def _blocks(text: str) -> Iterator[model.Block]:
    from bibtexparser import model

    lines = Lines(text)
    position = 0
    for block in blocks(Scanner(text)):
        if block.kind == "comment":
            continue
        yield from _remark(text, position, block.start, lines)
        line = lines.place(block.start)[0] - 1
        raw = text[block.start : block.end]
        if block.kind == "entry":
            fields = _fields(block, lines)
            entry = model.Entry(block.type, block.key, fields, line, raw)
            entry.set_parser_metadata(key=_EXPRESSIONS, value=True)
            yield entry
        elif block.kind == "preamble":
            yield model.Preamble(block.fields[0].value if block.fields else "", line, raw)
        else:
            for field in block.fields:
                yield model.String(field.name, field.value, line, raw)
        position = block.end
    yield from _remark(text, position, len(text), lines)


def _fields(block: Block, lines: Lines) -> list[model.Field]:
    from bibtexparser import model

    first = {field.name.lower(): field for field in reversed(block.fields)}
    return [
        model.Field(field.name, field.value, lines.place(field.offset)[0] - 1)
        for field in block.fields
        if first[field.name.lower()] is field
    ]


def _remark(text: str, start: int, end: int, lines: Lines) -> Iterator[model.Block]:
    from bibtexparser import model

    remark = text[start:end].strip()
    if remark:
        yield model.ImplicitComment(remark, lines.place(text.find(remark, start))[0] - 1, remark)

"""The reader of Markdown notes: references, their author lists, and claims about those."""

from __future__ import annotations

from collections.abc import Container, Iterator

import attrs

from refcore.collector import rarely_collecting
from refcore.diagnostics import Diagnostic, Location, Severity
from refcore.markdown.addresses import address_title, address_type
from refcore.markdown.attach import (
    FoundList,
    attach_lists,
    find_lists,
    some_authors,
    without_homepages,
)
from refcore.markdown.blocks import Block, front_text, split_note
from refcore.markdown.bounds import Bounds
from refcore.markdown.claims import credited_groups, find_claims
from refcore.markdown.codeblocks import Quoted, code_text, quoted_entries
from refcore.markdown.cuttitles import cut_title
from refcore.markdown.doubts import doubts
from refcore.markdown.forms import Form, known_lists, read_forms
from refcore.markdown.glued import with_spaces
from refcore.markdown.judged import is_citation, is_numbered, judged
from refcore.markdown.links import Inline, Link, Mention, Readings, find_mentions, flatten
from refcore.markdown.listed import Listed, listed_references
from refcore.markdown.nearby import entry_text, near_text
from refcore.markdown.pages import with_pages
from refcore.markdown.reading import Identity, Reading, field_title, heading_title
from refcore.markdown.rules import Kind
from refcore.markdown.siblings import as_siblings
from refcore.markdown.stretches import Stretch
from refcore.markdown.tables import with_roles
from refcore.markdown.titles import (
    NO_TITLE,
    Title,
    bare_title,
    clean,
    is_beside_title,
    is_generic,
    is_titled_behind,
    is_venue,
    new_key,
    title_near,
    words_of,
)
from refcore.markdown.twins import with_twins
from refcore.markdown.undecided import TitleAndNames, decide
from refcore.markdown.unlinked import unlinked_entries
from refcore.markdown.unread import (
    not_understood,
    people_in_title,
    unread_beside,
    unread_cell,
    unread_lists,
    unread_said,
)
from refcore.markdown.wraps import width_of
from refcore.model.claims import Claim, ClaimKind
from refcore.model.dates import Date
from refcore.model.identifiers import ArxivId
from refcore.model.library import Library
from refcore.model.noted import Noted
from refcore.model.people import Authors
from refcore.model.reference import Reference
from refcore.names.groups import ORGANISATIONS
from refcore.names.surnames import is_of_method
from refcore.text.keys import free_key
from refcore.text.restructured import with_items
from refcore.textlists.split import Piece

__all__ = ["inside", "read"]

# The weight of a title under a label or in a column of titles, and of an emphasised title.
_SAID = 4.5
_SET = 3.0
_LEAST_WORDS = 3
_TRIES = 50  # at most so many mentions of one work are searched


def read(text: str, path: str | None = None) -> Library:
    """Read the references of a Markdown note, their author lists and the claims about them.

    A work is found by its arXiv id, DOI or address anywhere in the note. All mentions of one paper
    are one reference, but versions that are cited apart stay apart. Of code blocks, BibTeX and
    lists of papers are read; front matter is read if it names a paper. An impossible arXiv id is a
    diagnostic, and its reference is kept without an id. No input raises an error.

    Args:
        text: The note.
        path: The name of the note in locations.

    Returns:
        The references in the order of the note; the library also has its claims.

    >>> library = read('- "On Things" by Bo Fei and 2 others, arXiv:2506.13585v1')
    >>> reference = library.by_arxiv("2506.13585")
    >>> reference.title, str(reference.authors)
    ('On Things', 'Bo Fei and 2 more')
    """
    with rarely_collecting():
        return _read(text, path)


def _read(text: str, path: str | None) -> Library:
    bounds = Bounds(path)
    whole, quoted, odd = inside(text, path, bounds)
    forms = {key: x for key, x in read_forms(whole).items() if not is_beside_title(x.title)}
    stretches = find_lists(whole, known_lists(forms))
    reading = without_homepages(whole, stretches)
    works = _works(reading)
    lists = _with_forms(reading, attach_lists(reading, stretches), forms)
    titles = _titles(reading, works, lists, forms)
    doubted = doubts(
        reading, ((w.mentions[0], t) for w, t in zip(works, titles, strict=True)), lists
    )
    beside = as_siblings(reading, {x.identity: x.mentions[0] for x in reversed(works)}, lists)
    lists |= beside.lists
    library, taken = Library(path=path), dict[str, int]()
    keys = _add_works(library, works, doubted.titles, lists, quoted, taken)
    cited = {work.identity for work in works if is_citation(work.mentions[0].text)}
    for identity, attached in lists.items():
        heading = "" if identity in cited else heading_title(reading, identity)
        heading = "" if cut_title(heading) or is_numbered(heading) else heading
        _put_list(library, library[keys[identity]], attached, heading)
    found = _Found(works, lists, forms, beside.unread | doubted.unread, front_text(text))
    _put_noted(library, reading, found, keys)
    _put_claims(library, _Claims(reading, stretches, lists), keys)
    lines = _add_unlinked(library, reading, taken, bounds.items)
    _add_listed(library, reading, keys, taken, lines)
    _add_quoted(library, quoted)
    library.diagnostics.extend(odd)
    library.diagnostics.extend(unread_lists(reading, stretches, path, keys))
    library.diagnostics.extend(bounds.findings())
    return library


def _titles(
    reading: Reading,
    works: list[_Work],
    lists: dict[Identity, FoundList],
    forms: dict[Identity, Form],
) -> list[Title]:
    """Return the title of each work; `lists` then has the names that the evidence decides."""
    titles = [
        _title(work, reading, lists.get(work.identity), forms.get(work.identity)) for work in works
    ]
    for identity in [identity for identity, held in lists.items() if _is_of_method(held)]:
        del lists[identity]
    chosen = decide(reading, _ruled(works, titles, lists))
    for identity, choice in chosen.items():
        lists.pop(identity, None)
        if choice.found is not None:
            lists[identity] = choice.found
    found: list[Title] = []
    for work, ruled in zip(works, titles, strict=True):
        identity, first = work.identity, work.mentions[0]
        title = chosen[identity].title if identity in chosen else ruled
        title, held = judged(title, first, lists.get(identity), reading)
        lists.pop(identity, None)
        if held is not None:
            lists[identity] = held
        found.append(title)
    return found


def _add_works(
    library: Library,
    works: list[_Work],
    titles: list[Title],
    lists: dict[Identity, FoundList],
    quoted: list[Quoted],
    taken: dict[str, int],
) -> dict[Identity, str]:
    """Add the references of the works; return the key of each."""
    # An entry gives the authors of its work if the note lists none itself.
    telling = {q.identity: q.reference for q in reversed(quoted) if q.identity not in lists}
    keys: dict[Identity, str] = {}
    for work, title in zip(works, titles, strict=True):
        entry = telling.get(work.identity) if work.identity not in keys else None
        if entry is not None and entry.key not in taken:
            taken[entry.key] = 1
            library.add(entry)
            key = entry.key
        else:
            attached = lists.get(work.identity)
            authors = Authors() if attached is None else attached.names.authors
            key = _add(library, work, title, authors, taken)
        keys.setdefault(work.identity, key)
        library.diagnostics.extend(_faults(key, work, library.path))
    return keys


def _add(
    library: Library, work: _Work, found: Title, authors: Authors, taken: dict[str, int]
) -> str:
    """Add the reference of a work; return its key."""
    key = new_key(found.text, authors, work.mentions[0], taken)
    library.add(_reference(key, found.text, work, library.path))
    if found.text and not found.sure:
        library.labels.add(key)
    return key


def _put_list(library: Library, reference: Reference, found: FoundList, heading: str) -> None:
    title = reference.title or heading
    if title and not reference.title:
        library.labels.add(reference.key)
    location = Location(library.path, found.line)
    library.replace(reference.evolve(title=title, authors=found.names.authors, location=location))


@attrs.frozen
class _Found:
    """The works of a note with their lists and their entries, and what its front matter says.

    `unread` are words at the place where the other entries of a list have names.
    """

    works: list[_Work]
    lists: dict[Identity, FoundList]
    forms: dict[Identity, Form]
    unread: dict[Identity, str]
    front: str


def _put_noted(
    library: Library, reading: Reading, found: _Found, keys: dict[Identity, str]
) -> None:
    """Keep what the note writes about each paper; say which words of it are not understood."""
    taken = {one.block for one in found.lists.values()}
    for work in found.works:
        first, identity = work.mentions[0], work.identity
        key = keys[identity]
        if not first.is_paper or key in library.noted:
            continue
        form, held = found.forms.get(identity), found.lists.get(identity)
        block = held.block if held else first.block
        mention = next((one for one in work.mentions[:_TRIES] if one.block == block), first)
        unread = ""
        if held is None:
            unread = found.unread.get(identity, "") or ("" if form is None else form.unread)
            unread = unread or unread_cell(reading, first) or unread_beside(reading, first, taken)
            unread = unread or people_in_title(library[key].title)
            unread = unread or ("" if library[key].title else unread_said(reading, first))
        labelled = held is not None and held.kind is Kind.MARKED
        loose = held is not None and held.loose
        text, near = entry_text(reading, mention), near_text(reading, mention, taken)
        library.noted[key] = Noted(text, unread, labelled, loose, near, found.front)
        if unread:
            place = Location(library.path, form.line if form else first.line)
            library.diagnostics.append(not_understood(unread, key, place))


def _add_listed(
    library: Library,
    reading: Reading,
    keys: dict[Identity, str],
    taken: dict[str, int],
    lines: Container[int],
) -> None:
    """Add what the note's lists of references cite in words; `keys` are the works with an id.

    A work with an id takes from its entry what the rest of the note does not say. What is on
    some lines is in the library already.
    """
    known = {" ".join(words_of(reference.title)) for reference in library}
    titles = {identity: " ".join(words_of(library[key].title)) for identity, key in keys.items()}

    def is_told(identity: Identity | None, piece: Piece) -> bool:
        if identity is None:
            return (piece.line or 1) in lines
        title = titles.get(identity)
        return title is None or (title != "" and title in " ".join(words_of(piece.text)))

    listed, odd = listed_references(reading, library.path, is_told)
    library.diagnostics.extend(odd)
    for entry in listed:
        found = entry.reference
        words = " ".join(words_of(found.title))
        line = (found.location.line if found.location else None) or 1
        if entry.identity in keys:
            _put_listed(library, library[keys[entry.identity]], entry)
        elif entry.identity is None and words not in known and line not in lines:
            known.add(words)
            key = new_key(found.title, found.authors, Mention(0, 0, 0, line), taken)
            library.add(found.evolve(key=key))
            library.texts[key] = entry.text


def _put_listed(library: Library, reference: Reference, entry: Listed) -> None:
    """Replace the title of a work by another that its entry in a list of references quotes."""
    title = " ".join(words_of(reference.title))
    if not entry.is_quoted or (title and title in " ".join(words_of(entry.text))):
        return
    found = entry.reference
    library.labels.discard(reference.key)
    authors = reference.authors or found.authors
    library.replace(reference.evolve(title=found.title, authors=authors))


def _add_unlinked(
    library: Library, reading: Reading, taken: dict[str, int], most: Readings
) -> set[int]:
    """Add the entries without an id, apart from works that the note cites with one elsewhere.

    Returns the lines of all that are read.
    """
    known = {" ".join(words_of(reference.title)) for reference in library}
    lines = set()
    for entry in unlinked_entries(reading, most):
        lines.add(entry.line)
        words = " ".join(words_of(entry.title))
        if words in known:
            continue
        known.add(words)
        authors = entry.names.authors
        key = new_key(entry.title, authors, Mention(0, 0, 0, entry.line), taken)
        place = Location(library.path, entry.line)
        issued = Date.of(entry.year)
        library.add(Reference(key, "article", entry.title, authors, issued=issued, location=place))
    return lines


def _add_quoted(library: Library, quoted: list[Quoted]) -> None:
    """Add the entries of code blocks that are not there yet, under keys that are free."""
    held = {id(reference) for reference in library}
    for entry in quoted:
        if id(entry.reference) in held:
            continue
        key = free_key(entry.reference.key, library)
        library.add(entry.reference.evolve(key=key))


@attrs.frozen
class _Work:
    """The mentions of one work in one version."""

    arxiv: ArxivId | None
    mentions: tuple[Mention, ...]

    @property
    def identity(self) -> Identity:
        """The work, apart from the version."""
        return self.mentions[0].identity


def inside(
    text: str, path: str | None, bounds: Bounds | None = None
) -> tuple[Reading, list[Quoted], list[Diagnostic]]:
    """Return the content of a note, the entries of its code blocks, and the faults of those.

    `bounds` takes up what is left out of a long note.
    """
    bounds = bounds or Bounds(path)
    note = split_note(bounds.lines(with_spaces(with_items(text))))
    blocks = bounds.blocks(note.blocks)
    quoted, odd = quoted_entries(blocks, path)
    width = width_of(block.text for block in blocks if block.kind == "paragraph")
    inlines = [
        code_text(block)
        if block.kind == "code"
        else flatten(block, note.definitions, bounds.readings, width)
        for block in blocks
    ]
    blocks = with_roles(blocks, inlines)
    used = {link.url for inline in inlines for link in inline.links}
    for url, line in note.definitions.values():
        name = note.names.get(url, "")
        if url not in used or name:
            text = name or url
            blocks.append(Block(text, line))
            link = Link(0, len(text), url, bare=not name)
            inlines.append(Inline(text, (link,), line, ()))
    in_code: dict[int, list[Mention]] = {entry.block: [] for entry in quoted if entry.identity}
    for entry in quoted:
        if entry.identity:
            in_code[entry.block].append(entry.mention)
    found = bounds.mentions(
        mention
        for number, (block, inline) in enumerate(zip(blocks, inlines, strict=True))
        for mention in (
            in_code.get(number, [])
            if block.kind == "code"
            else find_mentions(inline, number, block)
        )
    )
    mentions = tuple(found)
    end = len(blocks) if bounds.last_block is None else bounds.last_block + 1
    reading = with_twins(Reading(tuple(blocks[:end]), tuple(inlines[:end]), mentions))
    return with_pages(reading), quoted, odd


def _works(reading: Reading) -> list[_Work]:
    """Gather mentions into works; a mention without version joins the first version cited."""
    groups: dict[Identity, list[Mention]] = {}
    for mention in reading.mentions:
        if mention.start < mention.end or mention.url:
            groups.setdefault(mention.identity, []).append(mention)
    works: list[_Work] = []
    for mentions in groups.values():
        first = next((m.arxiv for m in mentions if m.arxiv and m.arxiv.version), None)
        versions: dict[ArxivId | None, list[Mention]] = {}
        for mention in mentions:
            cited = mention.arxiv if mention.arxiv and mention.arxiv.version else first
            versions.setdefault(cited or mention.arxiv, []).append(mention)
        works.extend(_Work(arxiv, tuple(own)) for arxiv, own in versions.items())
    return works


def _is_said_of(reading: Reading, held: FoundList, form: Form) -> bool:
    """Return whether a label says of whom an entry is, whatever names the entry has.

    A section "Authors" may be about those of the software, and the entry in another section.
    """
    apart = reading.blocks[held.block].sections != reading.blocks[form.block].sections
    first = form.names.names[0].name.split()[-1] if form.names else ""
    other = form.sure and not any(first in name.name for name in held.names.names)
    return held.kind is Kind.MARKED and not (apart and other)


def _with_forms(
    reading: Reading, lists: dict[Identity, FoundList], forms: dict[Identity, Form]
) -> dict[Identity, FoundList]:
    """Put in the names of entries, except where a label says who the authors are."""
    found = dict(lists)
    for identity, form in forms.items():
        held = lists.get(identity)
        if form.names is not None and not (held and _is_said_of(reading, held, form)):
            found[identity] = FoundList(form.names, form.line, "", Kind.OPENING, form.block)
        elif held and _is_in_title(held, form):
            # What reads as names there is part of the title.
            del found[identity]
    return found


def _is_of_method(found: FoundList) -> bool:
    """Whether the only name before a title is built as those of methods: 'PieAPP 2018 "On It"'."""
    if found.kind is not Kind.OPENING or found.names.others or len(found.names.names) > 1:
        return False
    name = found.names.names[0].name
    return is_of_method(name) and name.casefold() not in ORGANISATIONS


def _ruled(
    works: list[_Work], titles: list[Title], lists: dict[Identity, FoundList]
) -> dict[Identity, TitleAndNames]:
    """Return what the rules read of each work; of several versions, the first counts."""
    found: dict[Identity, TitleAndNames] = {}
    for work, title in zip(works, titles, strict=True):
        found.setdefault(work.identity, TitleAndNames(title, lists.get(work.identity)))
    return found


def _is_in_title(held: FoundList, form: Form) -> bool:
    """Return whether a list is part of the title of an entry; one under a label never is."""
    marked = held.kind is Kind.MARKED
    return not marked and held.block == form.block and held.names.start in form.place


def _title(work: _Work, reading: Reading, attached: FoundList | None, form: Form | None) -> Title:
    """Return the likeliest title of a work; one set in an entry of references goes first."""
    if attached and attached.title:
        if not is_venue(attached.title):
            return Title(5.0, sure=True, text=attached.title)
        # "Berg et al., *Nature* 2014": only what is set apart elsewhere is a title then.
        best = _nearest_title(work, reading, 0.0)
        return best if best.sure else NO_TITLE
    first = work.mentions[0]
    if form is not None and form.place.stop <= first.start:
        form = None if is_titled_behind(reading.inlines[first.block].text, first) else form
    # Only a label or a column is better evidence of a title than an entry.
    best = _nearest_title(work, reading, _SAID if form is not None and form.sure else 0.0)
    if best.weight < _SAID or not best.sure:
        if first.is_paper and (field := field_title(reading, first, surely=True)):
            return Title(_SAID, sure=True, text=field)
        # A title that the note states goes before the text of a link in an entry.
        short = form is not None and not form.sure and len(form.title.split()) < _LEAST_WORDS
        better = short and best.weight >= _SET and _are_words(best.text)
        better = better and cut_title(best.text) is None
        named = field_title(reading, first) if short and first.is_paper and not better else ""
        if len(named.split()) >= _LEAST_WORDS:
            return Title(_SAID, text=named)
        if form and form.title and not better and (form.sure or not best.sure):
            sure = form.sure or (best.sure and best.text == form.title)
            return Title(_SAID, sure, form.title)
    if first.is_paper and best.weight < 2 and (field := field_title(reading, first)):
        return Title(_SAID, sure=True, text=field)
    return best if best.text else Title(0.0, text=address_title(first.url))


def _are_words(title: str) -> bool:
    return len(bare_title(title).split()) >= _LEAST_WORDS


def _nearest_title(work: _Work, reading: Reading, least: float) -> Title:
    """Return the best title near the mentions of a work, of a weight of `least` or more."""
    best = NO_TITLE
    for mention in work.mentions[:_TRIES]:
        inline, block = reading.inlines[mention.block], reading.blocks[mention.block]
        if block.kind == "code":
            continue
        if mention.is_paper:
            before, after = reading.neighbours(mention)
            found = title_near(mention, inline, block, before, after, least)
        else:
            # Prose surrounds a web page's link; its own text is its title.
            found = Title(1.0, text=clean(mention.text)) if _names_page(mention) else NO_TITLE
        best = max(best, found, key=lambda title: title.weight)
    return best


def _names_page(mention: Mention) -> bool:
    """Return whether the text of a link is more than "code" or "here", and the place has a name."""
    words = words_of(mention.text)
    return bool(words) and not (is_generic(mention.text) and address_title(mention.url))


def _reference(key: str, title: str, work: _Work, path: str | None) -> Reference:
    first = work.mentions[0]
    location = Location(path, first.line)
    if work.arxiv is not None:
        doi = next((mention.doi for mention in work.mentions if mention.doi), None)
        url = work.arxiv.url
        return Reference(
            key, "article", title, arxiv=work.arxiv, doi=doi, url=url, location=location
        )
    if first.doi is not None:
        return Reference(
            key, "document", title, doi=first.doi, url=first.doi.url, location=location
        )
    if first.fault:
        extra = {"eprint": first.written, "eprinttype": "arxiv"}
        return Reference(key, "article", title, url=first.url, extra=extra, location=location)
    kind = "article" if any(mention.page for mention in work.mentions) else address_type(first.url)
    return Reference(key, kind, title, url=first.url, location=location)


def _faults(key: str, work: _Work, path: str | None) -> list[Diagnostic]:
    return [
        Diagnostic(
            f"{mention.fault}; the reference is kept without an arXiv id; correct the id",
            Location(path, mention.line),
            key=key,
            field="arxiv",
            severity=Severity.ERROR,
        )
        for mention in work.mentions
        if mention.fault
    ]


@attrs.frozen
class _Claims:
    """Where a note makes claims: in its text, in lists of some authors, in elided lists."""

    reading: Reading
    stretches: list[Stretch]
    lists: dict[Identity, FoundList]

    def find(self, titles: dict[Identity, str]) -> Iterator[tuple[Identity, Claim]]:
        told = list(find_claims(self.reading, titles))
        # A sentence says more of a person than that they are an author: "Last author: X".
        people = {(identity, claim.name, claim.location.line) for identity, claim in told}
        for identity, stretch, said in some_authors(self.reading, self.stretches):
            place = Location(None, stretch.line)
            for name in stretch.names.names:
                if (identity, name.name, stretch.line) not in people:
                    text = f"{said}: {name.name}"
                    yield identity, Claim(ClaimKind.IS_AUTHOR, text, name.name, location=place)
        for identity, found in self.lists.items():
            if last := found.names.last:
                place = Location(None, found.line)
                text = f"… {last.name}"
                yield identity, Claim(ClaimKind.LAST_AUTHOR, text, last.name, location=place)
        yield from told


def _put_claims(
    library: Library,
    claims: _Claims,
    keys: dict[Identity, str],
) -> None:
    titles = {identity: library[key].title for identity, key in keys.items()}
    for identity, group in credited_groups(claims.reading, titles):
        release = library[keys[identity]]
        if not release.authors:
            library.replace(release.evolve(authors=Authors((group,))))
    gathered: dict[str, dict[Claim, None]] = {}
    for identity, claim in claims.find(titles):
        placed = attrs.evolve(claim, location=attrs.evolve(claim.location, path=library.path))
        gathered.setdefault(keys[identity], {}).setdefault(placed)
    library.claims.update({key: tuple(claims) for key, claims in gathered.items()})

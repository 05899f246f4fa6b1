"""APA 7: the parts of its references that its style prints from other variables."""

from __future__ import annotations

import re
from typing import Any, Final

from refcore.csl.fitting import SPAN_TAG, Fitting
from refcore.csl.guideforms.shared import NUMBERED, US_PATENT
from refcore.csl.guides import REPORT
from refcore.csl.kinds.shows import EPISODE
from refcore.csl.kinds.talks import KIND_OF_TALK
from refcore.csl.processor.item import JOINED_PAIR
from refcore.csl.processor.numbers import is_numeric
from refcore.names.bodies import is_cut_body
from refcore.text.patterns import regex
from refcore.text.titlecase import is_foreign, sentence_case

__all__ = ["RULES"]

_TWO: Final = 2
# Kinds of works that APA prints in brackets after the title, in sentence case.
_BRACKETED: Final = regex(
    r"(?:(?:issue|policy|research) brief|(?:annual|progress|final|consultancy) report|white paper"
    r"|fact sheet|press release|news release|code of ethics"
    r"|(?:computer|mobile) (?:software|app|game)"
    r"|video (?:file|game|webcast)|(?:tv|television) (?:series|episode|broadcast|series episode)"
    r"|(?:audio )?podcast(?: episode)?|power ?point slides|lecture notes|data set|blog post"
    r"|photograph|infographic|painting|sculpture|map)",
    re.IGNORECASE,
)
_READ_ALOUD: Final = regex(r"(?:unabridged )?audio-?book\b.{0,80}\Z", re.IGNORECASE)
_SET_OFF: Final = regex(r"(<i>|“)((?:[^<>“”]|</?span[^<>]*>)*)(</i>|”)")
# "Review of the book Moss and Stone, by A. Elm": what is reviewed, without italics.
_REVIEWED: Final = regex(
    r"(?<=\AReview of the )(?P<kind>(?:[a-z]+[ -]){1,4})(?P<title>(?=[^a-z])(?:(?!, by ).)+)"
)
_SERIAL: Final = frozenset({"broadcast", "motion_picture", "song", "performance"})
# What became of a work after it was published, or where it was published first.
_LATER: Final = regex(
    r"\(?(?:retraction published|retracted|reprinted (?:from|in)|expression of concern published"
    r"|correction published|erratum published)\b.{0,300}",
    re.IGNORECASE,
)
# Two publishers, the first of which is plainly one: "Fen Society Press and Mire House".
_TWO_HOUSES: Final = regex(
    r"([A-Z]\S* (?:\S+ )*(?:Press|Association|Society|Publishers|Publishing|Books|Verlag|Records"
    r"|Pictures|Films|Studios|Productions)) and ([A-Z]\S* (?:\S+ )*\S+)"
)
_WHOLE_ISSUE: Final = regex(r"special (?:issue|section)", re.IGNORECASE)
_SUPREME_COURT: Final = frozenset({"U.S.", "U. S.", "S. Ct.", "L. Ed.", "L. Ed. 2d"})
_SUBTITLE: Final = regex(r"(?<=[^:]: )[a-z](?=[a-z]*(?:[\s,-]|\Z))")
# What a paper in proceedings has, and a paper that was only read lacks.
_PUBLISHED: Final = frozenset(
    "page number volume issue publisher editor DOI collection-title".split()
)
_PROCEEDINGS: Final = regex(r"\b(?:proc|proceedings|advances|transactions|lecture notes)\b", re.I)


def _court(one: Fitting) -> None:
    """Leave out the court if the name of its reports has it (section 11.4)."""
    item = one.item
    if item["type"] == "legal_case" and item.get("container-title", "") in _SUPREME_COURT:
        item.pop("authority", None)


def _review(one: Fitting) -> None:
    """Set the title of the reviewed work in sentence case, and in italics (section 10.7)."""
    item = one.item
    genre = item.get("genre", "")
    if not one.reference.lowered or not genre.startswith("Review of the"):
        return
    if "<i>" not in genre and "“" not in genre:
        genre = _REVIEWED.sub(r"\g<kind><i>\g<title></i>", genre)
    item["genre"] = _SET_OFF.sub(lambda run: run[1] + sentence_case(run[2]) + run[3], genre)


def _number(one: Fitting) -> None:
    """Print "No." before the numbers of standards and reports (section 10.4).

    The style does so for plain numbers only.
    """
    item = one.item
    number = item.get("number", "")
    says_no = item.get("genre", "").endswith((" No.", " No"))
    if number and says_no:
        item["genre"] = item["genre"].removesuffix(".").removesuffix(" No")  # printed by the style
    if item["type"] == "broadcast" and number and EPISODE.fullmatch(item.get("genre", "")):
        item.setdefault("medium", item.pop("genre"))  # section 10.13: "(No. 4) [Audio podcast …]"
    is_bare = item["type"] == "standard" and number[:1].isdigit()
    is_coded = number and not is_numeric(number) and not NUMBERED.search(number.lower())
    is_said = says_no or (item["type"] == "report" and item.get("genre") == REPORT)
    if "genre" in item and (is_bare or (is_coded and is_said)):
        item["number"] = f"No. {number}"
    if "genre" in item and number and item["type"].startswith("article-"):
        item.setdefault("medium", item.pop("genre"))  # printed beside an article number


def _small_names(one: Fitting) -> None:
    """Shorten a name that its bearer writes in small letters: "hooks, b." (section 9.8).

    Processors leave given names without a capital as they are.
    """
    for role in ("author", "editor"):
        for name in one.item.get(role, []):
            given = name.get("given", "")
            if given.isalpha() and (given + name.get("family", "A")).islower():
                name["given"] = f"{given[0]}."


def _pair(one: Fitting) -> None:
    """Set two groups without a comma between them (section 10.4, example 51).

    The comma belongs to inverted names; a publisher that is one of the groups is left out.
    """
    item = one.item
    names = item.get("author", [])
    if len(names) != _TWO or not all("literal" in name for name in names):
        return
    item[JOINED_PAIR] = "true"
    if any(name["literal"] == item.get("publisher") for name in names):
        del item["publisher"]


def _patent(one: Fitting) -> None:
    """Say whose patent "US 9,876,543" is (section 10.4, example 56)."""
    item = one.item
    found = US_PATENT.fullmatch(item.get("number", "")) if item["type"] == "patent" else None
    if found is not None and "genre" not in item:
        item |= {"genre": "U.S. Patent", "number": found[1]}


def _kind(one: Fitting) -> None:
    """Print [Film], [Song] and [Audiobook] (sections 10.12, 10.13; 10.2, example 22)."""
    item = one.item
    is_video = one.reference.extra.get("entrytype") == "video" and "director" not in item
    if item["type"] == "motion_picture" and item.get("publisher") == item.get("container-title"):
        item.pop("container-title", None)  # YouTube, which holds and publishes a video
    if item["type"] == "motion_picture" and not is_video:
        item.setdefault("genre", "Film")
    if item["type"] == "song" and "container-title" in item and "number" not in item:
        item.setdefault("genre", "Song")
    if item["type"] == "book" and "genre" not in item and _READ_ALOUD.match(item.get("note", "")):
        item["genre"] = item.pop("note").rstrip(". ")


def _museum(one: Fitting) -> None:
    """Print the town of a museum after its name (section 10.14, example 97)."""
    item = one.item
    for name, place in (("publisher", "publisher-place"), ("archive", "archive-place")):
        if item["type"] == "graphic" and {name, place} <= set(item):
            item[name] += f", {item.pop(place)}"


def _issue(one: Fitting) -> None:
    """Print "(2021, Winter)" and a whole issue (section 10.1, examples 7 and 14)."""
    item = one.item
    is_seasonal = "season" in item.get("issued", {}) and "volume" not in item
    if item["type"] == "article-journal" and is_seasonal:
        item["type"] = "article-magazine"
    if item["type"] == "article-journal" and "editor" in item and "author" not in item:
        note = item.get("note", "").rstrip(".")
        if _WHOLE_ISSUE.fullmatch(note):
            item["genre"] = item.pop("note").rstrip(".")


def _brackets(one: Fitting) -> None:
    """Lower what is in brackets: "[Issue brief]" (section 9.21)."""
    item = one.item
    if not item.get("number", "") and _BRACKETED.fullmatch(item.get("genre", "")):
        item["genre"] = sentence_case(item["genre"])


def _entry(one: Fitting) -> None:
    """Begin an entry without an author in a printed book with its title (section 9.12).

    The style has the publisher in the author's place, as in "Merriam-Webster. (n.d.). Moss".
    """
    item = one.item
    is_printed = item["type"].startswith("entry-") and {"page", "editor"} & set(item)
    if is_printed and "author" not in item and "URL" not in item:
        item["type"] = "entry"


def _history(one: Fitting) -> None:
    """Print that a work was retracted or reprinted after it (10.1, example 11; 10.2, example 26).

    Parentheses within those of the style are brackets.
    """
    item = one.item
    note = item.get("note", "").strip().rstrip(".")
    if one.reference.lowered and _LATER.fullmatch(note) and "references" not in item:
        inner = note[1:-1] if note[0] == "(" and note[-1] == ")" else note
        item["references"] = inner.replace("(", "[").replace(")", "]")
        del item["note"]


def _houses(one: Fitting) -> None:
    """Print a semicolon between two publishers, which BibLaTeX joins by "and" (section 9.29)."""
    two = _TWO_HOUSES.fullmatch(one.item.get("publisher", ""))
    # "Federal Press and Information Office" is one.
    if one.reference.lowered and two and not is_cut_body(two[1], two[2]):
        one.item["publisher"] = f"{two[1]}; {two[2]}"


def _in_press(one: Fitting) -> None:
    """Print "in press" in the place of the year (section 8.11)."""
    item = one.item
    if item.get("status", "").lower() == "in press" and "volume" not in item:
        item["issued"] = {"literal": item.pop("status")}


def _running(one: Fitting) -> None:
    """Print "2015–present" for a series that goes on (section 10.12, example 86)."""
    date = one.reference.issued if one.item["type"] in _SERIAL else None
    if date is not None and date.open_end and date.start is not None:
        one.item["issued"] = {"date-parts": [[date.start.year], [0]], "joint": "–present"}


def _working_paper(one: Fitting) -> None:
    """Leave out "Working Paper Series" beside "Working Paper No. 3" (section 10.4)."""
    item = one.item
    genre = item.get("genre", "").lower()
    series = SPAN_TAG.sub("", item.get("collection-title", "")).lower()
    if item["type"] == "report" and genre and series.startswith(genre):
        del item["collection-title"]


def _proceedings(one: Fitting) -> None:
    """Print a series of proceedings; set an unpublished paper as a talk (section 10.5)."""
    item = one.item
    if {"container-title", "collection-title", "volume", "editor"} <= set(item):
        _series(item)
    is_paper = item["type"] == "paper-conference" and not _PUBLISHED & set(item)
    event = item.get("container-title", "")
    if is_paper and event and not _PROCEEDINGS.search(event):
        _as_talk(item)


def _series(item: dict[str, Any]) -> None:
    """Put a numbered series before the title of proceedings (section 10.5, example 61)."""
    if item["type"] in ("chapter", "paper-conference") and "volume-title" not in item:
        series = sentence_case(item.pop("collection-title"))
        title = item["container-title"]
        item["container-title"] = f"{series}: Vol. {item.pop('volume')}. {title}"


def _titles(one: Fitting) -> None:
    """Capitalise the first word of a subtitle (section 6.17), lower case in other formats."""
    item = one.item
    if is_foreign(item.get("title", "")) or item.get("language", "en")[:2].lower() != "en":
        return
    is_article = item["type"].startswith("article-")
    for name in ("title",) if is_article else ("title", "container-title"):
        if ": " in (text := item.get(name, "")):
            item[name] = _SUBTITLE.sub(lambda start: start[0].upper(), text)


def _as_talk(item: dict[str, Any]) -> None:
    """Set a paper in no proceedings as a talk at a meeting; its note may name the kind."""
    item["type"] = "speech"
    item.setdefault("event-title", item.pop("container-title"))
    item["event"] = item["event-title"]
    if "publisher-place" in item:
        item.setdefault("event-place", item.pop("publisher-place"))
    if KIND_OF_TALK.fullmatch(item.get("note", "").rstrip(".")):
        item.setdefault("genre", item.pop("note").rstrip("."))


RULES: Final = (
    _titles,
    _small_names,
    _pair,
    _court,
    _review,
    _number,
    _kind,
    _patent,
    _museum,
    _issue,
    _brackets,
    _entry,
    _history,
    _houses,
    _in_press,
    _running,
    _working_paper,
    _proceedings,
)

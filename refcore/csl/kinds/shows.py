"""Films, videos, recordings, broadcasts and performances."""

from __future__ import annotations

import re
from typing import Final

from refcore.csl.fitting import Fitting
from refcore.csl.kinds.shared import APA_AND_HUMANITIES, HOST, people_in
from refcore.formats.csljson.names import name_to_csl
from refcore.text.patterns import regex

__all__ = ["EPISODE", "episode", "film", "makers", "medium", "staged", "video"]

_VIDEO_SITE: Final = {
    "youtube.com": "YouTube",
    "youtu.be": "YouTube",
    "vimeo.com": "Vimeo",
    "bilibili.com": "Bilibili",
    "dailymotion.com": "Dailymotion",
}
_VIDEO: Final = regex(
    r"\[?(?:(?:online |youtube )?video(?: file| recording|recording)?|film)\]?", re.IGNORECASE
)
_FILM: Final = regex(
    r"\[?(?:(?:feature |documentary )?film|motion picture|movie)\]?\.?", re.IGNORECASE
)
_CARRIER: Final = regex(
    r"(?:\d+ )?(?:DVDs?|DVD video|Blu-?ray(?: discs?)?|VHS|video ?cassettes?|CDs?|compact discs?"
    r"|LPs?|vinyl|audio ?cassettes?|MP3|16 mm|35 mm)",
    re.IGNORECASE,
)
EPISODE: Final = regex(
    r"(?:audio |video )?podcast(?: episode)?|radio (?:broadcast|series episode|episode)"
    r"|(?:tv|television|web) (?:series )?episode",
    re.IGNORECASE,
)
_SOUNDS: Final = frozenset({"motion_picture", "song", "webpage", "document"})
# Fields for contributors that neither BibTeX nor BibLaTeX has.
_MAKERS: Final = "director host interviewer composer illustrator producer narrator".split()


def makers(one: Fitting) -> None:
    """Read the director of a film and other contributors from fields of their own.

    ``authortype={host}`` gives the role of the authors (APA 7, section 10.13), and biblatex-apa
    has a field for authors that are groups.
    """
    item, extra = one.item, one.reference.extra
    if "groupauthor" in extra and "author" not in item:
        item["author"] = [{"literal": name.name} for name in people_in(extra["groupauthor"])]
    for role in _MAKERS:
        if role in extra and role not in item and (names := people_in(extra[role])):
            item[role] = [name_to_csl(name) for name in names]
    role = extra.get("authortype", "")
    if role in _MAKERS and "author" in item and one.guide.name.startswith("apa"):
        item[role] = item.pop("author")  # the style prints "(Host)" after the names


def episode(one: Fitting) -> None:
    """Set an episode of a podcast as one of a broadcast (APA 7, section 10.13)."""
    item = one.item
    words = item.get("genre", "") or item.get("medium", "")  # as Zotero has it
    if one.reference.extra.get("entrysubtype", "").startswith("podcast"):  # as biblatex-apa
        is_part = item.keys() & {"container-title", "collection-title"}
        words = item.setdefault("genre", "Audio podcast episode" if is_part else "Audio podcast")
    if item["type"] in _SOUNDS and EPISODE.fullmatch(words):
        is_mla = one.guide.name.startswith("modern-language-association")
        is_alone = not {"container-title", "collection-title"} & set(item)
        if is_mla and is_alone and item["type"] == "webpage" and "publisher" in item:
            item["container-title"] = item.pop("publisher")  # MLA 9, section 5.31
        item["type"] = "broadcast"
        if "container-title" not in item and "collection-title" in item:
            item["container-title"] = item.pop("collection-title")


def video(one: Fitting) -> None:
    """Set a work on a video site as a video, and name the site (APA 7, section 10.12)."""
    item, reference = one.item, one.reference
    if item["type"] not in ("webpage", "document", "motion_picture"):
        return
    host = HOST.match(item.get("URL", ""))
    site = _VIDEO_SITE.get(host[1].lower(), "") if host else ""
    if not reference.lowered and (not site or item["type"] == "document"):
        return
    note = item.get("note", "").strip(". ")
    is_said = _VIDEO.fullmatch(note) or _VIDEO.fullmatch(item.get("publisher", ""))
    if _VIDEO.fullmatch(note):
        del item["note"]
    elif not site and not _VIDEO.fullmatch(item.get("publisher", "")):
        return
    if site and "container-title" not in item:
        item.setdefault("publisher", site)
    if _VIDEO.fullmatch(item.get("publisher", "")):
        del item["publisher"]
    if site and one.guide.name.startswith("ieee"):
        # IEEE Reference Guide, "Video Online": in title case.
        item |= {"type": "motion_picture", "title": reference.title}
    names_kinds = one.guide.is_acm or one.guide.name.startswith("apa")
    repeats_it = is_said and one.guide.name.startswith(("chicago", "turabian"))
    if "genre" not in item and (names_kinds or repeats_it):
        item["genre"] = "Video"


def film(one: Fitting) -> None:
    """Set what is called a film as one; its author is its director (APA 7, section 10.12).

    Zotero writes the director of ``@movie`` as the author.
    """
    item, reference = one.item, one.reference
    note = next((name for name in ("note", "publisher") if _FILM.fullmatch(item.get(name, ""))), "")
    if note and item["type"] == "document" and reference.lowered and "URL" not in item:
        del item[note]
        item["type"] = "motion_picture"
    host = HOST.match(item.get("URL", ""))
    is_clip = reference.extra.get("entrytype") == "video" or (host and host[1] in _VIDEO_SITE)
    is_film = item["type"] == "motion_picture" and reference.lowered and not is_clip
    is_open = "director" in item or reference.authors.others
    if not is_film or is_open or not one.guide.name.startswith(APA_AND_HUMANITIES):
        return
    if "author" in item and all("family" in name for name in item["author"]):
        item["director"] = item.pop("author")


def medium(one: Fitting) -> None:
    """Read a note with the medium of a film or a recording (CMOS 17, section 14.261)."""
    item = one.item
    note = item.get("note", "").strip("[]. ")
    is_heard = note.lower() == "audiobook" and "genre" not in item
    if is_heard and (item["type"] == "song" or one.guide.name.startswith("apa")):
        item["genre"] = item.pop("note").strip("[]. ")  # APA 7, section 10.2, example 22
    if item["type"] not in ("motion_picture", "song", "broadcast") or "medium" in item:
        return
    for name in ("note", "genre", "publisher"):
        words = item.get(name, "").strip(". ")
        if _CARRIER.fullmatch(words):
            item["medium"] = words
            del item[name]
            return


def staged(one: Fitting) -> None:
    """Print the stage of a performance with its town: BibLaTeX's ``venue`` and ``location``."""
    item = one.item
    stage, town = item.get("event-place", ""), item.get("publisher-place", "")
    if item["type"] == "performance" and stage and town and town not in stage:
        item |= dict.fromkeys(("event-place", "publisher-place"), f"{stage}, {town}")

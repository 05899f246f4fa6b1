"""What was read as a title or as names and is doubtful, so that it is left out.

The rules and the evidence read where names and titles begin and end. Here the words beside them
are examined: if a list of names goes on before its first one, a part of it was read, and a part
of a list would contradict the record. What is left out is said to be not understood.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import attrs

from refcore.markdown.attach import FoundList
from refcore.markdown.links import Mention
from refcore.markdown.reading import Reading
from refcore.markdown.titles import NO_TITLE, Title, is_venue
from refcore.names.givennames import is_given
from refcore.names.running import NameList
from refcore.text.patterns import regex

__all__ = ["Doubts", "doubts"]

_REACH: Final = 1000  # characters around a work in which its title is looked for
# "for the Form of Things": the second half of a title.
_BEGINS_INSIDE: Final = regex(r"(?:and|at|by|for|from|in|of|on|or|that|the|to|which|with)\s")
# "On the Form — a study\n  and of Things": plain words that go on behind what was read.
_GOES_ON: Final = regex(
    r"\s[—–-]{1,2}\s(?:an?\s)?[a-z]"
    r"|,? ?\"?\n[ \t]{0,12}\"?(?!arxiv|doi|https?:|et\s)[a-z]{2,}\s"
)
# "the paper lists Ada Berg, ": the last words before names are one more.
_NAME_BEFORE: Final = regex(
    r"\b(?:cites|credits|gives|has|have|includes?|lists?|mentions|names|shows)\s"
    r"(?P<name>[^\W\d_a-z][\w'’-]{0,30}(?:\s[^\W\d_a-z][\w'’-]{0,30}\.?){1,2}),\s\Z"
)
# "Cell 184, 3573–3587.e29": a journal with the place of an article in it.
_PLACE: Final = regex(
    r"[^\W\d_][\w.&-]{0,20}(?:\s[^\W\d_][\w.&-]{0,20}){0,5}\s[0-9]{1,4}(?:\s?\([0-9–-]{1,7}\))?"
    r"[,:]\s?[A-Za-z]?[0-9]{1,7}[–-][A-Za-z]?[0-9]{1,7}(?:\.e[0-9]{1,3})?\W{0,3}\Z"
)
_PAIR: Final = regex(r"(?P<family>[^\W\d_a-z][^\W\d_]+),\s(?P<given>[^\W\d_a-z][^\W\d_]+)[\s.]?")
_BACK: Final = 120  # characters before names


@attrs.frozen
class Doubts:
    """The titles that stay, and the names that are left out as the note writes them."""

    titles: list[Title]
    unread: dict[tuple[str, str], str]


def doubts(
    reading: Reading,
    titles: Iterable[tuple[Mention, Title]],
    lists: dict[tuple[str, str], FoundList],
) -> Doubts:
    """Return the titles, unsure where they are doubtful; take doubtful names out of the lists.

    >>> from refcore.markdown import read
    >>> one = "- Things (arXiv:2506.13585): the list has Ada Berg, Bo Fei and Carl Dahl.\\n"
    >>> [str(reference.authors) for reference in read(one)]
    ['']
    """
    kept: list[Title] = []
    unread: dict[tuple[str, str], str] = {}
    for mention, title in titles:
        held = lists.get(mention.identity)
        if held is not None and (said := doubtful_names(held, title.text, reading)):
            unread[mention.identity] = said
            del lists[mention.identity]
        doubtful = title.sure and _is_doubtful(title.text, reading, mention)
        title = attrs.evolve(title, sure=False) if doubtful else title
        kept.append(NO_TITLE if _PLACE.match(title.text) else title)
    return Doubts(kept, unread)


def doubtful_names(held: FoundList, title: str, reading: Reading) -> str:
    """Return the words of a list of names that may be read wrong, or nothing."""
    text, names = reading.inlines[held.block].text, held.names
    before = text[max(0, names.start - _BACK) : names.start]
    if (found := _NAME_BEFORE.search(before)) and found["name"] not in title:
        return f"{found['name']}, {text[names.start : names.end]}"
    own = text[names.start : names.end]
    return own if _are_filed(names, own) or _is_journal(names) else ""


def _are_filed(names: NameList, text: str) -> bool:
    """Whether two single words may be one person, family name first, or two people.

    "Berg, Georgios et al." may be one, "Kingma, Welling" two. Beside full names they are one more
    person: "Ada Berg, Fei, Georgios".
    """
    words = [name.name for name in names.names]
    if len(words) == 1 and not names.others and (pair := _PAIR.fullmatch(text)):
        filed = words[0] == f"{pair['given']} {pair['family']}"
        return filed and not is_given(pair["given"])
    if len(words) < 2 or " " in words[-1] + words[-2] or not is_given(words[-1]):
        return False
    several = len(words) > 2 and not any(" " in word for word in words)
    return not several and not is_given(words[-2]) and f"{words[-2]}, {words[-1]}" in text


def _is_journal(names: NameList) -> bool:
    """Whether the only name is that of a journal: "Acta Orientalia"."""
    return len(names.names) == 1 and not names.others and is_venue(names.names[0].name)


def _is_doubtful(title: str, reading: Reading, mention: Mention) -> bool:
    """Whether a title is half of one: it begins or ends inside a phrase."""
    if _BEGINS_INSIDE.match(title):
        return True
    text = reading.inlines[mention.block].text[max(0, mention.start - _REACH) :][: 2 * _REACH]
    place = text.replace("\n", " ").find(title)
    return place >= 0 and bool(_GOES_ON.match(text, place + len(title)))

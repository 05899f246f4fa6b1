"""The comparison of a reference's publisher with the record's."""

from __future__ import annotations

from typing import Final

from refcore.compare.agreement import Agreement, FieldComparison
from refcore.compare.titles.words import title_words
from refcore.text.ascii import to_ascii
from refcore.text.patterns import regex

__all__ = ["compare_publishers"]

# General words that one form of a publisher's name has and another leaves out.
_LEGAL: Final = frozenset(
    "inc ltd llc co corp corporation company limited gmbh ag kg bv b v s a sa srl plc pty the and "
    "of for press publishing publishers publisher publications publication verlag group house "
    "books international science business media nature sons edition editions university "
    "presses verlagsgesellschaft society".split()
)
# Names of one publisher: an imprint, a short form, a merger. The first is the normal form.
_HOUSES: Final = tuple(
    tuple(row.split(", "))
    for row in (
        "springer, springer verlag, springer science business media, springer nature, "
        "birkhauser, apress, palgrave macmillan, bmc, biomed central, nature portfolio, "
        "nature publishing group, kluwer, kluwer academic publishers, plenum, plenum press",
        "association for computing machinery, acm, acm press",
        "institute of electrical and electronics engineers, ieee, ieee computer society, "
        "ieee press",
        "elsevier, elsevier bv, north holland, academic press, pergamon, cell press, "
        "morgan kaufmann",
        "wiley, john wiley and sons, wiley blackwell, wiley vch, blackwell",
        "oxford university press, oup, clarendon press",
        "cambridge university press, cup",
        "mit press, massachusetts institute of technology press",
        "pmlr, proceedings of machine learning research, jmlr, jmlr org",
        "aaai press, aaai, association for the advancement of artificial intelligence",
        "association for computational linguistics, acl",
        "curran associates, curran, neural information processing systems foundation, neurips",
        "american physical society, aps",
        "american institute of physics, aip, aip publishing",
        "iop publishing, iop, institute of physics, institute of physics publishing",
        "american mathematical society, ams",
        "society for industrial and applied mathematics, siam",
        "american chemical society, acs, acs publications",
        "royal society of chemistry, rsc",
        "public library of science, plos",
        "taylor and francis, informa, informa uk limited, routledge, crc press, chapman and hall, "
        "chapman hall crc",
        "world scientific, world scientific publishing",
        "wolters kluwer, lippincott, lippincott williams and wilkins, ovid technologies, "
        "ovid technologies wolters kluwer health, wolters kluwer health",
        "de gruyter, walter de gruyter, de gruyter mouton",
        "addison wesley, pearson, prentice hall, pearson education",
        "mcgraw hill, mcgraw hill education",
        "o reilly, o reilly media",
        "usenix association, usenix",
        "international speech communication association, isca",
        "schloss dagstuhl, schloss dagstuhl leibniz zentrum fur informatik, dagstuhl",
        "cold spring harbor laboratory, cold spring harbor laboratory press",
    )
)
_HOUSE_OF: Final = {
    name: row[0] for row in _HOUSES for name in (" ".join(title_words(name)) for name in row)
}


def compare_publishers(claimed: str, actual: str) -> FieldComparison | None:
    """Compare two names of publishers: legal forms, imprints and short forms are variants.

    >>> compare_publishers("ACM", "Association for Computing Machinery").kind.value
    'variant'
    >>> compare_publishers("Springer", "Elsevier BV").kind.value
    'different'
    """
    ours, theirs = _words(claimed), _words(actual)
    if not ours or not theirs:
        return None

    def found(kind: Agreement, difference: str, rule: str) -> FieldComparison:
        return FieldComparison("publisher", kind, difference, claimed, actual, rule)

    if ours == theirs:
        return found(Agreement.SAME, "none", "the record has the publisher")
    if _houses(claimed) & _houses(actual):
        return found(Agreement.VARIANT, "house", "two names of one publisher")
    if _are_initials(ours, theirs) or _are_initials(theirs, ours):
        return found(Agreement.VARIANT, "short", "one name is the initials of the other")
    one, other = (set(words) - _LEGAL for words in (ours, theirs))
    if one and other and (one <= other or other <= one):
        return found(Agreement.VARIANT, "short", "the name is written shorter or longer")
    return found(Agreement.DIFFERENT, "publisher", f"the record has {actual}")


def _are_initials(short: list[str], words: list[str]) -> bool:
    """Return whether a publisher's short name has the initials of the other name's last words.

    >>> _are_initials(["who"], ["world", "health", "organization"])
    True
    >>> _are_initials(["jhu", "press"], ["johns", "hopkins", "university", "press"])
    True
    """
    name = [word for word in short if word not in _LEGAL]
    if len(name) != 1 or len(name[0]) < _LEAST_INITIALS or len(words) < _LEAST_INITIALS:
        return False
    large = [word[0] for word in words if word not in _SMALL]
    bare = [word[0] for word in words if word not in _SMALL and word not in _PRINTS]
    return any("".join(letters).endswith(name[0]) for letters in (large, bare))


_SMALL: Final = frozenset("and de del des di do du et for für of the und".split())
_PRINTS: Final = frozenset("press publishing publishers".split())
_LEAST_INITIALS: Final = 3
# Words of publishers that people cut.
_CUT: Final = {
    "univ": "university", "soc": "society", "assoc": "association", "inst": "institute",
    "natl": "national", "publ": "publishing", "sci": "science", "amer": "american",
    "math": "mathematical", "phys": "physical", "chem": "chemical", "intl": "international",
    "acad": "academic", "geol": "geological", "pr": "press", "govt": "government",
}  # fmt: skip


# Crossref has the place right behind the name: "Oxford University PressNew York".
_GLUED: Final = regex(r"(?<=Press|Books)(?=[A-Z])|(?<=Verlag)(?=[A-Z])")


def _words(name: str) -> list[str]:
    """Return the words of a publisher's name, those that are cut written out.

    >>> _words("Oxford Univ. Press"), _words("Oxford University PressNew York")[3:]
    (['oxford', 'university', 'press'], ['new', 'york'])
    """
    plain = name if name.isascii() else to_ascii(name)
    return [_CUT.get(word, word) for word in title_words(_GLUED.sub(" ", plain))]


def _houses(name: str) -> frozenset[str]:
    """Return the normal forms of a publisher's name, with and without its short form.

    >>> sorted(_houses("ACM")), sorted(_houses("Dover"))
    (['association for computing machinery'], ['dover'])
    """
    head, _, short = name.partition("(")
    return frozenset(_house(words) for part in (name, head, short) if (words := _words(part)))


def _house(words: list[str]) -> str:
    """Return the house of a name, or of the longest beginning of it that names one.

    >>> _house("springer nature".split())
    'springer'
    """
    core = [word for word in words if word not in ("inc", "ltd", "llc", "limited", "the")]
    named = (
        house
        for these in (words, core)
        for end in range(len(these), 0, -1)
        if (house := _HOUSE_OF.get(" ".join(these[:end])))
    )
    return next(named, " ".join(core))

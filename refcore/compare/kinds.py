"""The vocabulary of a comparison: list verdicts, kinds of difference, kinds of variant."""

from __future__ import annotations

import enum

__all__ = [
    "AGREEING",
    "BREAKING",
    "CONTRADICTING",
    "MOVED",
    "DifferenceKind",
    "ListVerdict",
    "VariantKind",
]


class ListVerdict(enum.StrEnum):
    """The result of comparing a claimed author list with the actual one.

    >>> ListVerdict("missing-authors").is_wrong
    True
    """

    MATCH = "match"
    MATCH_WITH_VARIANT = "match-with-variant"
    TRUNCATED_OK = "truncated-ok"
    ORDER_DIFFERS = "order-differs"
    MISSING_AUTHORS = "missing-authors"
    EXTRA_AUTHORS = "extra-authors"
    WRONG = "wrong"
    NOT_COMPARED = "not-compared"

    @property
    def is_wrong(self) -> bool:
        """Whether the list says something false.

        >>> [verdict.value for verdict in ListVerdict if not verdict.is_wrong]
        ['match', 'match-with-variant', 'truncated-ok', 'not-compared']
        """
        return self not in _SOUND and self is not ListVerdict.NOT_COMPARED

    @property
    def is_right(self) -> bool:
        """Whether every name of the list was compared and is right.

        >>> ListVerdict.NOT_COMPARED.is_right, ListVerdict.NOT_COMPARED.is_wrong
        (False, False)
        """
        return self in _SOUND


_SOUND = frozenset({ListVerdict.MATCH, ListVerdict.MATCH_WITH_VARIANT, ListVerdict.TRUNCATED_OK})


class DifferenceKind(enum.StrEnum):
    """How a claimed name relates to the actual one, or what the list lacks.

    >>> DifferenceKind.OTHER_PERSON in BREAKING, DifferenceKind.VARIANT in BREAKING
    (True, False)
    """

    SAME = "same"
    VARIANT = "variant"
    MOVED = "moved"
    SWAPPED = "swapped"
    MISSING = "missing"
    EXTRA = "extra"
    DUPLICATE = "duplicate"
    MISSPELLED = "misspelled"
    DIFFERENT_GIVEN_NAME = "different-given-name"
    DIFFERENT_FAMILY_NAME = "different-family-name"
    DIFFERENT_SUFFIX = "different-suffix"
    OTHER_PERSON = "other-person"
    OTHER_SCRIPT = "other-script"
    MERGED = "merged"
    SPLIT = "split"
    GROUP_MISSING = "group-missing"
    GROUP_EXTRA = "group-extra"
    GROUP_VARIANT = "group-variant"
    GROUP_GLUED = "group-glued"
    OTHER_GROUP = "other-group"
    TRUNCATED = "truncated"
    COUNT_WRONG = "count-wrong"


AGREEING = frozenset({DifferenceKind.SAME, DifferenceKind.VARIANT})
MOVED = frozenset({DifferenceKind.MOVED, DifferenceKind.SWAPPED})
CONTRADICTING = frozenset(
    {
        DifferenceKind.MISSPELLED,
        DifferenceKind.DIFFERENT_GIVEN_NAME,
        DifferenceKind.DIFFERENT_FAMILY_NAME,
        DifferenceKind.DIFFERENT_SUFFIX,
        DifferenceKind.OTHER_PERSON,
        DifferenceKind.MERGED,
        DifferenceKind.SPLIT,
        DifferenceKind.OTHER_GROUP,
    }
)
BREAKING = CONTRADICTING | {
    DifferenceKind.MOVED,
    DifferenceKind.SWAPPED,
    DifferenceKind.MISSING,
    DifferenceKind.EXTRA,
    DifferenceKind.DUPLICATE,
    DifferenceKind.COUNT_WRONG,
}


class VariantKind(enum.StrEnum):
    """How two spellings of one person's name differ.

    >>> VariantKind.INITIALS.words
    'initials in place of given names'
    """

    CASE = "case"
    DIACRITICS = "diacritics"
    TRANSLITERATION = "transliteration"
    LOOK_ALIKE = "look-alike"
    LIGATURE = "ligature"
    PUNCTUATION = "punctuation"
    HYPHEN_SPACE = "hyphen-space"
    INITIALS = "initials"
    SHORT_FORM = "short-form"
    MIDDLE_NAME = "middle-name"
    FIRST_NAME_DROPPED = "first-name-dropped"
    GIVEN_NAME_DROPPED = "given-name-dropped"
    COMPOUND_PART = "compound-part"
    PARTICLE = "particle"
    FAMILY_FIRST = "family-first"
    SUFFIX_DROPPED = "suffix-dropped"

    @property
    def words(self) -> str:
        """The rule in words."""
        return _WORDS[self]


_WORDS = {
    VariantKind.CASE: "written in another case",
    VariantKind.DIACRITICS: "diacritics dropped, added or transliterated",
    VariantKind.TRANSLITERATION: "another transliteration of the same name",
    VariantKind.LOOK_ALIKE: "written with letters that only look the same",
    VariantKind.LIGATURE: "written with a ligature",
    VariantKind.PUNCTUATION: "dots, apostrophes or the space between initials differ",
    VariantKind.HYPHEN_SPACE: "hyphen, space or neither between the parts of a name",
    VariantKind.INITIALS: "initials in place of given names",
    VariantKind.SHORT_FORM: "a well-known short form of the name",
    VariantKind.MIDDLE_NAME: "a middle name is left out in one of them",
    VariantKind.FIRST_NAME_DROPPED: "known by the second given name",
    VariantKind.GIVEN_NAME_DROPPED: "the family name alone",
    VariantKind.COMPOUND_PART: "one part of a compound name left out or cut to its initial",
    VariantKind.PARTICLE: "the particle is left out, joined, or filed another way",
    VariantKind.FAMILY_FIRST: "written family name first",
    VariantKind.SUFFIX_DROPPED: "a suffix such as Jr or III is left out in one of them",
}

"""The verdict on a reference: one row each, with all that the readers of a report need."""

from __future__ import annotations

import enum
from typing import Literal, TypeAlias

import attrs

from refcore.verification.grounds import Ground
from refcore.verification.spans import Tone

__all__ = ["Bearing", "Level", "Verdict", "VerdictRow"]

Level: TypeAlias = Literal["error", "warning", "note"]


class Bearing(enum.Enum):
    """What a verdict says for the run: this decides the exit code."""

    RIGHT = "right"  # 0
    WRONG = "wrong"  # 1
    SUSPECT = "suspect"  # 1, although nothing is proved
    OPEN = "open"  # 3
    OUTSIDE = "outside"  # 0, and 3 with --strict


@attrs.frozen
class VerdictRow:
    """What belongs to one verdict.

    `meaning` is one sentence for docs and SARIF, `remedy` says what to do. `level` is that of
    an annotation, None where the reference needs no mark. Of two records of one work, the one
    whose verdict has the lower `rank` says more. `ground` gives the probability of a verdict that
    comes from one record.
    """

    bearing: Bearing
    meaning: str
    remedy: str
    tone: Tone
    level: Level | None
    ground: Ground
    rank: int = 3


class Verdict(enum.StrEnum):
    """The result of comparing a reference with a record.

    The value is for programs; `words` is the same for people. `row` has its meaning, tone,
    bearing on the exit code, level of annotations, rank and ground.

    >>> Verdict("other-paper").words, Verdict("other paper") is Verdict.OTHER_PAPER
    ('other paper', True)
    >>> Verdict.OTHER_PAPER.row.meaning, Verdict.OTHER_PAPER.row.level
    ('The id belongs to another paper.', 'error')
    """

    row: VerdictRow

    def __new__(cls, value: str, row: VerdictRow) -> Verdict:
        """Make a member of its value and its row."""
        verdict = str.__new__(cls, value)
        verdict._value_ = value
        verdict.row = row
        return verdict

    CONFIRMED = (
        "confirmed",
        VerdictRow(
            bearing=Bearing.RIGHT,
            meaning="The record confirms the reference.",
            remedy="Nothing.",
            tone=Tone.GOOD,
            level=None,
            ground=Ground.AGREES,
            rank=0,
        ),
    )
    CONFIRMED_WITH_VARIANTS = (
        "confirmed-with-variants",
        VerdictRow(
            bearing=Bearing.RIGHT,
            meaning="The record confirms the reference; some names or fields are written "
            "another way.",
            remedy="You need not change anything. Look at what differs: initials prove "
            "less than full names.",
            tone=Tone.GOOD,
            level="note",
            ground=Ground.VARIES,
            rank=0,
        ),
    )
    INCOMPLETE = (
        "incomplete",
        VerdictRow(
            bearing=Bearing.OPEN,
            meaning="The work was found, but a part of the reference could not be compared.",
            remedy="Run `refcore verify` again with a network, so that another source "
            "can be asked. If this stays, compare the entry with the paper "
            "itself.",
            tone=Tone.UNSURE,
            level="warning",
            ground=Ground.OTHER_VERSION,
            rank=2,
        ),
    )
    SUSPECT = (
        "suspect",
        VerdictRow(
            bearing=Bearing.SUSPECT,
            meaning="There is evidence against the reference, but no proof.",
            remedy='Look for the work before you cite it: `refcore search "TITLE"`. If '
            "it exists, add its identifier to the entry.",
            tone=Tone.BAD,
            level="error",
            ground=Ground.SILENCE,
        ),
    )
    CONTRADICTED = (
        "contradicted",
        VerdictRow(
            bearing=Bearing.WRONG,
            meaning="The record contradicts the reference.",
            remedy="Correct the entry: `refcore verify --fix FILE` offers what is "
            "certain. Records have faults too: if the paper shows that the "
            "reference is right, write `% refcore: ok REASON` above the entry.",
            tone=Tone.BAD,
            level="error",
            ground=Ground.AUTHORS_DIFFER,
            rank=1,
        ),
    )
    OTHER_PAPER = (
        "other-paper",
        VerdictRow(
            bearing=Bearing.WRONG,
            meaning="The id belongs to another paper.",
            remedy='Find the right identifier: `refcore search "TITLE"`. Then take the '
            "entry from its record: `refcore fetch ID`.",
            tone=Tone.BAD,
            level="error",
            ground=Ground.DOI_OF_ANOTHER,
        ),
    )
    NOT_FOUND = (
        "not-found",
        VerdictRow(
            bearing=Bearing.WRONG,
            meaning="There is no such paper.",
            remedy="Look for a slip in the identifier. If there is none, search the "
            'title: `refcore search "TITLE"`. A work that no source has was '
            "probably invented.",
            tone=Tone.BAD,
            level="error",
            ground=Ground.SILENCE,
        ),
    )
    UNCHECKED = (
        "unchecked",
        VerdictRow(
            bearing=Bearing.OPEN,
            meaning="The reference could not be checked.",
            remedy="Add the DOI or the arXiv id to the entry, or run `refcore verify "
            "--lookup`, which searches by title. Where a service failed, run it "
            "again.",
            tone=Tone.UNSURE,
            level="warning",
            ground=Ground.NOT_COVERED,
        ),
    )
    NOT_COVERED = (
        "not-covered",
        VerdictRow(
            bearing=Bearing.OUTSIDE,
            meaning="No source has records of this kind of work, such as a web page.",
            remedy="Check it by hand. `refcore verify --links` asks whether its web "
            "address answers; `--ignore-kinds TYPE` leaves such references out.",
            tone=Tone.QUIET,
            level=None,
            ground=Ground.NOT_COVERED,
        ),
    )

    @property
    def words(self) -> str:
        """The verdict as people read it, with spaces."""
        return self.value.replace("-", " ")

    @classmethod
    def _missing_(cls, value: object) -> Verdict | None:
        # Versions before 0.2 wrote the values with spaces.
        spelt = str(value).replace(" ", "-")
        return next((verdict for verdict in cls if verdict.value == spelt), None)

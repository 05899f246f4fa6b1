"""How a report reads: lines of spans, each with a tone for the terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from refcore.compare import AuthorComparison, Difference, DifferenceKind
from refcore.compare.kinds import MOVED
from refcore.index.row import Row
from refcore.model.people import Authors, Group, Person
from refcore.model.reference import Reference
from refcore.net.addresses import LinkAnswer, LinkState
from refcore.records.record import Record
from refcore.sources.registry import label_of
from refcore.text.counts import counted
from refcore.verification.carets import carets
from refcore.verification.case import identifiers_of
from refcore.verification.labels import is_of_record, name_of, quoted, source_of
from refcore.verification.lists import people_of
from refcore.verification.outcome import ClaimFinding, ClaimVerdict, Outcome
from refcore.verification.paper import NOTICES, PaperFinding, PaperKind
from refcore.verification.spans import Line, Span, Tone
from refcore.verification.verdict import Verdict

__all__ = [
    "ACCEPTED",
    "FALSE_CLAIMS",
    "counts_words",
    "has_nothing_to_check",
    "is_sound",
    "lines",
    "render",
    "short",
    "short_notes",
    "summary",
]

INDENT = "  "
FALSE_CLAIMS = "false claims"
ACCEPTED = "accepted"

_LINK_TONES = {
    LinkState.ANSWERS: Tone.GOOD,
    LinkState.MOVED: Tone.UNSURE,
    LinkState.GONE: Tone.BAD,
    LinkState.NOT_ASKED: Tone.UNSURE,
}
_CONFIRMING = (DifferenceKind.SAME, DifferenceKind.VARIANT)


def render(report: Outcome) -> str:
    """Return the report as plain text, without a final line break."""
    return "\n".join("".join(span.text for span in line) for line in lines(report))


def lines(report: Outcome, *, most: int | None = None) -> list[Line]:
    """Return the report as lines of spans: a head, then its grounds.

    `most` is how many differences of a list, and claims, are shown one by one.
    """
    found = [_head(report)]
    if report.accepted is not None:
        found.append([Span(f"{INDENT}accepted: {report.accepted}", Tone.GOOD)])
    if report.record is not None:
        found.append([Span(INDENT + _record_words(report.record, report.origin), Tone.QUIET)])
    if report.evidence is not None and report.evidence.work is not None:
        if report.record is None or not is_of_record(report.evidence.work, report.record):
            found.append([Span(INDENT + _work_words(report.evidence.work), Tone.QUIET)])
        # The differences are from the record, if there is one.
        breaking = [] if report.record else [one for one in report.differences if one.is_breaking]
        found += _several(breaking, label_of(report.evidence.work.source), most)
    if report.verdict is Verdict.OTHER_PAPER and report.record is not None:
        found.append([Span(f"{INDENT}its authors are {_first_names(report.record.author_list)}")])
    elif report.verdict is Verdict.INCOMPLETE and report.comparison is not None:
        pass  # the record does not say enough to call a name wrong
    elif report.comparison is not None and report.record is not None:
        found += _author_lines(report.reference, report.comparison, report.record, most)
    found += [
        _finding_line(finding)
        for finding in report.findings
        if finding.kind is not PaperKind.OTHER_PAPER and finding.kind not in NOTICES
    ]
    found += _claim_lines(report, most)
    found += [
        [Span(f"{INDENT}related paper in the lock file: {_paper(record)}", Tone.PLAIN)]
        for record in report.related
    ]
    return found + [_link_line(answer) for answer in report.links]


def short(report: Outcome) -> Line:
    """Return a sound report as one line."""
    line = _head(report)
    if report.accepted is not None:
        return [*line, Span(f"; accepted: {report.accepted}", Tone.GOOD)]
    notes = short_notes(report)
    return [*line, Span(f" ({'; '.join(notes)})", Tone.QUIET)] if notes else line


def short_notes(report: Outcome) -> list[str]:
    """Return what one line says of a sound report after its verdict."""
    notes = []
    if report.comparison is not None and report.record is not None:
        count = report.comparison.actual_count
        # Where every entry was compared as a person, the list has no group.
        is_whole = count == len(report.record.authors)
        notes.append(_people(count) if is_whole else _listing(count, report.record.author_list))
    counts = Counter(
        str(kind)
        for difference in report.differences
        for kind in difference.variant or (str(difference.kind),)
    )
    counts.pop(str(DifferenceKind.TRUNCATED), None)
    notes += [name if count == 1 else f"{count} × {name}" for name, count in counts.items()]
    # The reason says why the order was not checked, or the venue not compared.
    said = (*NOTICES, PaperKind.ORDER, PaperKind.PLACE, PaperKind.LANGUAGE)
    notes += [finding.words for finding in report.findings if finding.kind not in said]
    notes += [str(answer) for answer in report.links]
    if report.record is not None:
        notes.append(f"{name_of(report.record)}, {report.origin}")
    return notes


def is_sound(report: Outcome) -> bool:
    """Return whether one line says it all: nothing is contradicted, open, withdrawn, or claimed."""
    if report.accepted is not None:
        return True
    is_withdrawn = any(finding.kind is not PaperKind.CORRECTED for finding in report.notices)
    is_open = report.is_contradicted or report.is_suspect or report.is_unchecked
    is_open = is_open or not _all_answer(report)
    return not (is_open or report.claims or report.related or is_withdrawn)


def has_nothing_to_check(report: Outcome) -> bool:
    """Return whether nothing can be looked up or is claimed, and all links asked answer."""
    is_open = report.verdict in (Verdict.UNCHECKED, Verdict.NOT_COVERED)
    is_silent = not (identifiers_of(report.reference) or report.claims)
    return is_open and is_silent and _all_answer(report)


def _all_answer(report: Outcome) -> bool:
    return all(answer.state is LinkState.ANSWERS for answer in report.links)


def tally(reports: Iterable[Outcome]) -> Counter[str]:
    """Count the verdicts of some reports, and their false claims."""
    counts: Counter[str] = Counter()
    for report in reports:
        counts[str(report.verdict)] += 1
        counts[FALSE_CLAIMS] += len(report.false_claims)
        if report.accepted is not None:
            counts[ACCEPTED] += 1
    return counts


def summary(counts: Mapping[str, int]) -> Line:
    """Return the last line of a run: how many references there are of each verdict."""
    parts = [f"{counts[verdict]} {verdict.words}" for verdict in Verdict if counts.get(verdict)]
    total = sum(counts.get(verdict, 0) for verdict in Verdict)
    text = f"{counted(total, 'reference')}: {', '.join(parts)}" if total else "no references"
    line = [Span(text, Tone.STRONG)]
    if counts.get(FALSE_CLAIMS):
        line.append(Span(f"; {counted(counts[FALSE_CLAIMS], 'claim')} false", Tone.BAD))
    if counts.get(ACCEPTED):
        line.append(Span(f"; {counts[ACCEPTED]} accepted"))
    return line


def _head(report: Outcome) -> Line:
    reference = report.reference
    place = f"{reference.location}: " if reference.location else ""
    line = [
        Span(place, Tone.QUIET),
        Span(reference.key, Tone.STRONG),
        Span(": "),
        Span(report.verdict.words, report.verdict.row.tone),
        *(Span(f": {found.rule}", _notice_tone(found)) for found in report.notices),
        Span(f"{';' if report.notices else ':'} {report.reason}" if report.reason else ""),
    ]
    if report.false_claims:
        said = f"; {_false_of(len(report.false_claims), len(report.claims))}"
        line.append(Span(said, Tone.BAD))
    return [span for span in line if span.text]


def _false_of(false: int, all_: int) -> str:
    """Return how many of the claims of a note are false.

    >>> _false_of(1, 1), _false_of(1, 3)
    ('its one claim is false', '1 of 3 claims is false')
    """
    if all_ == 1:
        return "its one claim is false"
    return f"{false} of {all_} claims {'is' if false == 1 else 'are'} false"


def _notice_tone(finding: PaperFinding) -> Tone:
    return Tone.UNSURE if finding.kind is PaperKind.CORRECTED else Tone.BAD


def _record_words(record: Record, origin: str) -> str:
    source = f" ({record.via})" if record.via else ""
    return f"{_paper(record)}, from the {origin}{source}"


def _work_words(work: Row) -> str:
    where = ", ".join(str(part) for part in (work.venue, work.year) if part)
    return f"{work.source}:{work.key} {quoted(work.title)}" + (f", {where}" if where else "")


def _paper(record: Record) -> str:
    return f"{name_of(record)} {quoted(record.title)}"


def _author_lines(
    reference: Reference, comparison: AuthorComparison, record: Record, most: int | None
) -> list[Line]:
    claimed = _as_compared(people_of(reference), comparison, record.author_list)
    counts = counts_words(reference, comparison, record)
    found = [[Span(INDENT + counts)], _confirmed_line(claimed, comparison)]
    count = _count_that_follows(comparison)
    kept = [one for one in comparison.differences if one is not count]
    found += _several(kept, source_of(record), most)
    if count is not None:
        found.append([Span(f"{INDENT * 2}the count of names left out includes what is missing")])
    return [line for line in found if line]


def _count_that_follows(comparison: AuthorComparison) -> Difference | None:
    """Return the wrong count if only missing names make it wrong: this is one fault, not two."""
    missing = sum(pair.kind is DifferenceKind.MISSING for pair in comparison.pairs)
    for one in comparison.differences:
        if one.kind is DifferenceKind.COUNT_WRONG and missing:
            is_read = one.claimed.isdigit() and one.actual.isdigit()
            if is_read and int(one.claimed) == int(one.actual) + missing:
                return one
    return None


def _several(differences: Iterable[Difference], source: str, most: int | None) -> list[Line]:
    """Return the lines of differences: of many, those that break the list come first."""
    # Both halves of a swap have one rule.
    by_rule: dict[str, Difference] = {}
    for one in differences:
        by_rule.setdefault(one.rule, one)
    each = list(by_rule.values())
    shown = each
    if most is not None and len(each) > most + 1:
        first = sorted(each, key=lambda one: not one.is_breaking)[:most]
        shown = [one for one in each if one in first]
    found = [line for one in shown for line in difference_lines(one, source)]
    if left := [one for one in each if one not in shown]:
        kinds = Counter(str(one.kind).replace("-", " ") for one in left)
        words = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())
        said = f"and {counted(len(left), 'more difference')}: {words} (--full shows all)"
        found.append([Span(f"{INDENT}{said}")])
    return found


def _claim_lines(report: Outcome, most: int | None) -> list[Line]:
    """Return the lines of claims: the false ones, and of the others as many as fit."""
    claims = report.claims
    shown = list(claims)
    if most is not None and len(claims) > most + 1:
        first = sorted(claims, key=lambda one: one.verdict is not ClaimVerdict.FALSE)
        kept = first[: max(most, len(report.false_claims))]
        shown = [one for one in claims if one in kept]
    found = [_claim_line(finding) for finding in shown]
    if left := [one for one in claims if one not in shown]:
        counts = Counter(str(one.verdict) for one in left)
        words = ", ".join(f"{count} {verdict}" for verdict, count in counts.most_common())
        said = f"and {counted(len(left), 'more claim')}: {words} (--full shows all)"
        found.append([Span(f"{INDENT}{said}")])
    return found


def _first_names(authors: Authors) -> str:
    names = ", ".join(name.name for name in authors[:3])
    return f"{names} and {len(authors) - 3} more" if len(authors) > 3 else names


def counts_words(reference: Reference, comparison: AuthorComparison, record: Record) -> str:
    """Return how many names a list has, and how many its record."""
    claimed, actual = people_of(reference), record.author_list
    if not (reference.authors and actual) and (editors := record.says.editors):
        actual = editors
    claimed = _as_compared(claimed, comparison, actual)
    listed = f"{counted(len(claimed.people), 'name')} listed" + _group_words(claimed, "and ")
    if claimed.groups and not claimed.people:
        listed = _group_words(claimed).strip() + " listed"
    if claimed.others is True:
        listed += ', the rest left out as "et al."'
    elif claimed.others is not False:
        listed += f", {claimed.others} declared left out"
    return f"{listed}; {source_of(record)} lists {_listing(len(actual.people), actual)}"


def _as_compared(claimed: Authors, comparison: AuthorComparison, actual: Authors) -> Authors:
    """Return a list with people for the groups that the comparison takes for people.

    In "{Mara Quill} and {Tomas Fenn}" they are names in braces.
    """
    people = {at for at, name in enumerate(actual, 1) if isinstance(name, Person)}
    met = {pair.claimed_position for pair in comparison.pairs if pair.actual_position in people}
    names = (
        Person(family=name.name) if isinstance(name, Group) and at in met else name
        for at, name in enumerate(claimed, 1)
    )
    return Authors(names, claimed.others)


def _listing(people: int, authors: Authors) -> str:
    """Return how many people a list has, and which groups: "the group MiniMax"."""
    if authors.groups and not people:
        return _group_words(authors).strip()
    return _people(people) + _group_words(authors, "and ")


def _group_words(authors: Authors, before: str = "") -> str:
    groups = [group.name for group in authors.groups]
    if not groups:
        return ""
    return f" {before}the group{'s' if len(groups) > 1 else ''} {', '.join(groups)}"


def _confirmed_line(claimed: Authors, comparison: AuthorComparison) -> Line:
    people = len(claimed.people)
    if not people:
        return []
    sound = sum(_confirms(pair, claimed) for pair in comparison.pairs)
    moved = any(pair.kind in MOVED for pair in comparison.pairs)
    if sound == people and not moved:
        words = {1: "the name matches", 2: "both names match, in order"}
        said = words.get(people, f"all {people} names match, in order")
        return [Span(INDENT + said, Tone.GOOD)]
    verb, whose = ("matches", "its") if sound == 1 else ("match", "their")
    return [Span(f"{INDENT}{sound} of {people} names {verb} in {whose} place")]


def _confirms(pair: Difference, claimed: Authors) -> bool:
    """Return whether a pair is a person of the claimed list whom the record confirms."""
    at = pair.claimed_position
    if pair.kind not in _CONFIRMING or at is None or at > len(claimed):
        return False
    return isinstance(claimed[at - 1], Person)


def _lacking(difference: Difference) -> str:
    """Return who is missing, and after whom: the kind says already that the name is missing."""
    if difference.kind not in (DifferenceKind.MISSING, DifferenceKind.GROUP_MISSING):
        return ""
    before, sign, after = difference.rule.partition(f"{difference.actual} is missing")
    if not sign or before.strip(" ") not in ("", "the group"):
        return ""
    return f"{difference.actual},{after}" if after else difference.actual


def difference_lines(difference: Difference, source: str = "arXiv") -> list[Line]:
    """Return one difference: its kind and the rule that decided, then the names that clash."""
    tone = Tone.BAD if difference.is_breaking else Tone.UNSURE
    kind = str(difference.kind).replace("-", " ")
    places = _places(difference, source)
    lacking = _lacking(difference)
    rule = difference.rule
    if difference.kind is DifferenceKind.SWAPPED:
        rule = rule.partition(" are swapped")[0]  # the kind says so, and the places follow it
    if difference.kind in _SHOWN_BOTH:
        # Both names follow, one below the other.
        before, _, why = rule.partition(f'" should be "{difference.actual}": ')
        rule = why if before == f'"{difference.claimed}' else rule
    said = f": {lacking}{places}" if lacking else f"{places}: {rule}"
    found = [[Span(INDENT), Span(kind, tone), Span(said)]]
    if difference.kind in _SHOWN_BOTH:
        listed, actual = difference.claimed, difference.actual
        width = max(len("listed"), len(source)) + 2
        rows = (("listed", listed), (source, actual), ("", carets(listed, actual)))
        for label, text in rows:
            span = Span(text, Tone.PLAIN if label else tone, is_aligned=True)
            found.append([Span(f"{INDENT * 3}{label:<{width}}"), span])
    return found


_SHOWN_BOTH = (
    DifferenceKind.MISSPELLED,
    DifferenceKind.DIFFERENT_GIVEN_NAME,
    DifferenceKind.DIFFERENT_FAMILY_NAME,
    DifferenceKind.DIFFERENT_SUFFIX,
)


def _places(difference: Difference, source: str) -> str:
    listed, actual = difference.claimed_position, difference.actual_position
    if listed is not None and actual is not None and listed != actual:
        return f" (name {listed}; number {actual} on {source})"
    if listed is not None:
        return f" (name {listed})"
    return f" (number {actual} on {source})" if actual is not None else ""


def _finding_line(finding: PaperFinding) -> Line:
    tone = Tone.BAD if finding.is_breaking else Tone.UNSURE
    if finding.kind in _NOT_COMPARED:
        return [Span(INDENT), Span(finding.rule, tone)]
    return [
        Span(INDENT),
        Span(str(finding.kind).replace("-", " "), tone),
        Span(f": {finding.rule.removeprefix(f'the {finding.kind} differs: ')}"),
    ]


# The rules of these kinds begin with the name of the kind.
_NOT_COMPARED = (PaperKind.ORDER, PaperKind.PLACE, PaperKind.LANGUAGE)


def _claim_line(finding: ClaimFinding) -> Line:
    claim = finding.claim
    place = f" in line {claim.location.line}" if claim.location.line else ""
    return [
        Span(f'{INDENT}claim{place}, "{claim.text}": '),
        Span(str(finding.verdict), finding.verdict.tone),
        Span(f": {finding.reason}"),
    ]


def _link_line(answer: LinkAnswer) -> Line:
    return [
        Span(f"{INDENT}address {answer.url}: "),
        Span(answer.words, _LINK_TONES[answer.state]),
    ]


def _people(number: int) -> str:
    return "1 person" if number == 1 else f"{number} people"


def render_all(reports: Sequence[Outcome]) -> str:
    """Return several reports and their summary as plain text."""
    blocks = [render(report) for report in reports]
    return "\n".join([*blocks, "".join(span.text for span in summary(tally(reports)))])

"""What csl-json writes keeps the rules of CSL's input data schema.

Written down from CSL 1.0.2, Appendix III (types), Appendix IV (variables) and
"Input data" (names and dates): nothing but these may stand in an item.
"""

from typing import Any

from hypothesis import given
from strategies_formats import references

from refcore import Reference
from refcore.formats.csljson import reference_to_item

TYPES = set(
    "article article-journal article-magazine article-newspaper bill book broadcast chapter "
    "classic collection dataset document entry entry-dictionary entry-encyclopedia event figure "
    "graphic hearing interview legal_case legislation manuscript map motion_picture "
    "musical_score pamphlet paper-conference patent performance periodical "
    "personal_communication post post-weblog regulation report review review-book software song "
    "speech standard thesis treaty webpage".split()
)
STANDARD = set(
    "abstract annote archive archive_collection archive_location archive-place authority "
    "call-number citation-key citation-label collection-title container-title "
    "container-title-short dimensions division DOI event event-place event-title genre ISBN ISSN "
    "jurisdiction keyword language license medium note original-publisher "
    "original-publisher-place original-title part-title PMCID PMID publisher publisher-place "
    "references reviewed-genre reviewed-title scale source status title title-short URL "
    "volume-title year-suffix".split()
)
NUMBERS = set(
    "chapter-number citation-number collection-number edition first-reference-note-number issue "
    "locator number number-of-pages number-of-volumes page page-first part-number "
    "printing-number section supplement-number version volume".split()
)
DATES = set("accessed available-date event-date issued original-date submitted".split())
NAMES = set(
    "author chair collection-editor compiler composer container-author contributor curator "
    "director editor editor-translator editorial-director executive-producer guest host "
    "illustrator interviewer narrator organizer original-author performer producer recipient "
    "reviewed-author script-writer series-creator translator".split()
)
NAME_PARTS = set("family given dropping-particle non-dropping-particle suffix literal".split())
DATE_PARTS = {"date-parts", "season", "circa", "literal"}


def check_name(name: Any) -> None:
    assert name
    assert name.keys() <= NAME_PARTS
    assert all(isinstance(part, str) and part for part in name.values())
    assert "literal" not in name or name.keys() == {"literal"}


def check_date(date: Any) -> None:
    assert date.keys() <= DATE_PARTS
    assert ("date-parts" in date) != ("literal" in date)
    if "date-parts" in date:
        assert 1 <= len(date["date-parts"]) <= 2
        for parts in date["date-parts"]:
            assert 1 <= len(parts) <= 3
            assert all(type(part) is int for part in parts)
            assert all(1 <= part <= top for part, top in zip(parts[1:], (12, 31), strict=False))
    assert date.get("season", 1) in (1, 2, 3, 4)
    assert isinstance(date.get("circa", True), bool)


@given(references)
def test_an_item_keeps_the_schema(reference: Reference) -> None:
    item = reference_to_item(reference)
    assert isinstance(item["id"], str)
    assert item["type"] in TYPES
    for variable, value in item.items():
        if variable in NAMES:
            assert value
            for name in value:
                check_name(name)
        elif variable in DATES:
            check_date(value)
        elif variable == "custom":
            assert isinstance(value, dict)
        else:
            assert variable in STANDARD | NUMBERS | {"id", "type"}
            assert isinstance(value, str)

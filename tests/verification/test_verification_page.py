"""The page of a run: valid, harmless, complete, and readable in both themes."""

import base64
import datetime
import hashlib
import re
from importlib.resources import files
from itertools import pairwise

import attrs
import html5lib
import pytest

from refcore import report_page
from refcore.diagnostics import Diagnostic, Location
from refcore.model import ArxivId, Library, Reference
from refcore.model.claims import Claim, ClaimKind
from refcore.names import read_author_list
from refcore.net.addresses import LinkAnswer, LinkState
from refcore.records.lock import Lock
from refcore.records.record import Notice, RecordAuthor
from refcore.records.sources import Sources
from refcore.sources.arxiv.record import arxiv_record
from refcore.verification.report import Report, Verdict
from refcore.verification.verify import verify

HOSTILE = "</pre></script><img src=x onerror=alert(1)> \u202e \x00 \uffff & \"quoted\" 'x'"
NAMES = ("Lia Hartmann", "Omar Reyes", "Pia Sand", "Quin Tolle", "Rui Unger", "Sol Vance")
ID, GONE_ID = ArxivId("2402.01234"), ArxivId("2402.05678")
RECORDS = [
    arxiv_record(ID.with_version(1), "Slow Rivers", [RecordAuthor(name) for name in NAMES]),
    arxiv_record(GONE_ID.with_version(1), "Fast Rivers", [RecordAuthor(NAMES[0])]).evolve(
        notices=[Notice("retracted", by=HOSTILE)], via=HOSTILE
    ),
]
SOURCES = Sources(lock=Lock(RECORDS))


def cited(key: str, names: tuple[str, ...] = NAMES, title: str = "Slow Rivers") -> Reference:
    place = Location("refs.bib", 7, 1)
    return Reference(key, "article", title, read_author_list(list(names)), arxiv=ID, location=place)


LIBRARY = Library(
    [
        cited("right"),
        cited("wrong", ("Lea Hartmann", *NAMES[1:])),
        cited("other", ("Ann Else",), f"Matters of another kind {HOSTILE}"),
        cited("gone", NAMES[:1], "Fast Rivers").evolve(arxiv=GONE_ID),
        Reference("open", "article", HOSTILE, arxiv=ArxivId("2402.09999")),
        Reference("web", "webpage", "A page", url="javascript:alert(1)"),
        cited("claimed", NAMES),
    ],
    claims={"claimed": [Claim(ClaimKind.MORE_THAN, f"over 9 {HOSTILE}", number=9)]},
)
REPORTS = verify(LIBRARY, arxiv=SOURCES)


def tree(page: str):
    """Return the page as a tree; any error of HTML raises."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)


def texts(page: str, path: str) -> list[str]:
    return ["".join(one.itertext()) for one in tree(page).findall(path)]


@pytest.fixture(scope="module")
def page() -> str:
    return report_page(REPORTS, title="refs.bib", made=datetime.date(2026, 3, 1))


def test_groups_are_in_the_order_in_which_a_person_acts(page: str) -> None:
    assert [text.rpartition(" ")[0] for text in texts(page, ".//h2")[:-1]] == [
        "Retracted, withdrawn or of concern",
        "To correct",
        "Open",
        "Confirmed",
        "Not covered by any source",
    ]
    keys = texts(page, ".//summary/p/code")
    assert keys == ["gone", "wrong", "other", "claimed", "open", "right", "web"]


def test_what_needs_reading_is_open(page: str) -> None:
    opened = [details.get("open") is not None for details in tree(page).iter("details")]
    assert opened == [True, True, True, True, True, False, False]


def test_counts_and_filter_agree(page: str) -> None:
    chips = {
        label.find("input").get("value"): int(label.find("b").text)
        for label in tree(page).findall(".//fieldset/label")
    }
    marks = [one.get("data-v").split() for one in tree(page).iter("article")]
    assert chips.pop("all") == len(REPORTS)
    assert chips == {word: sum(word in one for one in marks) for word in chips}
    assert {word for one in marks for word in one} == set(chips)
    for word in chips:
        assert f"#show-{word}:checked" in page


def test_what_a_person_accepted_needs_no_attention() -> None:
    looked_at = attrs.evolve(REPORTS[1], accepted=f"the record is wrong {HOSTILE}")
    page = report_page([REPORTS[1], looked_at])
    assert texts(page, ".//h2")[:2] == ["To correct 1", "Accepted 1"]
    (entry,) = tree(page).findall(".//section[2]/article")
    assert entry.get("data-v") == "contradicted accepted"
    assert entry.find("details").get("open") is None
    assert "Accepted: the record is wrong" in "".join(entry.itertext())


def test_every_verdict_has_a_filter_and_a_meaning() -> None:
    each = [attrs.evolve(REPORTS[0], verdict=verdict) for verdict in Verdict]
    page = report_page(each)
    for verdict in Verdict:
        assert f"body:has(#show-{verdict}:checked)" in page
    assert texts(page, ".//dt") == [verdict.words for verdict in Verdict]


def test_names_are_side_by_side_with_the_letters_that_differ(page: str) -> None:
    (row,) = tree(page).findall(".//article[@id='r2']//tbody/tr[1]")
    assert ["".join(cell.itertext()) for cell in row][:2] == ["1 Lea Hartmann", "1 Lia Hartmann"]
    assert [mark.text for mark in row.iter("mark")] == ["e", "i"]


def test_the_entry_as_it_would_be_right(page: str) -> None:
    wrong, other, *_ = texts(page, ".//pre")
    assert "author        = {Hartmann, Lia and Reyes, Omar" in wrong
    assert "{Slow Rivers}" in other
    assert "Confirmed as it is" not in page


def test_evidence_names_source_place_and_link(page: str) -> None:
    evidence = texts(page, ".//article[@id='r2']//ul[@class='evidence']/li")
    assert evidence[0] == "arXiv has arXiv:2402.01234v1, “Slow Rivers”, 2024 (from the lock file)"
    links = {link.get("href") for link in tree(page).iter("a")}
    assert "https://arxiv.org/abs/2402.01234v1" in links
    assert all(link.startswith("https://") for link in links)


def test_hostile_texts_stay_texts() -> None:
    hostile = [
        attrs.evolve(
            report,
            reason=HOSTILE,
            links=(LinkAnswer("javascript:alert(1)", LinkState.MOVED, 200, HOSTILE),),
        )
        for report in REPORTS
    ]
    lost = [Diagnostic(HOSTILE, Location(HOSTILE, 1))]
    page = report_page(hostile, title=HOSTILE, diagnostics=lost)
    found = tree(page)
    assert not list(found.iter("img"))
    assert len(list(found.iter("script"))) == 1
    for made in found.iter():
        assert not [name for name in made.attrib if name.startswith("on") or name == "style"]
    assert "\u202e" not in page
    assert "an\u0000" not in page


def test_the_policy_allows_the_one_style_and_the_one_script(page: str) -> None:
    policy = tree(page).find(".//meta[@http-equiv]").get("content")
    for tag in ("style", "script"):
        text = re.search(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)[1]
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")
    assert not re.search(r"(?:src|href)=\"(?!https://)", page)


def test_headings_descend_by_one_and_ids_are_unique(page: str) -> None:
    levels = [int(one.tag[1]) for one in tree(page).iter() if re.fullmatch(r"h\d", str(one.tag))]
    assert levels[0] == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))
    found = tree(page)
    ids = [one.get("id") for one in found.iter() if one.get("id")]
    assert len(ids) == len(set(ids))
    assert len(list(found.iter("main"))) == len(list(found.iter("header"))) == 1


STYLE = files("refcore.verification.page").joinpath("page.css").read_text("utf-8")
THEMES = [
    dict(re.findall(r"--([\w-]+): (#\w+)", block))
    for block in re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)
]


def luminance(colour: str) -> float:
    """Return the relative luminance. Source: WCAG 2.2, "relative luminance"."""
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", THEMES, ids=["light", "dark", "print"])
def test_contrast(theme: dict[str, str]) -> None:
    pairs = [(text, "paper") for text in ("ink", "quiet", "good", "bad", "unsure", "link")]
    pairs += [("ink", "soft"), ("ink", "mark-bad"), ("ink", "mark-unsure")]
    for text, ground in pairs:
        high, low = sorted((luminance(theme[text]), luminance(theme[ground])), reverse=True)
        assert (high + 0.05) / (low + 0.05) >= 4.5, (text, ground)


def test_no_reports() -> None:
    page = report_page([])
    assert texts(page, ".//p[@class='summary']") == ["no references"]
    assert not tree(page).findall(".//fieldset")


@pytest.mark.parametrize(
    ("reason", "shown"),
    [
        ("the authors differ", "The authors differ."),
        ("arXiv has no such paper.", "arXiv has no such paper."),
        ("dblp has it with another year", "dblp has it with another year."),
        ("“Rivers” is another work", "“Rivers” is another work."),
    ],
)
def test_a_reason_is_a_sentence(reason: str, shown: str) -> None:
    page = report_page([attrs.evolve(REPORTS[1], reason=reason, origin="an odd place")])
    assert texts(page, ".//p[@class='why']")[0] == shown


def test_a_long_page_is_one_line_an_entry() -> None:
    assert "<details open>" in report_page([REPORTS[1]] * 300)
    assert "<details open>" not in report_page([REPORTS[1]] * 301)


def test_a_long_list_stays_small() -> None:
    one: Report = REPORTS[0]
    size = len(report_page([one] * 50)) - len(report_page([one] * 10))
    assert size / 40 < 2000

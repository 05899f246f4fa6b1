"""A name beside the title of a note that nobody of the record has is never passed over."""

from __future__ import annotations

import pytest

from refcore.markdown import read
from refcore.model.identifiers import ArxivId
from refcore.records.lock import Lock
from refcore.records.record import RecordAuthor
from refcore.records.sources import Sources
from refcore.sources.arxiv.record import arxiv_record
from refcore.verification.report import Report
from refcore.verification.verify import verify

ID = "2401.00001"
TITLE = "Counting Harbour Seals from Kites"
RIGHT = "Mara Quill, Tobias Fenn"
# Names in tables and in none, of one word, with the family name first, in other scripts.
FALSE = ("Xqzt Vbrm", "Okonkwo, Chidi", "van der Berg", "J. Roth", "李明", "Rochan, Yao and Mao")
PLACES = (
    "@P.\n\n**@T**\n\n- arXiv: @U",
    "Presenter: @P\n\n**@T** @U",
    "Re: @T\nFrom: @P\n\n@U",
    "- Written-by: @P\n- Title: @T\n- Link: @U",
    "- creator = @P\n- title = @T\n- url = @U",
    "@U\n\n@T\n\n@P",
    "## @P\n\n@T\n\n@U",
    "### [@T](@U)\n##### @P",
    "@T\n\n*@P*\n\n[pdf](@U)",
    "> “@T”\n>\n> — @P\n\n@U",
    "* @U\n  * @T\n  * @P",
    "- @T\n    - @U\n    - @P",
    "- **@T** {@P} @U",
    "- *@T* @U (@P)",
    "`@P` `@T` @U",
    "~~@P~~ @T @U",
    "- @P » @T » @U",
    "@P ⇒ @T ⇒ @U",
    "@P @ NeurIPS 2024: @T @U",
    "- 2024-01-01 @P @T @U",
    "| A | B | C |\n|-|-|-|\n| @P | @T | @U |",
    "<dl><dt>@T</dt><dd>@P</dd><dd>@U</dd></dl>",
    '{"title": "@T", "people": "@P", "url": "@U"}',
    '- [@T](@U "@P")',
    "![@P](x.png) [@T](@U)",
    "The paper *@T* (@U), which @P published in 2024, holds.",
    "I met @P, who wrote *@T* (@U).",
    "According to @P (*@T*, @U), it works.",
    "In *@T* (@U), @P show that it works.",
    "New by @P! *@T* @U",
    "Berg et al. (2015) @P. 2015. @T. @U .",
    "---\ntitle: @T\nspeakers: @P\n---\n\n@U",
    "---\ntitle: @T\npeople:\n  - @P\ntags: [x]\n---\n\n# Notes\n\nSee @U for more.",
    "<b>@T</b><span>@P</span><a href='@U'>arXiv</a>",
    "@T is described in @P, [arxiv](@U)",
    "Talk by @P on @T: @U",
    "\\cite{x} % @P, @T, @U",
    "@T © @P @U",
    "[@T](@U)^@P^",
    ".TP\n.I On Moss\nAda Berg.\n.UR https://arxiv.org/abs/2401.00002\n.UE\n"
    ".TP\n.I @T\n@P,\nLanguage, 2022.\n.UR @U\n.UE",
)


def report_on(note: str, people: str) -> Report:
    text = note.replace("@T", TITLE).replace("@P", people)
    names = [RecordAuthor(name) for name in RIGHT.split(", ")]
    sources = Sources(Lock([arxiv_record(ArxivId(ID, 1), TITLE, names)]))
    reports = verify(read(text.replace("@U", f"https://arxiv.org/abs/{ID}")), arxiv=sources)
    return next(x for x in reports if str(x.reference.arxiv_from_any).startswith(ID))


@pytest.mark.parametrize("place", PLACES)
def test_false_names(place: str) -> None:
    for people in FALSE:
        assert not report_on(place, people).is_confirmed, people
    assert not report_on(place, RIGHT).is_contradicted or "Berg et al." in place


@pytest.mark.parametrize(
    "words",
    [
        "Best Paper Award",
        "BMC Bioinformatics",
        "Link",
        "NeurIPS 2024",
        "June 2024",
        "官方代码",
        "任务",
        "read by Mio Satake",
        "h/t Mio Satake",
        "assigned to a reader",
        "University of Oslo",
        "New Zealand",
    ],
)
def test_words_that_name_nobody(words: str) -> None:
    assert report_on("- *@T* @U — @P", words).is_confirmed
    assert report_on("- **@T** (@P) @U", words).is_confirmed


def test_the_writer_of_a_note_on_a_work_is_no_author() -> None:
    note = "---\ntitle: Notes on @T\nauthor: @P\nlayout: post\n---\n\nSee @U for more."
    assert report_on(note, "Mio Satake").is_confirmed
    note = "---\ntitle: @T\ntags: [Monte Carlo]\nvenue: Nature Medicine\n---\n\n@U"
    assert report_on(note, "").is_confirmed


@pytest.mark.parametrize(
    "place",
    [
        "@P's [@T](@U) asks this.",
        "@P's *@T* (@U) asks this.",
        "For more, see @P, [arxiv](@U).",
        "It is described in @P, [arxiv](@U)",
        "** TODO @T\n:PROPERTIES:\n:WHO: @P\n:URL: @U\n:END:",
        "Q: Who wrote it?\nA: @P (@U)",
        "It was good. In conversation with @P. @U",
        "From the lab of @P: @T @U",
        "Paper of @P: *@T* @U",
        "{{cite web |title=@T |author=@P |url=@U}}",
    ],
)
def test_true_names_do_not_contradict(place: str) -> None:
    report = report_on(place, RIGHT)
    assert not report.is_contradicted
    assert "suspect" not in str(report.verdict)

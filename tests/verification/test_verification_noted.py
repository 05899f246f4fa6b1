"""The words of a note are compared before its reference is confirmed or contradicted."""

from __future__ import annotations

import pytest

from refcore.markdown import read
from refcore.model.identifiers import ArxivId
from refcore.names.shape import may_list_people
from refcore.records.lock import Lock
from refcore.records.record import RecordAuthor
from refcore.records.sources import Sources
from refcore.sources.arxiv.record import arxiv_record
from refcore.verification.report import Report
from refcore.verification.verify import verify

TITLE = "Counting Harbour Seals from Kites"
NAMES = ("Mara Quill", "Tobias Fenn", "Ingrid Vale")
ID = "2401.00001"


def report_on(note: str) -> Report:
    text = note.replace("@T", TITLE).replace("@I", f"arXiv:{ID}")
    people = [RecordAuthor(name) for name in NAMES]
    sources = Sources(Lock([arxiv_record(ArxivId(ID, 1), TITLE, people)]))
    (report,) = verify(read(text), arxiv=sources)
    return report


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("- Quill, Fenn, Based (2024). *@T*. @I", "Quill, Fenn, Based"),
        # A person who is no author of the record.
        ("- @T, Benedict Anderson. @I", "Benedict Anderson"),
        ("- Benedict Anderson, Kyoto University. @I", "Benedict Anderson"),
        ("- **@T** (Benedict Anderson, Kyoto University) @I", "Benedict Anderson"),
        ("- @T. PI: Maria Lopez. @I", "Maria Lopez"),
        ("Benedict Anderson's @T (@I) is the first", "Benedict Anderson"),
        ("- @T — Piotr Nowak @I", "Piotr Nowak"),
        ("- Quill & Fenn & The Rest, **@T** (@I)", "Quill & Fenn & The Rest"),
        ("- *@T*. Quill, Fenn, Based. @I", "Quill, Fenn, Based"),
        ("- **@T**, Quill, Fenn, Learning, 2024. @I", "Quill, Fenn, Learning"),
        ("- *@T*, Dunmore & Halberd & Models, @I", "Dunmore & Halberd & Models"),
        ("* Smith, Learning & Ng — [@T](https://arxiv.org/abs/2401.00001)", "Smith, Learning"),
        ("* Dunmore, Halberd, In — **@T**. @I", "Dunmore, Halberd, In"),
        ("- Quill and Fenn and Transformers, “@T”, @I", "Quill and Fenn and Transformers"),
        ("- Quill 1, Fenn 2, Vale 3 & Based 4. *@T*. @I", "Quill 1, Fenn 2"),
        ("2024 | Quill, Fenn, Data | *@T* @I", "Quill, Fenn, Data"),
        ("- Quill, Mara, Fenn, Tobias, Vale, Ingrid. *@T*. @I", "Quill, Mara, Fenn"),
        # Words that the reader did not take for names contain names of the record.
        ("- quill, fenn, vale: *@T* @I", "Quill, Fenn, Vale"),
        (
            "- Mara Quill (Oslo, Norway), Tobias Fenn (now at Oslo; Bonn), Learning Vale. *@T*. @I",
            "Quill",
        ),
        ("- @T. Quill Fenn Vale Based. @I", "Quill, Fenn, Vale"),
        ("- Quill/Fenn/Vale: *@T* @I", "Quill, Fenn, Vale"),
        ("- The Kite Collective (Quill, Fenn). *@T*. @I", "Quill, Fenn"),
        ("- *@T* (Quill, Fenn, Based; 2024) @I", "Quill, Fenn"),
        ("- Mara Quill; Tobias Fenn; Based Learning; *@T*; @I", "Quill, Fenn"),
        ("- [ ] Quill; Fenn; Vale (eds?) *@T* @I", "Quill, Fenn, Vale"),
        # So has "et al." without a name that is understood.
        ("- Quill, F., Learning, T. et al. (2024). *@T*. @I", "et al."),
        ("- quill et al 2024: *@T* @I", "quill et al"),
        # Names of two letters count where the given name is beside them.
        (
            "The reference: Mara Quill and Bo Vale (eds?) [@T](https://arxiv.org/abs/2401.00001)",
            "Quill",
        ),
        # So do names in a paragraph of their own beside the paper.
        ("1/ *@T*\n\nSmith and colleagues show that baselines win.\n\n@I\n", "Smith and coll"),
        # So do people behind "with", whom the record does not have.
        ("New preprint! @T, with Anna Gil, Jo Roth and Ben Ekman: @I #seals", "Anna Gil"),
        ("@T (with Anna Gil and Jo Roth) @I", "Anna Gil"),
        ("@T — joint work with Anna Gil and Jo Roth. @I", "Anna Gil"),
        ("@T, together with Anna Gil and Jo Roth: @I", "Anna Gil"),
        ("Out now: @T, w/ Anna Gil & Jo Roth @I", "Anna Gil"),
        ("@T. Coauthors: Anna Gil, Jo Roth. @I", "Anna Gil"),
        ("@T, co-authored with Anna Gil and Jo Roth: @I", "Anna Gil"),
        ("Proud of this paper with Anna Gil and Jo Roth! @T @I", "Anna Gil"),
        ("Excited to share @T, led by Anna Gil and Jo Roth @I", "Anna Gil"),
        ("Thread on @T with amazing collaborators Anna Gil, Jo Roth @I", "Anna Gil"),
        # These people may have done something else.
        (
            "The claims of Lind et al. met a much later and longer study on seals (*@T*, @I).",
            "Lind",
        ),
        (
            "- [@T](https://arxiv.org/abs/2401.00001) "
            "was first applied to whales by Ada Lind and Jonas Ek",
            "other people",
        ),
        # These were read as names, but name nobody.
        ("- MQ, TF and IV. *@T*. @I", "MQ, TF, IV"),
        ("- PyTorch, JAX, TensorFlow: *@T* @I", "PyTorch"),
        ("- Seal Counting, Kite Imaging — *@T*, @I", "Seal Counting, Kite Imaging"),
    ],
)
def test_words_that_may_be_authors_and_were_not_understood(note: str, said: str) -> None:
    report = report_on(note)
    assert report.verdict == "incomplete"
    assert said in report.reason


@pytest.mark.parametrize(
    ("title", "author", "note"),
    [
        ("Siting Translation", "Tejaswini Niranjana", "# @T\n\n@A, Kyoto University.\n\n@I\n"),
        ("Marie Curie", "Susan Quinn", "# @T\n\n@A, Oxford University.\n\n@I\n"),
        ("Charlotte Brontë", "Claire Harman", "# @T\n\n@A, ETH Zürich.\n\n@I\n"),
        ("난중일기 연구", "최두환", "- **@T**. @A NeurIPS 2003. [[paper](@U)]"),
        ("Imagined Communities", "Benedict Anderson", "# @T\n\n@A, Peking University.\n\n@I\n"),
        ("Emma Goldman", "Alice Wexler", "- **@T**. @A ICML 2011. [[paper](@U)]"),
        ("Orlando Furioso", "Ludovico Ariosto", "# @T\n\n@A, Microsoft Research.\n\n@I\n"),
        ("Writing Culture", "James Clifford", "- @A (2002). @T. *Past & Present*, 126(4). @I"),
    ],
)
def test_a_title_that_looks_like_a_name_contradicts_nothing(
    title: str, author: str, note: str
) -> None:
    address = f"https://arxiv.org/abs/{ID}"
    text = note.replace("@T", title).replace("@A", author).replace("@U", address)
    record = arxiv_record(ArxivId(ID, 1), title, [RecordAuthor(author)])
    (report,) = verify(read(text.replace("@I", address)), arxiv=Sources(Lock([record])))
    assert report.verdict not in ("contradicted", "other-paper")
    # Nor is anything said to be right where the author was not read.
    assert report.reference.authors.people or report.verdict == "incomplete"


def test_a_false_author_beside_a_title_that_looks_like_a_name_is_not_confirmed() -> None:
    note = f"- **난중일기 연구**. 이순신 NeurIPS 2003. [[paper](https://arxiv.org/abs/{ID})]"
    record = arxiv_record(ArxivId(ID, 1), "난중일기 연구", [RecordAuthor("최두환")])
    (report,) = verify(read(note), arxiv=Sources(Lock([record])))
    assert report.verdict in ("incomplete", "contradicted")


@pytest.mark.parametrize(
    "note",
    [
        "- Quill, Fenn, et al. (2024). *@T*. @I",
        '- Quill, Fenn, et al. "@T." @I',
        "- **@T** — Quill, Fenn, et al., 2024 (@I)",
        "| Paper | Authors | Link |\n|-|-|-|\n| **@T** | Quill, Fenn, et al. | @I |",
    ],
)
def test_two_family_names_before_et_al_are_not_one_name(note: str) -> None:
    assert report_on(note).verdict == "confirmed-with-variants"


@pytest.mark.parametrize(
    "note", ["- Quill, Vale, et al. *@T*. @I", '- Fenn, Quill, et al. "@T." @I']
)
def test_other_family_names_before_et_al_contradict(note: str) -> None:
    assert report_on(note).verdict == "contradicted"


def test_names_before_a_linked_title_in_a_sentence_are_compared() -> None:
    note = "The reference is Mara Quill and Bo Vale, [@T](https://arxiv.org/abs/2401.00001)"
    assert report_on(note).verdict == "contradicted"


PLACES = (
    "San Francisco, USA", "Springer Nature", "Los Angeles, 2020", "Tel Aviv", "Oxford Press",
    "Hong Kong, 2020", "Cambridge University Press", "Acta Numerica", "Lancet Oncology",
    "United Kingdom", "Costa Rica", "Sri Lanka", "Monday Morning", "Spring Semester",
    "Fields Medal", "Morgan Kaufmann", "Eli Lilly", "Max Planck",
)  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_a_place_or_a_publisher_contradicts_nothing(place: str) -> None:
    for form in ("- *@T* @I. @P", "- [@T](https://arxiv.org/abs/2401.00001), @P"):
        assert not report_on(form.replace("@P", place)).is_contradicted, form


@pytest.mark.parametrize("name", ["Helena Anderson", "Piotr Nowak", "Maria Lopez"])
def test_a_person_alone_who_is_no_author_is_not_confirmed(name: str) -> None:
    for form in ("- *@T* @I. @P", "- *@T* by @P, @I", "- @P: **@T** @I"):
        assert not report_on(form.replace("@P", name)).is_confirmed, form
    assert report_on(f"- *@T*. By {name}. @I").is_contradicted


@pytest.mark.parametrize(
    "words",
    [
        "- See the paper *@T*. @I",
        "- Introduced by *@T*. @I",
        "- Model card: *@T*, @I",
        "## Seals\n\n1. New! *@T* (2024), @I",
        "- Robotics, Vision: *@T*. @I",
        "- 2024, March. *@T*. @I",
        "- Paper, code, and data: *@T* @I",
        "- Journal of Marine Biology, Oxford: *@T* @I",
        "- Must read, by far: *@T* @I",
        "- Wildlife and drones. *@T*. @I",
        "- SealNet: *@T*. @I",
        "- **@T** — Counting, Drones, Wildlife. @I",
        "- **@T** — Vision, Robotics, @I",
        "Our method builds on SealNet, KiteCam and DroneNet. We follow *@T* (@I).",
        "- Google, Oxford. *@T*. @I",
        "- *@T* (@I). Builds on Harlow et al. (2017).",
        "- *@T*, @I — recommended by Ada Lind, read by Jonas Ek and Mio Sato",
        "- *@T* (@I), explained nicely by Ada Lind",
        "- *@T* @I. Stanford University",
        "- *@T* @I. Implementation by Phil Wang",
        "- Datasets, Benchmarks: *@T*. @I",
        "- Cited in Section 3, Table 2: *@T*. @I",
        "- Berlin, Germany: *@T*. @I",
        "- Highly recommended: **@T**, @I",
        "- Chapter 2, Background — **@T** @I",
        "- Paper of the week! **@T** @I",
        "- ICML 2024, Vienna. **@T** @I",
        "- GPT-4, Claude, and Gemini — *@T* @I",
        "- Llama, Mistral, Qwen: *@T* @I",
        "- Monday, June 3: *@T* @I",
        "- Priority High, Status Done: *@T* @I",
        "- Uses Adam, Dropout and BatchNorm. *@T* @I",
        "- Nature, Science, Cell: *@T* @I",
        "- *@T*. Springer, Cham, Switzerland. @I",
        "- *@T*. Advances in Neural Information Processing Systems, Vancouver, Canada. @I",
        "- *@T* – read by Anna, Ben and Carl, @I",
        "| Topic | Paper |\n|---|---|\n| Wildlife, Kites | *@T*, @I |",
        "| Model | Org | Paper |\n|---|---|---|\n| SealNet | Google, Oxford | *@T* @I |",
    ],
)
def test_words_that_list_nobody_are_not_taken_for_authors(words: str) -> None:
    report = report_on(words)
    assert (report.verdict, report.reference.title) == ("confirmed", TITLE)
    assert not report.reference.authors


@pytest.mark.parametrize(
    "note",
    [
        # Names that the record does not have, in a form that is certain.
        "- @T. A. Smith, B. Jones. @I",
        "- *@T*. Adele Smith, Bernd Jones. @I",
        "- Smith, Jones, Brown (2024). *@T*. @I",
        "- **@T** — Adele Smith, Bernd Jones, @I",
        "**Authors:** Adele Smith, Bernd Jones\n\n*@T* @I",
        "# @T\n# Adele Smith, Bernd Jones\n# https://arxiv.org/abs/2401.00001\n",
        "We like Foo by Adele Smith and Bernd Jones (@I).",
        "- *@T* by Adele Smith and Bernd Jones (@I).",
        "As Smith et al. show (@I), it works.",
        "Our model builds on Smith et al. (2024, @I).",
        "Following [Smith et al., 2024](https://arxiv.org/abs/2401.00001), we count.",
        # One more, one less, one other, another order.
        "- *@T*. Mara Quill, Tobias Fenn, Ingrid Vale, Bernd Jones. @I",
        "- *@T*. Mara Quill, Tobias Fenn. @I",
        "- *@T*. Mara Quill, Bernd Jones, Ingrid Vale. @I",
        "- *@T*. Tobias Fenn, Mara Quill, Ingrid Vale. @I",
        "- *@T*. Maria Quill, Tobias Fenn, Ingrid Vale. @I",
        "- *@T*. Mara Quill, Tobias Fenm, Ingrid Vale. @I",
        # A rare word among names is a name.
        "- *@T*. Mara Quill, Tobias Fenn, Boris Made. @I",
        "- Quill, Fenn, Made (2024). *@T*. @I",
        # Under a label, words are names.
        "**Authors:** Seal Counting, Kite Imaging\n\n*@T* @I",
    ],
)
def test_names_that_contradict_still_do(note: str) -> None:
    assert report_on(note).verdict == "contradicted"


@pytest.mark.parametrize(
    ("words", "may"),
    [
        ("Quill, Fenn, Based", True),
        ("Smith et al", True),
        ("Model card", False),
        ("Springer, Cham, Switzerland", False),
        ("read by Anna, Ben and Carl", False),
        ("", False),
        (", ;", False),
    ],
)
def test_words_that_may_list_people(words: str, may: bool) -> None:
    assert may_list_people(words) is may

"""The forms in which notes set titles and authors, and which titles are claims."""

import re
from collections.abc import Callable

import pytest

from refcore.markdown import read
from refcore.model import Library

SecondsOf = Callable[[Callable[[], object]], float]
ID = "2506.13585"
URL = f"https://arxiv.org/abs/{ID}"
NAMES = ["Ada Berg", "Bo Fei", "Carl Diaz", "Dora Eng", "Mo Far"]
LIST = ", ".join(NAMES)
TITLE = "Foo-1: Doing Things with Lightning Attention"
BADGE = f"[![arXiv](https://img.example.org/b)]({URL})"


def title_of(text: str) -> tuple[str, bool]:
    """The title of the paper, and whether the note claims it."""
    library = read(text)
    reference = library.by_arxiv(ID)
    return reference.title, reference.key not in library.labels


def authors_of(text: str) -> tuple[list[str], bool | int]:
    found = read(text).by_arxiv(ID).authors
    return [name.name for name in found], found.others


@pytest.mark.parametrize(
    "text",
    [
        f"The F1 paper, written by Ada Berg et al. (arXiv:{ID})",
        f"It was written by {LIST}, and 122 others: arXiv:{ID}.",
        f"| Model | arXiv |\n|-|-|\n| F1 | {ID} |\n",
        f"| Model | Link |\n|-|-|\n| **Foo-1 in its best form** | arXiv:{ID} |\n",
        f"| Model | by |\n|-|-|\n| x | **F1** by {LIST} and 121 others ([arXiv]({URL})) |\n",
        f"**F1** by {LIST} and 121 others ([arXiv]({URL}))",
        f"- [Foo's first reasoning model]({URL})",
        f"- [Reasoning at scale with RL models today]({URL})",
        f"- **[Reasoning at scale with RL models today]({URL})**",
        f"- **The first model to reason**: arXiv:{ID}",
        f"- *The Foo-1 paper* (arXiv:{ID})",
        f"## All of reasoning today\n\nAuthors: {LIST}\n\n{URL}",
        f"Berg, A. It is. *Nature Machine Intelligence*, arXiv:{ID}",
    ],
)
def test_label_is_not_a_claim(text: str) -> None:
    title, claimed = title_of(text)
    assert not (title and claimed)
    assert "written" not in title
    assert title not in ("It", "Nature Machine Intelligence")


def test_label_is_kept_to_be_seen() -> None:
    library = read(f"- [Reasoning at scale today]({URL})\n- [Foo](https://github.com/foo/foo)")
    assert [r.title for r in library] == ["Reasoning at scale today", "Foo"]
    assert library.labels == set(library.keys())
    library.remove(library.keys()[0])
    assert library.labels == set(library.keys())
    assert Library().labels == set()


@pytest.mark.parametrize(
    "text",
    [
        f'"{TITLE}" (arXiv:{ID})',
        f"*{TITLE}* by {LIST} (arXiv:{ID})",
        f"- **{TITLE}** ({URL})",
        f"- **{TITLE}** — {LIST}, and 123 others (arXiv:{ID})",
        f"*[{TITLE}]({URL})*, 2025",
        f'["{TITLE}"]({URL})',
        f"- Title: {TITLE}\n- Link: {URL}",
        f"|Title|Link|\n|-|-|\n|{TITLE}|{URL}|",
        f"{LIST}. {TITLE}. 2023. arXiv:{ID}",
        f"[1] {LIST}. {TITLE}. arXiv:{ID} 2023.",
        f"[1] A. Berg, B. Fei. {TITLE}. arXiv:{ID}, 2023.",
        f"[1] Berg, A., Fei, B., Diaz, C. {TITLE}. arXiv:{ID}, 2023.",
        f"Berg, A., Fei, B., & Diaz, C. (2025). {TITLE}. *arXiv preprint* arXiv:{ID}.",
        f"Berg, A., Fei, B.: {TITLE}. arXiv:{ID} (2025)",
        f"1. {LIST}. 2025. {TITLE}. arXiv:{ID}",
        f"1. {LIST}, et al. {TITLE}. arXiv preprint arXiv:{ID}, 2025.",
        f"1. {LIST} et al. [{TITLE}]({URL}). 2025.",
        f"1. {LIST} et al. (2025). *{TITLE}*. In *Advances in Things*. {URL}",
        f"1. {LIST}. {TITLE}. *Nature Machine Intelligence*, 2025. arXiv:{ID}",
        f'1. {LIST}. "{TITLE}." arXiv preprint arXiv:{ID} (2025).',
        f"F1 is a model[^1].\n\n[^1]: {LIST}. [{TITLE}]({URL}).",
        f"> {LIST}. {TITLE}. arXiv:{ID}.",
        f"OpenAI. {TITLE}. arXiv:{ID}",
    ],
)
def test_title_that_is_set_as_one_is_a_claim(text: str) -> None:
    assert title_of(text) == (TITLE, True)


@pytest.mark.parametrize(
    ("written", "others"),
    [
        (LIST, False),
        (f"{LIST}, and 123 others", 123),
        (f"{LIST} and 123 others", 123),
        (f"{LIST}, +123 more", 123),
        (f"{LIST} and others", True),
        (f"{LIST} et al.", True),
    ],
)
@pytest.mark.parametrize(
    "form",
    [
        f"- [{TITLE}]({URL}) — @",
        f"- [{TITLE}]({URL}) – @",
        f"- [{TITLE}]({URL}) - @",
        f"- [{TITLE}]({URL}): @",
        f"- [{TITLE}]({URL}), @",
        f"[{TITLE}]({URL}). @",
        f"[{TITLE}]({URL}) (2025), @",
        f"[{TITLE}]({URL}) (@)",
        f"- [{TITLE}]({URL})\n  @",
        f"- [{TITLE}]({URL})\n  - by @",
        f"- **{TITLE}** [[paper]({URL})] [[code](https://github.com/a/b)] — @",
        f"- **{TITLE}** (arXiv:{ID}) — @",
        f"- **{TITLE}** — @ (arXiv:{ID})",
        f"arXiv:{ID} — @",
        f"arXiv:{ID}: @",
        f"arXiv:{ID} by @",
        f"Foo-1 by @ ([paper]({URL}))",
        f"Foo-1 by @ [paper]({URL})",
        f"F1, by @ (arXiv:{ID})",
        f"[F1]({URL}) is by @.",
        f"[F1]({URL}) was written by @.",
        f"The authors of [F1]({URL}) are @.",
        f"F1 [1] is by @.\n\n[1]: {URL}",
        f"# {TITLE}\n\n{BADGE}\n\n@\n\nIt is a model.",
        f"{BADGE}\n\n# {TITLE}\n\n@\n\nIt is a model.",
        f"| Paper | Who |\n|-|-|\n| x | **F1** by @ ([arXiv]({URL})) |",
    ],
)
def test_list_in_every_place(form: str, written: str, others: bool | int) -> None:
    names, left = authors_of(form.replace("@", written))
    assert names == NAMES
    assert (left, type(left)) == (others, type(others))


@pytest.mark.parametrize(
    "text",
    [
        f"{LIST} et al. [paper]({URL})",
        f"In it, {LIST} et al. ([paper]({URL})) say so.",
        f"As shown by the team of {LIST} et al. ([paper]({URL})), it works.",
        f"Foo-1 ({LIST}, et al., 2025; arXiv:{ID}) is a model.",
        f"Foo-1 [{LIST}, et al., 2025]({URL}) is a model.",
        f"{LIST} and colleagues introduced Foo-1 (arXiv:{ID}) in 2025.",
    ],
)
def test_no_name_before_et_al_is_lost(text: str) -> None:
    assert authors_of(text) == (NAMES, True)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"OpenAI. {TITLE}. arXiv:{ID}", "OpenAI"),
        (f"[1] OpenAI (2023). {TITLE}. arXiv:{ID}", "OpenAI"),
        (f"[2] Qwen Team. {TITLE}. arXiv:{ID}", "Qwen Team"),
    ],
)
def test_lone_group_opens_an_entry(text: str, name: str) -> None:
    assert authors_of(text) == ([name], False)


@pytest.mark.parametrize(
    "text",
    [
        f"- [F1]({URL}) — Computer Vision, Reinforcement Learning",
        f"- [F1]({URL}) - Hybrid Attention, Mixture of Experts, Long Context",
        f"- [F1]({URL}): a model of Foo, used by Bo Fei and Mo Far.",
        f"- [F1]({URL}) - Google Research, Stanford University, Meta AI",
        f"- [F1]({URL}). Ada Berg and Bo Fei. [B](https://arxiv.org/abs/1706.03762)",
    ],
)
def test_what_follows_a_link_may_not_be_a_list(text: str) -> None:
    assert authors_of(text) == ([], False)


def test_each_numbered_line_is_an_entry() -> None:
    other = "Zoe Ng, Bo Fei. On the Form of Things. arXiv:1706.03762"
    library = read(f"[1] {LIST}. {TITLE}. arXiv:{ID} 2023.\n[2] {other} 2017.")
    found = [(r.title, len(r.authors), r.location.line) for r in library if r.location]
    assert found == [(TITLE, 5, 1), ("On the Form of Things", 2, 2)]
    assert not library.labels


def test_link_in_brackets_is_found() -> None:
    text = f"- T [[paper]({URL})] [[code](https://github.com/a/b)] [[1]]\n\n[1]: https://a.org/x"
    assert [r.type for r in read(text)] == ["article", "software", "webpage"]


@pytest.mark.slow
def test_long_lists_take_time_in_step(seconds_of: SecondsOf) -> None:
    def seconds(count: int) -> float:
        names = ", ".join(f"Ada{chr(97 + n % 26)} Berg" for n in range(count))
        text = f"See {names} et al. [paper]({URL})"
        assert len(read(text).by_arxiv(ID).authors) == count
        return seconds_of(lambda: read(text))

    # Eight times the names; a quadratic reader would take sixty-four times as long.
    assert seconds(8000) < 32 * max(seconds(1000), 0.02)


@pytest.mark.slow
@pytest.mark.parametrize(
    "line",
    ["- A B\n", "[1] https://a.org\n", "[1]: https://a.org\n", "*_", "\n", "by ", "A B\n", "(A; "],
)
def test_long_runs_take_time_in_step(line: str, seconds_of: SecondsOf) -> None:
    def seconds(count: int) -> float:
        return seconds_of(lambda: read(line * count + f" arXiv:{ID} "))

    assert seconds(4000) < 32 * max(seconds(500), 0.02)


@pytest.mark.parametrize("mark", ['"{}"', "*{}*", '*"{}"*', "“{}”"])
@pytest.mark.parametrize("label", ["Foo-1 arXiv Paper", "Foo-1 report", "The Foo paper"])
def test_a_stated_title_goes_before_the_text_of_a_link_in_a_list(mark, label):
    note = (
        f"- **Foo-1**: the report is {mark.format(TITLE)} (arXiv:{ID}).\n\n"
        f"## References\n\n- [{label}]({URL})\n"
    )
    assert title_of(note) == (TITLE, True)


@pytest.mark.parametrize(
    "names",
    [
        "Quill, Fenn, Made",
        "Quill, Made",
        "Made, Quill, Fenn",
        "Quill, Fenn & Price",
        "Quill, Fenn, and Made",
        "Stone, Case, Bird",
        "Brown, Field, Young",
        "Quill, Fenn, Brown, Made, Oak",
        "Box, Wide, Good",
        "Quill, Price, Share",
    ],
)
def test_a_family_name_alone_may_be_a_word_of_titles(names: str) -> None:
    (found,) = read(f"- {names} (2024). *Of Lamps.* arXiv 2401.01234\n")
    assert [str(name) for name in found.authors] == re.findall(r"[A-Z]\w+", names)


def test_a_link_over_a_title_and_names_is_read() -> None:
    library = read("[Ethics, M. Rochan, X. Yao, C. Mao](https://arxiv.org/abs/2506.13585)")
    assert library.by_arxiv("2506.13585").arxiv


@pytest.mark.parametrize(
    "people",
    [
        "Mara Quill, University of Oslo",
        "Mara Quill, MIT; Tobias Fenn, Kyoto University;",
        "Mara Quill, Oslo University;\n\nTobias Fenn, Kyoto University.",
    ],
)
def test_people_with_their_places_are_a_paragraph_of_names(people: str) -> None:
    library = read(f"### Counting Harbour Seals\n\n{people}\n\nhttps://arxiv.org/abs/2506.13585")
    found = library.by_arxiv("2506.13585")
    assert found.title == "Counting Harbour Seals"
    assert [x.name for x in found.authors] == ["Mara Quill", "Tobias Fenn"][: people.count(",")]


@pytest.mark.parametrize("name", ["George A. Akerlof", "Joseph H. Greenberg", "Ada M. Fei"])
def test_a_middle_initial_before_a_colon_is_no_family_name_first(name: str) -> None:
    library = read(
        f"- {name}: Lemons at Market. Mind 1970. Online: https://arxiv.org/abs/2506.13585"
    )
    found = library.by_arxiv("2506.13585")
    assert (found.title, [x.name for x in found.authors]) == ("Lemons at Market", [name])

"""People near a paper who are not its authors, and sentences that claim nothing of its list."""

import pytest

from refcore.markdown import read
from refcore.model import Claim

ID = "2506.13585"
I = f"arXiv:{ID}"  # noqa: E741
URL = f"https://arxiv.org/abs/{ID}"
PAPER = f"*Foo-1: Doing Things with Lightning Attention* ({I}).\n\n"


@pytest.mark.parametrize(
    "text",
    [
        f"The model was tested by Ada Berg, Bo Fei and Carl Diaz ({I}).",
        f"Blog by Ada Berg and Bo Fei about [F1]({URL}).",
        f"A talk by Ada Berg and Bo Fei ({I})",
        f"{I} builds on work by Ada Berg and Bo Fei.",
        f"{I} extends Lightning Attention (Ada Berg, Bo Fei, et al.).",
        f"{I} follows (Berg & Fei, 2021) closely.",
        f"- Interview: Ada Berg, Bo Fei\n- Paper: {I}",
        f"## Authors of this blog\n\nAda Berg, Bo Fei\n\nWe discuss {I}.",
        f"Authors of this post:\n\n- Ada Berg\n- Bo Fei\n\nWe discuss {I}.",
        f"Authors: Ada Berg, Bo Fei (of this post)\n\nWe discuss {I}.",
        f"- **Paper**: [F1]({URL})\n- **Co-authors**: Ada Berg, Bo Fei",
        f"Contributors: Ada Berg, Bo Fei ({I})",
        f"## Team\n\n- Ada Berg\n- Bo Fei\n\nPaper: {I}",
        f"By Ada Berg and Bo Fei, 3 May 2024\n\n# Review of F1\n\nWe discuss {I}.",
        f"| Model | Lead | Paper |\n|-|-|-|\n| F1 | Ada Berg | {I} |",
        f"| Paper | Contact author |\n|-|-|\n| [F1]({URL}) | Ada Berg |",
        f"**Submitted by:** Ada Berg and Bo Fei, {I}",
        f"{I} was covered by Ada Berg, Bo Fei, and others at Wired.",
        f"Thanks to Ada Berg, Bo Fei and Carl Diaz for comments on {I}.",
        f"The paper ({I}) was praised by experts including Ada Berg and Bo Fei.",
        "1. [08-28] Thanks to [**Ada Berg**](https://a.org/1) and [**Bo Fei**](https://a.org/2), "
        f"the results of [**Foo-4**]({URL}) have been revised.",
        f"- Thanks to Ada Berg, Bo Fei and Mo Far, we now include [On the Form of Things]({URL}).",
        f"Implemented by Ada Berg and Bo Fei, after [On the Form of Things]({URL}).",
        f"- [On the Form of Things]({URL}) (slides by Ada Berg and Bo Fei)",
        f"- [On the Form of Things]({URL}), summary by Ada Berg and Bo Fei",
        f"- Presenters: Ada Berg, Bo Fei. Paper: [On the Form of Things]({URL})",
        f"| Presenter | Paper |\n|-|-|\n| Ada Berg, Bo Fei | [On the Form of Things]({URL}) |",
        f"| Discussant | Reading |\n|-|-|\n| Ada Berg and Bo Fei | *On the Form of Things*, {I} |",
        f"- Keywords: Neural Networks, Graph Learning — [On the Form of Things]({URL})",
        f"- Datasets: Image Net, Open Images. [On the Form of Things]({URL})",
    ],
)
def test_people_who_are_no_authors(text: str) -> None:
    library = read(text)
    reference = library.by_arxiv(ID)
    assert [name.name for name in reference.authors] == []
    assert library.claims == {}


def test_the_first_author_alone_says_that_there_are_others() -> None:
    found = read(f"| Paper | First author |\n|-|-|\n| [F1]({URL}) | Ada Berg |").by_arxiv(ID)
    assert ([name.name for name in found.authors], found.authors.others) == (["Ada Berg"], True)


@pytest.mark.parametrize(
    "text", [f"- Paper: {I}", f"Paper: see {I}", f"**Submitted by:** Bo Fei and Mo Far, {I}"]
)
def test_what_is_not_a_title(text: str) -> None:
    assert read(text).by_arxiv(ID).title == ""


@pytest.mark.parametrize(
    "text",
    [
        f"1. **Who wrote the paper?** The Foo-1 paper ({I}) was written by a team.",
        f"- **Long context reasoning at scale** ({I}): it supports a million tokens.",
        f"- **Fast and cheap decoding for all** — {URL}",
    ],
)
def test_bold_words_are_no_claim_of_a_title(text: str) -> None:
    library = read(text)
    assert library.labels == set(library.keys())


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"- Paper: Foo-1 ({I})", "Foo-1"),
        (f"- Title: Foo-1 Does Things ({I})", "Foo-1 Does Things"),
        (f"- **Paper**: Foo-1 Does Things, {URL}", "Foo-1 Does Things"),
    ],
)
def test_a_title_ends_before_the_id(text: str, title: str) -> None:
    assert read(text).by_arxiv(ID).title == title


def claims(text: str) -> list[Claim]:
    library = read(PAPER + text)
    return list(library.claims.get(library.by_arxiv(ID).key, ()))


@pytest.mark.parametrize(
    "text",
    [
        "Some sources say that Ada Berg is an author; this is false.",
        "It is a myth that Ada Berg is the first author.",
        "I doubt that Ada Berg is an author.",
        "Is Ada Berg an author? No.",
        "Ada Berg is the first author to write about this.",
        "Ada Berg is an author of children's books.",
        "Ada Berg is the author of this note.",
        "Ada Berg is the first author on Bar-01, not on Foo-1.",
        "Ada Berg was an author at Wired.",
        "Two authors left.",
        "Except for one pair, the authors are in alphabetical order.",
        "The authors are mostly listed alphabetically.",
    ],
)
def test_no_claim(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ada Berg is an author of Foo-1.",
        "Ada Berg is an author of the paper.",
        "Ada Berg is an author on the Foo-1 technical report.",
        "Ada Berg is one of the few authors with a degree.",
    ],
)
def test_claim_with_its_work(text: str) -> None:
    assert [claim.name for claim in claims(text)] == ["Ada Berg"]

"""Plain names: people, groups, and the colon that arXiv lists after a collaboration."""

from __future__ import annotations

import pytest

from refcore.errors import InvalidName
from refcore.model.people import Group, Person
from refcore.names import looks_like_group, parse_list, read_author_list, read_name

GROUPS = """
MiniMax; DeepSeek-AI; OpenAI; Google; NVIDIA; Qwen Team; Google DeepMind; Google Research; Meta AI
GLM-5-Team; The LIGO Scientific Collaboration; Super-Kamiokande Collaboration; Anthropic; DeepMind
Gemini Team; 01.AI; Mistral AI; IceCube Collaboration; Stanford University; Moonshot AI; Kimi Team
BigScience Workshop Team; CERN; Allen Institute for AI; Planck Collaboration; Microsoft Research
AI @ Meta
"""
PEOPLE = """
Bo Fei; Loki; Mausam; Yann LeCun; H. Brendan McMahan; Ian MacKay; LeCun; McMahan; DeSalvo; DiCarlo
VanRullen; Kai Chen; Ai Weiwei; J.-P. Serre; O'Brien; Ming-Wei Chang; AlQuraishi; Google Smith
Amazon Jones; Hal Daumé III; Peter H. N. de With
"""


def listed(text: str) -> list[str]:
    return [name.strip() for line in text.strip().splitlines() for name in line.split(";")]


@pytest.mark.parametrize("name", listed(GROUPS))
def test_groups_read_as_groups(name: str) -> None:
    assert looks_like_group(name)
    assert read_name(name) == Group(name)


@pytest.mark.parametrize("name", listed(PEOPLE))
def test_people_read_as_people(name: str) -> None:
    assert not looks_like_group(name)
    assert isinstance(read_name(name), Person)
    assert read_name(name).name == name


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Chen, Aili", Person("Aili", "Chen")),
        ("van den Oord, Aaron", Person("Aaron", "Oord", non_dropping_particle="van den")),
        ("Aaron van den Oord", Person("Aaron", "Oord", non_dropping_particle="van den")),
        ("Meeks, III, William H.", Person("William H.", "Meeks", suffix="III")),
        ("William H. Meeks III", Person("William H.", "Meeks", suffix="III")),
        ("Robert Downey, Jr.", Person("Robert", "Downey", suffix="Jr.")),
        # Particles without a given name before them.
        ("van der Waerden", Person("", "Waerden", non_dropping_particle="van der")),
        ("von Neumann", Person("", "Neumann", non_dropping_particle="von")),
        ("de la Cruz", Person("", "Cruz", non_dropping_particle="de la")),
        ("'t Hooft", Person("", "Hooft", non_dropping_particle="'t")),
        ("Gerard ’t Hooft", Person("Gerard", "Hooft", non_dropping_particle="’t")),
        ("bell hooks", Person("bell", "hooks")),
        ("Van Gogh", Person("Van", "Gogh")),
    ],
)
def test_parts_of_a_name(text: str, person: Person) -> None:
    assert read_name(text) == person


def test_the_colon_marks_a_group_and_is_not_an_author() -> None:
    assert parse_list(["Keck Array", "BICEP2 Collaborations", ":", "P. A. R. Ade"]) == (
        Group("Keck Array"),
        Group("BICEP2 Collaborations"),
        Person("P. A. R.", "Ade"),
    )
    assert parse_list([":", "Bo Fei"]) == (Person("Bo", "Fei"),)


def test_authors_keep_what_is_left_out() -> None:
    assert read_author_list(["Bo Fei"], 3).others == 3


@pytest.mark.parametrize("text", ["", "   ", ","])
def test_a_name_without_content_is_an_error(text: str) -> None:
    with pytest.raises(InvalidName):
        read_name(text)

"""A note that is too long is read in part, and a finding says where reading ends."""

import pytest

from refcore.diagnostics import Severity
from refcore.markdown import bounds, read


@pytest.fixture(autouse=True)
def _low_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("MOST_LINES", "MOST_WORKS", "MOST_LINKS", "MOST_NAMES"):
        monkeypatch.setattr(bounds, name, 50)


def _errors(text: str) -> list[str]:
    return [str(x) for x in read(text).diagnostics if x.severity is Severity.ERROR]


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("arXiv:2506.13585\n" + "- a\n" * 55, "50 lines of a note"),
        ("<ul>" + "<li>a</li>" * 55 + "</ul>", "50 items and paragraphs of a note"),
        (" ".join(f"10.1000/{n}" for n in range(55)), "50 works and 50 links of a note"),
        ("arXiv:2506.13585 " + "by Ada Berg. " * 55, "50 places of a note"),
    ],
    ids=["lines", "items", "works", "names"],
)
def test_the_finding_names_the_limit(text: str, limit: str) -> None:
    (message,) = _errors(text)
    assert f"at most {limit} are read" in message
    assert message.endswith("split it here")


def test_what_is_before_the_limit_is_read() -> None:
    text = "- *On Things*, Ada Berg et al., arXiv:2506.13585\n" + "- a\n" * 50
    assert str(read(text)["berg2025things"].authors) == "Ada Berg et al."


def test_a_note_within_the_limits_is_read_whole() -> None:
    text = "".join(f"- [On {n}](https://doi.org/10.1000/{n})\n" for n in range(20))
    assert len(read(text)) == 20
    assert _errors(text) == []


def test_items_without_an_id_are_read_up_to_their_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "MOST_ITEMS", 3)
    text = "".join(f'- Bo Fei et al., "On the Form of Thing {n}", arXiv 2024.\n' for n in range(5))
    assert len(read(text)) == 3
    (message,) = _errors(text)
    assert message.startswith("at most 3 items of a note are read as works without an id;")

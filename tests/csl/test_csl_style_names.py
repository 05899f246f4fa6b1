"""Names and paths that cannot be styles raise a `StyleError` with a short message."""

import os
from pathlib import Path

import pytest

from refcore.csl.styles import find_style
from refcore.errors import StyleError


@pytest.mark.parametrize("suffix", ["", ".csl"])
@pytest.mark.parametrize(
    "name", ["a\0b", "x" * 1_000_000, "文" * 100, "\ud800", "/", "", "a/\0", "a " * 100_000]
)
def test_a_name_that_can_be_none(name: str, suffix: str) -> None:
    with pytest.raises(StyleError) as caught:
        find_style(name + suffix)
    assert len(str(caught.value)) < 1_000


@pytest.mark.parametrize("name", ["a\0b.csl", "x" * 300 + ".csl", "loop.csl", ".", "none.csl"])
def test_a_path_that_can_be_none(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("loop.csl").symlink_to("loop.csl")
    for style in (Path(name), f".{os.sep}{name}"):
        with pytest.raises(StyleError):
            find_style(style)

"""The hooks of the MkDocs example; `nox -s examples` builds the sites of docs/examples."""

import logging
import runpy
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SITE = ROOT / "docs" / "examples" / "mkdocs"
HOOKS = runpy.run_path(str(SITE / "hooks.py"))
PAGE = SimpleNamespace(file=SimpleNamespace(src_uri="index.md"))


@pytest.fixture(autouse=True)
def _offline(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("REFCORE_OFFLINE", "1")
    monkeypatch.setenv("REFCORE_CACHE_DIR", str(tmp_path / "cache"))


def config(bibliography: Path) -> dict[str, Any]:
    site = SITE / "mkdocs.yml"
    return {"config_file_path": str(site), "extra": {"bibliography": str(bibliography)}}


def warnings(caplog: pytest.LogCaptureFixture) -> list[str]:
    # MkDocs counts what its own loggers warn of, and ends a strict build.
    return [
        record.getMessage()
        for record in caplog.records
        if record.levelno >= logging.WARNING and record.name.startswith("mkdocs.")
    ]


def test_the_page_of_the_example_is_printed(caplog: pytest.LogCaptureFixture) -> None:
    settings = config(ROOT / "references" / "minimax.bib")
    HOOKS["on_config"](settings)
    text = (SITE / "docs" / "index.md").read_text(encoding="utf-8")
    printed = HOOKS["on_page_markdown"](text, page=PAGE, config=settings, files=None)
    assert "MiniMax-M1 (MiniMax et al., 2025) was followed" in printed
    assert "Sun, Z. (2025). *MiniMax-M1:" in printed
    assert warnings(caplog) == []


def test_an_unknown_key_is_a_warning_of_the_page(caplog: pytest.LogCaptureFixture) -> None:
    settings = config(ROOT / "references" / "minimax.bib")
    printed = HOOKS["on_page_markdown"]("As [@no].", page=PAGE, config=settings, files=None)
    assert "[@no]" in printed
    (warning,) = warnings(caplog)
    assert warning == "index.md:1: no reference has the key 'no'"


def test_a_contradicted_reference_is_a_warning(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    lock = (ROOT / "references" / "arxiv.lock.json").read_bytes()
    (tmp_path / "refcore.lock.json").write_bytes(lock)
    wrong = tmp_path / "refs.bib"
    wrong.write_text("@misc{m1, author={Ann Nobody}, eprint={2506.13585}}", encoding="utf-8")
    HOOKS["on_config"](config(wrong))
    (warning,) = warnings(caplog)
    assert "m1: contradicted" in warning

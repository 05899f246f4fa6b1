"""One request: when its client is made, and which certificates it trusts."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from refcore.net.http import Fetcher, HttpFault, _trusted
from refcore.net.imports import absent


@pytest.mark.parametrize("content", [None, "no certificate"])
def test_certificates_that_cannot_be_read_are_a_fault_that_names_them(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: str | None
) -> None:
    named = tmp_path / "trusted.pem"
    if content:
        named.write_text(content)
    monkeypatch.setenv("SSL_CERT_FILE", str(named))
    fetcher = Fetcher()
    with pytest.raises(HttpFault, match=r"cannot be read \(SSL_CERT_FILE=.*trusted\.pem"):
        fetcher.get("https://127.0.0.1:9/")
    fetcher.close()


def test_certificates_are_read_once_for_all_sources() -> None:
    assert _trusted() is _trusted()


def test_a_client_that_made_no_request_is_closed() -> None:
    Fetcher().close()


def test_httpx_comes_without_its_command_line() -> None:
    code = "import sys, refcore.net.http; print(*{'rich', 'pygments', 'click'} & {*sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_what_is_imported_already_stays() -> None:
    with absent("json"):
        import json
    assert json is sys.modules["json"]

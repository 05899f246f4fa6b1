"""The hooks of pre-commit: their entries, as pre-commit calls them, on staged files."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
HOOKS = {
    hook["id"]: hook
    for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
}
LOCK = ROOT / "references" / "arxiv.lock.json"
SOUND = "@misc{m1,\n  author = {MiniMax and others},\n  eprint = {2506.13585}\n}\n"
WRONG = SOUND.replace("MiniMax and others", "Ann Nobody")
ABSENT = SOUND.replace("13585", "99999")


def hook(name: str, folder: Path, *files: str) -> tuple[int, str, str]:
    """Run what pre-commit runs: the entry with its arguments and the names of the files."""
    called = HOOKS[name]
    command = [*shlex.split(called["entry"]), *called.get("args", []), *files]
    assert command[0] == "refcore"
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=folder,
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "REFCORE_CACHE_DIR": str(folder / "cache"),
            # Whoever asks a service in spite of --offline fails at this address.
            "REFCORE_ARXIV_URL": "http://localhost:9",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "refs.bib").write_text(SOUND, encoding="utf-8")
    (tmp_path / "refcore.lock.json").write_bytes(LOCK.read_bytes())
    return tmp_path


def test_the_hooks_have_what_pre_commit_needs() -> None:
    assert HOOKS.keys() == {"refcore-verify", "refcore-tidy"}
    for called in HOOKS.values():
        assert {"id", "name", "description", "entry", "language", "files"} <= called.keys()
        assert called["language"] == "python"
        assert re.search(called["files"], "paper/refs.bib")
        assert not re.search(called["files"], "paper/refs.bibtex.py")


def test_what_the_lock_confirms_passes(folder: Path) -> None:
    assert hook("refcore-verify", folder, "refs.bib") == (0, "1 reference: 1 confirmed\n", "")


def test_what_the_lock_contradicts_fails(folder: Path) -> None:
    (folder / "refs.bib").write_text(WRONG, encoding="utf-8")
    code, printed, said = hook("refcore-verify", folder, "refs.bib")
    assert (code, said) == (1, "")
    assert "m1: contradicted" in printed


def test_what_the_lock_lacks_fails_and_says_what_to_run(folder: Path) -> None:
    (folder / "refs.bib").write_text(ABSENT, encoding="utf-8")
    code, printed, said = hook("refcore-verify", folder, "refs.bib")
    assert code == 3
    assert "m1: unchecked: offline, and neither the lock file nor the cache has it" in printed
    assert said == (
        "refcore: offline, and refcore.lock.json does not have all records; "
        "with a network, run: refcore lock refs.bib\n"
    )


def test_without_a_lock_file_the_hook_says_how_to_make_one(folder: Path) -> None:
    (folder / "refcore.lock.json").unlink()
    (folder / "my refs.bib").write_text(SOUND, encoding="utf-8")
    code, _, said = hook("refcore-verify", folder, "my refs.bib")
    assert code == 3
    assert said.startswith("refcore: offline, and there is no lock file; ")
    assert said.endswith("refcore lock 'my refs.bib'\n")


def test_a_file_without_identifiers_passes(folder: Path) -> None:
    (folder / "refs.bib").write_text("@book{b, title={A Book}, year=2001}", encoding="utf-8")
    assert hook("refcore-verify", folder, "refs.bib")[0] == 0


def test_the_layout_hook_changes_a_file_once(folder: Path) -> None:
    (folder / "refs.bib").write_text("@misc{ m1,title= {A Study},year=2001}\n", encoding="utf-8")
    assert hook("refcore-tidy", folder, "refs.bib") == (0, "", "refs.bib: written\n")
    after = (folder / "refs.bib").read_bytes()
    assert b"{A Study}" in after
    # pre-commit fails a commit whose files a hook has changed, and passes the next one.
    assert hook("refcore-tidy", folder, "refs.bib") == (0, "", "")
    assert (folder / "refs.bib").read_bytes() == after

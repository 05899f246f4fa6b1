"""The scripts of the README run as they stand."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
SCRIPTS = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
EXPECTED = [
    ["@misc{minimax2025", "archiveprefix = {arXiv}", "{MiniMax}", "and others"],
    ["contradicted", "Bangwei Gong", "misspelled: Bo Fey / Bo Fei"],
    ["Huaiguang Cai", "no source of records covers this kind"],
    ['class="csl-bib-body"', "MiniMax", "arXiv"],
    [],
]


def test_the_readme_has_five_scripts() -> None:
    assert len(SCRIPTS) == len(EXPECTED) == 5


@pytest.mark.parametrize("number", range(5))
def test_a_script_runs_unchanged(number: int, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "references", tmp_path / "references")
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", SCRIPTS[number]],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        env={
            "PATH": "",
            "PYTHONPATH": str(ROOT),
            "REFCORE_OFFLINE": "1",
            "REFCORE_CACHE_DIR": str(tmp_path / "cache"),
        },
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    for words in EXPECTED[number]:
        assert words in done.stdout
    if number == 4:
        changed = (tmp_path / "changed.bib").read_text(encoding="utf-8")
        assert "reinforcement learning" in changed
        assert "Zijun" in changed

"""What GitHub does with a composite action, as far as action.yml needs it: inputs to scripts."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from typing import Any

import attrs
import yaml

__all__ = ["Action", "Run"]

EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")


@attrs.frozen
class Run:
    """What a step left behind."""

    code: int
    printed: str
    outputs: dict[str, str]
    summary: str


@attrs.frozen
class Action:
    """A composite action, read from its file."""

    path: Path
    document: dict[str, Any]

    @classmethod
    def read(cls, path: Path) -> Action:
        return cls(path, yaml.safe_load(path.read_text(encoding="utf-8")))

    @property
    def scripts(self) -> list[dict[str, Any]]:
        return [step for step in self.document["runs"]["steps"] if "run" in step]

    def inputs(self, given: dict[str, str]) -> dict[str, str]:
        """Return all inputs, those that are not given by their defaults."""
        defaults = {name: row["default"] for name, row in self.document["inputs"].items()}
        assert given.keys() <= defaults.keys()
        return defaults | given

    def run(self, step: dict[str, Any], given: dict[str, str], runner: dict[str, str]) -> Run:
        """Run a step as a runner does: the script in a file, expressions in `env` replaced."""
        inputs = self.inputs(given)
        values = {f"inputs.{name}": value for name, value in inputs.items()}
        values["github.action_path"] = str(self.path.parent)
        values["steps.install.outputs.scripts"] = f"{runner['RUNNER_TEMP']}/refcore/bin"

        # Of a local action, GitHub knows no repository and no version.
        values |= {
            "github.server_url": "https://github.com",
            "github.action_repository": "",
            "github.repository": "fei/paper",
            "github.action_ref": "",
            "github.sha": "0a1b2c",
        }

        def value(expression: str) -> str:
            found = [values[name.strip()] for name in expression.split("||")]
            return next((one for one in found if one), "")

        def filled(text: str) -> str:
            return EXPRESSION.sub(lambda found: value(found[1]), text)

        folder = Path(runner["RUNNER_TEMP"])
        script = folder / "step.sh"
        script.write_text(step["run"], encoding="utf-8")
        env = runner | {name: filled(value) for name, value in step.get("env", {}).items()}
        work = Path(runner["GITHUB_WORKSPACE"]) / filled(step.get("working-directory", "."))
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
            cwd=work,
            env=env,
            capture_output=True,
            text=True,
            check=False,
        )
        lines = _text(env["GITHUB_OUTPUT"]).splitlines()
        outputs = dict(line.split("=", 1) for line in lines)
        printed = done.stdout + done.stderr
        return Run(done.returncode, printed, outputs, _text(env["GITHUB_STEP_SUMMARY"]))


def _text(path: str) -> str:
    return Path(path).read_text(encoding="utf-8") if os.path.exists(path) else ""  # noqa: PTH110

"""What an index and a newcomer see of the package: its description, its metadata, its size."""

import re
import tomllib
from importlib.metadata import requires
from pathlib import Path

import pytest
from click.testing import CliRunner

import refcore
from refcore.cli.commands import cli
from refcore.verification.verdict import Verdict

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
DESCRIPTION = PROJECT["tool"]["hatch"]["metadata"]["hooks"]["fancy-pypi-readme"]
TABLES = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
# A picture, or a link to something that is not a web address.
ELSEWHERE = re.compile(r"\]\((?!https?:|#)|<img|<picture")


def name_of(requirement: str) -> str:
    return re.split(r"[\s<>=!~\[(;]", requirement)[0]


def description_of(readme: str) -> str:
    """Return what the hook of the build makes of a README."""
    for rule in DESCRIPTION["substitutions"]:
        readme = re.sub(rule["pattern"], rule["replacement"], readme)
    return readme


def test_no_link_of_the_description_leads_to_a_file_that_an_index_has_not() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert ELSEWHERE.search(readme)
    assert not ELSEWHERE.search(description_of(readme))


@pytest.mark.parametrize(
    ("readme", "description"),
    [
        ("[docs/csl.md](docs/csl.md): styles", "`docs/csl.md`: styles"),
        ("[`docs/csl.md`](docs/csl.md)", "`docs/csl.md`"),
        ("[a page](docs/report.md) to send", "a page (`docs/report.md`) to send"),
        ("[CSL](https://citationstyles.org)", "[CSL](https://citationstyles.org)"),
        ("[below](#below)", "[below](#below)"),
        ("As here:\n\n![A page](docs/page.png)\n\nNext", "As here.\n\nNext"),
        ("<picture>\n<source srcset='a.png'>\n</picture>\nNext", "Next"),
        ('<img src="docs/a.png" width="3">\n\nNext', "Next"),
        ("![badge](https://example.org/badge.svg)", "![badge](https://example.org/badge.svg)"),
    ],
)
def test_a_link_in_the_description(readme: str, description: str) -> None:
    assert description_of(readme) == description


DEPENDENCIES = [name_of(one) for one in PROJECT["project"]["dependencies"]]


@pytest.mark.parametrize("dependency", DEPENDENCIES)
def test_a_dependency_has_a_row_that_says_what_it_is_for(dependency: str) -> None:
    assert re.search(rf"^\| `{dependency}` \| \w.* \| [\d.]+ \| .+ \|$", TABLES, re.MULTILINE)


EXTRAS = PROJECT["project"]["optional-dependencies"]


@pytest.mark.parametrize("extra", sorted(set(EXTRAS) - {"dev"}))
def test_an_extra_has_a_row_that_says_what_it_is_for(extra: str) -> None:
    packages = ", ".join(f"`{name_of(one)}`" for one in EXTRAS[extra])
    assert f"| `{extra}` | {packages} |" in TABLES
    # Ray and Spark are large: only the session `engines` installs them.
    assert set(EXTRAS[extra]) <= set(EXTRAS["dev"]) or extra in ("ray", "spark")


def test_nothing_else_has_a_row() -> None:
    rows = set(re.findall(r"^\| `([\w-]+)` \|", TABLES, re.MULTILINE))
    assert rows == {"refcore", *DEPENDENCIES, *EXTRAS} - {"dev"}


def test_the_sizes_add_up_to_what_the_page_says() -> None:
    table = TABLES.partition("## Extras")[0]
    sizes = [float(size) for size in re.findall(r"\| ([\d.]+) \| [^|]+ \|$", table, re.MULTILINE)]
    said = re.search(r"takes? (\d+) MB", table)
    assert said
    assert abs(sum(sizes) - int(said[1])) < 1


def test_the_package_is_typed_and_names_its_licence() -> None:
    assert (ROOT / "refcore" / "py.typed").exists()
    project = PROJECT["project"]
    assert (project["license"], project["license-files"]) == ("MIT", ["LICENSE"])
    oldest = re.search(r"3\.\d+", project["requires-python"])
    assert oldest
    assert f"Programming Language :: Python :: {oldest[0]}" in project["classifiers"]
    pythons = re.search(r"PYTHONS = \[(.*)\]", (ROOT / "noxfile.py").read_text(encoding="utf-8"))
    assert pythons
    for python in re.findall(r"3\.\d+", pythons[1]):
        assert f"Programming Language :: Python :: {python}" in project["classifiers"]
    assert requires("refcore")


def test_refcore_reads_and_verifies_how_it_is_cited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    library = refcore.load("CITATION.cff")
    assert library.diagnostics == []
    (itself,) = library
    assert itself.title.startswith("refcore: ")
    assert itself.fields["version"] == refcore.__version__
    assert [report.verdict for report in refcore.verify(library)] == [Verdict.NOT_COVERED]
    done = CliRunner().invoke(cli, ["verify", "--offline", "CITATION.cff"])
    assert done.exit_code == 0
    assert "The refcore authors" in refcore.bibliography(library, style="apa")

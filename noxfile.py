"""The checks of the project: `nox` runs them all, `nox -s tests` one of them."""

from __future__ import annotations

from pathlib import Path

import nox

nox.options.default_venv_backend = "venv"
nox.options.error_on_missing_interpreters = False
nox.options.reuse_existing_virtualenvs = True

PYTHONS = ["3.11", "3.12", "3.13", "3.14"]
PROJECT = nox.project.load_toml("pyproject.toml")


@nox.session
def lint(session: nox.Session) -> None:
    """Check the style of the code and the spelling."""
    session.install("ruff", "codespell", "validate-pyproject", "check-jsonschema")
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("codespell")
    session.run("validate-pyproject", "pyproject.toml")
    schema = ("check-jsonschema", "--builtin-schema")
    session.run(*schema, "vendor.github-actions", "action.yml")
    workflows = sorted(map(str, Path(".github/workflows").glob("*.yml")))
    session.run(*schema, "vendor.github-workflows", *workflows)


@nox.session
def types(session: nox.Session) -> None:
    """Check the types of the package and of the way people call it."""
    session.install("-e", ".[dev]", "pyright")
    session.run("mypy")
    session.run("mypy", "tests/typing")
    session.run("pyright", "tests/typing")


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Run the test suite; `nox -s tests -- -m quick` runs a part."""
    session.install("-e", ".[dev]")
    session.run("pytest", *session.posargs)


@nox.session
def engines(session: nox.Session) -> None:
    """Verify a corpus on Ray and Spark too, which the suite does without; this needs Java."""
    session.install("-e", ".[dev,ray,spark]")
    # What these engines warn of is theirs to mend.
    words = ("pytest", "-n", "0", "-W", "default", "tests/corpus")
    session.run(*words, env={"REFCORE_ENGINES": "ray spark"})


@nox.session
def docs(session: nox.Session) -> None:
    """Build the site in build/site; a warning fails it, such as a dead link."""
    session.install(*nox.project.dependency_groups(PROJECT, "docs"))
    session.run("sphinx-build", "-W", "--keep-going", "-E", "-b", "html", "docs", "build/site")


@nox.session
def examples(session: nox.Session) -> None:
    """Build the sites in docs/examples with the project's references, without a network."""
    session.install("-e", ".", *nox.project.dependency_groups(PROJECT, "examples"))
    session.env["REFCORE_OFFLINE"] = "1"  # references/ has the records
    folder = Path(session.create_tmp()).resolve()  # mkdocs takes paths from its file on
    for builder in ("html", "latex"):
        out = str(folder / builder)
        session.run("sphinx-build", "-W", "-E", "-b", builder, "docs/examples/sphinx", out)
    site = "docs/examples/mkdocs/mkdocs.yml"
    session.run("mkdocs", "build", "--strict", "-f", site, "-d", str(folder / "mkdocs"))


@nox.session
def links(session: nox.Session) -> None:
    """Ask each web address that a document links to; this needs the network."""
    session.install(*nox.project.dependency_groups(PROJECT, "docs"))
    session.run("sphinx-build", "-E", "-b", "linkcheck", "docs", session.create_tmp())


@nox.session
def coverage(session: nox.Session) -> None:
    """Measure the branches that the suite runs; at least the share in pyproject.toml."""
    session.install("-e", ".[dev]")
    # Workers may be ended before they have written what they measured.
    session.run("coverage", "run", "-m", "pytest", "-n", "0")
    session.run("coverage", "combine")
    session.run("coverage", "report")


@nox.session
def package(session: nox.Session) -> None:
    """Build what is published, check it, and use the wheel as a newcomer does."""
    session.install(*nox.project.dependency_groups(PROJECT, "release"), "cffconvert")
    session.run("cffconvert", "--validate", "-i", "CITATION.cff")
    folder = session.create_tmp()
    session.run("python", "-m", "build", "--outdir", folder)
    built = sorted(str(path) for path in Path(folder).glob("refcore-*"))
    wheel = next(path for path in built if path.endswith(".whl"))
    session.run("twine", "check", "--strict", *built)
    session.run("check-wheel-contents", wheel)
    session.run("python", "benchmarks/first_hour.py", "--wheel", wheel)

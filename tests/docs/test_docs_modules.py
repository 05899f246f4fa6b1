"""docs/modules.md says of each module what its docstring says."""

import runpy

from docs_pages import DOCS


def test_the_page_of_modules_is_current() -> None:
    written = (DOCS / "modules.md").read_text(encoding="utf-8")
    assert written == runpy.run_path(str(DOCS / "modules.py"))["page"](), (
        "run: python docs/modules.py"
    )


def test_each_module_has_a_subject() -> None:
    written = (DOCS / "modules.md").read_text(encoding="utf-8")
    assert written.count("\n| `") > 500
    assert "` |  |" not in written

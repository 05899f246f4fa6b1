"""Run the field cases on citations that can be run from their own words.

Usage: python benchmarks/field_csl.py FOLDER [--show] [--id PREFIX]

FOLDER holds csl.jsonl: a case a line with `id`, `call`, `input`, `expected`.
A case runs where its call and input say all that is needed, or by a recipe in
field_csl_items.py; what a BibTeX
fragment leaves out is filled in as in the other cases (author Ash, title
Moss, 2018). It is right where the text equals what is expected, or holds it.
What differs is printed, for a person to judge: the fillers are a guess.
"""

from __future__ import annotations

import argparse
import ast
import json
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from field_csl_items import BY_ID

from refcore import bibliography, loads
from refcore.csl import Processor, Style
from refcore.errors import RefcoreError

FILLERS = {"author": "Ash, A.", "title": "Moss", "year": "2018"}
BY_TYPE = {
    "article": {"journal": "J", "volume": "2", "pages": "1--3"},
    "book": {"publisher": "P"},
    "techreport": {"institution": "Inst"},
}
LOCATOR = (
    '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">'
    "<info><title>t</title><id>t</id><updated>2020-01-01T00:00:00Z</updated></info><citation>"
    '<layout><group delimiter=" "><label variable="locator" form="short"/>'
    '<text variable="locator"/></group></layout></citation></style>'
)


def entry_of(text: str, area: str) -> str:
    """Return a whole BibTeX entry for a fragment of one."""
    if re.match(r"@\w+\s*\{", text):
        return text
    found = re.match(r"@(\w+)\s*,?\s*", text)
    kind = found[1] if found else "book"
    fields = text[found.end() :] if found else text
    if found is None and (
        area == "latex" or re.search(r"\bpages\s*=|\bjournal\s*=|\bdoi\s*=", fields)
    ):
        kind = "article"
    fill = {**FILLERS, **BY_TYPE.get(kind, {})}
    given = set(re.findall(r"([a-z]+)\s*=", fields))
    if "date" in given:
        fill.pop("year")
    if "author" in given:
        fill |= {"title": "Peat", "year": "2020"} if "others" in text or "al." in text else {}
    rest = ", ".join(f"{name}={{{value}}}" for name, value in fill.items() if name not in given)
    return f"@{kind}{{a, {', '.join(filter(None, [rest, fields]))}}}"


def from_bibtex(case: dict[str, Any]) -> str | None:
    asked = re.match(r"bibliography\(([a-z0-9-]+)(?:, (\w+))?\)", case["call"])
    text = case["input"]
    if asked is None or not isinstance(text, str) or "=" not in text:
        return None
    library = loads(entry_of(text, case["area"]), "bibtex")
    return str(bibliography(library, asked[1], asked[2] or "text"))


def of_locator(case: dict[str, Any]) -> str | None:
    given = case["input"]
    if not isinstance(given, dict) or "locator" not in given or "apa" in case["call"]:
        return None
    processor = Processor(Style.from_xml(LOCATOR), [{"id": "a", "type": "book"}])
    return processor.cite_one({"id": "a", **given})


def of_sorting(case: dict[str, Any]) -> list[str] | None:
    text = case["input"]
    asked = re.match(r"Processor\(\"([a-z-]+)\"\)", case["call"])
    if asked is None or not isinstance(text, str) or not text.startswith("[("):
        return None
    items = [
        {"id": str(at), "type": "book", "title": "T", "author": [{"family": one, "given": given}]}
        for at, (one, given) in enumerate(ast.literal_eval(text))
    ]
    order = Processor(asked[1], items).order
    return [items[int(key)]["author"][0]["family"] for key in order]  # type: ignore[index]


def of_locale(case: dict[str, Any]) -> str | None:
    if case["area"] != "locale" or not isinstance(case["input"], str):
        return None
    Processor("chicago-author-date", [], case["input"])
    return "accepted"


def by_hand(case: dict[str, Any]) -> Any:
    recipe = BY_ID.get(case["id"])
    return None if recipe is None else recipe(case)


RECIPES: tuple[Callable[[dict[str, Any]], Any], ...] = (
    by_hand, from_bibtex, of_locator, of_sorting, of_locale
)  # fmt: skip


def is_right(found: Any, expected: Any) -> bool:
    """Return whether what came is what is expected, or holds all of it."""
    if isinstance(found, list):
        return bool(found == expected)
    texts = expected if isinstance(expected, list) else [expected]
    # Some cases show Markdown before its escapes.
    bare = re.sub(r"\\(.)", r"\1", found)
    return all(str(text) in found or str(text) in bare for text in texts)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", action="store_true", help="print the cases that are not run")
    parser.add_argument("--id", default="")
    given = parser.parse_args()
    counts = Counter[str]()
    for line in (given.folder / "csl.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        if not case["id"].startswith(given.id):
            continue
        found: Any = None
        for recipe in RECIPES:
            try:
                found = recipe(case)
            except RefcoreError as error:
                found = f"{type(error).__name__}: {error}"
            if found is not None:
                break
        outcome = (
            "not run" if found is None
            else "right" if is_right(found, case["expected"]) else "differs"
        )  # fmt: skip
        counts[outcome] += 1
        if outcome == "differs" or (outcome == "not run" and given.show):
            print(f"{case['id']}: {case['call']}\n  {str(case['input'])[:200]}")
            print(f"  expected {case['expected']}\n  found    {found}")
    print(", ".join(f"{name} {count}" for name, count in sorted(counts.items())))


if __name__ == "__main__":
    main()

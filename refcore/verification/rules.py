"""The rules of annotations: what each one means, what to do, and the page that explains it."""

from __future__ import annotations

from typing import Any, Final

import attrs

from refcore.verification.verdict import Verdict

__all__ = ["RULES", "Rule", "page_address"]


@attrs.frozen
class Rule:
    """One rule: its meaning and what to do, in plain sentences, and its page below docs/.

    Words between backticks are commands and options.
    """

    meaning: str
    remedy: str
    page: str

    def to_sarif(self, name: str, docs_url: str = "") -> dict[str, Any]:
        """Return the rule for a SARIF log; `docs_url` is as `page_address` takes it."""
        address = page_address(docs_url, self.page)
        path, mark, anchor = self.page.partition("#")
        file = f"docs/{path}.md{mark}{anchor}"
        where = f"[{file}]({address})" if address else f"`{file}`"
        rule = {
            "id": name,
            "shortDescription": {"text": self.meaning},
            "fullDescription": {"text": f"{self.meaning} {self.remedy.replace('`', '')}"},
            "help": {
                "text": f"{self.meaning}\n\nWhat to do: {self.remedy.replace('`', '')}\n\n"
                f"More: {address or f'{file} in the documents of refcore'}",
                "markdown": f"{self.meaning}\n\n**What to do:** {self.remedy}\n\n"
                f"More: {where}{'' if address else ' in the documents of refcore'}",
            },
        }
        return {**rule, "helpUri": address} if address else rule


def page_address(docs_url: str, page: str) -> str:
    """Return the web address of a page, "" where `docs_url` is empty.

    The address of a site gets the page after it; one with `{page}` has it in that place.

    >>> page_address("https://example.org/refcore/", "verdicts/suspect")
    'https://example.org/refcore/verdicts/suspect.html'
    >>> page_address("https://example.org/blob/main/docs/{page}.md", "verdicts#claims-of-a-note")
    'https://example.org/blob/main/docs/verdicts.md#claims-of-a-note'
    """
    if not docs_url:
        return ""
    path, mark, anchor = page.partition("#")
    template = docs_url if "{page}" in docs_url else f"{docs_url.rstrip('/')}/{{page}}.html"
    return template.replace("{page}", path) + mark + anchor


RULES: Final = {
    **{str(one): Rule(one.row.meaning, one.row.remedy, f"verdicts/{one}") for one in Verdict},
    "notice": Rule(
        "The work is retracted, withdrawn or corrected, or its publisher is concerned.",
        "Read the notice, and decide whether the work can still be cited; if so, cite the notice "
        "as well.",
        "verdicts#retractions-and-other-notices",
    ),
    "link": Rule(
        "A web address does not answer where the reference says.",
        "Look for the page's new address, or for a copy in a web archive.",
        "verdicts/not-covered#what-to-do",
    ),
    "false-claim": Rule(
        "What the note says of an author list is false.",
        "Correct the sentence of the note; the report says what the record has.",
        "verdicts#claims-of-a-note",
    ),
    "input": Rule(
        "The file has a fault, or something unusual.",
        "Correct the file at the place that is named; the page has every message.",
        "messages",
    ),
}

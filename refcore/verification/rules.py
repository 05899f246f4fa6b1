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

    The address of a site gets the page behind it; one with `{page}` has it in that place.

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


_REMEDIES: Final = {
    Verdict.CONFIRMED: "Nothing.",
    Verdict.CONFIRMED_WITH_VARIANTS: "Nothing must change. Look at what differs: initials prove "
    "less than full names.",
    Verdict.INCOMPLETE: "Run `refcore verify` again with a network, so that another source can "
    "be asked. If this stays, compare the entry with the paper itself.",
    Verdict.SUSPECT: 'Look for the work before you cite it: `refcore search "TITLE"`. If it '
    "exists, add its identifier to the entry.",
    Verdict.CONTRADICTED: "Correct the entry: `refcore verify --fix FILE` offers what is certain. "
    "Records have faults too: if the paper shows that the reference is right, write "
    "`% refcore: ok REASON` above the entry.",
    Verdict.OTHER_PAPER: 'Find the right identifier: `refcore search "TITLE"`. Then take the entry '
    "from its record: `refcore fetch ID`.",
    Verdict.NOT_FOUND: "Look for a slip in the identifier. If there is none, search the title: "
    '`refcore search "TITLE"`. A work that nobody has was probably invented.',
    Verdict.UNCHECKED: "Add the DOI or the arXiv id to the entry, or run `refcore verify "
    "--lookup`, which searches by title. Where a service failed, run it again.",
    Verdict.NOT_COVERED: "Check it by hand. `refcore verify --links` asks whether its web address "
    "answers; `--ignore-kinds TYPE` leaves such references out.",
}
RULES: Final = {
    **{str(one): Rule(one.row.meaning, _REMEDIES[one], f"verdicts/{one}") for one in Verdict},
    "notice": Rule(
        "The work is retracted, withdrawn or corrected, or its publisher is concerned.",
        "Read the notice, and decide whether the work can still be cited; if so, cite the notice "
        "as well.",
        "verdicts#what-became-of-a-work",
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
        "Something in the file is odd.",
        "Correct the file at the place that is named; the page has every message.",
        "messages",
    ),
}

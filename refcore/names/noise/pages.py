"""What web pages and mails have beside names: buttons, icons, counts, headers."""

from __future__ import annotations

from typing import Final

from refcore.names.noise.row import GAP, noise_row

__all__ = ["PAGES"]

# What a page sets below or above the names, each on a line of its own.
_PAGE_WORDS: Final = (
    r"(?:view pdf|html \(experimental\)|tex source|other formats|download pdf|full text|open access"
    r"|cite this|share|metrics|get access|check for updates|published:[^\n]*"
    r"|last modified:[^\n]*)(?=[ \t]*(?:\n|\Z))"
)

PAGES: Final = (
    noise_row(
        "buttons behind a name",
        r"(?<=[^\W\d_])[ \t]+(?:email logo|view all authors and affiliations)\b",
        "",
        "Bo Fei EMAIL logo and Al Go View all authors and affiliations",
        "Bo Fei and Al Go",
    ),
    noise_row(
        "a button for more, with the last name once more",
        r",?[ \t]*(?:\.\.\.|…)[ \t]?(?:see|show|view) (?:more|all)(?:\n[^\n]{0,60})?\s*\Z",
        ", et al.",
        "Fei B, Go A, ...See more\nHu M",
        "Fei B, Go A, et al.",
    ),
    noise_row(
        "the head of a mail that is answered",
        r"\AOn [^\n<]{5,60}\d\d(?: ?[ap]m)?,? (?=(?-i:[A-ZÀ-Þ]))|[ \t]wrote:\s*\Z",
        "",
        "On Mon, 2 Jan 2023 at 9:12 AM Bo Fei <b@example.org> wrote:",
        "Bo Fei ",
    ),
    noise_row(
        "names in the Fediverse",
        r"[ \t]{0,3}@[\w.-]{1,40}@[\w-]{1,60}(?:\.[\w-]{1,60}){1,4}",
        "",
        "Bo Fei @bo@example.org",
        "Bo Fei",
    ),
    noise_row(
        "words of pages at the end of a name",
        r"[ \t]{1,3}(?:author has email address|save all to author list"
        r"|(?:see all|d[ée]tails)(?=[ \t]*(?:\n|\Z)))",
        "",
        "Bo Fei author has email address",
        "Bo Fei",
    ),
    noise_row(
        "lists of mails",
        r"[ \t]via [^<>;,\n]{2,40}(?=[ \t]?<)",
        "",
        "Bo Fei via MossList <list@example.org>",
        "Bo Fei",
    ),
    noise_row(
        "a button with how many there are",
        r"[ \t]{1,9}show all[ \t]?\((\d{1,5})\)",
        r", \1 authors in total",
        "Bo Fei, Al Go  Show All(12)",
        "Bo Fei, Al Go, 12 authors in total",
    ),
    noise_row(
        "words of pages after each name",
        r"[ \t]{1,3}author profile\b|,?[ \t]{0,3}send mail to [^;\n]{2,60}"
        r"|[ \t]{0,3}\(dated:[^()\n]{3,40}\)|[ \t]{0,3}[·•|][ \t]{0,3}published\b[^\n]{0,300}\Z",
        "",
        "Bo Fei Author Profile, Al Go Author Profile",
        "Bo Fei, Al Go",
    ),
    noise_row(
        "a button without a space before it",
        r"(?<=[^\W\d_])(?=(?-i:Authors? Info|View all)\b)",
        " ",
        "Bo Fei, Al GoAuthors Info & Claims",
        "Bo Fei, Al Go",
    ),
    noise_row(
        "the name of a picture before a name",
        r"([^\W\d_][^\n,;]{3,60}?)[ \t]*profile (?:image|picture|photo)[ \t]*(?=\1)",
        "",
        "Bo Fei profile imageBo Fei",
        "Bo Fei",
        "prof",
    ),
    noise_row(
        "ids of OpenReview",
        r"~([^\W\d_](?:[^\W\d_]|[.'’-]){0,30})_([^\W\d_][\w.'’-]{0,30}?)(?:_([^\W\d_][^\W_.'’]{0,30}?))?\d{1,3}\b",
        r"\1 \2 \3",
        "~Bo_Fei1, ~Al_M_Go12",
        "Bo Fei , Al M Go",
    ),
    noise_row(
        "the icon of an ORCID, as PLOS has it",
        r"(?<=(?-i:[a-zß-ÿ]))(?-i:ID)(?=[\d,;*†‡☯¤]|[ \t]*(?:\n|\Z))",
        "",
        "Bo FeiID1*, Al GoID",
        f"Bo Fei{GAP}, Al Go",
    ),
    noise_row(
        "the icon of an ORCID, as PDFs have it",
        r"(?-i:(?<=[a-zß-ÿ])[ \t]{1,3}iD(?=[ \t]*(?:[,;\n*†‡\d]|and\b|&|\Z)))",
        GAP,
        "Bo Fei iD, Al Go iD",
        f"Bo Fei{GAP}, Al Go{GAP}",
    ),
    noise_row(
        "the icon of an ORCID",
        r"[ \t]{0,3}(?:(?<!!)\[ORCID\](?!\()|\borcid[ ]?(?:logo|icon)\b)",
        "",
        "Bo Fei ORCID logo *a, Al Go 1 [ORCID]",
        f"Bo Fei {GAP}, Al Go{GAP}",
        "orc",
    ),
    noise_row(
        "a picture with the name once more",
        r"(?m)^([^\n]{3,60})\n[ \t]{0,3}profile[ \t]?(?:image|picture|photo)[ \t]?\1$",
        r"\1",
        "Bo Fei\nProfile ImageBo Fei",
        "Bo Fei",
    ),
    noise_row(
        "heads of mails",
        r"(?m)^[ \t]{0,9}(?:to|cc|bcc|from):[ \t]{1,9}(?=[^\n]{1,300}@)",
        "",
        "To: Bo Fei <bo@example.org>",
        "Bo Fei ",
    ),
    noise_row(
        "how many are between the last name and those before",
        r",[ \t]{0,9}(\d{1,4}) others[ \t]{1,9}(?=(?-i:[A-Z]))(?!info\b)",
        r", \1 others, ",
        "Bo Fei, 3 others Al Go",
        "Bo Fei, 3 others, Al Go",
    ),
    noise_row(
        "words around how many more there are",
        r"[;,]?[ \t]{0,9}\bshow,?[ \t](\d{1,4} others)\b|\b(\d{1,4} others)[ \t]info\b[^\n]{0,90}",
        r"; \1\2",
        "Bo Fei; Al Go; show 3 others",
        "Bo Fei; Al Go; 3 others",
    ),
    noise_row(
        "how many more a button shows",
        r"(?<=\w)\s{0,9}[,;]?\s{0,9}\+[ \t]?(\d{1,4})[ \t]{0,9}authors?"
        r"(?:[ \t]{1,9}info\b[^\n]*|[ \t]*\Z)",
        r", \1 others",
        "Bo Fei, Al Go + 3 Authors Info & Claims",
        "Bo Fei, Al Go, 3 others",
    ),
    noise_row(
        "words of pages",
        rf"(?:\A|(?<=\n)|(?<=[•·|]))[ \t]*{_PAGE_WORDS}",
        "\n",
        "Bo Fei, Al Go\nView PDF",
        "Bo Fei, Al Go\n\n",
    ),
    noise_row(
        "words of pages before each name",
        r"(?:profile[ \t]*)?(?:\b|(?<=profile))(?:view orcid profile|open in viewer)[ \t]*(?=\w)"
        r"|\bauthor links open overlay panel[ \t]*",
        "",
        "View ORCID Profile Bo Fei, View ORCID ProfileAl Go",
        "Bo Fei, Al Go",
    ),
    noise_row(
        "how many of them are listed",
        r"(?<![ \t,])[ \t,]*+(?:…|\.\.\.)?[ \t]*[(\[](?:showing )?(?:the )?(?:first )?"
        r"\d{1,4} of (\d{1,4})(?: authors| names)?(?: shown| listed)?[)\]]",
        r", \1 authors in total",
        "Bo Fei, Al Go … (first 2 of 25 authors)",
        "Bo Fei, Al Go, 25 authors in total",
    ),
    noise_row(
        "dots that lead to a number",
        r"[ \t]?\.{4,99}[ \t]?(?:\d{1,4}|(?=[,;\n]|\Z))",
        "",
        "Bo Fei ........ 3",
        "Bo Fei",
    ),
    noise_row(
        "handles",
        r"(?<=\w)[ \t](?:@[\w-]{2,30}\b(?!\.\w)|[(\[]@[\w-]{2,30}[)\]])",
        "",
        "Bo Fei @bofei, Al Go @algo",
        "Bo Fei, Al Go",
    ),
    noise_row(
        "buttons of pages",
        r"(?:[ \t]{1,3}|[,;][ \t]{0,3})"
        r"(?:(?:all|show|view|see|hide|fewer)[ \t](?:(?:all|more|fewer)[ \t])?authors"
        r"(?:[ \t]+\d[^\n]{0,200})?"
        r"|authors? info(?:[ \t]*(?:&|and)[ \t]*(?:claims|affiliations))?"
        r"|authors?[ \t]*(?:&|and)[ \t]*(?:affiliations|article information)|author notes"
        r"|affiliations(?:[ \t]expand)?"
        r"|(?:show|view|hide|see)[ \t](?:all[ \t]|more[ \t])?affiliations|show more)\s*\Z"
        r"|^[ \t]*affiliations expand[ \t]*$",
        "",
        "Bo Fei; Al Go All Authors",
        "Bo Fei; Al Go",
    ),
)

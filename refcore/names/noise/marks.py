"""Marks of footnotes and affiliations."""

from __future__ import annotations

from typing import Final

from refcore.names.noise.row import GAP, MARK, RAISED_LETTERS, SIGNS, noise_row

__all__ = ["MARKS"]

_NUMBER: Final = r"\d{1,2}(?!\d)"
_BETWEEN: Final = rf"(?:{MARK}|{_NUMBER}|(?<=[,\d¹²³⁰⁴-⁹{SIGNS}])[a-e](?![\w.]))"

MARKS: Final = (
    noise_row(
        "letters of affiliations that are raised",
        rf"(?<=[^\W\d_{RAISED_LETTERS}])[ ]?[{RAISED_LETTERS}]"
        rf"(?:[ ,]{{0,2}}[{RAISED_LETTERS}]){{0,9}}(?![^\W\d_])",
        "¹",
        "Bo Feiᵃ ᵇ, Al Go ᶜ 1",
        f"Bo Fei{GAP}, Al Go{GAP}{GAP}",
    ),
    noise_row(
        "numbers of affiliations between a comma and the next name",
        r"(?<=[^\W\d_]),\d{1,2}(?:,\d{1,2}){0,5}(?=(?:and )?(?-i:[A-ZÀ-Þ][a-zß-ÿ.]))",
        ", ",
        "Bo Fei,1Al Go,2and Mo Hu",
        "Bo Fei, Al Go, and Mo Hu",
    ),
    noise_row(
        "points between raised numbers",
        r"(?<=[¹²³⁰⁴-⁹])[ ]?[·•][ ]?(?=[¹²³⁰⁴-⁹])",
        ",",
        "Bo Fei¹·², Al Go²",
        f"Bo Fei{GAP}, Al Go{GAP}",
    ),
    noise_row(
        "letters of marks",
        r"(?<=[†‡*¶\d])[a-z]\)",
        "",
        "Bo Fei†a), Al Go††b)",
        f"Bo Fei{GAP}, Al Go{GAP}",
    ),
    noise_row(
        "Roman numbers of affiliations",
        r"(?<=(?-i:[a-zß-ÿ]))(?-i:I{1,3}|IV|VI{0,3})(?:,(?-i:I{1,3}|IV|VI{0,3})){0,4}"
        r"(?=[ \t]*(?:[,;\n]|and\b|\Z))",
        GAP,
        "Bo FeiI; Al GoII",
        f"Bo Fei{GAP}; Al Go{GAP}",
    ),
    noise_row(
        "numbers of affiliations between names",
        r"(?<=[^\W\d_][^\W\d_])(?: |,[ ]?#?[ ])\d{1,2}(?: ?, ?\d{1,2}){0,5} (?=(?:and )?"
        r"(?-i:[A-ZÀ-Þ])[^\W\d_]+ [^\W\d_])",
        f"{GAP} ",
        "Bo Fei 1, 2 Al Go 3",
        f"Bo Fei{GAP} Al Go{GAP}",
    ),
    noise_row(
        "numbers of affiliations after a semicolon",
        r";\d{1,2}(?:,\d{1,2}){0,5}[ \t]{1,3}(?=(?-i:[^\W\d_a-z]))",
        "; ",
        "Bo Fei, MD;1 Al Go, PhD;2 Mo Hu",
        "Bo Fei, MD; Al Go, PhD; Mo Hu",
    ),
    noise_row(
        "letters of affiliations after brackets",
        r"(?<=\))[ \t]{1,2}(?-i:[a-h])(?:, ?(?-i:[a-h]))*(?=[ \t]*(?:[,;&\n]|and\b|\Z))",
        GAP,
        "Bo Fei (PhD) a, Al Go (MD) b",
        f"Bo Fei (PhD){GAP}, Al Go (MD){GAP}",
    ),
    noise_row(
        "numbers of affiliations after initials",
        r"(?<=[^\W\d_]\.)\d{1,2}(?:, ?\d{1,2}){0,5}\*?(?=[ \t]*(?:[,;\n]|\Z))",
        GAP,
        "Fei B.1, Go A.2,3",
        f"Fei B.{GAP}, Go A.{GAP}",
    ),
    noise_row(
        "letters of affiliations after initials",
        r"(?<=[^\W\d_]\.)(?-i:[a-h])(?:, ?(?-i:[a-h])(?![\w.]))*(?=[ \t]*(?:[,;\n·•|]|\Z))",
        GAP,
        "Fei, B.a, Go, A.b",
        f"Fei, B.{GAP}, Go, A.{GAP}",
    ),
    noise_row(
        "brackets of Chinese",
        r"（[^（）\n]{0,60}）",
        GAP,
        "王小明（清华大学）",
        f"王小明{GAP}",
    ),
    noise_row(
        "marks of Nature",
        r"(?<=\w)[ \t](?-i:na)\d{1,2}\b",
        GAP,
        "Bo Fei na1, Al Go",
        f"Bo Fei{GAP}, Al Go",
    ),
    noise_row(
        "letters of affiliations",
        rf"(?<=[^\W\d_][^\W\d_] )(?-i:[a-h])"
        rf"(?:(?:, ?| )(?:(?-i:[a-h])|\d|{MARK})(?![^\s,;]))*"
        rf"(?= ?{MARK}* ?(?:[,;&\n·•∙|]|and\b|\Z))",
        GAP,
        "Bo Fei a, Al Go a,b",
        f"Bo Fei {GAP}, Al Go {GAP}",
    ),
    noise_row(
        "marks after commas",
        rf"(?<=[^\W\d_])[ ]?,(?:\d{{1,2}}{MARK}?|{MARK})(?:,[ ]?(?:\d{{1,2}}|{MARK})){{0,9}}"
        r"(?=[ \t]+\w)",
        f"{GAP},",
        "Bo Fei,1 Al Go,2, 3, ∗ and Mo Hu",
        f"Bo Fei{GAP}, Al Go{GAP}, and Mo Hu",
    ),
    noise_row(
        "quotation marks",
        r"(?:\A|(?<=[,;\n]))[ \t]{0,3}[\"“”]|[\"“”](?=[ \t]{0,3}(?:[,;\n]|\Z|and\b))",
        "",
        '"Bo Fei", "Al Go"',
        "Bo Fei,Al Go",
    ),
    noise_row(
        "marks in brackets",
        rf"[ \t]?[(\[] ?(?:{_BETWEEN}|[a-z](?= ?[,)\]]))(?: ?[,;]? ?(?:{_BETWEEN}|[a-z]"
        rf"(?= ?[,)\]]))){{0,9}} ?[)\]]",
        GAP,
        "Bo Fei (1,2), Al Go [a]",
        f"Bo Fei{GAP}, Al Go{GAP}",
    ),
    noise_row(
        "numbers of affiliations with blanks between them",
        r"(?<=[^\W\d_.])[ \t]{1,9}\d{1,2}(?:[ \t]{1,9}\d{1,2}){0,4}"
        rf"(?:[ \t]?{MARK}){{0,3}}"
        r"(?=[ \t]{0,9}(?:[,;&\n·•∙|]|and\b|\Z))",
        GAP,
        "Bo Fei  1   3, Al Go  2",
        f"Bo Fei{GAP}, Al Go{GAP}",
    ),
    noise_row(
        "footnote marks",
        rf"(?:(?<=[^\W\d_])|(?<=[^\W\d_]\.))[ \t]?(?:{MARK}|(?<![\s.等]){_NUMBER}|"
        rf"(?<=[^\W\d_][ \t]){_NUMBER}(?=(?:[ \t]{_NUMBER}){{0,6}}[ \t]?"
        r"(?:[,;&，、；\n]|and\b|\Z)))"
        rf"(?: ?[,;]? ?{_BETWEEN}){{0,12}}",
        GAP,
        "Bo Fei¹, Al Go2,3 and Mo Hu*†",
        f"Bo Fei{GAP}, Al Go{GAP} and Mo Hu{GAP}",
    ),
    noise_row(
        "emphasis of marks",
        rf"(?<!\w)_+(?={GAP})|(?<={GAP})_+(?!\w)",
        "",
        f"Bo Fei _{GAP}_ Al Go",
        f"Bo Fei {GAP} Al Go",
    ),
)

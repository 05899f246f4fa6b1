"""What is said of the work before and after the names: titles, dates, whole references."""

from __future__ import annotations

from typing import Final

from refcore.names.noise.row import noise_row
from refcore.text.months import MONTH_START

__all__ = ["ENDS", "WORK"]

WORK: Final = (
    noise_row(
        "the date on the last line",
        rf"\n[ \t]*(?:\d{{1,2}}\.? )?(?:{MONTH_START})[a-z]*\.?,?(?: \d{{1,2}},)?"
        r" (?:19|20)\d\d\.?\s*\Z",
        "",
        "Bo Fei, Al Go\nMay, 2021",
        "Bo Fei, Al Go",
    ),
    noise_row(
        "the number of a talk",
        r"\A\s*(?-i:[A-Z]{1,3})[-.]?\d{1,4}(?:[.-]\d{1,3})?[.:]?[ \t]{1,3}"
        r"(?=(?-i:[A-ZÀ-Þ][a-zß-ÿ.]))",
        "",
        "P12 Bo Fei, Al Go",
        "Bo Fei, Al Go",
    ),
    noise_row(
        "the reference after et al.",
        r"\b(et al\.?),? (?=(?-i:[A-Z]))[^\n]{3,300}(?<!\d)(?:19|20)\d\d[^\n]{0,60}\Z",
        r"\1",
        "Bo Fei et al. J Moss. 2023.",
        "Bo Fei et al.",
    ),
    noise_row(
        "the title of a Chinese reference",
        r"(?<=[\u3400-\u9fff])[.．][ \t]?[^\n]{2,200}\[[A-Z](?:/[A-Z]{2})?\][^\n]{0,200}\Z",
        "",
        "王小明，李华. 苔藓[J]. 植物学报, 2021.",
        "王小明，李华",
    ),
    noise_row(
        "the title and the year after a colon",
        r"\A([^\n:]{3,2000}(?:,|\band\b)[^\n:]{3,90}?):[ \t][^\n]{5,300}(?:19|20)\d\d[^\n]{0,60}\Z",
        r"\1",
        "Bo Fei, Al Go: Moss and Lamps. MossConf 2021: 1-9",
        "Bo Fei, Al Go",
    ),
    noise_row(
        "the title on the line below a colon",
        r"\A([^\n:]{3,2000}(?:,|\band\b)[^\n:]{3,90}?)(?::[ \t]{0,9}\n|[ \t]:[ \t])[^\n]{5,400}\Z",
        r"\1",
        "Bo Fei, Al Go:\nMoss and Lamps. MossConf 2021: 1-9",
        "Bo Fei, Al Go",
    ),
    noise_row(
        "the reference after names as PubMed writes them",
        r"(?<=(?-i:[ -][A-Z]|[A-Z]{2}))\.[ \t](?=(?-i:[A-Z]))(?=[^\n]{9,497}\Z)"
        r"[^\n]{3,400}(?<!\d)(?:19|20)\d\d"
        r"[^\n;]{0,12};[^\n]{1,80}\Z",
        "",
        "Fei BA, Go A-B. Moss. J Moss. 2021;1:e12.",
        "Fei BA, Go A-B",
    ),
    noise_row(
        "the reference after a group",
        r"\b(investigators|consortium|collaboration|group|committee)\.[ \t](?=(?-i:[A-Z]))"
        r"[^\n]{3,400}(?<!\d)(?:19|20)\d\d[^\n]{0,60}\Z",
        r"\1",
        "Fei BA; LampX Investigators. Moss. Lancet. 2021.",
        "Fei BA; LampX Investigators",
    ),
    noise_row(
        "the line of Google Scholar",
        r"(?<=[\w…])[ \t]{1,9}[-–][ \t](?:[^\n]{2,200},[ \t])?(?:19|20)\d\d"
        r"(?:[ \t][-–][ \t][^\n]{2,90})?\s*\Z",
        "",
        "B Fei, A Go… - Journal of Moss, 2019 - moss.org",
        "B Fei, A Go…",
    ),
    noise_row(
        "a key of the work",
        r"\A[ \t]{0,3}\[[^\W\d_][\w:+-]{1,20}\d\d[a-z]?\][ \t]{1,3}",
        "",
        "[Fei20] Bo Fei, Al Go",
        "Bo Fei, Al Go",
    ),
    noise_row(
        "the title in quotes after the names",
        r"(?<=[^\W\d_])[.,]?[ \t]{1,3}[\"“](?:(?:[^\"“”\s,;]{1,30}[ \t]){3,40}[^\"“”\n]{1,90}"
        r"|(?:[^\"“”\s,;]{1,30}[ \t]){1,3}[^\"“”\n]{1,90}(?:[,.](?=[\"”])|(?=[\"”],)))[\"”]"
        r"[^\n]{0,300}\Z",
        "",
        'Bo Fei and Al Go, "On the Form of It"',
        "Bo Fei and Al Go",
    ),
    noise_row(
        "what is before a label of authors",
        r"\A[^\n]{0,300}\n(?:[^\n]{0,300}\n){0,9}(?=authors?[ \t]{0,3}:)",
        "",
        "Published on 3 May\nAuthors: Bo Fei",
        "Authors: Bo Fei",
    ),
    noise_row(
        "a sentence that leads to the names",
        r"\A[^\n,;:]{0,80}\b(?:(?:on|of|the|for|with|in|to)\b[^\n,;:]{1,80}|written|authored|presented|published|proposed|article|book|paper"
        r"|preprint|report|study|thesis|work) by[ \t]{1,3}(?=\w)",
        "",
        "This paper was written by Bo Fei",
        "Bo Fei",
    ),
    noise_row(
        "lines about the work",
        r"\n[ \t]*(?:first published|published online|pages? \d|received \d|accepted \d|volume \d"
        r"|doi:|keywords?:)[^\n]*",
        "",
        "Bo Fei, Al Go\nFirst published: 3 May 2021",
        "Bo Fei, Al Go",
    ),
    noise_row(
        "the reference after the names",
        r"\A([^\n]{3,2000}?)"
        r"(?:[ \t]{1,3}\((?:\d{1,2} [a-z]{3,9} |[a-z]{3,9}(?: \d{1,2})?,? )?"
        r"(?:19|20)\d\d[a-z]?\)(?:[.:,]|(?=[ \t](?-i:[A-Z0-9])))"
        r"|(?<=[^\W\d_][^\W\d_])\.[ \t]{1,3}(?:19|20)\d\d[a-z]?[.:,])[ \t][^\n]{3,600}\Z",
        r"\1",
        "Bo Fei and Al Go. 2023. On It. In Proceedings.",
        "Bo Fei and Al Go",
    ),
)

# What is left at the end when the markup is gone.
ENDS: Final = (
    noise_row(
        "what is said of the work after the list",
        r"(?:[.;][ \t]{1,3}(?:first )?(?:submitted|received|accepted|published|posted)\b"
        r"|[ \t]{1,3}(?:submitted|received|accepted|published|posted)(?: on(?:line)?)?[ \t]?:)"
        r"[^\n]{0,120}\Z|:\s*\Z"
        r"|(?<=[^\W\d_]\w)[ \t]-[ \t](?:arxiv|corr|biorxiv|proceedings|in)\b[^\n]{0,200}\Z",
        "",
        "Bo Fei, Al Go. Submitted 3 May 2023",
        "Bo Fei, Al Go",
    ),
    noise_row(
        "years at the end",
        r"(?:,|(?<![\s.-][^\W\d_])\.)?[ \t]{0,3}\(?(?:19|20)\d\d[a-z]?\)?\.?\s{0,9}\Z",
        "",
        "Bo Fei, Al Go. 2024.",
        "Bo Fei, Al Go",
    ),
)

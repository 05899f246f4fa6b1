"""What joins and separates names, and parts of a name in an unusual order."""

from __future__ import annotations

from typing import Final

from refcore.names.noise.row import GAP, noise_row

__all__ = ["BETWEEN"]

BETWEEN: Final = (
    noise_row(
        "others behind a sign",
        r"[,;]?\s*&\s*(?=(?:al(?:ii|ia|iae)?|coll?)\b\.?\s*(?:[,;\n)]|\Z))",
        ", et ",
        "Bo Fei, Al Go & al.",
        "Bo Fei, Al Go, et al.",
    ),
    noise_row(
        "with whom the work is done, on the next line",
        r"\n[ \t]{0,9}(?:joint(?:ly)? work |in collaboration |together )?with[ \t]+"
        r"(?=(?-i:[A-ZÀ-Þ]))",
        "\n",
        "Bo Fei\nJoint work with Al Go",
        "Bo Fei\nAl Go",
    ),
    noise_row(
        "family names first in quotation marks before an address",
        r"\"([^\",\n]{1,60}), ([^\",\n]{1,60})\"(?=[ \t]?<)",
        r"\2 \1",
        'Bo Fei <b@example.org>, "Go, Al" <a@example.org>',
        "Bo Fei , Al Go ",
    ),
    noise_row(
        "names in single quotation marks",
        r"(?:\A|(?<=[,;\n])|(?<=[,;] ))'([^'\n]{3,60})'(?=[ \t]?(?:<|[,;\n]|\Z))",
        r"\1",
        "'Bo Fei', 'Al Go'",
        "Bo Fei, Al Go",
    ),
    noise_row(
        "with whom the work is done, between two whole names",
        r"(\A|[,;\n] ?)((?:(?-i:[A-Z])[\w.'’-]{0,30} ){1,3}(?-i:[A-Z])[\w'’-]{1,30}) (?-i:with) "
        r"(?=(?:(?-i:[A-Z])[\w.'’-]{0,30} ){1,3}(?-i:[A-Z])[\w'’-]{1,30}"
        r"(?:[,;\n]| and\b|\Z))",
        r"\1\2, ",
        "Bo Fei with Al Go and Mo Hu",
        "Bo Fei, Al Go and Mo Hu",
        " with ",
    ),
    noise_row(
        "the body on whose behalf people sign",
        r"(?:,?[ \t]|([;\n])[ \t]?)(?:on behalf of|representing)(?: all)?"
        r"(?: (?:the )?(?:members|authors|investigators|participants|contributors) of)?(?: the)? "
        r"((?-i:[A-Z])[^\n,;(){}]{2,120}?)[*†‡§\d ]{0,9}\.?(?=[\n,;(]|\Z)",
        r"\1, \2",
        "Bo Fei, Al Go, on behalf of all members of the Lamp Working Group.",
        "Bo Fei, Al Go, Lamp Working Group",
    ),
    noise_row(
        "a group in brackets behind the last name",
        r"\A([^()]{3,5000}?)[ \t]?\(((?-i:[A-Z])[^()\n]{1,80}\b(?:(?:study|working|trial"
        r"|writing|research) group|task force|consorti(?:um|a)|collaborations?|investigators"
        r"|collaborators))\)(?=[*†‡§\s.]*\Z)",
        r"\1, \2",
        "Bo Fei, Al Go (Lamp Study Group)",
        "Bo Fei, Al Go, Lamp Study Group",
        "(",
    ),
    noise_row(
        "the group for which people sign, after a comma",
        r",?(?:[ \t]|(\n))(?:for|on behalf of)(?: the)? (?=(?-i:[A-Z])[^\n,;]{2,60}"
        r"\b(?:group|investigators|consortium|collaboration|collaborators|network|team|committee)\b)",
        r"\1, ",
        "Bo Fei, Al Go, for the LampX Investigators",
        "Bo Fei, Al Go, LampX Investigators",
    ),
    noise_row(
        "stars after Chinese names",
        r"(?<=[\u3400-\u9fff])\*{1,4}\d{0,2}(?!\d)",
        GAP,
        "王小明** 李华*",
        f"王小明{GAP} 李华{GAP}",
    ),
    noise_row(
        "underlines in place of spaces",
        r"(?<=[^\W\d_])_(?=(?-i:[A-ZÀ-Þ]))",
        " ",
        "Bo_Fei, Al_Go",
        "Bo Fei, Al Go",
    ),
    noise_row(
        "“with” before the others",
        r",[ \t]{1,3}with[ \t]{1,3}(?=(?-i:[A-ZÀ-Þ])[\w.'’-]{0,30}[ \t](?-i:[A-ZÀ-Þ]))",
        ", ",
        "Bo Fei, with Al Go",
        "Bo Fei, Al Go",
    ),
    noise_row(
        "family names in brackets before initials",
        r"(?:\A|(?<=[,;\n] )|(?<=[,;\n]))\(([^\W\d_][\w'’-]{1,30})\)"
        r"(?=[ \t](?-i:[A-Z]{1,3})[ \t]*(?:[,;\n]|\Z))",
        r"\1",
        "(Fei) BA, (Go) A",
        "Fei BA, Go A",
    ),
    noise_row(
        "signs that have a line of their own",
        r"(?m)^[ \t]*(?:&|and|with|,|;|•|·|\||-)[ \t]*$",
        "",
        "Bo Fei\n&\nAl Go",
        "Bo Fei\n\nAl Go",
    ),
    noise_row(
        "the short form before the full one",
        r"(?<![^\W\d_])[^\W\d_][\w'’ -]{0,40}, (?-i:[A-Z](?:[. -]{0,2}[A-Z]){0,3}\.?)"
        r" \(([^\W\d_][\w'’ -]{0,40}, [^\W\d_][^()\n]{1,40})\)",
        r"\1",
        "Fei, B (Fei, Bo); Go, A (Go, Al)",
        "Fei, Bo; Go, Al",
    ),
    noise_row(
        "words for “and”",
        r",?[ \t]+(?:together with|along with|as well as|jointly with|in collaboration with"
        r"|with (?:contributions?|help|assistance|input) (?:from|of|by)"
        r"|sowie|ainsi que|así como)"
        r"[ \t]+(?=\w)",
        " and ",
        "Bo Fei together with Al Go",
        "Bo Fei and Al Go",
    ),
    noise_row(
        "“and” without a space",
        r"(?<=[\s\d*†])and(?=(?-i:[A-Z][a-zß-ÿ]))",
        "and ",
        "Bo Fei* andAl Go",
        f"Bo Fei{GAP} and Al Go",
    ),
    noise_row(
        "initials before a name in capitals without a space",
        r"(?<![A-Za-z][A-Za-z]\.)(?<=(?-i:[A-Z])\.)(?=(?-i:[A-ZÀ-Þ][A-ZÀ-Þ'’-]+)(?![.\w]))",
        " ",
        "B.FEI, A.B.GO",
        "B. FEI, A.B. GO",
    ),
    noise_row(
        "initials with a hyphen before a name without a space",
        r"(?-i:(?<=[A-Z]\.-[A-Z]\.)(?=[A-ZÀ-Þ][a-zß-ÿ]{2}))",
        " ",
        "A.Fei, B.-C.Goh",
        "A.Fei, B.-C. Goh",
    ),
    noise_row(
        "contributions",
        r",?[ \t]{0,3}\broles[ \t]{1,3}(?:(?:conceptualization|data curation|formal analysis"
        r"|funding acquisition|investigation|methodology|project administration|resources|software"
        r"|supervision|validation|visualization|writing – (?:original draft|review & editing))"
        r"(?:,[ \t]{0,3})?){1,14}",
        ", ",
        "Bo Fei, Roles Investigation, Software Al Go",
        "Bo Fei,  Al Go",
    ),
    noise_row(
        "commas of Arabic and Ethiopic",
        r"[ \t]{0,3}[،؛፣፤][ \t]{0,3}",
        ", ",
        "أحمد علي، محمد حسن",
        "أحمد علي, محمد حسن",
    ),
    noise_row(
        "the group for which people sign",
        r"[ \t]?\((?:for|on behalf of)[ \t]{1,3}(?:the[ \t]{1,3})?([^()\n]{3,80})\)",
        r", \1",
        "Bo Fei (for the Lamp Collaboration)",
        "Bo Fei, Lamp Collaboration",
    ),
)

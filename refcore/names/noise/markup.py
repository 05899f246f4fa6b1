"""Markup of HTML, LaTeX, Markdown and wikis, and addresses."""

from __future__ import annotations

from typing import Final

from refcore.names.noise.row import GAP, noise_row

__all__ = ["MARKUP"]

MARKUP: Final = (
    noise_row(
        "emoji as words",
        r"[ \t]*:[a-z][a-z_+-]{1,20}:(?=[ \t]*(?:[,;\n]|\Z))",
        "",
        "Bo Fei :wave:, Al Go",
        "Bo Fei, Al Go",
    ),
    noise_row(
        "ties of TeX",
        r"(?<=[\w.])~(?=[^\W\d_])",
        " ",
        "B.~Fei and A.~Go",
        "B. Fei and A. Go",
    ),
    noise_row(
        "one element after another of its kind",
        r"</(?!su[pb]>)([a-z]{1,20})>\s{0,9}(?=<\1[\s>])",
        "\n",
        "<span>Bo Fei</span><span>Al Go</span>",
        "Bo Fei\nAl Go",
    ),
    noise_row(
        "places of work in braces",
        r"(?<=[^\W\d_])(?<!\band) \{[^{}\n\\]{2,80}\}(?=[ \t]*(?:[,;\n]|\Z))",
        "",
        "Bo Fei {MIT}, Al Go {Google}",
        "Bo Fei, Al Go",
    ),
    noise_row(
        "environments and lists of LaTeX",
        r"\\(?:begin|end)\{[\w*]{1,20}\}(?:\[[^\]]{0,20}\])?|\\item(?:\[[^\]]{0,20}\])?(?=\s)",
        "\n",
        r"\item Bo Fei",
        "\n Bo Fei",
    ),
    noise_row(
        "the names of IEEE in LaTeX",
        r"\\IEEEauthorblockN\{([^{}]{1,900})\}",
        r"\1",
        r"\IEEEauthorblockN{Bo Fei, Al Go}",
        "Bo Fei, Al Go",
    ),
    noise_row(
        "pictures",
        r"[\U0001f000-\U0001faff][\U0001f000-\U0001faff\ufe0f\u200d\u2640\u2642\u2695\u2696]* ?",
        "",
        "👩‍🔬 Ada Fei",
        "Ada Fei",
    ),
    noise_row(
        "line breaks of HTML",
        r"<(?:br|/p|/li|/tr|/div)\s*/?>",
        "\n",
        "Bo Fei<br/>Al Go",
        "Bo Fei\nAl Go",
    ),
    noise_row(
        "cells of HTML",
        r"</t[dh]>",
        "\t",
        "Bo Fei</td>Al",
        "Bo Fei\tAl",
    ),
    noise_row(
        "raised text of HTML",
        r"<su[pb]>[^<]{0,40}</su[pb]>",
        GAP,
        "Bo Fei<sup>1,2</sup>",
        f"Bo Fei{GAP}",
    ),
    noise_row(
        "e-mail addresses",
        r"(?:\be-?mail:? ?)?[<({\[]? ?(?:mailto:)?[\w.+-]{1,64}@[\w-]{1,63}"
        r"(?:\.[\w-]{1,63}){1,5} ?[>)}\]]?",
        "",
        "Bo Fei <b.fei@example.org>",
        "Bo Fei ",
        "@",
    ),
    noise_row(
        "e-mail addresses of several",
        r"[{(\[] ?[\w.+-]{1,64}(?: ?[,;|/] ?[\w.+-]{1,64}){0,20} ?[})\]] ?@[\w.-]{1,99}",
        "",
        "Bo Fei {bo,al}@example.org",
        "Bo Fei ",
        "@",
    ),
    noise_row(
        "tags of HTML",
        r"</?[a-z][a-z0-9]{0,9}(?:\s[^<>]{0,200})?>",
        "",
        "<b>Bo Fei</b>",
        "Bo Fei",
    ),
    noise_row(
        "links of wikis",
        r"\[\[(?:[^\[\]|\n]{1,90}\|)?([^\[\]|\n]{1,90})\]\]",
        r"\1",
        "[[people/fei|Bo Fei]]",
        "Bo Fei",
    ),
    noise_row(
        "links of Markdown with the name in quotation marks",
        r"!?\[\s{0,3}([^\[\]\n]{2,90}?)(?:\s[^\[\]\n]{0,120})?\]\([^\"\n]{1,300}\"\1\"\)",
        r"\1",
        '[ Bo Fei MIT, USA](javascript:void(0); "Bo Fei")',
        "Bo Fei",
    ),
    noise_row(
        "links of Markdown",
        r"!?\[([^\[\]]{1,90})\]\([^()\s]{1,300}\)",
        r"\1",
        "[Bo Fei](https://example.org)",
        "Bo Fei",
    ),
    noise_row(
        "ORCIDs",
        r"[(\[]? ?(?:orcid(?: ?id)? ?:? ?)?(?:(?:https?://)?orcid\.org/)?\d{4}-\d{4}-\d{4"
        r"}-\d{3}[\dx](?!\d{3})\d{0,2}(?: ?[)\]])?|(?<=[\d*])orcid(?: icon| logo)?\b"
        r"|\(?(?:\bview )?(?:\b|(?<=\d))orcid\b(?: profile\b| icon\b| logo\b)?\)?",
        "",
        "Bo Fei (0000-0001-2345-6789)",
        "Bo Fei ",
    ),
    noise_row(
        "web addresses",
        r"[(<\[]?https?://[^\s)>\],]{1,300}[)>\]]?",
        "",
        "Bo Fei https://example.org",
        "Bo Fei ",
    ),
    noise_row(
        "raised text of LaTeX",
        r"\$ ?\^ ?(?:\{[^{}$]{0,40}\}|[^{}$\s]) ?\$|\\textsuperscript\{[^{}]{0,40}\}"
        r"|\^\{[^{}]{0,40}\}|[ \t]?\^\([\d,*†‡ ]{1,12}\)|(?<!\[)\^[\d*†‡§](?:,[\d*†‡§]){0,9}"
        r"|(?<=\w)\^[a-h](?:,[a-h]){0,9}(?![\w^])",
        GAP,
        r"Bo Fei$^{1,2}$",
        f"Bo Fei{GAP}",
    ),
    noise_row(
        "notes of LaTeX",
        r"\\(?:thanks|footnotemark|footnote|inst|orcid\w{0,6})"
        r"(?:\[[^\]]{0,20}\])?(?:\{[^{}]{0,200}\})?",
        GAP,
        r"Bo Fei\thanks{Equal.}",
        f"Bo Fei{GAP}",
    ),
    noise_row(
        "places of work in LaTeX",
        r"\\(?:affiliation|affil|institution|institute|address|email)(?:\[[^\]]{0,40}\])?"
        r"\{(?:[^{}]|\{[^{}]{0,300}\}){0,20}\}",
        "\n",
        r"Bo Fei\affil{MIT}",
        "Bo Fei\n",
    ),
    noise_row(
        "the author command of LaTeX",
        r"\\author[ \t]?(?:\[[^\]]{0,40}\])?\{((?:[^{}]|\{[^{}]{0,90}\}){1,5000})\}",
        r"\n\1\n",
        r"\author{Bo Fei}",
        "\nBo Fei\n",
    ),
    noise_row(
        "separators of LaTeX",
        r"\\(?:and|AND|And|qquad|quad)\b|\\\\",
        "\n",
        r"Bo Fei \and Al Go",
        "Bo Fei \n Al Go",
    ),
    noise_row(
        "notes of Markdown",
        r"\[\^[^\]\s]{1,20}\]|\\\*",
        GAP,
        "Bo Fei[^1]",
        f"Bo Fei{GAP}",
    ),
    noise_row(
        "bold type",
        r"\*\*|__|(?<![\w*])\*(?=[^\W\d_])|(?<=[^\W\d_])\*(?=[^\W\d_]|\s{0,3}\Z)"
        r"(?!\s*[,;])|(?<!\w)_(?=\w)|(?<=\w)_(?!\w)",
        "",
        "**Bo Fei**, _Al Go_",
        "Bo Fei, Al Go",
    ),
)

"""Pasted lists composed of any sign between names, any form of them and anything around them."""

from itertools import count, product

import pytest

from refcore.compare.pasted import read_pasted
from refcore.names import parse_list

# Given and family names: two words, hyphens, particles, accents, and short ones.
PEOPLE = [
    ("Helena", "Brandt"),
    ("Jean-Luc", "Moreau"),
    ("Pieter", "van Dam"),
    ("María José", "Pérez Ortiz"),
    ("Xin", "Li"),
    ("Olúwaṣeun", "Adéyẹmí"),
    ("Bjørn", "Åkesson"),
    ("Siobhán", "O'Neill"),
    ("Davis", "Kim"),
]


def initials(given: str) -> list[str]:
    return ["-".join(part[0] for part in word.split("-")) for word in given.split()]


def dotted(given: str) -> str:
    return " ".join(word.replace("-", ".-") + "." for word in initials(given))


FORMS = {
    "given first": lambda given, family: f"{given} {family}",
    "filed": lambda given, family: f"{family}, {given}",
    "family last, in capitals": lambda given, family: f"{given} {family.upper()}",
    "family first, in capitals": lambda given, family: f"{family.upper()} {given}",
    "filed, in capitals": lambda given, family: f"{family.upper()}, {given}",
    "initials first": lambda given, family: f"{dotted(given)} {family}",
    "initials last": lambda given, family: f"{family} {dotted(given)}",
    "Vancouver": lambda given, family: f"{family} {''.join(initials(given)).replace('-', '')}",
    "initials filed": lambda given, family: f"{family}, {dotted(given)}",
}
OF_INITIALS = {"initials first", "initials last", "Vancouver", "initials filed"}
DIVIDED = {
    "commas": ", ".join,
    "semicolons": "; ".join,
    "lines": "\n".join,
    "bullets": lambda names: "\n".join(f"• {name}" for name in names),
    "numbers": lambda names: "\n".join(f"{n}. {name}" for n, name in zip(count(1), names)),
    "numbers on one line": lambda names: ", ".join(
        f"({n}) {name}" for n, name in zip(count(1), names)
    ),
    "tabs": "\t".join,
    "bars": " | ".join,
    "points": " · ".join,
    "strokes": " / ".join,
    "and": " and ".join,
    "comma and and": lambda names: f"{', '.join(names[:-1])} and {names[-1]}",
    "semicolon and and": lambda names: f"{'; '.join(names[:-1])}; and {names[-1]}",
    "und": lambda names: f"{', '.join(names[:-1])} und {names[-1]}",
    "y": lambda names: f"{', '.join(names[:-1])} y {names[-1]}",
    "commas of China": "、".join,
}
ADORNED = {
    "nothing": "{}",
    "raised numbers": "{}¹",
    "raised letters": "{}ᶜ",
    "numbers": "{}1,2",
    "numbers apart": "{} 3",
    "brackets": "{} [2]",
    "a caret": "{}^1",
    "HTML": "{}<sup>1,2</sup>",
    "a star": "{}*",
    "a place of work": "{} (University of Oslo)",
    "a place and its country": "{} (INRIA, France)",
    "an address": "{} <bo@example.org>",
    "an ORCID": "{} (0000-0002-1825-0097)",
    "an address of an ORCID": "{} https://orcid.org/0000-0002-1825-0097",
    "bold type": "**{}**",
    "a link": "[{}](https://example.org/fei)",
    "quotation marks": '"{}"',
}
LABELS = ("", "Authors: ", "**Authors:** ", "Forfattere: ", "Tác giả: ", "作者：", "## Authors\n")
ENDS = (
    ("", False),
    (" et al.", True),
    (" and 27 others", 27),
    (" et autres", True),
    ("\nhttps://doi.org/10.1000/182", False),
    ("\n*Equal contribution", False),
    ("\n1 May 2021", False),
)
# A comma and letters apart divide names and parts of names alike, so that nothing says which.
IN_DOUBT = {
    ("filed", "commas", "nothing"),
    ("filed", "commas", "bold type"),
}


def compositions():
    """Yield every pair of a form and a sign, of a form and what is around, and of these two.

    What is not of the pair changes from case to case.
    """
    forms, signs, around = list(FORMS), list(DIVIDED), list(ADORNED)
    turn = count()
    for one, other in product(forms, signs):
        yield one, other, around[next(turn) % len(around)]
    for one, other in product(forms, around):
        yield one, signs[next(turn) % len(signs)], other
    for one, other in product(signs, around):
        yield forms[next(turn) % len(forms)], one, other


def read_as(text: str) -> list[str]:
    rows = read_pasted(text)
    rows.must_be_read()
    return [plain(name.name) for name in parse_list(rows.names)]


def plain(name: str) -> str:
    return name.replace(".", " ").replace("-", " ").casefold()


CASES = [case for case in dict.fromkeys(compositions()) if case not in IN_DOUBT]


@pytest.mark.parametrize("turn", range(len(CASES)))
def test_a_composed_list(turn: int) -> None:
    form, sign, around = CASES[turn]
    people = [PEOPLE[(turn + step) % len(PEOPLE)] for step in range(2 + turn % 4)]
    label, (end, others) = LABELS[turn % len(LABELS)], ENDS[turn % len(ENDS)]
    written = [ADORNED[around].format(FORMS[form](*person)) for person in people]
    text = f"{label}{DIVIDED[sign](written)}{end}"
    full = form not in OF_INITIALS
    wanted = [f"{given if full else dotted(given)} {family}" for given, family in people]
    rows = read_pasted(text)
    assert [name.split() for name in read_as(text)] == [plain(n).split() for n in wanted], text
    assert rows.others == others, text

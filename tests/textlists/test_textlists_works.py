"""References of law, medicine, physics and the humanities: names, title and year of each."""

from __future__ import annotations

import pytest

from refcore.textlists import read

# ruff: noqa: E501 - a reference is one line
LISTS = {
    "family names first, as Polish catalogues have them": (
        "Bibliografia\nKotler Philip, Marketing, Poznań : Dom Wydawniczy Rebis, 2005.\nCastells Manuel, Społeczeństwo sieci, Warszawa : Wydawnictwo Naukowe PWN, 2007.\nSztompka Piotr, Socjologia, Kraków : Znak, 2002.",
        [
            ("Kotler", "Marketing", 2005),
            ("Castells", "Społeczeństwo sieci", 2007),
            ("Sztompka", "Socjologia", 2002),
        ],
    ),
    "a publisher and a town behind commas": (
        "Ginzburg C., Il formaggio e i vermi, Einaudi, Torino 1976.\nBobbio N., Matteucci N., Dizionario di politica, UTET, Torino 1983.",
        [
            ("Ginzburg", "Il formaggio e i vermi", 1976),
            ("Bobbio|Matteucci", "Dizionario di politica", 1983),
        ],
    ),
    "bodies in capitals": (
        "IBGE. Censo agropecuário 2006. Rio de Janeiro: IBGE, 2009.\nFREIRE, P. Pedagogia do oprimido. 17. ed. Rio de Janeiro: Paz e Terra, 1987.",
        [("IBGE", "Censo agropecuário 2006", 2009), ("FREIRE", "Pedagogia do oprimido", 1987)],
    ),
    "law reviews": (
        "1. Ronald H. Coase, The Problem of Social Cost, 3 J.L. & Econ. 1 (1960).\n2. Guido Calabresi & A. Douglas Melamed, Property Rules, Liability Rules, and Inalienability, 85 Harv. L. Rev. 1089 (1972).",
        [
            ("Coase", "The Problem of Social Cost", 1960),
            (
                "Calabresi|Melamed",
                "Property Rules, Liability Rules, and Inalienability",
                1972,
            ),
        ],
    ),
    "a slash behind given names": (
        "Maturana, Humberto R./ Varela, Francisco J.: Autopoiesis and Cognition, Dordrecht 1980.\nBerger, Peter L./Luckmann, Thomas: The Social Construction of Reality, New York 1966.",
        [
            ("Maturana|Varela", "Autopoiesis and Cognition", 1980),
            ("Berger|Luckmann", "The Social Construction of Reality", 1966),
        ],
    ),
    "standards": (
        "[1] ISO 9001:2015, Quality management systems — Requirements.\n[2] IEC 61508-1:2010, Functional safety of electronic systems.",
        [
            ("", "Quality management systems — Requirements", 2015),
            ("", "Functional safety of electronic systems", 2010),
        ],
    ),
    "a year at the end of a title": (
        "1 Kung HC, Hoyert DL. Deaths: final data for 2005. Natl Vital Stat Rep 2008; 56: 1–120.\n2 Murray CJ, Lopez AD. Mortality by cause for eight regions. Lancet 1997; 349: 1269–76.",
        [
            ("Kung|Hoyert", "Deaths: final data for 2005", 2008),
            ("Murray|Lopez", "Mortality by cause for eight regions", 1997),
        ],
    ),
    "journals without a title, as in physics": (
        "[1] A. Einstein, B. Podolsky, N. Rosen, Phys. Rev. 47, 777 (1935).\n[2] E. Witten, Commun. Math. Phys. 121, 351 (1989).\n[3] R. A. Marcus, J. Chem. Phys. 24, 966 (1956).",
        [("Einstein|Podolsky|Rosen", "", 1935), ("Witten", "", 1989), ("Marcus", "", 1956)],
    ),
}


@pytest.mark.parametrize("custom", LISTS)
def test_lists_of_many_fields(custom: str) -> None:
    text, expected = LISTS[custom]
    found = [
        (
            "|".join(getattr(name, "family", "") or name.name for name in one.authors),
            one.title,
            one.year,
        )
        for one in read(text)
    ]
    assert found == expected

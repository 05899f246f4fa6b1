"""References of other fields and countries: names, title and year of each."""

from __future__ import annotations

import pytest

from refcore.model import Group
from refcore.textlists import read

# ruff: noqa: E501 - a reference is one line
LISTS: dict[str, tuple[list[str], list[tuple[str, str, int | None]]]] = {
    "classics and theology": (
        [
            "Bultmann, Rudolf. Theology of the New Testament. Translated by Kendrick Grobel. 2 vols. New York: Scribner, 1951–1955.",
            "Dodds, E. R. The Greeks and the Irrational. Sather Classical Lectures 25. Berkeley: University of California Press, 1951.",
            "Käsemann, Ernst. “The Problem of the Historical Jesus.” Pages 15–47 in Essays on New Testament Themes. SBT 41. London: SCM, 1964.",
            "Nock, A. D. “The Cult of Heroes.” HTR 37 (1944): 141–74.",
            "Wright, N. T. Jesus and the Victory of God. Vol. 2 of Christian Origins and the Question of God. Minneapolis: Fortress, 1996.",
        ],
        [
            ("Bultmann", "Theology of the New Testament", 1951),
            ("Dodds", "The Greeks and the Irrational", 1951),
            ("Käsemann", "The Problem of the Historical Jesus", 1964),
            ("Nock", "The Cult of Heroes", 1944),
            ("Wright", "Jesus and the Victory of God", 1996),
        ],
    ),
    "french musicology": (
        [
            "BOULEZ Pierre, Penser la musique aujourd'hui, Genève, Gonthier, 1963, 170 p.",
            "NATTIEZ Jean-Jacques, « Musique et discours », Musique en jeu, no 17, janvier 1975, p. 3-18.",
            "FAUQUET Joël-Marie (dir.), Dictionnaire de la musique en France au XIXe siècle, Paris, Fayard, 2003.",
            "LESURE François, Claude Debussy : biographie critique, Paris, Klincksieck, 1994, coll. « Domaine musicologique ».",
        ],
        [
            ("BOULEZ", "Penser la musique aujourd'hui", 1963),
            ("NATTIEZ", "Musique et discours", 1975),
            ("FAUQUET", "Dictionnaire de la musique en France au XIXe siècle", 2003),
            ("LESURE", "Claude Debussy : biographie critique", 1994),
        ],
    ),
    "italian art": (
        [
            "R. Longhi, Piero della Francesca, Roma, Valori Plastici, 1927.",
            "G. Briganti, La maniera italiana, Editori Riuniti, Roma 1961.",
            "E. Castelnuovo, C. Ginzburg, Centro e periferia, in Storia dell'arte italiana, a cura di G. Previtali, I, Torino, Einaudi, 1979, pp. 283-352.",
            "Caravaggio e i caravaggeschi, catalogo della mostra (Roma, Palazzo delle Esposizioni, 1951), a cura di R. Longhi, Milano 1951.",
        ],
        [
            ("Longhi", "Piero della Francesca", 1927),
            ("Briganti", "La maniera italiana", 1961),
            ("Castelnuovo|Ginzburg", "Centro e periferia", 1979),
            ("", "Caravaggio e i caravaggeschi", 1951),
        ],
    ),
    "standards and patents": (
        [
            "[1] ASTM D638-14, Standard Test Method for Tensile Properties of Plastics, ASTM International, West Conshohocken, PA, 2014.",
            "[2] IEEE Standard for Floating-Point Arithmetic, IEEE Std 754-2008, Aug. 2008.",
            '[3] L. Page, "Method for node ranking in a linked database," U.S. Patent 6 285 999, Sep. 4, 2001.',
            '[4] T. H. Maiman, "Stimulated optical radiation in ruby," Nature, vol. 187, no. 4736, pp. 493–494, Aug. 1960.',
            '[5] European Committee for Standardization, "EN 1992-1-1: Eurocode 2: Design of concrete structures – Part 1-1: General rules and rules for buildings," Brussels, 2004.',
        ],
        [
            ("", "Standard Test Method for Tensile Properties of Plastics", 2014),
            ("", "IEEE Standard for Floating-Point Arithmetic", 2008),
            ("Page", "Method for node ranking in a linked database", 2001),
            ("Maiman", "Stimulated optical radiation in ruby", 1960),
            (
                "European Committee for Standardization",
                "EN 1992-1-1: Eurocode 2: Design of concrete structures – Part 1-1: General rules and rules for buildings",
                2004,
            ),
        ],
    ),
    "spanish newspapers": (
        [
            "Vargas Llosa, M. (14 de diciembre de 2008). El nuevo evangelio. El País. https://elpais.com/diario/2008/12/14/opinion/1229209212_850215.html",
            "García Márquez, G. (1982, 12 de diciembre). La soledad de América Latina. El Espectador, p. 4A.",
            "Instituto Nacional de Estadística y Geografía. (2021). Censo de Población y Vivienda 2020: Principales resultados. INEGI.",
            "Cardoso, F. H. y Faletto, E. (1969). Dependencia y desarrollo en América Latina. Siglo XXI.",
        ],
        [
            ("Vargas Llosa", "El nuevo evangelio", 2008),
            ("García Márquez", "La soledad de América Latina", 1982),
            (
                "Instituto Nacional de Estadística y Geografía",
                "Censo de Población y Vivienda 2020: Principales resultados",
                2021,
            ),
            ("Cardoso|Faletto", "Dependencia y desarrollo en América Latina", 1969),
        ],
    ),
    "czech iso690": (
        [
            "PATOČKA, Jan. Kacířské eseje o filosofii dějin. 3. vyd. Praha: OIKOYMENH, 2007. ISBN 978-80-7298-299-9.",
            "MUKAŘOVSKÝ, Jan. Estetická funkce, norma a hodnota jako sociální fakty. Praha: Fr. Borový, 1936.",
            "HAVRÁNEK, Bohuslav a JEDLIČKA, Alois. Česká mluvnice. Praha: SPN, 1981.",
            "ČERNÝ, Václav. Počátky romantismu. In: Studie ze starší světové literatury. Praha: Mladá fronta, 1969, s. 12–40.",
        ],
        [
            ("PATOČKA", "Kacířské eseje o filosofii dějin", 2007),
            ("MUKAŘOVSKÝ", "Estetická funkce, norma a hodnota jako sociální fakty", 1936),
            ("HAVRÁNEK|JEDLIČKA", "Česká mluvnice", 1981),
            ("ČERNÝ", "Počátky romantismu", 1969),
        ],
    ),
    "japanese": (
        [
            "丸山眞男『日本政治思想史研究』東京大学出版会、1952年。",
            "柄谷行人「日本近代文学の起源」『季刊芸術』第50号、1979年、12-30頁。",
            "網野善彦・石井進『中世の風景を読む』新人物往来社、1994年。",
            "中根千枝（1967）『タテ社会の人間関係』講談社現代新書.",
        ],
        [
            ("丸山眞男", "日本政治思想史研究", 1952),
            ("柄谷行人", "日本近代文学の起源", 1979),
            ("網野善彦|石井進", "中世の風景を読む", 1994),
            ("中根千枝", "タテ社会の人間関係", 1967),
        ],
    ),
    "chinese": (
        [
            "[1] 费孝通. 乡土中国[M]. 北京: 生活·读书·新知三联书店, 1985.",
            "[2] 陈寅恪. 隋唐制度渊源略论稿[M]. 上海: 上海古籍出版社, 1982: 1-20.",
            "[3] 周志华, 王珏. 机器学习及其应用[M]. 北京: 清华大学出版社, 2009.",
            "[4] 李航. 统计学习方法综述[J]. 计算机学报, 2012, 35(3): 450-462.",
        ],
        [
            ("费孝通", "乡土中国", 1985),
            ("陈寅恪", "隋唐制度渊源略论稿", 1982),
            ("周志华|王珏", "机器学习及其应用", 2009),
            ("李航", "统计学习方法综述", 2012),
        ],
    ),
    "notes with ibid": (
        [
            "1. Fernand Braudel, La Méditerranée et le monde méditerranéen à l'époque de Philippe II, Paris, Armand Colin, 1949, p. 12.",
            "2. Ibid., p. 45.",
            "3. Marc Bloch, Les rois thaumaturges, Strasbourg, Istra, 1924.",
            "4. Idem, Apologie pour l'histoire ou métier d'historien, Paris, Armand Colin, 1949, p. 3.",
            "5. F. Braudel, op. cit., p. 101.",
        ],
        [
            (
                "Braudel",
                "La Méditerranée et le monde méditerranéen à l'époque de Philippe II",
                1949,
            ),
            ("Braudel", "", None),
            ("Bloch", "Les rois thaumaturges", 1924),
            ("Bloch", "Apologie pour l'histoire ou métier d'historien", 1949),
            ("Braudel", "", None),
        ],
    ),
}


@pytest.mark.parametrize("field", list(LISTS))
def test_a_list_of_a_field_is_read(field: str) -> None:
    lines, wanted = LISTS[field]
    shown = [
        (
            "|".join(
                n.name if isinstance(n, Group) else n.family for n in one.authors or one.editors
            ),
            one.title,
            one.year,
        )
        for one in read("\n".join(lines))
    ]
    assert shown == wanted

"""References that begin with the series of a government, a standard, or names in Han letters."""

from __future__ import annotations

import pytest

from refcore.textlists import read


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("NOU 2016: 25. Organisering av tjenesten. Oslo: Departementene; 2016.",
         "Organisering av tjenesten"),
        ("SOU 2018:14. Vissa processuella frågor. Stockholm: Norstedts, 2018.",
         "Vissa processuella frågor"),
        ("Meld. St. 41 (2016–2017). Klimastrategi for 2030. Oslo: Klimadepartementet; 2017.",
         "Klimastrategi for 2030"),
        ("St.meld. nr. 30 (2008-2009). Klima for forskning. Oslo: Departementet; 2009.",
         "Klima for forskning"),
        ("Prop. 12 L (2015–2016). Endringer i loven om moser. Oslo: Departementet; 2015.",
         "Endringer i loven om moser"),
        ("ГОСТ Р 7.0.5-2008. Библиографическая ссылка. — М.: Стандартинформ, 2008. — 23 с.",
         "Библиографическая ссылка"),
        ("ГОСТ 7.1-2003. Библиографическая запись. — М.: Изд-во стандартов, 2004. — 166 с.",
         "Библиографическая запись"),
    ],
)  # fmt: skip
def test_the_number_in_a_series_is_no_author(text: str, title: str) -> None:
    (found,) = read(text)
    assert (found.title, len(found.authors)) == (title, 0)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("刘国钧,陈绍业.图书馆目录[M].北京:高等教育出版社,1957:15-18.", ["刘国钧", "陈绍业"]),
        ("袁训来,陈哲,肖书海. 生物起源的新窗口[J]. 科学通报,2012,57(34):3219.",
         ["袁训来", "陈哲", "肖书海"]),
        ("佐久間康夫・中野葉子・太田雅孝著(2002)『概説文化史』ミネルヴァ書房",
         ["佐久間康夫", "中野葉子", "太田雅孝"]),
        ("杉尾敏明・棚橋三代子(1992)『人種差別と表現』青木書店.", ["杉尾敏明", "棚橋三代子"]),
        ("植垣 節也(1967)「家伝下の本文批評」(『続日本紀研究』136、1967.09)", ["植垣節也"]),
        ("柏谷 嘉弘・菊沢 季生(1987)『日本漢語の系譜』東苑社", ["柏谷嘉弘", "菊沢季生"]),
    ],
)  # fmt: skip
def test_people_in_han_letters(text: str, names: list[str]) -> None:
    (found,) = read(text)
    assert list(map(str, found.authors)) == names


@pytest.mark.parametrize(
    ("text", "title", "names"),
    [
        ("Clarke J, Pines A, McDermott RF, inventors. University of California, assignee. "
         "Moss at low fields. European Patent 1474707. 10. nov 2004.", "Moss at low fields", 3),
        ("Sherding RG, red. The cat: diseases and management; vol. 1. New York: Pier; 1989.",
         "The cat: diseases and management", 0),
        ("Bryman, Alan (2018). Samhällsvetenskapliga metoder. 3:e uppl. Stockholm: Liber.",
         "Samhällsvetenskapliga metoder", 1),
        ("Said, Edward W. Culture and Imperialism. Knopf, 1994.", "Culture and Imperialism", 1),
        ("ČESKÝ STATISTICKÝ ÚŘAD. Věková struktura obyvatelstva [online]. 2020 [cit. 2021-03-05]. "
         "Dostupné z: https://www.czso.cz/", "Věková struktura obyvatelstva", 1),
    ],
)  # fmt: skip
def test_roles_and_volumes_behind_names_and_titles(text: str, title: str, names: int) -> None:
    (found,) = read(text)
    assert (found.title, len(found.authors)) == (title, names)

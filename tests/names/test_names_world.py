"""Real customs of naming: one answer from every reader, given names first and filed."""

from __future__ import annotations

import pytest
from test_names_every_reader import (
    FILED,
    GIVEN_FIRST,
    by_bibtex,
    by_markdown,
    filed,
)

from refcore.model.people import Person
from refcore.names import read_name

NAMES = {
    "dutch": (
        "Jan van der Berg",
        "Pieter van 't Hoff",
        "Anna de Vries",
        "Kees ter Haar",
        "Wim van den Brink",
        "Marie op den Akker",
        "Els ten Cate",
        "Sven van Rossum",
        "Guido van Rossum",
        "Henk van de Velde",
        "Ina den Hartog",
    ),
    "german": (
        "Karl von und zu Guttenberg",
        "Anna von der Leyen",
        "Max zu Sayn-Wittgenstein",
        "Hans vom Stein",
        "Eva zum Felde",
        "Ludwig von Mises",
        "Annette von Droste-Hülshoff",
        "Jürgen Groß",
        "Fritz zur Mühlen",
        "Hans-Peter Müller",
    ),
    "french": (
        "Jean de La Fontaine",
        "Pierre-Simon de Laplace",
        "Jean d'Alembert",
        "Guillaume de l'Hôpital",
        "Charles de Gaulle",
        "Marie du Deffand",
        "Jean-Baptiste Le Rond",
        "Louis Le Prince",
        "Anne-Marie Des Rochers",
        "Yann LeCun",
    ),
    "italian": (
        "Leonardo da Vinci",
        "Lorenzo de' Medici",
        "Andrea della Robbia",
        "Luca dell'Acqua",
        "Gianni D'Amico",
        "Maria De Luca",
        "Piero della Francesca",
        "Franco degli Esposti",
        "Anna Lo Presti",
        "Ugo La Malfa",
    ),
    "spanish": (
        "Gabriel García Márquez",
        "Federico García Lorca",
        "Ana de la Cruz",
        "José Ortega y Gasset",
        "Santiago Ramón y Cajal",
        "Juan de los Santos",
        "Miguel de Unamuno",
        "Jorge Luis Borges",
        "Luis Fernández-Galiano",
    ),
    "portuguese": (
        "João da Silva",
        "Maria dos Santos",
        "Carlos Drummond de Andrade",
        "Ana Beatriz das Neves",
        "José Saramago",
        "Luís de Camões",
        "Rui d'Ávila",
        "Marta e Silva",
    ),
    "arabic": (
        "Omar al-Sayed",
        "Hasan ibn Khalid",
        "Noor bin Saleh",
        "Ahmed El Hachem",
        "Fatima bint Rashid",
        "Abu Bakr Siddiq",
        "Mohammed ben Ali",
        "Salah ad-Din",
        "Naguib Mahfouz",
        "Yusuf ibn Tashfin",
    ),
    "hebrew": (
        "Yehoshua Bar-Hillel",
        "David Ben-Gurion",
        "Shai Ben-David",
        "Amos Bar Yosef",
        "Golda Meir",
        "Moshe ben Maimon",
    ),
    "scandinavian": (
        "Carl af Klercker",
        "Jens Bojsen-Møller",
        "Søren Kierkegaard",
        "Åsa Öberg",
        "Per Martin-Löf",
        "Bjørn Æsøy",
        "Verner von Heidenstam",
        "Ebba Witt-Brattström",
        "Jón Sigurðsson",
        "Sigríður Þórsdóttir",
    ),
    "irish": (
        "Conor O'Brien",
        "Máire Ní Bhriain",
        "Seán Ó Briain",
        "Brian Mac Cuarta",
        "Niamh Uí Dhonnabháin",
        "Flann O'Brien",
        "Rory MacDonald",
        "Siobhán Ní Shúilleabháin",
        "Éamon de Valera",
        "Dylan ap Rhys",
    ),
    "vietnamese": (
        "Nguyễn Văn An",
        "Trần Thị Bình",
        "Phạm Minh Nhật",
        "Lê Quang Vinh",
        "Vinh Nguyen",
    ),
    "chinese": (
        "Xiao-Ming Wang",
        "Li Fei-Fei",
        "Jian-Guo Li",
        "Xiaoming Wang",
        "Yi-Chia Wang",
        "Ouyang Feng",
    ),
    "korean": (
        "Min-Jun Kim",
        "Seo-yeon Park",
        "Jae-woo Lee",
        "Young Hee Choi",
        "Seung-Hwan Oh",
    ),
    "japanese": (
        "Taro Yamada",
        "Ken'ichi Sato",
        "Yūki Hasegawa",
        "Jun'ichi Tsujii",
        "Kenji Ōno",
    ),
    "indian": (
        "S. Ramanujan",
        "A. P. J. Abdul Kalam",
        "Srinivasa Ramanujan Iyer",
        "C. V. Raman",
        "Subrahmanyan Chandrasekhar",
        "Md. Rahman Khan",
    ),
    "slavic": (
        "Ivan Petrovich Sidorov",
        "Anna Sergeevna Petrova",
        "Jaroslav Černý",
        "Łukasz Żółć",
        "Đorđe Đurić",
        "Vesna Marić-Petrović",
        "Олександр Шевченко",
        "Іван Франко",
        "Пётр Ильич Чайковский",
    ),
    "greek": (
        "Giorgos Papadopoulos",
        "Γιώργος Παπαδόπουλος",
        "Maria Papa-Dimitriou",
    ),
    "hungarian": (
        "Paul Erdős",
        "Péter Szabó",
        "Bartók Béla",
        "Imre Lakatos",
        "Ágnes Szűcs-Nagy",
    ),
    "turkish": (
        "Çağlar Gülçehre",
        "Şebnem İşigüzel",
        "Özgür Yılmaz",
        "Ilker Birbil",
    ),
    "african": (
        "Chimamanda Ngozi Adichie",
        "Ngũgĩ wa Thiong'o",
        "Thabo ka Seme",
        "Léopold Sédar Senghor",
        "Kwame Nkrumah",
        "Marlene le Roux",
        "Pieter du Toit",
        "Nokukhanya kaMagwaza",
    ),
    "malay": ("Siti Hajar binti Omar", "Wan Khairul bin Che Daud", "Nik Ahmad bin Wan Khairul"),
    "breton and basque": (
        "Soizig Pennanéac'h",
        "Itziar Goikoetxea Legorburu",
        "Beñat Etxebarrieta",
    ),
    "baltic": ("Žydrūnė Pauliukonytė", "Dovilė Jankauskaitė-Bielskienė", "Tiit Haljaste"),
    "mongolian": ("Tseren-Ochir Luvsandash", "Zorig Ganbold"),
    "suffix": (
        "Martin Luther King, Jr.",
        "Sammy Davis Jr.",
        "Hal Daumé III",
        "Guy L. Steele Jr.",
        "John Doe Sr.",
        "Henry Gates II",
    ),
    "initials": (
        "J. R. R. Tolkien",
        "J.-P. Serre",
        "E. T. A. Hoffmann",
        "D.H. Lawrence",
        "J. Edgar Hoover",
        "Th. Mann",
    ),
}


@pytest.mark.parametrize("custom", NAMES)
def test_one_answer_with_given_names_first(custom: str) -> None:
    for text in NAMES[custom]:
        readers = GIVEN_FIRST if ", " in text else [*GIVEN_FIRST, by_markdown]
        found = {reader.__name__: reader(text) for reader in readers}
        assert len(set(found.values())) == 1, found


@pytest.mark.parametrize("custom", NAMES)
def test_one_answer_with_family_names_first(custom: str) -> None:
    for text in NAMES[custom]:
        name = read_name(text)
        if isinstance(name, Person) and name.given:
            for reader in (read_name, *FILED, by_bibtex):
                assert reader(filed(name)) == name, reader.__name__


@pytest.mark.parametrize(
    ("text", "family", "particle"),
    [
        ("Jean de La Fontaine", "La Fontaine", "de"),
        ("Daan in 't Veld", "Veld", "in 't"),
        ("Karl von und zu Guttenberg", "Guttenberg", "von und zu"),
        ("Ngũgĩ wa Thiong'o", "Thiong'o", "wa"),
        ("Siti Hajar binti Che Omar", "Che Omar", "binti"),
        ("Nik Ahmad bin Wan Khairul", "Wan Khairul", "bin"),
        ("Geert uit den Bogaard", "Bogaard", "uit den"),
        ("Santos MC dos", "Santos", ""),
        ("Иванов Пётр Ильич", "Иванов", ""),
    ],
)
def test_where_the_family_name_begins(text: str, family: str, particle: str) -> None:
    name = read_name(text)
    assert isinstance(name, Person)
    assert (name.family, name.non_dropping_particle) == (family, particle)

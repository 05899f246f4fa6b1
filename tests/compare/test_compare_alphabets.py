"""Names in Cyrillic or Greek letters beside the same names in Latin ones."""

import pytest

from refcore import compare_authors
from refcore.compare.romanized import romanized

SAME = [
    ("Сергей Петров", "Sergey Petrov"),
    ("Сергей Петров", "Sergei Petrov"),
    ("Фёдор Достоевский", "Fyodor Dostoevsky"),
    ("Юрий Гагарин", "Yuri Gagarin"),
    ("Григорий Перельман", "Grigori Perelman"),
    ("Алексей Цветков", "Alexei Tsvetkov"),
    ("Щербаков Илья", "Ilya Shcherbakov"),
    ("Евгений Московский", "Evgeny Moskovskii"),
    ("Олександр Шевченко", "Oleksandr Shevchenko"),
    ("И. И. Иванов", "Ivan Ivanov"),
    ("Иванов И.И.", "I. I. Ivanov"),
    ("С. Петров", "S. Petrov"),
    ("Иванов Пётр Ильич", "Petr Ivanov"),
    ("Γιώργος Παπαδόπουλος", "Giorgos Papadopoulos"),
]
OTHERS = [
    ("Сергей Петров", "Sergey Ivanov"),
    ("Анна Петрова", "Sergey Petrov"),
    ("С. Петров", "A. Petrov"),
    ("Сергей Петров", "Сергей Петрова"),
]


@pytest.mark.parametrize(("claimed", "actual"), SAME)
def test_one_person_in_two_alphabets(claimed: str, actual: str) -> None:
    assert compare_authors([claimed], [actual]).verdict.value == "match-with-variant"
    assert compare_authors([actual], [claimed]).verdict.value == "match-with-variant"


@pytest.mark.parametrize(("claimed", "actual"), OTHERS)
def test_other_people(claimed: str, actual: str) -> None:
    assert compare_authors([claimed], [actual]).verdict.value == "wrong"


def test_spellings_are_bounded() -> None:
    assert len(romanized("ещкхцюяжксий" * 3)) <= 24

"""Which words read as a name: those of odd names, and phrases that look like them."""

import pytest

from refcore.names.shape import is_name

ODD_NAMES = """
In So Kim; In Young Park; On Wah Lai; See Hian Lee; So Young Kim; So Wah Chan
The Anh Pham; Tran The Anh; Han The Lan; Pham The Bao
Sebastian Link; Deep Patel; Suzanne Prior; Martin Such; Thomas Was; Anita Deep Singh
Hugo Van hamme; Marie De smet; Kyung ho Lee; Dong won Kim; Jin hao Chen
Farhan ul Haq; Naveed ur Rehman; Omar uz Zaman; Nur binti Hassan; Franz von dem Bussche
AS Okkels; IT Berg; BY Chen; ON Quill; WE Fenn
"""
PHRASES = """
In New York; On Deep Learning; See Bo Fei; As Long Time; The Lee; While Chen; Such Work
Back To The Source; Find The Way Back; The Magic Stone
Chen Such; In Real Life; The Deep Network; Deep Learning; Deep Networks; Was Chen
Moss in Caves; Kim et Lee; Moss grows Fast; Learning the Lee; The Attention Kim; In Kim
IT Systems; ON LEARNING; AS Models; TO ROME
"""


def split(names: str) -> list[str]:
    return [name.strip() for line in names.strip().splitlines() for name in line.split(";")]


@pytest.mark.parametrize("name", split(ODD_NAMES))
def test_odd_names(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize("phrase", split(PHRASES))
def test_phrases(phrase: str) -> None:
    assert not is_name(phrase)

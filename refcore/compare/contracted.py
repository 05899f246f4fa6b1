"""Names that are written with customary contractions: W/Mariam, Fdez., Fco.

Ethiopians write the first part of a compound name as a letter and a stroke; Spaniards leave out the
middle of the commonest names.
"""

from __future__ import annotations

from typing import Final

from refcore.compare.fold import fold
from refcore.text.patterns import regex

__all__ = ["written_out"]

# Letter, the parts that it stands for, example
_BEFORE_STROKE: Final = {
    letter: parts.split()
    for letter, parts, _ in (
        ("a", "amde abba", "A/Michael"),
        ("b", "berhane bete", "B/Selassie"),
        ("f", "fikre", "F/Mariam"),
        ("g", "gebre gebra gabra", "G/Medhin"),
        ("h", "haile hayle habte", "H/Mariam"),
        ("k", "kidane kifle", "K/Mariam"),
        ("m", "mekonnen meskel", "M/Selassie"),
        ("s", "sahle", "S/Mariam"),
        ("t", "tekle teklay tesfa", "T/Haimanot"),
        ("w", "wolde welde wole", "W/Giorgis"),
        ("z", "zemene zera", "Z/Yohannes"),
    )
}
# Each name first, then its contractions.
_CONTRACTIONS: Final = """
alvarez alvz;
antonio ant anto;
dominguez dguez domguez;
fernandez fdez fndez fernz;
fernando fdo;
francisco fco franco;
garcia gcia;
gimenez gmnez;
gonzalez glez gzlez gonz gonzlez gnzlez;
guadalupe gpe;
guillermo gmo;
gutierrez gtez gtrrez gutrrez;
hernandez hdez hndez hernz;
jimenez jmnez jnez jmez;
lopez lpz;
maria mª;
martinez mtnez mtez mnez mtz;
melendez mdez;
mendez mdez mndez;
perez prz pz;
ramirez rmrez rmz;
rodriguez rdguez rguez rdgz rdriguez rodrz rguz;
sanchez schez sachez szchez snchez snz;
suarez srez;
velazquez vlzquez;
vazquez vzquez vqz vquez
"""
_CONTRACTED: Final[dict[str, list[str]]] = {}
for _row in _CONTRACTIONS.split(";"):
    _name, *_shorts = _row.split()
    for _short in _shorts:
        _CONTRACTED.setdefault(_short, []).append(_name)
_STROKE: Final = regex(r"([A-Za-z])[/⁄](?=[^\W\d_]{3})")
_MOST_WORDS: Final = 2


def written_out(name: str, other: str) -> str:
    """Return a name with its contractions written out, as far as the other name has the words.

    Args:
        name: The name, given names first.
        other: The other name, whose words show what is meant.

    Returns:
        The name; unchanged where it has no contraction, or none of a word of the other name.

    >>> written_out("Abrha G/Medhin", "Abrha Gebremedhin")
    'Abrha Gebremedhin'
    >>> written_out("Luis Fdez.", "Luis Fernández"), written_out("Luis Fdez.", "Luis Gómez")
    ('Luis Fernández', 'Luis Fdez.')
    """
    words = name.split()
    whole = [_whole(word, other) for word in words]
    return name if whole == words else " ".join(whole)


def _whole(word: str, other: str) -> str:
    stroke = _STROKE.match(word)
    if stroke:
        rest = fold(word[stroke.end() :])
        parts = _BEFORE_STROKE.get(stroke[1].lower(), ())
        # A vowel before another one is lost: Gebregziabher.
        wanted = {part + rest for part in parts} | {part[:-1] + rest for part in parts}
        return next((run for run in _runs(other) if fold(run) in wanted), word)
    names = _CONTRACTED.get(fold(word))
    return next((one for one in other.split() if fold(one) in names), word) if names else word


def _runs(name: str) -> list[str]:
    """Return each word of a name, and each two words in a row.

    >>> _runs("Abebe Wolde Yohannes")
    ['Abebe', 'Wolde', 'Yohannes', 'Abebe Wolde', 'Wolde Yohannes']
    """
    words = name.split()
    return [
        " ".join(words[at : at + width])
        for width in range(1, _MOST_WORDS + 1)
        for at in range(len(words) - width + 1)
    ]

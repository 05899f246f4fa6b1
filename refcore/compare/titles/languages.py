"""The language of a title, as far as its small words and its endings show it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from refcore.compare.titles.words import title_words
from refcore.text.patterns import regex

__all__ = ["are_of_two_languages", "differ_in_language", "may_be_of_two_languages"]


class _Language(NamedTuple):
    """A language: small words and endings of long words that hardly another language has."""

    code: str
    words: frozenset[str]
    endings: re.Pattern[str]


def _language(code: str, words: str, endings: str) -> _Language:
    pattern = re.compile(rf"[a-z]{{2,}}(?:{'|'.join(endings.split())})")
    return _Language(code, frozenset(words.split()), pattern)


# Titles are compared without accents. Endings that two languages share are in both rows.
# code, small words, endings
_LANGUAGES: Final = (
    _language(
        "en",
        "the of on and for with from by to how what its their between under towards using via "
        "in at as an is are or not all our we you can new when why where which who",
        "tions? sions? ing ings ness ments? ity ities ics ical ally ology ologies ysis yses ships? "
        "ances? ences? ives? ists? isms? ful less able ible ures? works? ways? ers? ors?",
    ),
    _language(
        "de",
        "der die das und uber ueber den dem von zur zum des ein eine einer eines mit fur fuer im "
        "am bei aus nach zwischen auf als",
        "ung ungen keit heit schaft schaften isch ische ischen ischer isches lich liche lichen "
        "licher liches mechanik physik enz tionen tat taten lehre forschung wissenschaft nis nisse "
        "grundlagen theorie chemie quallen tiere",
    ),
    _language(
        "fr",
        "le la les des du et sur une dans pour aux au par chez entre",
        "eaux tions? ique iques ite ement ements eur eurs euse euses aire aires iste istes ance "
        "ences? elle elles logie isme ologie",
    ),
    _language(
        "es",
        "el los las del y para sobre una en con la de por entre desde segun",
        "cion ciones dad dades miento mientos ico ica icos icas logia idad ismo ista ado ados ada "
        "adas oso osa ivo iva ivos ivas",
    ),
    _language(
        "it",
        "il lo gli della delle dei di e sulla sul nel per una del nella tra degli dal",
        "zione zioni mento menti ico ica ici iche logia ismo ista ato ati ivo iva ivi "
        "ive oso osa aggio",
    ),
    _language(
        "pt",
        "os as da do das dos em para sobre uma na no nas nos por entre com",
        "cao coes dade dades mento mentos ico ica icos icas logia ismo ista ado ados ada adas "
        "undo unda oso osa ivo iva agem",
    ),
    _language(
        "nl",
        "het een van voor bij naar tussen over uit met door",
        "ing ingen heid heden lijk lijke isch ische schap tie ties teit logie kunde",
    ),
    _language(
        "pl",
        "w z na do oraz dla po przez nad pod od",
        "owa owe owy owych owego owej cja cje cji acji osci osc nych nego nej czne czny czna "
        "cznych nie niu ania enia anie enie logia",
    ),
    _language(
        "cs",
        "v z na pro ve se za nad pod od",
        "ove ovy ova ovych ani eni osti ost nych neho nich cky cka cke ckych logie ace aci",
    ),
    _language(
        "ru",
        "v na ob dlya po iz pri nad ot",
        "aya iya oye yye ykh ogo ego iye nie niya skaya skii skiy skikh ostei osti ika iki logiya "
        "nye nykh nogo tsii tsiya",
    ),
    _language(
        "sv",
        "och av om en ett pa med till i hos fran mellan og af til fra mellem et",
        "ningen ningar heten heter skap lig liga lige iska iske else elser hed heder",
    ),
    _language(
        "tr",
        "ve ile icin uzerine bir bu olarak arasinda",
        "lari leri larin lerin nin nun sinin lik luk lugu ligi mesi masi maya meye",
    ),
    _language(
        "hu",
        "az es egy egyes valo szerint kozott rol",
        "asa ese nak nek ban ben bol tol rol sag seg sagi segi ok ek hoz hez",
    ),
    _language(
        "id",
        "dan di ke dari untuk dengan pada yang dalam terhadap",
        "kan nya asi isasi itas",
    ),
)
_LONG: Final = 5  # letters of a word whose ending is looked at
_SURE: Final = 2
_SHARE: Final = 3  # at least every third word is a sign of its language


def are_of_two_languages(one: str, other: str) -> bool:
    """Return whether letters, small words or endings say that two titles are of two languages.

    >>> are_of_two_languages("Zur Theorie der Boote", "On the Theory of Boats")
    True
    >>> are_of_two_languages("Quantenmechanik", "Quantum Mechanics")
    True
    >>> are_of_two_languages("Boats of the North", "Fishing in Winter")
    False
    """
    parted = (_ELIDED.sub(r"\1e ", title) for title in (one, other))
    return differ_in_language(*map(title_words, parted))


def may_be_of_two_languages(one: str, other: str) -> bool:
    """Return whether only one title has another alphabet or accents, as translations often do.

    Titles whose small words and endings are of one language are no translations.

    >>> may_be_of_two_languages("Künstliche Moose", "Artificial Moss")
    True
    >>> may_be_of_two_languages("Erdős in the Bogs", "Trees of the North")
    False
    """
    if bool(_MARKED.search(one)) is bool(_MARKED.search(other)):
        return False
    ours, theirs = (_signs(title_words(title)) for title in (one, other))
    return not (ours and theirs and _best(ours) & _best(theirs))


def _best(signs: dict[str, int]) -> set[str]:
    """Return the languages for which the most signs speak."""
    return {code for code, count in signs.items() if count == max(signs.values())}


# A letter that is neither ASCII nor Greek, which formulas have.
_MARKED: Final = regex(r"[^\W\d_\x00-\x7fµ\u0370-\u03ff]")
# French words that lose their end: "l'hiver", "d'avril".
_ELIDED: Final = regex(r"\b([LlDd])['’](?=\w)")


def differ_in_language(one: Sequence[str], other: Sequence[str]) -> bool:
    """Return whether two titles, as words, are of two languages.

    >>> differ_in_language("zur theorie der boote".split(), "on the theory of boats".split())
    True
    """
    if "".join(one).isascii() != "".join(other).isascii():
        return True
    # A word that both have, such as "France", is a name.
    names = {word for word in one if len(word) >= _LONG and word in other}
    ours, theirs = (_signs([word for word in words if word not in names]) for words in (one, other))
    return (
        _is_foreign(ours, theirs, len(one))
        or _is_foreign(theirs, ours, len(other))
        or _are_foreign(ours, theirs, min(len(one), len(other)))
    )


def _signs(words: Sequence[str]) -> dict[str, int]:
    """Return the languages that something in a title speaks for, with the number of signs."""
    signs = {
        language.code: sum(
            word in language.words
            or (len(word) >= _LONG and bool(language.endings.fullmatch(word)))
            for word in words
        )
        for language in _LANGUAGES
    }
    return {code: count for code, count in signs.items() if count}


def _is_foreign(one: dict[str, int], english: dict[str, int], words: int) -> bool:
    """Return whether one title is of another language than English, and the other is English.

    An English title may have a foreign name in it, and a short one shows nothing.
    """
    said, known = one.get("en", 0), english.get("en", 0)
    codes = _best(one) - {"en"} if one else set()
    if not codes or max(one.values()) <= said or codes & set(english):
        return False
    foreign = max(one.values())
    if known:
        return _SHARE * foreign >= words or (known >= _SURE and not said)
    return not english and foreign >= _SURE and _SHARE * foreign >= words


def _are_foreign(one: dict[str, int], other: dict[str, int], words: int) -> bool:
    """Return whether both titles are of other languages than English, and of different ones."""
    best = [_best(one), _best(other)] if one and other else [set[str](), set[str]()]
    if not all(best) or best[0] & best[1] or "en" in best[0] | best[1]:
        return False
    return all(max(of.values()) >= _SURE for of in (one, other)) and words > _SURE

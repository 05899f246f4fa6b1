"""The months and seasons by name and number: in English, and months in other languages."""

from __future__ import annotations

from typing import Final

__all__ = [
    "BY_START",
    "MONTHS",
    "MONTH_ANYWHERE",
    "MONTH_NAME",
    "MONTH_START",
    "MONTH_WORD",
    "SEASONS",
    "abbreviation",
    "month_number",
]

MONTHS: Final = tuple(
    "January February March April May June July August September October November December".split()
)
# The numbers are those of CSL and, from 21 on, of ISO 8601-2.
SEASONS: Final = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
# German, French, Spanish, Italian, Portuguese and Dutch, from January on; "/" between spellings.
_ELSEWHERE: Final = (
    "januar/jänner februar märz/maerz april mai juni juli august september oktober november "
    "dezember",
    "janvier février/fevrier mars avril mai juin juillet août/aout septembre octobre novembre "
    "décembre/decembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre "
    "diciembre",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "janeiro fevereiro março/marco abril maio junho julho agosto setembro outubro novembro "
    "dezembro",
    "januari februari maart april mei juni juli augustus september oktober november december",
)
# Finnish, Swedish, Danish, Polish, Czech, Croatian, Hungarian and Turkish. Their short forms are
# words of other languages, so whole names count, and none of them is looked for in running text.
_WHOLE_ONLY: Final = (
    "tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu "
    "marraskuu joulukuu",
    "januari februari mars april maj juni juli augusti september oktober november december",
    "januar februar marts april maj juni juli august september oktober november december",
    "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad "
    "grudzień",
    "leden únor březen duben květen červen červenec srpen září říjen listopad prosinec",
    "siječanj veljača ožujak travanj svibanj lipanj srpanj kolovoz rujan listopad studeni prosinac",
    "január február március április május június július augusztus szeptember október november "
    "december",
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
)


def _told_apart() -> dict[str, int]:
    """Return the names that mean one month: "listopad" is October or November, and is left out."""
    found: dict[str, set[int]] = {}
    for row in _WHOLE_ONLY:
        for number, name in enumerate(row.split(), start=1):
            found.setdefault(name, set()).add(number)
    return {name: min(numbers) for name, numbers in found.items() if len(numbers) == 1}


_WHOLE: Final = _told_apart()
_BY_NAME: Final = {
    name: number
    for row in _ELSEWHERE
    for number, names in enumerate(row.split(), start=1)
    for name in names.split("/")
}
_SHORTEST: Final = 3


def _shortened() -> dict[str, int]:
    """Return the beginnings of names that belong to one month: "okt", "févr", "dez"."""
    found: dict[str, set[int]] = {}
    for name, number in _BY_NAME.items():
        for end in range(_SHORTEST, len(name)):
            found.setdefault(name[:end], set()).add(number)
    return {start: min(numbers) for start, numbers in found.items() if len(numbers) == 1}


_SHORTENED: Final = {**_shortened(), "mrt": 3}
# The first three letters are BibTeX's macro for a month.
BY_START: Final = {month[:3].lower(): number for number, month in enumerate(MONTHS, start=1)}
# Parts of patterns: a name that is whole or cut to its first three letters, with its capital and in
# lower case; the first three letters; and a name or its beginning in any of the languages.
MONTH_WORD: Final = "|".join(
    # "Sept" has four letters.
    f"{month[:3]}(?:{month[3:]})?".replace("(?:tember)", "(?:t(?:ember)?)")
    for month in MONTHS
)
MONTH_NAME: Final = MONTH_WORD.lower()
MONTH_START: Final = "|".join(BY_START)
MONTH_ANYWHERE: Final = "|".join(
    sorted({MONTH_NAME, *_BY_NAME, *_SHORTENED}, key=len, reverse=True)
)


def abbreviation(month: int) -> str:
    """Return the first three letters of a month, in lower case: BibTeX's macro for it.

    >>> abbreviation(6)
    'jun'
    """
    return MONTHS[month - 1][:3].lower()


def month_number(word: str) -> int | None:
    """Return the number of a month from its name or a usual short form, in any case.

    >>> [month_number(word) for word in ("January", "sept.", "JUN", "Marchioness", "ma")]
    [1, 9, 6, None, None]
    >>> [month_number(word) for word in ("März", "août", "dicembre", "Okt.", "févr.")]
    [3, 8, 12, 10, 2]
    >>> [month_number(word) for word in ("syyskuu", "září", "marzec", "mar", "listopad")]
    [9, 9, 3, 3, None]
    """
    low = word.lower().removesuffix(".")
    if (number := _BY_NAME.get(low) or _WHOLE.get(low)) is not None:
        return number
    number = BY_START.get(low[:3])
    if number is None:
        return _SHORTENED.get(low)
    short = len(low) == 3 or (low == "sept")
    return number if short or low == MONTHS[number - 1].lower() else _SHORTENED.get(low)

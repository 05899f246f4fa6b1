"""Compare sort keys with ICU's order of letters, in every locale, through node.

    python benchmarks/csl_collation.py

Every pair of some hundred letters, digraphs and short words is compared; what
differs is printed by locale, the last line has the total. Letters that are one
on keyboards (Arabic and Persian kaf) are one here, and hanja file by code point.
"""

from __future__ import annotations

import itertools
import json
import subprocess
from importlib.resources import files

from refcore.csl.processor.collation import collation_key

LATIN = "abcdefghijklmnopqrstuvwxyz" + (
    "àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþßăąćčďđęěğģıķļłńňőřśşšţťůűźżžșțœơưấễ"
)
CYRILLIC = "абвгґдђеёєжзѕиіїйјклљмнњоөпрстћќўѓуүфхцчџшщъыьэюя"
OTHERS = "αβγδεζηθικλμνξοπρσςτυφχψωάήאבגדהוךכםמןנ" + (
    "عغفقكلمنهويپچژگابتثجحخدذرزسشصضطظکیกขคงจกکखगघचअआइ가각나あアいかがカぁ一丁七李王陈中文լամբ"
)
WORDS = (
    "ch cz dz dzs dd ll ng ny gy lj nj dž aa ab az ij ly zs sz cs ty th rh ph ff fz lz nz oe ae "
    "od of ss st sr a-b a= a_b a~ a1 a2 a10 เกม กง กะ ไก่ กา"
).split()
NODE = """
const [words, locales] = JSON.parse(require("fs").readFileSync(0)), found = {};
for (const locale of locales) {
  const icu = new Intl.Collator(locale,
    {sensitivity: "base", ignorePunctuation: true, numeric: true});
  found[locale] = [];
  for (let i = 0; i < words.length; i++) for (let j = i + 1; j < words.length; j++)
    found[locale].push(Math.sign(icu.compare(words[i] + "|", words[j] + "|")));
}
console.log(JSON.stringify(found));
"""


def main() -> None:
    folder = files("citeproc") / "data" / "locales"
    names = [path.name for path in folder.iterdir() if path.name.endswith(".xml")]
    locales = sorted(name.removeprefix("locales-").removesuffix(".xml") for name in names)
    words = list(dict.fromkeys([*LATIN, *CYRILLIC, *OTHERS, *WORDS]))
    run = subprocess.run(
        ["node", "-e", NODE], input=json.dumps([words, locales]), capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    differ = total = 0
    for locale, signs in json.loads(run.stdout).items():
        keys = {word: collation_key(word, locale) for word in words}
        pairs = zip(itertools.combinations(words, 2), signs, strict=True)
        odd = [
            f"{one}{'=><'[sign]}{other}"
            for (one, other), sign in pairs
            if (keys[one] > keys[other]) - (keys[one] < keys[other]) != sign
        ]
        differ, total = differ + len(odd), total + len(signs)
        if odd:
            print(f"{locale}: ICU has {' '.join(odd[:8])}{' …' if len(odd) > 8 else ''}")
    print(f"{total - differ} of {total} pairs as ICU has them, {1 - differ / total:.3%}")


if __name__ == "__main__":
    main()

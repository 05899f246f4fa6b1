"""Texts sort as in ICU; the orders are from ICU 78.2 (CLDR 48)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcore.csl.processor.alphabets import TAILORED
from refcore.csl.processor.collation import collation_key

# Each line in order, each word before the next one.
ORDERS = {
    "fil": "a|å b|o|ö b|z",
    "en": "a=b|a|a b|a~b|a1|a2|a10|ab|az|hi|hız|ij|zz|þa|αβγ|абв",
    "ar": "ءا|ابن|بيت|تمر|جمل|حلم|دار|سلام|علم|نور|هند|وطن|يد|a|z",
    "bg": "а|б|я|a|z|α",
    "cs": "ca|cz|ča|d|ha|hz|cha|i|r|ř|s|š|z|ž",
    "da": "a|z|æ|ø|å",
    "de": "a|äb|ac|o|öz|p|ss|ßu|u|üz",
    "el": "α|β|ω|a|z|б",
    "es": "n|nz|ñ|o",
    "et": "s|š|z|ž|t|w|õ|ä|ö|ü|x|y",
    "fa": "اب|بهار|پارسا|چای|دار|ژاله|کتاب|گل|نان|وحید|همت|یار|a",
    "fi": "ux|y|üz|z|å|ä|ö",
    "he": "אב|דב|כל|מן|עץ|תל|a",
    "hi": "अब|इस|कल|खग|a",
    "hr": "c|č|ć|d|dz|dž|đ|e|l|lj|m|n|nj|o|s|š|z|ž",
    "hu": "c|cu|cs|d|g|gy|h|o|öa|p|s|sz|t|ty|u|üz|z|zs",
    "is": "a|az|á|b|d|ð|e|é|z|þ|æ|ö|å",
    "it": "a|è|i|z",
    "ja": "a|z|あい|アウ|いか|亜|一|丂|α",
    "lt": "c|č|hya|hib|j|s|š|z|ž",
    "lv": "c|č|g|ģ|i|y|j|k|ķ|l|ļ|n|ņ|r|ŗ",
    "mk": "д|ѓ|е|т|ќ|у|a",
    "nb": "a|z|æ|ø|å|aa b",
    "pl": "a|ąb|b|c|ć|l|ł|m|o|ó|z|ź|ż",
    "ro": "a|ă|â|b|i|î|s|ș|t|ț|u",
    "ru": "а|е|ёж|ж|и|й|к|я|a|z",
    "sk": "a|ä|c|č|h|ch|i|o|ô|p",
    "sr-Latn": "c|č|ć|d|dž|đ|lj|m",
    "sv": "z|å|ä|ö",
    "th": "กง|กา|เกม|ขา|a",
    "tr": "c|ç|g|ğ|h|ı|i|o|ö|s|ş|u|ü",
    "uk": "г|ґ|д|е|є|ж|и|і|ї|й|a",
    "vi": "a|az|ă|â|d|đ|e|ê|o|ô|ơ|u|ư",
    "zh": "陈|李|王|张|a|z",
    "zh-TW": "丁|王|李|陳|a",
}


@pytest.mark.parametrize("lang", ORDERS)
def test_words_sort_as_the_language_has_them(lang: str) -> None:
    words = ORDERS[lang].split("|")
    keys = [collation_key(word, lang) for word in words]
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    ("one", "other", "lang"),
    [
        ("Élan", "elan", "en"), ("x-ray", "xray", "en"), ("(a)", "a", "de"), ("ßa", "ssa", "de"),
        ("a\u00a0b", "ab", "fr"), ("Ёлка", "елка", "ru"), ("ҐА", "га", "ru"), ("ак", "аќ", "ru"),
        ("ὁδός", "οδοσ", "el"), ("שלום", "שלומ", "he"), ("カガ", "かか", "ja"),
        ("yra", "ira", "lt"),
        ("ấn", "ân", "vi"), ("Aa", "Å", "da"), ("کتاب", "كتاب", "fa"), ("０１", "1", "ja"),
        ("a|b", "a b", "en"), ("ℝ", "R", "en"), ("№", "No", "en"), ("𝔸x", "ax", "de"),
    ],
)  # fmt: skip
def test_what_is_one_letter_sorts_as_one(one: str, other: str, lang: str) -> None:
    assert collation_key(one, lang) == collation_key(other, lang)


@given(st.text(max_size=20), st.sampled_from([*TAILORED, "en", "zh", "ja", "th", "ko"]))
def test_any_text_has_a_key_and_capitals_do_not_count(text: str, lang: str) -> None:
    key = collation_key(text, lang)
    assert collation_key(text + "ab", lang) != key
    assert collation_key("AbC " + text, lang) == collation_key("abc " + text, lang)

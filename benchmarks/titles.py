"""Write real titles as people, publishers and PDFs do, then falsify them, and compare.

    python benchmarks/titles.py RECORDS.jsonl.xz [--each N] [--seed N] [--show N]

RECORDS is a bibliography in the shared form, one JSON object a line. Each of the harmless changes
is made to N of its titles, and none of these may be called different. Each of the harmful ones is
made to N others, which must all be called different. It prints, for each change, how many were
called wrongly, and examples.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import re
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path

from refcore.compare.titles import compare_titles

Change = Callable[[str, random.Random], str]
# A change that is not possible returns the title as it is.
_TRIES = 200
_SPELT = {
    "behavior": "behaviour", "modeling": "modelling", "optimization": "optimisation",
    "color": "colour", "generalization": "generalisation", "analyzing": "analysing",
    "labeled": "labelled", "center": "centre", "catalog": "catalogue", "recognizing": "recognising",
    "neighbor": "neighbour", "towards": "toward", "program": "programme", "visualization":
    "visualisation", "summarization": "summarisation", "signaling": "signalling",
}  # fmt: skip
_SHORT = {
    "Reinforcement Learning": "RL", "Neural Machine Translation": "NMT", "Question Answering": "QA",
    "Generative Adversarial Networks": "GANs", "Convolutional Neural Networks": "CNNs",
    "Support Vector Machines": "SVMs", "Automatic Speech Recognition": "ASR",
    "Natural Language Processing": "NLP", "Graph Neural Networks": "GNNs",
}  # fmt: skip
_COUNTS = {"Two": "2", "Three": "3", "Four": "4", "Five": "5", "II": "2", "III": "3"}
_NOTES = (
    " *", " (Extended Abstract)", " [Extended Abstract]", " (Invited Paper)", "†", " ...",
    ": Extended Abstract", " (short paper)", " [technical report]", " (Full version)",
)  # fmt: skip
_OPPOSITES = {
    "Supervised": "Unsupervised", "Online": "Offline", "Linear": "Nonlinear", "Local": "Global",
    "Discrete": "Continuous", "Static": "Dynamic", "Sparse": "Dense", "Image": "Video",
    "Detection": "Segmentation", "Classification": "Regression", "Generation": "Retrieval",
    "Text": "Speech", "Fast": "Slow", "Semantic": "Syntactic", "Single": "Multiple",
}  # fmt: skip
_MODELS = ("BERT", "GPT", "CNN", "RNN", "LSTM", "GAN", "VAE", "SVM", "HMM")
_SMALL = frozenset("with from into using over under that their its".split())
_LEAST = 4  # letters of a word, and words of a title


def _by_table(table: Mapping[str, str]) -> Change:
    def change(title: str, chance: random.Random) -> str:
        found = [word for word in table if re.search(rf"\b{word}\b", title, re.IGNORECASE)]
        if not found:
            return title
        word = chance.choice(found)
        return re.sub(rf"\b{word}\b", table[word], title, count=1, flags=re.IGNORECASE)

    return change


def _pattern(pattern: str, *options: str) -> Change:
    return lambda title, chance: re.sub(pattern, chance.choice(options), title, count=1)


def _word(*forms: str) -> Change:
    """Put one word into one of the forms, with `{}` for the word."""

    def change(title: str, chance: random.Random) -> str:
        words = title.split(" ")
        at = chance.randrange(len(words))
        words[at] = chance.choice(forms).format(words[at])
        return " ".join(words)

    return change


def _inside(change: Callable[[str, int, random.Random], str]) -> Change:
    """Change a long word at some place inside it."""

    def changed(title: str, chance: random.Random) -> str:
        words = title.split(" ")
        places = [at for at, word in enumerate(words) if word.isalpha() and len(word) > 2 * _LEAST]
        if not places:
            return title
        at = chance.choice(places)
        words[at] = change(words[at], chance.randrange(2, len(words[at]) - 3), chance)
        return " ".join(words)

    return changed


def _plain(title: str, _: random.Random) -> str:
    letters = unicodedata.normalize("NFKD", title)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _capitals(title: str, chance: random.Random) -> str:
    return chance.choice((title.upper(), title.lower(), title.title()))


HARMLESS: dict[str, Change] = {
    "the spelling of another country": _by_table(_SPELT),
    "initials": _by_table(_SHORT),
    "a number in digits": _by_table(_COUNTS),
    "another hyphen or none": _pattern(r"(?<=\w)-(?=\w)", "", " ", "\N{HYPHEN}", "\N{EN DASH}"),
    "a line that broke": _inside(lambda w, at, c: w[:at] + c.choice(("- ", "-", "\xad")) + w[at:]),
    "a slip inside a long word": _inside(lambda w, at, _: w[:at] + w[at] + w[at:]),
    "a ligature": _pattern("fi", "\N{LATIN SMALL LIGATURE FI}"),
    "HTML": _word("<i>{}</i>", "&lt;italic&gt;{}&lt;/italic&gt;", "{}&nbsp;"),
    "LaTeX": _word("{{{}}}", r"\emph{{{}}}", r"\textsc{{{}}}", r"{{\it {}}}"),
    "quotation marks": _word("“{}”", "``{}''", "«{}»"),
    "other capitals": _capitals,
    "no accents": _plain,
    "a note after it": lambda title, chance: title + chance.choice(_NOTES),
    "no subtitle": _pattern(r"(?<= )(\w+): .*$", r"\1"),
    "another sign before the subtitle": _pattern(": ", " - ", " — ", ". "),
    "an ampersand": _pattern(" and ", " & "),
    "no article": _pattern("^(?:The|An?) ", ""),
}  # fmt: skip


def _content(words: list[str]) -> list[int]:
    return [
        at
        for at, word in enumerate(words)
        if word.isalpha() and len(word) >= _LEAST and word.casefold() not in _SMALL
    ]


def harmful(titles: list[str]) -> dict[str, Change]:
    """Return the changes that make another title; some take words from the other ones."""

    def strange(chance: random.Random) -> str:
        words = chance.choice(titles).split(" ")
        places = _content(words)
        return words[chance.choice(places)] if places else "Rafts"

    def replaced(title: str, chance: random.Random) -> str:
        words = title.split(" ")
        if places := _content(words):
            at, word = chance.choice(places), strange(chance)
            # A word with the same beginning may be another form of it.
            words[at] = word if word[:5].casefold() != words[at][:5].casefold() else words[at]
        return " ".join(words)

    def added(title: str, chance: random.Random) -> str:
        words = title.split(" ")
        return " ".join([words[0], strange(chance), *words[1:]])

    def left_out(title: str, chance: random.Random) -> str:
        words = title.split(" ")
        if places := _content(words):
            del words[chance.choice(places)]
        return " ".join(words)

    def chimera(title: str, chance: random.Random) -> str:
        words, others = title.split(" "), chance.choice(titles).split(" ")
        return " ".join([*words[: len(words) // 2], *others[len(others) // 2 :]])

    def counted(title: str, _: random.Random) -> str:
        return re.sub(r"\b[1-9]\b", lambda found: str(int(found[0]) + 1), title, count=1)

    def model(title: str, chance: random.Random) -> str:
        return re.sub(rf"\b(?:{'|'.join(_MODELS)})\b", chance.choice(_MODELS), title, count=1)

    return {
        "the contrary": _by_table(_OPPOSITES),
        "another word": replaced,
        "a word more": added,
        "a word less": left_out,
        "half another title": chimera,
        "another number": counted,
        "another model": model,
    }


def main() -> None:
    """Print how many of each change were called wrongly."""
    parser = argparse.ArgumentParser(description="Change real titles and compare them.")
    parser.add_argument("records", type=Path)
    parser.add_argument("--each", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0, help="examples of each change")
    arguments = parser.parse_args()
    with lzma.open(arguments.records, "rt", encoding="utf-8") as lines:
        titles = [str(json.loads(line).get("title", "")).rstrip(".") for line in lines]
    titles = [title for title in titles if len(title.split()) >= _LEAST]
    chance = random.Random(arguments.seed)
    for what, changes, is_harmful in (
        ("harmless", HARMLESS, False),
        ("harmful", harmful(titles), True),
    ):
        made = wrong = 0
        for name, change in changes.items():
            found = _wrong(titles, change, is_harmful, arguments.each, chance)
            made, wrong = made + found[0], wrong + len(found[1])
            print(f"  {name:34} {len(found[1]):>4} of {found[0]}")
            for line in found[1][: arguments.show]:
                print(f"      {line}")
        print(f"{what}: {wrong} of {made} called wrongly ({wrong / max(1, made):.2%})")


def _wrong(
    titles: list[str], change: Change, is_harmful: bool, each: int, chance: random.Random
) -> tuple[int, list[str]]:
    made, wrong = 0, []
    for _ in range(each * _TRIES):
        if made == each:
            break
        title = chance.choice(titles)
        other = change(title, chance)
        if other == title or (is_harmful and other.casefold() == title.casefold()):
            continue
        made += 1
        found = compare_titles(other, title)
        if (str(found.kind) == "different") is not is_harmful:
            wrong.append(f"{other} | {title} | {found.rule}")
    return made, wrong


if __name__ == "__main__":
    main()

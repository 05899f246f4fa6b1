"""Fuzz the BibTeX reader with atheris: nothing raises, and what is unchanged is written back.

    pip install atheris
    python benchmarks/fuzz_bibtex.py -max_total_time=1800 [CORPUS_FOLDER]

Stops at the first input that breaks a promise and writes it to a crash-… file.
"""

import sys

import atheris

with atheris.instrument_imports(include=["refcore.bibtex", "refcore.latex"]):
    from refcore.bibtex import read_file
    from refcore.bibtex.bibfile import BibFile


def one_input(data: bytes) -> None:
    """Read bytes as a .bib file, with names and LaTeX, and write them back."""
    held = BibFile.parse(data)
    if held.to_bytes() != data:
        raise AssertionError("an unchanged file was written back changed")
    for entry in held.entries.values():
        for name in entry.fields:
            _ = entry[name]
    read_file(held)


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()

"""Finished trees as outputs print them: lines, and runs without a run of the same kind inside."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import TypeAlias

from refcore.csl.processor.display import INDENTED, LINE, margin_end, with_lines
from refcore.csl.processor.finish import tree_of
from refcore.csl.processor.punctuation import Token, tokens_of
from refcore.csl.processor.tree import UPRIGHT, Inline, Span, plain

__all__ = ["Run", "Tree", "flattened", "lines", "parted"]

Tree: TypeAlias = tuple[Inline, ...]
Run: TypeAlias = tuple[str, str]

_BESIDE_MARGIN = ("display", "right-inline")


def parted(tree: Tree) -> tuple[Tree, Tree]:
    """Return the left margin of an entry, and the rest of it.

    >>> parted((Span("display", "left-margin", ("[1] ",)), "Doe"))
    (('[1]',), ('Doe',))
    """
    if not tree or isinstance(tree[0], str):
        return (), tree
    if _is_margin(tree[0]) and len(tree[0].children) == 1 and len(tree) > 1:
        alone = tree[0].children[0]
        if isinstance(alone, str) and not _is_margin(tree[1]) and _first_sign(tree[1]) != " ":
            return (alone.rstrip(),), tree[1:]
    tokens = tokens_of(tree)
    end = margin_end(tokens)
    label, body = tokens[:end], tokens[end:]
    texts = [place for place, token in enumerate(label) if isinstance(token, str)]
    if texts:
        label[texts[-1]] = str(label[texts[-1]]).rstrip()
        first = next((at for at, token in enumerate(body) if isinstance(token, str)), None)
        if first is not None:
            body[first] = str(body[first]).lstrip(" ")
    return tree_of(without_display(label)), tree_of(body)


def _is_margin(inline: Inline) -> bool:
    return not isinstance(inline, str) and inline[:2] == ("display", "left-margin")


def _first_sign(inline: Inline) -> str:
    while not isinstance(inline, str):
        inline = inline.children[0] if inline.children else " "
    return inline[:1]


def without_display(tokens: Iterable[Token]) -> list[Token]:
    """Return tokens without the blocks of an entry."""
    return [token for token in tokens if isinstance(token, str) or token[1].kind != "display"]


def lines(tree: Tree, line_of: Callable[[Tree], str]) -> list[tuple[bool, str]]:
    """Return the lines of an entry as `line_of` prints them, each with whether it is indented.

    >>> blocks = ("a", Span("display", "indent", ("b",)), Span("display", "block", ("c",)))
    >>> lines(blocks, plain)
    [(False, 'a'), (True, 'b'), (False, 'c')]
    """
    while len(tree) == 1 and not isinstance(tree[0], str) and tree[0][:2] == _BESIDE_MARGIN:
        tree = tree[0].children
    if not _has_blocks(tree):
        return [(False, line_of(flattened(tree)))]
    found: list[tuple[bool, list[Token]]] = [(False, [])]
    opened: list[Span] = []
    for token in with_lines(tokens_of(tree)):
        if token in (LINE, INDENTED):
            found[-1][1].extend((False, span) for span in reversed(opened))
            found.append((token == INDENTED, [(True, span) for span in opened]))
            continue
        if not isinstance(token, str):
            if token[0]:
                opened.append(token[1])
            else:
                opened.pop()
        found[-1][1].append(token)
    trees = [(indented, tree_of(tokens)) for indented, tokens in found]
    if len(trees) > 1 and not plain(trees[0][1]):
        del trees[0]
    return [(indented, line_of(flattened(line))) for indented, line in trees]


def _has_blocks(tree: Tree) -> bool:
    return any(
        not isinstance(inline, str) and (inline.kind == "display" or _has_blocks(inline.children))
        for inline in tree
    )


def flattened(tree: Tree) -> Tree:
    """Return a tree in which no span of formatting lies within one of the same kind.

    Raised text may lie in raised text. What is upright within italics ends
    them.

    >>> flattened((Span("font-style", "italic", ("On ", Span("font-style", "normal", ("X",)))),))
    (Span(kind='font-style', value='italic', children=('On ',)), 'X')
    """
    if all(isinstance(inline, str) for inline in tree):
        text = plain(tree)
        return (text,) if text else ()
    return _grouped([leaf for leaf in _leaves(tree, ()) if leaf[0]])


def _leaves(tree: Tree, runs: tuple[Run, ...]) -> Iterator[tuple[str, tuple[Run, ...]]]:
    for inline in tree:
        if isinstance(inline, str):
            yield inline, runs
        else:
            yield from _leaves(inline.children, _within(runs, inline))


def _within(runs: tuple[Run, ...], span: Span) -> tuple[Run, ...]:
    if span.kind == "display":
        return runs
    if span.value in UPRIGHT or span.kind not in ("vertical-align", "link", "math"):
        runs = tuple(run for run in runs if run[0] != span.kind or run[1] == span.value)
    run = (span.kind, span.value)
    if span.value in UPRIGHT or (run in runs and span.kind != "vertical-align"):
        return runs
    return (*runs, run)


def _grouped(leaves: list[tuple[str, tuple[Run, ...]]]) -> Tree:
    found: list[Inline] = []
    for run, group in groupby(leaves, key=lambda leaf: leaf[1][:1]):
        if run:
            kind, value = run[0]
            children = _grouped([(text, runs[1:]) for text, runs in group])
            found.append(Span(kind, value, children))
        else:
            found.append("".join(text for text, _ in group))
    return tuple(found)

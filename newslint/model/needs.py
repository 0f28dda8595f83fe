"""The words that an expression needs: of each set every match holds one, as a whole word, so that a text without them
need not be searched, nor the expression compiled.

A word is a run of letters from a to z in lower case here, whatever stands around it: "o'clock" is two.
"""

from collections.abc import Iterator, Sequence, Set
from typing import Any

# A node of what ``re`` makes of an expression before it compiles it: its kind, and what belongs to it.
Node = tuple[Any, Any]

_MOST_SETS = 4
_MOST_WORDS = 400  # of a set
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
_PARTS = {"CATEGORY_SPACE", "CATEGORY_DIGIT", "CATEGORY_NOT_WORD"}  # classes without letters


def needs_of(tree: Sequence[Node]) -> tuple[tuple[str, ...], ...]:
    """The sets of words that a parsed expression needs, the most telling first; none where nothing is sure."""
    sets = sorted(_sets(list(_flat(tree)), before=False, after=False), key=_telling, reverse=True)
    return tuple([tuple(sorted(one)) for one in dict.fromkeys(sets)])[:_MOST_SETS]


def _telling(words: Set[str]) -> tuple[int, int]:
    """Long words are rarer than short ones, and few of them rarer than many."""
    return min(map(len, words)), -len(words)


def _flat(tree: Sequence[Node]) -> Iterator[Node]:
    """The nodes of a sequence, those of its groups among them."""
    for node in tree:
        kind, inner = _name(node[0]), node[1]
        if kind == "SUBPATTERN":
            yield from _flat(inner[3])
        elif kind == "ATOMIC_GROUP":
            yield from _flat(inner)
        elif kind in _REPEATS and inner[0] == inner[1] == 1:
            yield from _flat(inner[2])
        else:
            yield node


def _sets(nodes: Sequence[Node], *, before: bool, after: bool) -> list[frozenset[str]]:
    """The sets of a sequence. ``before``, ``after``: whether no letter can stand right before it, right after it."""
    found: list[frozenset[str]] = []
    at = 0
    while at < len(nodes):
        start, words = at, {""}
        while at < len(nodes) and (more := _followed(words, _spellings(nodes[at]))):
            words = more
            at += 1
        branches = at < len(nodes) and _name(nodes[at][0]) == "BRANCH"
        if start < at and not branches:
            if "" not in words and _parted_before(nodes, start, before) and _parted_after(nodes, at, after):
                found.append(frozenset(words))
            continue
        kind, inner = _name(nodes[at][0]), nodes[at][1]
        beside = _parted_before(nodes, start, before), _parted_after(nodes, at + 1, after)
        if branches:  # what all branches begin with, "th" of "the" and "this", stands before them
            found += _of_branches([[*nodes[start:at], *branch] for branch in inner[1]], *beside)
        elif kind in _REPEATS and inner[0]:
            found += _sets(list(_flat(inner[2])), before=False, after=False)
        elif kind == "ASSERT":
            found += _sets(list(_flat(inner[1])), before=inner[0] > 0 and beside[0], after=inner[0] < 0 and beside[1])
        at += 1
    return [words for words in found if len(words) <= _MOST_WORDS]


def _of_branches(branches: Sequence[Sequence[Node]], before: bool, after: bool) -> list[frozenset[str]]:
    """One word of the most telling set of each branch, if all have one."""
    union: set[str] = set()
    for branch in branches:
        sets = _sets(list(_flat(branch)), before=before, after=after)
        if not sets:
            return []
        union |= max(sets, key=_telling)
    return [frozenset(union)]


def _spellings(node: Node) -> set[str]:
    """All that a node may match, where that is letters or nothing: "s" and "" of ``s?``; empty if it is more."""
    kind, inner = _name(node[0]), node[1]
    if kind == "BRANCH":
        each = [_spelled(branch) for branch in inner[1]]
        return set().union(*each) if all(each) else set()
    if kind in _REPEATS and inner[1] == 1:
        words = _spelled(inner[2])
        return words | {""} if words else words
    letter = _letter(node)
    return {letter} if letter else set()


def _spelled(tree: Sequence[Node]) -> set[str]:
    words = {""}
    for node in _flat(tree):
        words = _followed(words, _spellings(node))
    return words


def _followed(words: set[str], endings: set[str]) -> set[str]:
    """Each word with each ending; none if that makes too many."""
    return {word + more for word in words for more in endings} if len(words) * len(endings) <= _MOST_WORDS else set()


def _letter(node: Node) -> str:
    """The letter that a node stands for, in lower case; empty if it is none."""
    if _name(node[0]) != "LITERAL":
        return ""
    letter = chr(node[1]).lower()
    return letter if "a" <= letter <= "z" and len(letter) == 1 else ""


def _parted_before(nodes: Sequence[Node], at: int, outside: bool) -> bool:
    """Whether no letter can stand right before the node at ``at``."""
    while at:
        at -= 1
        kind, inner = _name(nodes[at][0]), nodes[at][1]
        if kind == "ASSERT_NOT" and inner[0] < 0 and _holds_letters(inner[1]):
            return True
        if kind in _REPEATS:
            if not _ends_apart(inner[2]):
                return False
            if inner[0]:
                return True
        elif kind == "BRANCH":
            return all(map(_ends_apart, inner[1]))
        elif kind not in ("ASSERT", "ASSERT_NOT"):
            return _is_apart(nodes[at])
    return outside


def _parted_after(nodes: Sequence[Node], at: int, outside: bool) -> bool:
    """Whether no letter can stand right after what ends at ``at``."""
    while at < len(nodes):
        kind, inner = _name(nodes[at][0]), nodes[at][1]
        if kind in ("ASSERT", "ASSERT_NOT"):
            if inner[0] > 0 and (_holds_letters(inner[1]) if kind == "ASSERT_NOT" else _begins_apart(inner[1])):
                return True
        elif kind in _REPEATS:
            if not _begins_apart(inner[2]):
                return False
            if inner[0]:
                return True
        elif kind == "BRANCH":
            return all(map(_begins_apart, inner[1]))
        else:
            return _is_apart(nodes[at])
        at += 1
    return outside


def _begins_apart(tree: Sequence[Node]) -> bool:
    return _parted_after(list(_flat(tree)), 0, False)


def _ends_apart(tree: Sequence[Node]) -> bool:
    nodes = list(_flat(tree))
    return _parted_before(nodes, len(nodes), False)


def _is_apart(node: Node) -> bool:
    """Whether a node is a place that parts words, or surely a character that is no letter."""
    kind, inner = _name(node[0]), node[1]
    if kind == "AT":
        return _name(inner) != "AT_NON_BOUNDARY"
    if kind == "LITERAL":
        return not _letter(node) and ord("ſ") != inner != ord("K")  # which lower() makes an s and a k
    if kind == "IN":
        return all(map(_is_apart_in_class, inner))
    return False


def _is_apart_in_class(node: Node) -> bool:
    kind, inner = _name(node[0]), node[1]
    if kind == "CATEGORY":
        return _name(inner) in _PARTS
    if kind == "RANGE":
        return all(not chr(code).isalpha() for code in range(inner[0], min(inner[1], inner[0] + 300) + 1))
    return kind == "LITERAL" and not chr(inner).isalpha()


def _holds_letters(tree: Sequence[Node]) -> bool:
    """Whether a tree is one class that has all letters."""
    nodes = list(_flat(tree))
    if len(nodes) != 1 or _name(nodes[0][0]) != "IN":
        return False
    return any(_name(kind) == "CATEGORY" and _name(inner) == "CATEGORY_WORD" for kind, inner in nodes[0][1])


def _name(constant: object) -> str:
    return str(constant)

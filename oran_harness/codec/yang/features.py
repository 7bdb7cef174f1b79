"""Whether an ``if-feature`` expression holds (RFC 7950, 7.20.2)."""

import re
from collections.abc import Callable

_WORD = re.compile(r"[()]|[^\s()]+")


def feature_holds(expression: str, enabled: Callable[[str], bool]) -> bool:
    """Whether the expression holds; ``enabled`` knows a single feature by its name, with a prefix or without."""
    words = _WORD.findall(expression)
    held, at = _either(words, 0, enabled)
    return held and at == len(words)


def _either(words: list[str], at: int, enabled: Callable[[str], bool]) -> tuple[bool, int]:
    held, at = _both(words, at, enabled)
    while at < len(words) and words[at] == "or":
        more, at = _both(words, at + 1, enabled)
        held = held or more
    return held, at


def _both(words: list[str], at: int, enabled: Callable[[str], bool]) -> tuple[bool, int]:
    held, at = _one(words, at, enabled)
    while at < len(words) and words[at] == "and":
        more, at = _one(words, at + 1, enabled)
        held = held and more
    return held, at


def _one(words: list[str], at: int, enabled: Callable[[str], bool]) -> tuple[bool, int]:
    if at >= len(words):
        return False, at
    if words[at] == "not":
        held, at = _one(words, at + 1, enabled)
        return not held, at
    if words[at] == "(":
        held, at = _either(words, at + 1, enabled)
        return held, at + 1
    return enabled(words[at]), at + 1

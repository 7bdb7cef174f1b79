"""A short text that a regular expression of XML Schema matches, for most expressions that modules hold."""

from collections.abc import Callable

Pick = Callable[[int], int]
"""A number below the one given."""

_CLASSES = {"d": "0", "w": "a", "s": " ", "D": "a", "W": "-", "S": "a", "i": "a", "c": "a", "n": "\n", "t": "\t"}
_PROPERTIES = {"L": "a", "Ll": "a", "Lu": "A", "N": "0", "Nd": "0", "P": ".", "IsBasicLatin": "a"}


def sample(pattern: str, pick: Pick) -> str:
    """A text for ``pattern``; it may fail to match where the expression is unusual."""
    text, _ = _either(pattern, 0, pick)
    return text


def _either(pattern: str, at: int, pick: Pick) -> tuple[str, int]:
    branches = []
    text, at = _sequence(pattern, at, pick)
    branches.append(text)
    while at < len(pattern) and pattern[at] == "|":
        text, at = _sequence(pattern, at + 1, pick)
        branches.append(text)
    return branches[pick(len(branches))], at


def _sequence(pattern: str, at: int, pick: Pick) -> tuple[str, int]:
    pieces = []
    while at < len(pattern) and pattern[at] not in "|)":
        text, at = _atom(pattern, at, pick)
        count, at = _count(pattern, at)
        pieces.append(text * count)
    return "".join(pieces), at


def _atom(pattern: str, at: int, pick: Pick) -> tuple[str, int]:
    character = pattern[at]
    if character == "(":
        text, at = _either(pattern, at + (3 if pattern.startswith("(?:", at) else 1), pick)
        return text, at + 1
    if character == "[":
        return _one_of(pattern, at + 1)
    if character == "\\":
        return _escape(pattern, at + 1)
    if character == ".":
        return "a", at + 1
    if character in "^$":
        return "", at + 1
    return character, at + 1


def _escape(pattern: str, at: int) -> tuple[str, int]:
    character = pattern[at : at + 1]
    if character in ("p", "P") and pattern[at + 1 : at + 2] == "{":
        end = pattern.find("}", at)
        return _PROPERTIES.get(pattern[at + 2 : end], "a") if character == "p" else "-", end + 1
    return _CLASSES.get(character, character), at + 1


def _one_of(pattern: str, at: int) -> tuple[str, int]:
    negated = pattern[at : at + 1] == "^"
    at += negated
    members: list[str] = []
    while at < len(pattern) and (pattern[at] != "]" or not members):
        if pattern[at] == "\\":
            text, at = _escape(pattern, at + 1)
            members.append(text)
        elif pattern[at] == "-" and members and pattern[at + 1 : at + 2] not in ("]", ""):
            members += [chr(code) for code in range(ord(members[-1][:1] or "a") + 1, ord(pattern[at + 1]) + 1)]
            at += 2
        else:
            members.append(pattern[at])
            at += 1
    if not negated:
        return members[0] if members else "", at + 1
    return next((each for each in "a0 -_.Z" if each not in members), "~"), at + 1


def _count(pattern: str, at: int) -> tuple[int, int]:
    mark = pattern[at : at + 1]
    if mark == "*" or mark == "?":
        return 0, at + 1
    if mark == "+":
        return 1, at + 1
    if mark == "{":
        end = pattern.find("}", at)
        least = pattern[at + 1 : end].partition(",")[0].strip()
        if end > 0 and least.isdigit():
            return int(least), end + 1
    return 1, at

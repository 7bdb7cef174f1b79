"""Which editions spell a type alike, or only add to it: what one of them accepts, others accept too."""

import functools
import re
from pathlib import Path

_ASSIGNMENT = re.compile(r"(?m)^([A-Za-z][A-Za-z0-9-]*)(?:\s+INTEGER)?\s*::=\s*")
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
_TOKEN = re.compile(r"[{},]|[^\s{},]+")
_COMMENT = re.compile(r"--[^\n]*")

Definitions = dict[str, str]
Spelling = frozenset[tuple[str, str]]
Braces = list[list["str | Braces"]]
"""What stands between braces: its parts, between commas; each part its words and inner braces."""


@functools.cache
def definitions(paths: tuple[Path, ...]) -> Definitions:
    """Every assignment of a schema's files: its name, and its right side with white space made alike."""
    found: Definitions = {}
    for path in paths:
        text = _COMMENT.sub("", path.read_text("utf-8"))
        marks = list(_ASSIGNMENT.finditer(text))
        for here, there in zip(marks, [*marks[1:], None], strict=True):
            body = text[here.end() : there.start() if there else text.rindex("END")]
            found[here.group(1)] = " ".join(body.split())
    return found


def spelling(all_definitions: Definitions, type_name: str) -> Spelling | None:
    """The definitions that a type needs, its own and those it refers to; None if there is no such type."""
    if type_name not in all_definitions:
        return None
    waiting, seen = [type_name], {type_name}
    while waiting:
        for word in _WORD.findall(all_definitions[waiting.pop()]):
            if word in all_definitions and word not in seen:
                seen.add(word)
                waiting.append(word)
    return frozenset((name, all_definitions[name]) for name in seen)


def extends(newer: Spelling, older: Spelling) -> bool:
    """Whether a newer spelling only adds to an older one, behind extension markers (X.680 on extensibility).

    Octets that the older one accepts without skipping anything then mean the same in the newer one.
    """
    new = dict(newer)
    return all(name in new and _adds_to(_braces(new[name]), _braces(body), False) for name, body in older)


@functools.cache
def _braces(body: str) -> Braces:
    stack: list[Braces] = [[[]]]
    for token in _TOKEN.findall(body):
        if token == "{":
            inner: Braces = [[]]
            stack[-1][-1].append(inner)
            stack.append(inner)
        elif token == "}":
            stack.pop()
        elif token == ",":
            stack[-1].append([])
        else:
            stack[-1][-1].append(token)
    return stack[0]


def _adds_to(newer: Braces, older: Braces, inside: bool = True) -> bool:
    if len(newer) != len(older) and not (inside and ["..."] in older and len(newer) > len(older)):
        return False
    return all(_same_part(new, old) for new, old in zip(newer, older, strict=False))


def _same_part(newer: list["str | Braces"], older: list["str | Braces"]) -> bool:
    return len(newer) == len(older) and all(
        new == old if isinstance(new, str) or isinstance(old, str) else _adds_to(new, old)
        for new, old in zip(newer, older, strict=True)
    )

"""YANG text as a tree of statements (RFC 7950, 6.3). Whether they fit together is libyang's business."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from oran_harness.codec.yang.errors import YangError

_TOKEN = re.compile(
    # What is never closed goes on to the end: a search for its end from each place where it may begin takes for ever.
    r"""\s+|//[^\n]*|/\*.*?(?:\*/|\Z)"""
    r"""|"(?P<double>(?:[^"\\]|\\.)*)(?:"|\Z)|'(?P<single>[^']*)(?:'|\Z)|(?P<mark>[{};])"""
    r"""|(?P<word>(?:(?!//|/\*)[^\s"';{}])+)""",
    re.DOTALL,
)
_ESCAPE = re.compile(r'\\([nt"\\])')
_ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\"}


@dataclass(slots=True)
class Statement:
    """One statement: ``keyword`` (``prefix:name`` for an extension), ``argument`` and what it holds."""

    keyword: str
    argument: str
    children: list["Statement"] = field(default_factory=list)

    def all(self, *keywords: str) -> Iterator["Statement"]:
        """The statements in it with one of these keywords."""
        return (child for child in self.children if child.keyword in keywords)

    def first(self, keyword: str) -> "Statement | None":
        """The first statement in it with this keyword."""
        for child in self.children:
            if child.keyword == keyword:
                return child
        return None

    def value(self, keyword: str) -> str | None:
        """The argument of the first statement in it with this keyword."""
        found = self.first(keyword)
        return None if found is None else found.argument


def parse_statements(text: str) -> Statement:
    """The module or submodule of that text; raises ``YangError`` if the text is none."""
    top = Statement("", "")
    open_ones = [top]
    words: list[str] = []
    joined = False
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        if kind is None:
            continue
        if kind != "mark":
            joined = _take(words, kind, match, joined)
        elif match["mark"] == "}":
            if len(open_ones) < 2:
                raise YangError("The text of a YANG module closes more braces than it opens; mend the module.")
            open_ones.pop()
        else:
            if not words:
                raise YangError("A statement of a YANG module has no keyword; mend the module.")
            statement = Statement(words[0], words[1] if len(words) > 1 else "")
            open_ones[-1].children.append(statement)
            words, joined = [], False
            if match["mark"] == "{":
                open_ones.append(statement)
    if len(open_ones) != 1 or len(top.children) != 1 or top.children[0].keyword not in ("module", "submodule"):
        raise YangError("The text is no YANG module or submodule; give a file that holds just one.")
    return top.children[0]


def _take(words: list[str], kind: str, match: re.Match[str], joined: bool) -> bool:
    """One more word of a statement; whether a ``+`` came, so that the next string belongs to the last."""
    if kind == "word":
        if match["word"] == "+" and len(words) > 1:
            return True
        words.append(match["word"])
        return False
    piece = match["single"] if kind == "single" else _unescaped(match["double"])
    if joined:
        words[-1] += piece
    else:
        words.append(piece)
    return False


def _unescaped(text: str) -> str:
    if "\n" in text:
        lines = text.split("\n")
        text = "\n".join([lines[0].rstrip(" \t"), *(line.strip(" \t\r") for line in lines[1:])])
    if "\\" not in text:
        return text
    return _ESCAPE.sub(lambda match: _ESCAPES[match[1]], text)

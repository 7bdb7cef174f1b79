"""What a case asks of a product, in the words of its own body."""

import ast
import functools
import inspect
import re
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import FunctionType
from typing import Any

_HOME = "oran_harness.conformance."
_PREAMBLES = "oran_harness.conformance.preambles"
_DEEPEST = 4
_CHECK = "check"
_WITH_MESSAGES = ("expect", "ask", "ask_echoed")
_SILENCE = "silence"
_ANY = {"Message": "A message"}
"""The class of all messages, in words."""
_SENTENCE = re.compile(r"(\.\.\.|[A-Z\d]\S*)( \S+)* [a-z]+( \S+)* [a-z]+")
"""A sentence begins with a capital and has verbs; a mere phrase is handed on to be part of one."""
_CITED = re.compile(r"\((RFC|O-RAN)\b[^)]*\)$")
"""What cites its clause is a demand, whatever method it is handed to."""


def demands(body: Callable[..., Any]) -> list[str]:
    """What has to hold for the body to come to its end, each said once, in the order in which it is written.

    Sentences of ``check`` and of ``requirement=``, and the messages that are expected, in the body and in what it calls
    of the suite; what is filled in at run time reads ``...``.
    """
    return list(dict.fromkeys(_of(inspect.unwrap(body), 0, set())))


@dataclass(frozen=True, slots=True)
class _Words:
    """What names stand for in a function: texts that it assigns, and those of its module."""

    assigned: dict[str, ast.expr]
    module: dict[str, Any]

    def text(self, node: ast.expr) -> str:
        """The text of an expression, with ``...`` for what is not known before it runs."""
        match node:
            case ast.Constant(value=str() as text):
                return text
            case ast.JoinedStr(values=parts):
                return "".join(self.text(part) for part in parts)
            case ast.FormattedValue(value=ast.Name() as name):
                return self.text(name)
            case ast.BinOp(left=left, op=ast.Add(), right=right):
                return self.text(left) + self.text(right)
            case ast.Name(id=name) if name in self.assigned:
                return _Words({key: value for key, value in self.assigned.items() if key != name}, self.module).text(
                    self.assigned[name]
                )
            case ast.Name(id=name) if isinstance(self.module.get(name), str):
                return str(self.module[name])
        return "..."


def _of(function: Any, depth: int, seen: set[Any]) -> Iterator[str]:
    if not isinstance(function, FunctionType) or function in seen or depth > _DEEPEST:
        return
    seen.add(function)
    for said, called in _calls(function):
        yield from said
        if called is not None:
            yield from _of(inspect.unwrap(called), depth + 1, seen)


@functools.cache
def _calls(function: FunctionType) -> tuple[tuple[tuple[str, ...], Any], ...]:
    """What each call in a function says, and what it calls of the suite, if it does: many cases call the same."""
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    except (OSError, SyntaxError):  # no source is installed, or it is edited at this moment
        return ()
    nodes = list(ast.walk(tree))
    assigned = {
        node.targets[0].id: node.value
        for node in nodes
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    }
    words = _Words(assigned, function.__globals__)
    calls = [node for node in nodes if isinstance(node, ast.Call)]
    found = []
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        called = function.__globals__.get(call.func.id) if isinstance(call.func, ast.Name) else None
        home = getattr(called, "__module__", None) or ""
        ours = home.startswith(_HOME) and home != _PREAMBLES
        found.append((tuple(_said(call, words, ours)), called if ours and callable(called) else None))
    return tuple(found)


def _said(call: ast.Call, words: _Words, ours: bool) -> Iterator[str]:
    """What one call says: a check, an expectation, or a sentence handed to another function of the suite."""
    name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    if name == _CHECK and len(call.args) > 1:
        yield from _sentence(call.args[1], words)
        return
    required = [keyword.value for keyword in call.keywords if keyword.arg == "requirement"]
    texts = [arg for arg in call.args if isinstance(arg, ast.Constant | ast.JoinedStr | ast.Name)]
    handed = texts if ours else []
    sentences = [text for node in (*required, *handed) for text in _sentence(node, words)]
    if not ours and isinstance(call.func, ast.Attribute):
        sentences += [text for node in texts for text in _sentence(node, words) if _CITED.search(text)]
    yield from sentences
    messages = [_ANY.get(named, named) for arg in call.args if (named := _message(arg))]
    if name in _WITH_MESSAGES and messages and not sentences:
        yield f"{' or '.join(messages)} comes"
    if name == _SILENCE and not sentences:
        yield f"No {' or '.join(messages) or 'message'} comes"


def _message(node: ast.expr) -> str:
    """The name of a message, empty for anything else: a class, written with small letters within."""
    name = node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""
    return name if name[:1].isupper() and not name.isupper() else ""


def _sentence(node: ast.expr, words: _Words) -> Iterator[str]:
    text = words.text(node).strip()
    if _SENTENCE.match(text):
        yield f"The answer{text.removeprefix('...')}" if text.startswith("... ") else text

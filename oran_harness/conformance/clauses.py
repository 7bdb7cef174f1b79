"""The clauses that hold something to be tested, and which of them a citation names."""

import functools
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from oran_harness.model import Role
from oran_harness.resources import specs

_FILE = "clauses.toml"
_NUMBER = r"\d+(?:\.\d+[A-Z]?)*"
_OTHERS = r"REQ(?:-[A-Z0-9]+)+-\d+|(?<![\w.-])[A-Z](?![\w.-])"
"""How requirements and appendices are named, which are cited as clauses are."""
_WITHIN = re.compile(rf"\(TS (?P<name>\d{{2}}\.\d{{3}}) (?P<numbers>{_NUMBER}(?:, {_NUMBER})*)\)")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a document; ``of`` are the roles that its text asks something of."""

    document: str
    number: str
    title: str
    of: tuple[Role, ...]


@functools.cache
def clauses() -> tuple[Clause, ...]:
    """All clauses of ``specs/clauses.toml``, in its order."""
    return tuple(
        Clause(name, number, row["title"], tuple(Role(role) for role in row["of"]))
        for name, document in _documents().items()
        for number, row in document["clauses"].items()
    )


def editions() -> dict[str, str]:
    """Each document of ``specs/clauses.toml`` and the edition whose numbers it has."""
    return {name: document["edition"] for name, document in _documents().items()}


def cited(text: str) -> Iterator[tuple[str, str]]:
    """The documents and clause numbers that a citation names.

    ``O-RAN.WG3.E2AP 8.3.1, 10; 3GPP TS 36.413 10.2`` names three; a number stands for the document before it.
    """
    for part in text.split(";"):
        for within in _WITHIN.finditer(part):
            yield from ((f"3GPP TS {within['name']}", number) for number in within["numbers"].split(", "))
        plain = re.sub(r"\([^)]*\)|tables? \S+( to \S+)?", "", part)
        found = _document(plain)
        if found is not None:
            name, rest = found
            yield from ((name, number) for number in re.findall(rf"{_OTHERS}|(?<![\w.-]){_NUMBER}(?![\w-])", rest))


def covers(clause: Clause, document: str, number: str) -> bool:
    """Whether a cited clause is this one, or lies within it."""
    return document == clause.document and (number == clause.number or number.startswith(f"{clause.number}."))


@functools.cache
def _documents() -> dict[str, Any]:
    return tomllib.loads((specs() / _FILE).read_text("utf-8"))


@functools.cache
def _names() -> tuple[str, ...]:
    """The documents' names, the longest first: one may begin as another does."""
    return tuple(sorted(_documents(), key=len, reverse=True))


def _document(part: str) -> tuple[str, str] | None:
    for name in _names():
        if part.strip().startswith(f"{name} "):
            return name, part.strip()[len(name) :]
    return None

"""ASN.1 types of all editions of an interface, merged: what the class writer works on."""

import functools
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from asn1tools.parser import EXTENSION_MARKER, parse_files

PRIMITIVES = {
    "INTEGER": "int",
    "BOOLEAN": "bool",
    "OCTET STRING": "bytes",
    "BIT STRING": "BitString",
    "REAL": "float",
    "NULL": "None",
    "PrintableString": "str",
    "UTF8String": "str",
    "VisibleString": "str",
}


def canonical(name: str) -> str:
    """One spelling for names that an edition respelled (RC 7.00: neighbor to neighbour)."""
    return name.replace("Neighbor", "Neighbour").replace("neighbor", "neighbour")


@dataclass
class AsnType:
    """A type under its canonical name, with its definition in each edition, oldest first."""

    name: str
    spellings: list[str] = field(default_factory=list)
    definitions: list[tuple[str, dict[str, Any]]] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """The ASN.1 kind of the newest edition: SEQUENCE, CHOICE, ..."""
        return str(self.definitions[-1][1]["type"])

    @property
    def editions(self) -> list[str]:
        """The editions that have the type."""
        return [edition for edition, _ in self.definitions]


class Types:
    """The types of one ASN.1 module over its editions."""

    def __init__(self) -> None:
        self.types: dict[str, AsnType] = {}
        self.all_editions: list[str] = []

    def add(self, edition: str, definitions: dict[str, Any]) -> None:
        """Merge the definitions of one edition."""
        if edition not in self.all_editions:
            self.all_editions.append(edition)
        for spelling, definition in definitions.items():
            entry = self.types.setdefault(canonical(spelling), AsnType(canonical(spelling)))
            if spelling not in entry.spellings:
                entry.spellings.append(spelling)
            entry.definitions.append((edition, definition))


@functools.cache
def parse(path: Path) -> dict[str, Any]:
    """The parse tree of one schema file, module by module; parsed once a process, and not to be changed."""
    tree: dict[str, Any] = parse_files([str(path)])
    return tree


def members(definition: dict[str, Any]) -> list[dict[str, Any]]:
    """The members of a SEQUENCE or CHOICE without the extension marker."""
    return [member for member in definition["members"] if member is not EXTENSION_MARKER and member is not None]


def values(definition: dict[str, Any]) -> list[str]:
    """The names of an ENUMERATED without the extension marker."""
    return [value[0] for value in definition["values"] if value is not EXTENSION_MARKER and value is not None]


def tables(path: Path) -> dict[str, Any]:
    """The procedure and IE tables of one E2AP edition."""
    loaded: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return loaded

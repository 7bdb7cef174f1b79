"""JSON to values of a schema's types."""

import math
from collections.abc import Callable
from typing import Any

from oran_harness.codec.asn1 import BitString, Field
from oran_harness.codec.asn1.fault import Misfit
from oran_harness.codec.asn1.nodes.bit_string import BitStringNode
from oran_harness.codec.asn1.nodes.boolean import Boolean
from oran_harness.codec.asn1.nodes.character_string import CharacterString
from oran_harness.codec.asn1.nodes.choice import Choice
from oran_harness.codec.asn1.nodes.counted_text import CountedText
from oran_harness.codec.asn1.nodes.enumerated import Enumerated
from oran_harness.codec.asn1.nodes.field import UNKNOWN, FieldNode
from oran_harness.codec.asn1.nodes.integer import ExtensibleInteger, Integer
from oran_harness.codec.asn1.nodes.node import Node
from oran_harness.codec.asn1.nodes.null import Null
from oran_harness.codec.asn1.nodes.octet_string import OctetString
from oran_harness.codec.asn1.nodes.open_type import AnyOpenType, OpenType
from oran_harness.codec.asn1.nodes.real import Real
from oran_harness.codec.asn1.nodes.recursive import Recursive
from oran_harness.codec.asn1.nodes.sequence import Sequence
from oran_harness.codec.asn1.nodes.sequence_of import SequenceOf
from oran_harness.codec.json.mismatch import JsonMismatch, kind_of, member
from oran_harness.codec.json.structure import alternative, content, members
from oran_harness.codec.json.writer import UNREAD

_SPECIAL = {"inf": math.inf, "-inf": -math.inf, "nan": math.nan}
_CRITICALITIES = ("reject", "ignore", "notify")


def read(node: Node, document: Any, path: str) -> Any:
    """The value of the node's type that a piece of JSON stands for; raises ``JsonMismatch``."""
    if document is None:
        return None
    reader = _READERS.get(type(node)) or _inherited(node)
    return reader(node, document, path)


def octets(document: Any, path: str) -> bytes:
    """The octets of a text in hexadecimal; raises ``JsonMismatch``."""
    text = _text(document, path, "octets in hexadecimal")
    try:
        return bytes.fromhex(text)
    except ValueError:
        raise JsonMismatch(path, "this is no octets in hexadecimal, two digits each") from None


def unread(document: Any, path: str) -> tuple[int, str, bytes]:
    """Id, criticality and octets of an IE whose content is not given as a value; raises ``JsonMismatch``.

    A criticality that could not be read stays the ``unknown`` that the decoder calls it, which no encoder takes.
    """
    _object(document, path, "an object of id, criticality and octets")
    if document.keys() != {"id", "criticality", "octets"}:
        raise JsonMismatch(path, "an IE here has exactly the members id, criticality and octets")
    if document["criticality"] not in (*_CRITICALITIES, UNKNOWN):
        raise JsonMismatch(member(path, "criticality"), f"one of {', '.join(_CRITICALITIES)} must stand here")
    number = document["id"]
    if type(number) is not int:
        raise JsonMismatch(member(path, "id"), f"a number must stand here, not {kind_of(number)}")
    return number, document["criticality"], octets(document["octets"], member(path, "octets"))


def _sequence(node: Sequence, document: Any, path: str) -> Any:
    _object(document, path, f"an object, the {node.type_name}")
    known = {name: (key, inner) for name, key, inner in members(node)}
    values = node.fields.blank.copy()
    for name, inside in document.items():
        if name not in known:
            raise JsonMismatch(path, f"{node.type_name} has no member {_shown(name)}; it has {', '.join(known)}")
        key, inner = known[name]
        if inside is not None:
            values[key] = read(inner, inside, member(path, name))
    return node.fields.make(values)


def _sequence_of(node: SequenceOf, document: Any, path: str) -> tuple[Any, ...]:
    if not isinstance(document, list):
        raise JsonMismatch(path, f"a list must stand here, not {kind_of(document)}")
    return tuple(read(node.element, inside, f"{path}[{index}]") for index, inside in enumerate(document))


def _choice(node: Choice, document: Any, path: str) -> tuple[str, Any]:
    if not isinstance(document, dict) or len(document) != 1:
        raise JsonMismatch(path, f"an object with one of the members {', '.join(node.indices)} must stand here")
    ((name, inside),) = document.items()
    try:
        inner = alternative(node, name)
    except Misfit:
        raise JsonMismatch(path, f"{_shown(name)} is none of {', '.join(node.indices)}") from None
    return name, read(inner, inside, member(path, name))


def _field(node: FieldNode, document: Any, path: str) -> Any:
    if isinstance(document, dict) and document.keys() == {UNREAD}:
        number, criticality, inside = unread(document[UNREAD], member(path, UNREAD))
        return Field(number, criticality, None, inside)
    if not node.table.items:
        raise JsonMismatch(path, f'an object with the member "{UNREAD}" must stand here')
    return read(content(node), document, path)


def _inside(node: OpenType | Recursive, document: Any, path: str) -> Any:
    return read(node.inner, document, path)


def _boolean(node: Node, document: Any, path: str) -> bool:
    if not isinstance(document, bool):
        raise JsonMismatch(path, f"true or false must stand here, not {kind_of(document)}")
    return document


def _null(node: Null, document: Any, path: str) -> bool | None:
    if document is not True:
        raise JsonMismatch(path, f"{'true' if node.present else 'null'} must stand here, not {kind_of(document)}")
    return node.present


def _integer(node: Node, document: Any, path: str) -> int:
    if type(document) is int:
        return document
    if isinstance(document, str) and document.removeprefix("-").startswith("0x"):
        try:
            return int(document, 16)
        except ValueError:
            pass  # told below, like everything else that is no number
    raise JsonMismatch(path, f"a whole number must stand here, not {kind_of(document)}")


def _real(node: Node, document: Any, path: str) -> float:
    if isinstance(document, str) and document in _SPECIAL:
        return _SPECIAL[document]
    if isinstance(document, bool) or not isinstance(document, int | float):
        raise JsonMismatch(path, f"a number must stand here, not {kind_of(document)}")
    try:
        return float(document)
    except OverflowError:
        raise JsonMismatch(path, "this number is too large for a REAL") from None


def _octet_string(node: Node, document: Any, path: str) -> bytes:
    return octets(document, path)


def _bit_string(node: Node, document: Any, path: str) -> BitString:
    _object(document, path, "an object of octets and length in bits")
    length = document.get("length")
    if document.keys() != {"octets", "length"} or type(length) is not int:
        raise JsonMismatch(path, "a BIT STRING has exactly the members octets (hexadecimal) and length (bits)")
    return BitString(octets(document["octets"], member(path, "octets")), length)


def _string(node: Node, document: Any, path: str) -> str:
    return _text(document, path, "a text")


def _object(document: Any, path: str, wanted: str) -> None:
    if not isinstance(document, dict):
        raise JsonMismatch(path, f"{wanted}, must stand here, not {kind_of(document)}")


def _text(document: Any, path: str, wanted: str) -> str:
    if not isinstance(document, str):
        raise JsonMismatch(path, f"{wanted} must stand here, not {kind_of(document)}")
    return document


def _shown(name: str) -> str:
    return repr(name if len(name) <= 60 else name[:57] + "...")


_READERS: dict[type, Callable[[Any, Any, str], Any]] = {
    Sequence: _sequence,
    SequenceOf: _sequence_of,
    Choice: _choice,
    FieldNode: _field,
    OpenType: _inside,
    Recursive: _inside,
    Boolean: _boolean,
    Null: _null,
    Real: _real,
    Enumerated: _string,
    CharacterString: _string,
    CountedText: _string,
    OctetString: _octet_string,
    AnyOpenType: _octet_string,
    BitStringNode: _bit_string,
    ExtensibleInteger: _integer,
    Integer: _integer,
}


def _inherited(node: Node) -> Callable[[Any, Any, str], Any]:
    for kind in type(node).__mro__:
        if kind in _READERS:
            return _READERS[kind]
    return _unsupported


def _unsupported(node: Node, document: Any, path: str) -> Any:
    raise JsonMismatch(path, f"{node.type_name} has no JSON form")

"""The JSON form of the values of a schema."""

from typing import Any

from oran_harness.codec.asn1 import Asn1Codec
from oran_harness.codec.json.mismatch import JsonMismatch
from oran_harness.codec.json.reader import read
from oran_harness.codec.json.writer import write


class JsonForm:
    """Values of a schema's types as JSON (what ``json.loads`` gives) and back.

    | ASN.1 | JSON |
    |---|---|
    | SEQUENCE | object by ASN.1 member names, without the absent ones |
    | SEQUENCE OF | list |
    | CHOICE | object with one member, named as the alternative |
    | ENUMERATED, strings | text |
    | INTEGER | number; from 2 ** 1024 on text, ``"0x..."`` |
    | REAL | number, or ``"inf"``, ``"-inf"``, ``"nan"`` |
    | BOOLEAN | true, false |
    | NULL | null; true for a present member of a SEQUENCE |
    | OCTET STRING, open types | text in hexadecimal |
    | BIT STRING | object of ``octets`` in hexadecimal and ``length`` in bits |

    An alternative that the edition does not know keeps its name, ``unknown-3``, with the octets of its open type. The
    element of a list of IEs is its content alone; one that could not be read is
    ``{"unread IE": {"id", "criticality", "octets"}}``. What could not be read otherwise is null.
    """

    __slots__ = ("_codec",)

    def __init__(self, codec: Asn1Codec) -> None:
        self._codec = codec

    def to_json(self, type_name: str, value: Any) -> Any:
        """A decoded value as JSON; raises ``UsageError`` if the schema has no such type."""
        return write(self._codec.node(type_name), value)

    def from_json(self, type_name: str, document: Any, path: str = "") -> Any:
        """The value that JSON stands for, as the decoder gives it; ``path`` is where the document lies.

        Raises ``JsonMismatch`` if the JSON is not of the type's form, ``UsageError`` if the schema has no such type.
        Ranges and sizes are the encoder's to judge.
        """
        node = self._codec.node(type_name)
        try:
            return read(node, document, path)
        except RecursionError:
            raise JsonMismatch(path, "this is nested too deeply") from None

"""Aligned PER: schemas, and octets to values and back.

* ``codec`` - ``load_schema`` and ``Asn1Codec``, what the rest of the harness uses
* ``errors`` - what decoding and encoding raise; ``decoded``, ``trace``, ``unknown_addition`` - what they return
* ``bit_string`` - the value of a BIT STRING; ``field`` - open types whose content a key decides; ``container`` -
  messages that are lists of them
* ``cache`` - parsed schemas between runs, in files of ``kept``; ``passed_over`` - what the parser would lose;
  ``compiler``, ``tree`` - from asn1tools' types to
  ``nodes``
* ``generated`` - the same as ``nodes`` for octets and values that are as they should be, many times faster
* ``walker`` - values of any type, by chance, as recorded, as Hypothesis draws them
* ``illegal`` - values that break their type, and encodings that break PER, for negative tests
* ``nodes`` - how each kind of type is read and written; ``reader``, ``writer`` - the bits; ``fault`` - what goes wrong

asn1tools parses and compiles schemas; nothing outside of ``cache``, ``codec``, ``compiler``, ``tree`` and
``nodes.borrowed`` knows it.
"""

from oran_harness.codec.asn1.bit_string import BitString
from oran_harness.codec.asn1.cache import load_parsed
from oran_harness.codec.asn1.codec import Asn1Codec, load_schema
from oran_harness.codec.asn1.container import Container, ContainerRow, Regular
from oran_harness.codec.asn1.decoded import Decoded
from oran_harness.codec.asn1.errors import DecodeError, EncodeError
from oran_harness.codec.asn1.field import Field, FieldRow, FieldTable
from oran_harness.codec.asn1.generated import GIVEN_UP, Deviation, maker
from oran_harness.codec.asn1.trace import TraceNode
from oran_harness.codec.asn1.unknown_addition import UnknownAddition

__all__ = [
    "GIVEN_UP",
    "Asn1Codec",
    "BitString",
    "Container",
    "ContainerRow",
    "DecodeError",
    "Decoded",
    "Deviation",
    "EncodeError",
    "Field",
    "FieldRow",
    "FieldTable",
    "Regular",
    "TraceNode",
    "UnknownAddition",
    "load_parsed",
    "load_schema",
    "maker",
]

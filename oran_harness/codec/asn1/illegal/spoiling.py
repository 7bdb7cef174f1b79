"""One thing wrong in a legal value."""

from dataclasses import dataclass
from typing import Any

from oran_harness.codec.asn1.illegal.encodings import encodings, of_message
from oran_harness.codec.asn1.illegal.places import Place, places
from oran_harness.codec.asn1.illegal.ways import Way, ways
from oran_harness.codec.asn1.illegal.writing import write_complete
from oran_harness.codec.asn1.nodes.node import Node
from oran_harness.codec.asn1.walker.chooser import Chooser
from oran_harness.model.complaint import ComplaintKind


@dataclass(frozen=True, slots=True)
class Spoiled:
    """A value for ``Asn1Codec.encode_illegal``, and where and how it is wrong.

    ``kind`` is what strict decoding calls it, ``said`` tells it in a few words.
    """

    value: Any
    path: str
    kind: ComplaintKind
    said: str


def spoil(node: Node, value: Any, chooser: Chooser) -> Spoiled:
    """The value with one thing wrong that its octets tell.

    First the kind is chosen: places at which the rarer ones can be are few.
    """
    found: dict[ComplaintKind, list[tuple[Place, Way]]] = {}
    whole = len(write_complete(node, value))
    parts = list(places(node, value))
    for place in parts:
        for way in (*ways(place.node, place.value), *encodings(place.node, place.value, whole)):
            found.setdefault(way.kind, []).append((place, way))
    for way in of_message(node, value):
        found.setdefault(way.kind, []).append((parts[0], way))
    kinds = sorted(found)
    candidates = found[kinds[chooser.index(len(kinds))]]
    place, way = candidates[chooser.index(len(candidates))]
    return Spoiled(place.rebuild(way.make(chooser)), place.path, way.kind, way.said)

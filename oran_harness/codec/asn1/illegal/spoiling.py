"""One thing wrong in a legal value."""

from dataclasses import dataclass
from typing import Any

from oran_harness.codec.asn1.illegal.places import Place, places
from oran_harness.codec.asn1.illegal.ways import Way, ways
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


def spoil(node: Node, value: Any, chooser: Chooser) -> Spoiled | None:
    """The value with one thing wrong that its octets tell; None if nothing of it can be wrong in such a way.

    First the kind is chosen: places at which the rarer ones can be are few.
    """
    found: dict[ComplaintKind, list[tuple[Place, Way]]] = {}
    for place in places(node, value):
        for way in ways(place.node, place.value):
            found.setdefault(way.kind, []).append((place, way))
    if not found:
        return None
    kinds = sorted(found)
    candidates = found[kinds[chooser.index(len(kinds))]]
    place, way = candidates[chooser.index(len(candidates))]
    return Spoiled(place.rebuild(way.make(chooser)), place.path, way.kind, way.said)

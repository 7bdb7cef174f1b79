"""Criticalities other than those that the schema's tables fix: generated decoders note them and read on."""

from dataclasses import dataclass

from oran_harness.codec.asn1.fault import join_path
from oran_harness.codec.asn1.field import FieldRow
from oran_harness.codec.asn1.generated.field_head import FieldHead
from oran_harness.codec.asn1.generated.off import Rare
from oran_harness.codec.asn1.generated.twin import maker
from oran_harness.codec.asn1.reader import MAXIMUM_COMPLAINTS
from oran_harness.model.complaint import Complaint, ComplaintKind

_complaint = maker(Complaint)


@dataclass(slots=True)
class Deviation:
    """A criticality, and the bit of the message at which it stands; ``names`` is its path, innermost first."""

    row: FieldRow
    bit: int
    criticality: str
    names: list[str]

    def complaint(self) -> Complaint:
        """What the nodes say about it."""
        row, actual = self.row, self.criticality
        made: Complaint = _complaint(
            ComplaintKind.CRITICALITY,
            join_path(reversed(self.names)),
            self.bit >> 3,
            self.bit & 7,
            f"{row.name} carries criticality {actual}",
            row.criticality,
            actual,
        )
        return made


Deviations = list[Deviation] | tuple[()]
"""A list of what was noted; ``STRICT`` where nothing may be."""
STRICT = ()


def other_criticality(c: Deviations, d: bytes, i: int, known: FieldHead, tail: bytes) -> None:
    """Note another criticality of the head at octet ``i``, with ``tail`` behind it; all else is left to the nodes."""
    behind = i + len(known.octets)
    criticality = known.others.get(d[i:behind])
    if criticality is None or d[behind : behind + len(tail)] != tail or isinstance(c, tuple):
        raise Rare
    if len(c) >= MAXIMUM_COMPLAINTS:
        raise Rare
    c.append(Deviation(known.row, 8 * i + known.bit, criticality, [known.row.name]))


def under(c: Deviations, mark: int, name: str) -> None:
    """What was noted since ``mark`` lies in a part of that name."""
    for deviation in c[mark:]:
        deviation.names.append(name)

"""Which E2AP editions accept octets, and which one an end of an association speaks.

No version is negotiated on the wire (E2AP 6), so it has to be told from what is sent: from the editions that accept
each message as it is, every open type consumed whole.
"""

import functools
from collections import OrderedDict
from dataclasses import dataclass, replace

from oran_harness.codec.asn1 import maker
from oran_harness.model.complaint import ComplaintKind
from oran_harness.protocols.e2ap.codec import E2apCodec, codec
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.regular import KIND
from oran_harness.protocols.e2ap.tables import editions

MOST_KEPT = 512
LARGEST_KEPT = 4096
"""Octets of the largest message whose readings are kept."""
_KEPT: OrderedDict[tuple[str, bytes, bool], DecodedMessage] = OrderedDict()
"""Readings that are asked for once more, oldest first."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """One message in the edition that fits best, and all editions that accept it."""

    decoded: DecodedMessage
    accepting: tuple[str, ...]

    def read_by(self, edition: str) -> DecodedMessage:
        """The message as an edition reads it."""
        octets = self.decoded.octets
        reader, own = codec(edition), codec(self.decoded.edition)
        if _definition(reader, octets, edition) != _definition(own, octets, own.edition):
            return reader.decode(octets)
        return self.decoded if edition == own.edition else replace(self.decoded, edition=edition)


_sighting = maker(Sighting)


def accepting_editions(octets: bytes) -> tuple[str, ...]:
    """The editions, oldest first, to which the octets of one message conform."""
    return _sight(octets, editions()).accepting


def best_reading(octets: bytes) -> Sighting:
    """The message in the oldest edition that accepts it; if none does, in the one with the least to complain about."""
    return _sight(octets, editions())


class Speaker:
    """One end of an association: which editions it may be speaking, after all that it has sent.

    ``candidates`` are the editions that accept every message so far, oldest first. ``contradiction`` is set
    once two messages fit no common edition; ``candidates`` then follows the later one. ``read_again`` tells that
    another ``Speaker`` will soon see the same: readings are kept for it.
    """

    def __init__(self, *, read_again: bool = False) -> None:
        self._read_again = read_again
        self.candidates = editions()
        self.contradiction = False
        self.heard = 0

    @property
    def edition(self) -> str:
        """The oldest edition that fits all that was sent."""
        return self.candidates[0]

    def see(self, octets: bytes) -> Sighting:
        """Read the next message that this end sent."""
        sighting = _sight(octets, self.candidates, self._read_again)
        if not sighting.accepting:
            others = tuple(edition for edition in editions() if edition not in self.candidates)
            elsewhere = _sight(octets, others, self._read_again) if others else sighting
            if elsewhere.accepting:
                self.contradiction = self.contradiction or self.heard > 0
                sighting = elsewhere
        if sighting.accepting:
            self.heard += 1
            self.candidates = sighting.accepting
        return sighting


def _sight(octets: bytes, among: tuple[str, ...], keep: bool = False) -> Sighting:
    if among and len(_alike(among, octets[:KIND])) == 1:
        decoded = _decoded(codec(among[0]), octets, keep, False)
        if decoded.conforms:
            return _sighting(decoded, among)
    # All that is wrong has to be known only where no edition accepts the octets.
    readings = _readings(octets, among, keep, thorough=False)
    accepting = tuple(edition for edition, decoded in readings.items() if decoded.conforms)
    if not accepting:
        readings = _readings(octets, among, keep, thorough=True)
    best = min(readings.values(), key=lambda decoded: (not decoded.conforms, _weight(decoded)))
    return Sighting(best, accepting)


def _readings(octets: bytes, among: tuple[str, ...], keep: bool, *, thorough: bool) -> dict[str, DecodedMessage]:
    """What each edition reads. Those that define a message alike read it alike: one decoding serves all of them."""
    readings: dict[str, DecodedMessage] = {}
    for alike in _alike(among, octets[:KIND]):
        readings.update(dict.fromkeys(alike, _decoded(codec(alike[0]), octets, keep, thorough)))
    return {edition: readings[edition] for edition in among}


@functools.lru_cache(maxsize=4096)
def _alike(among: tuple[str, ...], kind: bytes) -> tuple[tuple[str, ...], ...]:
    """The editions, those together that define the message of this kind alike."""
    found: dict[str, list[str]] = {}
    for edition in among:
        found.setdefault(_definition(codec(edition), kind, edition), []).append(edition)
    return tuple(map(tuple, found.values()))


def _decoded(reader: E2apCodec, octets: bytes, keep: bool, thorough: bool) -> DecodedMessage:
    key = (reader.edition, octets, thorough)
    kept = _KEPT.pop(key, None) if _KEPT else None
    if kept is not None and not keep:
        return kept
    decoded = kept or reader.decode(octets, thorough=thorough)
    if keep and len(octets) <= LARGEST_KEPT:
        _KEPT[key] = decoded
        if len(_KEPT) > MOST_KEPT:
            _KEPT.popitem(last=False)
    return decoded


def _definition(reader: E2apCodec, octets: bytes, edition: str) -> str:
    name = reader.name_of(octets)
    return edition if name is None else reader.fingerprint(name)


def _weight(decoded: DecodedMessage) -> tuple[bool, int, int]:
    if decoded.conforms:
        # Of the editions that it conforms to, one that finds all padding zero is likelier the sender's.
        padding = sum(complaint.kind is ComplaintKind.PADDING for complaint in decoded.complaints)
        return False, padding, 0
    known = [complaint for complaint in decoded.complaints if complaint.kind.breaks_syntax]
    return decoded.message is None, len(known), -len(decoded.ies)

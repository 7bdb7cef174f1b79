"""Which association a packet belongs to: by tag and ports first, by addresses where tags are not known yet.

A verification tag is chosen at random by the receiver for one association (RFC 9260 5.3.1), so that equal ports and
an equal tag join packets on different paths of a multi-homed association, while a restart with new tags becomes a new
one. An end that takes the same tag each time is told apart by addresses as soon as a handshake was seen.
"""

from ipaddress import IPv4Address, IPv6Address

from oran_harness.captures.assembly import Budget
from oran_harness.captures.association import MOST_PATHS, Association, Direction, End
from oran_harness.captures.chunks import TAG_REFLECTED, ChunkType, Opening, walk

MOST_ASSOCIATIONS = 4096
"""Associations known at once; beyond, a quarter is forgotten, those first that were silent longest."""
_MOST_CANDIDATES = 64
_MOST_OFFERS = 8
_MASK = 0xFFFFFFFF
_NEAR = 65_536


def end_name(address: bytes, port: bytes) -> str:
    """An end as events name it: ``192.0.2.1:36421``, ``[2001:db8::1]:36421``."""
    number = int.from_bytes(port, "big")
    if len(address) == 4:
        return f"{IPv4Address(address)}:{number}"
    return f"[{IPv6Address(address)}]:{number}"


class AssociationTable:
    """All associations known at a moment.

    ``paths`` is the fast way from addresses, ports and tag (one string of octets) to a direction.
    """

    def __init__(self, budget: Budget) -> None:
        self.paths: dict[bytes, Direction] = {}
        self._budget = budget
        self._associations: dict[int, Association] = {}
        self._tags: dict[bytes, list[Direction]] = {}
        self._endpoints: dict[bytes, Direction] = {}
        self._half_known: dict[bytes, list[Direction]] = {}

    def __len__(self) -> int:
        return len(self._associations)

    def everything(self) -> list[Association]:
        """All associations, oldest first."""
        return list(self._associations.values())

    def find(self, addresses: bytes, packet: bytes) -> Direction:
        """The direction that a packet (not an INIT) travels in; a new association if it belongs to none."""
        ports, tag = packet[:4], packet[4:8]
        if packet[12] in (ChunkType.ABORT, ChunkType.SHUTDOWN_COMPLETE) and packet[13] & TAG_REFLECTED:
            back = self._by_tag(_swap(addresses), _swap(ports), tag)
            if back is not None:
                return back.reverse
            there = self._endpoints.get(addresses + ports)
            if there is not None and there.tag is None:
                return there
            return self._add(addresses, ports).directions[0]
        found = self._by_tag(addresses, ports, tag) or self._adopt(addresses, packet)
        if found is None:
            found = self._add(addresses, ports).directions[0]
            self._set_tag(found, tag)
            half_known = self._half_known.setdefault(found.reverse.ports, [])
            half_known.append(found.reverse)
            del half_known[:-_MOST_CANDIDATES]
        self._remember(found, addresses, tag)
        return found

    def open(self, addresses: bytes, ports: bytes, opening: Opening) -> Direction:
        """The direction of an INIT: of the association that it repeats, or of a new one."""
        known = self._by_tag(_swap(addresses), _swap(ports), opening.tag)
        if known is not None and _repeats(known, addresses, opening):
            return known.reverse
        before = self._endpoints.get(addresses + ports)
        there = self._add(addresses, ports).directions[0]
        association = there.association
        if before is not None:
            old = before.association if before.association.up else before.association.predecessor
            association.predecessor = None if old is None or old.closed else old
        association.handshake = True
        association.initiator = there.source
        there.source.addresses.update(opening.addresses)
        there.reassembly.start(opening.tsn)
        self._set_tag(there.reverse, opening.tag)
        return there

    def answer(self, there: Direction, opening: Opening) -> None:
        """An INIT ACK travels in direction ``there``: learn what it tells."""
        association, back = there.association, there.reverse
        association.handshake = True
        association.initiator = association.initiator or there.target
        there.source.addresses.update(opening.addresses)
        if len(association.offers) < _MOST_OFFERS:
            association.offers[opening.tag] = opening.tsn
        there.reassembly.start(opening.tsn)
        # Both ends sent INIT at once (RFC 9260 5.2.1): the other INIT was this association's too.
        for rival in list(self._tags.get(back.ports + opening.tag, ())):
            other = rival.association
            if other is not association and other.number is None and other.initiator is rival.target:
                self.forget(other)
        self._set_tag(back, opening.tag)

    def _by_tag(self, addresses: bytes, ports: bytes, tag: bytes) -> Direction | None:
        """The direction with this tag whose ends fit best; the newest of equals.

        Without any known address only an association whose handshake was not seen fits: it may have others.
        """
        half = len(addresses) // 2
        source, target = addresses[:half], addresses[half:]
        best, found = 0, None
        for direction in reversed(self._tags.get(ports + tag, ())):
            fits = (source in direction.source.addresses) + (target in direction.target.addresses)
            fits = fits * 2 + (not direction.association.handshake)
            if fits > best:
                best, found = fits, direction
        return found

    def _adopt(self, addresses: bytes, packet: bytes) -> Direction | None:
        """The direction, tag unknown so far, that a packet belongs to by its addresses or its TSNs."""
        ports, tag = packet[:4], packet[4:8]
        there = self._endpoints.get(addresses + ports)
        if there is not None and there.tag is None and not there.association.closed:
            self._set_tag(there, tag)
            return there
        for direction in self._half_known.get(ports, ()):
            if _acknowledges(packet, direction):
                self._set_tag(direction, tag)
                return direction
        return None

    def _add(self, addresses: bytes, ports: bytes) -> Association:
        half = len(addresses) // 2
        source = End(end_name(addresses[:half], ports[:2]), {addresses[:half]})
        target = End(end_name(addresses[half:], ports[2:]), {addresses[half:]})
        association = Association.between(source, target, ports, self._budget)
        self._associations[id(association)] = association
        for key, direction in zip(
            (addresses + ports, _swap(addresses) + _swap(ports)), association.directions, strict=True
        ):
            self._endpoints[key] = direction
            association.keys.append(key)
        return association

    def _set_tag(self, direction: Direction, tag: bytes) -> None:
        direction.tag = tag
        half_known = self._half_known.get(direction.ports, [])
        if direction in half_known:
            half_known.remove(direction)
        key = direction.ports + tag
        candidates = self._tags.setdefault(key, [])
        if direction in candidates or len(direction.association.keys) >= MOST_PATHS:
            return
        for rival in candidates:
            # An end that takes the same tag again: what comes now belongs to the newer association.
            for path in [path for path in rival.association.keys if path.endswith(key)]:
                self.paths.pop(path, None)
        candidates.append(direction)
        direction.association.keys.append(key)
        del candidates[:-_MOST_CANDIDATES]

    def _remember(self, direction: Direction, addresses: bytes, tag: bytes) -> None:
        """The next packet on this path is found at once."""
        keys = direction.association.keys
        if len(keys) < MOST_PATHS:
            half = len(addresses) // 2
            direction.source.addresses.add(addresses[:half])
            direction.target.addresses.add(addresses[half:])
            self.paths[addresses + direction.ports + tag] = direction
            keys.append(addresses + direction.ports + tag)

    def crowded(self) -> list[Association]:
        """The associations to forget now: none while there is room."""
        if len(self._associations) <= MOST_ASSOCIATIONS:
            return []
        oldest = sorted(self._associations.values(), key=lambda association: association.last_frame)
        return oldest[: MOST_ASSOCIATIONS // 4]

    def forget(self, association: Association) -> None:
        """Remove every trace of an association."""
        self._associations.pop(id(association), None)
        for key in association.keys:
            for index in (self.paths, self._endpoints):
                direction = index.get(key)
                if direction is not None and direction.association is association:
                    del index[key]
            self._leave(self._tags, key, association)
        for direction in association.directions:
            self._leave(self._half_known, direction.ports, association)

    @staticmethod
    def _leave(index: dict[bytes, list[Direction]], key: bytes, association: Association) -> None:
        waiting = index.get(key)
        if waiting is not None:
            waiting[:] = [direction for direction in waiting if direction.association is not association]
            if not waiting:
                del index[key]


def _swap(pair: bytes) -> bytes:
    """Source and target the other way round."""
    half = len(pair) // 2
    return pair[half:] + pair[:half]


def _repeats(known: Direction, addresses: bytes, opening: Opening) -> bool:
    """Whether an INIT with the tag of a known direction is a retransmission.

    Clients that take equal ports and tags towards one server are told apart by their own addresses.
    """
    own = (addresses[: len(addresses) // 2], *opening.addresses)
    open_still = known.association.handshake and not known.association.closed
    return open_still and not known.target.addresses.isdisjoint(own)


def _acknowledges(packet: bytes, direction: Direction) -> bool:
    """Whether a packet's TSNs show that it answers, or is answered by, what the other direction carried."""
    for kind, _, start, end in walk(packet):
        if end - start < 8:
            continue
        tsn = int.from_bytes(packet[start + 4 : start + 8], "big")
        near = -1
        if kind in (ChunkType.SACK, ChunkType.NR_SACK, ChunkType.SHUTDOWN):
            near = direction.reverse.reassembly.next_tsn
        elif kind in (ChunkType.DATA, ChunkType.I_DATA):
            near = direction.reassembly.acknowledged
        if near >= 0 and (tsn - near + _NEAR) & _MASK < 2 * _NEAR:
            return True
    return False

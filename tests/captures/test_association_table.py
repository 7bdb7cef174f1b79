from struct import pack

from oran_harness.captures.assembly import Budget
from oran_harness.captures.association import MOST_PATHS
from oran_harness.captures.association_table import MOST_ASSOCIATIONS, AssociationTable, end_name
from oran_harness.captures.chunks import Opening
from tests.captures import packets
from tests.captures.packets import sctp

A, B, C, D = (bytes([10, 0, 0, n]) for n in (1, 2, 3, 4))
PORTS = pack(">HH", 50_000, 36_421)
BACK = pack(">HH", 36_421, 50_000)
ACK = packets.COOKIE_ACK


def tag(number: int) -> bytes:
    return number.to_bytes(4, "big")


def there(number: int, *chunks: bytes) -> bytes:
    return sctp(50_000, 36_421, number, *(chunks or (ACK,)))


def back(number: int, *chunks: bytes) -> bytes:
    return sctp(36_421, 50_000, number, *(chunks or (ACK,)))


def table() -> AssociationTable:
    return AssociationTable(Budget())


def shaken() -> AssociationTable:
    """A knows tag 10 of itself and 11 of B, each told by INIT and INIT ACK."""
    made = table()
    made.open(A + B, PORTS, Opening(tag(10), 1, ()))
    made.answer(made.find(B + A, back(10)), Opening(tag(11), 1, ()))
    return made


def test_names_of_ends() -> None:
    """IPv4 plain, IPv6 in brackets."""
    assert end_name(A, b"\0\x50") == "10.0.0.1:80"
    assert end_name(bytes(15) + b"\1", pack(">H", 36_421)) == "[::1]:36421"


def test_handshake_joins_both_directions() -> None:
    """Tags told by INIT and INIT ACK lead packets of both directions to one association."""
    made = shaken()
    one, two = made.find(A + B, there(11)), made.find(B + A, back(10))
    assert one.reverse is two
    assert one.source.name == "10.0.0.1:50000"
    assert len(made) == 1
    assert made.paths[A + B + PORTS + tag(11)] is one


def test_other_paths_of_one_association() -> None:
    """Multi-homing: equal tags and ports on other addresses are the same association, under the names seen first."""
    made = shaken()
    one = made.find(A + B, there(11))
    assert made.find(A + D, there(11)) is one
    assert made.find(C + D, there(11)) is one
    assert made.find(D + C, back(10)) is one.reverse
    assert one.source.name == "10.0.0.1:50000"


def test_addresses_of_an_init_are_known() -> None:
    """An address that INIT names belongs to its sender, also on a path where nothing else is known."""
    made = table()
    one = made.open(A + B, PORTS, Opening(tag(10), 1, (C,)))
    assert made.find(D + C, back(10)) is one.reverse


def test_equal_tags_of_strangers() -> None:
    """After a handshake, equal tags and ports between entirely other hosts are another association."""
    made = shaken()
    assert made.find(C + D, there(11)).association is not made.find(A + B, there(11)).association


def test_joins_the_middle_by_addresses() -> None:
    """Without a handshake the way back is found by addresses and ports."""
    made = table()
    one = made.find(A + B, there(77))
    assert made.find(B + A, back(78)) is one.reverse
    assert made.find(B + A, back(78)) is one.reverse
    assert len(made) == 1


def test_joins_the_middle_on_other_paths() -> None:
    """Without a handshake other paths join by tag, and the way back on other addresses by what it acknowledges."""
    made = table()
    one = made.find(A + B, there(77))
    one.reassembly.start(500)
    assert made.find(C + D, there(77)) is one
    assert made.find(D + A, back(78, packets.sack(505))) is one.reverse
    assert made.find(B + D, back(99, packets.sack(90_000_000))).association is not one.association


def test_joins_data_to_acknowledgements() -> None:
    """Without a handshake, and acknowledgements first: DATA near them is the other direction."""
    made = table()
    one = made.find(A + B, there(77))
    one.reverse.reassembly.acknowledge(700, 0)
    assert made.find(D + C, back(78, packets.data(701, b"x"))) is one.reverse


def test_new_tags_are_a_new_association() -> None:
    """Known tags on both sides, and a packet with another: not the same association."""
    made = shaken()
    old = made.find(A + B, there(11)).association
    assert made.find(A + B, there(12)).association is not old


def test_a_repeated_init_opens_nothing() -> None:
    """A retransmitted INIT, to another address too, belongs to what it opened; one with a new tag opens anew."""
    made = table()
    one = made.open(A + B, PORTS, Opening(tag(10), 1, ()))
    assert made.open(A + B, PORTS, Opening(tag(10), 1, ())) is one
    assert made.open(A + C, PORTS, Opening(tag(10), 1, ())) is one
    assert made.open(A + B, PORTS, Opening(tag(20), 1, ())) is not one


def test_an_end_that_repeats_its_tags() -> None:
    """The same tags again after the end: packets belong to the newer association."""
    made = shaken()
    old = made.find(A + B, there(11)).association
    old.closed = True
    new = made.open(A + B, PORTS, Opening(tag(10), 1, ()))
    made.answer(made.find(B + A, back(10)), Opening(tag(11), 1, ()))
    assert new.association is not old
    assert made.find(A + B, there(11)) is new
    assert made.paths.get(A + B + PORTS + tag(11)) is new


def test_a_restart_knows_what_it_replaces() -> None:
    """An INIT between the ends of an association that is up has it as predecessor, refused ones in between or not."""
    made = shaken()
    old = made.find(A + B, there(11)).association
    old.up = True
    assert made.open(A + B, PORTS, Opening(tag(20), 1, ())).association.predecessor is old
    assert made.open(A + B, PORTS, Opening(tag(30), 1, ())).association.predecessor is old
    old.closed = True
    assert made.open(A + B, PORTS, Opening(tag(40), 1, ())).association.predecessor is None


def test_both_ends_open_at_once() -> None:
    """INITs that cross are one association (RFC 9260 5.2.1)."""
    made = table()
    one = made.open(A + B, PORTS, Opening(tag(10), 1, ()))
    made.open(B + A, BACK, Opening(tag(11), 1, ()))
    made.answer(made.find(B + A, back(10)), Opening(tag(11), 1, ()))
    made.answer(made.find(A + B, there(11)), Opening(tag(10), 1, ()))
    assert len(made) == 1
    assert made.find(A + B, there(11)) is one
    assert one.association.initiator is one.source


def test_reflected_tags() -> None:
    """With the T bit set the tag is that of the other direction."""
    made = shaken()
    one = made.find(A + B, there(11))
    assert made.find(B + A, back(11, packets.abort(reflected=True))) is one.reverse
    assert made.find(D + C, back(99, packets.abort(reflected=True))).association is not one.association


def test_a_reflected_tag_before_any_is_known() -> None:
    """An ABORT that reflects a tag nobody has seen yet belongs to the association of its addresses."""
    made = table()
    one = made.open(A + B, PORTS, Opening(tag(10), 1, ()))
    assert made.find(A + B, there(55, packets.abort(reflected=True))) is one


def test_forgets_without_trace() -> None:
    """A forgotten association leaves nothing behind in any index."""
    made = shaken()
    made.find(A + C, there(11))
    made.find(C + D, sctp(1, 2, 3, ACK))
    for association in made.everything():
        made.forget(association)
    indexes = {name: value for name, value in vars(made).items() if isinstance(value, dict)}
    assert len(indexes) == 5
    assert all(not value for value in indexes.values())


def test_many_paths_are_not_remembered() -> None:
    """A flood of addresses or tags on one association stays bounded, and its packets are still found."""
    made = shaken()
    one = made.find(A + B, there(11))
    for number in range(500):
        assert made.find(A + number.to_bytes(4, "big"), there(11)) is one
        made.answer(one.reverse, Opening(tag(1000 + number), 1, ()))
    assert len(one.association.keys) <= MOST_PATHS
    assert len(made.paths) <= MOST_PATHS
    assert len(one.association.offers) <= 8


def test_crowds_are_thinned_out() -> None:
    """Beyond the bound those are named that were silent longest."""
    made = table()
    for number in range(MOST_ASSOCIATIONS + 1):
        made.find(A + B, sctp(number % 60_000, 1, 5, ACK)).association.last_frame = number
    crowd = made.crowded()
    assert [association.last_frame for association in crowd] == list(range(MOST_ASSOCIATIONS // 4))
    for association in crowd:
        made.forget(association)
    assert made.crowded() == []

"""What a message leaves for those that follow."""

from oran_harness.checkers.association import Association, End, History
from oran_harness.checkers.sighted import (
    complaints_of,
    hashable,
    is_empty,
    last_sn,
    last_stream,
    note_indication,
    note_stream,
)
from oran_harness.model import Event, EventKind, Role
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.engine import Association as Procedures
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.speaker import Sighting, Speaker
from tests.checkers.scene import indication, setup_request, subscription

NODE, RIC = End("node", Role.E2_NODE), End("ric", Role.NEAR_RT_RIC)
EVENT = Event(1, 0.0, EventKind.OCTETS, stream=3)


def association() -> Association:
    """One that begins."""
    return Association("1", NODE, RIC, History(), Procedures(), began=EVENT, whole=True)


def sighting(message: Message) -> Sighting:
    """What a message is seen to be."""
    return Speaker().see(codec("2.03").encode(message))


def test_streams_are_noted_by_what_travels_on_them() -> None:
    """RIC services on the one side, the interface's own procedures on the other."""
    some = association()
    note_stream(some, EVENT, sighting(setup_request()))
    note_stream(some, Event(2, 0.0, EventKind.OCTETS, stream=4), sighting(indication()))
    assert (some.support_streams, some.service_streams) == ({3}, {4})


def test_indications_are_compared_with_the_one_before() -> None:
    """Of the same subscription and action, until the RIC says something about it."""
    some, seen = association(), sighting(indication(sn=7))
    assert (last_stream(some, seen), last_sn(some, seen)) == (None, None)
    note_indication(some, EVENT, NODE, seen)
    assert (last_stream(some, seen), last_sn(some, seen)) == (3, 7)
    note_indication(some, EVENT, RIC, sighting(subscription()))
    assert (last_stream(some, seen), last_sn(some, seen)) == (None, None)
    assert last_stream(some, sighting(setup_request())) is None


def test_messages_are_read() -> None:
    """Whether there is anything in one, and what is wrong with it."""
    assert is_empty(m.E2nodeConfigurationUpdate(1))
    assert not is_empty(setup_request())
    assert complaints_of(sighting(setup_request())) == ()


def test_what_cannot_be_a_key_is_none() -> None:
    """What could not be read whole may hold lists."""
    assert hashable(([],)) is None
    assert hashable((1,)) == (1,)

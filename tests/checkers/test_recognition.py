"""Which associations carry E2AP."""

import pytest

from oran_harness.checkers.recognition import Protocol, Recognition
from oran_harness.model import Event, EventKind
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.decoded import ReceivedIe
from tests.checkers.scene import indication, setup_request

SETUP = codec("2.03").encode(setup_request())
INDICATION = codec("2.03").encode(indication())
# An E42 setup request: procedure 14, which in E2AP is a modification without such an IE.
E42 = bytes.fromhex("000e000c000001000a000500000800010000")


def event(octets: bytes, ppid: int | None = 0, port: int = 36422) -> Event:
    """A message from some port."""
    return Event(1, 0.0, EventKind.OCTETS, "1", "192.0.2.2:40000", f"192.0.2.1:{port}", 0, ppid, octets)


@pytest.mark.parametrize("ppid", [70, 71, 72])
def test_the_ppid_tells(ppid: int) -> None:
    """E2's own PPIDs mean E2AP, whatever the octets are."""
    assert Recognition(told=False, whole=True).judge(event(b"\xff", ppid)) is Protocol.E2AP


def test_a_history_of_ours_tells() -> None:
    """Where the history names the roles of its ends it is about E2."""
    assert Recognition(told=True, whole=True).judge(event(b"\xff")) is Protocol.E2AP


def test_the_customary_port_is_a_hint() -> None:
    """On port 36421 and without a PPID even garbage is E2AP's."""
    assert Recognition(told=False, whole=True).judge(event(b"\xff", port=36421)) is Protocol.E2AP


@pytest.mark.parametrize("octets", [SETUP, INDICATION])
def test_messages_tell(octets: bytes) -> None:
    """On any port a message that some edition accepts is E2AP."""
    assert Recognition(told=False, whole=True).judge(event(octets)) is Protocol.E2AP


def test_a_faulty_message_is_still_e2ap() -> None:
    """A Setup request that lacks an IE is a faulty Setup request, not another protocol."""
    faulty = codec("2.03").encode(setup_request(), layout=(3, 10, 50))
    assert Recognition(told=False, whole=True).judge(event(faulty)) is Protocol.E2AP


def test_mostly_foreign_ies_are_not_e2ap() -> None:
    """A message whose IEs mostly do not belong to it is another protocol's."""
    foreign = tuple(ReceivedIe(200 + number, "IE", "ignore", b"\0", 0) for number in range(4))
    octets = codec("2.03").encode(setup_request(), layout=(3, *foreign))
    assert Recognition(told=False, whole=True).judge(event(octets)) is Protocol.OTHER


def test_the_first_message_of_a_whole_association_decides() -> None:
    """E2AP begins with Setup: what begins otherwise is something else, however its later messages look."""
    assert Recognition(told=False, whole=True).judge(event(E42)) is Protocol.OTHER


def test_a_record_from_the_middle_gets_more_tries() -> None:
    """Where the beginning is missing some messages may be unreadable before one decides."""
    recognition = Recognition(told=False, whole=False)
    assert [recognition.judge(event(E42)) for _ in range(3)] == [Protocol.UNDECIDED] * 3
    assert recognition.judge(event(INDICATION)) is Protocol.E2AP
    assert recognition.judge(event(E42)) is Protocol.OTHER

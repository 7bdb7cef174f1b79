"""What comes and goes on associations is read once, recorded, and followed by the engine (see test_performance)."""

from hypothesis import given
from hypothesis import strategies as st

from oran_harness.drivers.associations import needs_answer
from oran_harness.drivers.demand import SendOctets
from oran_harness.model import EventKind, Role
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.elements import RICaction_ToBeSetup_Item, RICrequestID, RICsubscriptionDetails
from oran_harness.protocols.e2ap.engine import AssociationState
from oran_harness.protocols.e2ap.message import Message
from oran_harness.steps import Peer
from oran_harness.steps.offers import node_offer, setup_request
from tests.drivers.scene import NODE, RIC, octets
from tests.drivers.stage import Stage

SETUP = setup_request(node_offer(number=7), 1)


async def waiting(ric: Peer) -> None:
    await ric.open()
    await ric.pause(100)


def test_requests_that_need_an_answer() -> None:
    """Class 1, begun by the role under test."""
    assert needs_answer(SETUP, NODE)
    assert not needs_answer(SETUP, RIC)
    assert not needs_answer(m.RICserviceQuery(1), RIC)
    assert not needs_answer(m.E2setupResponse(1), RIC)
    assert needs_answer(m.ResetRequest(1), RIC)
    assert needs_answer(m.ResetRequest(1), NODE)


def test_names_count_up_and_the_newest_that_stands_is_here() -> None:
    """Also when it ends."""
    stage = Stage(waiting)
    assert [stage.up(), stage.up()] == ["1", "2"]
    peer = stage.performance.peer
    assert peer.here == "2"
    stage.ends("abort", "2")
    assert peer.here == "1"
    stage.ends("shutdown", "1")
    assert peer.here is None


def test_both_directions_are_followed() -> None:
    """What was answered automatically, too."""
    stage = Stage(waiting)
    stage.up()
    stage.hears(SETUP)
    engine = stage.performance.peer.associations["1"]
    assert engine.state is AssociationState.OPERATIONAL
    assert engine.node_id == SETUP.global_e2_node_id
    assert engine.ric_id is not None


def test_what_is_owed_in_the_end_goes_on_the_stream_of_its_kind() -> None:
    """RIC services do not share a stream with the procedures of the interface (E2GAP 6.2), also when a case is over."""

    async def body(ric: Peer) -> None:
        await ric.open()
        await ric.expect(m.RICsubscriptionModificationRequired)

    stage = Stage(body)
    stage.up()
    stage.hears(m.RICsubscriptionModificationRequired(RICrequestID(1, 2), 3))
    answer = next(each for each in stage.demands if isinstance(each, SendOctets))
    assert answer.stream == 1


def test_undecodable_octets_are_followed_as_such() -> None:
    """Of either end: what is known is given up, nothing raises."""

    async def body(ric: Peer) -> None:
        await ric.open()
        await ric.send_octets(b"\xff\xff")
        await ric.pause(100)

    stage = Stage(body)
    stage.up()
    assert not stage.performance.peer.associations["1"].complete
    stage.hears(b"\xff")
    assert stage.said() == ["we: undecodable octets", "SUT: undecodable octets"]


def test_nothing_is_heard_on_an_association_that_is_over() -> None:
    """What comes too late is no part of the history."""
    stage = Stage(waiting)
    stage.up()
    stage.ends()
    stage.hears(SETUP)
    assert stage.said() == []


def test_an_answer_goes_out_on_the_stream_of_its_request() -> None:
    """As the SUT chose it."""
    stage = Stage(waiting)
    stage.up()
    stage.hears(SETUP, stream=3)
    assert [event.stream for event in stage.history.events if event.kind is EventKind.OCTETS] == [3, 3]


def test_while_we_close_nothing_is_answered() -> None:
    """An abort of the SUT meanwhile is its own."""

    async def body(ric: Peer) -> None:
        await ric.open()
        await ric.close()
        await ric.pause(100)

    stage = Stage(body)
    stage.up()
    stage.hears(SETUP)
    assert stage.said() == ["SUT: E2setupRequest"]
    stage.ends("abort")
    assert (stage.performance.inbox.ends["1"].how, stage.performance.inbox.ends["1"].by_sut) == ("abort", True)


def test_the_edition_of_the_sut_is_told_from_all_it_sends() -> None:
    """A message that several editions read is read as the SUT spoke before."""

    async def body(node: Peer) -> None:
        await node.open()
        await node.expect(m.RICsubscriptionDeleteRequest)

    stage = Stage(body, role=RIC)
    stage.up()
    stage.hears(m.RICsubscriptionDeleteRequest(RICrequestID(1, 1), 2))
    last = stage.performance.peer.last
    assert last is not None
    assert "3.01" in last.editions


REQUESTS: dict[Role, list[Message]] = {
    NODE: [
        SETUP,
        m.ResetRequest(1, ("misc", "unspecified")),
        m.RICserviceUpdate(2, ran_functions_added=SETUP.ran_functions_added),
        m.E2nodeConfigurationUpdate(3, e2_node_component_config_addition=SETUP.e2_node_component_config_addition),
        m.E2RemovalRequest(4),
        m.ErrorIndication(transaction_id=1, cause=("misc", "unspecified")),
    ],
    RIC: [
        m.ResetRequest(1, ("misc", "unspecified")),
        m.RICserviceQuery(2),
        m.RICsubscriptionRequest(
            RICrequestID(1, 1), 2, RICsubscriptionDetails(b"x", (RICaction_ToBeSetup_Item(1, "report"),))
        ),
        m.RICsubscriptionDeleteRequest(RICrequestID(1, 1), 2),
        m.RICcontrolRequest(RICrequestID(1, 2), 2, None, b"h", b"m"),
        m.E2connectionUpdate(5),
        m.E2RemovalRequest(4),
    ],
}


@st.composite
def spoilt(draw: st.DrawFn, role: Role) -> bytes:
    """A request of a SUT with some octets changed, cut off or put behind."""
    what = bytearray(octets(draw(st.sampled_from(REQUESTS[role]))))
    for _ in range(draw(st.integers(0, 4))):
        what[draw(st.integers(0, min(len(what) - 1, 120)))] = draw(st.integers(0, 255))
    return bytes(what[: draw(st.integers(0, len(what)))]) + draw(st.binary(max_size=3))


@given(st.sampled_from([NODE, RIC]), st.data())
def test_nothing_that_a_sut_sends_breaks_the_harness(role: Role, data: st.DataObject) -> None:
    """It is recorded, answered if that is possible, and the case goes on to its end."""
    stage = Stage(waiting, role=role)
    stage.up()
    sent = data.draw(st.lists(spoilt(role), max_size=6))
    for number, message in enumerate(sent, 1):
        stage.at(float(number)).hears(message)
    stage.wakes(200.0)
    assert stage.outcome is None
    heard = [event.octets for event in stage.history.events if event.octets is not None and event.source == role]
    assert heard == sent

"""Everything that the node knows, and what it has decided to do."""

import pytest

from oran_harness.model import UsageError
from oran_harness.peers.actor import Connect, End, Say
from oran_harness.peers.e2_node.config import NodeConfig
from oran_harness.peers.e2_node.link import LinkState
from oran_harness.peers.e2_node.state import SERVICE_STREAM, SUPPORT_STREAM, State
from oran_harness.peers.e2_node.subscription_table import NodeSubscription
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.message import Message
from tests.peers.e2_node.plain_function import PlainFunction

CAUSE: e.Cause = ("misc", "unspecified")
ID = e.RICrequestID(1, 1)


def state(edition: str = "3.01") -> State:
    """A node."""
    return State(NodeConfig(edition=edition), {1: PlainFunction()})


@pytest.mark.parametrize(
    ("message", "stream"),
    [
        (m.ResetResponse(1), SUPPORT_STREAM),
        (m.RICsubscriptionDeleteResponse(ID, 1), SERVICE_STREAM),
        (m.ErrorIndication(1, cause=CAUSE), SUPPORT_STREAM),
        (m.ErrorIndication(None, ID, 1, CAUSE), SERVICE_STREAM),
        (m.ErrorIndication(None, None, None, CAUSE, e.CriticalityDiagnostics(8)), SERVICE_STREAM),
        (m.ErrorIndication(None, None, None, CAUSE, e.CriticalityDiagnostics(3)), SUPPORT_STREAM),
        (m.ErrorIndication(None, None, None, CAUSE, e.CriticalityDiagnostics(200)), SUPPORT_STREAM),
    ],
)
def test_each_kind_of_signalling_has_its_stream(message: Message, stream: int) -> None:
    """RIC services, and errors about them, go on another stream than support functions (8.3.3.1; E2GAP 6.2)."""
    node = state()
    link = node.new_link()
    node.say(link, message)
    (command,) = node.commands
    assert isinstance(command, Say)
    assert (command.association, command.stream, command.ppid) == (link.name, stream, 70)


def test_associations_have_names_of_their_own() -> None:
    """They are asked for, and ended, by them."""
    node = state()
    one, two = node.new_link(), node.new_link()
    node.connect(one, "tcp://192.0.2.1:1")
    node.end(two, "abort")
    assert node.commands == [Connect("1", "tcp://192.0.2.1:1"), End("2", "abort")]


def test_the_usage_decides_what_is_begun_where() -> None:
    """Support functions and RIC services each have their association, if there is one for them."""
    node = state()
    assert node.usable(support=True) is None
    one, two = node.new_link(), node.new_link()
    one.state, one.usage = LinkState.READY, "ric-service"
    assert node.usable(support=True) is one
    two.state, two.usage = LinkState.READY, "support-function"
    assert node.usable(support=True) is two
    assert node.usable(support=False) is one


def test_a_subscription_moves_when_its_association_is_gone() -> None:
    """It goes on over another one."""
    node = state()
    one, two = node.new_link(), node.new_link()
    one.state = two.state = LinkState.READY
    subscription = NodeSubscription(ID, 1, two.name)
    assert node.link_of(subscription) is two
    del node.links[two.name]
    assert node.link_of(subscription) is one


def test_what_was_changed_is_forgotten() -> None:
    """A new interface begins with what the node was configured with."""
    node = state()
    before = node.offer
    node.functions.clear()
    node.components = ()
    assert node.offer != before
    node.begin_anew()
    assert node.offer == before


def test_causes_and_procedures_are_those_of_the_edition() -> None:
    """What an edition lacks is spelt otherwise, or not there."""
    assert state("1.01").cause("ran-function-id-invalid") == ("ricRequest", "ran-function-id-Invalid")
    assert (state("1.01").has(13), state("2.03").has(13)) == (False, True)
    assert state("1.01").first_edition


def test_a_node_offers_something() -> None:
    """From edition 2.03 on E2 Setup names at least one function."""
    with pytest.raises(UsageError):
        State(NodeConfig(service_models=()))

"""The reference E2 node as a whole."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.model import Role, UsageError
from oran_harness.peers.actor import Actor, Answer, Happening, Heard, Say, Stimulus, Up
from oran_harness.peers.e2_node import E2Node, NodeConfig
from oran_harness.peers.e2_node.link import LinkState
from oran_harness.peers.near_rt_ric import RicConfig
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.messages import ResetRequest, ResetResponse
from oran_harness.steps.answers import answer
from tests.peers.e2_node.duo import NODE, RIC, Duo
from tests.peers.e2_node.hostile import broken, happenings
from tests.peers.e2_node.plain_function import PlainFunction
from tests.peers.e2_node.stage import Stage

EDITIONS = ("1.01", "2.03", "3.01", "5.00", "7.00")
KINDS = ("gnb", "cu-cp", "cu-up", "du", "enb")
MOST = 8
"""The bounds of the nodes that are talked to at random."""

TALK: tuple[tuple[Role, str, dict[str, Any]], ...] = (
    *((RIC, "subscribe", {"service_model": "kpm", "style": style}) for style in range(1, 6)),
    (RIC, "subscribe", {"service_model": "kpm", "actions": 2}),
    (NODE, "modification-required", {}),
    (RIC, "subscribe", {"service_model": "rc", "style": 4}),
    (RIC, "subscribe", {"service_model": "rc", "service": "insert"}),
    (RIC, "subscribe", {"service_model": "rc", "service": "policy"}),
    (NODE, "report", {}),
    (NODE, "insert", {}),
    (RIC, "modify", {}),
    (RIC, "control", {"ack": "ack"}),
    (RIC, "control", {"ack": "noAck"}),
    (RIC, "query", {}),
    (RIC, "audit", {"list": True}),
    (RIC, "audit", {"list": False}),
    (RIC, "load-status", {"period_ms": 500, "subscriptions": True}),
    (RIC, "load-status", {"change": "add"}),
    (RIC, "state-control", {"change": "suspend"}),
    (NODE, "assistance", {"number": 2}),
    (NODE, "assistance", {"updates": True}),
    (NODE, "assistance-halt", {}),
    (RIC, "state-control", {"change": "resume"}),
    (RIC, "load-status", {"change": "stop"}),
    (RIC, "service-query", {"list": True}),
    (RIC, "service-query", {"list": False}),
    (NODE, "service-update", {"change": "modify"}),
    (NODE, "service-update", {"change": "add"}),
    (NODE, "delete-required", {}),
    (RIC, "delete", {}),
    (NODE, "service-update", {"change": "delete"}),
    *((NODE, "configuration-update", {"change": change}) for change in ("add", "update", "remove", "none")),
    (RIC, "connection-update", {"address": "192.0.2.9:36421"}),
    (RIC, "connection-update", {"address": "127.0.0.9:36421"}),
    (RIC, "subscribe", {"service_model": "kpm"}),
    (RIC, "connection-update", {"address": "127.0.0.9:36421", "change": "remove"}),
    (NODE, "reset", {}),
    (RIC, "subscribe", {"service_model": "kpm"}),
    (RIC, "reset", {}),
    (RIC, "subscribe", {"service_model": "kpm"}),
    (NODE, "remove", {}),
    (RIC, "subscribe", {"service_model": "kpm"}),
    (RIC, "remove", {}),
    (NODE, "close", {}),
)
"""Who is asked for what, one after the other: every procedure up to 7.00, in both directions."""
MESSAGES = {"1.01": 18, "2.03": 21, "3.01": 24, "5.00": 26, "7.00": 35}
"""How many kinds of messages are said at least in that conversation of a gNB."""


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("edition", EDITIONS)
def test_the_reference_peers_blame_nobody(edition: str, kind: str) -> None:
    """Both reference peers, through every procedure: no finding blames anybody, whatever node it is."""
    duo = Duo(NodeConfig(edition=edition, kind=kind), RicConfig(edition=edition), closed=["192.0.2."]).run(1)
    for role, name, arguments in TALK:
        duo.ask(role, name, **arguments)
    duo.run(3)
    assert duo.accusations() == []
    if kind == "gnb":
        said = duo.names_said()
        assert len(set(said)) >= MESSAGES[edition], sorted(set(said))
        assert said.count("E2setupResponse") == (2 if edition == "1.01" else 4)


def bounded(node: E2Node) -> None:
    """Nothing has grown beyond its bound."""
    state = node._state
    assert len(state.links) <= MOST + 1
    assert len(state.subscriptions) <= MOST
    assert len(state.loads) <= MOST
    assert len(state.assistances) <= MOST
    assert len(state.requests) <= 60
    assert len(state.connecting) <= 30
    assert len(state.timers._queue) <= 200
    assert len(state.functions) <= 40


def play(edition: str, ready: bool, turns: list[tuple[Happening, float]]) -> None:
    """A node to which all that happens; whatever it says conforms, and each stimulus is answered once."""
    config = NodeConfig(edition=edition, most_subscriptions=MOST, most_associations=MOST)
    node = E2Node(config, {1: PlainFunction(), 5: PlainFunction()})
    now = 0.0
    node.begin(now)
    if ready:
        (said,) = node.handle(Up("1", outbound=True), now)
        assert isinstance(said, Say)
        response = answer(codec(edition).read(said.octets), by=RIC, edition=edition)
        assert response is not None
        node.handle(Heard("1", codec(edition).encode(response)), now)
    for happening, passing in turns:
        commands = [*node.handle(happening, now)]
        answers = [each for each in commands if isinstance(each, Answer)]
        assert len(answers) == isinstance(happening, Stimulus)
        now += passing
        if node.wakes_at is not None and node.wakes_at <= now:
            commands += node.wake(now)
        for command in commands:
            if isinstance(command, Say):
                decoded = codec(edition).decode(command.octets)
                assert decoded.conforms, decoded.complaints
        bounded(node)


@pytest.mark.parametrize("edition", EDITIONS)
@settings(max_examples=40)
@given(st.data())
def test_nothing_that_happens_raises(edition: str, data: st.DataObject) -> None:
    """Associations, stimuli and messages, right and wrong, in any order: the node lives, and stays small."""
    passing = st.sampled_from((0.0, 0.01, 1.0, 30.0))
    turns = st.lists(st.tuples(happenings(edition), passing), max_size=30)
    play(edition, data.draw(st.booleans()), data.draw(turns))


@pytest.mark.parametrize("edition", ["1.01", "5.00"])
@settings(max_examples=120)
@given(st.data())
def test_a_broken_message_gets_at_most_two_answers(edition: str, data: st.DataObject) -> None:
    """To a message with errors the node says at most its answer and an Error Indication, and lives on."""
    stage = Stage(edition).set_up().subscribed()
    octets = data.draw(broken(edition))
    stage.octets(octets)
    assert len(stage.take()) <= 2
    if stage.node._state.links["1"].state is not LinkState.REMOVED:
        stage.hear(ResetRequest(None if edition == "1.01" else 77, ("misc", "unspecified"))).one(ResetResponse)


def test_it_is_an_actor() -> None:
    """The node fits what hosts expect."""
    actor: Actor = E2Node()
    assert actor.role is NODE


def test_a_configuration_that_cannot_be_is_told() -> None:
    """An unknown kind, number or PLMN, and no function at all where there has to be one, are the caller's mistakes."""
    for wrong in (
        NodeConfig(kind="box"),
        NodeConfig(number=0),
        NodeConfig(plmn="1"),
        NodeConfig(edition="4.00"),
        NodeConfig(service_models=()),
        NodeConfig(service_models=("ni",)),
    ):
        with pytest.raises(UsageError):
            E2Node(wrong)
    E2Node(NodeConfig(edition="1.01", service_models=()))

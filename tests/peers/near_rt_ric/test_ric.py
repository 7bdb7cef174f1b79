"""The reference near-RT RIC with many nodes, and the stimuli that are about none."""

import pytest

from oran_harness.peers.actor import Heard, Over, Refused, Stimulus
from oran_harness.peers.e2_node import E2Node, NodeConfig
from oran_harness.peers.near_rt_ric import NearRtRic, RicConfig
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.tables import editions
from oran_harness.steps.offers import KPM_FUNCTION, node_offer
from tests.peers.near_rt_ric.chart import Chart, admitted
from tests.peers.near_rt_ric.pair import Pair


def test_many_nodes_at_once() -> None:
    """Each has its subscriptions and timers; a stimulus is about the newest unless it names another."""
    chart = Chart()
    for number in range(1, 21):
        chart.set_up(node_offer(number=number), name=str(number))
    assert len(chart.state.__self__.ask("state").details["nodes"]) == 20  # type: ignore[attr-defined]
    first = chart.start("subscribe", node=1)
    chart.start("subscribe", node="2")
    chart.start("subscribe")
    assert chart.node(admitted(first), name="1") == []
    assert [len(chart.state(place)["subscriptions"]) for place in (0, 1, 2, 19)] == [1, 1, 0, 1]
    # Of the three, two have no answer.
    assert [type(each) for each in chart.advance(5)] == [m.RICsubscriptionDeleteRequest] * 2


def test_no_node() -> None:
    """A stimulus that needs one fails with a sentence; what is not known is unsupported."""
    chart = Chart()
    assert chart.ask("subscribe").details["reason"] == "no E2 node is set up"  # type: ignore[union-attr]
    unknown = chart.ask("no-such-stimulus")
    assert unknown is not None
    assert unknown.status == "unsupported"
    assert "subscribe" in unknown.details["reason"]
    chart.up()
    assert chart.ask("subscribe").status == "failed"  # type: ignore[union-attr]
    assert chart.ask("subscribe", node="x").status == "failed"  # type: ignore[union-attr]


def test_subscribing_of_its_own() -> None:
    """To each node once it is set up, as configured; what a node does not offer does no harm."""
    chart = Chart(subscribe=({"style": 1}, {"service_model": "rc", "style": 4}, {"style": 99})).set_up()
    requests = chart.said[1:]
    assert [type(each) for each in requests] == [m.RICsubscriptionRequest] * 2
    assert requests[0].ran_function_id == KPM_FUNCTION  # type: ignore[attr-defined]


def test_connecting() -> None:
    """It connects if so configured, again after a while when refused or lost, and after its own end."""
    chart = Chart(connect=True, reconnect_after=2.0)
    assert chart.connects == ["ric-1"]
    chart._obey(chart.ric.handle(Refused("ric-1", "nobody there"), chart.now))
    chart.advance(1.9)
    assert chart.connects == ["ric-1"]
    chart.advance(0.2)
    assert chart.connects == ["ric-1", "ric-2"]
    chart.set_up(name="ric-2")
    chart.over("ric-2")
    chart.over("ric-2")
    chart.advance(2.1)
    assert chart.connects == ["ric-1", "ric-2", "ric-3"]
    chart.set_up(name="ric-3")
    assert chart.ask("close").status == "done"  # type: ignore[union-attr]
    assert chart.ended == {"ric-3": "shutdown"}
    chart.advance(2.1)
    assert chart.connects[-1] == "ric-4"


def test_what_is_not_there() -> None:
    """Messages and ends of unknown associations are nothing."""
    ric = NearRtRic(RicConfig())
    assert ric.begin(0) == ()
    assert ric.handle(Heard("x", b"\x00"), 0) == ()
    assert ric.handle(Over("x", "abort"), 0) == ()
    assert ric.handle(Refused("x", ""), 0) == ()
    assert ric.wakes_at is None
    assert ric.wake(5) == []


def test_arguments_of_any_kind() -> None:
    """Whatever stands in a stimulus: it is answered, once."""
    chart = Chart(edition="5.00").set_up()
    names = ("subscribe", "modify", "delete", "control", "query", "audit", "reset", "service-query")
    values = (None, -1, 1.5, "x", "00", [], [1, "x"], {}, True, 10**30)
    words = ("style", "node", "wait", "measurements", "ues", "request", "ack", "header", "address", "how", "cause", "x")
    ticket = 100
    for name in (*names, "connection-update", "remove", "close", "state", ""):
        for word in words:
            for value in values:
                ticket += 1
                chart._obey(chart.ric.handle(Stimulus(ticket, name, {word: value}), chart.now))
                chart.advance(6)
                assert ticket in chart.answers, (name, word, value)
                if "1" in chart.ended or name == "remove":
                    chart.ended.clear()
                    chart.over().set_up()


def test_memory_is_bounded() -> None:
    """Thousands of requests without an answer, and as many messages, leave only so much behind."""
    chart = Chart(judged=False).set_up()
    for _ in range(300):
        chart.ask("control")
        chart.node(m.RICserviceUpdate(1))
    assert len(chart.ric._alarms) <= 2
    assert len(chart.ric.sessions["1"].pending) == 300
    chart.advance(6)
    assert chart.ric.sessions["1"].pending == {}
    assert chart.ric._alarms == []


@pytest.mark.parametrize(
    ("edition", "kind"), [*((each, "gnb") for each in editions()), ("3.01", "du"), ("5.00", "enb")]
)
def test_a_long_conversation_with_the_reference_node(edition: str, kind: str) -> None:
    """Every procedure of the edition, from either end: all goes well, and no rule finds anything."""
    ric, node = NearRtRic(RicConfig(edition=edition)), E2Node(NodeConfig(edition=edition, kind=kind))
    pair = Pair(ric, node).run(0.5)
    offered = [{"style": style} for style in (1, 2, 3, 4, 5)]
    offered += [{"service_model": "rc", "service": name, "style": 3} for name in ("report", "insert", "policy")]
    for arguments in offered:
        answer = pair.ask(ric, "subscribe", wait=True, actions=2, period_ms=200, **arguments)
        if kind == "gnb":
            assert answer.details["outcome"] == "RICsubscriptionResponse", answer
            assert answer.details["admitted"] == [1, 2]
    pair.run(1.0)
    lacking = {"audit": ("5.00", "7.00"), "query": ("5.00", "7.00"), "modify": ("3.01", "5.00", "7.00")}
    for name in ("control", "query", "audit", "modify", "service-query", "connection-update"):
        answer = pair.ask(ric, name, wait=name != "service-query")
        assert answer.status == ("done" if edition in lacking.get(name, editions()) else "unsupported"), answer
    for name in ("service-update", "configuration-update", "report", "insert", "delete-required"):
        pair.ask(node, name)
    pair.ask(node, "modification-required")
    pair.ask(node, "reset")
    assert pair.ask(ric, "subscribe", wait=True).details["outcome"] == "RICsubscriptionResponse"
    assert pair.ask(ric, "delete", wait=True).details["outcome"] == "RICsubscriptionDeleteResponse"
    assert pair.ask(ric, "reset", wait=True).details["outcome"] == "ResetResponse"
    if edition != "1.01":
        assert pair.ask(ric, "remove", wait=True).details["outcome"] == "E2RemovalResponse"
    pair.run(2.0)
    assert [(each.rule, each.blame, each.message) for each in pair.findings()] == []
    assert pair.names().count("RICindication") > 50

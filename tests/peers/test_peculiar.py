"""Peers that differ as products do, against the reference peer of the other role."""

from typing import Any

import pytest

from oran_harness.model import EventKind, Level, UsageError
from oran_harness.peers.actor import Heard, Up
from oran_harness.peers.e2_node import E2Node, NodeConfig
from oran_harness.peers.near_rt_ric import NearRtRic, RicConfig
from oran_harness.peers.peculiar import Peculiar, Peculiarities, procedure_code
from oran_harness.protocols.e2ap.codec import codec
from tests.peers.near_rt_ric.pair import Pair

EDITION = "5.00"
PLAIN = Peculiarities()


def _pair(ric: Peculiarities = PLAIN, node: Peculiarities = PLAIN) -> tuple[Pair, Peculiar, Peculiar]:
    """A RIC and a node with their peculiarities, set up."""
    one = Peculiar(NearRtRic(RicConfig(edition=EDITION)), EDITION, ric)
    other = Peculiar(E2Node(NodeConfig(edition=EDITION)), EDITION, node)
    return Pair(one, other).run(1), one, other


def _without(*names: str) -> Peculiarities:
    return Peculiarities(without=frozenset(map(procedure_code, names)))


def _moments(pair: Pair, name: str) -> list[float]:
    return [event.t for event in pair.events if event.message == name]


def test_without_any_peculiarity_nothing_changes() -> None:
    """The same messages at the same times as of the peer itself."""
    pair, ric, _ = _pair()
    plain_ric = NearRtRic(RicConfig(edition=EDITION))
    plain = Pair(plain_ric, E2Node(NodeConfig(edition=EDITION))).run(1)
    pair.ask(ric, "subscribe", 3, service_model="kpm", style=1)
    plain.ask(plain_ric, "subscribe", 3, service_model="kpm", style=1)
    assert pair.events == plain.events


def test_the_ppid_is_the_one_that_is_wanted() -> None:
    """On every message of that side, and on none of the other's; the rule about it finds that."""
    pair, ric, _ = _pair(node=Peculiarities(ppid=0))
    pair.ask(ric, "subscribe", 3, service_model="kpm", style=1)
    sent = {(event.source, event.ppid) for event in pair.events if event.kind is EventKind.OCTETS}
    assert sent == {("near-rt-ric", 70), ("e2-node-1", 0)}
    assert {finding.rule for finding in pair.findings() if finding.level is Level.MUST} == {"E2-PPID"}


def test_answers_come_late_and_reports_stay_behind_them() -> None:
    """An answer comes so many seconds after its request; nothing overtakes it, and no rule minds."""
    pair, ric, _ = _pair(node=Peculiarities(answer_after=2.5))
    pair.ask(ric, "subscribe", 6, service_model="kpm", style=1)
    (asked,), (answered,) = _moments(pair, "RICsubscriptionRequest"), _moments(pair, "RICsubscriptionResponse")
    assert answered - asked == pytest.approx(2.5, abs=0.01)
    assert min(_moments(pair, "RICindication")) >= answered
    assert not pair.findings()


def test_reports_jitter_and_keep_their_order() -> None:
    """Up to so many seconds late, each by another time."""
    pair, ric, _ = _pair(node=Peculiarities(jitter=0.4))
    pair.ask(ric, "subscribe", 9, service_model="kpm", style=1, period_ms=1000)
    moments = _moments(pair, "RICindication")
    late = [(moment - moments[0]) % 1 for moment in moments]
    assert len(moments) >= 7
    assert len({round(each, 4) for each in late}) > 4
    assert not pair.findings()


def test_what_is_late_is_gone_with_its_association() -> None:
    """An answer that is put off does not turn up on another association."""
    pair, ric, _ = _pair(node=Peculiarities(answer_after=3))
    pair.ask(ric, "subscribe", 0.1, service_model="kpm", style=1)
    pair.ask(ric, "close", 8)
    assert not _moments(pair, "RICsubscriptionResponse")
    assert len(_moments(pair, "E2setupResponse")) == 2


@pytest.mark.parametrize(
    ("stimulus", "procedure", "answer", "cause"),
    [
        ("query", "RICquery", "RICqueryFailure", ("ricRequest", "action-not-supported")),
        ("control", "RICcontrol", "RICcontrolFailure", ("ricRequest", "action-not-supported")),
        ("subscribe", "RICsubscription", "RICsubscriptionFailure", ("ricRequest", "action-not-supported")),
        ("connection-update", "E2connectionUpdate", "E2connectionUpdateFailure", ("misc", "unspecified")),
        ("reset", "Reset", "ErrorIndication", ("misc", "unspecified")),
        ("service-query", "RICserviceQuery", "ErrorIndication", ("misc", "unspecified")),
    ],
)
def test_a_node_refuses_what_it_does_not_serve(stimulus: str, procedure: str, answer: str, cause: object) -> None:
    """By the procedure's failure, or an Error Indication where it has none, with a cause; no must-level rule minds."""
    pair, ric, _ = _pair(node=_without(procedure))
    pair.ask(ric, stimulus, 3)
    (event,) = [each for each in pair.events if each.message == answer]
    message: Any = codec(EDITION).decode(event.octets or b"").message
    assert message.cause == cause
    assert not [finding for finding in pair.findings() if finding.level is Level.MUST]


def test_a_ric_refuses_what_it_does_not_serve() -> None:
    """The same for the other role."""
    pair, _, node = _pair(ric=_without("E2nodeConfigurationUpdate"))
    pair.ask(node, "configuration-update", 1)
    assert len(_moments(pair, "E2nodeConfigurationUpdateFailure")) == 1
    assert not pair.findings()


def test_what_is_not_served_is_not_begun() -> None:
    """A stimulus for it is answered that there are no means, and nothing is sent."""
    pair, ric, node = _pair(ric=_without("RICquery"), node=_without("Reset"))
    assert pair.ask(ric, "query").status == "unsupported"
    assert pair.ask(node, "reset").status == "unsupported"
    assert not _moments(pair, "RICqueryRequest")
    assert not _moments(pair, "ResetRequest")


@pytest.mark.parametrize("name", ["RICQuery", "E2setup", "ErrorIndication", "RICindication"])
def test_only_what_can_be_left_out(name: str) -> None:
    """Without E2 Setup there is nothing, and what has no answer cannot be refused."""
    with pytest.raises(UsageError, match="no procedure that can be left out; choose of Reset, RICcontrol"):
        procedure_code(name)


@pytest.mark.parametrize("octets", [b"", b"\x00", b"\x00\x10\x00\x00", bytes(40)])
def test_nothing_that_is_sent_raises(octets: bytes) -> None:
    """Octets that are no message of what is not served are the peer's business."""
    node = Peculiar(E2Node(NodeConfig(edition=EDITION)), EDITION, _without("RICquery"))
    node.begin(0)
    node.handle(Up("1", True), 0)
    node.handle(Heard("1", octets), 0)

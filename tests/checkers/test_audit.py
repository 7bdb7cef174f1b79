"""The audit of a history as a whole."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

import oran_harness.checkers.audit as audit_module
from oran_harness.checkers import RULES, Audit
from oran_harness.checkers.observation import MessageObserved, PayloadObserved
from oran_harness.checkers.rule import Breach, rule
from oran_harness.model import HistoryHeader
from oran_harness.protocols.e2ap import messages as m
from oran_harness.service_models import PayloadKind
from tests.checkers.payloads_of import kpm_function, kpm_indication, kpm_subscribed, rc_function
from tests.checkers.scene import CAUSE, EPOCH, KPM, NODE, RIC, Scene, indication, node_id, setup_request, setup_response

CARD = {"title": "t", "clause": "c", "hint": "h", "blames": "b"}


@rule(id="TEST-RESETS", **CARD, of=(m.ResetRequest,))
def resets(seen: MessageObserved) -> Iterator[Breach]:
    """Resets alone."""
    yield Breach(seen.role, seen.decoded.label, "e", "a")


@rule(id="TEST-HEADERS", **CARD, of=(PayloadKind.INDICATION_HEADER,), model="kpm")
def headers(seen: PayloadObserved) -> Iterator[Breach]:
    """Headers of KPM alone."""
    yield Breach(seen.role, seen.payload.kind.value, "e", "a")


def test_a_clean_history() -> None:
    """Two ends that keep all rules are accused of nothing."""
    scene = kpm_subscribed(Scene()).node(kpm_indication(), kpm_indication()).shut_down(RIC)
    result = scene.audit()
    assert result.findings == ()
    assert (result.messages, result.decoded, result.ignored, result.further) == (6, 6, 0, 0)


def test_feeding_returns_what_was_observed() -> None:
    """Each event's observations come back, already judged, for whoever draws the chart."""
    audit = Audit(HistoryHeader(EPOCH))
    kinds = [[type(each).__name__ for each in audit.feed(event)] for event in Scene().set_up().events]
    assert kinds == [[], ["AssociationBegan", "MessageObserved"], ["MessageObserved"]]


def test_rules_see_their_subjects_alone() -> None:
    """A rule is asked about the messages and payloads that it names."""
    scene = kpm_subscribed(Scene()).node(kpm_indication()).ric(m.ResetRequest(7, CAUSE)).node(m.ResetResponse(7))
    found = scene.audit((resets, headers)).findings
    assert {(each.rule, each.message) for each in found} == {
        ("TEST-RESETS", "ResetRequest"),
        ("TEST-HEADERS", "indication-header"),
    }


def test_what_a_payload_says_is_judged_where_it_could_be_read() -> None:
    """A rule of a service model is not asked about octets that conform to none of its editions."""
    scene = kpm_subscribed(Scene()).node(indication(of=KPM, header=b"\xff", message=b""))
    assert scene.audit((headers,)).findings == ()


def test_only_the_given_rules_apply() -> None:
    """Without rules there are no findings."""
    scene = Scene().set_up()
    scene.ppid = 0
    scene.subscribed()
    assert scene.audit(()).findings == ()
    assert {found.rule for found in scene.audit(RULES[:1]).findings} == {"E2-PPID"}


def test_the_summary_of_an_association() -> None:
    """Ends with roles, addresses and identities, the E2AP edition, and the service models."""
    scene = Scene().up().node(setup_request(kpm_function(), rc_function(), identity=node_id(5)))
    (summary,) = scene.ric(setup_response()).audit().associations
    assert (summary.id, summary.version, summary.messages) == ("1", "2.03", 2)
    assert [(end.role, end.id) for end in summary.ends] == [
        ("e2-node", "gNB 001/01 0x00000005"),
        ("near-rt-ric", "RIC 001/01 0x00019"),
    ]
    assert summary.service_models == ("KPM 2.03", "RC 5.00")


def test_unknown_is_none() -> None:
    """What was not seen is not made up."""
    (summary,) = Scene("1.01").up("the capture starts in the middle").octets(NODE, b"\xff\xff").audit().associations
    assert summary.version is None
    assert [(end.role, end.id) for end in summary.ends] == [(None, None), (None, None)]


def test_an_empty_history() -> None:
    """No events, no findings."""
    assert Audit(HistoryHeader()).finish() == audit_module.AuditResult(0, 0, (), ())


def test_many_associations_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond a number of associations the further ones are counted, and their messages too."""
    monkeypatch.setattr(audit_module, "MOST_SUMMARIES", 2)
    scene = Scene()
    for number in range(4):
        scene.set_up().shut_down(RIC).another(f"192.0.2.{number + 10}:38000")
    result = scene.audit()
    assert (len(result.associations), result.further, result.messages) == (2, 2, 8)


def test_associations_come_in_their_order() -> None:
    """Associations are told in the order of their numbers, whichever ended first."""
    scene = Scene().set_up()
    for number in range(2, 12):
        scene.another(f"192.0.2.{number + 10}:38000").up().node(setup_request(identity=node_id(number)))
        scene.ric(setup_response()).shut_down(RIC)
    assert [each.id for each in scene.audit().associations] == [str(number) for number in range(1, 12)]


def test_a_rule_of_another_level() -> None:
    """Level, clause and hint of a finding are the rule's."""
    changed = replace(resets, clause="somewhere", hint="do this")
    (found,) = Scene().set_up().ric(m.ResetRequest(7, CAUSE)).node(m.ResetResponse(7)).audit((changed,)).findings
    assert (found.clause, found.hint, found.level.value) == ("somewhere", "do this", "must")

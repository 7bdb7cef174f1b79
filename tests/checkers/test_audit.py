"""The audit of a history as a whole."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

import oran_harness.checkers.audit as audit_module
from oran_harness.checkers import RULES, Audit
from oran_harness.checkers.kept import kept_note
from oran_harness.checkers.observation import MessageObserved, PayloadObserved
from oran_harness.checkers.rule import Breach, rule
from oran_harness.model import HistoryHeader
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.elements import RICrequestID, RICsubscription_withCause_Item
from oran_harness.service_models import PayloadKind
from tests.checkers.payloads_of import kpm_function, kpm_indication, kpm_subscribed, rc_function
from tests.checkers.scene import (
    CAUSE,
    EPOCH,
    FIRST_ID,
    KPM,
    NODE,
    PLAIN,
    RIC,
    Scene,
    indication,
    node_id,
    setup_request,
    setup_response,
)

OTHER_ID = RICrequestID(99, 9)
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


@pytest.mark.parametrize("kept", [True, False])
def test_subscriptions_of_before_the_history_accuse_nobody(kept: bool) -> None:
    """A node may have kept what is named, until a Reset; all other reports that nobody asked for are its fault."""
    removal = m.RICsubscriptionDeleteRequired((RICsubscription_withCause_Item(OTHER_ID, PLAIN, CAUSE),))

    def begun() -> Scene:
        return Scene().note(kept_note([OTHER_ID]) if kept else "something else: 7/8").set_up()

    def rules(scene: Scene) -> set[str]:
        return {finding.rule for finding in scene.findings()}

    found = rules(begun().subscribed().node(indication(name=OTHER_ID), removal))
    assert found == (set() if kept else {"E2AP-INDICATION-UNSUBSCRIBED", "E2AP-DELETE-REQUIRED-UNKNOWN"})
    reset = begun().ric(m.ResetRequest(9, CAUSE)).node(m.ResetResponse(9)).subscribed()
    assert "E2AP-INDICATION-UNSUBSCRIBED" in rules(reset.wait(60).node(indication(name=OTHER_ID)))


def test_what_a_history_leaves_behind() -> None:
    """What was not deleted for sure may stand at the node; it is named for those who audit what follows."""

    def left(scene: Scene) -> set[RICrequestID]:
        audit = Audit(HistoryHeader(EPOCH, scene.roles))
        for event in scene.events:
            audit.feed(event)
        return set(audit.leftovers)

    standing = Scene().note(kept_note([OTHER_ID])).set_up().subscribed()
    assert left(standing) == {FIRST_ID, OTHER_ID}
    assert left(standing.shut_down(NODE)) == {FIRST_ID, OTHER_ID}
    deleted = Scene().note(kept_note([OTHER_ID])).set_up().subscribed()
    deleted.ric(m.RICsubscriptionDeleteRequest(FIRST_ID, PLAIN)).node(m.RICsubscriptionDeleteResponse(FIRST_ID, PLAIN))
    assert left(deleted.shut_down(RIC)) == {OTHER_ID}


def test_one_side_alone_may_be_judged() -> None:
    """Where the head says by whom, nobody else is accused: what he seems to have done may be the doing of another."""
    events = Scene().set_up().octets(NODE, b"\xff\xff").octets(RIC, b"\xff\xff").events
    blamed = {}
    for judged in (None, NODE.value, RIC.value):
        audit = Audit(HistoryHeader(EPOCH, judged=judged))
        for event in events:
            audit.feed(event)
        blamed[judged] = {finding.blame for finding in audit.finish().findings}
    assert blamed == {None: {NODE, RIC}, NODE: {NODE}, RIC: {RIC}}


def test_news() -> None:
    """Each finding is news once, as soon as it is there."""
    audit = Audit(HistoryHeader(EPOCH))
    news = []
    for event in Scene().set_up().octets(NODE, b"\xff\xff").octets(NODE, b"\xff\xff").octets(RIC, b"\xff\xff").events:
        audit.feed(event)
        news += [(event.n, finding.blame) for finding in audit.news()]
    assert {blame for _, blame in news} == {NODE, RIC}
    assert len(news) == len(audit.finish().findings)
    assert audit.news() == ()


def test_what_was_put_in_between_tells_nothing_of_its_sender() -> None:
    """Where one side is judged, injected octets of another edition do not make the far end one that speaks it."""
    scene = Scene("1.01").octets(NODE, codec("7.00").encode(setup_request()), injected=True)
    editions = {}
    for judged in (None, RIC.value):
        audit = Audit(HistoryHeader(EPOCH, judged=judged))
        (seen,) = [each for event in scene.events for each in audit.feed(event) if isinstance(each, MessageObserved)]
        editions[judged] = seen.sender.editions
    assert editions[RIC.value] == ()
    assert editions[None]

"""Right conversations blame nobody: whole, cut off at either end, with a lost message, with an unreadable one."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

import pytest

from oran_harness.checkers import Audit
from oran_harness.codec.asn1 import BitString
from oran_harness.model import Event, EventKind, HistoryHeader
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from tests.checkers.payloads_of import NAME, kpm_indication, kpm_subscribed, rc_control, rc_done, rc_function, rc_header
from tests.checkers.scene import (
    ADDRESS,
    CAUSE,
    EPOCH,
    FIRST_ID,
    NODE,
    PLAIN,
    RC,
    Scene,
    accepted,
    acknowledged,
    action,
    admitted,
    component,
    function,
    indication,
    insert_action,
    node_id,
    setup_request,
    setup_response,
    subscription,
)
from tests.service_models.samples import measurement, message_1

OTHER = e.RICrequestID(10, 2)
CONTROL = e.RICrequestID(11, 1)
DELETE = m.RICsubscriptionDeleteRequest(FIRST_ID, PLAIN)
DELETED = m.RICsubscriptionDeleteResponse(FIRST_ID, PLAIN)
REJECTED: Any = ("ricService", "ran-function-not-supported")
ALL = ("1.01", "2.03", "3.01", "5.00", "7.00")
LATER = ALL[1:]
Play = Callable[[Scene], object]


def begun(s: Scene) -> Scene:
    """A Setup as the scene's edition has it."""
    return s.first_edition() if s.edition == "1.01" else s.set_up()


def control(process: bytes | None = None, ack: Any = "ack") -> m.RICcontrolRequest:
    """A control of function 1."""
    return m.RICcontrolRequest(CONTROL, PLAIN, process, b"header", b"message", ack)


def done(s: Scene, process: bytes | None = None) -> m.RICcontrolAcknowledge:
    """Its acknowledge, with the status that E2AP 1.01 wants."""
    return m.RICcontrolAcknowledge(CONTROL, PLAIN, process, None, "success" if s.edition == "1.01" else None)


def setup_refused(s: Scene) -> None:
    """A refused Setup is tried again after its Time to Wait; then a function is rejected."""
    s.up().node(setup_request()).ric(m.E2setupFailure(1, CAUSE, 1)).wait(1)
    response = replace(setup_response(), ran_functions_rejected=(e.RANfunctionIDcause_Item(2, REJECTED),))
    s.node(setup_request(function(1), function(2))).ric(response).subscribed().node(indication())


def functions_changed(s: Scene) -> None:
    """Service Updates with all lists, spontaneous, crossing a Query, and after one."""
    s.set_up(function(1), function(2), function(3))
    gone = e.RANfunctionID_Item(3, 1)
    s.node(m.RICserviceUpdate(4, (function(4),), (function(2, revision=2),), (gone,)))
    s.ric(m.RICserviceQuery(4), m.RICserviceUpdateAcknowledge(4, (accepted(4), accepted(2, 2), accepted(3))))
    s.node(m.RICserviceUpdate(5, (function(1), function(2, revision=2), function(4))))
    s.ric(m.RICserviceUpdateAcknowledge(5, (accepted(1), accepted(2, 2), accepted(4))))
    s.subscribed(of=4).node(indication(of=4))


def components_changed(s: Scene) -> None:
    """Configuration Updates with all lists, and one with none."""
    name, done_ = component(1).e2_node_component_id, e.E2nodeComponentConfigurationAck("success")
    octets = component().e2_node_component_configuration
    change = e.E2nodeComponentConfigUpdate_Item(None, name, None, "f1", octets)
    changed = e.E2nodeComponentConfigUpdateAck_Item(None, name, None, "f1", done_)
    s.set_up().node(m.E2nodeConfigurationUpdate(1, None, (component(2),), (change,)))
    s.ric(m.E2nodeConfigurationUpdateAcknowledge(1, (acknowledged(2),), (changed,)))
    s.node(m.E2nodeConfigurationUpdate(1, None, None, None, (e.E2nodeComponentConfigRemoval_Item("f1", name),)))
    removed = e.E2nodeComponentConfigRemovalAck_Item("f1", name, done_)
    s.ric(m.E2nodeConfigurationUpdateAcknowledge(1, None, None, (removed,)))
    s.node(m.E2nodeConfigurationUpdate(2)).ric(m.E2nodeConfigurationUpdateAcknowledge(2))


def further_association(s: Scene) -> None:
    """The RIC asks for a second association, and reports of a subscription move there."""
    address = e.TNLinformation(BitString(b"\xc0\x00\x02\x09", 32))
    s.set_up().ric(m.E2connectionUpdate(1, (e.E2connectionUpdate_Item(address, "both"),)))
    s.node(m.E2connectionUpdateAcknowledge(1, (e.E2connectionUpdate_Item(address, "both"),))).subscribed()
    s.another("192.0.2.2:38001").up().node(m.E2nodeConfigurationUpdate(3, node_id()))
    s.ric(m.E2nodeConfigurationUpdateAcknowledge(3)).node(indication()).ric(DELETE).node(DELETED)


def begun_by_the_ric(s: Scene) -> None:
    """One clause has the RIC begin a further association with the Configuration Update."""
    s.set_up().another("192.0.2.2:38001").up().ric(m.E2nodeConfigurationUpdate(3))
    s.node(m.E2nodeConfigurationUpdateAcknowledge(3)).ric(subscription()).node(admitted(), indication())


def subscriptions(s: Scene) -> None:
    """Parallel subscriptions with several actions, answered out of order, reported, deleted, made again."""
    begun(s).ric(subscription(action(1), action(2), action(3, "policy")), subscription(name=OTHER))
    s.node(admitted(name=OTHER), indication(name=OTHER), admitted(1, 3, refused=[2]), indication(sn=65535))
    s.node(indication(sn=0)).ric(DELETE).node(indication(), DELETED).subscribed().node(indication())


def given_up(s: Scene) -> None:
    """TRICEVENTcreate runs off: the RIC deletes what the node has made after all."""
    begun(s).ric(subscription()).wait(5).ric(DELETE).node(admitted(), DELETED)


def inserted_and_controlled(s: Scene) -> None:
    """An INSERT is answered, a control wants no acknowledge, one fails, one has the id of a subscription."""
    begun(s).subscribed(insert_action()).node(indication(kind="insert", call_process=b"\1"))
    s.ric(control(b"\1")).node(done(s, b"\1")).ric(control(ack="noAck")).wait(20).ric(control(ack=None))
    s.node(m.RICcontrolFailure(CONTROL, PLAIN, None, CAUSE)).ric(replace(control(), ric_request_id=FIRST_ID))
    s.node(replace(done(s), ric_request_id=FIRST_ID))


def resets_crossed(s: Scene) -> None:
    """Both ends reset while a subscription is asked for; then all is made anew."""
    s.set_up().subscribed().ric(subscription(name=OTHER), m.ResetRequest(1, CAUSE))
    s.node(admitted(name=OTHER), m.ResetRequest(1, CAUSE), m.ResetResponse(1)).ric(m.ResetResponse(1))
    s.subscribed().node(indication())


def removed(s: Scene) -> None:
    """The node removes the interface, closes, and sets it up again on a new association."""
    s.set_up().subscribed().node(m.E2RemovalRequest(1), indication()).ric(m.E2RemovalResponse(1)).shut_down(NODE)
    s.another("192.0.2.2:38001").set_up().subscribed().node(indication())


def modified(s: Scene) -> None:
    """A subscription is changed by the RIC, and again on the node's wish."""
    add = e.RICaction_ToBeAddedForModification_Item(3, "report", b"definition", 0)
    s.set_up().subscribed(action(1), action(2))
    asked = (e.RICaction_ToBeRemovedForModification_Item(1),)
    s.ric(m.RICsubscriptionModificationRequest(FIRST_ID, PLAIN, b"trigger", asked, None, (add,))).node(indication(1))
    gone, more = e.RICaction_RemovedForModification_Item(1), e.RICaction_AddedForModification_Item(3)
    s.node(m.RICsubscriptionModificationResponse(FIRST_ID, PLAIN, (gone,), None, None, None, (more,)), indication(3))
    wish = e.RICaction_RequiredToBeRemoved_Item(3, CAUSE)
    s.node(m.RICsubscriptionModificationRequired(FIRST_ID, PLAIN, None, (wish,)))
    granted = (e.RICaction_ConfirmedForRemoval_Item(3),)
    s.ric(m.RICsubscriptionModificationConfirm(FIRST_ID, PLAIN, None, None, granted)).node(indication(2))


def queried(s: Scene) -> None:
    """A Query is answered, another refused."""
    query = m.RICqueryRequest(CONTROL, PLAIN, b"header", b"definition")
    s.set_up().ric(query).node(m.RICqueryResponse(CONTROL, PLAIN, b"outcome"))
    s.ric(query).node(m.RICqueryFailure(CONTROL, PLAIN, CAUSE))


def audited(s: Scene) -> None:
    """An Audit with nothing to find, and one that finds all."""
    listed = (e.RICsubscriptionAudit_Item(FIRST_ID, PLAIN), e.RICsubscriptionAudit_Item(OTHER, PLAIN))
    found = e.RICsubscriptionAuditAction_Item(FIRST_ID, PLAIN, (e.RICaction_Admitted_Item(1),))
    s.set_up().ric(m.RICsubscriptionAuditRequest(CONTROL)).node(m.RICsubscriptionAuditFailure(CONTROL, CAUSE))
    s.subscribed().ric(m.RICsubscriptionAuditRequest(CONTROL, None, listed))
    s.node(m.RICsubscriptionAuditResponse(CONTROL, (found,), listed[1:]))


def suspended(s: Scene) -> None:
    """A subscription is suspended and resumed, with a report on its way each time."""
    name = (e.RICsubscriptionList_Item(FIRST_ID),)
    s.set_up().subscribed()
    s.ric(m.RICsubscriptionStateControlRequest(CONTROL, (e.RANfunctionStateControl_Item(PLAIN, name),)))
    done_ = (e.RANfunctionStateConfirm_Item(PLAIN, name),)
    s.node(indication(), m.RICsubscriptionStateControlResponse(CONTROL, done_))
    s.ric(m.RICsubscriptionStateControlRequest(CONTROL, (e.RANfunctionStateControl_Item(PLAIN, None, name),)))
    done_ = (e.RANfunctionStateConfirm_Item(PLAIN, None, name),)
    s.node(indication(), m.RICsubscriptionStateControlResponse(CONTROL, done_), indication())


def load_and_assistance(s: Scene) -> None:
    """Loads are reported and stopped; the RIC assists, with an update that crosses the Halt."""
    load = m.RICserviceLoadUpdate(1, 2, (e.RANfunctionLoad_Item(PLAIN, e.RICloadInformation("overload")),))
    s.set_up().ric(m.RICserviceLoadStatusRequest(1, None, "start", (e.RANfunctionLoadRequest_Item(PLAIN, "true"),)))
    s.node(m.RICserviceLoadStatusResponse(1, 2, (e.RANfunctionLoadConfirm_Item(PLAIN, "true"),)), load)
    s.ric(m.RICserviceLoadStatusRequest(1, 2, "stop")).node(load, m.RICserviceLoadStatusResponse(1, 2))
    s.node(m.RICassistanceRequest(FIRST_ID, b"header", b"message", "true", 2))
    s.ric(m.RICassistanceResponse(FIRST_ID, b"header", b"outcome"))
    s.ric(m.RICassistanceIndication(FIRST_ID, 0, b"header", b"outcome")).node(m.RICassistanceHalt(FIRST_ID))
    s.ric(m.RICassistanceIndication(FIRST_ID, 1, b"header", b"outcome"))


def measured(s: Scene) -> None:
    """KPM reports, with and without what the subscription said already."""
    kpm_subscribed(s).node(kpm_indication(), kpm_indication(message_1(1, 1, items=(measurement(NAME),))))


def radio_controlled(s: Scene) -> None:
    """RC control with and without an outcome."""
    s.up().node(setup_request(rc_function())).ric(setup_response(accepted(RC)))
    s.ric(rc_control(rc_header())).node(rc_done())


PLAYS: tuple[tuple[Play, tuple[str, ...]], ...] = (
    *((play, ALL) for play in (subscriptions, given_up, inserted_and_controlled)),
    *((play, LATER) for play in (setup_refused, functions_changed, components_changed, further_association)),
    *((play, LATER) for play in (begun_by_the_ric, resets_crossed, removed, measured, radio_controlled)),
    *((play, LATER[1:]) for play in (modified, queried)),
    (audited, LATER[2:]),
    *((play, LATER[3:]) for play in (suspended, load_and_assistance)),
)
HEADERS = (HistoryHeader(EPOCH), HistoryHeader(EPOCH, {ADDRESS[role]: role.value for role in ADDRESS}))
RIGHT = [
    pytest.param(play, edition, id=f"{play.__name__} {edition}") for play, editions in PLAYS for edition in editions
]


def blamed(header: HistoryHeader, events: Sequence[Event]) -> list[tuple[str, str | None, int | None]]:
    """What the audit makes of a history, without what blames nobody."""
    audit = Audit(header)
    for event in events:
        audit.feed(event)
    found = audit.finish().findings
    return [(each.rule, each.blame, each.event) for each in found if each.blame is not None]


def events_of(play: Play, edition: str) -> list[Event]:
    """The events of a play."""
    scene = Scene(edition)
    play(scene)
    return scene.events


def holes(events: Sequence[Event]) -> Iterator[tuple[int, list[Event]]]:
    """The history without one of its messages each time, in the place of which the recording says so."""
    for i, event in enumerate(events):
        if event.kind is EventKind.OCTETS:
            note = replace(event, kind=EventKind.NOTE, octets=None, stream=None, ppid=None, message="missing: 1 chunk")
            yield i, [*events[:i], note, *events[i + 1 :]]


@pytest.mark.parametrize(("play", "edition"), RIGHT)
def test_whole(play: Play, edition: str) -> None:
    """Nobody is blamed for a right conversation, whoever tells the roles."""
    events = events_of(play, edition)
    assert [blamed(header, events) for header in HEADERS] == [[], []]


@pytest.mark.parametrize(("play", "edition"), RIGHT)
def test_cut_off(play: Play, edition: str) -> None:
    """Nor if the record begins in its middle, or ends there."""
    events = events_of(play, edition)
    for i in range(1, len(events)):
        for header in HEADERS:
            assert blamed(header, events[i:]) == [], f"from event {i + 1}"
            assert blamed(header, events[:i]) == [], f"up to event {i}"


@pytest.mark.parametrize(("play", "edition"), RIGHT)
def test_lost_message(play: Play, edition: str) -> None:
    """Nor if any one message is missing from the record, which knows of it."""
    events = events_of(play, edition)
    for i, rest in holes(events):
        for header in HEADERS:
            assert blamed(header, rest) == [], f"without event {i + 1}"


@pytest.mark.parametrize(("play", "edition"), RIGHT)
def test_unreadable_message(play: Play, edition: str) -> None:
    """If one message cannot be read, what follows from it is held against nobody: only the message itself is."""
    events = events_of(play, edition)
    for i, event in enumerate(events):
        if event.octets is None:
            continue
        broken = [*events[:i], replace(event, octets=event.octets[:3]), *events[i + 1 :]]
        found = {number for header in HEADERS for _, _, number in blamed(header, broken)}
        assert found <= {event.n}, f"event {i + 1} broken"

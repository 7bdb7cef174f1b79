"""What the text leaves open, or says twice and differently, is held against nobody: no finding of all rules blames."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from oran_harness.model import Level
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.service_models import PayloadKind
from oran_harness.service_models.kpm import elements as k
from tests.checkers.payloads_of import (
    NAME,
    kpm,
    kpm_action,
    kpm_definition_of,
    kpm_function,
    kpm_indication,
    kpm_subscribed,
    kpm_trigger,
    rc_function,
    rc_insert,
    rc_report,
    rc_trigger,
)
from tests.checkers.scene import (
    CAUSE,
    FIRST_ID,
    KPM,
    NODE,
    PLAIN,
    RC,
    RIC,
    Scene,
    accepted,
    acknowledged,
    action,
    admitted,
    component,
    function,
    indication,
    insert_action,
    setup_request,
    setup_response,
    subscription,
)
from tests.service_models.samples import measurement, message_1, style_1

OTHER = e.RICrequestID(10, 2)
AUDIT = e.RICrequestID(30, 1)
DELETE = m.RICsubscriptionDeleteRequest(FIRST_ID, PLAIN)
DELETED = m.RICsubscriptionDeleteResponse(FIRST_ID, PLAIN)
UPDATE = m.RICserviceUpdate(3)
Play = Callable[[Scene], object]


def refused() -> m.E2setupFailure:
    """A Setup failure without Time to Wait."""
    return m.E2setupFailure(1, CAUSE)


def subscription_of_lost_function(s: Scene) -> None:
    """A second Setup takes a function away; its subscription goes on and is deleted."""
    s.set_up(function(1), function(2)).subscribed(of=2).node(setup_request(function(1))).ric(setup_response())
    s.node(indication(of=2)).ric(m.RICsubscriptionDeleteRequest(FIRST_ID, 2))
    s.node(m.RICsubscriptionDeleteResponse(FIRST_ID, 2))


def component_twice(s: Scene) -> None:
    """A component that is declared twice is acknowledged twice."""
    s.up().node(setup_request(components=(component(), component())))
    s.ric(setup_response(components=(acknowledged(), acknowledged())))


def query_in_time_to_wait(s: Scene) -> None:
    """A Service Query asks for what Time to Wait holds back."""
    s.set_up().node(m.RICserviceUpdate(4, (function(2),))).ric(m.RICserviceUpdateFailure(4, CAUSE, 60))
    s.ric(m.RICserviceQuery(9)).node(m.RICserviceUpdate(5, (function(1), function(2))))
    s.ric(m.RICserviceUpdateAcknowledge(5, (accepted(1), accepted(2))))


def retried(s: Scene) -> None:
    """A Setup without answer is tried again, changed, under the same Transaction ID; then both are answered."""
    s.up().node(setup_request(function(1), function(2))).wait(5).node(setup_request(function(1, revision=2)))
    s.ric(setup_response(accepted(1, 2)))


def query_retried(s: Scene) -> None:
    """TRICquery runs off, and the RIC asks something else under the same id."""
    first = m.RICqueryRequest(FIRST_ID, PLAIN, b"one", b"")
    s.set_up().ric(first).wait(5).ric(replace(first, ric_query_header=b"two"))
    s.node(m.RICqueryResponse(FIRST_ID, PLAIN, b"outcome"))


def unlisted_confirmed(s: Scene) -> None:
    """Without an Audit List the text wants the missing list, the ASN.1 an item in the confirmed one."""
    found = e.RICsubscriptionAuditAction_Item(FIRST_ID, PLAIN, (e.RICaction_Admitted_Item(1),))
    s.set_up().subscribed().ric(m.RICsubscriptionAuditRequest(AUDIT))
    s.node(m.RICsubscriptionAuditResponse(AUDIT, (found,)))


def audited_twice(s: Scene) -> None:
    """What the RIC lists twice is confirmed twice."""
    asked = e.RICsubscriptionAudit_Item(FIRST_ID, PLAIN)
    found = e.RICsubscriptionAuditAction_Item(FIRST_ID, PLAIN, (e.RICaction_Admitted_Item(1),))
    s.set_up().subscribed().ric(m.RICsubscriptionAuditRequest(AUDIT, None, (asked, asked)))
    s.node(m.RICsubscriptionAuditResponse(AUDIT, (found, found)))


def modified_twice_in_one_list(s: Scene) -> None:
    """Only an action in several lists has to be refused."""
    change = e.RICaction_ToBeModifiedForModification_Item
    s.set_up().subscribed(action(1), action(2))
    s.ric(m.RICsubscriptionModificationRequest(FIRST_ID, PLAIN, None, None, (change(1, b"a"), change(1, b"b"))))
    done = (e.RICaction_ModifiedForModification_Item(1),)
    s.node(m.RICsubscriptionModificationResponse(FIRST_ID, PLAIN, None, None, done))


def removal_crossed(s: Scene) -> None:
    """Removals cross; the node closes on the answer to its own."""
    s.set_up().ric(m.E2RemovalRequest(1)).node(m.E2RemovalRequest(1)).ric(m.E2RemovalResponse(1)).shut_down(NODE)


def query_crossed_removal(s: Scene) -> None:
    """A Service Query crosses the Removal, after which the node has to close."""
    s.set_up().node(m.E2RemovalRequest(1)).ric(m.RICserviceQuery(3), m.E2RemovalResponse(1)).shut_down(NODE)


def update_crossed_removal(s: Scene) -> None:
    """A Service Update crosses the Removal, after which nothing is left to be updated."""
    s.set_up().ric(m.E2RemovalRequest(1)).node(UPDATE, m.E2RemovalResponse(1)).wait(60).shut_down(RIC)


def older_edition_tried(s: Scene) -> None:
    """A node that was refused tries again in E2AP 1.01, and the RIC answers in it."""
    s.up().node(setup_request()).ric(refused())
    s.edition = "1.01"
    request, response = setup_request(), setup_response()
    s.node(m.E2setupRequest(None, request.global_e2_node_id, request.ran_functions_added))
    s.ric(m.E2setupResponse(None, response.global_ric_id, response.ran_functions_accepted))


def stopped_while_asked(s: Scene) -> None:
    """A node is stopped, five seconds after a request that it has not answered."""
    s.set_up().ric(m.RICcontrolRequest(FIRST_ID, PLAIN, None, b"", b"", "ack")).wait(5).shut_down(NODE)


def report_before_modified(s: Scene) -> None:
    """Reports by the old and by the new definition surround the Modification response."""
    definition = kpm(PayloadKind.ACTION_DEFINITION, style_1(measurement(NAME), measurement(NAME)))
    change = e.RICaction_ToBeModifiedForModification_Item(1, definition)
    kpm_subscribed(s).ric(m.RICsubscriptionModificationRequest(FIRST_ID, KPM, None, None, (change,)))
    s.node(kpm_indication(message_1(1)), kpm_indication(message_1(2)))
    done = (e.RICaction_ModifiedForModification_Item(1),)
    s.node(m.RICsubscriptionModificationResponse(FIRST_ID, KPM, None, None, done))
    s.node(kpm_indication(message_1(1)), kpm_indication(message_1(2)))


def stale_report(s: Scene) -> None:
    """An id is used again, and a report of its former subscription is still under way on another stream."""
    s.set_up().subscribed(action(1), action(2)).ric(DELETE).node(DELETED, stream=5)
    s.ric(subscription(action(1))).node(admitted(1), stream=5).node(indication(2))


def stale_payload(s: Scene) -> None:
    """The same for the contents of a report."""
    kpm_subscribed(s).ric(replace(DELETE, ran_function_id=KPM)).node(replace(DELETED, ran_function_id=KPM), stream=5)
    wanted = kpm_action(style_1(measurement(NAME), measurement(NAME)))
    s.ric(subscription(wanted, of=KPM, trigger=kpm_trigger())).node(admitted(of=KPM), stream=5).node(kpm_indication())


def definition_changed(s: Scene) -> None:
    """A measurement is taken out of the definition while it is subscribed, and another put in."""
    kpm_subscribed(s)
    offer = replace(kpm_function(kpm_definition_of(1, ("DRB.New",))), ran_function_revision=2)
    s.node(m.RICserviceUpdate(4, None, (offer,)))
    s.node(kpm_indication(message_1(1, items=(measurement("DRB.New"),))))
    s.ric(m.RICserviceUpdateAcknowledge(4, (accepted(KPM, 2),)))
    s.node(kpm_indication(message_1(1, items=(measurement(NAME),))))


def range_of_labels(s: Scene) -> None:
    """How long a range of labels is, is not settled from octets."""
    ends = (
        k.MeasurementLabel(dist_bin_x=1, start_end_ind="start"),
        k.MeasurementLabel(dist_bin_x=5, start_end_ind="end"),
    )
    kpm_subscribed(s, style_1(measurement(NAME, *ends))).node(
        kpm_indication(message_1(2)), kpm_indication(message_1(5))
    )


def trigger_and_action_modified(s: Scene) -> None:
    """A Modification brings an INSERT together with the trigger that goes with it."""
    s.up().node(setup_request(rc_function())).ric(setup_response(accepted(RC)))
    s.subscribed(action(1, definition=rc_report()), of=RC, trigger=rc_trigger(4))
    more = e.RICaction_ToBeAddedForModification_Item(
        2, "insert", rc_insert(), 0, e.RICsubsequentAction("wait", "w10ms")
    )
    s.ric(m.RICsubscriptionModificationRequest(FIRST_ID, RC, rc_trigger(2), None, None, (more,)))
    s.node(m.RICsubscriptionModificationFailure(FIRST_ID, RC, CAUSE))


def id_used_for_another_type(s: Scene) -> None:
    """A standing id comes again, with a trigger and an action of another type."""
    s.up().node(setup_request(rc_function())).ric(setup_response(accepted(RC)))
    s.subscribed(action(1, definition=rc_report()), of=RC, trigger=rc_trigger(4))
    s.ric(subscription(insert_action(1, rc_insert()), of=RC, trigger=rc_trigger(2)))
    s.node(m.RICsubscriptionFailure(FIRST_ID, RC, CAUSE))


def subscription_outlives(s: Scene) -> None:
    """A subscription outlives its association: it is reported on the next one, and its deletion confirmed."""
    s.set_up().subscribed().abort(RIC)
    s.another().set_up().node(indication()).ric(DELETE).node(DELETED)


def copy_of_outliving(s: Scene) -> None:
    """The same, and the RIC asks for a copy of it, which is refused."""
    s.set_up().subscribed().abort(RIC)
    s.another().set_up().ric(subscription()).node(m.RICsubscriptionFailure(FIRST_ID, PLAIN, CAUSE)).node(indication())
    s.ric(DELETE).node(DELETED)


def subscription_outlives_two(s: Scene) -> None:
    """A subscription outlives two associations; on the second one nobody speaks of it."""
    s.set_up().subscribed().abort(RIC)
    s.another().set_up().shut_down(NODE)
    s.another("192.0.2.4:38000").set_up().subscribed(name=OTHER).node(indication()).ric(DELETE).node(DELETED)


def subscribed_before(s: Scene) -> None:
    """A subscription of before the recording is reported, and goes on beside a new one."""
    s.set_up().node(indication()).subscribed(name=OTHER).node(indication()).ric(DELETE).node(DELETED)


def setup_accepts_another_revision(s: Scene) -> None:
    """What the accepted revision in E2 SETUP RESPONSE has to be, is said only for Service Update."""
    s.up().node(setup_request(function(revision=2))).ric(setup_response(accepted(revision=0)))


OPEN: tuple[Play, ...] = (
    setup_accepts_another_revision,
    subscription_outlives,
    copy_of_outliving,
    subscription_outlives_two,
    subscribed_before,
    subscription_of_lost_function,
    component_twice,
    query_in_time_to_wait,
    retried,
    query_retried,
    unlisted_confirmed,
    audited_twice,
    modified_twice_in_one_list,
    removal_crossed,
    query_crossed_removal,
    update_crossed_removal,
    older_edition_tried,
    stopped_while_asked,
    report_before_modified,
    stale_report,
    stale_payload,
    definition_changed,
    range_of_labels,
    trigger_and_action_modified,
    id_used_for_another_type,
)


@pytest.mark.parametrize("roles", [False, True], ids=["told by messages", "told by the header"])
@pytest.mark.parametrize("play", OPEN, ids=lambda play: play.__name__)
def test_blames_nobody(play: Play, roles: bool) -> None:
    """Each of these is open or right: at most a remark speaks of it, and nobody is accused."""
    scene = Scene(roles=roles)
    play(scene)
    assert [(found.rule, found.blame) for found in scene.findings() if found.blame is not None] == []


def test_what_an_end_may_not_know_is_no_shall() -> None:
    """To close on a procedure that came after the end's own edition breaks a should at most."""
    scene = Scene("2.03").set_up()
    scene.edition = "3.01"
    scene.ric(m.RICqueryRequest(FIRST_ID, PLAIN, b"", b"")).abort(NODE)
    assert [(found.rule, found.level) for found in scene.findings()] == [("E2AP-CLOSED-UNREAD", Level.SHOULD)]


def test_a_ric_of_the_first_edition_gives_no_transaction_id() -> None:
    """Where the answer is one of E2AP 1.01, the editions differ, and no id was forgotten."""
    scene = Scene().up().node(setup_request())
    scene.edition = "1.01"
    response = setup_response()
    scene.ric(m.E2setupResponse(None, response.global_ric_id, response.ran_functions_accepted))
    assert scene.fired() == {("E2AP-VERSION-DRIFT", None)}


def test_silence_that_ends_with_the_association_is_silence() -> None:
    """Long after an unanswered request the end of an association is no answer to it; the silence is told."""
    scene = Scene().set_up().node(UPDATE).wait(30).abort(RIC)
    assert scene.fired() == {("E2AP-NO-ANSWER", "near-rt-ric")}

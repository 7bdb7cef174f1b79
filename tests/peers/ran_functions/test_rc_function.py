"""The RC function of our E2 node."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.peers.ran_functions import (
    Answered,
    Controlled,
    Failed,
    Indication,
    KpmFunction,
    Radio,
    RcFunction,
    RequestedAction,
)
from oran_harness.peers.ran_functions.rc_information import cell_octets
from oran_harness.protocols.e2ap.elements import RICrequestID
from oran_harness.service_models import PayloadKind, content_of
from oran_harness.service_models.kpm import build as kpm
from oran_harness.service_models.kpm.model import KPM
from oran_harness.service_models.rc import build as rc
from oran_harness.service_models.rc.model import RC
from oran_harness.service_models.rc.parameters import parameters
from oran_harness.service_models.rc.styles import Service
from tests.checkers.scene import EPOCH
from tests.peers.ran_functions.talk import FIRST, Talk, action

PROCESSES = {(Service.INSERT, 1): (2, 1), (Service.INSERT, 4): (5, 1)}
"""The call process and breakpoint at which an INSERT style has something to ask; the others are about mobility."""
UNSUPPORTED = ("ricRequest", "action-not-supported")
INVALID = ("ricRequest", "control-message-invalid")
UNKNOWN_PROCESS = ("ricRequest", "ric-call-process-id-invalid")


def function(edition: str = "5.00", e2ap: str = "7.00", **radio: Any) -> RcFunction:
    """An RC function whose radio begins at 0."""
    own = Radio(**radio)
    own.age(0.0)
    return RcFunction(own, edition=edition, e2ap=e2ap, unix_offset=EPOCH)


def insert(wait_s: float = 0.1, **more: Any) -> RequestedAction:
    """An INSERT action about handovers."""
    return RequestedAction(1, "insert", rc.insert_action(3, 1, edition="5.00", **more), "continue", wait_s)


def subscribe_inserts(own: RcFunction, now: float = 0.0) -> Indication:
    """An INSERT that was sent, and waits for its answer."""
    assert own.subscribe(FIRST, rc.event_trigger(2, "5.00"), [insert()], now).admitted == (1,)
    return own.insert_now(now)[0]


def handover(own: RcFunction, cell: int = 1, ue: int = 1, decision: str | None = None) -> tuple[bytes, bytes]:
    """A control request that moves a UE."""
    return rc.control(3, 1, own.radio.ue_id(ue), rc.handover_to(own.radio.cells[cell]), own.edition, decision=decision)


@pytest.mark.parametrize(
    ("kind", "edition"),
    [*(("gnb", edition) for edition in RC.editions), *((kind, "5.00") for kind in ("cu-cp", "cu-up", "du", "enb"))],
)
def test_everything_offered_is_served_without_a_finding(kind: str, edition: str) -> None:
    """All subscribed styles tell something within 12 s, control and query answer, and no rule objects."""
    talk = Talk(kind, rc=edition)
    told: dict[RICrequestID, int] = {}
    for index, offer in enumerate(one for one in talk.rc.offered if one.trigger is not None):
        given = rc.slice_quota(1, maximum=50) if offer.style == 2 else rc.handover_to(talk.radio.cells[0])
        wanted = given if offer.service is Service.POLICY else None
        octets = rc.action_definition(
            offer.service, offer.style, edition=edition, action=offer.action, parameters=wanted
        )
        process = PROCESSES.get((offer.service, offer.style), (3, 1))
        trigger = rc.event_trigger(offer.trigger or 0, edition, call_process=process, states=("any",))
        wait = "w100ms" if offer.service is Service.INSERT else None
        name = RICrequestID(10, index)
        if offer.service is not Service.POLICY:
            told[name] = 0
        one = action(octets, 1, offer.service.value, wait)
        assert talk.subscribe(talk.rc, trigger, one, name=name).admitted == (1,)
    for one in talk.run(talk.rc, 12.0):
        told[one.request_id] += 1
    assert all(told.values())
    for offer in talk.rc.offered:
        if offer.service is Service.CONTROL and (offer.style, offer.action) in CONTROLS:
            request = CONTROLS[offer.style, offer.action or 0](talk)
            assert isinstance(talk.control(request, 12.0), Controlled)
        if offer.service is Service.QUERY:
            assert isinstance(talk.query(rc.query(offer.style, edition=edition), 12.0), Answered)
    assert talk.findings() == []


CONTROLS: dict[tuple[int, int], Any] = {
    (1, 1): lambda talk: rc.control(1, 1, talk.radio.ue_id(1), rc.drb_qos(1, 5), talk.rc.edition),
    (2, 6): lambda talk: rc.control(2, 6, talk.radio.ue_id(1), rc.slice_quota(1), talk.rc.edition),
    (3, 1): lambda talk: handover(talk.rc),
    (4, 4): lambda talk: rc.control(4, 4, talk.radio.ue_id(2), rc.rrc_release(), talk.rc.edition),
}


def test_reports_on_request() -> None:
    """Each REPORT action tells at once: of the first UE, or of all cells."""
    own = function()
    for style in (1, 2, 3, 4):
        octets = rc.report_action(style, edition="5.00")
        trigger = rc.event_trigger(style, "5.00")
        own.subscribe(RICrequestID(10, style), trigger, [RequestedAction(1, "report", octets)], 0.0)
    told = {one.request_id.ric_instance_id: one for one in own.report_now(1.0)}
    assert set(told) == {1, 2, 3, 4}
    cells = content_of(RC.decode(PayloadKind.INDICATION_MESSAGE, told[3].message, "5.00").value).cell_info_list
    assert [each.cell_global_id for each in cells] == list(own.radio.cells)
    ues = content_of(RC.decode(PayloadKind.INDICATION_MESSAGE, told[4].message, "5.00").value).ue_parameter_list
    assert [each.ue_id for each in ues] == [own.radio.ue_id(1)]
    assert own.insert_now(1.0) == ()


def test_wakes_only_for_subscribers() -> None:
    """Without subscriptions nothing is due; with one the next event is."""
    own = function()
    assert own.wakes_at is None
    trigger = rc.event_trigger(4, "5.00")
    own.subscribe(FIRST, trigger, [RequestedAction(1, "report", rc.report_action(4, edition="5.00"))], 0.0)
    assert own.wakes_at is not None
    assert 0.0 < own.wakes_at <= 5.0
    assert own.subscriptions == (FIRST,)
    assert own.unsubscribe(FIRST, 1.0)
    assert not own.unsubscribe(FIRST, 1.0)
    assert (own.wakes_at, own.indications(9.0)) == (None, ())


def test_an_insert_is_answered_in_time() -> None:
    """The answer to an INSERT takes its style, action and call process ID, is executed, and ends the call process."""
    own = function()
    asked = subscribe_inserts(own)
    assert asked.type == "insert"
    assert asked.call_process_id is not None
    before = own.radio.ue(0, 0.0)
    assert before is not None
    assert isinstance(own.control(*handover(own, decision="accept"), asked.call_process_id, 0.05), Controlled)
    after = own.radio.ue(0, 0.05)
    assert after is not None
    assert (before.cell, after.cell) == (0, 1)
    again = own.control(*handover(own, decision="accept"), asked.call_process_id, 0.06)
    assert again == Failed(UNKNOWN_PROCESS)


def test_an_insert_is_rejected() -> None:
    """With decision reject nothing is done, and the request is acknowledged."""
    own = function()
    asked = subscribe_inserts(own)
    assert isinstance(own.control(*handover(own, decision="reject"), asked.call_process_id, 0.05), Controlled)
    ue = own.radio.ue(0, 0.1)
    assert ue is not None
    assert ue.cell == 0


@pytest.mark.parametrize(
    ("e2ap", "cause"),
    [("7.00", "control-timer-expired"), ("2.03", "control-timer-expired"), ("1.01", "call-process-id-invalid")],
)
def test_an_answer_too_late(e2ap: str, cause: str) -> None:
    """After the Time to Wait the answer fails, with the cause that the edition has for it."""
    own = function(e2ap=e2ap)
    asked = subscribe_inserts(own)
    result = own.control(*handover(own, decision="accept"), asked.call_process_id, 0.11)
    assert result == Failed(("ricRequest", cause))  # type: ignore[arg-type]


def test_answers_that_fit_no_insert() -> None:
    """Unknown call processes, answers of another style, decisions and admissions without an INSERT fail."""
    own = function()
    asked = subscribe_inserts(own)
    ue = own.radio.ue_id(1)
    release = rc.control(4, 4, ue, rc.rrc_release(), "5.00")
    assert own.control(*release, asked.call_process_id, 0.0) == Failed(INVALID)
    assert own.control(*release, rc.call_process_id(77, "5.00"), 0.0) == Failed(UNKNOWN_PROCESS)
    assert own.control(*release, b"\xff", 0.0) == Failed(UNKNOWN_PROCESS)
    assert own.control(*handover(own, decision="accept"), None, 0.0) == Failed(INVALID)
    admission = rc.control(1, 4, ue, rc.drb_qos(1, 9), "5.00", decision="accept")
    assert own.control(*admission, None, 0.0) == Failed(UNKNOWN_PROCESS)
    own.clear()
    assert own.control(*handover(own, decision="accept"), asked.call_process_id, 0.0) == Failed(UNKNOWN_PROCESS)


def test_inserts_need_a_time_to_wait() -> None:
    """An INSERT without a subsequent action is refused (E2AP 9.2.13)."""
    result = function().subscribe(FIRST, rc.event_trigger(2, "5.00"), [insert(None)], 0.0)  # type: ignore[arg-type]
    assert result.failure == ("ricRequest", "inconsistent-action-subsequent-action-sequence")


def test_an_insert_of_one_ue() -> None:
    """An INSERT that names a UE is silent about others."""
    own = function()
    own.subscribe(FIRST, rc.event_trigger(2, "5.00"), [insert(ue=own.radio.ue_id(2))], 0.0)
    assert own.insert_now(0.0) == ()
    assert own.indications(20.0) == ()


def test_what_is_controlled_is_told() -> None:
    """A handover that a RIC ordered is an event like others; it is due at once."""
    own = function()
    trigger = rc.event_trigger(4, "5.00", states=(), id_changes=(2,), ue=own.radio.ue_id(1))
    own.subscribe(FIRST, trigger, [RequestedAction(1, "report", rc.report_action(4, edition="5.00"))], 0.0)
    own.control(*handover(own), None, 0.0)
    assert own.wakes_at == 0.0
    (one,) = own.indications(0.0)
    told = {
        each.id: each.value for each in parameters(RC.decode(PayloadKind.INDICATION_MESSAGE, one.message, "5.00").value)
    }
    assert told[10001] == ("valueOctS", cell_octets(own.radio.cells[1]))
    assert own.indications(0.5) == ()


def test_a_quota_is_seen_in_kpm() -> None:
    """A slice that gets a smaller share of the PRBs has less throughput from then on."""
    own = function()
    measured = KpmFunction(own.radio, unix_offset=EPOCH)
    asked = kpm.action_definition(1, edition="3.00", measurements=("RRU.PrbUsedDl",), labels=(kpm.slice_label(1),))
    measured.subscribe(FIRST, kpm.event_trigger(1000, "3.00"), [RequestedAction(1, "report", asked)], 0.0)

    def used(now: float) -> int:
        message = measured.report_now(now)[0].message
        return int(
            content_of(KPM.decode(PayloadKind.INDICATION_MESSAGE, message, "3.00").value).meas_data[0].meas_record[0][1]
        )

    before = used(1.0)
    header, message = rc.multiple_control(
        [(2, 6, rc.slice_quota(1, maximum=5)), (2, 6, rc.slice_quota(1, 1, maximum=5))], "5.00"
    )
    result = own.control(header, message, None, 1.0)
    assert isinstance(result, Controlled)
    assert before > 4 * 6 >= used(1.0) > 0


def test_all_or_nothing() -> None:
    """Of several actions none is done if one cannot be; the failure has the outcome of that one (RC 7.6.10)."""
    own = function()
    orders = [(2, 6, rc.slice_quota(1, maximum=5)), (3, 1, rc.handover_to(own.radio.cells[1]))]
    result = own.control(*rc.multiple_control(orders, "5.00"), None, 0.0)
    assert isinstance(result, Failed)
    assert result.cause == ("ricRequest", "control-failed-to-execute")
    assert own.radio.quotas == {}
    outcome = content_of(RC.decode(PayloadKind.CONTROL_OUTCOME, result.outcome or b"", "5.00").value)
    assert [style.indicated_control_style_type for style in outcome.ric_control_style_list] == [3]
    unknown = own.control(*rc.multiple_control([orders[0], (2, 5, orders[0][2])], "5.00"), None, 0.0)
    assert isinstance(unknown, Failed)
    assert unknown.outcome is not None
    assert own.radio.quotas == {}


def test_policies_act_on_their_trigger() -> None:
    """A policy does its action when its trigger fires, and tells nobody; one whose condition fails does not."""
    own = function()
    idle = (rc.comparison(202, "equal", 2),)
    actions = [
        RequestedAction(1, "policy", rc.policy_action(2, 6, rc.slice_quota(2, maximum=7), edition="5.00")),
        RequestedAction(2, "policy", rc.policy_action(2, 6, rc.slice_quota(1), edition="5.00", conditions=idle)),
    ]
    assert own.subscribe(FIRST, rc.event_trigger(2, "5.00", call_process=(5, 1)), actions, 0.0).admitted == (1, 2)
    assert own.radio.quotas == {}
    assert own.indications(20.0) == ()
    assert {key: quota.maximum for key, quota in own.radio.quotas.items()} == {(b"\x02", None): 7}


def test_policies_do_not_answer_themselves() -> None:
    """A policy whose action fires its own trigger acts once for each event that nobody caused."""
    own = function()
    policy = rc.policy_action(3, 1, rc.handover_to(own.radio.cells[0]), edition="5.00")
    own.subscribe(FIRST, rc.event_trigger(2, "5.00"), [RequestedAction(1, "policy", policy)], 0.0)
    for _ in range(200):
        assert own.wakes_at is not None
        own.indications(own.wakes_at)
    assert own.wakes_at is not None
    assert own.wakes_at > 5.0


def test_modification() -> None:
    """A modified action keeps its type; what it was without is refused."""
    own = function()
    own.subscribe(FIRST, rc.event_trigger(2, "5.00"), [insert()], 0.0)
    changed = RequestedAction(1, "report", rc.insert_action(3, 1, edition="5.00", ue=own.radio.ue_id(2)))
    assert own.modify(FIRST, 1.0, modified=[changed]).modified.admitted == (1,)
    assert own.insert_now(1.0) == ()
    longer = RequestedAction(1, "report", time_to_wait_s=30.0)
    assert own.modify(FIRST, 1.0, modified=[longer]).modified.admitted == (1,)
    assert own.modify(FIRST, 1.0, modified=[RequestedAction(1, "report", insert().definition)]).failure is None
    asked = own.insert_now(1.0)[0]
    assert isinstance(own.control(*handover(own, decision="reject"), asked.call_process_id, 30.9), Controlled)
    result = own.modify(RICrequestID(1, 1), 1.0, removed=[1])
    assert result.failure == ("ricRequest", "request-id-unknown")


def test_revisions() -> None:
    """A revised function has another definition under the next revision."""
    own = function()
    first = own.definition
    assert (own.revision, own.key, own.short_name, own.oid) == (0, "rc", "ORAN-E2SM-RC", "1.3.6.1.4.1.53148.1.1.2.3")
    own.revise()
    assert own.revision == 1
    assert own.definition != first


EDITION = "5.00"
UE, CELL = Radio().ue_id(1), Radio().cells[1]
SUBSCRIPTIONS = (
    (
        rc.event_trigger(1, EDITION, messages=(("uL-DCCH", 2), ("f1", 11))),
        "report",
        rc.report_action(1, edition=EDITION),
    ),
    (rc.event_trigger(3, EDITION), "report", rc.report_action(3, edition=EDITION)),
    (rc.event_trigger(4, EDITION, ue=UE, id_changes=(2,)), "report", rc.report_action(4, edition=EDITION)),
    (rc.event_trigger(2, EDITION), "insert", rc.insert_action(3, 1, edition=EDITION)),
    (
        rc.event_trigger(2, EDITION),
        "policy",
        rc.policy_action(2, 6, rc.slice_quota(1), edition=EDITION, conditions=(rc.comparison(202, "equal", 0),)),
    ),
)
REQUESTS = (
    rc.control(2, 6, UE, rc.slice_quota(1, 2), EDITION),
    rc.control(3, 1, UE, rc.handover_to(CELL), EDITION),
    rc.control(1, 1, UE, rc.drb_qos(1, 5), EDITION),
    rc.multiple_control([(2, 6, rc.slice_quota(1)), (4, 4, rc.rrc_release())], EDITION, ue=UE),
    rc.query(1, edition=EDITION),
    rc.query(2, edition=EDITION, ue=UE),
)
CHANGES = st.lists(st.tuples(st.integers(0, 1 << 16), st.integers(0, 255)), max_size=2)


def changed(octets: bytes, changes: list[tuple[int, int]]) -> bytes:
    """The octets with some of them replaced."""
    result = bytearray(octets)
    for place, value in changes:
        result[place % len(result)] = value
    return bytes(result)


@settings(max_examples=150)
@given(st.sampled_from(SUBSCRIPTIONS), CHANGES, CHANGES)
def test_no_subscription_raises(asked: tuple[bytes, Any, bytes], first: Any, second: Any) -> None:
    """Whatever octets a RIC subscribes with are refused or served; what is told is readable."""
    own = function()
    trigger, kind, definition = asked
    requested = RequestedAction(1, kind, changed(definition, second), "wait", 0.1)
    result = own.subscribe(FIRST, changed(trigger, first), [requested], 0.0)
    assert result.failure is not None or result.admitted == (1,)
    for one in (*own.report_now(0.0), *own.insert_now(0.0), *own.indications(6.0)):
        assert RC.decode(PayloadKind.INDICATION_HEADER, one.header, EDITION).conforms
        assert RC.decode(PayloadKind.INDICATION_MESSAGE, one.message, EDITION).conforms


@settings(max_examples=150)
@given(st.sampled_from(REQUESTS), CHANGES, CHANGES, st.none() | st.binary(max_size=6))
def test_no_request_raises(asked: tuple[bytes, bytes], first: Any, second: Any, process: bytes | None) -> None:
    """Whatever octets a RIC controls or queries with are refused or served; outcomes are readable."""
    own = function()
    header, message = changed(asked[0], first), changed(asked[1], second)
    controlled = own.control(header, message, process, 0.0)
    answered = own.query(header, message, 0.0)
    if isinstance(controlled, Controlled):
        assert controlled.outcome is not None
        assert RC.decode(PayloadKind.CONTROL_OUTCOME, controlled.outcome, EDITION).conforms
    if isinstance(answered, Answered):
        assert RC.decode(PayloadKind.QUERY_OUTCOME, answered.outcome, EDITION).conforms

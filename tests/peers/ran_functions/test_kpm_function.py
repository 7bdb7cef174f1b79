"""The KPM function of our E2 node."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.peers.ran_functions import Indication, KpmFunction, Radio, RequestedAction
from oran_harness.peers.ran_functions.kpm_function import MOST_AT_ONCE
from oran_harness.protocols.e2ap.elements import RICrequestID
from oran_harness.service_models import PayloadKind, content_of
from oran_harness.service_models.kpm.build import (
    action_definition,
    condition,
    event_trigger,
    function_definition,
    job,
    multiple_action_definition,
    no_label,
)
from oran_harness.service_models.kpm.model import KPM
from oran_harness.service_models.kpm.records import reports
from oran_harness.service_models.kpm.timestamps import collection_start, start_time
from tests.checkers.scene import EPOCH
from tests.peers.ran_functions.talk import FIRST, Talk, action

PARTS = ("cu-cp", "cu-up", "du", "enb")
PRESENT = (condition("rSRP", "present"),)
OTHER = RICrequestID(10, 2)


def function(edition: str = "3.00", e2ap: str = "3.01", **radio: Any) -> KpmFunction:
    """A KPM function whose radio begins at 0."""
    own = Radio(**radio)
    own.age(0.0)
    return KpmFunction(own, edition=edition, e2ap=e2ap, unix_offset=EPOCH)


def report(number: int = 1, style: int = 1, edition: str = "3.00", **more: Any) -> RequestedAction:
    """A REPORT action of a style."""
    return RequestedAction(number, "report", action_definition(style, edition=edition, **more))


def content(one: Indication, edition: str = "3.00") -> Any:
    """What the message of an indication holds."""
    return content_of(KPM.decode(PayloadKind.INDICATION_MESSAGE, one.message, edition).value)


@pytest.mark.parametrize(
    ("kind", "edition"), [*(("gnb", edition) for edition in KPM.editions), *((kind, "3.00") for kind in PARTS)]
)
def test_all_styles_are_served_without_a_finding(kind: str, edition: str) -> None:
    """Styles 1 to 5 with all their measurements: indications each second, and nothing that a rule could object to."""
    talk = Talk(kind, kpm=edition)
    ues = [talk.radio.ue_id(1), talk.radio.ue_id(2)]
    given: dict[int, dict[str, Any]] = {1: {}, 2: {"ues": ues[:1]}, 3: {}, 4: {"conditions": PRESENT}, 5: {"ues": ues}}
    actions = [
        action(
            action_definition(style, edition=edition, measurements=listed, granularity_ms=500, **given[style]),
            style,
        )
        for style, listed in talk.kpm.offered.items()
    ]
    assert talk.subscribe(talk.kpm, event_trigger(1000, edition), *actions).admitted == (1, 2, 3, 4, 5)
    told = talk.run(talk.kpm, 6.5)
    assert len(told) == 6 * 5
    assert [one.sn for one in told[::5]] == list(range(6))
    assert talk.findings() == []


def test_periods() -> None:
    """An indication comes when its period is over, says when that began, and has a record for each granularity."""
    kpm = function()
    kpm.subscribe(FIRST, event_trigger(1000, "3.00"), [report(granularity_ms=250)], 5.0)
    assert kpm.wakes_at == 6.0
    assert kpm.indications(5.999) == ()
    (one,) = kpm.indications(6.0)
    header = KPM.decode(PayloadKind.INDICATION_HEADER, one.header, "3.00").value
    start = start_time(header)
    assert start is not None
    assert collection_start(start) == EPOCH + 5.0
    assert len(content(one).meas_data) == 4
    assert (one.request_id, one.action_id, one.type, one.call_process_id) == (FIRST, 1, "report", None)
    assert kpm.wakes_at == 7.0


@pytest.mark.parametrize(("granularity", "records"), [(400, 2), (3000, 1), (1000, 1)])
def test_granularity_that_does_not_divide(granularity: int, records: int) -> None:
    """As many records as whole granularity periods; one where it is longer than the reporting period."""
    kpm = function()
    kpm.subscribe(FIRST, event_trigger(1000, "3.00"), [report(granularity_ms=granularity)], 0.0)
    assert len(content(kpm.indications(1.0)[0]).meas_data) == records


def test_late_host() -> None:
    """Missed periods are made up for, but not without end."""
    kpm = function()
    kpm.subscribe(FIRST, event_trigger(1000, "3.00"), [report()], 0.0)
    assert len(kpm.indications(3.5)) == 3
    assert len(kpm.indications(1000.5)) == MOST_AT_ONCE
    assert kpm.wakes_at == 1001.0


def test_a_report_on_request() -> None:
    """An indication can be had at once, beside the schedule."""
    kpm = function()
    kpm.subscribe(FIRST, event_trigger(10000, "3.00"), [report(1), report(2)], 0.0)
    assert [one.action_id for one in kpm.report_now(1.0)] == [1, 2]
    assert kpm.wakes_at == 10.0
    assert [one.sn for one in kpm.indications(10.0)] == [1, 1]
    assert kpm.insert_now(1.0) == ()


def test_seeds_repeat() -> None:
    """The same seed gives the same octets, another one others."""

    def told(seed: int) -> list[bytes]:
        kpm = function(seed=seed)
        kpm.subscribe(FIRST, event_trigger(1000, "3.00"), [report()], 0.0)
        return [one.message for one in kpm.indications(5.0)]

    assert told(1) == told(1) != told(2)


def test_values_move() -> None:
    """Values change from period to period, and stay in the bounds that their measurement has."""
    kpm = function()
    asked = report(measurements=("DRB.UEThpDl", "RRU.PrbTotDl"))
    kpm.subscribe(FIRST, event_trigger(1000, "3.00"), [asked], 0.0)
    records = []
    for now in range(1, 31):
        records += [one.meas_record for told in kpm.indications(float(now)) for one in content(told).meas_data]
    throughput, share = zip(*(((first[1]), second[1]) for first, second in records), strict=True)
    assert len(set(throughput)) > 25
    assert len(set(share)) > 5
    assert all(0 <= each <= 100 for each in share)


def test_ues_come_and_go() -> None:
    """Style 4 reports the UEs that are there: two always, others for some seconds, never one twice at a time."""
    kpm = function()
    kpm.subscribe(FIRST, event_trigger(1000, "3.00"), [report(style=4, conditions=PRESENT)], 0.0)
    seen = []
    for now in range(1, 41):
        (one,) = kpm.indications(float(now))
        message = KPM.decode(PayloadKind.INDICATION_MESSAGE, one.message, "3.00").value
        seen.append([each.ue_id[1].amf_ue_ngap_id for each in reports(message) if each.ue_id is not None])
    assert all(len(set(ues)) == len(ues) and {1, 2} <= set(ues) for ues in seen)
    assert len({ue for ues in seen for ue in ues}) > 10
    assert len({len(ues) for ues in seen}) > 1


def test_nobody_matches() -> None:
    """Without a match styles 3 and 4 send nothing, and the subscription goes on (KPM 7.4.5.4)."""
    kpm = function()
    nobody = (condition("sNSSAI", "equal", b"\x77"),)
    actions = [report(3, 3, conditions=nobody), report(4, 4, conditions=nobody)]
    assert kpm.subscribe(FIRST, event_trigger(1000, "3.00"), actions, 0.0).admitted == (3, 4)
    assert kpm.indications(1.0) == ()
    assert kpm.wakes_at == 2.0


def test_each_action_is_judged_alone() -> None:
    """What cannot be served is refused with a cause, the rest is admitted (E2AP 8.2.1)."""
    kpm = function()
    node = Radio(plmn=b"\x02\xf8\x59")
    actions = [
        report(1),
        report(2, measurements=("No.Such",)),
        RequestedAction(3, "insert", report().definition),
        RequestedAction(4, "report", b"\xff\xff\xff"),
        report(5, 2, ues=[Radio().ue_id(99)]),
        report(6, 1, cell=node.cells[0]),
        RequestedAction(7, "report", None),
        report(8, granularity_ms=1),
    ]
    result = kpm.subscribe(FIRST, event_trigger(10000, "3.00"), actions, 0.0)
    assert result.admitted == (1,)
    assert result.failure is None
    assert dict(result.refused) == {
        2: ("ricRequest", "requested-information-unavailable"),
        3: ("ricRequest", "action-not-supported"),
        4: ("protocol", "transfer-syntax-error"),
        5: ("ricRequest", "requested-information-unavailable"),
        6: ("ricRequest", "requested-information-unavailable"),
        7: ("protocol", "semantic-error"),
        8: ("ricRequest", "function-resource-limit"),
    }


@pytest.mark.parametrize(
    ("e2ap", "cause"), [("1.01", "unspecified"), ("2.03", "unspecified"), ("3.01", "requested-information-unavailable")]
)
def test_causes_of_the_edition(e2ap: str, cause: str) -> None:
    """With nothing admitted the subscription fails, with a cause that the E2AP edition has."""
    kpm = function(e2ap=e2ap)
    result = kpm.subscribe(FIRST, event_trigger(1000, "3.00"), [report(measurements=("No.Such",))], 0.0)
    assert (result.admitted, result.failure) == ((), ("ricRequest", cause))
    assert kpm.subscriptions == ()
    assert kpm.wakes_at is None


def test_triggers_that_are_none() -> None:
    """A trigger that cannot be read fails the subscription."""
    result = function().subscribe(FIRST, b"\xff\xff\xff", [report()], 0.0)
    assert result.failure == ("protocol", "transfer-syntax-error")


def test_life_of_subscriptions() -> None:
    """Subscriptions go one by one or all at once; an ID that is taken is refused."""
    kpm = function()
    trigger = event_trigger(1000, "3.00")
    for name in (FIRST, OTHER):
        kpm.subscribe(name, trigger, [report()], 0.0)
    assert kpm.subscribe(FIRST, trigger, [report()], 0.0).failure == ("ricRequest", "duplicate-ric-request-id")
    assert kpm.subscriptions == (FIRST, OTHER)
    assert kpm.unsubscribe(FIRST, 0.5)
    assert not kpm.unsubscribe(FIRST, 0.5)
    assert [one.request_id for one in kpm.indications(1.0)] == [OTHER]
    kpm.clear()
    assert (kpm.subscriptions, kpm.wakes_at, kpm.indications(2.0)) == ((), None, ())


def test_modification() -> None:
    """Actions are added, changed and removed; another trigger begins its period anew."""
    kpm = function()
    kpm.subscribe(FIRST, event_trigger(1000, "3.00"), [report(1), report(2)], 0.0)
    result = kpm.modify(
        FIRST,
        0.5,
        event_trigger=event_trigger(3000, "3.00"),
        added=[report(3)],
        modified=[report(1, granularity_ms=500)],
        removed=[2],
    )
    assert (result.added.admitted, result.modified.admitted, result.removed) == ((3,), (1,), (2,))
    assert result.failure is None
    assert kpm.wakes_at == 3.5
    assert [(one.action_id, len(content(one).meas_data)) for one in kpm.indications(3.5)] == [(1, 6), (3, 3)]


def test_revisions() -> None:
    """A revised function offers another measurement under the next revision, and serves it."""
    kpm = function()
    first = kpm.definition
    assert (kpm.revision, first) == (0, function_definition("3.00"))
    kpm.revise()
    assert kpm.revision == 1
    assert kpm.definition != first
    assert kpm.oid == "1.3.6.1.4.1.53148.1.2.2.2"
    assert (kpm.key, kpm.short_name) == ("kpm", "ORAN-E2SM-KPM")
    added = kpm.offered[1][-1:]
    assert kpm.subscribe(FIRST, event_trigger(1000, "3.00"), [report(measurements=added)], 0.0).admitted == (1,)
    assert function().subscribe(FIRST, event_trigger(1000, "3.00"), [report(measurements=added)], 0.0).refused


def test_no_other_services() -> None:
    """KPM has neither CONTROL nor QUERY."""
    kpm = function()
    assert kpm.control(b"", b"", None, 0.0).cause == ("ricRequest", "action-not-supported")  # type: ignore[union-attr]
    assert kpm.query(b"", b"", 0.0).cause == ("ricRequest", "action-not-supported")  # type: ignore[union-attr]


SAMPLES = (
    action_definition(1, edition="3.00", measurements=("DRB.UEThpDl", "RRU.PrbUsedDl")),
    action_definition(3, edition="3.00", conditions=(no_label(), condition("cQI", "greaterthan", 7))),
    action_definition(4, edition="3.00", conditions=(condition("sNSSAI", "contains", b"\x01"),)),
    action_definition(5, edition="3.00", ues=[Radio().ue_id(1), Radio().ue_id(2)]),
    multiple_action_definition(
        [job(1, action_definition(1, edition="3.00")), job(2)], "5.00", common=action_definition(3, edition="3.00")
    ),
)


@settings(max_examples=100)
@given(
    st.sampled_from(SAMPLES),
    st.lists(st.tuples(st.integers(0, 200), st.integers(0, 255)), max_size=4),
    st.binary(max_size=4),
)
def test_nothing_raises(sample: bytes, changes: list[tuple[int, int]], tail: bytes) -> None:
    """Whatever octets a RIC sends are refused or served: each action is in one list, and what is sent is readable."""
    octets = bytearray(sample + tail)
    for place, value in changes:
        octets[place % len(octets)] = value
    kpm = function("5.00")
    result = kpm.subscribe(FIRST, event_trigger(1000, "5.00"), [RequestedAction(1, "report", bytes(octets))], 0.0)
    assert len(result.admitted) + len(result.refused) == 1
    for one in kpm.indications(1.0):
        assert KPM.decode(PayloadKind.INDICATION_MESSAGE, one.message, "5.00").conforms

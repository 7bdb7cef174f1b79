"""What E2SM-KPM leaves to a near-RT RIC accuses no near-RT RIC."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from oran_harness import conformance
from oran_harness.drivers.setting import Setting
from oran_harness.drivers.virtual import perform_virtual
from oran_harness.model import Role, Verdict
from oran_harness.peers.actor import Command, Heard
from oran_harness.peers.flaws.alteration import within
from oran_harness.peers.flaws.kpm_payload import rewritten
from oran_harness.peers.near_rt_ric import NearRtRic, RicConfig
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.elements import RANfunctionIDcause_Item
from oran_harness.protocols.e2ap.message import Message
from oran_harness.runner.judgement import audit, judge
from oran_harness.service_models.kpm.build import CATALOGUE, five_qi_label, slice_label
from oran_harness.service_models.kpm.elements import LabelInfoItem
from oran_harness.service_models.kpm.model import KPM
from oran_harness.service_models.payload import PayloadKind
from oran_harness.service_models.rc.model import RC
from oran_harness.steps.causes import cause
from tests.conformance.e2ap.misbehaving_ric import (
    MisbehavingRic,
    Misbehaviour,
    complains,
    edits,
    ends,
    ignores,
    mum,
    of,
    refuses_setup,
)
from tests.conformance.e2ap.performing_ric import EDITION, perform, ric_cases

CASES = [case.id for case in ric_cases() if case.id.startswith("E2SM-KPM-1")]


def alters(change: Callable[[Any], Any]) -> Misbehaviour:
    """KPM action definitions are asked for otherwise."""

    def changed(request: Any) -> Any:
        kind, details = PayloadKind.ACTION_DEFINITION, request.ric_subscription_details
        actions = tuple(
            each
            if RC.decode(kind, each.ric_action_definition).conforms
            else replace(each, ric_action_definition=rewritten(kind, each.ric_action_definition, change))
            for each in details.ric_action_to_be_setup_list
        )
        return replace(request, ric_subscription_details=replace(details, ric_action_to_be_setup_list=actions))

    return edits(m.RICsubscriptionRequest, changed)


def twice(request: Any) -> Any:
    """Two actions, both alike."""
    details = request.ric_subscription_details
    first = details.ric_action_to_be_setup_list[0]
    both = (first, replace(first, ric_action_id=first.ric_action_id + 1))
    return replace(request, ric_subscription_details=replace(details, ric_action_to_be_setup_list=both))


def by_id(measurement: tuple[str, Any]) -> tuple[str, Any]:
    """The ID that our nodes publish for it."""
    return ("measID", CATALOGUE[measurement[1]].id) if measurement[1] in CATALOGUE else measurement


def unreadable(message: Message | None, _octets: bytes) -> bool:
    """Indications that no edition of KPM reads."""
    if not isinstance(message, m.RICindication):
        return False
    header = KPM.decode(PayloadKind.INDICATION_HEADER, message.ric_indication_header or b"")
    return not (header.conforms and KPM.decode(PayloadKind.INDICATION_MESSAGE, message.ric_indication_message or b""))


def asks_again() -> Misbehaviour:
    """A refused subscription is asked for once more, under the same RICrequestID."""
    asked: dict[object, Message] = {}

    def says(_ric: MisbehavingRic, message: Message) -> Message | None:
        if isinstance(message, m.RICsubscriptionRequest):
            asked[message.ric_request_id] = message
        return message

    def hears(ric: MisbehavingRic, heard: Heard, message: Message | None) -> Sequence[Command] | None:
        if not isinstance(message, m.RICsubscriptionFailure) or message.ric_request_id not in asked:
            return None
        return (ric.say(heard.association, asked.pop(message.ric_request_id)),)

    return Misbehaviour(hears=hears, says=says)


def deletes_after_a_report() -> Misbehaviour:
    """The first report is enough."""

    def hears(ric: MisbehavingRic, heard: Heard, message: Message | None) -> Sequence[Command] | None:
        if not isinstance(message, m.RICindication) or ric.count("reports") > 1 or message.ric_request_id is None:
            return None
        return (
            ric.say(heard.association, m.RICsubscriptionDeleteRequest(message.ric_request_id, message.ran_function_id)),
        )

    return Misbehaviour(hears)


def rejects_functions() -> Misbehaviour:
    """No function of a later node is accepted."""

    def changed(response: Any) -> Any:
        why = cause("ran-function-not-supported", "3.01")
        accepted = response.ran_functions_accepted or ()
        refused = tuple(RANfunctionIDcause_Item(each.ran_function_id, why) for each in accepted)
        return replace(response, ran_functions_accepted=None, ran_functions_rejected=refused)

    return edits(m.E2setupResponse, changed, nth=2)


SLICES = (LabelInfoItem(slice_label(1)), LabelInfoItem(slice_label(1, 2)), LabelInfoItem(five_qi_label(9)))
REPORTS, BROKEN, ALL = (121, 135), (141, 149), (101, 156)
"""Which cases a freedom may matter to."""
FREEDOMS: Mapping[str, tuple[Misbehaviour, tuple[int, int]]] = {
    "ignores reports": (ignores(of(m.RICindication)), REPORTS),
    "complains of what it cannot read": (complains(unreadable), BROKEN),
    "leaves who sends what it cannot read": (ends(unreadable, how="abort"), BROKEN),
    "tells nothing": (mum(Misbehaviour()), ALL),
    "asks for two actions": (edits(m.RICsubscriptionRequest, twice), (101, 130)),
    "asks by IDs": (alters(lambda value: within(value, ("meas_type",), by_id)), (101, 130)),
    "asks for slices": (alters(lambda value: within(value, ("label_info_list",), lambda _: SLICES)), (101, 149)),
    "asks for short granularity": (alters(lambda value: within(value, ("granul_period",), lambda _: 100)), REPORTS),
    "asks for one measurement": (
        alters(lambda value: within(value, ("meas_info_list",), lambda items: items[:1])),
        (101, 149),
    ),
    "asks for names that it knows": (
        alters(lambda value: within(value, ("meas_type",), lambda _: ("measName", "DRB.IPVolDl"))),
        (101, 110),
    ),
    "asks again": (asks_again(), (101, 117)),
    "deletes after a report": (deletes_after_a_report(), REPORTS),
    "refuses a second node": (refuses_setup(nth=2), ALL),
    "rejects functions of later nodes": (rejects_functions(), ALL),
}
NOT_MEANT = {
    # What is wrong comes on the one association that there is.
    ("leaves who sends what it cannot read", "E2SM-KPM-149"),
    # The IDs of the other nodes are what this node does not have.
    ("asks by IDs", "E2SM-KPM-116"),
}
COSTLY = "E2SM-KPM-152"


@pytest.mark.parametrize("freedom", FREEDOMS)
def test_a_freedom_accuses_nobody(freedom: str) -> None:
    """No case fails, and none breaks, for a near-RT RIC that does what it may."""
    misbehaviour, (first, last) = FREEDOMS[freedom]
    for case in CASES:
        if case == COSTLY or (freedom, case) in NOT_MEANT or not first <= int(case[-3:]) <= last:
            continue
        told = perform(case, misbehaviour)
        assert told.judgement.verdict not in (Verdict.FAIL, Verdict.ERROR), f"{case}: {told}"


@pytest.mark.parametrize("case", ["E2SM-KPM-101", "E2SM-KPM-107", "E2SM-KPM-112", "E2SM-KPM-113"])
@pytest.mark.parametrize("model", ["kpm", "rc"])
def test_a_ric_may_subscribe_of_its_own_accord(case: str, model: str) -> None:
    """A subscription that nobody asked for is not taken for the one that was."""
    config = RicConfig(subscribe=({"service_model": model},))
    setting = Setting(role=Role.NEAR_RT_RIC, edition=EDITION, stimuli=None)
    chosen = conformance.find(case)
    performed = perform_virtual(chosen, setting, lambda: NearRtRic(config))
    findings = audit(chosen.description, case, performed.header, performed.events).of_case
    verdict = judge(chosen.description, performed.outcome, findings).verdict
    assert verdict not in (Verdict.FAIL, Verdict.ERROR)

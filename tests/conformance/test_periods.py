"""A subscription is asked for again with longer periods, and is otherwise the same."""

import pytest

from oran_harness.conformance.periods import USUAL_MS, period_ms, slower
from oran_harness.protocols.e2ap.elements import RICaction_ToBeSetup_Item, RICrequestID, RICsubscriptionDetails
from oran_harness.protocols.e2ap.messages import RICsubscriptionRequest
from oran_harness.service_models.common.build import ue_id
from oran_harness.service_models.kpm import build as kpm
from oran_harness.service_models.rc import build as rc

EDITION = "3.00"
UES = (ue_id("gnb", 1), ue_id("gnb", 2))
ABOUT = {
    1: {},
    2: {"ues": UES[:1]},
    3: {},
    4: {"conditions": (kpm.condition("rSRP", "greaterthan", 1),)},
    5: {"ues": UES},
}


def definition(style: int, granularity: int) -> bytes:
    return kpm.action_definition(style, granularity_ms=granularity, edition=EDITION, **ABOUT[style])  # type: ignore[arg-type]


def request(trigger: bytes, *definitions: bytes) -> RICsubscriptionRequest:
    actions = tuple(RICaction_ToBeSetup_Item(number, "report", each) for number, each in enumerate(definitions))
    return RICsubscriptionRequest(RICrequestID(1, 2), 3, RICsubscriptionDetails(trigger, actions))


@pytest.mark.parametrize("style", ABOUT)
def test_both_periods_grow(style: int) -> None:
    """The granularity periods by the same factor as the reporting period, in actions of every style."""
    short = request(kpm.event_trigger(100, EDITION), definition(style, 20), definition(style, 100))
    wanted = request(kpm.event_trigger(USUAL_MS, EDITION), definition(style, 200), definition(style, USUAL_MS))
    assert slower(short) == wanted
    assert [period_ms(short), period_ms(wanted)] == [100, USUAL_MS]


def test_periods_of_jobs_grow() -> None:
    """Those of their own definitions, and of the common one."""

    def jobs(granularity: int) -> bytes:
        items = (kpm.job(1, definition(1, granularity)), kpm.job(2))
        return kpm.multiple_action_definition(items, "5.00", common=definition(4, granularity))

    assert slower(request(kpm.event_trigger(100, EDITION), jobs(50))) == request(
        kpm.event_trigger(USUAL_MS, EDITION), jobs(500)
    )


def test_granularity_stays_within_its_range() -> None:
    """A period at its bound does not outgrow it."""
    short = request(kpm.event_trigger(1, EDITION), definition(1, (1 << 32) - 1))
    longer = slower(short)
    assert longer is not None
    assert longer.ric_subscription_details is not None
    assert longer.ric_subscription_details.ric_action_to_be_setup_list[0].ric_action_definition == definition(
        1, (1 << 32) - 1
    )


def test_what_cannot_be_slower() -> None:
    """A period that is as long, a trigger that is not KPM's, an action that is not."""
    action = definition(1, 100)
    foreign = rc.event_trigger(4, "1.03", states=("rrc-connected",))
    assert slower(request(kpm.event_trigger(USUAL_MS, EDITION), action)) is None
    assert slower(request(foreign, action)) is None
    assert slower(request(kpm.event_trigger(100, EDITION), action + b"\x00")) is None
    assert period_ms(request(foreign, action)) is None

"""Reports of KPM: who owes them, and who does not."""

from dataclasses import replace

import pytest

from oran_harness.interop.pairs.outcome import SceneOver
from oran_harness.interop.pairs.pair import Pair
from oran_harness.interop.pairs.scenes import kpm as subject
from oran_harness.model import Role, Verdict
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.elements import (
    RANfunctionStateControl_Item,
    RICaction_ToBeSetup_Item,
    RICrequestID,
    RICsubscription_withCause_Item,
    RICsubscriptionList_Item,
)
from oran_harness.protocols.e2ap.message import Message
from oran_harness.service_models.common.build import ue_id
from oran_harness.service_models.kpm import build as kpm
from tests.checkers.scene import CAUSE, FIRST_ID, PLAIN, indication, subscription
from tests.interop.pairs.test_pair import a_pair, over, say

NODE, RIC = Role.E2_NODE, Role.NEAR_RT_RIC
EDITION = "3.00"
OTHER_ID = RICrequestID(10, 2)
SUSPENDED = m.RICsubscriptionStateControlRequest(
    OTHER_ID, (RANfunctionStateControl_Item(PLAIN, (RICsubscriptionList_Item(FIRST_ID),)),)
)
UNWANTED = m.RICsubscriptionDeleteRequired((RICsubscription_withCause_Item(FIRST_ID, PLAIN, CAUSE),))


def asked(style: int = 1, *, period: int = 20, granularity: int = 20) -> m.RICsubscriptionRequest:
    """A subscription to a style."""
    ues = (ue_id("gnb", 1),) if style == 2 else ()
    definition = kpm.action_definition(style, granularity_ms=granularity, edition=EDITION, ues=ues)
    action = RICaction_ToBeSetup_Item(1, "report", definition)
    return subscription(action, trigger=kpm.event_trigger(period, EDITION))


def ended(request: Message, *behind: Message, style: int = 1, lost: bool = False) -> SceneOver:
    """How a scene ends in which no report comes."""
    pair = a_pair()

    async def scene(pair: Pair) -> None:
        say(pair, RIC, request)
        said = pair.dialogue.find(m.RICsubscriptionRequest, 0)
        assert said is not None
        for message in behind:
            sender = NODE if isinstance(message, m.RICindication | m.RICsubscriptionDeleteRequired) else RIC
            say(pair, sender, message, edition="7.00" if message is SUSPENDED else "3.01")
        if lost:
            pair.dialogue.ended("1", "abort", RIC)
        await subject.reports(pair, said, style)

    return over(pair, scene)


def test_a_node_that_admits_and_does_not_report_is_blamed() -> None:
    """Style 1 is about the node itself, so that there is always something to report."""
    found = ended(asked(), indication(name=FIRST_ID))
    assert (found.verdict, found.blame) == (Verdict.FAIL, NODE)
    assert found.reason.startswith("alfa (e2-node) sent 1 of 2 reports within ")


@pytest.mark.parametrize(
    ("request_", "behind", "lost", "why"),
    [
        (asked(), (), True, "meanwhile bravo (near-rt-ric) ended the association"),
        (asked(), (m.RICsubscriptionDeleteRequest(FIRST_ID, PLAIN),), False, "RICsubscriptionDeleteRequest meanwhile"),
        (asked(), (SUSPENDED,), False, "RICsubscriptionStateControlRequest meanwhile"),
        (asked(), (UNWANTED,), False, "RICsubscriptionDeleteRequired meanwhile"),
        (asked(granularity=5000), (), False, "not surely style 1"),
        (subscription(), (), False, "not surely style 1"),
        (asked(2), (), False, "not surely style 1"),
        (replace(asked(), ric_subscription_start_time=b"\0" * 8), (), False, "when reports begin"),
    ],
)
def test_nobody_is_blamed_for_reports_that_are_not_owed(
    request_: m.RICsubscriptionRequest, behind: tuple[Message, ...], lost: bool, why: str
) -> None:
    """The link is gone, the RIC has taken it back, or has asked for something else than it was told to."""
    found = ended(request_, *behind, lost=lost)
    assert (found.verdict, found.blame) == (Verdict.FAIL, None)
    assert why in found.reason


def test_another_subscription_that_is_taken_back_is_no_excuse() -> None:
    """What the node owes for this one it owes all the same."""
    other = m.RICsubscriptionDeleteRequest(OTHER_ID, PLAIN)
    assert ended(asked(), other).blame is NODE


def test_reports_that_take_too_long_are_not_waited_for() -> None:
    """The RIC may ask for one an hour: that is no fault of the harness."""
    found = ended(asked(period=3_600_000))
    assert (found.verdict, found.blame) == (Verdict.INCONC, None)
    assert "asks for reports that take more than 120 s" in found.reason


def test_of_other_styles_nothing_is_known() -> None:
    """Whether there is a UE to report on is not on the wire."""
    assert ended(asked(2), style=2).verdict is Verdict.INCONC

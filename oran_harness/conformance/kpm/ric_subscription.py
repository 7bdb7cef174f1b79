"""Subscriptions to KPM by a near-RT RIC under test: each report style as it has to be asked for (KPM 7.4)."""

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.ric_scenery import RIC, once_more, stands, unmoved
from oran_harness.conformance.e2ap.ric_subscriber import admit, refuse
from oran_harness.conformance.kpm.ric_subscriber import BREATH_S, ONE, TWO, Asked, asked, check_content
from oran_harness.model import Level
from oran_harness.steps import Peer, inconclusive

_NEEDS = ("stimulus:subscribe", "procedure:RICsubscription", "service-model:KPM")
_TAGS = ("RICsubscription", "positive")
_KPM = "O-RAN.WG3.E2SM-KPM"
_E2TS = "O-RAN.WG3.E2TS 5.2.3.1"
_CAUSES = (
    "action-not-supported",
    "excessive-actions",
    "duplicate-action",
    "function-resource-limit",
    "ran-function-id-invalid",
    "ricRequest/unspecified",
    "semantic-error",
    "om-intervention",
)


@case(
    id="E2SM-KPM-101",
    title="Report style 1 is asked for in action definition format 1, with a measurement that the node offers",
    clause=f"{_KPM} 7.4.2.2, 8.2.1.2.1, 8.3.11; {_E2TS}.1",
    level=Level.MUST,
    under_test=RIC,
    suite="kpm",
    needs=_NEEDS,
    tags=(*_TAGS, "e2ts-5.2.3.1.1"),
)
async def asks_for_style_1(node: Peer) -> None:
    """Event trigger, style, format, measurement and labels fit each other, and the RIC takes the answer."""
    await _subscribed(node, 1)


@case(
    id="E2SM-KPM-102",
    title="Report style 2 is asked for in action definition format 2, which names one UE",
    clause=f"{_KPM} 7.4.3, 8.2.1.2.2; {_E2TS}.2",
    level=Level.MUST,
    under_test=RIC,
    suite="kpm",
    needs=_NEEDS,
    tags=(*_TAGS, "e2ts-5.2.3.1.2"),
)
async def asks_for_style_2(node: Peer) -> None:
    """The UE, and what style 1 would ask for it."""
    await _subscribed(node, 2)


@case(
    id="E2SM-KPM-103",
    title="The refusal of a subscription to report style 1 is taken",
    clause=f"{_KPM} 7.4.2; O-RAN.WG3.E2AP 8.2.1.3; {_E2TS}.3",
    level=Level.MUST,
    under_test=RIC,
    suite="kpm",
    needs=_NEEDS,
    tags=("RICsubscription", "negative", "e2ts-5.2.3.1.3"),
)
async def takes_a_refusal_of_style_1(node: Peer) -> None:
    """The content is as it has to be; the node has no resources for it."""
    await _refused(node, 1)


@case(
    id="E2SM-KPM-104",
    title="The refusal of a subscription to report style 2 is taken",
    clause=f"{_KPM} 7.4.3; O-RAN.WG3.E2AP 8.2.1.3; {_E2TS}.4",
    level=Level.MUST,
    under_test=RIC,
    suite="kpm",
    needs=_NEEDS,
    tags=("RICsubscription", "negative", "e2ts-5.2.3.1.4"),
)
async def takes_a_refusal_of_style_2(node: Peer) -> None:
    """The content is as it has to be; the node has no resources for it."""
    await _refused(node, 2)


@case(
    id="E2SM-KPM-105",
    title="Report style 1 is asked for with several measurements in one action",
    clause=f"{_KPM} 7.4.2.2, 8.2.1.2.1; {_E2TS}.5",
    level=Level.MUST,
    under_test=RIC,
    suite="kpm",
    needs=_NEEDS,
    tags=(*_TAGS, "e2ts-5.2.3.1.5"),
)
async def asks_for_several(node: Peer) -> None:
    """Each of them is one that the node offers."""
    await _subscribed(node, 1, several=True)


@case(
    id="E2SM-KPM-106",
    title="Report style 2 is asked for with several measurements of one UE",
    clause=f"{_KPM} 7.4.3, 8.2.1.2.2; {_E2TS}.6",
    level=Level.MUST,
    under_test=RIC,
    suite="kpm",
    needs=_NEEDS,
    tags=(*_TAGS, "e2ts-5.2.3.1.6"),
)
async def asks_for_several_of_a_ue(node: Peer) -> None:
    """Each of them is one that the node offers."""
    await _subscribed(node, 2, several=True)


@case(
    id="E2SM-KPM-107",
    title="Report style 3 is asked for in action definition format 3, with conditions for each measurement",
    clause=f"{_KPM} 7.4.4, 8.2.1.2.3",
    level=Level.MUST,
    under_test=RIC,
    suite="kpm",
    needs=_NEEDS,
    tags=_TAGS,
)
async def asks_for_style_3(node: Peer) -> None:
    """UEs are matched for each measurement on its own."""
    await _subscribed(node, 3)


@case(
    id="E2SM-KPM-108",
    title="Report style 4 is asked for in action definition format 4, with conditions for all measurements",
    clause=f"{_KPM} 7.4.5, 7.8, 8.2.1.2.4",
    level=Level.MUST,
    under_test=RIC,
    suite="kpm",
    needs=_NEEDS,
    tags=(*_TAGS, "F28"),
)
async def asks_for_style_4(node: Peer) -> None:
    """A list of measurements without conditions would be format 1, which belongs to style 1."""
    await _subscribed(node, 4)


@case(
    id="E2SM-KPM-109",
    title="Report style 5 is asked for in action definition format 5, which names two UEs or more",
    clause=f"{_KPM} 7.4.6, 8.2.1.2.5",
    level=Level.MUST,
    under_test=RIC,
    suite="kpm",
    needs=_NEEDS,
    tags=(*_TAGS, "F28"),
)
async def asks_for_style_5(node: Peer) -> None:
    """One UE alone cannot be written in it."""
    await _subscribed(node, 5)


@case(
    id="E2SM-KPM-110",
    title="Whatever the cause of a refusal, the near-RT RIC lives on and may subscribe again",
    clause="O-RAN.WG3.E2AP 8.2.1.3, 9.2.1",
    level=Level.MUST,
    under_test=RIC,
    suite="kpm",
    needs=_NEEDS,
    tags=("RICsubscription", "negative"),
)
async def takes_any_cause(node: Peer) -> None:
    """The text asks for an appropriate cause and leaves the choice to the node."""
    association = node.here
    for number, why in enumerate(_CAUSES):
        asking = asked(node, 1, measurements=ONE)
        found = await (once_more(asking) if number else asking)
        await refuse(node, found.request, why, found.association)
        await stands(node, association, f"RIC SUBSCRIPTION FAILURE with cause {why}", within=BREATH_S)
    await unmoved(node, association, "RIC SUBSCRIPTION FAILURE with one cause after the other")


async def _subscribed(node: Peer, style: int, *, several: bool = False) -> None:
    association = node.here
    found = await asked(node, style, measurements=TWO if several else ONE)
    check_content(found)
    if several:
        _need_several(found)
    await admit(node, found)
    await unmoved(node, association, f"RIC SUBSCRIPTION RESPONSE for KPM report style {style}")


async def _refused(node: Peer, style: int) -> None:
    association = node.here
    found = await asked(node, style, measurements=ONE)
    check_content(found)
    await refuse(node, found.request, "function-resource-limit", found.association)
    await unmoved(node, association, f"RIC SUBSCRIPTION FAILURE for KPM report style {style}")


def _need_several(found: Asked) -> None:
    if len(found.measurements) < 2:
        raise inconclusive("asked for several measurements the near-RT RIC subscribes to one")

"""POLICY of RC with an E2 node under test (RC 7.7; E2AP 8.2.1)."""

from collections.abc import Iterator, Sequence

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.node_scenery import cause_text, of, quiet
from oran_harness.conformance.rc.node_function import (
    DRB_QOS,
    HANDOVER,
    PRB_QUOTA,
    RRC_RELEASE,
    UNKNOWN_ACTION,
    UNKNOWN_STYLE,
    Order,
    RanControl,
    outermost,
    ran_control,
)
from oran_harness.conformance.rc.node_scenery import NEEDS, NODE, admitted, refused
from oran_harness.model import Level
from oran_harness.protocols.e2ap.messages import RICindication, RICsubscriptionFailure, RICsubscriptionRequest
from oran_harness.service_models.rc import build
from oran_harness.service_models.rc.definition import AnnouncedStyle
from oran_harness.service_models.rc.elements import RANParameter_Testing_Item
from oran_harness.service_models.rc.styles import Service
from oran_harness.steps import Peer, inconclusive, unsupported

_CLAUSE = "O-RAN.WG3.E2SM-RC 7.7"
_TAGS = ("RICsubscription", "positive")
_NEGATIVE = ("RICsubscription", "negative")
_KNOWN = (PRB_QUOTA, DRB_QOS, HANDOVER, RRC_RELEASE)
_MESSAGE_EVENT, _CALL_PROCESS = 1, 2


@case(
    id="E2SM-RC-261",
    title="A POLICY is taken, and says nothing",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2AP 8.2.1.2, 8.2.3",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=_TAGS,
    suite="rc",
)
async def takes_a_policy(ric: Peer) -> None:
    """An announced policy action without conditions; a policy has no indications."""
    rc = ran_control(ric)
    request = await _taken(ric, rc, ())
    await _says_nothing(ric, request)


@case(
    id="E2SM-RC-262",
    title="A POLICY with a condition is taken or refused, and says nothing",
    clause=f"{_CLAUSE}, 9.3.30; O-RAN.WG3.E2AP 8.2.1.2, 8.2.3",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=_TAGS,
    suite="rc",
)
async def takes_a_condition(ric: Peer) -> None:
    """The presence of a RAN parameter that the node declares for conditions of the action."""
    rc = ran_control(ric)
    style, order = next(_policies(rc), (None, None))
    action = style.action(order[1]) if style is not None and order is not None else None
    conditions = outermost(action.conditions) if action is not None else ()
    if not conditions:
        raise unsupported("the E2 node declares no RAN parameters for the conditions of a policy that we can write")
    request = await _taken(ric, rc, (build.presence(conditions[0]),))
    await _says_nothing(ric, request)


@case(
    id="E2SM-RC-263",
    title="A policy style that the E2 node does not know is not admitted",
    clause=f"O-RAN.WG3.E2AP 8.2.1.4; {_CLAUSE}.1",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=_NEGATIVE,
    suite="rc",
)
async def refuses_an_unknown_style(ric: Peer) -> None:
    """Style 200, which RC does not have, and the node does not announce."""
    rc = ran_control(ric)
    style, order = _some_policy(rc)
    if rc.announced.offered(Service.POLICY, UNKNOWN_STYLE):
        raise inconclusive(f"the E2 node announces policy style {UNKNOWN_STYLE}")
    await _not_admitted(ric, rc, style, (UNKNOWN_STYLE, order[1]), rc.parameters(order), "an unknown policy style")


@case(
    id="E2SM-RC-264",
    title="A policy action that the E2 node does not know is not admitted",
    clause=f"O-RAN.WG3.E2AP 8.2.1.4; {_CLAUSE}",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=_NEGATIVE,
    suite="rc",
)
async def refuses_an_unknown_action(ric: Peer) -> None:
    """Action 60000 of an announced policy style."""
    rc = ran_control(ric)
    style, order = _some_policy(rc)
    await _not_admitted(ric, rc, style, (order[0], UNKNOWN_ACTION), rc.parameters(order), "an unknown policy action")


def _policies(rc: RanControl) -> Iterator[tuple[AnnouncedStyle, Order]]:
    """Announced policy styles, with an action that we can write."""
    for order in _KNOWN:
        for style in rc.announced.offered(Service.POLICY, order[0]):
            if style.action(order[1]) is not None:
                yield style, order


def _some_policy(rc: RanControl) -> tuple[AnnouncedStyle, Order]:
    found = next(_policies(rc), None)
    if found is None:
        raise unsupported(f"RAN function {rc.id} (E2SM-RC) announces no policy action that we can write")
    return found


def _trigger(rc: RanControl, style: AnnouncedStyle) -> bytes:
    if style.trigger_style == _MESSAGE_EVENT:
        return build.event_trigger(_MESSAGE_EVENT, rc.edition)
    return build.event_trigger(_CALL_PROCESS, rc.edition, call_process=rc.call_process((3, 1), (5, 1)))


async def _taken(ric: Peer, rc: RanControl, conditions: Sequence[RANParameter_Testing_Item]) -> RICsubscriptionRequest:
    """A subscription for the first policy that the node takes; which values it can have is its own affair."""
    style, order = _some_policy(rc)
    definition = build.policy_action(*order, rc.parameters(order), edition=rc.edition, conditions=conditions)
    request = rc.subscription(ric.new_request_id(), _trigger(rc, style), definition, kind="policy")
    refusal = await admitted(ric, request)
    if refusal is None:
        return request
    if ric.claims.covers(NEEDS):
        raise inconclusive(f"the policy is refused: {cause_text(refusal)}; why is the node's own affair")
    raise unsupported(f"the policy is refused: {cause_text(refusal)}")


async def _says_nothing(ric: Peer, request: RICsubscriptionRequest) -> None:
    await ric.silence(
        RICindication,
        where=of(request),
        lasting=quiet(ric),
        requirement="A POLICY has no indications (RC 6.2.4; E2AP 8.2.3)",
    )


async def _not_admitted(
    ric: Peer, rc: RanControl, style: AnnouncedStyle, order: Order, parameters: build.Parameters, what: str
) -> None:
    definition = build.policy_action(*order, parameters, edition=rc.edition)
    request = rc.subscription(ric.new_request_id(), _trigger(rc, style), definition, kind="policy")
    requirement = f"A RIC SUBSCRIPTION REQUEST whose only action has {what} is refused (E2AP 8.2.1.4)"
    await refused(ric, request, RICsubscriptionFailure, requirement=requirement)

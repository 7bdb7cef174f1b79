"""The near-RT RIC as a subscriber: how a case gets it to subscribe, and answers what it asks for."""

from collections.abc import Callable
from typing import Any, Protocol

from oran_harness.model import Role, Verdict
from oran_harness.protocols.e2ap.elements import RICrequestID
from oran_harness.protocols.e2ap.engine import SubscriptionState
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import (
    RICindication,
    RICsubscriptionDeleteRequest,
    RICsubscriptionFailure,
    RICsubscriptionRequest,
)
from oran_harness.service_models import PayloadKind, style_of
from oran_harness.service_models.kpm.build import indication_header, indication_message
from oran_harness.service_models.kpm.labels import labels_of, value_count
from oran_harness.service_models.kpm.model import KPM
from oran_harness.service_models.kpm.records import subscribed_measurements
from oran_harness.steps import Peer, Stimulated, check, inconclusive
from oran_harness.steps.answers import answer, refusal
from oran_harness.steps.causes import cause
from oran_harness.steps.offers import model_edition

_COLLECTION_START = 1_767_225_600.0
"""2026-01-01 00:00:00 UTC, in seconds since 1970: what our indications say, as a case has no clock."""


_STYLE = 1
_LONGEST_TIMER = 60.0
_MARGIN = 2.0


class Asked(Protocol):
    """A subscription that the RIC has asked for, as cases of a service model read it."""

    @property
    def request(self) -> RICsubscriptionRequest:
        """What it asks for."""

    @property
    def association(self) -> str | None:
        """The association that the request came on."""


async def asked_to_subscribe(node: Peer, **arguments: Any) -> RICsubscriptionRequest:
    """Have the RIC subscribe, to KPM report style 1 unless told else; gives its request, which waits for an answer.

    A RIC that has subscriptions already may serve its user by one of those: then the case is inconclusive.
    """
    subscribes = any(each.subscriptions for each in node.associations.values())
    stimulated = await node.stimulate("subscribe", **{"service_model": "kpm", "style": 1, **arguments})
    return await node.expect(
        RICsubscriptionRequest,
        where=_told(stimulated),
        otherwise=Verdict.INCONC if subscribes else Verdict.FAIL,
        requirement="Asked to subscribe, the near-RT RIC sends RIC SUBSCRIPTION REQUEST",
    )


async def subscribed(node: Peer, **arguments: Any) -> RICsubscriptionRequest:
    """Have the RIC subscribe to KPM, and admit all its actions; inconclusive where our node cannot."""
    request = await asked_to_subscribe(node, **arguments)
    await _admit(node, request, None)
    return request


async def admit(node: Peer, found: Asked) -> None:
    """Answer a subscription with all that it asks for; inconclusive where our node cannot."""
    await _admit(node, found.request, found.association)


async def _admit(node: Peer, request: RICsubscriptionRequest, association: str | None) -> None:
    response = granted(node, request, association)
    await node.send(response, association=association)
    if isinstance(response, RICsubscriptionFailure):
        raise inconclusive(f"the near-RT RIC's subscription has to be refused: {response.NAME}")


def stands_still(node: Peer, found: Asked) -> bool:
    """Whether a subscription has not been deleted meanwhile: a RIC may do that at any time."""
    engine, request_id = node.associations.get(found.association or ""), found.request.ric_request_id
    held = None if engine is None or request_id is None else engine.subscriptions.get(request_id)
    return held is not None and held.state is SubscriptionState.ACTIVE


def _told(stimulated: Stimulated) -> Callable[[RICsubscriptionRequest], bool] | None:
    """A RIC may subscribe to a node unasked, too: where it tells the id, that is the request that is meant."""
    told = stimulated.details.get("request_id")
    if not isinstance(told, list) or len(told) != 2:
        return None
    return lambda request: request.ric_request_id == RICrequestID(*told)


async def asked_to_delete(node: Peer) -> RICsubscriptionDeleteRequest:
    """Have the RIC delete a subscription, the last as a rule; gives its request, which waits for an answer."""
    await node.stimulate("delete")
    request = await node.expect(
        RICsubscriptionDeleteRequest,
        requirement="Asked to delete its subscription, the near-RT RIC sends RIC SUBSCRIPTION DELETE REQUEST",
    )
    standing = [each for each in node.engine.subscriptions if each is not None]
    check(
        request.ric_request_id in standing,
        "RIC SUBSCRIPTION DELETE REQUEST has the RIC Request ID of a subscription that stands",
        expected=f"one of {standing}",
        actual=str(request.ric_request_id),
    )
    return request


def patience(stimulated: Stimulated) -> tuple[float, Verdict]:
    """How many seconds to wait until a timer of the RIC expires, and what it means if nothing shows then.

    E2AP gives its timers no values. Where the SUT's adapter tells the one that runs (``timer_s``), silence is a fault;
    else it may be longer than we wait.
    """
    told = stimulated.details.get("timer_s")
    if isinstance(told, int | float) and 0 < told <= _LONGEST_TIMER:
        return told + _MARGIN, Verdict.FAIL
    return _LONGEST_TIMER, Verdict.INCONC


def ids_of(request: RICsubscriptionRequest | RICsubscriptionDeleteRequest) -> tuple[RICrequestID, int]:
    """What names a subscription."""
    if request.ric_request_id is None or request.ran_function_id is None:
        raise inconclusive(f"the ids in the near-RT RIC's {request.NAME} cannot be read")
    return request.ric_request_id, request.ran_function_id


def granted(node: Peer, request: Message, association: str | None = None) -> Any:
    """The answer that gives the RIC all that it asks for."""
    engine = node.associations[association] if association is not None else node.engine
    plain = answer(request, by=Role.E2_NODE, engine=engine, edition=node.edition)
    if plain is None:
        raise inconclusive(f"the near-RT RIC's {request.NAME} cannot be answered")
    return plain


async def grant(node: Peer, request: Message, association: str | None = None) -> None:
    """Answer a request of the RIC with all that it asks for."""
    await node.send(granted(node, request, association), association=association)


async def refuse(node: Peer, request: Message, why: str, association: str | None = None) -> None:
    """Answer a request of the RIC with its failure message; ``why`` is a cause's name."""
    failure = refusal(request, cause(why, node.edition), node.edition)
    if failure is None:
        raise inconclusive(f"the near-RT RIC's {request.NAME} cannot be answered")
    await node.send(failure, association=association)


def kpm_indication(
    node: Peer,
    subscription: RICsubscriptionRequest,
    *,
    number: int | None = None,
    request_id: RICrequestID | None = None,
    values: int = 1,
) -> RICindication:
    """A REPORT indication of the subscription's first action, with a KPM message of ``values`` records."""
    details = subscription.ric_subscription_details
    if details is None:
        raise inconclusive("the near-RT RIC's subscription request cannot be read")
    action = details.ric_action_to_be_setup_list[0]
    edition = model_edition("kpm", node.edition)
    width = _values_a_record(action.ric_action_definition)
    return RICindication(
        request_id or subscription.ric_request_id,
        subscription.ran_function_id,
        action.ric_action_id,
        number,
        "report",
        indication_header(_COLLECTION_START, edition),
        indication_message([[value] * width for value in range(values)], edition),
    )


def _values_a_record(action_definition: bytes | None) -> int:
    """How many values the action wants in each record."""
    asked = KPM.decode(PayloadKind.ACTION_DEFINITION, action_definition or b"").value
    measurements = subscribed_measurements(asked) if style_of(asked) == _STYLE else None
    if measurements is None:
        raise inconclusive("the near-RT RIC subscribes to something else than KPM report style 1")
    # Where a label may be read in several ways, so may the record: then any number is as good as another.
    return sum(value_count(labels_of(item.label_info_list)) or 1 for item in measurements)

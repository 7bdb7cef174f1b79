"""E2 nodes that admit subscriptions to E2SM-RC which they cannot serve (E2AP 8.2.1; RC 7.4, 7.5, 7.7)."""

from collections.abc import Sequence
from typing import Any

from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor, Command, Heard, Say
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_actor import FlawedActor
from oran_harness.peers.flaws.on_hearing import Answering
from oran_harness.peers.flaws.rc_payload import subscribes
from oran_harness.peers.flaws.recognition import of
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.elements import RICaction_Admitted_Item
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import RICindication, RICsubscriptionRequest, RICsubscriptionResponse
from oran_harness.service_models import content_of, format_of, style_of
from oran_harness.service_models.rc.build import parameters_message, report_header
from oran_harness.service_models.rc.build.parameters import element
from oran_harness.steps.offers import RC_FUNCTION

NODE = Role.E2_NODE
_UNDECLARED = range(100, 255)
_STRANGE = 1000
_AT_ONCE_S = 0.05
_INSERT = 3


def _admission(request: Any, edition: str) -> Message:
    items = request.ric_subscription_details.ric_action_to_be_setup_list
    admitted = tuple(RICaction_Admitted_Item(item.ric_action_id) for item in items)
    return RICsubscriptionResponse(request.ric_request_id, request.ran_function_id, admitted)


def _of_unknown_style(type: str, definition: Any) -> bool:
    return style_of(definition) in _UNDECLARED


def _of_unknown_action(type: str, definition: Any) -> bool:
    content = content_of(definition)
    policies = getattr(content, "ric_policy_conditions_list", None) or ()
    ids = [item.ric_policy_action.ric_policy_action_id for item in policies]
    ids.append(getattr(content, "ric_insert_indication_id", 0))
    return bool(max(ids) > _STRANGE)


def _of_foreign_format(type: str, definition: Any) -> bool:
    return type == "report" and format_of(definition) == _INSERT


def _unreadable(type: str, definition: Any) -> bool:
    return definition is None


class _TellsOfPolicies(FlawedActor):
    """Sends an indication for each policy that it admits."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._policies: set[Any] = set()

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Remember policies."""
        request = decoded.message
        if isinstance(request, RICsubscriptionRequest) and subscribes(lambda type, _: type == "policy")(request):
            self._policies.add(request.ric_request_id)
        return None

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Tell of the policy a little later."""
        response = decoded.message
        if isinstance(response, RICsubscriptionResponse) and response.ric_request_id in self._policies:
            indication = RICindication(
                response.ric_request_id,
                RC_FUNCTION,
                1,
                0,
                "report",
                report_header("1.03"),
                parameters_message(((1, element(1)),), "1.03"),
            )
            for command in self.say(say.association, indication):
                self.postpone(command, now + _AT_ONCE_S)
        return (say,)


FLAWS = (
    Flaw(
        "node-rc-unknown-style-admitted",
        "Admits subscriptions to styles of RC that it does not have",
        NODE,
        None,
        lambda actor: Answering(actor, of(RICsubscriptionRequest, where=subscribes(_of_unknown_style)), _admission),
        ("E2SM-RC-217", "E2SM-RC-263"),
    ),
    Flaw(
        "node-rc-unknown-action-admitted",
        "Admits policies and inserts of RC that it does not have",
        NODE,
        None,
        lambda actor: Answering(actor, of(RICsubscriptionRequest, where=subscribes(_of_unknown_action)), _admission),
        ("E2SM-RC-227", "E2SM-RC-264"),
    ),
    Flaw(
        "node-rc-foreign-format-admitted",
        "Does not look at the format of a report's action definition",
        NODE,
        None,
        lambda actor: Answering(actor, of(RICsubscriptionRequest, where=subscribes(_of_foreign_format)), _admission),
        ("E2SM-RC-218",),
    ),
    Flaw(
        "node-rc-unreadable-action-admitted",
        "Admits actions of RC whose definition it cannot read",
        NODE,
        "F4",
        lambda actor: Answering(actor, of(RICsubscriptionRequest, where=subscribes(_unreadable)), _admission),
        ("E2SM-RC-219", "E2SM-RC-220"),
    ),
    Flaw(
        "node-rc-policy-tells",
        "Sends an indication for a policy",
        NODE,
        None,
        _TellsOfPolicies,
        ("E2SM-RC-261", "E2SM-RC-262"),
    ),
)
"""One flaw each."""

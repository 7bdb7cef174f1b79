"""E2 nodes whose RAN function definition of E2SM-RC contradicts itself (RC 7.1, 9.2.2)."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from oran_harness.model.role import Role
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.on_saying import Rewriting
from oran_harness.peers.flaws.rc_payload import rewritten
from oran_harness.protocols.e2ap.messages import E2setupRequest
from oran_harness.service_models import PayloadKind
from oran_harness.steps.offers import RC_FUNCTION

NODE = Role.E2_NODE


def _with_definition(change: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """An E2setupRequest with another definition of RC."""

    def of_function(item: Any) -> Any:
        if item.ran_function_id != RC_FUNCTION:
            return item
        kind, octets = PayloadKind.FUNCTION_DEFINITION, item.ran_function_definition
        return replace(item, ran_function_definition=rewritten(kind, octets, change))

    return lambda request: replace(
        request, ran_functions_added=tuple(map(of_function, request.ran_functions_added or ()))
    )


def _one_trigger(definition: Any) -> Any:
    part = definition.ran_function_definition_event_trigger
    return replace(
        definition,
        ran_function_definition_event_trigger=replace(
            part, ric_event_trigger_style_list=part.ric_event_trigger_style_list[:1]
        ),
    )


def _actions_alike(definition: Any) -> Any:
    part = definition.ran_function_definition_control
    styles = tuple(
        replace(
            style,
            ric_control_action_list=tuple(
                replace(action, ric_control_action_id=1) for action in style.ric_control_action_list
            )
            if style.ric_control_action_list
            else None,
        )
        for style in part.ric_control_style_list
    )
    return replace(definition, ran_function_definition_control=replace(part, ric_control_style_list=styles))


FLAWS = (
    Flaw(
        "node-rc-trigger-untold",
        "Declares one event trigger style of RC, and services that go by others",
        NODE,
        None,
        lambda actor: Rewriting(actor, E2setupRequest, _with_definition(_one_trigger)),
        ("E2SM-RC-201",),
    ),
    Flaw(
        "node-rc-actions-alike",
        "Numbers all control actions of RC 1",
        NODE,
        None,
        lambda actor: Rewriting(actor, E2setupRequest, _with_definition(_actions_alike)),
        ("E2SM-RC-202",),
    ),
)
"""One flaw each."""

"""What a subscription of the RIC asks for: event trigger and actions, by service model."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from oran_harness.model.errors import HarnessError
from oran_harness.peers.near_rt_ric import kpm_requests, ni_requests, rc_requests
from oran_harness.peers.near_rt_ric.arguments import Arguments, Unfit
from oran_harness.peers.near_rt_ric.config import RicConfig
from oran_harness.peers.near_rt_ric.node_functions import FarNode, NodeFunction, find_function
from oran_harness.protocols.e2ap.elements import RICaction_ToBeSetup_Item, RICsubsequentAction

MOST_ACTIONS = 16
TIMES = ("w10ms", "w20ms", "w50ms", "w100ms", "w200ms", "w500ms", "w1s", "w2s", "w5s", "w10s", "w20s", "w60s")
_OF_ANY_MODEL = ("node", "wait", "service_model", "function", "style", "actions", "event_trigger", "action_definition")
ARGUMENTS = (*_OF_ANY_MODEL, *kpm_requests.ARGUMENTS, *rc_requests.SUBSCRIPTION_ARGUMENTS)
"""All arguments of the stimulus ``subscribe``."""
_BUILDERS: Mapping[str, Callable[[Arguments, NodeFunction, FarNode], tuple[bytes, bytes]]] = {
    "kpm": kpm_requests.subscription,
    "rc": rc_requests.subscription,
    "ni": ni_requests.subscription,
}


@dataclass(frozen=True, slots=True)
class Content:
    """What to subscribe to: ``definition`` is that of each action, ``service`` report, insert or policy."""

    function_id: int
    trigger: bytes
    definition: bytes
    service: Any = "report"
    subsequent: RICsubsequentAction | None = None
    count: int = 1

    def action(self, number: int) -> RICaction_ToBeSetup_Item:
        """The action of that id."""
        return RICaction_ToBeSetup_Item(number, self.service, self.definition, self.subsequent)

    @property
    def actions(self) -> tuple[RICaction_ToBeSetup_Item, ...]:
        """All actions, with ids from 1 on."""
        return tuple(self.action(number) for number in range(1, self.count + 1))


def content_of(arguments: Arguments, functions: Any, node: FarNode, config: RicConfig) -> Content:
    """What the arguments of a stimulus ask for; raises ``Unfit`` if the node, or a service model, has no such thing."""
    given_trigger, given_definition = arguments.octets("event_trigger"), arguments.octets("action_definition")
    service = arguments.word("service", "report", ("report", "insert", "policy"))
    function_id = arguments.integer("function", 0, 1, 4095) if "function" in arguments else None
    count = arguments.integer("actions", 1, 1, MOST_ACTIONS)
    trigger, definition = given_trigger or b"", given_definition or b""
    if given_trigger is None or given_definition is None or function_id is None:
        key = arguments.word("service_model", "kpm", tuple(_BUILDERS))
        edition = {"kpm": config.kpm, "rc": config.rc}.get(key)
        _refuse_what_is_not_subscribed_to(arguments, key, config)
        function = find_function(functions, key, config.edition, edition, function_id)
        function_id = function.offered.id
        try:
            built_trigger, built_definition = _BUILDERS[key](arguments, function, node)
        except HarnessError as error:
            raise Unfit(str(error)) from None
        trigger = built_trigger if given_trigger is None else given_trigger
        definition = built_definition if given_definition is None else given_definition
    return Content(function_id, trigger, definition, service, _subsequent(arguments, service), count)


def _refuse_what_is_not_subscribed_to(arguments: Arguments, key: str, config: RicConfig) -> None:
    """A RIC that knows some service models or report styles has no means to ask for others."""
    if not config.takes(key):
        raise Unfit(f"this RIC has to do with {', '.join(config.service_models or ())} only", "unsupported")
    if key != "kpm" or config.styles is None:
        return
    style = arguments.integer("style", config.styles[0], 1, 255)
    if style not in config.styles:
        styles = ", ".join(map(str, config.styles))
        raise Unfit(f"this RIC subscribes to the KPM report styles {styles} only", "unsupported")
    arguments.given["style"] = style


def _subsequent(arguments: Arguments, service: str) -> RICsubsequentAction | None:
    """An INSERT needs what has to follow it (E2AP 8.2.1.2)."""
    if service != "insert":
        return None
    after: Any = arguments.word("after", "wait", ("wait", "continue"))
    within: Any = arguments.word("time_to_wait", "w1s", TIMES)
    return RICsubsequentAction(after, within)

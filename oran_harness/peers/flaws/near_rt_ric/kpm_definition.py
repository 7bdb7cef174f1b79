"""Near-RT RICs that cannot take what a node says of its KPM function (KPM 8.2.2.1, E2AP 8.3.1, 8.3.4)."""

from collections.abc import Callable, Sequence
from typing import Any

from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor, Command, Die, Heard, Say
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_actor import FlawedActor
from oran_harness.peers.flaws.on_hearing import Dying
from oran_harness.peers.flaws.recognition import of
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.messages import E2setupRequest, RICserviceUpdate, RICsubscriptionRequest
from oran_harness.service_models.kpm.model import KPM
from oran_harness.service_models.payload import PayloadKind

RIC = Role.NEAR_RT_RIC
_BUFFER = 1023
_LONGEST_NAME = 150


class _DiesWhenSubscribedFunctionGoes(FlawedActor):
    """Crashes on a Service Update that deletes a function to which it has subscribed."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._subscribed: set[tuple[str, int | None]] = set()

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Remember what it subscribes to."""
        if isinstance(decoded.message, RICsubscriptionRequest):
            self._subscribed.add((say.association, decoded.message.ran_function_id))
        return (say,)

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Crash."""
        message = decoded.message
        if not isinstance(message, RICserviceUpdate):
            return None
        gone = {(heard.association, each.ran_function_id) for each in message.ran_functions_deleted or () if each}
        return (Die(),) if gone & self._subscribed else None


def _on_definition(test: Callable[[bytes, Any], bool]) -> Callable[[Actor], Actor]:
    """A RIC that crashes on an E2 Setup with a KPM definition that ``test`` is true of: its octets, and their value."""

    def matches(request: E2setupRequest) -> bool:
        definitions = (each.ran_function_definition or b"" for each in request.ran_functions_added or () if each)
        read = (KPM.decode(PayloadKind.FUNCTION_DEFINITION, octets) for octets in definitions)
        return any(test(each.octets, each.value) for each in read if each.conforms)

    return lambda actor: Dying(actor, of(E2setupRequest, where=matches))


def _has_long_names(octets: bytes, value: Any) -> bool:
    names = [value.ran_function_name.ran_function_description]
    names += [style.ric_report_style_name for style in value.ric_report_style_list or ()]
    return any(len(name) > _LONGEST_NAME for name in names)


FLAWS = (
    Flaw(
        "ric-kpm-definition-buffer",
        "Crashes on a KPM function definition of more than 1,023 octets",
        RIC,
        "F6",
        _on_definition(lambda octets, _: len(octets) > _BUFFER),
        ("E2SM-KPM-151", "E2SM-KPM-152"),
    ),
    Flaw(
        "ric-kpm-dies-on-long-names",
        "Crashes on style names and descriptions of more than 150 characters",
        RIC,
        "F26",
        _on_definition(_has_long_names),
        ("E2SM-KPM-153",),
    ),
    Flaw(
        "ric-kpm-dies-on-newer-definition",
        "Crashes on a KPM function definition with styles of an edition that it does not know",
        RIC,
        "F2",
        _on_definition(lambda _, value: value.ric_integrated_report_style_list is not None),
        ("E2SM-KPM-154",),
    ),
    Flaw(
        "ric-kpm-dies-without-styles",
        "Crashes on a KPM function definition that has no report style",
        RIC,
        None,
        _on_definition(lambda _, value: not value.ric_report_style_list),
        ("E2SM-KPM-155",),
    ),
    Flaw(
        "ric-dies-when-subscribed-function-goes",
        "Crashes on a Service Update that deletes a function to which it has subscribed",
        RIC,
        "F30",
        _DiesWhenSubscribedFunctionGoes,
        ("E2SM-KPM-156",),
    ),
)
"""One flaw each."""

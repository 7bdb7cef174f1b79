"""E2 nodes that acknowledge controls of E2SM-RC which they do not carry out (E2AP 8.2.4.3)."""

from collections.abc import Callable, Sequence
from typing import Any

from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor, Command, Heard, Say
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_actor import FlawedActor
from oran_harness.peers.flaws.on_hearing import Ignoring
from oran_harness.peers.flaws.rc_payload import Asked, asked, readable
from oran_harness.peers.flaws.recognition import of
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.messages import RICcontrolAcknowledge, RICcontrolFailure, RICcontrolRequest
from oran_harness.service_models import PayloadKind
from oran_harness.service_models.common.build import ue_number
from oran_harness.service_models.rc.actions import ANSWERS_ONLY
from oran_harness.service_models.rc.parameters import empty_parameters, parameters

NODE = Role.E2_NODE
_FIRST_EDITION = "1.01"
_STRANGE = 1000
_LAST_STYLE, _MULTIPLE = 10, 255
_UES = 4096
_ONE, _SEVERAL = 1, 2


class _Pretending(FlawedActor):
    """Acknowledges the controls that fail, where ``test`` is true of what they ask for."""

    def __init__(self, actor: Actor, test: Callable[[Asked], bool]) -> None:
        super().__init__(actor)
        self._test = test
        self._meant: set[Any] = set()

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Remember the controls that it is about."""
        request = decoded.message
        if isinstance(request, RICcontrolRequest):
            found = asked(request)
            if found is not None and self._test(found):
                self._meant.add(request.ric_request_id)
        return None

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Say that it is done."""
        failure = decoded.message
        if not isinstance(failure, RICcontrolFailure) or failure.ric_request_id not in self._meant:
            return (say,)
        acknowledgement = RICcontrolAcknowledge(
            failure.ric_request_id,
            failure.ran_function_id,
            failure.ric_call_process_id,
            ric_control_status="success" if self.edition == _FIRST_EDITION else None,
        )
        return self.say(say.association, acknowledgement) or (say,)


def _pretends(test: Callable[[Asked], bool]) -> Callable[[Actor], Actor]:
    return lambda actor: _Pretending(actor, test)


def _unknown_style(found: Asked) -> bool:
    return found.style is not None and _LAST_STYLE < found.style < _MULTIPLE


def _unknown_action(found: Asked) -> bool:
    return found.action is not None and found.action > _STRANGE


def _unknown_parameters(found: Asked) -> bool:
    return any(each.id > _STRANGE for each in parameters(found.message))


def _foreign_format(found: Asked) -> bool:
    return found.format == _ONE and found.message_format == _SEVERAL


def _unreadable_header(found: Asked) -> bool:
    return found.format is None


def _unreadable_message(found: Asked) -> bool:
    return found.format is not None and found.message is None


def _empty(found: Asked) -> bool:
    return found.message is not None and bool(empty_parameters(found.message))


def _of_nobody(found: Asked) -> bool:
    return found.ue is not None and (ue_number(found.ue) or 0) > _UES


def _answers_nothing(found: Asked) -> bool:
    return (found.style, found.action) in ANSWERS_ONLY


def _of_several(found: Asked) -> bool:
    return found.format == _SEVERAL


def _padded(request: Any) -> bool:
    octets = request.ric_control_message or b""
    whole = octets.rstrip(b"\x00")
    lengths = range(len(whole), len(octets))
    unread = readable(PayloadKind.CONTROL_MESSAGE, octets) is None
    return unread and any(readable(PayloadKind.CONTROL_MESSAGE, octets[:length]) is not None for length in lengths)


FLAWS = (
    Flaw(
        "node-rc-unknown-style-controlled",
        "Acknowledges controls of styles that it does not have",
        NODE,
        "F12",
        _pretends(_unknown_style),
        ("E2SM-RC-241",),
    ),
    Flaw(
        "node-rc-unknown-action-controlled",
        "Acknowledges control actions that it does not have",
        NODE,
        "F12",
        _pretends(_unknown_action),
        ("E2SM-RC-242",),
    ),
    Flaw(
        "node-rc-unknown-parameter-controlled",
        "Acknowledges controls without the parameter that says what they are about",
        NODE,
        "F10",
        _pretends(_unknown_parameters),
        ("E2SM-RC-243",),
    ),
    Flaw(
        "node-rc-foreign-format-controlled",
        "Acknowledges controls whose message has the format of another style",
        NODE,
        None,
        _pretends(_foreign_format),
        ("E2SM-RC-244",),
    ),
    Flaw(
        "node-rc-unreadable-header-controlled",
        "Acknowledges controls whose header it cannot read",
        NODE,
        None,
        _pretends(_unreadable_header),
        ("E2SM-RC-245",),
    ),
    Flaw(
        "node-rc-unreadable-message-controlled",
        "Acknowledges controls whose message it cannot read",
        NODE,
        "F4",
        _pretends(_unreadable_message),
        ("E2SM-RC-246", "E2SM-RC-247"),
    ),
    Flaw(
        "node-rc-padding-unanswered",
        "Says nothing to controls with octets behind their message",
        NODE,
        None,
        lambda actor: Ignoring(actor, of(RICcontrolRequest, where=_padded)),
        ("E2SM-RC-248",),
    ),
    Flaw(
        "node-rc-empty-parameter-controlled",
        "Acknowledges controls whose parameters have no values",
        NODE,
        None,
        _pretends(_empty),
        ("E2SM-RC-249",),
    ),
    Flaw(
        "node-rc-nobody-controlled",
        "Acknowledges controls of UEs that there are not",
        NODE,
        "F12",
        _pretends(_of_nobody),
        ("E2SM-RC-250",),
    ),
    Flaw(
        "node-rc-admits-unasked",
        "Acknowledges the admission of what it has not asked for",
        NODE,
        None,
        _pretends(_answers_nothing),
        ("E2SM-RC-251",),
    ),
    Flaw(
        "node-rc-several-in-part",
        "Acknowledges controls of several actions of which some fail",
        NODE,
        "F12",
        _pretends(_of_several),
        ("E2SM-RC-236",),
    ),
)
"""One flaw each."""

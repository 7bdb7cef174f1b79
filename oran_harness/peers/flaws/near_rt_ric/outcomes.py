"""Near-RT RICs that misbehave about the answers to what they asked for (E2AP 8, 10)."""

from typing import Any

from oran_harness.model.role import Role
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.in_context import Minding, complain, die
from oran_harness.peers.flaws.on_hearing import Dying
from oran_harness.peers.flaws.past import Past, unasked
from oran_harness.peers.flaws.recognition import of
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import (
    E2connectionUpdateFailure,
    E2RemovalFailure,
    RICcontrolAcknowledge,
    RICcontrolFailure,
    RICsubscriptionDeleteFailure,
    RICsubscriptionFailure,
    RICsubscriptionRequest,
    RICsubscriptionResponse,
)
from oran_harness.service_models.payload import PayloadKind
from oran_harness.service_models.rc.model import RC
from oran_harness.steps.correlation import same_transaction

RIC = Role.NEAR_RT_RIC
_FAILURES = (E2connectionUpdateFailure, RICcontrolFailure, RICsubscriptionFailure, RICsubscriptionDeleteFailure)


def _is_failure(past: Past, message: Message) -> bool:
    return isinstance(message, _FAILURES)


def _admits_a_part(past: Past, message: Message) -> bool:
    return isinstance(message, RICsubscriptionResponse) and bool(message.ric_actions_not_admitted)


def _overtakes(past: Past, message: Message) -> bool:
    """Whether it answers another subscription than the one that waits longest."""
    waiting = past.under_way(RICsubscriptionRequest)
    return isinstance(message, RICsubscriptionResponse) and bool(waiting) and not same_transaction(waiting[0], message)


def _has_an_unreadable_outcome(acknowledgement: Any) -> bool:
    octets = acknowledgement.ric_control_outcome
    return octets is not None and not RC.decode(PayloadKind.CONTROL_OUTCOME, octets).conforms


FLAWS = (
    Flaw(
        "ric-complains-of-failures",
        "Takes the failure message of a procedure for an error, and reports it by an Error Indication",
        RIC,
        None,
        lambda actor: Minding(actor, _is_failure, complain),
        ("E2AP-SUB-102", "E2AP-SUBDEL-102", "E2AP-CTRL-103", "E2AP-CTRL-104", "E2AP-CONNUPD-102"),
    ),
    Flaw(
        "ric-complains-of-refused-actions",
        "Reports a subscription of which a part is admitted by an Error Indication",
        RIC,
        None,
        lambda actor: Minding(actor, _admits_a_part, complain),
        ("E2AP-SUB-109",),
    ),
    Flaw(
        "ric-minds-order-of-answers",
        "Reports the answer to a later subscription by an Error Indication while it waits for an earlier one's",
        RIC,
        None,
        lambda actor: Minding(actor, _overtakes, complain),
        ("E2AP-SUB-104",),
    ),
    Flaw(
        "ric-dies-on-unasked-answer",
        "Crashes on an answer to a request that it never sent",
        RIC,
        None,
        lambda actor: Minding(actor, unasked, die),
        ("E2AP-NEG-115", "E2AP-SUB-108"),
    ),
    Flaw(
        "ric-dies-on-unreadable-outcome",
        "Crashes on a RIC Control Outcome that it cannot read",
        RIC,
        "F29",
        lambda actor: Dying(actor, of(RICcontrolAcknowledge, where=_has_an_unreadable_outcome)),
        ("E2AP-CTRL-106",),
    ),
    Flaw(
        "ric-dies-on-removal-failure",
        "Crashes when a node refuses its E2 Removal",
        RIC,
        None,
        lambda actor: Dying(actor, of(E2RemovalFailure)),
        ("E2AP-REMOVAL-107",),
    ),
)
"""One flaw each."""

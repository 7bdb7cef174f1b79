"""Near-RT RICs that misbehave about RIC Indications (E2AP 8.2.3)."""

from typing import Any

from oran_harness.model.role import Role
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.in_context import Minding, complain, die, ignore
from oran_harness.peers.flaws.kpm_payload import is_kpm
from oran_harness.peers.flaws.on_hearing import Dying
from oran_harness.peers.flaws.past import Past
from oran_harness.peers.flaws.recognition import of
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import (
    E2setupRequest,
    RICindication,
    RICsubscriptionDeleteRequest,
    RICsubscriptionRequest,
    RICsubscriptionResponse,
)
from oran_harness.service_models.payload import PayloadKind

RIC = Role.NEAR_RT_RIC
_ROOM = 100


def _unreadable(indication: RICindication) -> bool:
    """Whether a report, of whatever function, does not read as one of KPM."""
    message = PayloadKind.INDICATION_MESSAGE, indication.ric_indication_message
    return indication.ric_indication_type == "report" and not is_kpm(*message)


def _unnumbered(indication: RICindication) -> bool:
    return indication.ric_indication_type == "report" and indication.ric_indication_sn is None


def _not_the_next(past: Past, message: Any) -> bool:
    """Whether a sequence number is not one more than the last of its subscription."""
    if not isinstance(message, RICindication) or message.ric_indication_sn is None:
        return False
    earlier = [each for each in past.heard if isinstance(each, RICindication)]
    numbers = [each.ric_indication_sn for each in earlier if each.ric_request_id == message.ric_request_id]
    last = next((number for number in reversed(numbers) if number is not None), None)
    return last is not None and message.ric_indication_sn != last + 1


def _never_subscribed(past: Past, message: Message) -> bool:
    return isinstance(message, RICindication) and message.ric_request_id not in past.named(RICsubscriptionRequest)


def _not_answered_yet(past: Past, message: Message) -> bool:
    if not isinstance(message, RICindication) or _never_subscribed(past, message):
        return False
    return message.ric_request_id not in past.named(RICsubscriptionResponse)


def _of_another_type(indication: RICindication) -> bool:
    return indication.ric_indication_type == "insert"


def _crosses_a_delete(past: Past, message: Message) -> bool:
    return isinstance(message, RICindication) and message.ric_request_id in past.named(RICsubscriptionDeleteRequest)


def _before_setup(past: Past, message: Message) -> bool:
    return isinstance(message, RICindication) and not past.has_heard(E2setupRequest)


FLAWS = (
    Flaw(
        "ric-dies-on-malformed-indication",
        "Crashes on a report that it cannot read",
        RIC,
        "F29",
        lambda actor: Dying(actor, of(RICindication, where=_unreadable)),
        ("E2AP-IND-105", "E2AP-IND-106"),
    ),
    Flaw(
        "ric-dies-without-sequence-number",
        "Crashes on a report without a sequence number",
        RIC,
        None,
        lambda actor: Dying(actor, of(RICindication, where=_unnumbered)),
        ("E2AP-IND-101", "E2AP-IND-102"),
    ),
    Flaw(
        "ric-minds-sequence-numbers",
        "Reports an indication whose sequence number is not the next by an Error Indication",
        RIC,
        None,
        lambda actor: Minding(actor, _not_the_next, complain),
        ("E2AP-IND-102",),
    ),
    Flaw(
        "ric-dies-of-many-indications",
        "Crashes on its hundredth indication",
        RIC,
        "F26",
        lambda actor: Dying(actor, of(RICindication), nth=_ROOM),
        ("E2AP-IND-103",),
    ),
    Flaw(
        "ric-dies-on-unknown-indication",
        "Crashes on an indication of a subscription that it never made",
        RIC,
        None,
        lambda actor: Minding(actor, _never_subscribed, die),
        ("E2AP-IND-106",),
    ),
    Flaw(
        "ric-dies-on-insert",
        "Crashes on an indication of type INSERT",
        RIC,
        None,
        lambda actor: Dying(actor, of(RICindication, where=_of_another_type)),
        ("E2AP-IND-107",),
    ),
    Flaw(
        "ric-dies-on-early-indication",
        "Crashes on an indication that comes before the answer to its subscription",
        RIC,
        None,
        lambda actor: Minding(actor, _not_answered_yet, die),
        ("E2AP-IND-108",),
    ),
    Flaw(
        "ric-complains-of-crossing-indications",
        "Reports an indication that crosses its Delete by an Error Indication",
        RIC,
        None,
        lambda actor: Minding(actor, _crosses_a_delete, complain),
        ("E2AP-SUBDEL-103",),
    ),
    Flaw(
        "ric-early-indication-untold",
        "Drops an indication that comes before E2 Setup without a word",
        RIC,
        None,
        lambda actor: Minding(actor, _before_setup, ignore),
        ("E2AP-NEG-124",),
    ),
)
"""One flaw each."""

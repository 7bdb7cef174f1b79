"""Near-RT RICs that misbehave when a procedure of theirs meets one of the node (E2AP 5.2, 8.2, 8.3)."""

from oran_harness.model.role import Role
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.in_context import Minding, complain, die, ignore
from oran_harness.peers.flaws.past import Past
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import (
    E2connectionUpdate,
    E2nodeConfigurationUpdate,
    E2RemovalRequest,
    E2setupRequest,
    ResetRequest,
    RICcontrolRequest,
    RICindication,
    RICserviceQuery,
    RICserviceUpdate,
    RICsubscriptionDeleteRequest,
    RICsubscriptionDeleteRequired,
)

RIC = Role.NEAR_RT_RIC


def _second_setup(past: Past, message: Message) -> bool:
    return isinstance(message, E2setupRequest) and past.has_heard(E2setupRequest)


def _report_after_a_reset(past: Past, message: Message) -> bool:
    return isinstance(message, RICindication) and past.has_heard(ResetRequest)


def _reset_amid_services(past: Past, message: Message) -> bool:
    own = (RICcontrolRequest, RICsubscriptionDeleteRequest)
    return isinstance(message, ResetRequest) and bool(past.under_way(*own))


def _required_amid_delete(past: Past, message: Message) -> bool:
    return isinstance(message, RICsubscriptionDeleteRequired) and bool(past.under_way(RICsubscriptionDeleteRequest))


def _further_update_after_query(past: Past, message: Message) -> bool:
    later = isinstance(message, RICserviceUpdate) and past.has_heard(RICserviceUpdate)
    return later and past.has_said(RICserviceQuery)


def _under_its_own_transaction(past: Past, message: Message) -> bool:
    if not isinstance(message, E2nodeConfigurationUpdate):
        return False
    own = [getattr(each, "transaction_id", None) for each in past.under_way(E2connectionUpdate)]
    return message.transaction_id in own


def _crossing_removal(past: Past, message: Message) -> bool:
    return isinstance(message, E2RemovalRequest) and bool(past.under_way(E2RemovalRequest))


FLAWS = (
    Flaw(
        "ric-dies-on-impatient-node",
        "Crashes on an E2 Setup on an association that has carried one before",
        RIC,
        None,
        lambda actor: Minding(actor, _second_setup, die),
        ("E2AP-CROSS-101",),
    ),
    Flaw(
        "ric-reports-indications-after-reset",
        "Sends an Error Indication about each indication behind a Reset, though it has subscribed again",
        RIC,
        None,
        lambda actor: Minding(actor, _report_after_a_reset, complain),
        ("E2AP-CROSS-102",),
    ),
    Flaw(
        "ric-reset-amid-services-unanswered",
        "Does not answer a Reset while it waits for the answer to a control or a Delete",
        RIC,
        None,
        lambda actor: Minding(actor, _reset_amid_services, ignore),
        ("E2AP-CROSS-103", "E2AP-CROSS-104"),
    ),
    Flaw(
        "ric-complains-of-crossing-delete-required",
        "Reports a Delete Required that crosses its own Delete",
        RIC,
        None,
        lambda actor: Minding(actor, _required_amid_delete, complain),
        ("E2AP-CROSS-105",),
    ),
    Flaw(
        "ric-one-update-a-query",
        "Takes the first RIC Service Update behind its query for the answer, and drops the next",
        RIC,
        None,
        lambda actor: Minding(actor, _further_update_after_query, ignore),
        ("E2AP-CROSS-106",),
    ),
    Flaw(
        "ric-takes-request-for-answer",
        "Takes a Configuration Update under the TransactionID of its own Connection Update for the answer to that",
        RIC,
        "F17",
        lambda actor: Minding(actor, _under_its_own_transaction, ignore),
        ("E2AP-CROSS-107",),
    ),
    Flaw(
        "ric-dies-on-crossing-removal",
        "Crashes on an E2 Removal that crosses its own",
        RIC,
        None,
        lambda actor: Minding(actor, _crossing_removal, die),
        ("E2AP-CROSS-108",),
    ),
)
"""One flaw each."""

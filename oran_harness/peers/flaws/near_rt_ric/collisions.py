"""Near-RT RICs that misbehave when procedures meet (E2AP 5.2, 8.3.2.2, 9.2.33)."""

from oran_harness.model.role import Role
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.in_context import Minding, Test, ignore
from oran_harness.peers.flaws.on_hearing import Ignoring
from oran_harness.peers.flaws.past import Past
from oran_harness.peers.flaws.recognition import of
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import (
    E2nodeConfigurationUpdate,
    E2RemovalRequest,
    E2setupRequest,
    ResetRequest,
    RICserviceQuery,
    RICserviceUpdate,
    RICsubscriptionDeleteRequest,
    RICsubscriptionRequest,
)

RIC = Role.NEAR_RT_RIC
_HIGHEST_TRANSACTION_ID = 255
_MOMENT_S = 0.0005
_REQUESTS = (E2setupRequest, ResetRequest, E2RemovalRequest, RICserviceUpdate, E2nodeConfigurationUpdate)


def _while(own: type[Message], heard: type[Message]) -> Test:
    """Messages that come while a request of its own is under way."""
    return lambda past, message: isinstance(message, heard) and bool(past.under_way(own))


def _while_subscribed(past: Past, message: Message) -> bool:
    standing = set(past.named(RICsubscriptionRequest)) - set(past.named(RICsubscriptionDeleteRequest))
    return isinstance(message, E2RemovalRequest) and bool(standing)


def _after_its_query(past: Past, message: Message) -> bool:
    return isinstance(message, RICserviceUpdate) and past.has_said(RICserviceQuery)


def _overtaken(past: Past, message: Message) -> bool:
    """Whether a request of the same procedure was heard a moment ago, and nothing since."""
    updates = (RICserviceUpdate, E2nodeConfigurationUpdate)
    last = past.heard[-1] if past.heard else None
    soon = last is not None and past.now - past.heard_at[-1] < _MOMENT_S
    return soon and isinstance(message, updates) and type(last) is type(message)


FLAWS = (
    Flaw(
        "ric-transaction-id-255-for-none",
        "Takes TransactionID 255 for none, and does not answer such a request",
        RIC,
        "F17",
        lambda actor: Ignoring(
            actor, of(*_REQUESTS, where=lambda request: request.transaction_id == _HIGHEST_TRANSACTION_ID)
        ),
        (
            "E2AP-SETUP-102",
            "E2AP-RESET-103",
            "E2AP-SERVUPD-107",
            "E2AP-CONFUPD-109",
            "E2AP-REMOVAL-104",
        ),
    ),
    Flaw(
        "ric-second-update-unanswered",
        "Does not answer an update that comes right behind another one of its kind",
        RIC,
        None,
        lambda actor: Minding(actor, _overtaken, ignore),
        ("E2AP-SERVUPD-108", "E2AP-CONFUPD-112"),
    ),
    Flaw(
        "ric-crossing-reset-unanswered",
        "Does not answer a Reset that crosses its own",
        RIC,
        None,
        lambda actor: Minding(actor, _while(ResetRequest, ResetRequest), ignore),
        ("E2AP-RESET-107",),
    ),
    Flaw(
        "ric-reset-amid-subscription-unanswered",
        "Does not answer a Reset while it waits for the answer to a subscription",
        RIC,
        None,
        lambda actor: Minding(actor, _while(RICsubscriptionRequest, ResetRequest), ignore),
        ("E2AP-RESET-108",),
    ),
    Flaw(
        "ric-removal-while-subscribed-unanswered",
        "Does not answer the E2 Removal of a node at which it has subscribed",
        RIC,
        None,
        lambda actor: Minding(actor, _while_subscribed, ignore),
        ("E2AP-REMOVAL-106",),
    ),
    Flaw(
        "ric-update-after-query-unanswered",
        "Does not answer the RIC Service Update that its own RIC Service Query asked for",
        RIC,
        None,
        lambda actor: Minding(actor, _after_its_query, ignore),
        ("E2AP-SERVUPD-121", "E2AP-SERVUPD-122"),
    ),
)
"""One flaw each."""

"""Near-RT RICs that misbehave about errors in messages other than E2 Setup (E2AP 10; 3GPP TS 36.413 10.3)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from oran_harness.model.complaint import ComplaintKind
from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor, Command, Heard
from oran_harness.peers.flaws.alteration import unchanged
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_actor import FlawedActor
from oran_harness.peers.flaws.on_hearing import Dying, Ignoring, Mishearing
from oran_harness.peers.flaws.recognition import Test, broken, wrong_by
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import (
    E2nodeConfigurationUpdate,
    E2RemovalRequest,
    ErrorIndication,
    ResetRequest,
    ResetResponse,
    RICcontrolAcknowledge,
    RICindication,
    RICserviceUpdate,
    RICsubscriptionDeleteRequired,
    RICsubscriptionDeleteResponse,
    RICsubscriptionResponse,
)
from oran_harness.steps.causes import cause

RIC = Role.NEAR_RT_RIC
_UPDATES = (RICserviceUpdate, E2nodeConfigurationUpdate)
_REQUESTS = (*_UPDATES, ResetRequest, E2RemovalRequest)
_WITHOUT_ANSWER = (RICsubscriptionDeleteRequired, RICindication)
_ANSWERS = (RICsubscriptionResponse, RICsubscriptionDeleteResponse, RICcontrolAcknowledge, ResetResponse)


class _Reporting(FlawedActor):
    """Sends an Error Indication about messages that ``test`` is true of, and does nothing of what they ask for."""

    def __init__(self, actor: Actor, test: Test) -> None:
        super().__init__(actor)
        self._test = test

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Report it."""
        if not self._test(decoded):
            return None
        return self.say(heard.association, ErrorIndication(cause=cause("abstract-syntax-error-reject", self.edition)))


def _with(kind: ComplaintKind, *types: type[Message]) -> Test:
    """Messages of these types with an error of that kind."""
    names = {each.NAME for each in types}
    return lambda decoded: decoded.name in names and any(each.kind is kind for each in decoded.complaints)


def _trailing(decoded: DecodedMessage) -> bool:
    return any(each.kind is ComplaintKind.TRAILING_OCTETS for each in decoded.complaints)


def _under_zero(message: Any) -> Any:
    """The message under TransactionID 0, if it has none; what else is wrong with it is gone."""
    return replace(message, transaction_id=0) if message.transaction_id is None else message


def _without_lists(update: Any) -> Any:
    if isinstance(update, RICserviceUpdate):
        return RICserviceUpdate(update.transaction_id)
    return E2nodeConfigurationUpdate(update.transaction_id)


FLAWS = (
    Flaw(
        "ric-reports-every-unknown-ie",
        "Reports every IE that it does not know, and does not carry the request out, whatever the IE's criticality",
        RIC,
        None,
        lambda actor: _Reporting(actor, _with(ComplaintKind.UNKNOWN_IE, *_REQUESTS)),
        (
            "E2AP-NEG-151",
            "E2AP-NEG-152",
            "E2AP-NEG-154",
            "E2AP-NEG-155",
            "E2AP-NEG-157",
            "E2AP-NEG-158",
            "E2AP-NEG-160",
            "E2AP-NEG-161",
        ),
    ),
    Flaw(
        "ric-reads-requests-carelessly",
        "Passes over unknown, repeated and misplaced IEs of requests, whatever their criticality",
        RIC,
        None,
        lambda actor: Mishearing(actor, broken(*_REQUESTS), unchanged),
        (
            "E2AP-NEG-153",
            "E2AP-NEG-156",
            "E2AP-NEG-159",
            "E2AP-NEG-162",
            "E2AP-NEG-163",
            "E2AP-NEG-164",
            "E2AP-NEG-165",
            "E2AP-NEG-166",
            "E2AP-NEG-167",
            "E2AP-NEG-168",
            "E2AP-NEG-169",
        ),
    ),
    Flaw(
        "ric-transaction-id-zero-for-none",
        "Carries out requests without TransactionID as if they had TransactionID 0",
        RIC,
        "F17",
        lambda actor: Mishearing(actor, _with(ComplaintKind.MISSING_IE, *_REQUESTS), _under_zero),
        ("E2AP-NEG-170",),
    ),
    Flaw(
        "ric-takes-unreadable-for-absent",
        "Acknowledges an update of which it cannot read a list as if the list were not there",
        RIC,
        "F9",
        lambda actor: Mishearing(actor, broken(*_UPDATES), _without_lists),
        ("E2AP-NEG-176",),
    ),
    Flaw(
        "ric-reports-broken-delete-required",
        "Reports whatever is wrong with a Delete Required, whatever its criticality",
        RIC,
        None,
        lambda actor: _Reporting(actor, broken(RICsubscriptionDeleteRequired)),
        ("E2AP-NEG-171",),
    ),
    Flaw(
        "ric-drops-broken-messages",
        "Drops messages without answer in which something is wrong, and says nothing",
        RIC,
        None,
        lambda actor: Ignoring(actor, broken(*_WITHOUT_ANSWER)),
        ("E2AP-NEG-172", "E2AP-NEG-173", "E2AP-NEG-174"),
    ),
    Flaw(
        "ric-reports-broken-reports",
        "Answers an Error Indication in which something is wrong by another one",
        RIC,
        None,
        lambda actor: _Reporting(actor, broken(ErrorIndication)),
        ("E2AP-NEG-175",),
    ),
    Flaw(
        "ric-dies-on-unused-octets",
        "Crashes on octets behind the end of an IE or of a message",
        RIC,
        "F9",
        lambda actor: Dying(actor, _trailing),
        ("E2AP-NEG-177",),
    ),
    Flaw(
        "ric-dies-on-broken-answer",
        "Crashes on an answer to a request of its own in which something is wrong",
        RIC,
        "F9",
        lambda actor: Dying(actor, broken(*_ANSWERS)),
        ("E2AP-NEG-181", "E2AP-NEG-182", "E2AP-NEG-183", "E2AP-NEG-184"),
    ),
    Flaw(
        "ric-dies-on-repeated-ie",
        "Crashes on any message in which an IE stands twice",
        RIC,
        None,
        lambda actor: Dying(actor, wrong_by(ComplaintKind.REPEATED_IE)),
        tuple(f"E2AP-PROP-{number}" for number in range(101, 109)),
    ),
)
"""One flaw each."""

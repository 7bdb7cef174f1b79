"""Near-RT RICs that meet E2 nodes of another edition than their own (E2AP 4.1, 10)."""

from collections.abc import Sequence
from typing import Any

from oran_harness.checkers.identity import plmn_of
from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor, Command, Heard
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_actor import FlawedActor
from oran_harness.peers.flaws.on_hearing import Dying, HangingUp, Ignoring
from oran_harness.peers.flaws.recognition import broken, broken_where, of, unknown_procedure
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.messages import E2setupRequest, ResetRequest, RICsubscriptionDeleteRequired
from oran_harness.service_models import service_model
from oran_harness.service_models.payload import PayloadKind
from oran_harness.service_models.rc.model import RC

RIC = Role.NEAR_RT_RIC
_LAST_OF_THE_FIRST_EDITION = 11
_EXPIRED = "ric-subscription-end-time-expired"


class _KnowsOneOperator(FlawedActor):
    """Serves nodes of one PLMN, that of the first which set up, and ignores the others."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._plmn: bytes | None = None

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Compare."""
        if not isinstance(decoded.message, E2setupRequest):
            return None
        plmn = plmn_of(decoded.message.global_e2_node_id)
        self._plmn = self._plmn or plmn
        return None if plmn == self._plmn else ()


def _offers_query(request: E2setupRequest) -> bool:
    """Whether a function of RC has queries, which its first editions have not."""
    kind = PayloadKind.FUNCTION_DEFINITION
    definitions = (
        RC.decode(kind, item.ran_function_definition).value
        for item in request.ran_functions_added or ()
        if item.ran_function_oid == RC.oid
    )
    return any(getattr(each, "ran_function_definition_query", None) is not None for each in definitions)


def _offers_unknown_oid(request: E2setupRequest) -> bool:
    known = [service_model(name).oid for name in ("kpm", "rc")]
    oids = [item.ran_function_oid for item in request.ran_functions_added or ()]
    return any(oid is not None and oid not in known for oid in oids)


def _of_the_first_edition(request: Any) -> bool:
    return request.transaction_id is None and request.e2_node_component_config_addition is None


def _expired(required: RICsubscriptionDeleteRequired) -> bool:
    causes = (item.cause for item in required.ric_subscription_to_be_removed or ())
    return any(cause is not None and cause[1] == _EXPIRED for cause in causes)


def _later_procedure(decoded: DecodedMessage) -> bool:
    code = decoded.procedure_code
    return code is not None and code > _LAST_OF_THE_FIRST_EDITION and decoded.outcome == "initiatingMessage"


FLAWS = (
    Flaw(
        "ric-dies-on-node-of-first-edition",
        "Crashes on the E2 Setup of a node of E2AP 1.01, which lacks TransactionID and components",
        RIC,
        "F16",
        lambda actor: Dying(actor, broken_where(E2setupRequest, _of_the_first_edition)),
        ("E2AP-VERSION-101",),
    ),
    Flaw(
        "ric-knows-one-plmn",
        "Does not answer nodes of another PLMN than that of the first",
        RIC,
        "F34",
        _KnowsOneOperator,
        ("E2AP-VERSION-102", "E2AP-VERSION-103", "E2AP-VERSION-104", "E2AP-VERSION-105"),
    ),
    Flaw(
        "ric-aborts-on-rc-query",
        "Aborts the association of a node whose RC function has queries, which RC 1.03 does not know",
        RIC,
        "F33",
        lambda actor: HangingUp(actor, of(E2setupRequest, where=_offers_query)),
        ("E2AP-VERSION-104", "E2AP-VERSION-105", "E2AP-VERSION-106"),
    ),
    Flaw(
        "ric-dies-on-unknown-oid",
        "Crashes on a RAN function under an OID that it does not know",
        RIC,
        "F2",
        lambda actor: Dying(actor, of(E2setupRequest, where=_offers_unknown_oid)),
        ("E2AP-VERSION-107",),
    ),
    Flaw(
        "ric-ignores-reset-of-unknown-cause",
        "Does not answer a Reset whose cause it cannot read",
        RIC,
        "F16",
        lambda actor: Ignoring(actor, broken(ResetRequest)),
        ("E2AP-VERSION-108",),
    ),
    Flaw(
        "ric-dies-on-expired-subscription",
        "Crashes on a Delete Required whose cause is that the subscription's time is over",
        RIC,
        "F16",
        lambda actor: Dying(actor, of(RICsubscriptionDeleteRequired, where=_expired)),
        ("E2AP-VERSION-109",),
    ),
    Flaw(
        "ric-dies-on-unknown-procedure",
        "Crashes on a procedure that its edition does not have",
        RIC,
        "F16",
        lambda actor: Dying(actor, unknown_procedure),
        ("E2AP-VERSION-110", "E2AP-VERSION-113"),
    ),
    Flaw(
        "ric-ignores-later-procedures",
        "Drops without a word all procedures that E2AP 1.01 did not have",
        RIC,
        "F16",
        lambda actor: Ignoring(actor, _later_procedure),
        ("E2AP-VERSION-111", "E2AP-VERSION-112", "E2AP-VERSION-113"),
    ),
)
"""One flaw each."""

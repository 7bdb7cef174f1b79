"""RIC Subscription Audit (E2AP 8.2.2B)."""

from collections.abc import Iterator

from oran_harness.checkers.breaches import of_irregularity
from oran_harness.checkers.observation import IrregularityObserved
from oran_harness.checkers.rule import Breach, rule
from oran_harness.model import Level
from oran_harness.protocols.e2ap.engine import IrregularityKind as Kind

NODE = "the E2 node"


@rule(
    id="E2AP-AUDIT-REPORTED",
    title="Each listed subscription is confirmed or unknown, once",
    clause="O-RAN.WG3.E2AP 8.2.2B.2",
    hint="Put every subscription of the Audit List into the confirmed or the unknown list of the response, not into "
    "both; those that the RIC did not list go into the missing list.",
    blames=NODE,
    of=(Kind.AUDIT_ITEM_NOT_REPORTED, Kind.AUDIT_ITEM_REPORTED_TWICE, Kind.AUDIT_ITEM_NEVER_ASKED),
)
def audit_reported(seen: IrregularityObserved) -> Iterator[Breach]:
    """An Audit response has each listed subscription in the confirmed or the unknown list."""
    yield from of_irregularity(seen)


@rule(
    id="E2AP-AUDIT-FLAG",
    title="With the flag only listed subscriptions are audited",
    clause="O-RAN.WG3.E2AP 8.2.2B.2",
    hint="Leave the missing list out if the Audit Flag asks for listed records only.",
    blames=NODE,
    of=(Kind.AUDIT_MISSING_DESPITE_FLAG,),
)
def audit_flag(seen: IrregularityObserved) -> Iterator[Breach]:
    """If only listed records are asked for, the response reports no others."""
    yield from of_irregularity(seen)


@rule(
    id="E2AP-AUDIT-CONTRADICTION",
    title="The Audit agrees with what was subscribed",
    clause="O-RAN.WG3.E2AP 8.2.2B.2",
    level=Level.SHOULD,
    hint="Compare the node's table of subscriptions with the subscriptions and deletions on the wire: one was lost, or "
    "kept after its deletion.",
    blames=NODE,
    of=(Kind.AUDIT_CONTRADICTS_SUBSCRIPTIONS,),
)
def audit_contradiction(seen: IrregularityObserved) -> Iterator[Breach]:
    """An Audit response confirms the subscriptions that stand and no others."""
    yield from of_irregularity(seen)


@rule(
    id="E2AP-AUDIT-EMPTY",
    title="An Audit response holds an item",
    clause="O-RAN.WG3.E2AP 8.2.2B.3",
    hint="Send RIC SUBSCRIPTION AUDIT FAILURE if there is nothing to list; without any subscription that is the right "
    "answer.",
    blames=NODE,
    of=(Kind.AUDIT_EMPTY,),
)
def audit_empty(seen: IrregularityObserved) -> Iterator[Breach]:
    """An Audit with nothing to report is answered with a failure."""
    yield from of_irregularity(seen)

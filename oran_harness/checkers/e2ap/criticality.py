"""Criticalities are fixed by the specification, of procedures and of IEs (E2AP 9.3.3, 9.3.4)."""

from collections.abc import Iterator

from oran_harness.checkers.breaches import of_complaint
from oran_harness.checkers.observation import ComplaintObserved
from oran_harness.checkers.rule import Breach, rule
from oran_harness.model import ComplaintKind, Scope

SENDER = "the sender of the message"


@rule(
    id="E2AP-IE-CRITICALITY",
    title="IEs carry the criticality that is fixed for them",
    clause="O-RAN.WG3.E2AP 9.3.4",
    scope=Scope.RUN,
    hint="Set the criticality of the named IE to the one of its object set. The items of a list have their own: "
    "RANfunction-Item is ignore although the list around it is reject. A receiver that does not understand an IE "
    "acts on the criticality it received.",
    blames=SENDER,
    of=(ComplaintKind.CRITICALITY,),
)
def ie_criticality(seen: ComplaintObserved) -> Iterator[Breach]:
    """Each IE, list items included, is sent with the criticality that its object set assigns."""
    if not _is_procedure(seen):
        yield of_complaint(seen)


@rule(
    id="E2AP-PROCEDURE-CRITICALITY",
    title="Messages carry the criticality that is fixed for their procedure",
    clause="O-RAN.WG3.E2AP 9.3.3",
    scope=Scope.RUN,
    hint="Set the criticality in the message's envelope to that of the elementary procedure: ignore for Error "
    "Indication, RIC Indication, RIC Service Query and Delete Required, reject for most others.",
    blames=SENDER,
    of=(ComplaintKind.CRITICALITY,),
)
def procedure_criticality(seen: ComplaintObserved) -> Iterator[Breach]:
    """The envelope of a message holds the criticality of its elementary procedure."""
    if _is_procedure(seen):
        yield of_complaint(seen)


def _is_procedure(seen: ComplaintObserved) -> bool:
    return seen.complaint.path in ("", seen.seen.decoded.name)

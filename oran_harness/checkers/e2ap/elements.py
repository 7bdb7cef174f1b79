"""The IEs of a message: all that must be there, once, in order, and none that does not belong (E2AP 9.3.1)."""

from collections.abc import Iterator

from oran_harness.checkers.breaches import of_complaint
from oran_harness.checkers.observation import ComplaintObserved
from oran_harness.checkers.rule import Breach, rule
from oran_harness.model import ComplaintKind, Level

SENDER = "the sender of the message"
NEWEST_ID = 139
"""The highest IE id that E2AP 8.00 gives; ids beyond it are of an edition that nobody here knows."""
LATER_ADDITIONS = {("E2setupResponse", 138), ("RICserviceUpdateAcknowledge", 138)}
"""IEs that E2AP 8.00 added to messages of older editions (RANfunctions-AcceptModified-List)."""

CONTRADICTIONS = {"RICsubscriptionAuditResponse.RICsubscriptionAuditConfirmedList"}
"""IEs that the ASN.1 has mandatory where the text (E2AP 8.2.2B.2) lets them be left out: both readings pass."""


@rule(
    id="E2AP-IE-MISSING",
    title="Mandatory IEs are there",
    clause="O-RAN.WG3.E2AP 9.3.1, 9.3.4",
    hint="Put the named IE in. If it is TransactionID (49) or the component configuration (50), the sender was built "
    "for E2AP 1.01, where they do not exist: both ends need one edition.",
    blames=SENDER,
    of=(ComplaintKind.MISSING_IE,),
)
def ie_missing(seen: ComplaintObserved) -> Iterator[Breach]:
    """A message holds each IE that is mandatory in the edition that its sender speaks."""
    if seen.complaint.path not in CONTRADICTIONS:
        yield of_complaint(seen)


@rule(
    id="E2AP-IE-UNKNOWN",
    title="IEs belong to the message",
    clause="O-RAN.WG3.E2AP 9.3.4",
    hint="Look the IE id up in the message's table: it exists in E2AP, but not in this message. An IE with "
    "criticality reject that the receiver does not know makes it refuse the whole message.",
    blames=SENDER,
    of=(ComplaintKind.UNKNOWN_IE,),
)
def ie_unknown(seen: ComplaintObserved) -> Iterator[Breach]:
    """A message holds no IE that no edition has in it."""
    if not _is_newer(seen):
        yield of_complaint(seen)


@rule(
    id="E2AP-IE-NEWER",
    title="An IE of an edition newer than those known here",
    clause="O-RAN.WG3.E2AP 9.3.4; 10 (TS 36.413 10.3.4)",
    level=Level.SHOULD,
    hint="Nobody is to blame. Check which E2AP release the sender implements; a receiver treats the IE by its "
    "criticality.",
    blames="nobody",
    of=(ComplaintKind.UNKNOWN_IE,),
)
def ie_newer(seen: ComplaintObserved) -> Iterator[Breach]:
    """An IE that a newer edition may have added is reported as such, and blames nobody."""
    if _is_newer(seen):
        found = of_complaint(seen)
        yield Breach(None, found.message, found.expected, found.actual, found.key)


@rule(
    id="E2AP-IE-REPEATED",
    title="No IE occurs twice",
    clause="O-RAN.WG3.E2AP 9.3.1",
    hint="Lists are one IE with items inside, not one IE for each item. A receiver has to refuse the message as "
    "falsely constructed.",
    blames=SENDER,
    of=(ComplaintKind.REPEATED_IE,),
)
def ie_repeated(seen: ComplaintObserved) -> Iterator[Breach]:
    """Each IE of the object set occurs at most once in a message."""
    yield of_complaint(seen)


@rule(
    id="E2AP-IE-ORDER",
    title="IEs stand in the order of the object set",
    clause="O-RAN.WG3.E2AP 9.3.1",
    hint="Write the IEs in the order of the ASN.1 object set of the message, not by id: TransactionID comes first "
    "although its id is 49, RICrequestID (29) before RANfunctionID (5).",
    blames=SENDER,
    of=(ComplaintKind.IE_ORDER,),
)
def ie_order(seen: ComplaintObserved) -> Iterator[Breach]:
    """The IEs of a message follow the order in which its object set lists them."""
    yield of_complaint(seen)


def _is_newer(seen: ComplaintObserved) -> bool:
    number = int(seen.complaint.actual) if seen.complaint.actual.isdecimal() else 0
    return number > NEWEST_ID or (seen.seen.decoded.label, number) in LATER_ADDITIONS

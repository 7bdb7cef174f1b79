"""RIC Service Load and RIC Assistance, which E2AP 7.00 added (E2AP 8.2.8, 8.2.9, 8.2.11 to 8.2.13)."""

from collections.abc import Iterator

from oran_harness.checkers.breaches import of_irregularity
from oran_harness.checkers.observation import IrregularityObserved
from oran_harness.checkers.rule import Breach, rule
from oran_harness.model import Level
from oran_harness.protocols.e2ap.engine import IrregularityKind as Kind

NODE = "the E2 node"
RIC = "the near-RT RIC"


@rule(
    id="E2AP-LOAD-REQUEST",
    title="A Load Status request holds what its kind needs",
    clause="O-RAN.WG3.E2AP 8.2.8, 9.1.1.23",
    hint="Give the function list to start or add, and the node's measurement id to stop or add.",
    blames=RIC,
    of=(Kind.LOAD_REQUEST_INCOMPLETE,),
)
def load_request(seen: IrregularityObserved) -> Iterator[Breach]:
    """A Load Status request carries the ids and lists that its Registration Request calls for."""
    yield from of_irregularity(seen)


@rule(
    id="E2AP-LOAD-ANSWER",
    title="A Load Status answer is about its request",
    clause="O-RAN.WG3.E2AP 8.2.8.2",
    level=Level.SHOULD,
    hint="Repeat the measurement ids of the request and confirm functions of its list.",
    blames=NODE,
    of=(Kind.LOAD_ID_DIFFERS, Kind.LOAD_ITEM_NEVER_ASKED),
)
def load_answer(seen: IrregularityObserved) -> Iterator[Breach]:
    """The answer to a Load Status request repeats its ids and confirms what it asked for."""
    yield from of_irregularity(seen)


@rule(
    id="E2AP-LOAD-CONFIRMED",
    title="A Load Status response confirms something",
    clause="O-RAN.WG3.E2AP 8.2.8.2, 9.1.1.24",
    hint="Put the RAN functions on which load reports were started or added into the confirm list; send the failure "
    "message if there are none.",
    blames=NODE,
    of=(Kind.LOAD_ANSWER_INCOMPLETE,),
)
def load_confirmed(seen: IrregularityObserved) -> Iterator[Breach]:
    """The response to a Load Status request to start or add lists the RAN functions that it confirms."""
    yield from of_irregularity(seen)


@rule(
    id="E2AP-LOAD-UPDATE",
    title="Load Updates come while they are asked for",
    clause="O-RAN.WG3.E2AP 8.2.8.2, 8.2.9.2",
    level=Level.SHOULD,
    hint="Send Load Updates with the ids of reports that were started and not stopped.",
    blames=NODE,
    of=(Kind.LOAD_UPDATE_UNKNOWN, Kind.LOAD_UPDATE_AFTER_STOP),
)
def load_update(seen: IrregularityObserved) -> Iterator[Breach]:
    """A Load Update belongs to reports that run."""
    yield from of_irregularity(seen)


@rule(
    id="E2AP-ASSISTANCE",
    title="Assistance Indications come while they are asked for",
    clause="O-RAN.WG3.E2AP 8.2.11.2, 8.2.12.2, 8.2.13.2",
    level=Level.SHOULD,
    hint="Send Assistance Indications only for an assistance whose request asked for updates, and stop at the Halt.",
    blames=RIC,
    of=(Kind.ASSISTANCE_UNKNOWN, Kind.ASSISTANCE_UNASKED, Kind.ASSISTANCE_AFTER_HALT),
)
def assistance(seen: IrregularityObserved) -> Iterator[Breach]:
    """An Assistance Indication belongs to an assistance that asked for updates and runs."""
    yield from of_irregularity(seen)


@rule(
    id="E2AP-ASSISTANCE-COUNT",
    title="Assistance Indications keep their number and serial numbers",
    clause="O-RAN.WG3.E2AP 8.2.11.2, 8.2.12.2",
    hint="Count the Assistance SN up with each indication, and stop after the Update Number.",
    blames=RIC,
    of=(Kind.ASSISTANCE_TOO_MANY, Kind.ASSISTANCE_SN_REPEATED),
)
def assistance_count(seen: IrregularityObserved) -> Iterator[Breach]:
    """There are at most Update Number Assistance Indications, each with a serial number of its own."""
    yield from of_irregularity(seen)

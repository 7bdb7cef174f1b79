"""RAN functions in use: the ids of requests against the ids offered (E2AP 8.2, 9.2.8)."""

from collections.abc import Iterator

from oran_harness.checkers.breaches import of_irregularity
from oran_harness.checkers.observation import IrregularityObserved
from oran_harness.checkers.rule import Breach, rule
from oran_harness.model import Level, Scope
from oran_harness.protocols.e2ap.engine import IrregularityKind as Kind

NODE = "the E2 node"
RIC = "the near-RT RIC"
SENDER = "the sender of the message"
NOBODY = "nobody: the text leaves it open"


@rule(
    id="E2AP-FUNCTION-UNOFFERED",
    title="Requests name functions that the node offers",
    clause="O-RAN.WG3.E2AP 8.3.1, 8.3.4.2, 9.2.8",
    level=Level.SHOULD,
    hint="Take the RAN Function ID from the E2 Setup request (and the Service Updates) of this very node: ids differ "
    "from node to node, and counting may begin at 0, 1 or 2.",
    blames=RIC,
    of=(Kind.FUNCTION_NEVER_OFFERED, Kind.FUNCTION_DELETED),
)
def function_unoffered(seen: IrregularityObserved) -> Iterator[Breach]:
    """Subscription, control and query name a RAN function that the node offers at that time."""
    yield from of_irregularity(seen)


@rule(
    id="E2AP-UNKNOWN-FUNCTION-SERVED",
    title="Requests for an unknown function are refused",
    clause="O-RAN.WG3.E2AP 8.2.1.4, 8.2.2.4, 8.2.4.3, 8.2.5.4, 8.2.7.3",
    hint="Look the RAN Function ID up before anything else and answer with the failure message of the procedure, cause "
    "RAN function id invalid.",
    blames=NODE,
    of=(Kind.UNKNOWN_FUNCTION_SERVED,),
)
def unknown_function_served(seen: IrregularityObserved) -> Iterator[Breach]:
    """A node answers a request for a RAN function that it does not have with the failure message."""
    yield from of_irregularity(seen)


@rule(
    id="E2AP-ANSWER-FUNCTION",
    title="An answer names the function of its request",
    clause="O-RAN.WG3.E2AP 9.2.8; O-RAN.WG3.E2TS 6.2.2.1.1",
    # Who writes a function of its own there writes it in every answer; cases look at it in the answers they are about.
    scope=Scope.RUN,
    hint="Copy the RAN Function ID of the request into the answer.",
    blames=SENDER,
    of=(Kind.ANSWER_FUNCTION_DIFFERS,),
)
def answer_function(seen: IrregularityObserved) -> Iterator[Breach]:
    """The RAN Function ID of an answer is that of the request."""
    yield from of_irregularity(seen)


@rule(
    id="E2AP-QUERY-ANSWERED",
    title="A Service Update after a Query holds what the Query asks for",
    clause="O-RAN.WG3.E2AP 8.3.4A.2",
    level=Level.SHOULD,
    hint="After a Query without list the node sends all its functions as added; after one with a list the differences. "
    "A spontaneous update that crosses the Query explains a difference: ask again.",
    blames=NOBODY,
    of=(Kind.UPDATE_DIFFERS_FROM_QUERY,),
)
def query_answered(seen: IrregularityObserved) -> Iterator[Breach]:
    """The next Service Update after a Service Query brings the lists of both ends into line."""
    yield from of_irregularity(seen, remark=True)

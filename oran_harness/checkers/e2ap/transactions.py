"""Requests and answers: each answer belongs to one request, each id to one run (E2AP 3.1, 8.1)."""

from collections.abc import Iterator

from oran_harness.checkers.breaches import of_irregularity
from oran_harness.checkers.observation import IrregularityObserved
from oran_harness.checkers.rule import Breach, rule
from oran_harness.model import Level
from oran_harness.protocols.e2ap.causes import TRANSFER_SYNTAX_ERROR, read_causes
from oran_harness.protocols.e2ap.engine import IrregularityKind as Kind
from oran_harness.protocols.e2ap.speaker import Sighting

SENDER = "the sender of the message"


@rule(
    id="E2AP-ANSWER-UNASKED",
    title="An answer has a request",
    clause="O-RAN.WG3.E2AP 3.1, 8.1",
    hint="Send a response or failure only to a request that is outstanding. A late answer to a request of an earlier "
    "association, or one that an internal retry sends again, does not belong on this one.",
    blames=SENDER,
    of=(Kind.ANSWER_WITHOUT_REQUEST,),
)
def answer_unasked(seen: IrregularityObserved) -> Iterator[Breach]:
    """A response, acknowledge or failure answers an outstanding request of the same procedure."""
    yield from of_irregularity(seen)


@rule(
    id="E2AP-ANSWER-ID",
    title="An answer has the id of its request",
    clause="O-RAN.WG3.E2AP 3.1, 9.2.7, 9.2.33; O-RAN.WG3.E2TS 5.2, 6.2",
    hint="Copy the Transaction ID (or both halves of the RIC Request ID) from the request into the answer. A constant, "
    "a counter of its own or exchanged halves leave the other end waiting.",
    blames=SENDER,
    of=(Kind.ANSWER_WITH_ANOTHER_ID, Kind.ANSWER_WITHOUT_ID),
)
def answer_id(seen: IrregularityObserved) -> Iterator[Breach]:
    """All messages of one run of a procedure carry the same Transaction ID or RIC Request ID."""
    yield from of_irregularity(seen)


@rule(
    id="E2AP-ANSWER-TWICE",
    title="A request is answered once",
    clause="O-RAN.WG3.E2AP 3.1, 8.1",
    hint="Look for two places in the code that answer the same request, for example one when it is accepted and one "
    "when it is carried out.",
    blames=SENDER,
    of=(Kind.SECOND_ANSWER,),
)
def answer_twice(seen: IrregularityObserved) -> Iterator[Breach]:
    """A request gets one response or one failure, not both and none twice."""
    yield from of_irregularity(seen)


@rule(
    id="E2AP-ID-REUSED",
    title="Ids of ongoing procedures differ",
    clause="O-RAN.WG3.E2AP 3.1, 9.2.7, 9.2.33",
    hint="Choose an id that no unanswered request of this kind on the association has; after the answer it may be used "
    "again.",
    blames=SENDER,
    of=(Kind.ID_REUSED_WHILE_ONGOING,),
)
def id_reused(seen: IrregularityObserved) -> Iterator[Breach]:
    """While a procedure waits for its answer, no other of the same type from the same end has its id."""
    yield from of_irregularity(seen)


@rule(
    id="E2AP-WRONG-SENDER",
    title="Each end sends the messages of its role",
    clause="O-RAN.WG3.E2AP 8.1",
    hint="The message is only ever sent by the other end: check direction and message type, for example a RIC that "
    "sends a setup request, or a node that answers its own indication.",
    blames=SENDER,
    of=(Kind.WRONG_ROLE,),
)
def wrong_sender(seen: IrregularityObserved) -> Iterator[Breach]:
    """A message is sent by the end that the procedure provides for it."""
    yield from of_irregularity(seen)


@rule(
    id="E2AP-FAILURE-WITHOUT-CAUSE",
    title="A failure message says why",
    clause="O-RAN.WG3.E2AP 4.1",
    hint="Put a Cause into the failure message; any fitting value will do, none is prescribed in most cases.",
    blames=SENDER,
    of=(Kind.FAILURE_WITHOUT_CAUSE,),
)
def failure_without_cause(seen: IrregularityObserved) -> Iterator[Breach]:
    """An unsuccessful outcome carries a cause."""
    yield from of_irregularity(seen)


@rule(
    id="E2AP-ERROR-INDICATION-EMPTY",
    title="An Error Indication says what is wrong",
    clause="O-RAN.WG3.E2AP 8.3.3.2",
    hint="Give the Cause, the Criticality Diagnostics, or both.",
    blames=SENDER,
    of=(Kind.ERROR_INDICATION_EMPTY,),
)
def error_indication_empty(seen: IrregularityObserved) -> Iterator[Breach]:
    """An Error Indication holds a Cause or Criticality Diagnostics."""
    yield from of_irregularity(seen)


@rule(
    id="E2AP-ERROR-INDICATION-ECHO",
    title="Nobody answers an Error Indication with another",
    clause="O-RAN.WG3.E2AP 10; 3GPP TS 36.413 10.5",
    hint="Handle errors in a received Error Indication locally: two ends that answer each other so never stop.",
    blames=SENDER,
    of=(Kind.ERROR_INDICATION_ANSWERED,),
)
def error_indication_echo(seen: IrregularityObserved) -> Iterator[Breach]:
    """An error in an Error Indication does not cause another Error Indication."""
    yield from of_irregularity(seen)


@rule(
    id="E2AP-ERROR-INDICATION-FOR-FAILURE",
    title="What has a failure message is refused with it",
    clause="O-RAN.WG3.E2AP 8.3.3.1",
    level=Level.SHOULD,
    hint="Answer the request with its procedure's failure message (RIC SUBSCRIPTION FAILURE, E2 SETUP FAILURE, ...); "
    "an Error Indication is for what cannot be said in one.",
    blames=SENDER,
    of=(Kind.ERROR_INDICATION_INSTEAD_OF_FAILURE,),
)
def error_indication_for_failure(seen: IrregularityObserved) -> Iterator[Breach]:
    """Error Indication reports only what no failure message can report."""
    told = seen.seen
    # What one edition reads as another cause may be the one that belongs into no failure message.
    if told is None or TRANSFER_SYNTAX_ERROR not in read_causes(Sighting(told.decoded, told.accepting)):
        yield from of_irregularity(seen)

"""What an E2 node does about requests in which an IE is wrong (E2AP 10 is clause 10 of 3GPP TS 36.413)."""

from collections.abc import Callable

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap import node_error_handling_requests as requests
from oran_harness.conformance.e2ap.node_error_handling_requests import Asked
from oran_harness.conformance.e2ap.node_scenery import NODE, about, says, unharmed
from oran_harness.conformance.expectations import answers, ies_of
from oran_harness.model import Level, Verdict
from oran_harness.protocols.e2ap.decoded import ReceivedIe
from oran_harness.protocols.e2ap.deviation import UNKNOWN_IE
from oran_harness.protocols.e2ap.elements import Cause
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import ErrorIndication
from oran_harness.steps import Peer, check, inconclusive
from oran_harness.steps.answers import answer as answer_to

_CLAUSE = "O-RAN.WG3.E2AP 10; 3GPP TS 36.413 10.3"
_CAUSE, _FUNCTION_ID, _CONTROL_MESSAGE, _TRANSACTION_ID, _REQUEST_ID = 1, 5, 23, 49, 29
Ies = tuple[ReceivedIe, ...]
Change = Callable[[Ies], Ies]


def _declare_rejected(number: int, asked: Asked) -> None:
    @case(
        id=f"E2AP-ERROR-{number}",
        title=f"{asked.title} with an unknown IE of criticality reject is not carried out, and told",
        clause=f"{_CLAUSE}.4.2",
        level=Level.MUST,
        under_test=NODE,
        needs=asked.needs,
        tags=("negative", "unknown-ie", asked.procedure),
    )
    async def refuses_an_unknown_ie(ric: Peer) -> None:
        """By the failure message of its procedure, or an Error Indication."""
        await _refused(ric, asked, _adding("reject"), "with an unknown IE of criticality reject", "4.2")


def _declare_ignored(number: int, asked: Asked) -> None:
    @case(
        id=f"E2AP-ERROR-{number}",
        title=f"{asked.title} with an unknown IE of criticality ignore or notify is carried out",
        clause=f"{_CLAUSE}.4.2",
        level=Level.MUST,
        under_test=NODE,
        needs=asked.needs,
        tags=("negative", "unknown-ie", asked.procedure),
    )
    async def serves_despite_an_unknown_ie(ric: Peer) -> None:
        """As if the IE were not there; that the node may report one of criticality notify besides is not looked at."""
        await _plainly_served(ric, asked)
        for criticality in ("ignore", "notify"):
            what = f"with an unknown IE of criticality {criticality}"
            await _served(ric, asked, _adding(criticality), what, reported=criticality == "notify")


def _declare_missing(number: int, asked: Asked, ie: int, name: str, *needs: str) -> None:
    @case(
        id=f"E2AP-ERROR-{number}",
        title=f"{asked.title} without {name} is not carried out, and told",
        clause=f"{_CLAUSE}.5",
        level=Level.MUST,
        under_test=NODE,
        needs=(*asked.needs, *needs),
        tags=("negative", "missing-ie", asked.procedure),
    )
    async def refuses_a_missing_ie(ric: Peer) -> None:
        """The IE is mandatory with criticality reject; where the failure message cannot do without it, it is told by
        an Error Indication.
        """
        await _refused(ric, asked, _without(ie), f"without {name}", "5")


def _declare_falsely_constructed(number: int, asked: Asked, *needs: str) -> None:
    @case(
        id=f"E2AP-ERROR-{number}",
        title=f"{asked.title} whose IEs are in the wrong order, or stand twice, is not carried out, and told",
        clause=f"{_CLAUSE}.6",
        level=Level.SHOULD,
        under_test=NODE,
        needs=(*asked.needs, *needs),
        tags=("negative", "ie-order", "repeated-ie", asked.procedure),
    )
    async def refuses_what_is_falsely_constructed(ric: Peer) -> None:
        """That some nodes serve it does no harm, which makes this no must."""
        await _refused(ric, asked, lambda ies: (*ies[1::-1], *ies[2:]), "whose IEs are in the wrong order", "6")
        await _refused(ric, asked, lambda ies: (ies[0], *ies), f"with {_first_ie(asked)} twice", "6")


@case(
    id="E2AP-ERROR-230",
    title="RESET REQUEST without Cause is carried out",
    clause=f"{_CLAUSE}.5",
    level=Level.MUST,
    under_test=NODE,
    needs=requests.RESET.needs,
    tags=("negative", "missing-ie", "Reset"),
)
async def resets_without_a_cause(ric: Peer) -> None:
    """Cause is mandatory with criticality ignore: the procedure goes on without it."""
    await _plainly_served(ric, requests.RESET)
    await _served(ric, requests.RESET, _without(_CAUSE), "without Cause", clause="5")


async def _refused(ric: Peer, asked: Asked, change: Change, what: str, clause: str) -> None:
    """The node does not carry the changed request out, and tells so; afterwards it serves on."""
    request, association = await asked.make(ric), ric.here
    await ric.send(request, layout=change(ies_of(ric, request)))
    # A Service Update is no answer: it may be one of the node's own, and is acknowledged by the way.
    done = asked.done if asked is not requests.SERVICE_QUERY else ()
    answer: Message = await ric.expect(
        *asked.refused,
        *done,
        ErrorIndication,
        where=about(request),
        requirement="A request with such an error is told, by its failure or an Error Indication "
        f"(TS 36.413 10.3.{clause}): {asked.title} {what}",
    )
    refusals: tuple[type[Message], ...] = (*asked.refused, ErrorIndication)
    check(
        not isinstance(answer, done),
        f"A request with such an error is not carried out (TS 36.413 10.3.{clause}): {asked.title} {what}",
        expected=" or ".join(each.NAME for each in refusals),
        actual=says(answer),
    )
    await unharmed(ric, f"{asked.title} {what}")
    if asked is requests.DELETION and ric.here == association:
        # What stands would be in the way of another subscription of the same.
        await ric.send(request)
        await ric.hear(*asked.done, *asked.refused, where=answers(request))


async def _served(
    ric: Peer, asked: Asked, change: Change, what: str, *, clause: str = "4.2", reported: bool = False
) -> None:
    """The node carries the changed request out; ``reported``: an Error Indication may tell of the change before."""
    request = await asked.make(ric)
    await ric.send(request, layout=change(ies_of(ric, request)))
    types: tuple[type[Message], ...] = (*asked.done, ErrorIndication) if reported else asked.done
    if asked is requests.CONTROL:
        # What it did to the radio before may be why it cannot be done again.
        types = (*types, *asked.refused)
    answer = await ric.expect(
        *types,
        where=_tells(asked, request),
        refusable=False,
        requirement="A request is carried out as if that were in order "
        f"(TS 36.413 10.3.{clause}): {asked.title} {what}",
    )
    if isinstance(answer, asked.refused) and _group(answer) != "protocol":
        raise inconclusive(f"{says(answer)}: why it was not carried out again is the node's own affair")
    if isinstance(answer, ErrorIndication):
        late = await ric.hear(*asked.done, where=_tells(asked, request))
        check(
            late is not None,
            f"A request is carried out, also if what it has is told (TS 36.413 10.3.{clause}): {asked.title} {what}",
            expected=asked.done[0].NAME,
            actual=f"{says(answer)}, and nothing else",
        )
        answer = late or answer
    check(
        not isinstance(answer, asked.refused),
        f"A request is carried out as if that were in order (TS 36.413 10.3.{clause}): {asked.title} {what}",
        expected=asked.done[0].NAME,
        actual=says(answer),
    )
    await _settle(ric, answer)


async def _plainly_served(ric: Peer, asked: Asked) -> None:
    """The node carries the request out as it is: what it serves in order it does not lack."""
    request = await asked.make(ric)
    await ric.send(request)
    answer = await ric.expect(
        *asked.done,
        where=_tells(asked, request),
        otherwise=Verdict.INCONC,
        requirement=f"To see what an IE changes, the E2 node has to serve a plain {asked.title}",
    )
    await _settle(ric, answer)


async def _settle(ric: Peer, answer: Message) -> None:
    """What came may be a request of the node's: a Service Update follows a Service Query."""
    acknowledge = answer_to(answer, by=ric.role, engine=ric.engine, edition=ric.edition)
    if acknowledge is not None:
        await ric.send(acknowledge)


def _group(answer: Message) -> str:
    """The group of a refusal's cause."""
    cause: Cause | None = getattr(answer, "cause", None)
    return "" if cause is None else cause[0]


def _tells(asked: Asked, request: Message) -> Callable[[Message], bool]:
    """A predicate: the message says what became of the request. Which Service Update follows a query is not said."""
    named = about(request)

    def tells(message: Message) -> bool:
        unnamed = asked is requests.SERVICE_QUERY and isinstance(message, asked.done)
        return unnamed or bool(named(message))

    return tells


def _adding(criticality: str) -> Change:
    """IEs, and behind them one that nobody knows."""
    unknown = ReceivedIe(UNKNOWN_IE, "unknown", criticality, b"\x00", 0)
    return lambda ies: (*ies, unknown)


def _without(id: int) -> Change:
    return lambda ies: tuple(ie for ie in ies if ie.id != id)


def _first_ie(asked: Asked) -> str:
    return "TransactionID" if asked is requests.RESET else "RICrequestID"


for _place, _asked in enumerate(
    (requests.DELETION, requests.CONTROL, requests.RESET, requests.SERVICE_QUERY, requests.CONNECTION_UPDATE)
):
    _declare_rejected(201 + _place, _asked)
    _declare_ignored(211 + _place, _asked)
_declare_rejected(206, requests.REMOVAL)
_declare_missing(221, requests.SUBSCRIPTION, _REQUEST_ID, "RICrequestID")
_declare_missing(222, requests.DELETION, _FUNCTION_ID, "RANfunctionID")
_declare_missing(223, requests.CONTROL, _CONTROL_MESSAGE, "RICcontrolMessage")
_declare_missing(224, requests.RESET, _TRANSACTION_ID, "TransactionID", "e2ap:2.03")
_declare_missing(225, requests.SERVICE_QUERY, _TRANSACTION_ID, "TransactionID", "e2ap:2.03")
_declare_missing(226, requests.CONNECTION_UPDATE, _TRANSACTION_ID, "TransactionID")
_declare_missing(227, requests.REMOVAL, _TRANSACTION_ID, "TransactionID")
_declare_falsely_constructed(231, requests.DELETION)
_declare_falsely_constructed(232, requests.CONTROL)
_declare_falsely_constructed(233, requests.RESET, "e2ap:2.03")

"""What a near-RT RIC may say, right and wrong, for tests that say a lot of it."""

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from oran_harness.codec.asn1 import BitString
from oran_harness.peers.actor import Happening, Heard, Over, Refused, Stimulus, Up
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.decoded import ReceivedIe
from oran_harness.protocols.e2ap.message import Message
from tests.peers.e2_node.stage import address, insert, report, ric_identity

CAUSE: e.Cause = ("misc", "unspecified")
IDS = (e.RICrequestID(10, 1), e.RICrequestID(10, 2))
FUNCTIONS = (1, 5, 77)
CRITICALITIES = ("reject", "ignore", "notify")
NUMBERS = st.one_of(st.integers(1, 6), st.integers(0, 255))
"""Transaction IDs: those that a node begins with, or any."""


def messages(edition: str, number: int) -> list[Message]:
    """Messages of a RIC in that edition, with that Transaction ID where they have one."""
    name, function = IDS[number % 2], FUNCTIONS[number % 3]
    item = e.E2connectionUpdate_Item(address(number % 256), "both")
    details = e.RICsubscriptionDetails(b"trigger", (report(1), insert(2)))
    first = edition == "1.01"
    transaction = None if first else number
    found: list[Message] = [
        m.E2setupResponse(transaction, ric_identity(), (e.RANfunctionID_Item(1, 1),)),
        m.E2setupFailure(transaction, CAUSE, 1),
        m.ErrorIndication(transaction, cause=CAUSE),
        m.ErrorIndication(None, name, function, CAUSE),
        m.ResetRequest(transaction, CAUSE),
        m.ResetResponse(transaction),
        m.RICserviceQuery(transaction, (e.RANfunctionID_Item(function, 3),)),
        m.RICserviceUpdateAcknowledge(transaction, (e.RANfunctionID_Item(function, 1),)),
        m.E2connectionUpdate(transaction, (item,), (e.E2connectionUpdateRemove_Item(address(9)),)),
        m.RICsubscriptionRequest(name, function, details),
        m.RICsubscriptionDeleteRequest(name, function),
        m.RICcontrolRequest(name, function, b"call", b"header", b"message"),
        m.E2setupRequest(transaction, ("gNB", e.GlobalE2node_gNB_ID(_gnb())), (e.RANfunction_Item(1, b"", 1),)),
    ]
    if first:
        return found[:-1]
    found[0] = m.E2setupResponse(
        transaction, ric_identity(), (e.RANfunctionID_Item(1, 1),), None, (_acknowledged(number),)
    )
    found[-1:] = [
        m.RICserviceUpdateFailure(transaction, CAUSE, 2),
        m.E2nodeConfigurationUpdateFailure(transaction, CAUSE),
        m.E2nodeConfigurationUpdateAcknowledge(transaction),
        m.E2RemovalRequest(transaction),
        m.E2RemovalResponse(transaction),
    ]
    if edition not in ("1.01", "2.03"):
        add = e.RICaction_ToBeAddedForModification_Item(3, "report", b"definition", 0)
        found += [
            m.RICsubscriptionModificationRequest(name, function, b"trigger", None, None, (add,)),
            m.RICsubscriptionModificationConfirm(name, function),
            m.RICqueryRequest(name, function, b"header", b"definition"),
        ]
    if edition in ("5.00", "7.00"):
        found.append(m.RICsubscriptionAuditRequest(name, None, (e.RICsubscriptionAudit_Item(name, function),)))
    if edition == "7.00":
        found += _of_7_00(name, function, number)
    return found


def _of_7_00(name: e.RICrequestID, function: int, number: int) -> list[Message]:
    subscription = (e.RICsubscriptionList_Item(name, (e.RICactionList_Item(1),) if number % 2 else None),)
    state = e.RANfunctionStateControl_Item(function, subscription, subscription if number % 3 else None)
    load = e.RANfunctionLoadRequest_Item(
        function, "true", e.RICserviceLoadRequest("true"), (e.RICsubscriptionLoadRequest_ItemIE(name, "true"),)
    )
    measurement = 1 + number % 4
    return [
        m.RICassistanceIndication(name, 1, b"header", b"outcome"),
        m.RICassistanceResponse(e.RICrequestID(0, 1), b"header", b"outcome"),
        m.RICassistanceFailure(e.RICrequestID(0, 1), CAUSE),
        m.RICsubscriptionStateControlRequest(name, (state,)),
        m.RICserviceLoadStatusRequest(measurement, None, "start", (load,), "ms500"),
        m.RICserviceLoadStatusRequest(measurement, 1, "add", (load,)),
        m.RICserviceLoadStatusRequest(measurement, 1, "stop"),
    ]


def _gnb() -> e.GlobalgNB_ID:
    return e.GlobalgNB_ID(bytes.fromhex("00f110"), ("gnb-ID", BitString(b"\x00\x00\x00\x10", 28)))


def _acknowledged(number: int) -> e.E2nodeComponentConfigAdditionAck_Item:
    identity: Any = ("e2nodeComponentInterfaceTypeF1", e.E2nodeComponentInterfaceF1(number))
    return e.E2nodeComponentConfigAdditionAck_Item("f1", identity, e.E2nodeComponentConfigurationAck("success"))


@st.composite
def broken(draw: st.DrawFn, edition: str) -> bytes:
    """A message with something wrong: IEs dropped, repeated, reordered, foreign, criticalities and octets changed."""
    pool = messages(edition, draw(NUMBERS))
    message = pool[draw(st.integers(0, len(pool) - 1))]
    used = codec(edition)
    octets = used.encode(message)
    decoded = used.decode(octets)
    layout: list[int | ReceivedIe] = list(decoded.ies)
    for _ in range(draw(st.integers(0, 2))):
        _disturb(draw, layout)
    octets = used.encode(message, layout=tuple(layout))
    damaged = bytearray(octets)
    for _ in range(draw(st.integers(0, 2))):
        place = draw(st.integers(0, len(damaged) - 1))
        damaged[place] ^= 1 << draw(st.integers(0, 7))
    cut = draw(st.integers(0, 3 * len(damaged)))
    return bytes(damaged[: cut or None] if cut < len(damaged) else damaged)


def _disturb(draw: st.DrawFn, layout: list[int | ReceivedIe]) -> None:
    if not layout:
        return
    place = draw(st.integers(0, len(layout) - 1))
    chosen = layout[place]
    assert isinstance(chosen, ReceivedIe)
    match draw(st.sampled_from(("drop", "repeat", "swap", "foreign", "criticality", "cut"))):
        case "drop":
            del layout[place]
        case "repeat":
            layout.insert(place, chosen)
        case "swap":
            layout.insert(0, layout.pop(place))
        case "foreign":
            number = draw(st.integers(0, 65535))
            layout.insert(place, ReceivedIe(number, "", draw(st.sampled_from(CRITICALITIES)), b"\x00", 0))
        case "criticality":
            criticality = draw(st.sampled_from(CRITICALITIES))
            layout[place] = ReceivedIe(chosen.id, chosen.name, criticality, chosen.octets, 0)
        case "cut":
            criticality = draw(st.sampled_from(CRITICALITIES))
            layout[place] = ReceivedIe(chosen.id, chosen.name, criticality, chosen.octets[:-1] or b"\xff", 0)


NAMES = st.sampled_from(["1", "2", "3", "ric-2-1", "elsewhere"])
STIMULI = (
    "assistance",
    "assistance-halt",
    "close",
    "configuration-update",
    "connect",
    "connection-remove",
    "delete-required",
    "disconnect",
    "insert",
    "modification-required",
    "remove",
    "report",
    "reset",
    "service-update",
    "ue-release",
    "no-such-stimulus",
)
ARGUMENTS: Sequence[dict[str, Any]] = (
    {},
    {"change": "add"},
    {"change": "delete"},
    {"change": "remove"},
    {"updates": True},
    {"uri": "sctp://192.0.2.3:36421"},
    {"change": None, "function": [1], "request_id": {"a": 1}, "how": 7},
    {"function": 10**9, "request_id": [10, 1]},
)


def happenings(edition: str) -> st.SearchStrategy[Happening]:
    """Anything that can happen to a node."""
    fine = NUMBERS.flatmap(lambda number: st.sampled_from(messages(edition, number)))
    octets = st.one_of(fine.map(codec(edition).encode), broken(edition), st.binary(max_size=40))
    return st.one_of(
        st.builds(Heard, NAMES, octets, st.integers(0, 3)),
        st.builds(Heard, st.just("1"), octets, st.just(0)),
        st.builds(Up, NAMES, st.booleans()),
        st.builds(Over, NAMES, st.sampled_from(["shutdown", "abort", "down"])),
        st.builds(Refused, NAMES, st.just("no")),
        st.builds(Stimulus, st.integers(0, 9), st.sampled_from(STIMULI), st.sampled_from(ARGUMENTS)),
    )

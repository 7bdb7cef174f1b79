"""A traced message as rows of a tree."""

from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.cli.shown.message_tree import Expansion, MessageTree, place
from oran_harness.cli.shown.tree_row import TreeRow
from oran_harness.model import Complaint, ComplaintKind
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.service_models.kpm.model import KPM
from oran_harness.service_models.payload import PayloadKind
from tests.cli.messages import DELETE, SETUP, SUBSCRIPTION, TRIGGER


def rows(octets: bytes, edition: str = "2.03") -> list[TreeRow]:
    """The rows of a message, those behind it included."""
    tree = MessageTree(octets)
    found = list(tree.rows(codec(edition).trace(octets)))
    behind = tree.behind(found)
    return found if behind is None else [*found, behind]


def seen(octets: bytes, edition: str = "2.03") -> list[tuple[int, int, str, str]]:
    """Octet, depth, label and text of each row."""
    return [(row.first_octet, row.depth, row.label, row.text) for row in rows(octets, edition)]


def test_a_message_as_a_tree() -> None:
    """The message, its IEs with id and criticality, their parts; envelope and containers take no rows of their own."""
    assert seen(DELETE) == [
        (0, 0, "RICsubscriptionDeleteRequest", "initiatingMessage, procedure 9, reject"),
        (4, 1, "protocolIEs", "2 elements"),
        (7, 2, "RICrequestID", "IE 29, reject"),
        (11, 3, "ricRequestorID", "1021"),
        (14, 3, "ricInstanceID", "0"),
        (16, 2, "RANfunctionID", "IE 5, reject: 147"),
    ]


def test_choices_share_the_row_of_their_alternative() -> None:
    """A CHOICE is one row with the names of its alternatives; list items have their id and criticality."""
    found = {label: text for _, _, label, text in seen(SETUP, "1.01")}
    assert found["GlobalE2node-ID"] == "IE 3, reject: gNB"
    assert found["gnb-id"].startswith("gnb-ID: 28 bits")
    assert found["RANfunction-Item"] == "IE 8, ignore"
    assert found["plmn-id"] == "MCC 001 MNC 01"


def test_payloads_are_expanded_in_place() -> None:
    """What an octet string holds follows it, a level deeper, with the octets of the whole message."""
    trace = codec("2.03").trace(SUBSCRIPTION)
    at = SUBSCRIPTION.index(TRIGGER)
    inner = KPM.trace(PayloadKind.EVENT_TRIGGER_DEFINITION, TRIGGER, "3.00")
    tree = MessageTree(SUBSCRIPTION, expansions={8 * (at + len(TRIGGER)): Expansion("KPM", inner)})
    found = list(tree.rows(trace))
    index = next(n for n, row in enumerate(found) if row.label == "ricEventTriggerDefinition")
    outer, title, *parts = found[index : index + 4]
    assert (outer.end, title.label, title.first_octet, title.depth) == (8 * at, "KPM", at, outer.depth + 1)
    assert [(row.label, row.text) for row in parts] == [
        ("eventDefinition-formats", "eventDefinition-Format1"),
        ("reportingPeriod", "1000"),
    ]


def test_unknown_ies_are_named_by_their_id() -> None:
    """An IE that the edition does not know is shown with its id and that its content was not read."""
    octets = DELETE.replace(b"\x00\x05\x00\x02", b"\x03\xe7\x40\x02")
    assert seen(octets)[-1] == (16, 2, "[1] IE 999", "ignore, content not read")


def test_octets_behind_the_message_have_a_row() -> None:
    """What no value covers is shown as not read."""
    assert seen(DELETE + b"\x01\x02")[-1] == (len(DELETE), 0, "(not read)", "")


@settings(max_examples=150, database=None, deadline=None)
@given(st.sampled_from([DELETE, SETUP, SUBSCRIPTION]), st.integers(0, 400), st.binary(max_size=3), st.integers(0, 400))
def test_damaged_messages_are_rows_too(message: bytes, at: int, put: bytes, end: int) -> None:
    """Any octets have rows, and the rows together reach from the first octet to the last."""
    octets = message[: at % len(message)] + put + message[at % len(message) + len(put) : end] or b"\x00"
    found = rows(octets)
    assert found[0].start == 0
    assert max(row.end for row in found) >= 8 * len(octets) - 7
    place(found, codec("2.03").decode(octets).complaints)
    assert sum(len(row.complaints) for row in found) == len(codec("2.03").decode(octets).complaints)


def test_complaints_are_placed_at_the_innermost_row() -> None:
    """A complaint goes to the last row that begins at its bit, or before; one behind the end to the last row."""
    found = rows(DELETE)
    complaints = [Complaint(ComplaintKind.MALFORMED, "", octet, 0, str(octet)) for octet in (0, 11, 12, 17, 999)]
    place(found, complaints)
    assert [[each.message for each in row.complaints] for row in found] == [
        *(["0"], [], ["11"], ["12"], [], ["17", "999"]),
    ]

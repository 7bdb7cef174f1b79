"""From the IEs of a container to a typed message."""

from oran_harness.codec.asn1 import Field
from oran_harness.codec.asn1.reader import MAXIMUM_COMPLAINTS
from oran_harness.model import ComplaintKind
from oran_harness.protocols.e2ap.elements import RICrequestID
from oran_harness.protocols.e2ap.messages import RICsubscriptionDeleteRequest
from oran_harness.protocols.e2ap.received import collect, shorten, to_wire
from oran_harness.protocols.e2ap.tables import tables

REQUEST = RICrequestID(ric_requestor_id=1, ric_instance_id=2)


def envelope(*ies: Field) -> Field:
    return Field(9, "reject", {"protocolIEs": ies}, b"", 4)


def test_ies_become_fields_and_their_order_is_kept_only_if_it_deviates() -> None:
    """A container as the specification wants it needs no layout."""
    regular = collect(
        "RICsubscriptionDeleteRequest",
        envelope(Field(29, "reject", REQUEST, b"r"), Field(5, "reject", 7, b"f")),
        tables("2.03"),
    )
    assert regular.message == RICsubscriptionDeleteRequest(ric_request_id=REQUEST, ran_function_id=7)
    assert regular.layout is None
    assert regular.complaints == ()


def test_what_has_no_value_stays_as_octets() -> None:
    """Unreadable, unknown and repeated IEs stand in the layout with their octets; the first of repeated ones counts."""
    odd = collect(
        "RICsubscriptionDeleteRequest",
        envelope(
            Field(5, "reject", 7, b"f", 10),
            Field(29, "reject", None, b"?", 20),
            Field(77, "ignore", None, b"x", 30),
            Field(5, "reject", 8, b"g", 40),
        ),
        tables("2.03"),
    )
    assert odd.message == RICsubscriptionDeleteRequest(ric_request_id=None, ran_function_id=7)
    assert [(c.kind, c.octet) for c in odd.complaints] == [
        (ComplaintKind.IE_ORDER, 20),
        (ComplaintKind.REPEATED_IE, 40),
    ]
    assert odd.layout is not None
    assert [entry if isinstance(entry, int) else entry.octets for entry in odd.layout] == [5, b"?", b"x", b"g"]


def test_paths_are_shortened_to_what_people_look_for() -> None:
    """The names that every message has are left out of paths."""
    assert shorten("initiatingMessage.E2setupRequest.protocolIEs[2].RANfunctionsAdded[0]") == (
        "E2setupRequest.RANfunctionsAdded[0]"
    )


def test_only_time_to_wait_changes_its_form() -> None:
    """Seconds become the enumeration; other integers stay."""
    assert to_wire("TimeToWait", 60) == "v60s"
    assert to_wire("RANfunctionID", 60) == 60


def test_complaints_are_bounded() -> None:
    """A message that repeats an IE tens of thousands of times does not yield as many complaints."""
    ies = (Field(5, "reject", 7, b"f"),) * 3 * MAXIMUM_COMPLAINTS
    received = collect("RICsubscriptionDeleteRequest", envelope(*ies), tables("2.03"))
    assert len(received.ies) == len(ies)
    assert len(received.complaints) == MAXIMUM_COMPLAINTS + 1
    assert received.complaints[-1].kind is ComplaintKind.MISSING_IE

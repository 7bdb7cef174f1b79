"""E2AP messages as JSON documents and back."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.codec.json import JsonMismatch
from oran_harness.model import UsageError
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.document import SCHEMA, complaint_document, from_document, to_document
from oran_harness.protocols.e2ap.elements import RICrequestID
from oran_harness.protocols.e2ap.messages import E2setupFailure, RICsubscriptionDeleteRequest
from oran_harness.protocols.e2ap.speaker import best_reading
from oran_harness.protocols.e2ap.tables import editions
from tests.codec.asn1.values import values

DELETE = RICsubscriptionDeleteRequest(ric_request_id=RICrequestID(1021, 0), ran_function_id=147)
OCTETS = codec("2.03").encode(DELETE)


def text(document: Any) -> Any:
    """A document through JSON text."""
    return json.loads(json.dumps(document, allow_nan=False))


def attempt(action: Any) -> Any:
    """What an action returns, or the text of the usage error that it raises."""
    try:
        return action()
    except UsageError as error:
        return str(error)


def test_a_message_is_documented_whole() -> None:
    """The document says what the octets are, by which edition, which editions accept them, and holds the octets."""
    document = to_document(codec("2.03").decode(OCTETS), ("2.03",))
    assert document == {
        "schema": SCHEMA,
        "interface": "e2ap",
        "edition": "2.03",
        "accepted_by": ["2.03"],
        "message": "RICsubscriptionDeleteRequest",
        "outcome": "initiatingMessage",
        "procedure_code": 9,
        "criticality": "reject",
        "ies": {"RICrequestID": {"ricRequestorID": 1021, "ricInstanceID": 0}, "RANfunctionID": 147},
        "criticalities": {},
        "layout": None,
        "complaints": [],
        "octets": OCTETS.hex(),
    }


def test_all_vectors_come_back_octet_by_octet(reference: Path) -> None:
    """encode(from_document(to_document(decode(x)))) == x for every message that other stacks wrote."""
    for row in json.loads((reference / "vectors" / "e2ap.json").read_text("utf-8"))["pdus"]:
        octets = bytes.fromhex(row["hex"])
        decoded = best_reading(octets).decoded
        written = from_document(text(to_document(decoded)))
        assert written.message == decoded.message
        assert written.encode() == octets


@pytest.mark.parametrize("edition", editions())
@settings(max_examples=15, database=None, deadline=None)
@given(data=st.data())
def test_every_ie_of_every_message_comes_back(edition: str, data: st.DataObject) -> None:
    """A document brings back any value of any IE of any message of the edition."""
    reader = codec(edition)
    name = data.draw(st.sampled_from(sorted(reader.tables.message_sets)))
    row = data.draw(st.sampled_from(reader.tables.ies(name)))
    form = to_document(codec(edition).decode(OCTETS)) | {"message": name, "ies": {}, "edition": edition}
    value = data.draw(values(reader.schema.node(row.type)))
    empty = from_document(form).message
    field = dict(empty.IES)[row.id]
    from oran_harness.codec.json import JsonForm

    form["ies"] = {row.name: JsonForm(reader.schema).to_json(row.type, value)}
    got = getattr(from_document(text(form)).message, field)
    assert got == (int(value[1:-1]) if row.type == "TimeToWait" else value)


@settings(max_examples=150, database=None, deadline=None)
@given(st.data())
def test_damaged_messages_come_back_as_far_as_they_were_read(data: st.DataObject) -> None:
    """What the document says encodes exactly as what was decoded, or is refused with the same words."""
    octets = bytearray(OCTETS)
    for _ in range(data.draw(st.integers(1, 3))):
        octets[data.draw(st.integers(0, len(octets) - 1))] = data.draw(st.integers(0, 255))
    decoded = codec("2.03").decode(bytes(octets))
    document = text(to_document(decoded))
    if decoded.message is None:
        assert (document["message"], document["ies"]) == (None, {})
        return
    written = from_document(document)
    assert attempt(written.encode) == attempt(lambda: codec("2.03").encode_again(decoded))


def test_deviations_are_kept() -> None:
    """Criticalities, order, repeated and unknown IEs of the sender are in the document and are written again."""
    octets = bytearray(OCTETS)
    octets[2] = 0x40  # the procedure's criticality: ignore
    twice = bytes(octets[:3]) + bytes([octets[3] + 6]) + bytes(octets[4:6]) + b"\x03" + bytes(octets[7:])
    twice += b"\x00\x05\x00\x02\x00\x93"
    decoded = codec("2.03").decode(twice)
    document = text(to_document(decoded))
    assert document["criticalities"] == {"RICsubscriptionDeleteRequest": "ignore"}
    assert document["layout"] == [29, 5, {"id": 5, "criticality": "reject", "octets": "0093"}]
    assert from_document(document).encode() == twice


def test_time_to_wait_is_written_as_the_specification_names_it() -> None:
    """Seconds in the message, the enumeration's name in the document."""
    octets = codec("2.03").encode(E2setupFailure(transaction_id=1, cause=("misc", "unspecified"), time_to_wait=20))
    document = to_document(codec("2.03").decode(octets))
    assert document["ies"]["TimeToWait"] == "v20s"
    assert from_document(text(document)).message.time_to_wait == 20  # type: ignore[attr-defined]


def test_the_edition_is_the_callers_the_documents_or_the_oldest() -> None:
    """An edition that is asked for goes before the document's, and without any it is the oldest with the message."""
    short = {"message": "E2RemovalRequest", "ies": {"TransactionID": 1}}
    assert from_document(short).edition == "2.03"
    assert from_document(short | {"edition": "5.00"}).edition == "5.00"
    assert from_document(short | {"edition": "5.00"}, "7.00").edition == "7.00"


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"message": None}, "message"),
        ({"message": "Nothing"}, "message"),
        ({"message": "RICqueryRequest"}, "message"),
        ({"edition": 2.03}, "edition"),
        ({"ies": []}, "ies"),
        ({"ies": {"Unknown": 1}}, "ies"),
        ({"ies": {"RICrequestID": 1}}, "ies.RICrequestID"),
        ({"ies": {"RICrequestID": {"ricRequestorID": "1"}}}, "ies.RICrequestID.ricRequestorID"),
        ({"criticalities": [1]}, "criticalities"),
        ({"criticalities": {"a": 1}}, "criticalities"),
        ({"layout": {}}, "layout"),
        ({"layout": [29, "5"]}, "layout[1]"),
        ({"layout": [{"id": 1, "criticality": "x", "octets": ""}]}, "layout[0].criticality"),
    ],
)
def test_mismatches_name_their_place(change: dict[str, Any], path: str) -> None:
    """What is no message is refused with the path of the first thing wrong."""
    document = to_document(codec("2.03").decode(OCTETS)) | change
    with pytest.raises(JsonMismatch) as caught:
        from_document(document)
    assert caught.value.path == path


def test_other_documents_are_refused() -> None:
    """A list is no document, an unknown edition no edition."""
    with pytest.raises(JsonMismatch):
        from_document([])
    with pytest.raises(UsageError):
        from_document({"message": "ResetRequest", "edition": "9.99"})


def test_complaints_are_documented() -> None:
    """A complaint's members have the names that they have in the model."""
    complaint = codec("2.03").decode(OCTETS + b"\x00").complaints[0]
    document = complaint_document(complaint)
    assert document["kind"] == "trailing-octets"
    assert document["octet"] == len(OCTETS)

"""JSON documents to octets."""

from typing import Any

import pytest

from oran_harness.cli.encoding import encode_document, encode_message, encode_value
from oran_harness.model import UsageError
from tests.cli.messages import DELETE, TRIGGER

IES = {"RICrequestID": {"ricRequestorID": 1021, "ricInstanceID": 0}, "RANfunctionID": 147}
MESSAGE = {"message": "RICsubscriptionDeleteRequest", "ies": IES}
VALUE = {
    "type": "E2SM-KPM-EventTriggerDefinition",
    "value": {"eventDefinition-formats": {"eventDefinition-Format1": {"reportingPeriod": 1000}}},
}


def test_messages_and_values() -> None:
    """A document that names a type is a value, any other a message."""
    assert encode_document(MESSAGE) == encode_message(MESSAGE) == DELETE
    assert encode_document(VALUE) == encode_value(VALUE) == TRIGGER
    assert encode_value(VALUE | {"interface": "kpm", "edition": "2.03"}) == TRIGGER
    assert encode_value({"type": "RICrequestID", "value": IES["RICrequestID"]}, "5.00") == b"\x00\x03\xfd\x00\x00"


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ([], "must be an object"),
        ({}, "message: "),
        (MESSAGE | {"ies": {"RANfunctionID": 1}}, "mandatory and not given: RICrequestID (E2AP 1.01)."),
        (MESSAGE | {"ies": IES | {"RANfunctionID": 5000}}, "ies.RANfunctionID: 5000 is out of range"),
        (MESSAGE | {"ies": IES | {"RANfunctionID": "1"}}, "ies.RANfunctionID: a whole number must stand here"),
        (
            MESSAGE | {"ies": IES | {"RICrequestID": {"ricRequestorID": 70000, "ricInstanceID": 0}}},
            "ies.RICrequestID.ricRequestorID: 70000 is out of range",
        ),
        (MESSAGE | {"criticalities": {"nowhere": "ignore"}}, "nowhere: there is no IE at this place"),
        (MESSAGE | {"edition": "8.88"}, "no edition 8.88"),
        ({"type": 5, "value": 1}, "type: "),
        ({"type": "RICrequestID"}, "value: "),
        ({"type": "Nothing", "value": 1}, "no type Nothing"),
        ({"type": "RICrequestID", "value": {"ricRequestorID": 1}}, "value.ricInstanceID: mandatory, but missing"),
        ({"type": "RICrequestID", "value": [1]}, "value: an object, the RICrequestID, must stand here"),
        ({"type": "RICqueryHeader", "value": "00", "edition": "1.01"}, "E2AP 1.01 has no type RICqueryHeader"),
    ],
)
def test_mistakes_name_their_place(document: Any, said: str) -> None:
    """One sentence with the path inside the JSON."""
    with pytest.raises(UsageError) as caught:
        encode_document(document)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)

"""Values as JSON and back: the whole form."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.codec.asn1 import BitString
from oran_harness.codec.json import JsonForm, JsonMismatch
from oran_harness.model import UsageError
from oran_harness.protocols.e2ap.codec import codec as e2ap_codec
from oran_harness.protocols.e2ap.elements import RICaction_Admitted_Item
from oran_harness.service_models.registry import MODELS
from tests.codec.asn1.everything import EVERYTHING
from tests.codec.asn1.schemas import codec
from tests.codec.asn1.values import node_of, values

EVERY = codec(EVERYTHING)
FORM = JsonForm(EVERY)
few = settings(max_examples=60, database=None, deadline=None)


def there_and_back(form: JsonForm, type_name: str, value: Any) -> Any:
    """A value through JSON text."""
    return form.from_json(type_name, json.loads(json.dumps(form.to_json(type_name, value), allow_nan=False)))


@few
@given(values(node_of(EVERY, "Everything")))
def test_every_construct_comes_back(value: Any) -> None:
    """from_json(to_json(v)) == v for every construct of ASN.1 that the codec knows, through strict JSON text."""
    assert there_and_back(FORM, "Everything", value) == value


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.key)
@settings(max_examples=25, database=None, deadline=None)
@given(data=st.data())
def test_payloads_of_service_models_come_back(model: Any, data: st.DataObject) -> None:
    """Records, lists of two texts and CHOICEs are told apart by their types, for every payload of a service model."""
    schema = model.codec(model.editions[-1])
    type_name = data.draw(st.sampled_from(sorted(model.types.values())))
    value = data.draw(values(schema.node(type_name)))
    assert there_and_back(JsonForm(schema), type_name, value) == value


@settings(max_examples=80, database=None, deadline=None)
@given(st.sampled_from(sorted(EVERY.types)), st.binary(max_size=40))
def test_what_could_be_read_of_garbage_comes_back(type_name: str, octets: bytes) -> None:
    """The value of lenient decoding, holes and unknown alternatives included, survives JSON and encodes alike."""
    value = EVERY.decode_lenient(type_name, octets).value
    back = there_and_back(FORM, type_name, value)
    assert FORM.to_json(type_name, back) == FORM.to_json(type_name, value)


def test_forms_are_as_documented() -> None:
    """Each kind of value has the form that the class's table names."""
    schema = codec(
        "T ::= SEQUENCE { list SEQUENCE OF INTEGER, pick CHOICE { a NULL, b OCTET STRING },"
        " word ENUMERATED { on, off }, bits BIT STRING,"
        " real REAL, flag BOOLEAN, gone INTEGER OPTIONAL, mark NULL OPTIONAL }"
    )
    value = {
        "list": (1, 2),
        "pick": ("b", b"\x01\xff"),
        "word": "on",
        "bits": BitString(b"\xf0", 4),
        "real": float("-inf"),
        "flag": True,
        "mark": True,
    }
    assert JsonForm(schema).to_json("T", value) == {
        "list": [1, 2],
        "pick": {"b": "01ff"},
        "word": "on",
        "bits": {"octets": "f0", "length": 4},
        "real": "-inf",
        "flag": True,
        "mark": True,
    }
    assert there_and_back(JsonForm(schema), "T", value) == value


def test_unknown_alternatives_keep_their_octets() -> None:
    """What a newer edition added stays what it was, by its place and octets."""
    schema = codec("T ::= CHOICE { a BOOLEAN, ... }")
    value = schema.decode_lenient("T", bytes.fromhex("820201ff")).value
    assert value == ("unknown-2", b"\x01\xff")
    assert there_and_back(JsonForm(schema), "T", value) == value
    assert schema.encode("T", there_and_back(JsonForm(schema), "T", value)) == bytes.fromhex("820201ff")


def test_items_of_lists_are_their_content() -> None:
    """An element of a list of IEs is its content; one that could not be read is id, criticality and octets."""
    schema = e2ap_codec("2.03").schema
    form = JsonForm(schema)
    value = (RICaction_Admitted_Item(ric_action_id=7),)
    octets = schema.encode("RICaction-Admitted-List", value)
    assert form.to_json("RICaction-Admitted-List", value) == [{"ricActionID": 7}]
    assert there_and_back(form, "RICaction-Admitted-List", value) == value
    foreign = octets.replace(b"\x00\x0e", b"\x03\x0e")
    unread = schema.decode_lenient("RICaction-Admitted-List", foreign).value
    document = form.to_json("RICaction-Admitted-List", unread)
    assert document == [{"unread IE": {"id": 782, "criticality": "ignore", "octets": unread[0].octets.hex()}}]
    assert schema.encode("RICaction-Admitted-List", form.from_json("RICaction-Admitted-List", document)) == foreign


def test_unknown_types_are_the_callers_mistake() -> None:
    """A type that the schema does not have is a usage error both ways."""
    with pytest.raises(UsageError):
        FORM.to_json("Nowhere", 1)
    with pytest.raises(UsageError):
        FORM.from_json("Nowhere", 1)


def test_paths_begin_where_the_caller_says() -> None:
    """The path of a mismatch continues the one that the caller gives."""
    with pytest.raises(JsonMismatch) as caught:
        FORM.from_json("Tree", {"value": "much"}, "ies.tree")
    assert caught.value.path == "ies.tree.value"


def test_what_is_nested_too_deeply() -> None:
    """JSON that nests further than can be followed is refused as JSON of the wrong form."""
    schema = codec("T ::= SEQUENCE { inner T OPTIONAL }")
    document: dict[str, Any] = {}
    for _ in range(5000):
        document = {"inner": document}
    with pytest.raises(JsonMismatch, match=r"^value: .*nested too deeply"):
        JsonForm(schema).from_json("T", document, "value")

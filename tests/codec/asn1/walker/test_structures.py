"""SEQUENCE, lists, CHOICE and fields by decisions."""

from random import Random
from typing import Any

from oran_harness.codec.asn1 import Field
from oran_harness.codec.asn1.walker import Plan, RandomChooser, Recorded
from oran_harness.protocols.e2ap.codec import codec as e2ap
from oran_harness.protocols.e2ap.elements import RICrequestID
from tests.codec.asn1.schemas import codec
from tests.codec.asn1.walker.making import made

GROUPS = """T ::= SEQUENCE { a BOOLEAN, b BOOLEAN OPTIONAL, c INTEGER DEFAULT 5, ...,
    d BOOLEAN OPTIONAL, [[ e BOOLEAN, f BOOLEAN OPTIONAL ]], g NULL OPTIONAL }"""


def test_members_come_and_go() -> None:
    """Each that may be absent is there, and is not, whatever the others do; members of a group come together."""
    values = made(GROUPS, 600)
    shapes = {tuple(sorted(value)) for value in values}
    assert all("a" in value and "c" in value for value in values)
    assert {("f" in value, "e" in value) for value in values} == {(False, False), (False, True), (True, True)}
    assert {("d" in value, "e" in value, "g" in value) for value in values} >= {
        (False, True, False),
        (True, False, True),
    }
    assert len(shapes) == 24
    assert {value["c"] for value in values} >= {5}


def test_records() -> None:
    """Where a type has a record class, that is what is made."""
    value = e2ap("2.03").schema.generate("RICrequestID", Recorded((3, 4)))
    assert value == RICrequestID(3, 4)


def test_depth_is_bounded() -> None:
    """Types inside themselves come to an end, by the shortest way."""
    body = "T ::= CHOICE { more SEQUENCE { left T, right T }, end BOOLEAN }"

    def depth(value: Any) -> int:
        name, content = value
        return 0 if name == "end" else 1 + max(depth(content["left"]), depth(content["right"]))

    assert max(depth(value) for value in made(body, 200, Plan(depth=6))) in (2, 3)
    assert {depth(value) for value in made(body, 20, Plan(depth=0))} == {0}


def test_large_lists_have_small_elements() -> None:
    """A list at its bounds holds what is least, and as many leaves as the plan has; others are short."""
    body = "T ::= SEQUENCE (SIZE (1..200)) OF SEQUENCE { a BOOLEAN, b SEQUENCE OF BOOLEAN OPTIONAL }"
    values = made(body, 400, Plan(longest=400))
    large = [value for value in values if len(value) > 4]
    assert {len(value) for value in large} >= {127, 128}
    assert all("b" not in one for value in large for one in value)
    assert {len(value) for value in made("T ::= SEQUENCE (SIZE (1..65535)) OF BOOLEAN", 50, Plan(longest=0))} == {
        1,
        2,
        3,
        4,
    }
    assert {len(value) for value in made("T ::= SEQUENCE (SIZE (2)) OF BOOLEAN", 5)} == {2}


def test_alternatives() -> None:
    """All of them, additions too; unknown ones only if the plan says so."""
    body = "T ::= CHOICE { a BOOLEAN, b NULL, ..., c INTEGER }"
    assert {name for name, _ in made(body)} == {"a", "b", "c"}
    chooser = RandomChooser(Random(1))
    newer = [codec(body).generate("T", chooser, Plan(newer=True)) for _ in range(300)]
    unknown = [content for name, content in newer if name.startswith("unknown-")]
    assert unknown
    assert all(isinstance(content, bytes) and content for content in unknown)


def test_fields_of_messages() -> None:
    """Mandatory IEs always, the others now and then, each once and in the order of the specification."""
    edition = e2ap("3.01")
    rows = edition.tables.ies("RICsubscriptionFailure")
    mandatory = [row.id for row in rows if row.mandatory]
    order = [row.id for row in rows]
    chooser = RandomChooser(Random(1))
    seen = set()
    for _ in range(60):
        fields = edition.schema.generate("RICsubscriptionFailure", chooser)["protocolIEs"]
        ids = [field.id for field in fields]
        assert ids == [each for each in order if each in ids]
        assert set(mandatory) <= set(ids)
        seen.add(len(ids))
    assert seen == {len(mandatory), len(rows)}


def test_every_message() -> None:
    """An outermost field has any procedure code of its table, with the criticality that belongs to it."""
    edition = e2ap("2.03")
    chooser = RandomChooser(Random(1))
    codes = set()
    for _ in range(300):
        field = edition.schema.generate("InitiatingMessage", chooser)
        assert isinstance(field, Field)
        assert field.criticality == edition.tables.procedures[field.id].criticality
        codes.add(field.id)
    assert codes == {code for code, row in edition.tables.procedures.items() if "initiatingMessage" in row.messages}

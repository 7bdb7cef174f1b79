"""Generated decoders of SEQUENCE and CHOICE."""

import itertools

import pytest

from oran_harness.codec.asn1.generated.off import Off, Rare
from oran_harness.service_models.kpm import KPM
from oran_harness.service_models.kpm.elements import MeasurementLabel
from tests.codec.asn1.schemas import left, swift

MANY = "T ::= SEQUENCE {{ {} , last BOOLEAN {} }}"
GROUPS = """T ::= SEQUENCE { r BOOLEAN, ..., [[ a BOOLEAN, b BOOLEAN OPTIONAL, c INTEGER (0..7) DEFAULT 5 ]],
                             [[ d BOOLEAN OPTIONAL ]], e NULL OPTIONAL }"""


@pytest.mark.parametrize("names", [c for n in range(4) for c in itertools.combinations("ace", n)])
def test_additions_in_any_combination(names: tuple[str, ...]) -> None:
    """X.691 19.8: each addition has a bit, whichever of them are there."""
    values = {"a": True, "c": 3, "e": True}
    present = {name: values[name] for name in names}
    if "c" in present and "a" not in present:
        present["a"] = False
    swift(GROUPS, {"r": True, **({"c": 5} if "a" not in present else {}), **present, "c": present.get("c", 5)})


def test_an_older_sender_has_fewer_additions() -> None:
    """19.7: the bit-map has as many bits as the sender's edition has additions: 1 1, 0 000000, 1, then A."""
    newer = "T ::= SEQUENCE { r BOOLEAN, ..., a BOOLEAN OPTIONAL, b BOOLEAN OPTIONAL }"
    assert left(newer, "c0400180") is None


def test_unknown_additions_are_left_to_the_nodes() -> None:
    """They conform; the nodes note them."""
    older = "T ::= SEQUENCE { r BOOLEAN, ... }"
    assert left(older, "c0400180") is Rare
    assert left("T ::= SEQUENCE { r BOOLEAN, ..., a BOOLEAN OPTIONAL }", "c0c00180") is Rare


def test_an_extension_bit_without_additions_is_refused() -> None:
    """19.1: the bit says that one is there."""
    assert left("T ::= SEQUENCE { ..., a BOOLEAN OPTIONAL }", "8000") is Off


@pytest.mark.parametrize("count", [5, 6, 9, 14])
def test_many_optional_components(count: int) -> None:
    """They are looked at some at a time: none, each alone, neighbours and all of them come back."""
    members = ", ".join(f"m{n} {'INTEGER (0..300)' if n % 3 else 'INTEGER (0..5)'} OPTIONAL" for n in range(count))
    body = MANY.format(members, ", ..., x BOOLEAN OPTIONAL")
    sets = [range(0), range(count), *([n] for n in range(count)), *([n, n + 1] for n in range(count - 1))]
    for extra in ({}, {"x": True}):
        for chosen in sets:
            swift(body, {**{f"m{n}": n % 5 for n in chosen}, "last": True, **extra})


def test_choices() -> None:
    """23.7, 23.8: the index of the root, or of an addition in its open type; unknown ones are refused."""
    body = "T ::= CHOICE { a NULL, b INTEGER (0..300), ..., c NULL, d OCTET STRING }"
    assert swift(body, ("b", 300)) == "40012c"
    assert swift(body, ("c", None)) == "800100"
    assert swift(body, ("d", b"x")) == "81020178"
    assert left(body, "820100") is Off
    assert left("T ::= CHOICE { a NULL, b NULL, c NULL }", "c0") is Off


def test_labels_that_are_one_value_are_one_record() -> None:
    """A record with a single member that can be but one value is made once; it equals one that is made anew."""
    schema = KPM.codec("2.03")
    octets = schema.encode("MeasurementLabel", MeasurementLabel(no_label="true"))
    first, second = schema.decode("MeasurementLabel", octets), schema.decode("MeasurementLabel", octets)
    assert first is second
    assert first == MeasurementLabel(no_label="true")
    other = MeasurementLabel(no_label="true", five_qi=9, sum_="true")
    assert schema.decode("MeasurementLabel", schema.encode("MeasurementLabel", other)) == other
    dicts = "T ::= SEQUENCE {" + ", ".join(f"m{n} ENUMERATED {{ true, ... }} OPTIONAL" for n in range(8)) + "}"
    swift(dicts, {"m3": "true"})

"""One thing wrong in a legal value."""

from collections import Counter
from random import Random

import pytest

from oran_harness.codec.asn1 import Asn1Codec, DecodeError
from oran_harness.codec.asn1.walker import RandomChooser, Recorded
from oran_harness.model.complaint import ComplaintKind
from oran_harness.protocols.e2ap.codec import codec as e2ap
from oran_harness.protocols.e2ap.tables import editions
from oran_harness.service_models import service_model
from tests.codec.asn1.everything import EVERYTHING
from tests.codec.asn1.schemas import codec

SCHEMAS: list[tuple[str, Asn1Codec]] = [
    ("everything", codec(EVERYTHING)),
    ("e2ap oldest", e2ap(editions()[0]).schema),
    ("e2ap newest", e2ap(editions()[-1]).schema),
    ("kpm", service_model("kpm").codec("6.00")),
    ("rc", service_model("rc").codec("7.00")),
    ("ni", service_model("ni").codec("1.00")),
]


@pytest.mark.parametrize(("name", "schema"), SCHEMAS, ids=[name for name, _ in SCHEMAS])
def test_the_decoder_tells_what_is_wrong(name: str, schema: Asn1Codec) -> None:
    """Of every type: strict decoding complains about just that, at that place."""
    kinds: Counter[ComplaintKind] = Counter()
    for type_name in sorted(schema.types):
        chooser = RandomChooser(Random(f"{name} {type_name}"))
        for _ in range(20 if name == "everything" else 2):
            spoiled = schema.spoil(type_name, schema.generate(type_name, chooser), chooser)
            octets = schema.encode_illegal(type_name, spoiled.value)
            with pytest.raises(DecodeError) as caught:
                schema.decode(type_name, octets)
            assert caught.value.complaint.kind is spoiled.kind, spoiled
            assert caught.value.complaint.path.startswith(spoiled.path), spoiled
            kinds[spoiled.kind] += 1
    assert {ComplaintKind.OUT_OF_RANGE, ComplaintKind.UNKNOWN_ALTERNATIVE, ComplaintKind.MALFORMED} <= set(kinds)
    assert {ComplaintKind.PADDING, ComplaintKind.TRAILING_OCTETS, ComplaintKind.TRUNCATED} <= set(kinds)


def test_all_kinds_in_messages() -> None:
    """Messages of E2AP can be wrong in all ways that the codec tells."""
    schema = e2ap("3.01").schema
    chooser = RandomChooser(Random(5))
    found = set()
    for _ in range(200):
        spoiled = schema.spoil("E2AP-PDU", schema.generate("E2AP-PDU", chooser), chooser)
        found.add(spoiled.kind)
    assert found == {
        ComplaintKind.CRITICALITY,
        ComplaintKind.MALFORMED,
        ComplaintKind.OPEN_TYPE_NOT_CONSUMED,
        ComplaintKind.OUT_OF_RANGE,
        ComplaintKind.PADDING,
        ComplaintKind.TRAILING_OCTETS,
        ComplaintKind.TRUNCATED,
        ComplaintKind.UNKNOWN_ALTERNATIVE,
        ComplaintKind.UNKNOWN_IE,
        ComplaintKind.UNKNOWN_PROCEDURE,
    }


def test_the_same_decisions_are_wrong_in_the_same_way() -> None:
    """What is wrong is chosen like everything else."""
    schema = codec(EVERYTHING)
    value = schema.generate("Everything", Recorded(()))
    assert schema.spoil("Everything", value, Recorded((1, 2))) == schema.spoil("Everything", value, Recorded((1, 2)))


def test_types_that_take_everything() -> None:
    """No value of a BOOLEAN is wrong: what can be is its encoding."""
    schema = codec("T ::= BOOLEAN")
    said = {schema.spoil("T", True, Recorded((kind,))).said for kind in range(9)}
    assert said == {"padding that is not zero", "octets behind the message"}

"""Decisions noted, and taken again."""

from random import Random

import pytest

from oran_harness.codec.asn1.walker import ORDINARY, RandomChooser, Recorded, Recorder, Walker
from oran_harness.codec.asn1.walker.recorded_chooser import Noted, from_json, to_json
from oran_harness.protocols.e2ap.codec import codec as e2ap
from oran_harness.service_models import service_model
from tests.codec.asn1.everything import EVERYTHING
from tests.codec.asn1.schemas import codec

SUBJECTS = [
    (codec(EVERYTHING), "Everything"),
    (e2ap("7.00").schema, "E2AP-PDU"),
    (service_model("kpm").codec("6.00"), "E2SM-KPM-ActionDefinition"),
    (service_model("rc").codec("7.00"), "E2SM-RC-ControlMessage"),
]


@pytest.mark.parametrize(("schema", "type_name"), SUBJECTS, ids=lambda each: each if isinstance(each, str) else "")
def test_the_same_decisions_make_the_same_value(schema: object, type_name: str) -> None:
    """Also by way of a file."""
    make = schema.maker(type_name)  # type: ignore[attr-defined]
    for seed in range(40):
        recorder = Recorder(RandomChooser(Random(seed)))
        value = make(recorder)
        assert value == make(RandomChooser(Random(seed)))
        assert make(Recorded(recorder.decisions)) == value
        assert make(Recorded(from_json(to_json(recorder.decisions)))) == value


def test_any_decisions_make_a_value() -> None:
    """Those of another type, too few and too many: what does not fit becomes what is nearest, or plain."""
    schema = codec(EVERYTHING)
    chance = Random(1)
    for _ in range(60):
        decisions = [
            chance.choice((chance.randrange(-9, 999), chance.randbytes(3))) for _ in range(chance.randrange(90))
        ]
        value = schema.generate("Everything", Recorded(decisions))
        assert schema.decode("Everything", schema.encode("Everything", value)) == value


def test_without_decisions_everything_is_plain() -> None:
    """Nothing that may be absent, least sizes, and what is nearest to zero."""
    body = "T ::= SEQUENCE { a INTEGER (3..9), b BOOLEAN OPTIONAL, c SEQUENCE OF NULL, d ENUMERATED { x, y } }"
    assert codec(body).generate("T", Recorded(())) == {"a": 3, "c": (), "d": "x"}


def test_parts_are_noted() -> None:
    """Where each part of the value began and ended, and what was around it, by functions that tell."""
    node = codec("T ::= SEQUENCE OF INTEGER (0..9)").node("T")
    recorder = Recorder(Recorded((2, 7, 8)))
    assert Walker(ORDINARY, True).maker(node)(recorder) == (7, 8)
    assert [(each.start, each.stop, each.around) for each in recorder.spans] == [(0, 3, None), (1, 2, 0), (2, 3, 0)]


def test_sizes() -> None:
    """A rare size that is still one stays; else the nearest of the usual ones is taken."""
    assert Recorded((200,)).size(0, 3, (128, 200)) == 200
    assert Recorded((199,)).size(0, 3, (128, 200)) == 3
    assert Recorded((b"",)).size(1, 3, ()) == 1


def test_weights() -> None:
    """Less for what is nearer to the plain decision; fewer octets before smaller ones."""
    assert Noted(5, 5).weight < Noted(4, 5).weight < Noted(6, 5).weight < Noted(9, 5).weight
    assert Noted(b"\xff", b"\0").weight < Noted(b"\0\1", b"\0\0").weight


def test_files_that_hold_something_else() -> None:
    """What is no hexadecimal text is told."""
    with pytest.raises(ValueError, match="hexadecimal"):
        from_json(["xyz"])

"""The plainest value for which something still holds."""

from itertools import chain, count
from random import Random
from typing import Any

import pytest

from oran_harness.codec.asn1 import Asn1Codec
from oran_harness.codec.asn1.walker import RandomChooser, Recorded, Recorder, Shrunk, shrink
from oran_harness.protocols.e2ap.codec import codec as e2ap
from tests.codec.asn1.everything import EVERYTHING
from tests.codec.asn1.schemas import codec


def shrunk(schema: Asn1Codec, type_name: str, holds: Any, attempts: int = 3000) -> Shrunk:
    """From the first value by chance for which something holds."""
    make = schema.maker(type_name)
    for seed in range(2000):
        recorder = Recorder(RandomChooser(Random(seed)))
        if holds(make(recorder)):
            found = schema.shrink(type_name, recorder.decisions, holds, attempts=attempts)
            assert holds(found.value)
            assert make(Recorded(found.decisions)) == found.value
            assert found.attempts <= attempts
            assert len(found.decisions) <= len(recorder.decisions)
            return found
    raise AssertionError("it never holds")


def test_a_number() -> None:
    """The least number that does it."""
    body = "T ::= INTEGER (-100000..100000)"
    assert shrunk(codec(body), "T", lambda value: value >= 4711).value == 4711
    assert shrunk(codec(body), "T", lambda value: value < -70).value == -71


def test_a_list_loses_what_does_not_matter() -> None:
    """Elements before and behind the one that matters go; the rest of it becomes plain."""
    body = "T ::= SEQUENCE OF SEQUENCE { a INTEGER (0..1000), b OCTET STRING, c BOOLEAN OPTIONAL }"
    found = shrunk(codec(body), "T", lambda value: any(one["a"] > 300 and len(one["b"]) > 2 for one in value))
    assert found.value == ({"a": 301, "b": b"\0\0\0"},)


def test_members_and_alternatives() -> None:
    """What may be absent is, and the plainest alternative is taken, where that does not matter."""
    found = shrunk(codec(EVERYTHING), "Everything", lambda value: "lists" in value and value["name"] == "blue")
    plain = codec(EVERYTHING).generate("Everything", Recorded(()))
    lists = codec(EVERYTHING).generate("Lists", Recorded(()))
    assert found.value == {**plain, "name": "blue", "lists": lists}


def test_text() -> None:
    """One character of a text is left."""
    found = shrunk(codec("T ::= VisibleString"), "T", lambda value: any(each > "m" for each in value))
    assert len(found.value) == 1
    assert found.value > "m"


def test_messages() -> None:
    """A message of E2AP in which one IE has one value: nothing else that may be absent is left."""

    def holds(value: Any) -> bool:
        fields = value[1].value["protocolIEs"]
        return any(field.id == 17 for field in fields)  # CriticalityDiagnostics

    found = shrunk(e2ap("2.03").schema, "E2AP-PDU", holds)
    assert [field.id for field in found.value[1].value["protocolIEs"]].count(17) == 1
    assert len(found.decisions) <= 12


def test_it_ends() -> None:
    """With everything true the plainest value is found; with few attempts it ends sooner; false is refused."""
    make = codec(EVERYTHING).maker("Everything")
    recorder = Recorder(RandomChooser(Random(3)))
    make(recorder)
    assert shrink(make, recorder.decisions, lambda value: True).value == make(Recorded(()))
    assert shrink(make, recorder.decisions, lambda value: True, attempts=2).attempts == 2
    with pytest.raises(ValueError, match="does not hold"):
        shrink(make, recorder.decisions, lambda value: False)


def test_what_holds_by_chance_ends_too() -> None:
    """A predicate that does not answer alike twice ends all the same."""
    make = codec(EVERYTHING).maker("Everything")
    for seed in range(5):
        chance = Random(seed)
        recorder = Recorder(RandomChooser(chance))
        make(recorder)
        answers = chain([True], (chance.random() < 0.3 for _ in count()))
        assert shrink(make, recorder.decisions, lambda value, answers=answers: next(answers)).attempts <= 3000

"""Mutated octets against the nodes and against asn1tools."""

from random import Random

import pytest
from fuzz_codec import REASONS, judge, judge_message, plain, run, subjects, variants

from oran_harness.codec.asn1 import BitString


@pytest.mark.parametrize("seed", range(4))
def test_20000_messages(seed: int) -> None:
    """Nothing is seen but what conforms, what does not, and known reasons why asn1tools reads otherwise."""
    counts, wrong = run(5000, seed, False)
    assert wrong == []
    assert set(counts) <= {"accepted", "refused", *REASONS}
    assert sum(counts.values()) >= 5000
    assert counts["accepted"] > 500
    assert counts["refused"] > 2000


def test_a_difference_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """If a reading were another, the outcome would say so."""
    subject = next(each for each in subjects() if each.type_name == "E2SM-KPM-EventTriggerDefinition")
    octets = bytes.fromhex("080327")
    assert judge(subject, octets) == "accepted"
    monkeypatch.setattr("fuzz_codec.plain", id)
    assert judge(subject, octets).startswith("read as")
    assert judge_message("2.03", b"") == "refused"


def test_values_of_both_libraries_in_one_form() -> None:
    """Lists, bit strings, alternatives; a NULL that is there is None in one of them."""
    ours = {"a": ("b", (1, BitString(b"\x80", 1))), "c": True}
    assert plain(ours) == plain({"a": ("b", [1, (b"\x80", 1)]), "c": None})


def test_variants_of_a_value() -> None:
    """The first is legal, the next are illegal, and equal chances make equal ones."""
    subject = next(each for each in subjects() if each.type_name == "E2SM-KPM-IndicationMessage")
    found = variants(subject.schema, subject.type_name, Random(1))
    assert found == variants(subject.schema, subject.type_name, Random(1))
    assert len(found) == 20
    assert [judge(subject, octets) for octets in found[:4]] == ["accepted", "refused", "refused", "refused"]

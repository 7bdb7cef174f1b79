"""What a cause says where the edition is not known."""

from typing import Any

import pytest

from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.causes import cause_words, read_causes
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.speaker import best_reading

SYNTAX: Any = ("protocol", "transfer-syntax-error")
LATER = ("2.03", "3.01", "5.00", "7.00")


def test_a_cause_is_told_as_all_that_may_be_meant() -> None:
    """Its alternatives are counted otherwise since 2.03, and an Error Indication without TransactionID fits all."""
    sighting = best_reading(codec("3.01").encode(m.ErrorIndication(cause=SYNTAX)))
    assert read_causes(sighting) == {("misc", "control-processing-overload"): ("1.01",), SYNTAX: LATER}
    assert cause_words(sighting) == (
        "misc: control-processing-overload (E2AP 1.01) or protocol: transfer-syntax-error (E2AP 2.03, 3.01, 5.00, 7.00)"
    )


@pytest.mark.parametrize(
    ("message", "words"),
    [
        (m.ErrorIndication(transaction_id=1, cause=SYNTAX), "protocol: transfer-syntax-error"),
        (m.ErrorIndication(cause=("ricRequest", "excessive-actions")), "ricRequest: excessive-actions"),
        (m.ErrorIndication(transaction_id=1), ""),
        (m.ResetResponse(transaction_id=1), ""),
    ],
)
def test_where_all_read_the_same_it_is_said_once(message: Any, words: str) -> None:
    """Also where there is none."""
    assert cause_words(best_reading(codec("3.01").encode(message))) == words


def test_what_no_edition_accepts_is_told_as_far_as_it_is_read() -> None:
    """By the edition that finds least to complain about."""
    octets = codec("3.01").encode(m.ErrorIndication(transaction_id=1, cause=SYNTAX)) + b"\x00"
    sighting = best_reading(octets)
    assert not sighting.accepting
    assert cause_words(sighting) == "protocol: transfer-syntax-error"

"""A deviation is what it says, no more, and the same again."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oran_harness.model import ComplaintKind
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.deviation import Deviation, DeviationKind, deviate
from oran_harness.protocols.e2ap.elements import RICrequestID
from oran_harness.protocols.e2ap.messages import ResetRequest, RICsubscriptionDeleteRequest

RESET = ResetRequest(transaction_id=5, cause=("misc", "unspecified"))
DELETE = RICsubscriptionDeleteRequest(ric_request_id=RICrequestID(1, 2), ran_function_id=3)


def kinds(message: Any, *deviations: Deviation) -> set[ComplaintKind]:
    octets = deviate(message, "3.01", deviations).octets
    return {complaint.kind for complaint in codec("3.01").decode(octets).complaints}


@pytest.mark.parametrize(
    ("deviation", "complaint"),
    [
        (Deviation(DeviationKind.DROP, 0), ComplaintKind.MISSING_IE),
        (Deviation(DeviationKind.REPEAT, 0, 1), ComplaintKind.REPEATED_IE),
        (Deviation(DeviationKind.MOVE, 0), ComplaintKind.IE_ORDER),
        (Deviation(DeviationKind.CRITICALITY, 1), ComplaintKind.CRITICALITY),
        (Deviation(DeviationKind.UNKNOWN, 2), ComplaintKind.UNKNOWN_IE),
        (Deviation(DeviationKind.BEYOND, 0, 1), ComplaintKind.TRUNCATED),
        (Deviation(DeviationKind.BEYOND, 0, 2), ComplaintKind.OPEN_TYPE_NOT_CONSUMED),
    ],
)
def test_each_kind_is_what_our_decoder_calls_it(deviation: Deviation, complaint: ComplaintKind) -> None:
    """The decoder complains of that and of nothing else."""
    assert kinds(RESET, deviation) == {complaint}


@pytest.mark.parametrize(("variant", "value"), [(0, 0), (1, 4095)])
def test_a_value_at_its_bound_is_legal(variant: int, value: int) -> None:
    """The least and the greatest value of RANfunctionID (E2AP 9.2.8) conform."""
    changed = deviate(DELETE, "3.01", (Deviation(DeviationKind.BOUND, 2, variant),))
    read = codec("3.01").read(changed.octets)
    assert isinstance(read, RICsubscriptionDeleteRequest)
    assert read.ran_function_id == value
    assert changed.said == (f"ran_function_id is {value} instead of 3",)


def test_without_deviations_the_message_is_untouched() -> None:
    """Its octets are those of the codec, and nothing is said."""
    plain = deviate(DELETE, "3.01", ())
    assert (plain.octets, plain.said) == (codec("3.01").encode(DELETE), ())


DEVIATIONS = st.lists(
    st.builds(Deviation, st.sampled_from(DeviationKind), st.integers(0, 9), st.integers(0, 9)), max_size=4
)


@given(message=st.sampled_from([RESET, DELETE]), deviations=DEVIATIONS)
def test_deviations_are_repeated_and_said(message: Any, deviations: list[Deviation]) -> None:
    """The same deviations give the same octets; what changed nothing says nothing; all survive being stored."""
    first = deviate(message, "3.01", deviations)
    stored = [Deviation.from_json(deviation.to_json()) for deviation in deviations]
    assert deviate(message, "3.01", stored) == first
    if first.octets != codec("3.01").encode(message):
        assert first.said
    assert len(first.said) <= len(deviations)

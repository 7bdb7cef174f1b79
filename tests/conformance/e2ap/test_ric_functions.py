"""RAN functions that cases offer, and the account that a RIC owes of each."""

import pytest

from oran_harness.conformance.e2ap.ric_functions import check_functions, foreign_function, ids, kpm_function
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap.tables import editions
from oran_harness.service_models import PayloadKind, identify, service_model
from oran_harness.steps import CaseOutcome
from oran_harness.steps.causes import cause
from oran_harness.steps.offers import model_edition

WHY = cause("misc/unspecified", "3.01")


def accepted(*numbers: int) -> list[e.RANfunctionID_Item]:
    return [e.RANfunctionID_Item(number, 1) for number in numbers]


def rejected(*numbers: int) -> list[e.RANfunctionIDcause_Item]:
    return [e.RANfunctionIDcause_Item(number, WHY) for number in numbers]


@pytest.mark.parametrize("edition", editions())
def test_definitions_are_those_of_kpm(edition: str) -> None:
    """Large ones too conform to the edition of KPM that goes with the E2AP edition."""
    function = kpm_function(edition, id=7, revision=3, further=800)
    assert len(function.ran_function_definition) > 16_384
    reading = service_model("kpm").decode(PayloadKind.FUNCTION_DEFINITION, function.ran_function_definition)
    assert model_edition("kpm", edition) in reading.accepting
    assert (function.ran_function_id, function.ran_function_revision) == (7, 3)


def test_a_foreign_function_is_of_no_known_model() -> None:
    """Else a RIC might know it."""
    function = foreign_function(9)
    assert identify(function.ran_function_oid, function.ran_function_definition) is None


def test_each_once_in_either_list() -> None:
    """Accepted and rejected together are what was asked, in any order."""
    check_functions((1, 2, 3), accepted(3, 1), rejected(2), answer="ANSWER")
    check_functions((), None, None, answer="ANSWER")
    assert ids(accepted(4, 5)) == [4, 5]
    assert ids(None) == []


@pytest.mark.parametrize(("taken", "refused"), [((1,), ()), ((1, 2), (2,)), ((1, 2, 2), ()), ((1, 2, 9), ()), ((), ())])
def test_what_lacks_or_is_too_much_is_found(taken: tuple[int, ...], refused: tuple[int, ...]) -> None:
    """A function left out, named twice, or never offered."""
    with pytest.raises(CaseOutcome, match="names each RAN function"):
        check_functions((1, 2), accepted(*taken), rejected(*refused), answer="ANSWER")


def test_many_functions_are_told_briefly() -> None:
    """256 numbers help nobody."""
    with pytest.raises(CaseOutcome) as caught:
        check_functions(range(1, 257), accepted(*range(1, 256)), None, answer="ANSWER")
    assert caught.value.expected == "RAN functions 1 to 256 (256 of them), each once"

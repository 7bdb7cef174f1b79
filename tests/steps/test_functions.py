"""The function of a service model is found among those offered, and read in an edition that fits."""

from dataclasses import replace

import pytest

from oran_harness.model import Role, UsageError, Verdict
from oran_harness.protocols.e2ap.engine import FunctionStatus, OfferedFunction
from oran_harness.service_models.kpm.definition import AnnouncedFunction
from oran_harness.service_models.ni.definition import AnnouncedFunction as AnnouncedNi
from oran_harness.steps import CaseOutcome, ClaimedModel, Claims
from oran_harness.steps.functions import ServiceFunction, service_function
from oran_harness.steps.offers import KPM_FUNCTION, NI_FUNCTION, node_offer


def offered(edition: str = "3.01", **more: object) -> list[OfferedFunction]:
    """What our node offers."""
    return [
        OfferedFunction(
            each.ran_function_id,
            each.ran_function_definition,
            each.ran_function_revision,
            each.ran_function_oid,
            1,
        )
        for each in node_offer(edition=edition, **more).functions  # type: ignore[arg-type]
    ]


def find(
    functions: list[OfferedFunction], name: str = "KPM", claims: Claims | None = None, sut: Role = Role.E2_NODE
) -> ServiceFunction:
    return service_function(name, functions, sut=sut, claims=claims or Claims(), edition="3.01")


def test_a_function_is_found_and_read() -> None:
    """With what its definition announces."""
    found = find(offered())
    assert (found.id, found.model.key, found.edition) == (KPM_FUNCTION, "kpm", "3.00")
    assert isinstance(found.announced, AnnouncedFunction)
    assert found.announced.style(1) is not None
    assert find(offered(), "RC").model.key == "rc"
    ni = find(offered(service_models=("ni",)), "NI")
    assert (ni.id, ni.edition) == (NI_FUNCTION, "1.00")
    assert isinstance(ni.announced, AnnouncedNi)


def test_the_edition_to_write_in_is_the_claimed_one_if_the_definition_fits_it() -> None:
    """Else the one that goes with the edition of E2AP."""
    claims = Claims(True, service_models=(ClaimedModel("KPM", revision="2.03"),))
    assert find(offered(kpm="2.03"), claims=claims).edition == "2.03"
    assert (
        find(offered(), claims=replace(claims, service_models=(ClaimedModel("KPM", revision="9.99"),))).edition
        == "3.00"
    )


def test_what_is_not_offered_is_unsupported() -> None:
    """Unless the node under test claims it; a deleted function is not offered."""
    gone = [replace(each, status=FunctionStatus.DELETED) for each in offered()]
    claims = Claims(True, service_models=(ClaimedModel("KPM"),))
    for functions, claimed, sut, verdict in (
        ([], Claims(), Role.E2_NODE, Verdict.UNSUPPORTED),
        (gone, claims, Role.E2_NODE, Verdict.FAIL),
        ([], claims, Role.NEAR_RT_RIC, Verdict.UNSUPPORTED),
    ):
        with pytest.raises(CaseOutcome) as raised:
            find(functions, claims=claimed, sut=sut)
        assert raised.value.verdict is verdict


def test_an_unknown_service_model_is_the_callers_mistake() -> None:
    """The error names those that are known."""
    with pytest.raises(UsageError, match="kpm, rc"):
        find(offered(), "CCC")

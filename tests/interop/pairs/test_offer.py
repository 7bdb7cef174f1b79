"""What a node offers."""

from dataclasses import replace

from oran_harness.interop.pairs.offer import offered, offers
from tests.checkers.payloads_of import kpm_function, rc_function
from tests.checkers.scene import function, setup_request


def test_styles_are_told_by_service() -> None:
    """Of known service models; a function of another one is left out."""
    request = setup_request(kpm_function(), rc_function(), function())
    assert [offer.model.key for offer in offers(request)] == ["kpm", "rc"]
    kpm, rc = offered(request, "kpm"), offered(request, "rc")
    assert kpm is not None
    assert rc is not None
    assert ("report", 1) in kpm.styles
    assert {service for service, _ in rc.styles} >= {"control"}
    assert kpm.complete
    assert offered(request, "ni") is None


def test_a_definition_that_breaks_off_is_not_complete() -> None:
    """What is not in it may be offered all the same."""
    item = kpm_function()
    broken = replace(item, ran_function_definition=item.ran_function_definition[:-9])
    found = offered(setup_request(broken), "kpm")
    assert found is not None
    assert not found.complete


def test_of_several_functions_the_richest_counts() -> None:
    """A node may have one function a component."""
    item = kpm_function()
    poor = replace(item, ran_function_id=9, ran_function_definition=item.ran_function_definition[:40])
    found = offered(setup_request(poor, item), "kpm")
    assert found is not None
    assert found.function_id == item.ran_function_id

"""What a node offers."""

from dataclasses import replace

from oran_harness.interop.pairs.offer import offered, offers
from oran_harness.protocols.e2ap.elements import RANfunctionID_Item
from oran_harness.protocols.e2ap.messages import RICserviceUpdate
from tests.checkers.payloads_of import kpm_definition_of, kpm_function, rc_function
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


def test_the_styles_of_several_functions_are_all_offered() -> None:
    """A node that has a function for each style offers both; none is missing because it stands in the other."""
    one, other = (kpm_function(kpm_definition_of(style, ("RRU.PrbTotDl",))) for style in (1, 4))
    other = replace(other, ran_function_id=9)
    found = offered(setup_request(one, other), "kpm")
    assert found is not None
    assert found.styles == {("report", 1), ("report", 4)}


def test_what_is_added_behind_the_setup_is_offered_too() -> None:
    """And what is deleted is not any more."""
    item = kpm_function()
    added = RICserviceUpdate(1, ran_functions_added=(item,))
    gone = RICserviceUpdate(2, ran_functions_deleted=(RANfunctionID_Item(item.ran_function_id, 0),))
    assert offered(setup_request(function()), "kpm") is None
    assert offered(setup_request(function()), "kpm", [added]) is not None
    assert offered(setup_request(function()), "kpm", [added, gone]) is None

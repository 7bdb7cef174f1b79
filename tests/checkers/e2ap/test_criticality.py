"""Rules about the criticalities that the specification fixes."""

import pytest

from tests.checkers.scene import (
    NODE,
    RIC,
    Case,
    Scene,
    accepted,
    case,
    check_broken,
    check_kept,
    function,
    setup_request,
    setup_response,
)

ITEMS = {f"E2setupRequest.RANfunctionsAdded[{index}].RANfunction-Item": "reject" for index in range(2)}


def clean(scene: Scene) -> None:
    """A Setup."""
    scene.set_up()


CASES = (
    case(
        "E2AP-IE-CRITICALITY",
        NODE,
        lambda s: (
            s.up()
            .node(setup_request(function(1), function(2)), criticalities=ITEMS)
            .ric(setup_response(accepted(1), accepted(2)))
        ),
        clean,
    ),
    case(
        "E2AP-PROCEDURE-CRITICALITY",
        RIC,
        lambda s: s.up().node(setup_request()).ric(setup_response(), criticalities={"E2setupResponse": "ignore"}),
        clean,
    ),
)


@pytest.mark.parametrize("row", CASES, ids=lambda row: row.rule)
def test_broken(row: Case) -> None:
    """Each rule fires where its requirement is broken, and blames who broke it."""
    check_broken(row)


@pytest.mark.parametrize("row", CASES, ids=lambda row: row.rule)
def test_kept(row: Case) -> None:
    """Each rule is silent where its requirement is kept."""
    check_kept(row)


def test_the_same_mistake_in_each_item_is_one_finding() -> None:
    """A criticality that is wrong in every item of a list is reported once, with its count."""
    scene = Scene()
    CASES[0].broken(scene)
    assert [each.count for each in scene.findings()] == [2]

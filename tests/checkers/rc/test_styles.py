"""Rules about RC's styles and formats."""

import pytest

from oran_harness.protocols.e2ap import messages as m
from oran_harness.service_models import PayloadKind
from oran_harness.service_models.rc import elements as r
from tests.checkers.payloads_of import (
    rc,
    rc_control,
    rc_done,
    rc_function,
    rc_header,
    rc_indication,
    rc_insert,
    rc_outcome,
    rc_report,
    rc_trigger,
)
from tests.checkers.scene import (
    CAUSE,
    FIRST_ID,
    NODE,
    RC,
    RIC,
    Case,
    Scene,
    action,
    case,
    check_broken,
    check_kept,
    insert_action,
)


def reporting(scene: Scene, definition: bytes, trigger: bytes | None = None) -> Scene:
    """A subscription to the RC function."""
    return scene.set_up(rc_function()).subscribed(action(definition=definition), of=RC, trigger=trigger or rc_trigger())


def inserting(scene: Scene, definition: bytes, trigger: bytes | None = None) -> Scene:
    """A subscription that asks to be asked."""
    offered = scene.set_up(rc_function())
    return offered.subscribed(insert_action(definition=definition), of=RC, trigger=trigger or rc_trigger(2))


def controlled(scene: Scene, header: bytes, outcome: bytes | None = None) -> Scene:
    """A control and its acknowledge."""
    return scene.set_up(rc_function()).ric(rc_control(header)).node(rc_done(outcome))


def clean(scene: Scene) -> None:
    """A report of a style that the node declares."""
    reporting(scene, rc_report()).node(rc_indication())


def clean_control(scene: Scene) -> None:
    """A control and its outcome."""
    controlled(scene, rc_header(), rc_outcome())


def query(number: int) -> m.RICqueryRequest:
    """A query of style 1 for a RAN parameter."""
    header = r.E2SM_RC_QueryHeader(("queryHeader-Format1", r.E2SM_RC_QueryHeader_Format1(1)))
    items = (r.E2SM_RC_QueryDefinition_Format1_Item(number),)
    definition = r.E2SM_RC_QueryDefinition(("queryRequest-Format1", r.E2SM_RC_QueryDefinition_Format1(items)))
    return m.RICqueryRequest(
        FIRST_ID, RC, rc(PayloadKind.QUERY_HEADER, header), rc(PayloadKind.QUERY_DEFINITION, definition)
    )


CASES = (
    case("RC-ACTION-FORMAT", RIC, lambda s: inserting(s, rc_insert(1)), lambda s: inserting(s, rc_insert())),
    case("RC-TRIGGER-FORMAT", RIC, lambda s: reporting(s, rc_report(), rc_trigger(2)), clean),
    case("RC-STYLE-UNDECLARED", RIC, lambda s: controlled(s, rc_header(3, 1)), clean_control),
    case("RC-PARAMETER-UNDECLARED", RIC, lambda s: reporting(s, rc_report(202, 203)), clean),
    case("RC-INDICATION-FORMAT", NODE, lambda s: reporting(s, rc_report()).node(rc_indication(1)), clean),
    case("RC-CONTROL-FORMAT", RIC, lambda s: controlled(s, rc_header(255, 1)), clean_control, "RC-STYLE-UNDECLARED"),
    case("RC-OUTCOME-FORMAT", NODE, lambda s: controlled(s, rc_header(), rc_outcome(3)), clean_control),
)


@pytest.mark.parametrize("row", CASES, ids=lambda row: row.rule)
def test_broken(row: Case) -> None:
    """Each rule fires where its requirement is broken, and blames who broke it."""
    check_broken(row)


@pytest.mark.parametrize("row", CASES, ids=lambda row: row.rule)
def test_kept(row: Case) -> None:
    """Each rule is silent where its requirement is kept."""
    check_kept(row)


def test_an_action_that_the_style_does_not_declare() -> None:
    """A control style that is declared may still lack the action."""
    assert controlled(Scene(), rc_header(2, 1)).fired() == {("RC-STYLE-UNDECLARED", "near-rt-ric")}


@pytest.mark.parametrize(("number", "fired"), [(1, set()), (2, {("RC-PARAMETER-UNDECLARED", "near-rt-ric")})])
def test_queries_ask_for_declared_parameters(number: int, fired: set[tuple[str, str]]) -> None:
    """What holds for reports holds for queries."""
    scene = Scene().set_up(rc_function()).ric(query(number)).node(m.RICqueryFailure(FIRST_ID, RC, CAUSE))
    assert scene.fired() == fired

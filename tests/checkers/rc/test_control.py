"""Rules about what a control request of RC may hold."""

import pytest

from oran_harness.service_models import PayloadKind
from oran_harness.service_models.rc import elements as r
from tests.checkers.payloads_of import (
    rc,
    rc_control,
    rc_done,
    rc_function,
    rc_header,
    rc_insert,
    rc_message,
    rc_trigger,
)
from tests.checkers.scene import RC, RIC, Case, Scene, case, check_broken, check_kept, indication, insert_action
from tests.service_models.samples import UE_GNB, bare_structure, element, listed, structure

PROCESS = rc(
    PayloadKind.CALL_PROCESS_ID, r.E2SM_RC_CallProcessID(("callProcessID-Format1", r.E2SM_RC_CallProcessID_Format1(5)))
)


def controlled(scene: Scene, header: bytes, message: bytes | None = None) -> Scene:
    """A control and its acknowledge."""
    return scene.set_up(rc_function()).ric(rc_control(header, message)).node(rc_done())


def asked(scene: Scene) -> Scene:
    """A node asks, by INSERT style 1, whether to admit a radio bearer."""
    header = r.E2SM_RC_IndicationHeader(("indicationHeader-Format2", r.E2SM_RC_IndicationHeader_Format2(UE_GNB, 1, 4)))
    items = (r.E2SM_RC_IndicationMessage_Format5_Item(1, element(("valueInt", 1))),)
    message = r.E2SM_RC_IndicationMessage(("indicationMessage-Format5", r.E2SM_RC_IndicationMessage_Format5(items)))
    scene.set_up(rc_function()).subscribed(insert_action(definition=rc_insert()), of=RC, trigger=rc_trigger(2))
    return scene.node(
        indication(
            of=RC,
            kind="insert",
            header=rc(PayloadKind.INDICATION_HEADER, header),
            message=rc(PayloadKind.INDICATION_MESSAGE, message),
            call_process=PROCESS,
        )
    )


def clean(scene: Scene) -> None:
    """A control whose parameters all carry something."""
    parameters = (
        (1, element(("valueInt", 5))),
        (2, structure((3, element(("valueInt", 6))))),
        (4, listed(bare_structure((5, element(("valueInt", 7), key=True))))),
    )
    controlled(scene, rc_header(), rc_message(*parameters))


def answered(scene: Scene) -> None:
    """The RIC answers the INSERT by its call process."""
    asked(scene).ric(rc_control(rc_header(1, 4, "accept"), process=PROCESS)).node(rc_done(process=PROCESS))


def group(key: bool) -> bytes:
    """A control message for a group of UEs."""
    items = (r.EntityAgnostic_ranP_ControlParameters(1, element(("valueInt", 5), key=key)),)
    content = r.E2SM_RC_ControlMessage_Format3(None, items)
    return rc(PayloadKind.CONTROL_MESSAGE, r.E2SM_RC_ControlMessage(("controlMessage-Format3", content)))


def group_header() -> bytes:
    """A control header for a group of UEs, for control style 1."""
    item = r.UEGroupDefinitionIdentifier_Item(1, element(("valueInt", 5)))
    content = r.E2SM_RC_ControlHeader_Format3(1, r.UE_Group_Definition((item,)), 1, 1)
    return rc(PayloadKind.CONTROL_HEADER, r.E2SM_RC_ControlHeader(("controlHeader-Format3", content)))


CASES = (
    case("RC-EMPTY-PARAMETER", RIC, lambda s: controlled(s, rc_header(), rc_message((1, element(None)))), clean),
    case(
        "RC-GROUP-KEY",
        RIC,
        lambda s: controlled(s, group_header(), group(True)),
        lambda s: controlled(s, group_header(), group(False)),
    ),
    case("RC-DECISION-WITHOUT-INSERT", RIC, lambda s: controlled(s, rc_header(decision="accept")), answered),
    case("RC-ANSWER-ONLY", RIC, lambda s: controlled(s, rc_header(1, 4)), answered),
    case(
        "RC-CALL-PROCESS-MISPLACED",
        RIC,
        lambda s: asked(s).ric(rc_control(rc_header(8, 1), process=PROCESS)).node(rc_done(process=PROCESS)),
        lambda s: controlled(s, rc_header(8, 1)),
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

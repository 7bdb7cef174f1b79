"""Where payloads stand in messages, and what belongs to them."""

import pytest

from oran_harness.checkers.observation import PayloadObserved
from oran_harness.checkers.payloads import standing
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.service_models import PayloadKind
from tests.checkers.payloads_of import (
    CONTROL_ID,
    kpm,
    kpm_function,
    kpm_trigger,
    rc_control,
    rc_done,
    rc_function,
    rc_header,
    rc_outcome,
)
from tests.checkers.scene import FIRST_ID, KPM, RC, Scene, accepted
from tests.checkers.test_observation import observed
from tests.service_models.samples import measurement, style_1

DEFINITION = kpm(PayloadKind.ACTION_DEFINITION, style_1(measurement("DRB.UEThpDl")))


def seen(scene: Scene) -> list[PayloadObserved]:
    """The payloads of the last message."""
    every = [each for each in observed(scene) if isinstance(each, PayloadObserved)]
    return [each for each in every if each.event is every[-1].event]


def test_a_service_update_brings_definitions() -> None:
    """The definitions of added and modified functions are read."""
    update = m.RICserviceUpdate(3, (kpm_function(),), (rc_function(),))
    scene = Scene().set_up(rc_function()).node(update)
    assert [(each.payload.model, each.payload.kind) for each in seen(scene)] == [
        ("kpm", PayloadKind.FUNCTION_DEFINITION),
        ("rc", PayloadKind.FUNCTION_DEFINITION),
    ]


def test_a_modification_brings_actions() -> None:
    """The definitions of modified and added actions are read, with their Action IDs."""
    request = m.RICsubscriptionModificationRequest(
        FIRST_ID,
        KPM,
        kpm_trigger(),
        None,
        (e.RICaction_ToBeModifiedForModification_Item(1, DEFINITION),),
        (e.RICaction_ToBeAddedForModification_Item(2, "report", DEFINITION, 0),),
    )
    found = seen(Scene().set_up(kpm_function()).ric(request))
    assert [(each.payload.kind, each.action_id) for each in found] == [
        (PayloadKind.EVENT_TRIGGER_DEFINITION, None),
        (PayloadKind.ACTION_DEFINITION, 1),
        (PayloadKind.ACTION_DEFINITION, 2),
    ]


def test_an_outcome_knows_the_header_of_its_request() -> None:
    """The format of an outcome depends on the request, so the request's header is at hand."""
    scene = Scene().set_up(rc_function()).ric(rc_control(rc_header())).node(rc_done(rc_outcome()))
    (outcome,) = seen(scene)
    header = outcome.other(PayloadKind.CONTROL_HEADER)
    assert header is not None
    assert header.octets == rc_header()


def test_an_answer_copies_the_call_process() -> None:
    """What is wrong with the Call Process ID of an answer is wrong with that of its request, which the RIC wrote."""
    request = rc_control(rc_header(), process=b"\xff")
    scene = Scene().set_up(rc_function()).ric(request).node(rc_done(rc_outcome(), b"\xff"))
    assert [each.payload.kind for each in seen(scene)] == [PayloadKind.CONTROL_OUTCOME]
    assert ("E2SM-PAYLOAD", "e2-node") not in scene.fired()
    assert ("E2SM-PAYLOAD", "near-rt-ric") in scene.fired()


def test_a_control_has_its_parts_together() -> None:
    """Header and message of one request know each other."""
    found = seen(Scene().set_up(rc_function()).ric(rc_control(rc_header())))
    assert [each.payload.kind for each in found] == [PayloadKind.CONTROL_HEADER, PayloadKind.CONTROL_MESSAGE]
    assert all(each.other(PayloadKind.CONTROL_MESSAGE) is found[1].payload for each in found)


def test_payloads_of_unoffered_functions_are_opaque() -> None:
    """Without an offer nobody knows which service model a function is of."""
    request = m.RICcontrolRequest(CONTROL_ID, 99, None, rc_header(), b"", "ack")
    scene = Scene().set_up(rc_function()).ric(request)
    assert {each.payload.kind for each in seen(scene)} == {PayloadKind.FUNCTION_DEFINITION}


def test_standing_definitions_are_decoded_once() -> None:
    """A definition that many indications refer to is the same value each time."""
    first = standing("kpm", PayloadKind.ACTION_DEFINITION, DEFINITION)
    assert standing("kpm", PayloadKind.ACTION_DEFINITION, bytes(bytearray(DEFINITION))) is first


@pytest.mark.parametrize("octets", [b"", b"\0", b"\xff" * 40])
def test_any_definition_is_survived(octets: bytes) -> None:
    """A function whose definition is nonsense is offered all the same."""
    item = e.RANfunction_Item(RC, octets, 1, "1.3.6.1.4.1.53148.1.1.2.3")
    scene = Scene().set_up(item)
    assert {rule for rule, _ in scene.fired()} == {"E2SM-PAYLOAD"}
    assert accepted(RC)

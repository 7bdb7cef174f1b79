"""What a SUT has said of itself in E2 Setup."""

from dataclasses import replace
from typing import Any

import pytest

from oran_harness.model import Event, EventKind, Introduction, Role
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.elements import RANfunctionIDcause_Item
from oran_harness.protocols.e2ap.messages import E2setupRequest
from oran_harness.runner.contact import contact_of
from oran_harness.runner.introduction import introduction_of
from oran_harness.steps.answers import setup_response
from oran_harness.steps.offers import KINDS, node_offer, setup_request


def introduced(message: Any, role: Role, edition: str = "3.01", ppid: int = 70) -> Introduction | None:
    """What a SUT says that sends this message."""
    octets = codec(edition).encode(message)
    event = Event(1, 0.0, EventKind.OCTETS, "1", role.value, octets=octets, ppid=ppid, message=message.NAME)
    return introduction_of(contact_of([event], role), role)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("edition", ["1.01", "2.03", "7.00"])
def test_a_node(kind: str, edition: str) -> None:
    """Its identity, each function with name, OID and styles, its components."""
    request = setup_request(node_offer(edition=edition, kind=kind), None if edition == "1.01" else 1)
    introduction = introduced(request, Role.E2_NODE, edition)
    assert introduction is not None
    assert (introduction.identity or "").startswith(("gNB 001/01", "eNB 001/01"))
    assert edition in introduction.editions
    names = {function.id: function.name for function in introduction.functions}
    assert names == {2: "ORAN-E2SM-KPM", 3: "ORAN-E2SM-RC"}
    assert any(style.startswith("report 1") for style in introduction.functions[0].styles)
    assert bool(introduction.components) is (edition != "1.01")
    assert introduction.remarks == ()


def test_interfaces_of_a_node() -> None:
    """What a node reports of its network interfaces is told by interface."""
    introduction = introduced(setup_request(node_offer(service_models=("ni",)), 1), Role.E2_NODE)
    assert introduction is not None
    assert [(each.name, each.styles) for each in introduction.functions] == [("ORAN-E2SM-NI", ("report 1 of NG",))]


def test_a_function_of_which_nothing_is_known() -> None:
    """Its id and revision stand all the same; a wrong PPID is a remark."""
    request = setup_request(node_offer(edition="3.01"), 1)
    functions = tuple(
        replace(each, ran_function_definition=b"\xff\x00", ran_function_oid="1.2.3")
        for each in request.ran_functions_added or ()
    )
    introduction = introduced(replace(request, ran_functions_added=functions), Role.E2_NODE, ppid=0)
    assert introduction is not None
    assert {(each.name, each.oid, each.styles) for each in introduction.functions} == {("", "1.2.3", ())}
    assert introduction.remarks == ("Its messages carry PPID 0 instead of 70 (E2-CP).",)


def test_a_ric() -> None:
    """Its identity, and which of our functions it accepts."""
    request = setup_request(node_offer(edition="3.01"), 1)
    response = setup_response(request, edition="3.01")
    assert response is not None
    accepted = response.ran_functions_accepted or ()
    rejected = (RANfunctionIDcause_Item(9, ("ricService", "ran-function-not-supported")),)
    introduction = introduced(
        replace(response, ran_functions_accepted=accepted[:1], ran_functions_rejected=rejected), Role.NEAR_RT_RIC
    )
    assert introduction is not None
    assert introduction.identity == "RIC 001/01 0x00001"
    assert [(each.id, each.accepted) for each in introduction.functions] == [(2, True), (9, False)]


def test_who_says_nothing_of_itself() -> None:
    """A Setup that is cut short introduces nobody by name; another message nobody at all."""
    octets = codec("3.01").encode(setup_request(node_offer(edition="3.01"), 1))[:9]
    event = Event(1, 0.0, EventKind.OCTETS, "1", Role.E2_NODE.value, octets=octets, message=E2setupRequest.NAME)
    cut = introduction_of(contact_of([event], Role.E2_NODE), Role.E2_NODE)
    assert cut is None or (cut.identity, cut.functions) == (None, ())
    assert introduced(setup_request(node_offer(edition="3.01"), 1), Role.NEAR_RT_RIC) is None

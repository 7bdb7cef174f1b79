"""RC RAN function definitions."""

import pytest

from oran_harness.service_models import PayloadKind
from oran_harness.service_models.common.build import NodeType
from oran_harness.service_models.rc.build import OFFERS, function_definition, offers
from oran_harness.service_models.rc.definition import AnnouncedFunction, announced
from oran_harness.service_models.rc.model import RC
from oran_harness.service_models.rc.styles import Service, style
from tests.service_models.kpm.build.read import value


def read(octets: bytes, edition: str) -> AnnouncedFunction:
    """What a definition announces."""
    value("rc", PayloadKind.FUNCTION_DEFINITION, octets, edition)
    function = announced(RC.decode(PayloadKind.FUNCTION_DEFINITION, octets, edition))
    assert function is not None
    assert function.complete
    assert function.empty_parts == ()
    return function


@pytest.mark.parametrize("edition", RC.editions)
@pytest.mark.parametrize("kind", NodeType)
def test_everything_offered_is_declared(edition: str, kind: NodeType) -> None:
    """Each style, action and RAN parameter that a node serves stands in its definition, in every edition."""
    function = read(function_definition(edition, kind=kind), edition)
    assert (function.short_name, function.oid) == ("ORAN-E2SM-RC", "1.3.6.1.4.1.53148.1.1.2.3")
    for offer in offers(kind, edition):
        (item,) = function.offered(offer.service, offer.style)
        action = None if offer.action is None else item.action(offer.action)
        declared = item.parameters if action is None else action.parameters
        assert {each.id for each in declared} == set(offer.parameters)
        assert (action is None) == (offer.action is None)
        if action is not None and offer.conditions is not None:
            assert {each.id for each in action.conditions} == set(offer.conditions)
    assert {(item.service, item.style) for item in function.styles} == {
        (offer.service, offer.style) for offer in offers(kind, edition)
    }


def test_formats_are_those_of_the_tables() -> None:
    """Each style is declared with formats that tables 7.9-1 to 7.9-3 give it."""
    for item in read(function_definition("5.00"), "5.00").styles:
        row = style(item.service, item.style)
        assert row is not None
        pairs = (
            (row.triggers, item.trigger_style),
            (row.actions - {2}, item.formats.action),
            (row.headers, item.formats.header),
            (row.messages, item.formats.message),
            (row.definitions, item.formats.definition),
            (row.outcomes, item.formats.outcome),
            (row.call_process_ids, item.formats.call_process_id),
        )
        for allowed, declared in pairs:
            assert declared in allowed if allowed else declared is None


def test_triggers_follow_what_is_offered() -> None:
    """Event trigger styles are declared for the styles that use them, call processes where style 2 is."""
    everything = read(function_definition("5.00"), "5.00")
    assert everything.trigger_formats == {1: 1, 2: 2, 3: 3, 4: 4}
    assert everything.call_processes == {2: {1}, 3: {1, 2, 3}, 5: {1, 2, 3}}
    control = read(function_definition("5.00", services=("control",)), "5.00")
    assert (control.trigger_formats, control.call_processes) == ({}, {})
    assert read(function_definition("5.00", kind="du"), "5.00").trigger_formats == {2: 2, 3: 3, 4: 4}


def test_services_and_instance_can_be_chosen() -> None:
    """A part of which nothing is wanted is left out."""
    function = read(function_definition("5.00", services=("query", Service.INSERT), instance=2), "5.00")
    assert {item.service for item in function.styles} == {Service.QUERY, Service.INSERT}
    assert function.instance == 2
    assert read(function_definition("1.03", services=("query",)), "1.03").styles == ()
    assert len(OFFERS) == 18

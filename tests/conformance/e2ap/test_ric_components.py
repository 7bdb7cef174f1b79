"""The account that a RIC owes of each component."""

from dataclasses import replace

import pytest

from oran_harness.conformance.e2ap.ric_components import check_components, failed
from oran_harness.protocols.e2ap import elements as e
from oran_harness.steps import CaseOutcome
from oran_harness.steps.node_components import NodeComponent
from oran_harness.steps.offers import node_offer

COMPONENTS = node_offer().components


def acknowledged(component: NodeComponent, outcome: str = "success") -> e.E2nodeComponentConfigAdditionAck_Item:
    ack = e.E2nodeComponentConfigurationAck(outcome)  # type: ignore[arg-type]
    return e.E2nodeComponentConfigAdditionAck_Item(component.interface, component.id, ack)


def test_each_once_in_any_order() -> None:
    """The order of an answer is the RIC's."""
    check_components(COMPONENTS, [acknowledged(each) for each in reversed(COMPONENTS)], answer="ANSWER")
    check_components((), None, answer="ANSWER")


def test_what_lacks_or_is_too_much_is_found() -> None:
    """A component left out, named twice, or never asked for."""
    first, second = COMPONENTS[:2]
    for acks in ([], [acknowledged(first)], [acknowledged(first), acknowledged(first)]):
        with pytest.raises(CaseOutcome, match="once, under its interface type and id"):
            check_components((first, second), acks, answer="ANSWER")
    with pytest.raises(CaseOutcome):
        check_components((), [acknowledged(first)], answer="ANSWER")


def test_the_interface_type_belongs_to_the_name() -> None:
    """The same id under another interface is another component."""
    first = COMPONENTS[0]
    with pytest.raises(CaseOutcome):
        check_components((first,), [acknowledged(replace(first, interface="w1"))], answer="ANSWER")


def test_failed_tells_of_any() -> None:
    """One failed item is enough; no list is no failure."""
    first, second = COMPONENTS[:2]
    assert failed([acknowledged(first), acknowledged(second, "failure")])
    assert not failed([acknowledged(first)])
    assert not failed(None)

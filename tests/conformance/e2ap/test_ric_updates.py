"""What the cases about Service Update, Service Query, Configuration and Connection Update find, and let pass."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from oran_harness.codec.asn1 import BitString
from oran_harness.model import Verdict
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.message import Message
from oran_harness.steps import Claims
from oran_harness.steps.causes import cause
from tests.conformance.e2ap.misbehaving_ric import (
    Misbehaviour,
    complains,
    dies,
    edits,
    ends,
    ignores,
    mute,
    of,
    puts,
    replies,
)
from tests.conformance.e2ap.performing_ric import Fault, assert_found, perform

UPDATE = of(m.RICserviceUpdate)
ACK = m.RICserviceUpdateAcknowledge
CONFIGURATION = of(m.E2nodeConfigurationUpdate)
DONE = m.E2nodeConfigurationUpdateAcknowledge
WHY = cause("misc/unspecified", "3.01")


def without_lists(*, nth: int = 1) -> Misbehaviour:
    return puts(ACK, nth=nth, ran_functions_accepted=None, ran_functions_rejected=None)


def rejects_everything(acknowledge: Any) -> Message:
    rejected = tuple(
        e.RANfunctionIDcause_Item(item.ran_function_id, WHY) for item in acknowledge.ran_functions_accepted or ()
    )
    return replace(acknowledge, ran_functions_accepted=None, ran_functions_rejected=rejected or None)


def refuses_service_update(update: m.RICserviceUpdate, edition: str) -> Message:
    return m.RICserviceUpdateFailure(update.transaction_id, WHY)


def refuses_configuration_update(update: m.E2nodeConfigurationUpdate, edition: str) -> Message:
    return m.E2nodeConfigurationUpdateFailure(update.transaction_id, WHY)


def moves_acknowledgements(acknowledge: Any) -> Message:
    """Components in the list of another kind of change."""
    added = tuple(
        e.E2nodeComponentConfigAdditionAck_Item(
            item.e2_node_component_interface_type,
            item.e2_node_component_id,
            item.e2_node_component_configuration_ack,
        )
        for item in acknowledge.e2_node_component_config_update_ack or ()
    )
    return replace(
        acknowledge, e2_node_component_config_addition_ack=added or None, e2_node_component_config_update_ack=None
    )


def succeeds_with_all(update: m.E2nodeConfigurationUpdate, edition: str) -> Message:
    success = e.E2nodeComponentConfigurationAck("success")
    acks: dict[str, Any] = {}
    for name, item in (
        ("update", e.E2nodeComponentConfigUpdateAck_Item),
        ("removal", e.E2nodeComponentConfigRemovalAck_Item),
    ):
        acks[f"e2_node_component_config_{name}_ack"] = (
            tuple(
                item(
                    e2_node_component_interface_type=each.e2_node_component_interface_type,
                    e2_node_component_id=each.e2_node_component_id,
                    e2_node_component_configuration_ack=success,
                )
                for each in getattr(update, f"e2_node_component_config_{name}") or ()
            )
            or None
        )
    return DONE(update.transaction_id, **acks)


def drops(field: str) -> Misbehaviour:
    return puts(DONE, **{f"e2_node_component_config_{field}_ack": None})


FAULTS: tuple[Fault, ...] = (
    *((f"E2AP-SERVUPD-{number}", without_lists()) for number in (101, 102, 103, 105, 108, 112)),
    *((f"E2AP-SERVUPD-{number}", ignores(UPDATE)) for number in (*range(101, 113), 121, 122)),
    ("E2AP-SERVUPD-103", ends(UPDATE)),
    ("E2AP-SERVUPD-104", puts(ACK, ran_functions_accepted=(e.RANfunctionID_Item(2, 1),))),
    ("E2AP-SERVUPD-106", puts(ACK, ran_functions_accepted=(e.RANfunctionID_Item(2, 1),))),
    ("E2AP-SERVUPD-107", puts(ACK, transaction_id=0)),
    ("E2AP-SERVUPD-107", puts(ACK, transaction_id=1)),
    ("E2AP-SERVUPD-108", mute(ACK, nth=2)),
    ("E2AP-SERVUPD-109", without_lists(nth=2)),
    ("E2AP-SERVUPD-110", mute(ACK, m.RICserviceUpdateFailure)),
    ("E2AP-SERVUPD-110", dies(UPDATE)),
    ("E2AP-SERVUPD-111", dies(UPDATE)),
    ("E2AP-SERVUPD-121", mute(m.RICserviceQuery)),
    ("E2AP-SERVUPD-121", mute(ACK)),
    ("E2AP-SERVUPD-122", puts(m.RICserviceQuery, ran_functions_accepted=(e.RANfunctionID_Item(2, 1),))),
    ("E2AP-CONFUPD-101", drops("addition")),
    ("E2AP-CONFUPD-102", drops("update")),
    ("E2AP-CONFUPD-102", edits(DONE, moves_acknowledgements)),
    ("E2AP-CONFUPD-103", drops("removal")),
    ("E2AP-CONFUPD-105", drops("update")),
    ("E2AP-CONFUPD-106", replies(CONFIGURATION, succeeds_with_all)),
    ("E2AP-CONFUPD-107", replies(CONFIGURATION, succeeds_with_all)),
    *((f"E2AP-CONFUPD-{number}", ignores(CONFIGURATION)) for number in range(101, 115)),
    ("E2AP-CONFUPD-109", puts(DONE, transaction_id=255)),
    ("E2AP-CONFUPD-110", drops("addition")),
    ("E2AP-CONFUPD-111", ends(CONFIGURATION)),
    ("E2AP-CONFUPD-112", mute(DONE, nth=2)),
    ("E2AP-CONFUPD-113", ends(CONFIGURATION)),
    ("E2AP-CONFUPD-114", dies(CONFIGURATION)),
    ("E2AP-CONNUPD-101", mute(m.E2connectionUpdate)),
    ("E2AP-CONNUPD-101", puts(m.E2connectionUpdate, e2_connection_update_add=None)),
    ("E2AP-CONNUPD-101", complains(of(m.E2connectionUpdateAcknowledge))),
    ("E2AP-CONNUPD-101", dies(of(m.E2connectionUpdateAcknowledge))),
    ("E2AP-CONNUPD-103", ignores(CONFIGURATION)),
    ("E2AP-CONNUPD-103", ends(CONFIGURATION)),
    ("E2AP-CONNUPD-102", complains(of(m.E2connectionUpdateFailure))),
    ("E2AP-CONNUPD-102", ends(of(m.E2connectionUpdateFailure))),
)


@pytest.mark.parametrize(("case", "misbehaviour"), FAULTS)
def test_faults_are_found(case: str, misbehaviour: Misbehaviour) -> None:
    """Each misbehaviour fails its case, and the near-RT RIC is blamed."""
    assert_found(case, misbehaviour)


@pytest.mark.parametrize("case", ["E2AP-SERVUPD-101", "E2AP-SERVUPD-102", "E2AP-SERVUPD-103"])
def test_a_function_may_be_rejected(case: str) -> None:
    """E2AP lets the RIC reject what the test specification wants accepted: that says nothing about the RIC."""
    told = perform(case, edits(ACK, rejects_everything))
    assert told.judgement.verdict is Verdict.INCONC, str(told)
    assert "E2AP leaves that to it" in told.judgement.reason


REFUSALS: list[tuple[str, Callable[[Any, str], Message]]] = [
    ("E2AP-SERVUPD-101", refuses_service_update),
    ("E2AP-CONFUPD-101", refuses_configuration_update),
]


@pytest.mark.parametrize(("case", "make"), REFUSALS)
def test_what_is_not_claimed_may_be_refused(case: str, make: Callable[[Any, str], Message]) -> None:
    """A failure message with a cause is a proper refusal, unless the RIC claims the procedure."""
    refusal = replies(of(m.RICserviceUpdate, m.E2nodeConfigurationUpdate), make)
    assert perform(case, refusal).judgement.verdict is Verdict.UNSUPPORTED
    claims = Claims(True, procedures=("RICserviceUpdate", "E2nodeConfigurationUpdate"))
    assert perform(case, refusal, claims=claims).judgement.verdict is Verdict.FAIL


@pytest.mark.parametrize("number", [110, 111, 112])
def test_odd_service_updates_may_be_refused(number: int) -> None:
    """By the failure message or in a list: the text leaves it open."""
    assert perform(f"E2AP-SERVUPD-{number}", replies(UPDATE, refuses_service_update)).judgement.verdict is Verdict.PASS


@pytest.mark.parametrize("number", [106, 108, 110, 113, 114])
def test_odd_configuration_updates_may_be_refused(number: int) -> None:
    """By the failure message or by a failed item: the text leaves it open."""
    told = perform(f"E2AP-CONFUPD-{number}", replies(CONFIGURATION, refuses_configuration_update))
    assert told.judgement.verdict is Verdict.PASS, str(told)


def test_another_address_is_not_pretended_to_be_connected() -> None:
    """A RIC that names an address of its own choice is not told that something was set up there."""
    elsewhere = e.TNLinformation(BitString(bytes((192, 0, 2, 99)), 32))
    other = puts(m.E2connectionUpdate, e2_connection_update_add=(e.E2connectionUpdate_Item(elsewhere, "both"),))
    assert perform("E2AP-CONNUPD-103", other).judgement.verdict is Verdict.INCONC
    assert perform("E2AP-CONNUPD-101", other).judgement.verdict is Verdict.PASS


def test_a_query_without_list_passes() -> None:
    """The list is optional."""
    told = perform("E2AP-SERVUPD-122", puts(m.RICserviceQuery, ran_functions_accepted=None))
    assert told.judgement.verdict is Verdict.PASS, str(told)

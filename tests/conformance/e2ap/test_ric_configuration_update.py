"""What the cases about Configuration Update find, and what they let pass."""

from dataclasses import replace
from typing import Any

import pytest

from oran_harness.model import Verdict
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.message import Message
from oran_harness.steps import Claims
from oran_harness.steps.causes import cause
from tests.conformance.e2ap.misbehaving_ric import (
    Misbehaviour,
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

CONFIGURATION = of(m.E2nodeConfigurationUpdate)
DONE = m.E2nodeConfigurationUpdateAcknowledge
WHY = cause("misc/unspecified", "3.01")


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
)


@pytest.mark.parametrize(("case", "misbehaviour"), FAULTS)
def test_faults_are_found(case: str, misbehaviour: Misbehaviour) -> None:
    """Each misbehaviour fails its case, and the near-RT RIC is blamed."""
    assert_found(case, misbehaviour)


@pytest.mark.parametrize("number", [106, 108, 110, 113, 114])
def test_odd_configuration_updates_may_be_refused(number: int) -> None:
    """By the failure message or by a failed item: the text leaves it open."""
    told = perform(f"E2AP-CONFUPD-{number}", replies(CONFIGURATION, refuses_configuration_update))
    assert told.judgement.verdict is Verdict.PASS, str(told)


def test_what_is_not_claimed_may_be_refused() -> None:
    """A failure message with a cause is a proper refusal, unless the RIC claims the procedure."""
    refusal = replies(CONFIGURATION, refuses_configuration_update)
    assert perform("E2AP-CONFUPD-101", refusal).judgement.verdict is Verdict.UNSUPPORTED
    claims = Claims(True, procedures=("E2nodeConfigurationUpdate",))
    assert perform("E2AP-CONFUPD-101", refusal, claims=claims).judgement.verdict is Verdict.FAIL

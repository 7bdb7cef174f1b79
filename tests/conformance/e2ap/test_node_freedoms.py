"""What E2AP leaves to an E2 node accuses no node."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from oran_harness.conformance.properties import PROPERTIES
from oran_harness.model import Verdict
from oran_harness.peers.actor import Command, Heard
from oran_harness.peers.e2_node import NodeConfig
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.deviation import Deviation, DeviationKind
from oran_harness.protocols.e2ap.message import Message
from oran_harness.steps import ClaimedModel, Claims
from oran_harness.steps.causes import cause
from tests.conformance.e2ap.misbehaving_ric import (
    MisbehavingRic,
    Misbehaviour,
    edits,
    every,
    ignores,
    mute,
    of,
    puts,
    replies,
)
from tests.conformance.e2ap.performing_node import perform

CLAIMED = Claims(
    True, procedures=("RICcontrol", "E2connectionUpdate"), service_models=(ClaimedModel("KPM"), ClaimedModel("RC"))
)
SYNTAX = e.CriticalityDiagnostics(1, "successful-outcome", "reject")


def refuses_duplicates() -> Misbehaviour:
    """One subscription at a time: another with the same event trigger is refused, as the cause for it suggests."""
    standing: list[object] = []

    def hears(ric: MisbehavingRic, heard: Heard, message: Message | None) -> Sequence[Command] | None:
        if isinstance(message, m.RICsubscriptionDeleteRequest) and message.ric_request_id in standing:
            standing.remove(message.ric_request_id)
        if not isinstance(message, m.RICsubscriptionRequest):
            return None
        if standing:
            why = cause("duplicate-event-trigger", ric.edition)
            failure = m.RICsubscriptionFailure(message.ric_request_id, message.ran_function_id, why)
            return (ric.say(heard.association, failure),)
        standing.append(message.ric_request_id)
        return None

    return Misbehaviour(hears)


def refuses_two_actions() -> Misbehaviour:
    """A subscription with more than one action is refused as a whole."""

    def hears(ric: MisbehavingRic, heard: Heard, message: Any) -> Sequence[Command] | None:
        details = getattr(message, "ric_subscription_details", None)
        if details is None or len(details.ric_action_to_be_setup_list) < 2:
            return None
        why = cause("duplicate-action", ric.edition)
        failure = m.RICsubscriptionFailure(message.ric_request_id, message.ran_function_id, why)
        return (ric.say(heard.association, failure),)

    return Misbehaviour(hears)


def cannot_execute(request: m.RICcontrolRequest, edition: str) -> m.RICcontrolFailure:
    """There is no such UE."""
    why = cause("control-failed-to-execute", edition)
    return m.RICcontrolFailure(request.ric_request_id, request.ran_function_id, None, why)


def diagnoses(report: m.ErrorIndication) -> m.ErrorIndication:
    """It has Criticality Diagnostics in place of a cause."""
    return replace(report, cause=None, criticality_diagnostics=SYNTAX)


def unasked() -> Misbehaviour:
    """It has an update of its own to tell just when a query comes; then it answers the next one."""

    def says(ric: MisbehavingRic, message: Message) -> Message:
        own = isinstance(message, m.RICserviceUpdate) and ric.count("updates") == 1
        return m.RICserviceUpdate(message.transaction_id, None, _changed(), None) if own else message  # type: ignore[attr-defined]

    return Misbehaviour(says=says)


def _changed() -> Any:
    from oran_harness.steps.offers import function_item

    return (function_item("kpm", "3.01"),)


def confirms_nothing(request: m.E2connectionUpdate, edition: str) -> m.E2connectionUpdateAcknowledge:
    """It acknowledges and lists no association: it does not support further ones."""
    return m.E2connectionUpdateAcknowledge(request.transaction_id)


FREEDOMS: tuple[tuple[str, Misbehaviour, Verdict], ...] = (
    *((f"E2AP-{id}", refuses_duplicates(), Verdict.PASS) for id in ("SUB-209", "SUB-210", "NEG-210")),
    ("E2AP-SUB-202", refuses_two_actions(), Verdict.UNSUPPORTED),
    *((f"E2AP-CTRL-{id}", replies(of(m.RICcontrolRequest), cannot_execute), Verdict.INCONC) for id in (201, 202, 203)),
    ("E2AP-CTRL-205", edits(m.RICcontrolFailure, lambda failure: m.ErrorIndication(
        ric_request_id=failure.ric_request_id, ran_function_id=failure.ran_function_id, criticality_diagnostics=SYNTAX
    )), Verdict.PASS),
    ("E2AP-ERRIND-201", edits(m.ErrorIndication, diagnoses), Verdict.PASS),
    ("E2AP-ERRIND-201", puts(m.ErrorIndication, cause=cause("abstract-syntax-error-ignore-and-notify", "3.01")),
     Verdict.PASS),
    *((f"E2AP-SERVUPD-{id}", unasked(), Verdict.PASS) for id in (201, 202, 203, 204)),
    ("E2AP-CONNUPD-204", replies(of(m.E2connectionUpdate), confirms_nothing), Verdict.UNSUPPORTED),
    ("E2AP-CONNUPD-204", mute(m.E2nodeConfigurationUpdate), Verdict.INCONC),
)  # fmt: skip


@pytest.mark.parametrize(("case", "behaviour", "verdict"), FREEDOMS)
def test_freedoms(case: str, behaviour: Misbehaviour, verdict: Verdict) -> None:
    """Also of a node that claims everything."""
    told = perform(case, behaviour, claims=CLAIMED)
    assert told.judgement.verdict is verdict, str(told)


def test_a_node_of_the_first_edition_may_offer_nothing() -> None:
    """Its list of RAN functions is optional."""
    told = perform(
        "E2AP-SETUP-201", puts(m.E2setupRequest, ran_functions_added=None), config=NodeConfig(edition="1.01")
    )
    assert told.judgement.verdict is Verdict.PASS, str(told)


def test_a_node_may_do_nothing_about_an_answer_that_is_not_in_order() -> None:
    """It waits for another answer to its E2 Setup, or for ever: local error handling is its own matter."""
    broken = PROPERTIES["E2AP-PROP-201"].case((Deviation(DeviationKind.DROP, 0),))
    for behaviour in (ignores(every), ignores(lambda message, _: getattr(message, "transaction_id", 0) is None)):
        told = perform(broken, behaviour)
        assert told.judgement.verdict is Verdict.PASS, str(told)

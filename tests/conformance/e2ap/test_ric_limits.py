"""What the cases about limits find, and what they let pass."""

from dataclasses import replace
from typing import Any

import pytest

from oran_harness.model import Verdict
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.elements import RANfunctionIDcause_Item
from oran_harness.protocols.e2ap.message import Message
from oran_harness.steps.causes import cause
from tests.conformance.e2ap.misbehaving_ric import (
    MisbehavingRic,
    Misbehaviour,
    complains,
    dies,
    ends,
    longer_than,
    loses_a_component,
    loses_a_function,
    mute,
    of,
    refuses_setup,
)
from tests.conformance.e2ap.performing_ric import Fault, assert_found, perform

SETUPS = [f"E2AP-LIMIT-{number}" for number in (101, 102, 103, 104, 105, 107, 108, 110)]
FAULTS: tuple[Fault, ...] = (
    ("E2AP-LIMIT-102", loses_a_function()),
    ("E2AP-LIMIT-103", mute(m.E2setupResponse)),
    ("E2AP-LIMIT-105", ends(longer_than(65_536), how="abort")),
    ("E2AP-LIMIT-106", mute(m.RICserviceUpdateAcknowledge, nth=2)),
    ("E2AP-LIMIT-107", loses_a_component()),
    ("E2AP-LIMIT-108", loses_a_component()),
    ("E2AP-LIMIT-109", mute(m.E2nodeConfigurationUpdateAcknowledge)),
    ("E2AP-LIMIT-110", mute(m.E2setupResponse, nth=4)),
    ("E2AP-LIMIT-111", complains(of(m.RICindication))),
    ("E2AP-LIMIT-112", dies(longer_than(65_536))),
    ("E2AP-LIMIT-113", complains(of(m.RICsubscriptionDeleteRequired))),
    ("E2AP-LIMIT-114", complains(of(m.ErrorIndication))),
)


@pytest.mark.parametrize(("case", "misbehaviour"), FAULTS)
def test_faults_are_found(case: str, misbehaviour: Misbehaviour) -> None:
    """Each misbehaviour fails its case, and the near-RT RIC is blamed."""
    assert_found(case, misbehaviour)


@pytest.mark.parametrize("case", SETUPS)
def test_a_node_may_be_refused(case: str) -> None:
    """E2 SETUP FAILURE is an answer."""
    nth = 2 if case == "E2AP-LIMIT-110" else 1
    assert perform(case, refuses_setup(nth=nth)).judgement.verdict is Verdict.PASS


def rejects_functions() -> Misbehaviour:
    """It rejects every RAN function."""

    def rejecting(message: Any, edition: str) -> Message:
        why = cause("ric-resource-limit", edition)
        items = message.ran_functions_accepted or ()
        rejected = tuple(RANfunctionIDcause_Item(item.ran_function_id, why) for item in items)
        given: Message = replace(message, ran_functions_accepted=None, ran_functions_rejected=rejected or None)
        return given

    def says(ric: MisbehavingRic, message: Message) -> Message | None:
        answers = (m.E2setupResponse, m.RICserviceUpdateAcknowledge)
        return rejecting(message, ric.edition) if isinstance(message, answers) else message

    return Misbehaviour(says=says)


@pytest.mark.parametrize("case", [*SETUPS, "E2AP-LIMIT-106"])
def test_functions_may_be_rejected(case: str) -> None:
    """A RIC takes what it wants; it loses none."""
    told = perform(case, rejects_functions())
    assert told.judgement.verdict is Verdict.PASS, str(told)


def test_few_actions_say_nothing() -> None:
    """A RIC that cannot subscribe to several actions at all cannot be judged by them."""

    def says(ric: MisbehavingRic, message: Message) -> Message | None:
        details = getattr(message, "ric_subscription_details", None)
        if not isinstance(message, m.RICsubscriptionRequest) or details is None:
            return message
        first = details.ric_action_to_be_setup_list[:1]
        return replace(message, ric_subscription_details=replace(details, ric_action_to_be_setup_list=first))

    assert perform("E2AP-LIMIT-111", Misbehaviour(says=says)).judgement.verdict is Verdict.INCONC

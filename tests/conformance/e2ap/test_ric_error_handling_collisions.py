"""What the cases about procedures that meet find, and what they let pass."""

from collections.abc import Sequence

import pytest

from oran_harness.model import Verdict
from oran_harness.peers.actor import Command, End, Heard
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.message import Message
from oran_harness.steps.causes import cause
from tests.conformance.e2ap.misbehaving_ric import (
    MisbehavingRic,
    Misbehaviour,
    complains,
    dies,
    ends_all,
    ignores,
    mute,
    of,
    refuses_setup,
    replies,
)
from tests.conformance.e2ap.performing_ric import Fault, assert_found, perform

WHY = cause("misc/unspecified", "3.01")
SETUP = of(m.E2setupRequest)
FAULTS: tuple[Fault, ...] = (
    ("E2AP-CROSS-101", ignores(SETUP, nth=2)),
    ("E2AP-CROSS-102", complains(of(m.RICindication))),
    ("E2AP-CROSS-103", mute(m.ResetResponse)),
    ("E2AP-CROSS-104", dies(of(m.ResetRequest))),
    ("E2AP-CROSS-105", complains(of(m.RICsubscriptionDeleteRequired))),
    ("E2AP-CROSS-106", mute(m.RICserviceUpdateAcknowledge, nth=2)),
    ("E2AP-CROSS-107", mute(m.E2nodeConfigurationUpdateAcknowledge)),
    ("E2AP-CROSS-108", ends_all(of(m.E2RemovalRequest))),
)


@pytest.mark.parametrize(("case", "misbehaviour"), FAULTS)
def test_faults_are_found(case: str, misbehaviour: Misbehaviour) -> None:
    """Each misbehaviour fails its case, and the near-RT RIC is blamed."""
    assert_found(case, misbehaviour)


@pytest.mark.parametrize("misbehaviour", [ignores(SETUP, nth=99), refuses_setup(nth=3), refuses_setup(nth=2)])
def test_either_setup_may_be_refused(misbehaviour: Misbehaviour) -> None:
    """Which of two is served is open."""
    assert perform("E2AP-CROSS-101", misbehaviour).judgement.verdict is Verdict.PASS


def drops_the_second() -> Misbehaviour:
    """It ignores an E2 Setup right behind another one."""
    last: list[str] = []

    def hears(ric: MisbehavingRic, heard: Heard, message: Message | None) -> Sequence[Command] | None:
        again = isinstance(message, m.E2setupRequest) and heard.association in last
        last.append(heard.association)
        return () if again else None

    return Misbehaviour(hears)


def test_one_answer_is_enough() -> None:
    """A RIC that takes the second for a repetition is not accused."""
    assert perform("E2AP-CROSS-101", drops_the_second()).judgement.verdict is Verdict.PASS


def test_a_report_that_crosses_a_reset_may_be_reported() -> None:
    """It is for a subscription that the RIC no longer has; reports for the new one are to be taken."""

    def hears(ric: MisbehavingRic, heard: Heard, message: Message | None) -> Sequence[Command] | None:
        if not isinstance(message, m.RICindication) or ric.count("reports") > 1:
            return None
        why = cause("request-id-unknown", ric.edition)
        return (ric.say(heard.association, m.ErrorIndication(ric_request_id=message.ric_request_id, cause=why)),)

    told = perform("E2AP-CROSS-102", Misbehaviour(hears))
    assert told.judgement.verdict is Verdict.PASS, str(told)


def test_a_delete_after_the_required_one_is_fine() -> None:
    """A RIC may send a Delete for what it is deleting already."""

    def hears(ric: MisbehavingRic, heard: Heard, message: Message | None) -> Sequence[Command] | None:
        if not isinstance(message, m.RICsubscriptionDeleteRequired):
            return None
        item = (message.ric_subscription_to_be_removed or ())[0]
        return (ric.say(heard.association, m.RICsubscriptionDeleteRequest(item.ric_request_id, item.ran_function_id)),)

    told = perform("E2AP-CROSS-105", Misbehaviour(hears))
    assert told.body is Verdict.PASS, str(told)


@pytest.mark.parametrize(
    "misbehaviour",
    [
        replies(of(m.E2RemovalRequest), lambda request, edition: m.E2RemovalFailure(request.transaction_id, WHY)),
        ignores(of(m.E2RemovalRequest)),
        Misbehaviour(
            lambda ric, heard, message: (End(heard.association),) if isinstance(message, m.E2RemovalRequest) else None
        ),
    ],
)
def test_crossing_removals_are_open(misbehaviour: Misbehaviour) -> None:
    """An answer, none, and closing."""
    told = perform("E2AP-CROSS-108", misbehaviour)
    assert told.body is Verdict.PASS, str(told)

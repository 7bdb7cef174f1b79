"""What the cases about restarting nodes find, and what they let pass."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from oran_harness.model import Verdict
from oran_harness.peers.actor import Command, Heard
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.elements import RANfunctionIDcause_Item
from oran_harness.protocols.e2ap.message import Message
from oran_harness.steps.causes import cause
from tests.conformance.e2ap.misbehaving_ric import (
    MisbehavingRic,
    Misbehaviour,
    complains,
    ends,
    loses_a_component,
    loses_a_function,
    mute,
    of,
    refuses_setup,
)
from tests.conformance.e2ap.performing_ric import Fault, assert_found, perform

IDS = [f"E2AP-RESTART-{number}" for number in range(101, 112)]
FAULTS: tuple[Fault, ...] = (
    ("E2AP-RESTART-103", loses_a_function()),
    ("E2AP-RESTART-104", loses_a_component()),
    ("E2AP-RESTART-105", mute(m.RICserviceUpdateAcknowledge)),
    ("E2AP-RESTART-106", mute(m.RICserviceUpdateAcknowledge, nth=2)),
    ("E2AP-RESTART-107", mute(m.E2setupResponse, nth=12)),
    ("E2AP-RESTART-108", complains(of(m.RICindication))),
    ("E2AP-RESTART-110", complains(of(m.RICsubscriptionDeleteRequired))),
)


@pytest.mark.parametrize(("case", "misbehaviour"), FAULTS)
def test_faults_are_found(case: str, misbehaviour: Misbehaviour) -> None:
    """Each misbehaviour fails its case, and the near-RT RIC is blamed."""
    assert_found(case, misbehaviour)


def cleans_up_first() -> Misbehaviour:
    """It deletes, behind the Setup of a node, what it had subscribed to there before."""
    held: list[m.RICsubscriptionRequest] = []

    def hears(ric: MisbehavingRic, heard: Heard, message: Message | None) -> Sequence[Command] | None:
        if not isinstance(message, m.E2setupRequest) or not held:
            return None
        deletes = [m.RICsubscriptionDeleteRequest(each.ric_request_id, each.ran_function_id) for each in held]
        held.clear()
        return [*ric.inner.handle(heard, 0), *(ric.say(heard.association, each) for each in deletes)]

    def says(ric: MisbehavingRic, message: Message) -> Message | None:
        if isinstance(message, m.RICsubscriptionRequest):
            held.append(message)
        return message

    return Misbehaviour(hears, says)


@pytest.mark.parametrize("case", IDS)
def test_a_ric_may_clean_up(case: str) -> None:
    """Whether a subscription outlives its association is open: to delete it later is no fault."""
    told = perform(case, cleans_up_first())
    assert told.judgement.verdict is Verdict.PASS, str(told)


def refuses_for_a_while() -> Misbehaviour:
    """It refuses each third E2 Setup, with a Time to Wait."""

    def says(ric: MisbehavingRic, message: Message) -> Message | None:
        if not isinstance(message, m.E2setupResponse) or ric.count("setups") % 3:
            return message
        return m.E2setupFailure(message.transaction_id, ("misc", "control-processing-overload"), 1)

    return Misbehaviour(says=says)


@pytest.mark.parametrize("case", ["E2AP-RESTART-101", "E2AP-RESTART-107"])
def test_a_ric_may_ask_for_patience(case: str) -> None:
    """A Time to Wait is kept, and then the node is served."""
    told = perform(case, refuses_for_a_while())
    assert told.judgement.verdict is Verdict.PASS, str(told)


@pytest.mark.parametrize(("seconds", "verdict"), [(10, Verdict.PASS), (20, Verdict.INCONC)])
def test_nobody_waits_long_after_each_of_many_restarts(seconds: int, verdict: Verdict) -> None:
    """A longer Time to Wait ends the case, and accuses nobody."""

    def says(ric: MisbehavingRic, message: Message) -> Message | None:
        if not isinstance(message, m.E2setupResponse) or ric.count("setups") % 2:
            return message
        return m.E2setupFailure(message.transaction_id, ("misc", "control-processing-overload"), seconds)

    assert perform("E2AP-RESTART-107", Misbehaviour(says=says)).judgement.verdict is verdict


@pytest.mark.parametrize("case", ["E2AP-RESTART-101", "E2AP-RESTART-105", "E2AP-RESTART-108"])
def test_a_ric_may_refuse_who_comes_back(case: str) -> None:
    """Other cases are about that."""
    nth = 2 if case == "E2AP-RESTART-105" else 3
    assert perform(case, refuses_setup(nth=nth)).judgement.verdict is Verdict.INCONC


@pytest.mark.parametrize("misbehaviour", [complains(of(m.RICindication)), ends(of(m.RICindication))])
def test_an_old_report_may_be_reported_or_closed_upon(misbehaviour: Misbehaviour) -> None:
    """What a RIC makes of a report from before a restart is open."""
    assert perform("E2AP-RESTART-109", misbehaviour).judgement.verdict is Verdict.PASS


def test_a_late_answer_may_be_reported() -> None:
    """And so it is for an answer."""
    told = perform("E2AP-RESTART-111", complains(of(m.RICsubscriptionResponse)))
    assert told.judgement.verdict is Verdict.PASS, str(told)


def test_functions_may_be_rejected() -> None:
    """Each has to be accounted for, by acceptance or rejection."""

    def says(ric: MisbehavingRic, message: Message) -> Message | None:
        if not isinstance(message, m.E2setupResponse):
            return message
        why = cause("ran-function-not-supported", ric.edition)
        items = tuple(
            RANfunctionIDcause_Item(item.ran_function_id, why) for item in message.ran_functions_accepted or ()
        )
        return replace(message, ran_functions_accepted=None, ran_functions_rejected=items)

    for case in ("E2AP-RESTART-101", "E2AP-RESTART-102", "E2AP-RESTART-103"):
        assert perform(case, Misbehaviour(says=says)).judgement.verdict is Verdict.PASS

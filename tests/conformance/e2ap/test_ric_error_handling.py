"""What the cases about errors in requests find, and what they let pass."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from oran_harness.conformance.e2ap.ric_error_handling import (
    EXCHANGED_IES,
    REPEATED_IES,
    REQUESTS,
    UNKNOWN_IES,
    Request,
)
from oran_harness.model import Role, Verdict
from oran_harness.peers.actor import Command, End, Heard
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.message import Message
from oran_harness.steps.answers import answer
from oran_harness.steps.answers import refusal as failure_message
from oran_harness.steps.causes import cause
from tests.conformance.e2ap.misbehaving_ric import MisbehavingRic, Misbehaviour, mute
from tests.conformance.e2ap.performing_ric import Fault, assert_found, perform

React = Callable[[MisbehavingRic, Heard, Any], Sequence[Command]]
REFUSED = [(id, row) for id, row, criticality in UNKNOWN_IES if criticality == "reject"]
SERVED = [(id, row) for id, row, criticality in UNKNOWN_IES if criticality != "reject"]
CONSTRUCTED = [*REPEATED_IES, *EXCHANGED_IES]


def on_errors(react: React) -> Misbehaviour:
    """It does that about requests in which something is wrong."""

    def hears(ric: MisbehavingRic, heard: Heard, message: Message | None) -> Sequence[Command] | None:
        decoded = codec(ric.edition).decode(heard.octets)
        ours = decoded.outcome == "initiatingMessage" and decoded.name != "E2setupRequest"
        return react(ric, heard, message) if ours and not decoded.conforms else None

    return Misbehaviour(hears)


def fails(ric: MisbehavingRic, heard: Heard, message: Any) -> Sequence[Command]:
    """The failure message of the request."""
    failure = failure_message(message, cause("abstract-syntax-error-reject", ric.edition), ric.edition)
    assert failure is not None
    return (ric.say(heard.association, failure),)


def reports(ric: MisbehavingRic, heard: Heard, message: Any) -> Sequence[Command]:
    """An Error Indication that says little."""
    report = m.ErrorIndication(cause=cause("abstract-syntax-error-reject", ric.edition))
    return (ric.say(heard.association, report),)


def succeeds(ric: MisbehavingRic, heard: Heard, message: Any) -> Sequence[Command]:
    """As if nothing were wrong."""
    given = answer(message, by=Role.NEAR_RT_RIC, edition=ric.edition)
    return () if given is None else (ric.say(heard.association, given),)


def reports_and_succeeds(ric: MisbehavingRic, heard: Heard, message: Any) -> Sequence[Command]:
    return (*reports(ric, heard, message), *succeeds(ric, heard, message))


def says_nothing(ric: MisbehavingRic, heard: Heard, message: Any) -> Sequence[Command]:
    return ()


def closes(ric: MisbehavingRic, heard: Heard, message: Any) -> Sequence[Command]:
    return (End(heard.association, "shutdown"),)


FAULTS: tuple[Fault, ...] = (
    *((id, on_errors(succeeds)) for id, _ in (*REFUSED, *CONSTRUCTED)),
    *((id, on_errors(says_nothing)) for id, _ in (*SERVED, *REFUSED)),
    *((id, on_errors(closes)) for id, _ in SERVED[::2]),
    *((id, mute(row.done)) for id, row in SERVED[1::2]),
)


@pytest.mark.parametrize(("case", "misbehaviour"), FAULTS)
def test_faults_are_found(case: str, misbehaviour: Misbehaviour) -> None:
    """Each misbehaviour fails its case, and the near-RT RIC is blamed."""
    assert_found(case, misbehaviour)


@pytest.mark.parametrize(("case", "row"), [each for each in (*REFUSED, *CONSTRUCTED) if each[1].refused])
def test_a_failure_is_a_refusal(case: str, row: Request) -> None:
    """The failure message of the procedure, where there is one."""
    assert perform(case, on_errors(fails)).judgement.verdict is Verdict.PASS


@pytest.mark.parametrize(("case", "row"), [*REFUSED, *CONSTRUCTED])
def test_a_report_is_a_refusal(case: str, row: Request) -> None:
    """An Error Indication, as some implementations send it for everything."""
    assert perform(case, on_errors(reports)).judgement.verdict is Verdict.PASS


@pytest.mark.parametrize(("case", "row"), SERVED)
def test_a_report_may_come_beside_the_answer(case: str, row: Request) -> None:
    """Then the request is carried out all the same."""
    assert perform(case, on_errors(reports_and_succeeds)).judgement.verdict is Verdict.PASS


@pytest.mark.parametrize("react", [reports, says_nothing, closes])
def test_without_transaction_anything_but_success_will_do(react: React) -> None:
    """No answer can be filled."""
    assert perform("E2AP-NEG-170", on_errors(react)).judgement.verdict is Verdict.PASS


def test_plain_requests_have_to_be_carried_out() -> None:
    """They ask for nothing that a RIC might decline: the cases about skipped IEs want success."""
    assert [row.procedure for row in REQUESTS if row.make is row.plain] == ["Reset", "E2removal"]

"""What the cases about errors in messages without answer, and in answers, find and let pass."""

from collections.abc import Sequence

import pytest

from oran_harness.conformance.e2ap.ric_error_handling_messages import ANSWERS
from oran_harness.model import Role, Verdict
from oran_harness.peers.actor import Command, Die, End, Heard
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.message import Message
from oran_harness.steps.causes import cause
from tests.conformance.e2ap.misbehaving_ric import MisbehavingRic, Misbehaviour, mute
from tests.conformance.e2ap.performing_ric import Fault, assert_found, perform


def broken(ric: MisbehavingRic, heard: Heard) -> bool:
    return not codec(ric.edition).decode(heard.octets).conforms


def on_errors(*commands: Command, report: bool = False, close: bool = False) -> Misbehaviour:
    """It does that about whatever is wrong, and nothing else."""

    def hears(ric: MisbehavingRic, heard: Heard, message: Message | None) -> Sequence[Command] | None:
        if not broken(ric, heard):
            return None
        why = cause("abstract-syntax-error-reject", ric.edition)
        told = (ric.say(heard.association, m.ErrorIndication(cause=why)),) if report else ()
        return (*commands, *told, *((End(heard.association),) if close else ()))

    return Misbehaviour(hears)


FAULTS: tuple[Fault, ...] = (
    ("E2AP-NEG-171", on_errors(report=True)),
    ("E2AP-NEG-171", on_errors(close=True)),
    ("E2AP-NEG-172", mute(m.ErrorIndication)),
    ("E2AP-NEG-173", mute(m.ErrorIndication)),
    ("E2AP-NEG-174", mute(m.ErrorIndication)),
    ("E2AP-NEG-175", on_errors(report=True)),
)
LENIENT = ("E2AP-NEG-176", "E2AP-NEG-177", *(each.id for each in ANSWERS))


@pytest.mark.parametrize(("case", "misbehaviour"), FAULTS)
def test_faults_are_found(case: str, misbehaviour: Misbehaviour) -> None:
    """Each misbehaviour fails its case, and the near-RT RIC is blamed."""
    assert_found(case, misbehaviour)


@pytest.mark.parametrize("case", [*LENIENT, "E2AP-NEG-175"])
def test_a_crash_is_found(case: str) -> None:
    """Who does not outlive an error fails."""
    told = perform(case, on_errors(Die()))
    assert (told.judgement.verdict, told.judgement.blame) == (Verdict.FAIL, Role.NEAR_RT_RIC), str(told)


@pytest.mark.parametrize("case", LENIENT)
@pytest.mark.parametrize("misbehaviour", [on_errors(), on_errors(report=True), on_errors(close=True)])
def test_what_a_ric_does_at_home_is_its_own_affair(case: str, misbehaviour: Misbehaviour) -> None:
    """Silence, an Error Indication and closing are all fine."""
    told = perform(case, misbehaviour)
    assert told.judgement.verdict is Verdict.PASS, str(told)


@pytest.mark.parametrize("misbehaviour", [on_errors(), on_errors(close=True)])
def test_errors_in_errors_are_handled_at_home(misbehaviour: Misbehaviour) -> None:
    """All but another Error Indication."""
    assert perform("E2AP-NEG-175", misbehaviour).judgement.verdict is Verdict.PASS

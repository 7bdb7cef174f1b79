"""What the cases about Control find, and what they let pass."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from oran_harness.model import Verdict
from oran_harness.peers.actor import Command, Happening, Stimulus
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from tests.conformance.e2ap.misbehaving_ric import (
    MisbehavingRic,
    Misbehaviour,
    complains,
    dies,
    mute,
    of,
    puts,
)
from tests.conformance.e2ap.performing_ric import Fault, assert_found, perform

ONE_ID = e.RICrequestID(1, 1)


def expects_an_acknowledgement() -> Misbehaviour:
    """It lets TRICcontrol run for a control with NoAck."""

    def meets(ric: MisbehavingRic, happening: Happening) -> Sequence[Command] | Happening:
        return replace(happening, arguments={"ack": "ack"}) if isinstance(happening, Stimulus) else happening

    quiet = puts(m.RICcontrolRequest, ric_control_ack_request="noAck")
    return replace(quiet, meets=meets)


FAULTS: tuple[Fault, ...] = (
    ("E2AP-CTRL-101", mute(m.RICcontrolRequest)),
    ("E2AP-CTRL-101", puts(m.RICcontrolRequest, ran_function_id=99)),
    ("E2AP-CTRL-101", puts(m.RICcontrolRequest, ric_control_ack_request="noAck")),
    ("E2AP-CTRL-101", complains(of(m.RICcontrolAcknowledge))),
    ("E2AP-CTRL-102", expects_an_acknowledgement()),
    ("E2AP-CTRL-103", complains(of(m.RICcontrolFailure))),
    ("E2AP-CTRL-104", complains(of(m.RICcontrolFailure))),
    ("E2AP-CTRL-105", puts(m.RICcontrolRequest, ric_request_id=ONE_ID)),
    ("E2AP-CTRL-106", dies(of(m.RICcontrolAcknowledge))),
)


@pytest.mark.parametrize(("case", "misbehaviour"), FAULTS)
def test_faults_are_found(case: str, misbehaviour: Misbehaviour) -> None:
    """Each misbehaviour fails its case, and the near-RT RIC is blamed."""
    assert_found(case, misbehaviour)


def test_one_request_at_a_time_is_fine() -> None:
    """A RIC need not have two controls under way at once."""
    told = perform("E2AP-CTRL-105", mute(m.RICcontrolRequest, nth=2))
    assert told.judgement.verdict is Verdict.PASS, str(told)

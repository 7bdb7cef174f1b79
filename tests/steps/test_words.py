"""Steps and messages are told in words that a person can check against the chart."""

from typing import Any

import pytest

from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.message import Message
from oran_harness.steps import Close, ExpectEnd, Listen, Open, Pause, Send, Silence, Stimulate, Together, Wanted
from oran_harness.steps.words import message_text, messages_text, step_text
from tests.steps.record import REMOVAL_REFUSED, RESET, Record, expect


@pytest.mark.parametrize(
    ("step", "text"),
    [
        (expect(m.ResetRequest, m.E2setupRequest), "expect ResetRequest or E2setupRequest within 5 s"),
        (expect(m.ResetRequest, within=0.5, association="2"), "expect ResetRequest on association 2 within 0.5 s"),
        (expect(m.ResetRequest, optional=True), "hear ResetRequest within 5 s"),
        (Silence(Wanted((Message,)), 2.0), "expect silence for 2 s"),
        (Silence(Wanted((m.ResetRequest,)), 2.0), "expect no ResetRequest for 2 s"),
        (ExpectEnd(), "expect the end of the association within 5 s"),
        (ExpectEnd("1", 2.0), "expect the end of association 1 within 2 s"),
        (Open(), "open an association"),
        (Open(place="tcp://192.0.2.3:36421"), "wait for an association at tcp://192.0.2.3:36421"),
        (Listen(), "listen at another address as near-RT RIC 2"),
        (Close(), "shutdown of the association"),
        (Close("1", "abort"), "abort of association 1"),
        (Pause(1.5), "pause 1.5 s"),
        (Stimulate("reset"), "stimulate reset"),
        (Stimulate("reset", may_decline=True), "propose reset"),
        (Stimulate("subscribe", {"style": 1}), "stimulate subscribe (style=1)"),
        (Send(b"abc"), "send 3 octets"),
        (Send(b"abc", RESET), "send ResetRequest"),
        (Together((Pause(1.0), Open())), "together: pause 1 s; open an association"),
    ],
)
def test_steps(step: Any, text: str) -> None:
    """Each kind of step, with its limits."""
    assert step_text(step, 5.0) == text


def test_messages() -> None:
    """With cause, and with what is wrong; several are counted."""
    record = Record()
    refused = record.heard(REMOVAL_REFUSED, 1.0)
    broken = record.heard(b"\xff", 2.0)
    assert message_text(refused) == "E2RemovalFailure (cause misc: unspecified)"
    assert message_text(broken).startswith("undecodable octets, which does not conform: ")
    assert messages_text([refused, broken, refused]) == "2 E2RemovalFailure, undecodable octets"

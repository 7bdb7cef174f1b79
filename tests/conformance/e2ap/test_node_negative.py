"""What the cases about protocol errors find in an E2 node, and let pass."""

from collections.abc import Sequence

import pytest

from oran_harness.model import Verdict
from oran_harness.peers.actor import Command, Heard
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.message import Message
from oran_harness.steps.causes import cause
from tests.conformance.e2ap.misbehaving_ric import (
    MisbehavingRic,
    Misbehaviour,
    complains,
    ends,
    longer_than,
    mute,
    of,
    unread,
)
from tests.conformance.e2ap.performing_node import assert_found, perform
from tests.conformance.e2ap.performing_ric import Fault
from tests.conformance.e2ap.test_node_subscriptions import admits


def falls_silent(on: object) -> Misbehaviour:
    """From that message on it answers nothing any more, on any association, and keeps them all open."""
    silent: list[bool] = []

    def hears(ric: MisbehavingRic, heard: Heard, message: Message | None) -> Sequence[Command] | None:
        silent.extend([True] if on(message, heard.octets) else [])  # type: ignore[operator]
        return () if silent else None

    return Misbehaviour(hears)


def admits_blindly(nth: int = 1) -> Misbehaviour:
    """It admits a subscription even if something is wrong with it."""

    def hears(ric: MisbehavingRic, heard: Heard, message: Message | None) -> Sequence[Command] | None:
        if not isinstance(message, m.RICsubscriptionRequest) or ric.count("subscriptions") < nth:
            return None
        return (ric.say(heard.association, admits(message, ric.edition)),)

    return Misbehaviour(hears)


def refuses_the_second() -> Misbehaviour:
    def hears(ric: MisbehavingRic, heard: Heard, message: Message | None) -> Sequence[Command] | None:
        if not isinstance(message, m.RICsubscriptionRequest) or ric.count("subscriptions") < 2:
            return None
        why = cause("misc/unspecified", ric.edition)
        failure = m.RICsubscriptionFailure(message.ric_request_id, message.ran_function_id, why)
        return (ric.say(heard.association, failure),)

    return Misbehaviour(hears)


def silent_on_a_second(kind: type[Message]) -> Misbehaviour:
    """It hangs when a message comes for the second time."""

    def hears(ric: MisbehavingRic, heard: Heard, message: Message | None) -> Sequence[Command] | None:
        if isinstance(message, kind):
            ric.count("heard")
        return () if ric.counts.get("heard", 0) >= 2 else None

    return Misbehaviour(hears)


def unknown_procedure(message: Message | None, octets: bytes) -> bool:
    return octets[1:2] == b"\xfa"


FAULTS: tuple[Fault, ...] = (
    ("E2AP-NEG-201", falls_silent(unread)),
    ("E2AP-NEG-202", falls_silent(longer_than(60000))),
    ("E2AP-NEG-203", mute(m.ErrorIndication)),
    ("E2AP-NEG-203", falls_silent(unknown_procedure)),
    ("E2AP-NEG-204", complains(unknown_procedure)),
    ("E2AP-NEG-205", falls_silent(of(m.RICserviceUpdateAcknowledge))),
    ("E2AP-NEG-206", falls_silent(of(m.RICindication))),
    ("E2AP-NEG-207", admits_blindly()),
    *((f"E2AP-NEG-{number}", admits_blindly(2)) for number in (208, 209, 211, 212)),
    ("E2AP-NEG-210", refuses_the_second()),
    ("E2AP-NEG-213", silent_on_a_second(m.E2setupResponse)),
)


@pytest.mark.parametrize(("case", "misbehaviour"), FAULTS)
def test_faults_are_found(case: str, misbehaviour: Misbehaviour) -> None:
    """Each misbehaviour fails its case, and the E2 node is blamed."""
    assert_found(case, misbehaviour)


@pytest.mark.parametrize("case", ["E2AP-NEG-201", "E2AP-NEG-202"])
def test_closing_after_nonsense_is_fine(case: str) -> None:
    """A node that closes the association on octets that it cannot decode, and comes back, has done nothing wrong."""
    told = perform(case, ends(unread))
    assert told.judgement.verdict is Verdict.PASS, str(told)


def test_silence_on_nonsense_is_fine() -> None:
    """An Error Indication is a "should" (E2AP 10.2): silence accuses nobody."""
    told = perform("E2AP-NEG-201", mute(m.ErrorIndication))
    assert told.judgement.verdict is Verdict.PASS, str(told)

"""Diagnoses, from what was recorded."""

from dataclasses import replace
from typing import Any

import pytest

from oran_harness.model import DiagnosisKind, Event, EventKind, Role
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.messages import E2setupFailure, ErrorIndication
from oran_harness.runner.contact import Contact, contact_of
from oran_harness.runner.diagnosis import Circumstances, diagnose, fitting_edition
from oran_harness.steps.answers import setup_response
from oran_harness.steps.offers import node_offer, setup_request
from oran_harness.transports.failure import failure, no_answer
from tests.runner.test_contact import NODE, RIC, event

AT_RIC = Circumstances(Role.NEAR_RT_RIC, "sctp://192.0.2.1:36421", "3.01", 10, 5)
AT_NODE = Circumstances(Role.E2_NODE, "sctp://0.0.0.0:36421", "3.01", 30, 5)
UP = event(1, EventKind.UP, NODE)
K = DiagnosisKind


def said(n: int, source: str, message: Any, edition: str = "3.01") -> Event:
    """A message."""
    return event(n, EventKind.OCTETS, source, octets=codec(edition).encode(message), message=message.NAME, ppid=70)


def request(edition: str = "3.01") -> Any:
    """A node's E2 Setup."""
    return setup_request(node_offer(edition=edition), None if edition == "1.01" else 1)


def response(edition: str = "3.01") -> Any:
    """A RIC's answer to it."""
    return setup_response(request(edition), edition=edition)


def refused(reason: str) -> Contact:
    """Nobody was reached."""
    return Contact(False, (), None, None, None, reason)


@pytest.mark.parametrize(
    ("error", "kind", "words"),
    [
        (ConnectionRefusedError(111, "refused"), K.NOBODY_LISTENS, "the SCTP INIT was answered by ABORT"),
        (TimeoutError(110, "timed out"), K.NO_ANSWER, "the SCTP INIT was not answered"),
        (OSError(113, "no route"), K.UNREACHABLE, "no way from this machine"),
        (OSError(104, "reset"), K.NO_ASSOCIATION, "reset the association while"),
    ],
)
def test_where_nobody_is_reached(error: OSError, kind: DiagnosisKind, words: str) -> None:
    """The operating system's error tells why."""
    found = diagnose(refused(str(failure(AT_RIC.address, error))), AT_RIC)
    assert (found.kind, found.hopeless) == (kind, True)
    assert words in found.seen


def test_what_else_is_no_association() -> None:
    """A time limit of our own, an unknown name, a node that does not come, a process that ended first."""
    assert diagnose(refused(str(no_answer(AT_RIC.address, 10))), AT_RIC).kind is K.NO_ANSWER
    assert diagnose(refused("The host of sctp://a:1 is not known: ..."), AT_RIC).kind is K.UNKNOWN_HOST
    nobody = Contact(False, (), None, None, None)
    # Our own time limit may be over before the transport's.
    assert diagnose(nobody, replace(AT_RIC, dialled=True)).kind is K.NO_ANSWER
    assert diagnose(nobody, AT_NODE).seen == "The E2 node did not connect to sctp://0.0.0.0:36421 within 30 s."
    died = diagnose(nobody, replace(AT_NODE, died="exit status 1"))
    assert (died.kind, died.seen) == (K.NOT_STARTED, "The E2 node ended before it had an association: exit status 1.")


@pytest.mark.parametrize(
    ("events", "kind", "words"),
    [
        (
            [said(3, RIC, ErrorIndication(1, cause=("protocol", "semantic-error")))],
            K.ERROR_INDICATION,
            "semantic-error",
        ),
        ([said(3, RIC, E2setupFailure(1, ("misc", "unspecified"), 5))], K.REFUSED, "Time to Wait 5 s"),
        ([said(3, RIC, response("1.01"), "1.01")], K.OTHER_EDITION, "speaks E2AP 1.01"),
        ([said(3, RIC, response()), event(4, EventKind.SHUTDOWN, RIC)], K.LEAVES_AFTER_SETUP, "closed the association"),
        ([said(3, RIC, response())], K.BROKEN_SETUP, "does not answer our request"),
        ([event(3, EventKind.OCTETS, RIC, octets=b"GET / HTTP/1.1")], K.NOT_E2AP, "'GET / HTTP/1.1'"),
        ([event(3, EventKind.DOWN, RIC)], K.LEAVES_AT_ONCE, "was heard no more right after our E2setupRequest"),
    ],
)
def test_a_ric_that_does_not_set_up(events: list[Event], kind: DiagnosisKind, words: str) -> None:
    """What it did instead."""
    ours = said(2, NODE, request())
    found = diagnose(contact_of([UP, ours, *events], Role.NEAR_RT_RIC), AT_RIC)
    assert (found.kind, found.hopeless) == (kind, kind in (K.OTHER_EDITION, K.NOT_E2AP, K.REFUSED))
    assert words in found.seen


def test_a_node_whose_setup_conforms_to_nothing() -> None:
    """What is wrong with it is said."""
    octets = codec("3.01").encode(request())[:-40]
    broken = event(2, EventKind.OCTETS, NODE, octets=octets, message="E2setupRequest", ppid=70)
    found = diagnose(contact_of([UP, broken], Role.E2_NODE), AT_NODE)
    assert found.kind is K.BROKEN_SETUP
    assert found.seen.startswith("The E2setupRequest of the E2 node conforms to no edition of E2AP: ")


def test_a_node_that_complains_of_our_response() -> None:
    """By an Error Indication, and stays."""
    complaint = said(4, NODE, ErrorIndication(1, cause=("protocol", "semantic-error")))
    events = [UP, said(2, NODE, request()), said(3, RIC, response()), complaint]
    assert diagnose(contact_of(events, Role.E2_NODE), AT_NODE).kind is K.ERROR_INDICATION


def test_the_edition_that_fits() -> None:
    """The one that was tried with success, else the one that is heard; none where it is ours."""
    heard = contact_of([UP, said(2, NODE, request("1.01"), "1.01")], Role.E2_NODE)
    assert fitting_edition(heard, AT_NODE) == "1.01"
    assert fitting_edition(contact_of([UP, said(2, NODE, request())], Role.E2_NODE), AT_NODE) is None
    assert fitting_edition(heard, replace(AT_NODE, answers_to="2.03")) == "2.03"
    found = diagnose(contact_of([UP, said(2, NODE, request())], Role.NEAR_RT_RIC), replace(AT_RIC, answers_to="1.01"))
    assert "does it in E2AP 1.01" in found.seen
    assert "--e2ap 1.01" in found.advice

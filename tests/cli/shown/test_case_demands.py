"""What a case demands is read from its own body."""

from typing import Any

from oran_harness import conformance
from oran_harness.cli.shown.case_demands import demands
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import E2setupRequest, ResetRequest
from oran_harness.steps import Peer, check

REASON = "This is said once by a constant"


async def body(peer: Peer) -> None:
    requirement = f"Something that {peer.sut} has to do comes first"
    await peer.expect(E2setupRequest, requirement=requirement)
    await peer.expect(E2setupRequest, ResetRequest)
    await peer.silence(ResetRequest, lasting=1)
    check(True, REASON, expected=1, actual=1)
    check(True, f"{requirement}, and a second time", expected=1, actual=1)
    check(True, REASON, expected=1, actual=1)


def test_sentences_and_messages() -> None:
    """Requirements in their order, each once; messages where nothing is said; what is not known reads as dots."""
    assert demands(body) == [
        "Something that ... has to do comes first",
        "E2setupRequest or ResetRequest comes",
        "No ResetRequest comes",
        REASON,
        "Something that ... has to do comes first, and a second time",
    ]


async def hears_anything(peer: Peer) -> None:
    await peer.expect(Message)


def test_any_message() -> None:
    """The class of all of them is no name that people know."""
    assert demands(hears_anything) == ["A message comes"]


def test_what_a_body_calls() -> None:
    """Functions of the suite are read too, the preambles are not."""
    found = demands(conformance.find("E2AP-SUBDEL-205").body)
    assert "The Delete of a subscription that stands is answered by its response (E2AP 8.2.2.2)" in found
    assert not any("E2setup" in each for each in found)


def test_almost_every_case_says_what_it_demands() -> None:
    """Few rest on the rules alone."""
    silent = [case.id for case in conformance.load() if not demands(case.body)]
    assert len(silent) < len(conformance.load()) / 20, silent


def test_what_has_no_source_demands_nothing() -> None:
    """A builtin, say."""
    anything: Any = len
    assert demands(anything) == []

"""What a flaw takes notice of."""

import pytest

from oran_harness.model.complaint import ComplaintKind
from oran_harness.peers.flaws.recognition import (
    Test,
    broken,
    broken_where,
    longer_than,
    of,
    undecodable,
    unknown_answer,
    unknown_procedure,
    wrong_by,
)
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.codec import codec
from tests.peers.flaws.near_rt_ric.script import GNB, UNKNOWN_PROCEDURE, WHY, setup_request, with_an_unknown_ie

CODEC = codec("3.01")
RESET = CODEC.encode(m.ResetRequest(3, WHY))
SETUP = setup_request(GNB, 1)


@pytest.mark.parametrize(
    ("test", "octets", "noticed"),
    [
        (of(m.ResetRequest), RESET, True),
        (of(m.ResetResponse), RESET, False),
        (of(m.ResetRequest, m.ResetResponse, where=lambda message: message.transaction_id == 3), RESET, True),
        (of(m.ResetRequest, where=lambda message: message.transaction_id == 4), RESET, False),
        (of(m.ResetRequest), b"\xff" * 9, False),
        (undecodable, b"\xff" * 9, True),
        (undecodable, b"", True),
        (undecodable, RESET, False),
        (undecodable, UNKNOWN_PROCEDURE, False),
        (unknown_procedure, UNKNOWN_PROCEDURE, True),
        (unknown_procedure, RESET, False),
        (unknown_procedure, b"\xff" * 9, False),
        (broken(m.E2setupRequest), with_an_unknown_ie(SETUP), True),
        (broken(m.E2setupRequest), CODEC.encode(SETUP), False),
        (broken(m.E2setupRequest), RESET[:-1], False),
        (of(m.E2setupRequest), with_an_unknown_ie(SETUP), True),
        (of(m.E2setupRequest, where=lambda request: True), with_an_unknown_ie(SETUP), False),
        (broken_where(m.E2setupRequest, lambda request: True), with_an_unknown_ie(SETUP), True),
        (broken_where(m.E2setupRequest, lambda request: False), with_an_unknown_ie(SETUP), False),
        (broken_where(m.E2setupRequest, lambda request: True), CODEC.encode(SETUP), False),
        (wrong_by(ComplaintKind.UNKNOWN_IE), with_an_unknown_ie(SETUP), True),
        (wrong_by(ComplaintKind.UNKNOWN_IE, name=m.E2setupRequest.NAME), with_an_unknown_ie(SETUP), True),
        (wrong_by(ComplaintKind.UNKNOWN_IE, name=m.ResetRequest.NAME), with_an_unknown_ie(SETUP), False),
        (wrong_by(ComplaintKind.TRAILING_OCTETS), RESET + b"\x00", True),
        (wrong_by(ComplaintKind.TRAILING_OCTETS), RESET, False),
        (unknown_answer, UNKNOWN_PROCEDURE, False),
        (unknown_answer, b"\x20" + UNKNOWN_PROCEDURE[1:], True),
        (unknown_answer, RESET, False),
        (longer_than(8), b"\x00" * 9, True),
        (longer_than(8), b"\x00" * 8, False),
    ],
)
def test_what_is_noticed(test: Test, octets: bytes, noticed: bool) -> None:
    """Types and what is in them; what cannot be read, or not be known; what is too long."""
    assert test(CODEC.decode(octets)) is noticed

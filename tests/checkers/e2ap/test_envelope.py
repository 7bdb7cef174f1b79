"""Rules about octets that are no E2AP message, or not quite."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.model import HARNESS
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.codec import codec
from tests.checkers.scene import NODE, RIC, Case, Scene, case, check_broken, check_kept, indication, setup_request

RESET = m.ResetRequest(7, ("misc", "unspecified"))
RESPONSE = m.ResetResponse(7)


def octets(message: m.ResetRequest | m.E2setupRequest | m.RICindication | m.ResetResponse) -> bytes:
    """A message of edition 7.00 on the wire."""
    return codec("7.00").encode(message)


def clean(scene: Scene) -> None:
    """A Setup, then a Reset and its answer."""
    scene.set_up().ric(RESET).node(RESPONSE)


def patched(message: bytes, old: str, new: str) -> bytes:
    """Octets with one stretch exchanged for another, and the length of the whole corrected (both below 128)."""
    before, after = bytes.fromhex(old), bytes.fromhex(new)
    assert message.count(before) == 1
    written = bytearray(message.replace(before, after))
    written[3] += len(after) - len(before)
    return bytes(written)


def reset(ies: str) -> bytes:
    """A Reset request of two IEs, in hexadecimal."""
    content = b"\0\0\2" + bytes.fromhex(ies.replace(" ", ""))
    return bytes((0, 3, 0, len(content))) + content


def named(text: bytes) -> bytes:
    """A Setup request whose function has an OID that begins so, with five characters."""
    request = octets(setup_request())
    assert request.count(b"1.3.6") == 1
    return request.replace(b"1.3.6", text)


def gnb_id_of_33_bits() -> bytes:
    """A Setup request in which one bit more makes the gNB-ID of 32 bits too long."""
    return patched(
        octets(setup_request()), "0003 0009 0000f110 38 00000008".replace(" ", ""), "0003000a0000f110580000000880"
    )


CASES = (
    case("E2AP-UNDECODABLE", NODE, lambda s: s.set_up().octets(NODE, b"\xff" * 20), clean),
    case("E2AP-TRAILING-OCTETS", RIC, lambda s: s.set_up().octets(RIC, octets(RESET) + b"\0").node(RESPONSE), clean),
    case(
        "E2AP-OPEN-TYPE",
        RIC,
        # Transaction ID 7 in an open type of three octets instead of two.
        lambda s: s.set_up().octets(RIC, reset("0031 00 03 000700  0001 40 01 50")).node(RESPONSE),
        clean,
    ),
    case(
        "E2AP-TRUNCATED",
        RIC,
        # The Transaction ID's open type holds one octet of the two that the value needs.
        lambda s: s.set_up().octets(RIC, reset("0031 00 01 00  0001 40 01 50")),
        clean,
    ),
    case(
        "E2AP-MALFORMED",
        RIC,
        # A length of 2 in two octets.
        lambda s: s.set_up().octets(RIC, reset("0031 00 8002 0007  0001 40 01 50")).node(RESPONSE),
        clean,
    ),
    case(
        "E2AP-PADDING",
        RIC,
        # The cause ends four bits before its octet does.
        lambda s: s.set_up().octets(RIC, reset("0031 00 02 0007  0001 40 01 51")).node(RESPONSE),
        lambda s: s.set_up().octets(RIC, reset("0031 00 02 0007  0001 40 01 50")).node(RESPONSE),
    ),
    case(
        "E2AP-OUT-OF-RANGE",
        NODE,
        # RAN Function ID ffff where 0fff, 4095, is the highest.
        lambda s: (
            s.set_up()
            .subscribed()
            .octets(NODE, patched(octets(indication(of=4095)), "000500020fff", "00050002ffff"), stream=1)
        ),
        lambda s: s.set_up().subscribed().node(indication()),
        "E2AP-INDICATION-FUNCTION",
    ),
    case("E2AP-STRING-ALPHABET", NODE, lambda s: s.up().octets(NODE, named(b"1_3.6")), clean),
    case("E2AP-NODE-ID-LENGTH", NODE, lambda s: s.up().octets(NODE, gnb_id_of_33_bits()), clean),
    case(
        "E2AP-UNKNOWN-ALTERNATIVE",
        RIC,
        # The seventh group of causes, of six.
        lambda s: s.set_up().octets(RIC, reset("0031 00 02 0007  0001 40 01 60")).node(RESPONSE),
        clean,
    ),
    case(
        "E2AP-NEWER-VALUE",
        None,
        # The second group of causes behind the extension marker.
        lambda s: s.set_up().octets(RIC, reset("0031 00 02 0007  0001 40 03 810100")).node(RESPONSE),
        clean,
    ),
    case(
        "E2AP-UNKNOWN-PROCEDURE",
        NODE,
        # The failure message that Reset does not have.
        lambda s: s.set_up().ric(RESET).octets(NODE, bytes.fromhex("40030009 000001 003100020007")).node(RESPONSE),
        clean,
    ),
    case("E2AP-NEWER-PROCEDURE", None, lambda s: s.set_up().octets(NODE, bytes((0, 25, 0, 3, 0, 0, 0))), clean),
)


@pytest.mark.parametrize("row", CASES, ids=lambda row: row.rule)
def test_broken(row: Case) -> None:
    """Each rule fires where its requirement is broken, and blames who broke it."""
    check_broken(row)


@pytest.mark.parametrize("row", CASES, ids=lambda row: row.rule)
def test_kept(row: Case) -> None:
    """Each rule is silent where its requirement is kept."""
    check_kept(row)


@pytest.mark.parametrize(("code", "words"), [(24, "8.00 has it"), (200, "no edition")])
def test_a_procedure_beyond_the_known_editions(code: int, words: str) -> None:
    """What newer editions may have is told apart from what one is known to have."""
    (found,) = Scene().set_up().octets(NODE, bytes((0, code, 0, 3, 0, 0, 0))).findings()
    assert (found.rule, found.blame) == ("E2AP-NEWER-PROCEDURE", None)
    assert words in found.message


@given(st.binary(max_size=64))
@settings(max_examples=150, database=None, deadline=None)
def test_any_octets_are_judged(message: bytes) -> None:
    """Whatever octets come, each is judged without an exception, and no fault is the harness's."""
    scene = Scene().set_up().octets(NODE, message).octets(RIC, message)
    assert HARNESS not in {blame for _, blame in scene.fired()}

"""Rules about frames."""

import pytest

from oran_harness.protocols.netconf import BASE_1_0, speaking
from oran_harness.protocols.netconf.breach_kind import BreachKind as Kind
from tests.checkers.netconf.scene import CELLS, CLIENT, MANAGER, PROVIDER, SERVER, Case, case, check_broken, wrong
from tests.checkers.netconf.scene import wrong_hello as hello

CASES = (
    case(Kind.NO_CHUNK, PROVIDER, wrong("chunk-size-too-small", SERVER), Kind.UNANSWERED),
    case(Kind.BAD_CHUNK_HEADER, MANAGER, wrong("chunk-size-hexadecimal", CLIENT)),
    case(Kind.CHUNK_SIZE_OVER_LIMIT, PROVIDER, wrong("chunk-size-over-limit", SERVER), Kind.UNANSWERED),
    case(Kind.CHUNK_SIZE_ZERO, PROVIDER, wrong("chunk-size-zero", SERVER)),
    case(Kind.CHUNK_SIZE_LEADING_ZERO, PROVIDER, wrong("chunk-size-leading-zero", SERVER)),
    case(Kind.NO_OCTETS, PROVIDER, wrong("no-chunk", SERVER)),
    case(Kind.STRAY_OCTETS, PROVIDER, wrong("stray-newline", SERVER)),
    case(Kind.OVERSIZE, None, wrong("chunk-size-at-limit", SERVER), Kind.UNANSWERED),
    case(Kind.CUT_OFF, None, wrong("no-end-of-chunks", SERVER), Kind.UNANSWERED),
    case(Kind.HELLO_IN_CHUNKS, PROVIDER, hello("hello-in-chunks", SERVER)),
    case(Kind.NOT_IN_CHUNKS, MANAGER, wrong("end-of-message", CLIENT)),
    case(
        Kind.CHUNKS_NOT_AGREED,
        PROVIDER,
        lambda s: s.hellos(server=(BASE_1_0,)).ask().wrongly("chunks", SERVER, speaking.data(s.asked[-1], CELLS)),
        Kind.NO_BASE_1_1,
    ),
)


@pytest.mark.parametrize("row", CASES, ids=lambda row: row.rule)
def test_it_fires(row: Case) -> None:
    """Each rule fires where its kind of breach is, and blames whoever sent the octets."""
    check_broken(row)

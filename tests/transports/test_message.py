"""What may be sent over any link."""

import pytest

from oran_harness.model import UsageError
from oran_harness.transports import LARGEST_MESSAGE
from oran_harness.transports.message import check_message


def test_the_bounds_are_within() -> None:
    """1 octet and 16 MiB, streams 0 and 65535, PPIDs 0 and 2^32 - 1 may be sent."""
    check_message(b"x", 0, 0)
    check_message(bytes(LARGEST_MESSAGE), 65_535, 0xFFFF_FFFF)


@pytest.mark.parametrize(
    ("octets", "stream", "ppid", "why"),
    [
        (b"", 0, 70, "at least one octet"),
        (bytes(LARGEST_MESSAGE + 1), 0, 70, "at most 16777216 octets, and this one has 16777217"),
        (b"x", -1, 70, "from 0 to 65535, not -1"),
        (b"x", 65_536, 70, "from 0 to 65535, not 65536"),
        (b"x", 0, -1, "from 0 to 4294967295, not -1"),
        (b"x", 0, 1 << 32, "from 0 to 4294967295, not 4294967296"),
    ],
)
def test_beyond_the_bounds(octets: bytes, stream: int, ppid: int, why: str) -> None:
    """Anything beyond is refused, and the sentence says what it was and what may be."""
    with pytest.raises(UsageError, match=why):
        check_message(octets, stream, ppid)

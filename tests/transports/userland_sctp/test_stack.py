"""libusrsctp in this process: numbers for ports and far ends, and what is left open."""

import subprocess
import sys

from oran_harness.transports.userland_sctp.stack import NOBODY, stack
from tests.transports.userland_sctp.places import NEEDED, PLACE

pytestmark = NEEDED

LEAVING = """
import asyncio, sys
from oran_harness.transports import connect, listen
async def main():
    listener = await listen(sys.argv[1])
    near = await connect(listener.uri)
    far = await listener.accept()
    await near.send(bytes(100_000))
    sys.left = listener, near, far
asyncio.run(main())
print("left", flush=True)
asyncio.run(main())
print("left", flush=True)
"""


def test_a_process_may_leave_everything_open() -> None:
    """A loop that ends with associations open, and a process that does, end at once and without a word."""
    command = [sys.executable, "-c", LEAVING, PLACE.listen]
    done = subprocess.run(command, capture_output=True, text=True, timeout=20, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "left\nleft\n", "")


class Nowhere:
    """A way that loses everything."""

    def send(self, packet: object) -> None:
        """Lose it."""


def test_numbers_of_ports_are_given_back() -> None:
    """Each use of a port has a number of its own until the last endpoint left it; none is the one where nobody is."""
    here = stack()
    first, second = here.take_port(36421), here.take_port(36421)
    assert first != second
    assert NOBODY not in (first, second)
    here.share_port(first)
    here.leave_port(first)
    here.leave_port(first)
    here.leave_port(second)


def test_numbers_of_far_ends_are_used_again() -> None:
    """There are only as many as were ever needed at once: the library looks through all of them."""
    here = stack()
    for handle in [here.add_way(Nowhere()) for _ in range(3)]:
        here.forget_way(handle)
    seen = set()
    for _ in range(2_000):
        handle = here.add_way(Nowhere())
        seen.add(handle)
        here.forget_way(handle)
    assert len(seen) < 1_000
    assert not seen & set(here.ways)


def test_the_checksum_is_that_of_sctp() -> None:
    """CRC32c of "123456789" is E3069283 (RFC 3720 B.4 has the polynomial); it is stored with its low octet first."""
    here = stack()
    assert here.checksum(here.ffi.from_buffer("char[]", b"123456789"), 9).to_bytes(4, sys.byteorder).hex() == "839206e3"

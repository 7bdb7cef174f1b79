"""Where tests listen: at an address of loopback that no other process of tests has, so that UDP port 9899 is free."""

import os
import socket

import pytest

from oran_harness.transports import userland_sctp_missing
from tests.transports.associations import Place

NEEDED = pytest.mark.skipif(
    userland_sctp_missing() is not None,
    reason="SCTP in user space needs libusrsctp2 (apt install libusrsctp2) and cffi (pip install cffi)",
)


def own_host() -> str:
    """An address of loopback for this process."""
    number = os.getpid()
    return f"127.{1 + (number >> 16) % 250}.{(number >> 8) % 256}.{1 + number % 254}"


PLACE = Place(f"sctp+udp://{own_host()}:0")


def free_udp_port() -> int:
    """A UDP port that nobody has at this moment, on all addresses."""
    with socket.socket(socket.AF_INET6, socket.SOCK_DGRAM) as found:
        found.bind(("::", 0))
        return int(found.getsockname()[1])

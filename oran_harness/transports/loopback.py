"""An address of loopback where nobody has the UDP port of SCTP over UDP."""

import random
import socket

from oran_harness.transports.address import ENCAPSULATION_PORT


def own_loopback() -> str:
    """One of the addresses in 127.0.0.0/8, all of which are this machine's (Linux).

    Raises ``OSError`` if the port is taken everywhere, as by a program that has it at all addresses.
    """
    attempts = 16
    while True:
        attempts -= 1
        host = f"127.{random.randrange(1, 255)}.{random.randrange(256)}.{random.randrange(1, 255)}"
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as found:
            try:
                found.bind((host, ENCAPSULATION_PORT))
            except OSError:
                if not attempts:
                    raise
            else:
                return host

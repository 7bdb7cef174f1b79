"""SCTP in user space, each packet in a UDP datagram (RFC 6951), by libusrsctp: for machines whose kernel has no SCTP.

* ``library`` - libusrsctp, loaded through cffi when it is used first
* ``stack`` - the one of this process: packets out, time, and who is told that something happened
* ``options``, ``endpoint`` - its socket options and structures, and one socket of it
* ``packet`` - what a packet must be before the library is given it
* ``way``, ``destination``, ``carrier`` - far ends, our addresses that they know, and UDP sockets that carry packets
* ``link`` - one association
* ``listener``, ``ends`` - listening and connecting
"""

from oran_harness.transports.userland_sctp.ends import connect_userland_sctp, listen_userland_sctp
from oran_harness.transports.userland_sctp.library import missing
from oran_harness.transports.userland_sctp.link import UserlandSctpLink

__all__ = [
    "UserlandSctpLink",
    "connect_userland_sctp",
    "listen_userland_sctp",
    "missing",
]

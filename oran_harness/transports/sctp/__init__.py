"""The kernel's SCTP, one-to-one style, by sockets of the standard library.

* ``options`` - socket options and control messages as numbers and structures
* ``notification`` - what the kernel tells between messages
* ``parts`` - messages that come in parts
* ``link`` - one association
* ``ends`` - connecting and listening
"""

from oran_harness.transports.sctp.ends import connect_sctp, kernel_sctp_available, listen_sctp
from oran_harness.transports.sctp.link import SctpLink

__all__ = ["SctpLink", "connect_sctp", "kernel_sctp_available", "listen_sctp"]

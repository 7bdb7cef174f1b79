"""Attempts at the transport of a SUT, made on the wire.

* ``making`` - which module makes which attempt
* ``tls_hello`` - hellos of TLS that we write ourselves, as OpenSSL offers no old versions
* ``tls_login``, ``certificates`` - TLS with certificates of any kind, which we issue
* ``ssh_hello``, ``ssh_login``, ``ssh_audit`` - what SSH offers, and who is let in
* ``tampering`` - a session by way of somebody who deals with its octets
"""

from oran_harness.drivers.attempts.making import NO_MEANS, Means, Unmakeable, make_attempt
from oran_harness.drivers.attempts.receiving import receive_visit

__all__ = ["NO_MEANS", "Means", "Unmakeable", "make_attempt", "receive_visit"]

"""NETCONF sessions over TLS with mutual authentication (RFC 7589), also called home (RFC 8071).

* ``context`` - what we show, whom we trust and which TLS we agree on
* ``handshake`` - TLS over a connected socket until both have shown who they are
* ``refusal`` - why there is no TLS, as a sentence that says what to do
* ``user_name`` - which user a client's certificate is (cert-to-name)
* ``link`` - one session
* ``ends`` - listening and connecting
"""

from oran_harness.transports.netconf_tls.context import context_of
from oran_harness.transports.netconf_tls.ends import connect_netconf_tls, listen_netconf_tls
from oran_harness.transports.netconf_tls.link import TlsLink

__all__ = ["TlsLink", "connect_netconf_tls", "context_of", "listen_netconf_tls"]

"""NETCONF sessions over SSH (RFC 6242), each a channel of the subsystem netconf, also called home (RFC 8071).

* ``keys`` - our private key, and the keys of users
* ``host_key`` - whether a server's host key is the right one
* ``groups`` - none that is too small
* ``options`` - asyncssh's settings for our side
* ``guesses`` - how often passwords were wrong
* ``server`` - who may log in, and which sessions begin
* ``session``, ``link`` - one session
* ``refusal`` - why there is none, as a sentence that says what to do
* ``ends`` - listening and connecting
"""

from oran_harness.transports.ssh.ends import connect_ssh, listen_ssh, securing
from oran_harness.transports.ssh.link import SshLink

__all__ = ["SshLink", "connect_ssh", "listen_ssh", "securing"]

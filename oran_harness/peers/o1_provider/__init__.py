"""A managed element on O1, sans-IO: NETCONF sessions, datastores, notifications (RFC 6241, O-RAN.WG10 O1).

* ``provider`` - the actor; ``config`` what it is made of; ``element`` what its sessions share; ``session`` one of them
* ``answering`` - answers to requests: ``request``, ``parameters``, and ``operations``, each with what answers it
* ``datastore`` - what running, candidate and startup hold; ``answers`` - what was read from them before
* ``locks``, ``pending_commit`` - what a session holds; ``manner`` - how it treats requests and messages
* ``state_data``, ``library``, ``capabilities`` - what it says of itself; ``put``, ``names`` - elements
* ``event_log``, ``streams``, ``subscription``, ``happened`` - notifications; ``supervision`` - the watchdog
"""

from oran_harness.peers.o1_provider.config import ProviderConfig
from oran_harness.peers.o1_provider.provider import O1Provider

__all__ = ["O1Provider", "ProviderConfig"]

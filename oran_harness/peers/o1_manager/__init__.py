"""A manager on O1, sans-IO: NETCONF sessions with managed elements (RFC 6241, O-RAN.WG10 O1, O-RAN.WG4 M-plane).

* ``manager`` - the actor; ``config`` what it is made of; ``session`` one of its sessions
* ``dialogue`` - operations one after the other; ``dialogues`` those that there are; ``operations`` what they ask for
* ``stimuli`` - what it does when someone asks for it
"""

from oran_harness.peers.o1_manager.config import ManagerConfig
from oran_harness.peers.o1_manager.manager import O1Manager

__all__ = ["ManagerConfig", "O1Manager"]

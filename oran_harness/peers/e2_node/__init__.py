"""The reference E2 node, sans-IO: complete for every procedure of E2AP up to 7.00.

* ``config`` - what a node is; ``node`` - the actor; ``stimuli`` - what it can be asked to do
* ``rics`` - the near-RT RICs that it goes to; ``interface`` - the one with each of them, which has all below of its own
* ``state`` - everything it knows; ``link``, ``own_requests``, ``subscription_table``, ``node_function`` - what that is
* ``associations`` - opened, up, over; ``dispatch`` - from octets to a procedure; ``turn`` - one message being served
* ``initiation`` - how a procedure of the node's own begins
* ``setup``, ``reset``, ``removal``, ``service_update``, ``configuration_update``, ``connection_update`` with
  ``connecting``, ``error_indication`` - procedures of the interface (E2AP 8.3)
* ``subscription``, ``delete_required``, ``modification``, ``modification_required``, ``audit``, ``state_control``,
  ``indication``, ``control``, ``load`` with ``load_items``, ``assistance`` - RIC services (8.2)
"""

from oran_harness.peers.e2_node.config import NodeConfig
from oran_harness.peers.e2_node.node import E2Node

__all__ = ["E2Node", "NodeConfig"]

"""The reference near-RT RIC, sans-IO.

* ``config`` - what one is like; ``ric`` - the actor
* ``session`` - one association; ``answering`` - what it answers; ``outcomes`` - what comes of its own requests
* ``pending`` - requests under way and subscriptions held; ``request_ids`` - fresh ids
* ``stimuli`` - what it does when asked, by name; ``order``, ``arguments`` - one such request
* ``service_requests``, ``state_control``, ``load``, ``interface_requests`` - how it is carried out
* ``assistance`` - what a node gets that asks for it
* ``subscription_content``, ``kpm_requests``, ``rc_requests`` - payloads of service models
* ``node_functions`` - the node at the far end, and what it offers
"""

from oran_harness.peers.near_rt_ric.config import RicConfig, Timers
from oran_harness.peers.near_rt_ric.ric import NearRtRic

__all__ = ["NearRtRic", "RicConfig", "Timers"]

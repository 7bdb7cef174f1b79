"""Planted misbehaviours, to judge the judge: each makes a reference peer wrong in one way, and has to be found.

* ``flaw`` - what a flaw is; ``registry`` - all of them
* ``near_rt_ric``, ``e2_node`` - the flaws of either role, by procedure
* ``flawed_actor`` - the actor around a reference peer; ``on_hearing``, ``on_saying`` - what it may do about what it
  hears and says, ``on_stimulus`` - about what it is asked to do; ``in_context``, ``past`` - because of what came
  before; ``strangers`` - about what it does not know; ``transport_flaw`` - what it may do to its transport;
  ``lasting`` - what it may remember over its own restart
* ``recognition`` - which messages a flaw is about; ``alteration``, ``kpm_payload``, ``rc_payload`` - what it makes of
  them
"""

from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.registry import FLAWS, find

__all__ = ["FLAWS", "Flaw", "find"]

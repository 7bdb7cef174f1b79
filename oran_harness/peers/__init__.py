"""The roles that we play, sans-IO: happenings in, commands out.

* ``actor`` - what an actor is told, and what it asks its host to do
* ``e2_node``, ``near_rt_ric`` - the reference behaviour of both roles; ``reference`` makes such a peer
* ``peculiar`` - a peer that differs as products do which are all in order
* ``ran_functions`` - what the node's RAN functions do
* ``flaws`` - planted misbehaviours, to judge the judge
* ``protocol_errors`` - what is done about messages that break the protocol; ``timers`` - what is done later
"""

from oran_harness.peers.actor import (
    Actor,
    Answer,
    Command,
    Connect,
    Die,
    End,
    Happening,
    Heard,
    Over,
    Refused,
    Say,
    Stimulus,
    Store,
    Up,
)

__all__ = [
    "Actor",
    "Answer",
    "Command",
    "Connect",
    "Die",
    "End",
    "Happening",
    "Heard",
    "Over",
    "Refused",
    "Say",
    "Stimulus",
    "Store",
    "Up",
]

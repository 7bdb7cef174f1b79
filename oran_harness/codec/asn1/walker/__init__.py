"""Values of any type of a schema, by decisions that somebody takes.

* ``walker`` - ``Walker``, from types to functions that make values: ``numbers``, ``strings`` with their ``sizes``,
  ``structures``, ``borrowed``; ``extent`` - the shortest way to an end; ``plan`` - which values
* ``chooser`` - what is asked at each decision; ``random_chooser``, ``recorded_chooser`` and ``drawn_chooser``
  (Hypothesis, imported by whoever draws) answer
* ``shrink`` - the plainest value for which something still holds
"""

from oran_harness.codec.asn1.walker.chooser import Chooser, Make
from oran_harness.codec.asn1.walker.plan import FRAGMENTED, ORDINARY, Plan
from oran_harness.codec.asn1.walker.random_chooser import RandomChooser
from oran_harness.codec.asn1.walker.recorded_chooser import Decision, Recorded, Recorder
from oran_harness.codec.asn1.walker.shrink import ATTEMPTS, Shrunk, shrink
from oran_harness.codec.asn1.walker.walker import Walker

__all__ = [
    "ATTEMPTS",
    "FRAGMENTED",
    "ORDINARY",
    "Chooser",
    "Decision",
    "Make",
    "Plan",
    "RandomChooser",
    "Recorded",
    "Recorder",
    "Shrunk",
    "Walker",
    "shrink",
]

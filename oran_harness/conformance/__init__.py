"""The conformance suite: cases, declared one by one in files named after procedures.

* ``declare`` - how cases are declared; ``registry`` - all of them
* ``preambles`` - what is done before a body; ``expectations`` - what many cases do alike
* ``e2ap`` - the cases of E2AP
"""

from oran_harness.conformance.declare import case
from oran_harness.conformance.registry import find, load

__all__ = ["case", "find", "load"]

"""The conformance suite: cases, declared one by one in files named after procedures.

* ``declare`` - how cases are declared; ``registry`` - all of them
* ``properties`` - what has to hold whatever is wrong with one message
* ``preambles`` - what is done before a body; ``expectations``, ``payloads`` - what many cases do alike
* ``e2ap``, ``kpm``, ``ni``, ``rc`` - the cases of E2AP and of its service models
"""

from oran_harness.conformance.declare import case
from oran_harness.conformance.registry import descriptions, find, load, load_properties

__all__ = ["case", "descriptions", "find", "load", "load_properties"]

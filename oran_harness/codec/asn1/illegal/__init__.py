"""Values that break their type, for negative tests: nothing that is written by accident.

* ``forms`` - what stands in a value for what no legal value has: ``Raw``, ``RootIndex``, ``Extended``
* ``writing`` - ``write``: whatever PER has bits for
* ``spoiling`` - ``spoil``: one thing wrong in a legal value, by the decisions of a chooser; ``places`` finds the
  parts of a value, ``ways`` what can be wrong with each
"""

from oran_harness.codec.asn1.illegal.forms import Extended, Raw, RootIndex
from oran_harness.codec.asn1.illegal.spoiling import Spoiled, spoil
from oran_harness.codec.asn1.illegal.writing import write

__all__ = ["Extended", "Raw", "RootIndex", "Spoiled", "spoil", "write"]

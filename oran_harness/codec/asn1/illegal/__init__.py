"""Values that break their type, and encodings that break PER, for negative tests: nothing that is written by accident.

* ``forms`` - what stands in a value for what no legal value, or encoding, has
* ``writing`` - ``write_complete``: whatever PER has bits for; ``leaves`` - numbers and strings; ``odd_writer`` - the
  bits
* ``spoiling`` - ``spoil``: one thing wrong in a legal value, by the decisions of a chooser; ``places`` finds the
  parts of a value; ``ways`` what can be wrong with each, ``encodings`` what with its encoding
"""

from oran_harness.codec.asn1.illegal.forms import Extended, ExtensionForm, FalseLength, LongForm, Padded, Raw, RootIndex
from oran_harness.codec.asn1.illegal.spoiling import Spoiled, spoil
from oran_harness.codec.asn1.illegal.writing import write_complete

__all__ = [
    "Extended",
    "ExtensionForm",
    "FalseLength",
    "LongForm",
    "Padded",
    "Raw",
    "RootIndex",
    "Spoiled",
    "spoil",
    "write_complete",
]

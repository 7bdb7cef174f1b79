"""Values of ASN.1 types as JSON and back, by the types of a schema.

* ``form`` - ``JsonForm``: what the rest of the harness uses; it says what each kind of value looks like
* ``writer``, ``reader`` - values to JSON, JSON to values
* ``mismatch`` - JSON that is not what a type needs
"""

from oran_harness.codec.json.form import JsonForm
from oran_harness.codec.json.mismatch import JsonMismatch

__all__ = ["JsonForm", "JsonMismatch"]

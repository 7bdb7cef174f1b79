"""Functions written for the types of one schema: what ``nodes`` do, for what is as it should be, without the schema.

* ``program`` - the functions of a schema, made when needed; ``later`` - one that is not yet made
* ``decoding``, ``encoding`` - how the text of each kind of type is written; ``extent``, ``conditions``, ``message`` -
  what both need to know of types; ``field_head`` - the same of fields; ``text`` - the lines of one function
* ``unit`` - what is compiled together; ``code_cache`` - the code between runs
* ``twin`` - records made in a third of the time
* ``off`` - how a function gives up: the nodes then say what is wrong, or do what is rare; where it is padding that is
  not zero, a decoder that does not look at that tells first whether anything else is
"""

from oran_harness.codec.asn1.generated.decoding.deviations import Deviation
from oran_harness.codec.asn1.generated.off import GIVEN_UP
from oran_harness.codec.asn1.generated.twin import maker

__all__ = ["GIVEN_UP", "Deviation", "maker"]

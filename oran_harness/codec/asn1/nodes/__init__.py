"""The types of a schema as nodes that decode and encode, one file a kind of type.

* ``node`` - what all have in common
* ``integer``, ``boolean``, ``null``, ``real``, ``enumerated`` - numbers and names
* ``octet_string``, ``bit_string``, ``character_string``, ``counted_text`` - strings; ``size`` is their constraint
* ``sequence``, ``additions``, ``sequence_of``, ``choice``, ``open_type``, ``recursive`` - what holds other types
* ``borrowed`` - types that asn1tools decodes and encodes
"""

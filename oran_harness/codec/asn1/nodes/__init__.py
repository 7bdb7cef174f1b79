"""The types of a schema as nodes that decode and encode, one file a kind of type.

* ``node`` - what all have in common
* ``integer``, ``boolean``, ``null``, ``real``, ``enumerated`` - numbers and names; ``index`` counts the names
* ``octet_string``, ``bit_string``, ``character_string``, ``counted_text`` - strings; ``alphabet`` is what they may hold
* ``size`` - bounds of numbers, and sizes with their length determinants
* ``sequence``, made of ``members``, ``additions`` and ``fields`` (the record classes); ``sequence_of``, ``choice``
* ``open_type`` - what lies in an open type; ``field`` - an open type that a key decides
* ``recursive`` - a type inside itself
* ``borrowed`` - types that asn1tools decodes and encodes
"""

"""How generated encoders are written.

* ``pending`` - bits that are not yet octets, as far as the schema settles their number; ``body`` - what writes them
* ``numbers``, ``strings``, ``structures``, ``lists``, ``open_types`` - each kind of type; ``container`` - messages
* ``encoders`` - which of them a type needs, in place or as a function; ``rare`` - what generated text calls
"""

"""How generated decoders are written.

* ``cursor`` - where a value begins, as far as the schema settles it; ``body`` - statements that read from there
* ``numbers``, ``strings``, ``structures``, ``lists``, ``open_types`` - each kind of type; ``container`` - messages
* ``reading`` - what these ask for where they hold others; ``deviations`` - what may differ and is noted
* ``decoders`` - which of them a type needs, in place or as a function; ``rare`` - what generated text calls
"""

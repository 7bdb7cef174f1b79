"""What each message does to the records, and what it may not: one module a group of procedures.

A handler takes the ``Turn`` of its message after pairing (E2AP 3.1) and before the association's own state changes.

* ``setup``, ``configuration``, ``service_update``, ``reset``, ``removal``, ``error_indication`` - E2AP 8.3
* ``subscription``, ``delete``, ``modification``, ``audit``, ``state_control``, ``indication``, ``control``, ``load``,
  ``assistance`` - E2AP 8.2
* ``function_lists``, ``component_lists``, ``service_answer``, ``refusal`` - what several of them share
* ``dispatch`` - which handler a message has
"""

from oran_harness.protocols.e2ap.engine.handlers.dispatch import HANDLERS, handle

__all__ = ["HANDLERS", "handle"]

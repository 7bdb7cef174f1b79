"""The stimulus by which a case has the product itself restarted."""

RESTART = "restart"
"""Its name. The argument ``how`` is ``STOP`` or ``KILL``, the former if it is left out."""
STOP = "stop"
"""The product is asked to end, and started again."""
KILL = "kill"
"""The product is ended without a word, as by a loss of power (``kill -9``), and started again."""
ASKED = f"stimulate {RESTART}"
"""How a history's event of such a step begins."""
RETURN_WITHIN = "return_within_s"
"""The detail of the answer that says how many seconds an E2 node may take until it connects again."""
LONGEST_S = 500.0
"""Seconds that all of it may take, until the product is ready again."""

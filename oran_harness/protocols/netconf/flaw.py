"""Something wrong with one message, before it is known who sent it and when."""

from typing import NamedTuple

from oran_harness.protocols.netconf.breach_kind import BreachKind


class Flaw(NamedTuple):
    """A kind of breach, what was expected, and what was there instead."""

    kind: BreachKind
    expected: str
    actual: str

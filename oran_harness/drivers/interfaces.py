"""The interfaces that cases can be performed at, by name."""

from oran_harness.drivers.e2 import E2
from oran_harness.drivers.interface import Interface


def interface(name: str) -> Interface:
    """The interface of that name; what O1 needs is loaded when it is needed."""
    if name == E2.name:
        return _E2
    from oran_harness.drivers.o1 import O1

    return O1()


_E2 = E2()

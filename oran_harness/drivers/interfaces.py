"""The interfaces that cases can be performed at, by name."""

from oran_harness.drivers.e2 import E2
from oran_harness.drivers.interface import Interface

INTERFACES: dict[str, Interface] = {each.name: each for each in (E2(),)}

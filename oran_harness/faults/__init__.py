"""Something done to a link during a test: messages come late, or are lost and sent again. Never judges.

* ``link_faults`` - what is done, read from words like ``delay=50ms``; ``catalogue`` - what there is
* ``lane`` - one direction of a link: what enters it comes out later, in its order
* ``faulty_link`` - a link of any transport, with two lanes before it
"""

from oran_harness.faults.catalogue import FAULTS, FaultKind
from oran_harness.faults.faulty_link import FaultyLink, faulty
from oran_harness.faults.link_faults import NO_FAULTS, LinkFaults, parse_faults

__all__ = ["FAULTS", "NO_FAULTS", "FaultKind", "FaultyLink", "LinkFaults", "faulty", "parse_faults"]

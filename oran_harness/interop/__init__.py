"""Products of several vendors, with the harness between them.

* ``tap`` - stands between E2 nodes and a near-RT RIC: passes everything on, writes it down, has it judged
* ``tapped_association``, ``crossing`` - one association with a link to each side; one direction of it under rules
* ``record`` - what passes, as histories that grow
* ``judging``, ``judge`` - the process beside us that judges the record as it grows, and what it does
"""

from oran_harness.interop.record import Record
from oran_harness.interop.tap import Tap, TapResult

__all__ = ["Record", "Tap", "TapResult"]

"""Drivers perform what cases await: on the real wire, on virtual time, and against what was recorded.

* ``setting`` - what a case is performed with, and what came of it
* ``performance`` - a case being performed, sans-IO; ``body`` - its coroutine; ``associations`` - what is said and heard
* ``demand`` - what a performance asks of its driver; ``history`` - what it records
* ``live`` - on the wire; ``reach`` - how the SUT is reached; ``stimulation`` - how it is stimulated
* ``probe`` - whether the SUT lives
* ``virtual`` - on virtual time against an actor; ``replay`` - against a record
* ``hosting``, ``hosted_actor``, ``hosted_link`` - actors on the wire; ``control_lines`` - stimuli for them
"""

from oran_harness.drivers.history import History
from oran_harness.drivers.live import live_history, perform_live
from oran_harness.drivers.performance import outcome_text
from oran_harness.drivers.probe import probe_live
from oran_harness.drivers.reach import Dialling, Listening, Reach
from oran_harness.drivers.replay import RecordedExample, recorded_examples, recorded_setting, replay
from oran_harness.drivers.setting import Performed, Setting, Sink
from oran_harness.drivers.virtual import perform_virtual

__all__ = [
    "Dialling",
    "History",
    "Listening",
    "Performed",
    "Reach",
    "RecordedExample",
    "Setting",
    "Sink",
    "live_history",
    "outcome_text",
    "perform_live",
    "perform_virtual",
    "probe_live",
    "recorded_examples",
    "recorded_setting",
    "replay",
]

"""Performs a suite against a system under test, and tells listeners of all that happens.

* ``target``, ``wire`` - what a run is aimed at, and where the two meet
* ``source`` - what has a verdict: a declared case, or something that performs many
* ``property_source``, ``finds`` - a property, tried with drawn examples; those that failed, kept
* ``property_replay`` - a property again, on its recorded examples
* ``selection``, ``plan`` - which cases, in which order, with which seeds; ``needs`` - what may be lacking
* ``session`` - a whole run; ``execution`` - case after case; ``stage`` - where one is performed
* ``meeting`` - the SUT is met before the first case: ``contact``, ``introduction``, ``diagnosis``, ``advice``
* ``hindrance`` - what keeps cases from being performed
* ``sut`` - brought up, watched, brought up again; ``journal`` - what its process says; ``death`` - the finding;
  ``leaving`` - what is none
* ``known`` - what is known of the product's verdicts beforehand
* ``judgement`` - from body and findings to a verdict; ``repetition``, ``run_lines`` - one line for several
* ``announcer``, ``wire_events`` - what listeners are told; ``interruption`` - ending early
"""

from oran_harness.runner.announcer import Announcer
from oran_harness.runner.execution import Gate, Passage
from oran_harness.runner.finds import Finds
from oran_harness.runner.interruption import Stop
from oran_harness.runner.plan import Planned, plan
from oran_harness.runner.property_replay import replay_property
from oran_harness.runner.property_source import PropertySource
from oran_harness.runner.selection import Selection, select
from oran_harness.runner.session import Options, Outcome, run_suite
from oran_harness.runner.source import SingleCase, Source
from oran_harness.runner.stage import Stage
from oran_harness.runner.target import Target, edition_for, raw_target, vendor_target

__all__ = [
    "Announcer",
    "Finds",
    "Gate",
    "Options",
    "Outcome",
    "Passage",
    "Planned",
    "PropertySource",
    "Selection",
    "SingleCase",
    "Source",
    "Stage",
    "Stop",
    "Target",
    "edition_for",
    "plan",
    "raw_target",
    "replay_property",
    "run_suite",
    "select",
    "vendor_target",
]

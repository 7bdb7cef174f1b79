"""Something done to a link, or to messages that pass, during a test. Never judges.

* ``link_faults`` - what is done, read from words like ``delay=50ms``; ``catalogue`` - what there is
* ``lane`` - one direction of a link: what enters it comes out later, in its order
* ``faulty_link`` - a link of any transport, with two lanes before it
* ``message_rule``, ``actions``, ``rule_reader`` - rules for single messages: which, and what is done to them
* ``meddling`` - what the rules do on one association, message by message
"""

from oran_harness.faults.actions import ACTIONS, SELECTORS, Action, Word
from oran_harness.faults.catalogue import FAULTS, FaultKind
from oran_harness.faults.faulty_link import FaultyLink, faulty
from oran_harness.faults.link_faults import NO_FAULTS, LinkFaults, parse_faults
from oran_harness.faults.meddling import Fate, Meddling
from oran_harness.faults.message_rule import MessageRule, Selector
from oran_harness.faults.rule_reader import read_rules

__all__ = [
    "ACTIONS",
    "FAULTS",
    "NO_FAULTS",
    "SELECTORS",
    "Action",
    "Fate",
    "FaultKind",
    "FaultyLink",
    "LinkFaults",
    "Meddling",
    "MessageRule",
    "Selector",
    "Word",
    "faulty",
    "parse_faults",
    "read_rules",
]

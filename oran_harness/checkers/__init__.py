"""Pure judges: a history in, findings out; one rule a function, each blind to all others.

* ``audit`` - feed it events, get findings and summaries; ``findings`` adds up what recurs
* ``follow`` - from events to observations, with ``recognition`` (is it E2AP?), ``payloads`` (what is in the octet
  strings) and ``association``, the only memory
* ``observation`` - what rules see; ``rule`` - what a rule is; ``breaches`` - from complaints and irregularities to
  breaches
* ``transport``, ``e2ap``, ``e2sm``, ``kpm``, ``rc``, ``harness`` - the rules; ``book`` has them all, ``catalogue``
  shows them
* ``identity`` - who the ends say they are
"""

from oran_harness.checkers.audit import AssociationSummary, Audit, AuditResult, EndSummary
from oran_harness.checkers.book import RULES
from oran_harness.checkers.rule import Breach, Rule, rule

__all__ = ["RULES", "AssociationSummary", "Audit", "AuditResult", "Breach", "EndSummary", "Rule", "rule"]

"""The plain answer of either role to every class 1 request of E2AP, pure: peers build on it, drivers answer with it.

* ``answer`` - the one that is given when nothing else is wanted
* ``interface`` - procedures of the interface itself (8.3); ``components`` - its lists of components
* ``subscriptions``, ``modifications``, ``services``, ``audits``, ``load_and_state`` - RIC functional procedures (8.2)
* ``circumstances`` - who answers, after what; ``refusal`` - the unsuccessful outcome
* ``identity`` - who our near-RT RIC is
"""

from oran_harness.steps.answers.answer import answer
from oran_harness.steps.answers.identity import GLOBAL_RIC_ID, ric_identity
from oran_harness.steps.answers.interface import BREATH_S, setup_response, update_after_query
from oran_harness.steps.answers.refusal import refusal

__all__ = ["BREATH_S", "GLOBAL_RIC_ID", "answer", "refusal", "ric_identity", "setup_response", "update_after_query"]

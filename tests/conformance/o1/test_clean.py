"""Our managed element, and our manager, pass all cases of O1."""

import pytest

from oran_harness.conformance import find, load
from oran_harness.model import Role, Verdict
from oran_harness.protocols.netconf.capability_names import CAPABILITIES
from oran_harness.runner.judgement import audit
from oran_harness.steps import Claims
from tests.conformance.o1.performing import managing, performed, setting_of

CLAIMS = Claims(True, netconf=("1.0", "1.1"), capabilities=tuple(CAPABILITIES))
CASES = [case.id for case in load() if case.description.under_test is Role.O1_PROVIDER]
MANAGER_CASES = [case.id for case in load() if case.description.under_test is Role.O1_MANAGER]


@pytest.mark.parametrize("id", CASES)
def test_a_clean_element_passes(id: str) -> None:
    """Nothing is found where nothing is wrong, by the case or by the rules."""
    done = performed(id, setting=setting_of(id, claims=CLAIMS if id == "O1-HELLO-117" else None))
    assert done.outcome is None
    found = audit(find(id).description, id, done.header, done.events)
    assert (found.of_case, found.of_run) == ((), ())


@pytest.mark.parametrize("id", MANAGER_CASES)
def test_a_clean_manager_passes(id: str) -> None:
    """Nothing is found where nothing is wrong, by the case or by the rules."""
    done = managing(id)
    assert done.outcome is None
    found = audit(find(id).description, id, done.header, done.events)
    assert (found.of_case, found.of_run) == ((), ())


def test_without_claims_there_is_nothing_to_compare() -> None:
    """A product without a profile claims nothing of its hello."""
    outcome = performed("O1-HELLO-117").outcome
    assert outcome is not None
    assert outcome.verdict is Verdict.SKIP

"""What is done before the body of a case at O1."""

import pytest

from oran_harness.conformance.o1_preambles import demand
from oran_harness.model import Verdict
from oran_harness.protocols.netconf.capability_names import CAPABILITIES
from oran_harness.steps import CaseOutcome, Claims
from tests.steps.test_manager import manager


def test_a_capability_that_is_lacking_makes_a_case_unsupported() -> None:
    """The hello says so (RFC 6241 8.1)."""
    with pytest.raises(CaseOutcome) as found:
        demand(manager(), "candidate")
    assert found.value.verdict is Verdict.UNSUPPORTED
    assert found.value.reason == "the o1-provider does not advertise the capability :candidate"


def test_capabilities_are_uris() -> None:
    """By the names of their clauses."""
    assert all(uri.startswith("urn:ietf:params:netconf:capability:") for uri in CAPABILITIES.values())


def test_a_capability_that_is_claimed_and_lacking_fails_a_case() -> None:
    """The profile says that it is there."""
    claiming = manager()
    claiming.claims = Claims(True, capabilities=("candidate",))
    with pytest.raises(CaseOutcome) as found:
        demand(claiming, "candidate")
    assert found.value.verdict is Verdict.FAIL
    assert (found.value.expected, found.value.actual) == (":candidate", "no :candidate")

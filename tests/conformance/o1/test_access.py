"""What cases about access rules leave open, and leave behind."""

from oran_harness.model import Verdict
from oran_harness.peers.flaws import find as flaw
from oran_harness.peers.flaws.element_replies import Retelling
from oran_harness.peers.o1_provider.provider import O1Provider
from tests.conformance.o1.performing import performed, provider, setting_of


def test_either_reading_of_the_documents_is_right() -> None:
    """O-RAN's requirements have read-default deny, their test has permit: neither is a fault."""

    def permits() -> Retelling:
        return Retelling(provider(), b"<read-default>deny", b"<read-default>permit", "get-config")

    assert performed("O1-NACM-105", permits).outcome is None


def test_without_a_second_user_nothing_is_said() -> None:
    """The case is skipped, and tells what to give."""
    alone = setting_of("O1-NACM-121", other_user=None)
    outcome = performed("O1-NACM-121", setting=alone).outcome
    assert outcome is not None
    assert outcome.verdict is Verdict.SKIP
    assert "other-password=env:VARIABLE" in outcome.reason


def test_what_the_second_user_was_given_is_taken_away() -> None:
    """After a case that fails neither our group nor our rules are there."""
    elements: list[O1Provider] = []

    def make() -> object:
        elements.append(provider())
        return flaw("element-denies-nothing").wrap(elements[-1])

    assert performed("O1-NACM-121", make).outcome is not None  # type: ignore[arg-type]
    running = elements[0].managed.datastores.running.octets()
    assert b">oran-harness-access<" not in running
    assert b">oran-harness-denied<" not in running

"""Cases about access rules accuse no element of what it is free to do, and leave nothing behind."""

from oran_harness.model import Verdict
from oran_harness.peers.actor import Actor
from oran_harness.peers.flaws import FLAWS
from oran_harness.peers.flaws.element_replies import Retelling
from oran_harness.peers.o1_provider import O1Provider
from tests.conformance.o1.performing import performed, provider, setting_of


def test_either_reading_of_the_documents_is_right() -> None:
    """O-RAN's requirements have read-default deny, their test has permit: neither is a fault."""
    deny, permit = b"<read-default>deny", b"<read-default>permit"
    assert performed("O1-NACM-105", lambda: Retelling(provider(), deny, permit)).outcome is None


def test_without_a_second_user_nothing_is_said() -> None:
    """The case is skipped, and tells what to give."""
    outcome = performed("O1-NACM-121", setting=setting_of("O1-NACM-121", other_user=None)).outcome
    assert outcome is not None
    assert outcome.verdict is Verdict.SKIP
    assert "other-password=env:VARIABLE" in outcome.reason


def test_what_the_second_user_was_given_is_taken_away() -> None:
    """After a case that fails neither our group nor our rules are there."""
    made: list[O1Provider] = []

    def make() -> Actor:
        made.append(provider())
        return FLAWS["element-denials-ignored"].wrap(made[-1])

    assert performed("O1-NACM-121", make).outcome is not None
    running = made[0].managed.datastores.running.octets()
    assert b">oran-harness-access<" not in running
    assert b">oran-harness-denied<" not in running

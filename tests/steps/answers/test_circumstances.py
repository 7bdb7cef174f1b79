"""Who answers, and after what."""

from oran_harness.model import Role
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap.engine import Association
from oran_harness.steps.answers import GLOBAL_RIC_ID
from oran_harness.steps.answers.circumstances import Circumstances
from tests.checkers.scene import FIRST_ID, subscription
from tests.steps.answers.conversation import RIC, Conversation

OTHER = e.RICrequestID(9, 9)


def _circumstances(engine: Association | None, edition: str = "3.01") -> Circumstances:
    return Circumstances(Role.E2_NODE, edition, GLOBAL_RIC_ID, engine)


def test_with_everything_seen() -> None:
    """What the engine knows is known, and nothing else."""
    talk = Conversation("3.01").set_up()
    talk.say(RIC, subscription())
    seen = _circumstances(talk.engine)
    assert seen.offers(1)
    assert not seen.offers(99)
    assert seen.subscription(FIRST_ID) is not None
    assert seen.standing(FIRST_ID) is None
    assert not seen.unknown(FIRST_ID)
    assert seen.unknown(OTHER)


def test_with_little_seen() -> None:
    """Without an engine, or after losses, nothing counts as unknown."""
    for engine in (None, Association(started=False)):
        seen = _circumstances(engine)
        assert seen.offers(99)
        assert not seen.unknown(OTHER)


def test_the_first_edition() -> None:
    """E2AP 1.01 is another protocol in places."""
    assert _circumstances(None, "1.01").first
    assert not _circumstances(None, "2.03").first
    assert _circumstances(None, "1.01").cause("duplicate-event-trigger") == ("ricRequest", "duplicate-event")

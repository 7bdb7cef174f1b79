"""What a message did that its state does not provide for."""

from dataclasses import replace

from oran_harness.model.level import Level
from oran_harness.protocols.e2ap.engine import Irregularity
from oran_harness.protocols.e2ap.engine import IrregularityKind as Kind
from tests.protocols.e2ap.engine.conversation import RIC

FOUND = Irregularity(Kind.SECOND_ANSWER, RIC, "message", "expected", "actual")


def test_nobody_is_accused_where_text_or_evidence_is_open() -> None:
    """An open kind, or an uncertain observation, accuses nobody."""
    assert not FOUND.open
    assert FOUND.level is Level.MUST
    assert replace(FOUND, certain=False).open
    assert replace(FOUND, kind=Kind.INDICATION_BEFORE_RESPONSE).open

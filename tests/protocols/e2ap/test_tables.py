"""The procedure and IE tables of an edition."""

import pytest

from oran_harness.model import UsageError
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import MESSAGES
from oran_harness.protocols.e2ap.tables import OUTCOMES, editions, tables


@pytest.mark.parametrize("edition", editions())
def test_every_message_of_an_edition_has_ies_and_a_class(edition: str) -> None:
    """A procedure's messages have IE sets, and each IE has a field in the message's class."""
    classes: dict[str, type[Message]] = {message.NAME: message for message in MESSAGES}
    rows = tables(edition)
    for procedure in rows.procedures.values():
        for outcome, name in procedure.messages.items():
            message = classes[name]
            assert (procedure.code, outcome) == (message.PROCEDURE_CODE, message.OUTCOME)
            assert {row.id for row in rows.ies(name)} <= {ie for ie, _ in message.IES}


def test_unknown_procedures_and_outcomes_have_no_message() -> None:
    """Procedure 255 is in no edition; Reset has no unsuccessful outcome."""
    assert tables("2.03").message_name(255, OUTCOMES[0]) is None
    assert tables("2.03").message_name(3, "unsuccessfulOutcome") is None
    assert tables("2.03").message_name(3, "successfulOutcome") == "ResetResponse"


def test_the_order_is_that_of_the_object_set() -> None:
    """RICsubscriptionRequest of 3.00 on is sent as 29, 5, 30, 62, 63."""
    assert [row.id for row in tables("3.01").ies("RICsubscriptionRequest")] == [29, 5, 30, 62, 63]


def test_an_unknown_edition_is_refused() -> None:
    """Tables of an edition that is not there are the caller's mistake."""
    with pytest.raises(UsageError):
        tables("9.99")

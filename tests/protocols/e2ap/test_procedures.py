"""Who starts a procedure, and what correlates its messages."""

from oran_harness.model import Role
from oran_harness.protocols.e2ap.procedures import PROCEDURES, Correlator, sender_role
from oran_harness.protocols.e2ap.tables import editions, tables


def test_the_procedures_are_those_of_the_editions() -> None:
    """Every procedure of every edition has a row here, under its name, and appears since the edition it says."""
    for edition in editions():
        for code, row in tables(edition).procedures.items():
            procedure = PROCEDURES[code]
            assert procedure.name == row.name
            assert procedure.since <= edition
            assert procedure.has_response == ("successfulOutcome" in row.messages)
    assert set(PROCEDURES) == set(tables("7.00").procedures)
    for code, procedure in PROCEDURES.items():
        first = next(edition for edition in editions() if code in tables(edition).procedures)
        assert procedure.since == first


def test_senders_follow_from_the_initiator() -> None:
    """The node sends E2setupRequest and the RIC answers; either may reset; unknown codes tell nothing."""
    assert sender_role(1, "initiatingMessage") is Role.E2_NODE
    assert sender_role(1, "unsuccessfulOutcome") is Role.NEAR_RT_RIC
    assert sender_role(3, "initiatingMessage") is None
    assert sender_role(99, "initiatingMessage") is None
    assert PROCEDURES[3].initiator_of("successfulOutcome", Role.E2_NODE) is Role.NEAR_RT_RIC


def test_global_procedures_have_transaction_ids() -> None:
    """Procedures of 8.3 with an answer are correlated by TransactionID, those of 8.2 are not."""
    for procedure in PROCEDURES.values():
        if procedure.has_response:
            assert (procedure.correlator is Correlator.TRANSACTION_ID) == (not procedure.service)

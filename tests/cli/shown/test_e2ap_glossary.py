"""What messages, procedures and IEs are."""

import pytest

from oran_harness.cli.shown.e2ap_glossary import entry, words
from oran_harness.cli.shown.terminal import Terminal

PLAIN = Terminal()


def shown(word: str) -> list[str]:
    """The entry of a word."""
    lines = entry(PLAIN, word)
    assert lines is not None
    return lines


def test_a_message() -> None:
    """Procedure, clause, sender, editions, and its IEs in the order of the wire, with what editions differ in."""
    assert shown("e2setupREQUEST") == [
        "E2setupRequest  E2AP message, initiatingMessage of procedure 1 (E2 Setup)",
        "  Clause    E2AP 8.3.1",
        "  Sent by   e2-node",
        "  Editions  all (1.01, 2.03, 3.01, 5.00, 7.00)",
        "",
        "  IEs, in the order of the wire:",
        "    49  TransactionID                  mandatory, reject in 2.03 and later",
        "    3   GlobalE2node-ID                mandatory, reject",
        "    10  RANfunctionsAdded              optional, reject in 1.01; mandatory, reject in 2.03 and later",
        "    50  E2nodeComponentConfigAddition  mandatory, reject in 2.03 and later",
        "    33  E2nodeComponentConfigUpdate    optional, reject in 1.01",
    ]


def test_a_procedure() -> None:
    """Who starts it, what pairs its messages, and who sends which."""
    lines = shown("RICsubscription")
    assert lines[0] == "RIC Subscription  E2AP procedure 8 (RICsubscription)"
    assert "  Started by   near-rt-ric" in lines
    assert "  Paired by    RICrequestID" in lines
    assert lines[-1] == "    RICsubscriptionFailure   unsuccessfulOutcome  e2-node"
    assert "  Started by   near-rt-ric or e2-node" in shown("Reset")


def test_an_ie_by_name_and_number() -> None:
    """In which messages it is, and how."""
    assert shown("49") == shown("TransactionID")
    assert shown("49")[0] == "TransactionID  E2AP IE 49, of type TransactionID"
    assert "  Editions  2.03 and later" in shown("49")
    assert any("RICaction-Admitted-Item" in line for line in shown("14"))


@pytest.mark.parametrize("word", ["nothing", "9999", "", "-1", "٣", "1.0"])
def test_what_is_nothing(word: str) -> None:
    """Unknown names and numbers have no entry."""
    assert entry(PLAIN, word) is None


def test_every_word_has_an_entry() -> None:
    """Whatever is offered can be explained."""
    for word in words():
        assert shown(word)

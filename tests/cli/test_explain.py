"""``explain``: what something means."""

import pytest

from tests.cli.run import process, refused, run


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("E2-PPID", "Hint"),
        ("e2-ppid", "Hint"),
        ("RICsubscriptionRequest", "IEs, in the order of the wire"),
        ("RICsubscription", "Messages:"),
        ("29", "RICrequestID"),
        ("RICrequestID", "E2AP IE 29"),
        ("E2AP-SETUP-101", "Run it       oran-harness run --sut VENDOR:near-rt-ric E2AP-SETUP-101"),
        ("e2ap-setup-201", "the SUT is the e2-node"),
        ("SUT-DIED", "Whatever a SUT is sent"),
    ],
)
def test_rules_messages_procedures_and_ies(word: str, said: str) -> None:
    """Each is explained, whatever its capitals."""
    ended = run("explain", word)
    assert (ended.code, ended.err) == (0, "")
    assert said in ended.text


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("E2-PIPD", "E2-PPID"),
        ("SUT-DEAD", "SUT-DIED"),
        ("RICsubscribtionRequest", "RICsubscriptionRequest"),
        ("zzz", "list rules"),
    ],
)
def test_unknown_ids_get_the_nearest(word: str, near: str) -> None:
    """Exit code 2 and near names."""
    assert near in refused(run("explain", word))


def test_completion_of_ids() -> None:
    """The shell learns rules and messages."""
    words = {"_ORAN_HARNESS_COMPLETE": "complete_bash", "COMP_CWORD": "2"}
    assert b"E2-PPID" in process(**words, COMP_WORDS="oran-harness explain E2-P").out.split()
    assert b"E2setupRequest" in process(**words, COMP_WORDS="oran-harness explain E2setup").out.split()

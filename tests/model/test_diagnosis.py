"""A diagnosis as results have it."""

from oran_harness.model import Diagnosis, DiagnosisKind


def test_what_results_have_of_it() -> None:
    """All that is known, by the names of the contract."""
    diagnosis = Diagnosis(DiagnosisKind.REFUSED, "Refused.", "Ask.", history="history/MEETING.jsonl")
    assert diagnosis.to_json() == {
        "kind": "refused",
        "seen": "Refused.",
        "advice": "Ask.",
        "hopeless": False,
        "history": "history/MEETING.jsonl",
    }


def test_it_is_read_as_it_was_written() -> None:
    """With a history and without."""
    for history in (None, "history/MEETING.jsonl"):
        diagnosis = Diagnosis(DiagnosisKind.LOST, "Lost.", "Ask.", hopeless=True, history=history)
        assert Diagnosis.from_json(diagnosis.to_json()) == diagnosis

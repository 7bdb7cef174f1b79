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

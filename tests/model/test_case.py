"""A case and its result in the files of a run."""

from oran_harness.model import CaseDescription, CaseResult, Level, Role, Verdict


def test_a_case_as_it_is_listed() -> None:
    """It has the keys of the contract for list cases."""
    case = CaseDescription("E2AP-A-001", "A title", "E2AP 8.3.1", Level.MUST, Role.E2_NODE, needs=("stimulus:reset",))
    assert case.to_json() == {
        "id": "E2AP-A-001",
        "title": "A title",
        "clause": "E2AP 8.3.1",
        "level": "must",
        "under_test": "e2-node",
        "interface": "e2",
        "suite": "e2ap",
        "tags": [],
        "needs": ["stimulus:reset"],
    }


def test_a_result_as_it_is_written() -> None:
    """It has the keys of the contract for a case in results.json, in plain values."""
    result = CaseResult("E2AP-A-001", "A title", "8.3.1", Level.SHOULD, "e2", "e2ap", ("x",), Verdict.FAIL)
    assert list(result.to_json()) == [
        "id", "title", "clause", "level", "interface", "tags", "verdict", "reason", "blame", "requirement", "expected",
        "actual", "duration_s", "history",
    ]  # fmt: skip
    assert (result.to_json()["verdict"], result.to_json()["level"], result.to_json()["tags"]) == (
        "fail",
        "should",
        ["x"],
    )


def test_a_result_is_read_as_it_was_written() -> None:
    """But for its suite, which is told, and for what was listed for it."""
    written = CaseResult(
        "E2AP-A-001", "A title", "8.3.1", Level.SHOULD, "e2", "e2ap", ("x",), Verdict.FAIL, "late", "e2-node",
        "soon", "now", "then", 0.5, "history/E2AP-A-001.jsonl",
    )  # fmt: skip
    blank = CaseResult("E2AP-A-002", "", "", Level.MUST, "e2", "kpm", (), Verdict.PASS)
    assert CaseResult.from_json(written.to_json(), "e2ap") == written
    assert CaseResult.from_json(blank.to_json(), "kpm") == blank

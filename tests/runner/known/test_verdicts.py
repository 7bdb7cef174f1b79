"""A run against what is known of its product."""

from pathlib import Path

from oran_harness.model import Role, Standing, Verdict
from oran_harness.runner.known import Expectations
from tests.runner.known.files import RIC, read, result

TEXT = """
[[known]]
id = ["A-101", "A-102", "E2-PPID"]
verdict = "fail"
reason = "r"

[[known]]
id = "A-201"
verdict = "fail"
reason = "of the other role"

[[known]]
id = "A-103"
verdict = ["fail", "pass"]
reason = "flaky"
transport = ["sctp"]
"""


def expectations(folder: Path, scheme: str = "tcp") -> Expectations:
    """What is expected of a near-RT RIC."""
    return read(folder, TEXT).of(Role.NEAR_RT_RIC, "3.01", scheme)


def test_what_is_listed_for_a_run(tmp_path: Path) -> None:
    """What is about the other role, or about another transport, is not."""
    assert set(expectations(tmp_path).listed) == {"A-101", "A-102", "E2-PPID"}
    assert set(expectations(tmp_path, "sctp").listed) == {"A-101", "A-102", "A-103", "E2-PPID"}


def test_a_result_is_marked_and_stays_what_it_is(tmp_path: Path) -> None:
    """Nothing rewrites a verdict."""
    expected = expectations(tmp_path)
    marked = expected.marked(result("A-101", Verdict.FAIL))
    assert marked.verdict is Verdict.FAIL
    assert marked.known is not None
    assert marked.known.standing(marked.verdict) is Standing.AS_LISTED
    plain = result("A-103", Verdict.FAIL)
    assert expected.marked(plain) is plain


def test_a_whole_run(tmp_path: Path) -> None:
    """Each id in its group; a rule that did not fire has passed."""
    results = [result("A-101", Verdict.FAIL), result("A-102", Verdict.ERROR, "r"), result("A-103", Verdict.INCONC, "r")]
    reckoning = expectations(tmp_path).reckoned(results, whole=True)
    assert reckoning.as_listed == ("A-101",)
    assert reckoning.changed == ("A-102",)
    assert reckoning.new == ("A-103",)
    assert reckoning.xpass == ("E2-PPID",)
    assert reckoning.not_judged == ()
    fired = expectations(tmp_path).reckoned([*results, result("E2-PPID", Verdict.FAIL)], whole=True)
    assert (fired.as_listed, fired.xpass) == (("A-101", "E2-PPID"), ())


def test_what_was_not_run_is_not_judged(tmp_path: Path) -> None:
    """Of cases that were not chosen nothing is said, and of rules neither: they might have fired there."""
    reckoning = expectations(tmp_path).reckoned([result("A-101")], whole=True)
    assert reckoning.xpass == ("A-101",)
    assert reckoning.not_judged == ("A-102", "E2-PPID")
    all_of_them = [result(case.id) for case in RIC]
    assert expectations(tmp_path).reckoned(all_of_them, whole=False).not_judged == ("E2-PPID",)


def test_a_flaky_case_may_come_to_either(tmp_path: Path) -> None:
    """Both verdicts are listed."""
    expected = expectations(tmp_path, "sctp")
    for verdict in (Verdict.PASS, Verdict.FAIL):
        assert expected.reckoned([result("A-103", verdict)], whole=False).as_listed == ("A-103",)


def test_what_is_not_performed_is_not_new(tmp_path: Path) -> None:
    """A case that is not listed may be skip or unsupported; one that is listed has changed then."""
    for verdict in (Verdict.SKIP, Verdict.UNSUPPORTED):
        reckoning = expectations(tmp_path).reckoned(
            [result("A-103", verdict, "r"), result("A-101", verdict, "r")], whole=False
        )
        assert (reckoning.new, reckoning.changed) == ((), ("A-101",))

"""junit.xml says of each verdict what a continuous-integration server should make of it."""

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oran_harness.model import Diagnosis, DiagnosisKind, Known, Level, Reckoning, Verdict
from oran_harness.model.run_event import MeetingEnded, RunFinished
from oran_harness.reports import JunitFile
from tests.reports.a_run import events, result, tell


def written(folder: Path, *results: object, strict: bool = False) -> ElementTree.Element:
    path = folder / "junit.xml"
    tell(JunitFile(path, strict=strict), events(results))  # type: ignore[arg-type]
    return ElementTree.parse(path).getroot()


@pytest.mark.parametrize(
    ("verdict", "level", "strict", "kind"),
    [
        (Verdict.PASS, Level.MUST, False, None),
        (Verdict.FAIL, Level.MUST, False, "failure"),
        (Verdict.FAIL, Level.SHOULD, False, None),
        (Verdict.FAIL, Level.SHOULD, True, "failure"),
        (Verdict.ERROR, Level.SHOULD, False, "error"),
        (Verdict.INCONC, Level.MUST, False, "error"),
        (Verdict.UNSUPPORTED, Level.MUST, False, "skipped"),
        (Verdict.SKIP, Level.MUST, False, "skipped"),
    ],
)
def test_verdicts(tmp_path: Path, verdict: Verdict, level: Level, strict: bool, kind: str | None) -> None:
    """Failures are must-level fails (strict: all), errors are error and inconc, skipped unsupported and skip."""
    root = written(tmp_path, result(verdict, level=level, reason="why"), strict=strict)
    found = [child.tag for child in root.iter("testcase").__next__() if child.tag != "properties"]
    assert found == ([kind] if kind else [])
    counts = {"failure": "failures", "error": "errors", "skipped": "skipped"}
    assert [root.get(name) for name in counts.values()] == [str(int(each == kind)) for each in counts]
    assert root.get("tests") == "1"


@pytest.mark.parametrize(
    ("verdict", "kind", "type"),
    [
        (Verdict.FAIL, "skipped", "xfail"),
        (Verdict.PASS, "failure", "xpass"),
        (Verdict.ERROR, "failure", "error"),
        (Verdict.SKIP, "failure", "skip"),
    ],
)
def test_against_what_is_listed(tmp_path: Path, verdict: Verdict, kind: str, type: str) -> None:
    """What is listed is an expected failure; what passes instead, or is another verdict, fails with the reason."""
    listed = replace(result(verdict, reason="why"), known=Known((Verdict.FAIL,), "it is slow"))
    path = tmp_path / "junit.xml"
    tell(JunitFile(path, against=True), events([listed]))
    child = next(each for each in ElementTree.parse(path).iter() if each.tag in ("skipped", "failure", "error"))
    assert (child.tag, child.get("type")) == (kind, type)
    assert "it is slow" in str(child.get("message"))


def test_what_is_not_listed_fails_at_any_level(tmp_path: Path) -> None:
    """Against a file every verdict counts; without it, what is listed is a property."""
    path = tmp_path / "junit.xml"
    tell(JunitFile(path, against=True), events([result(Verdict.FAIL, level=Level.SHOULD)]))
    assert ElementTree.parse(path).getroot().get("failures") == "1"
    listed = replace(result(Verdict.FAIL), known=Known((Verdict.FAIL,), "it is slow"))
    root = written(tmp_path, listed)
    assert root.get("failures") == "1"
    properties = {each.get("name"): each.get("value") for each in root.iter("property")}
    assert (properties["known"], properties["known-standing"]) == ("fail: it is slow", "as-listed")


def test_a_listed_rule_that_did_not_fire(tmp_path: Path) -> None:
    """It has no line in the results, and fails here: nobody is to overlook it."""
    path = tmp_path / "junit.xml"
    told = [*events([result()])[:-1], RunFinished(1.0, {}, known=Reckoning("f", xpass=("E2-PPID",)))]
    tell(JunitFile(path, against=True), told)
    root = ElementTree.parse(path).getroot()
    assert [
        (each.get("name"), each[0].get("type")) for each in root.iter("testcase") if each.get("name") == "E2-PPID"
    ] == [("E2-PPID", "xpass")]


def test_a_should_level_fail_passes_with_a_property(tmp_path: Path) -> None:
    """It is not lost: the property tells what failed."""
    failed = result(Verdict.FAIL, level=Level.SHOULD, requirement="Be nice.", expected="nice", actual="rude")
    properties = {each.get("name"): each.get("value") for each in written(tmp_path, failed).iter("property")}
    assert "Requirement: Be nice." in str(properties["should-level-fail"])


def test_a_failure_explains_itself(tmp_path: Path) -> None:
    """Requirement, expected and actual stand in the failure, and the clause and history beside it."""
    failed = result(Verdict.FAIL, requirement="Answer.", expected="an answer", actual="silence", blame="e2-node")
    failure = next(written(tmp_path, failed).iter("failure"))
    assert failure.get("message") == "Answer."
    assert failure.text is not None
    assert all(part in failure.text for part in ("Expected: an answer", "Actual: silence", "Blame: e2-node", "8.3.1"))


@given(text=st.text(st.characters(exclude_categories=())))
def test_any_text_makes_xml_that_can_be_read(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """What a SUT said never breaks the file."""
    folder = tmp_path_factory.mktemp("junit")
    root = written(folder, result(Verdict.FAIL, requirement="Answer." + text, actual=text))
    assert next(root.iter("failure")).get("type") == "fail"


def test_a_diagnosis_is_a_property_of_each_suite(tmp_path: Path) -> None:
    """What was seen, and what to try."""
    listener = JunitFile(tmp_path / "junit.xml")
    first, *rest = events((result(Verdict.SKIP, reason="Refused."),))
    tell(listener, [first, MeetingEnded(None, Diagnosis(DiagnosisKind.REFUSED, "Refused.", "Ask.")), *rest])
    properties = ElementTree.parse(tmp_path / "junit.xml").findall("./testsuite/properties/property")
    assert {("diagnosis", "Refused."), ("advice", "Ask.")} <= {
        (each.get("name"), each.get("value")) for each in properties
    }


def test_one_cause_is_a_property_of_its_suite(tmp_path: Path) -> None:
    """Of cases that did not pass for the same reason: how many, what it is, and which; none for a case alone."""
    failed = [result(Verdict.FAIL, id=f"E2AP-X-{n}", requirement="Answer.", blame="e2-node") for n in (1, 2, 3)]
    root = written(tmp_path, *failed, result(Verdict.FAIL, id="E2AP-X-9", requirement="Be nice.", blame="e2-node"))
    causes = [each.get("value") for each in root.findall("./testsuite/properties/property[@name='cause']")]
    assert causes == ["fail 3 times: Answer.: E2AP-X-1 to 3"]

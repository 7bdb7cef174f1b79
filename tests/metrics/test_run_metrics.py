"""The metrics of a run follow their contract, and their labels are bounded."""

from oran_harness.metrics import RunMetrics
from oran_harness.model import Event, EventKind, Verdict
from oran_harness.model.run_event import DecodeFailed, EventRecorded, SutChanged
from tests.reports.a_run import FINDING, events, result, tell

SUT = {"suite": "e2ap", "vendor": "alfa", "role": "e2-node"}
WIRE = {"interface": "e2", "procedure": "E2setup"}


def listened(*more: object) -> RunMetrics:
    metrics = RunMetrics()
    told = events([result(), result(Verdict.FAIL, "E2AP-A-002")], (FINDING,))
    tell(metrics, [*told[:-1], *more])  # type: ignore[list-item]
    return metrics


def test_a_case_has_one_verdict() -> None:
    """The verdict's series is 1, the other five are 0."""
    metrics = listened()
    case = {**SUT, "case": "E2AP-A-002", "interface": "e2"}
    values = {
        verdict: metrics.registry.get_sample_value("oran_harness_case_verdict", {**case, "verdict": verdict.value})
        for verdict in Verdict
    }
    assert values == {verdict: float(verdict is Verdict.FAIL) for verdict in Verdict}


def test_cases_messages_octets_and_findings_are_counted() -> None:
    """Each total is what the run told."""
    metrics = listened(DecodeFailed("E2AP-A-001", "missing-ie"), SutChanged(True, 2, "restarted"))
    value = metrics.registry.get_sample_value
    assert value("oran_harness_run_cases", {**SUT, "verdict": "fail"}) == 1
    assert value("oran_harness_run_cases", {**SUT, "verdict": "error"}) == 0
    assert value("oran_harness_messages_total", {**WIRE, "direction": "from-sut"}) == 2
    assert value("oran_harness_octets_total", {**WIRE, "direction": "to-sut"}) == 6
    assert value("oran_harness_findings_total", {"rule": "E2AP-X", "level": "must", "blame": "e2-node"}) == 2
    assert value("oran_harness_decode_errors_total", {"rule": "missing-ie"}) == 1
    assert value("oran_harness_sut_restarts_total") == 2
    assert value("oran_harness_sut_up") == 1
    assert value("oran_harness_case_duration_seconds_count", SUT) == 2
    assert value("oran_harness_run_timestamp_seconds") == 1_700_000_000
    assert value("oran_harness_build_info", {"version": "0.1.0"}) == 1


def test_what_is_unknown_on_the_wire_is_other() -> None:
    """A SUT cannot make labels."""
    event = Event(1, 0.0, EventKind.OCTETS, "1", octets=b"\xff")
    metrics = listened(*(EventRecorded("E2AP-A-001", event, "e2", f"procedure {n}", "from-sut") for n in range(50)))
    labels = {"interface": "e2", "procedure": "other", "direction": "from-sut"}
    assert metrics.registry.get_sample_value("oran_harness_messages_total", labels) == 50
    series = [sample for family in metrics.registry.collect() for sample in family.samples]
    assert not any("procedure 7" in sample.labels.values() for sample in series)


def test_operations_of_o1_are_counted_by_name() -> None:
    """Those of the standards; whatever else is asked counts as other."""
    event = Event(1, 0.0, EventKind.OCTETS, octets=b"four")
    told = [EventRecorded("O1-A-001", event, "o1", name, "to-sut") for name in ("get", "hello", None, "made-up")]
    value = listened(*told).registry.get_sample_value
    for name, count in (("get", 1), ("hello", 1), ("other", 2)):
        labels = {"interface": "o1", "procedure": name, "direction": "to-sut"}
        assert value("oran_harness_messages_total", labels) == count
        assert value("oran_harness_octets_total", labels) == 4 * count

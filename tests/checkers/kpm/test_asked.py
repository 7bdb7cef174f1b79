"""What actions asked for, job by job."""

from typing import Any

import pytest

from oran_harness.checkers.kpm import asked
from oran_harness.service_models.kpm.jobs import job_definitions
from tests.checkers.kpm.test_records import integrated, jobs, of_jobs
from tests.checkers.scene import Scene

_REPORTS = 50


def test_jobs_are_worked_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """An action may have 65,535 jobs, and many indications: what it asked for is read once, and not for each."""
    calls: list[Any] = []

    def counted(definition: Any) -> dict[int, Any]:
        calls.append(definition)
        return job_definitions(definition)

    monkeypatch.setattr(asked, "job_definitions", counted)
    asked._of_jobs.cache_clear()

    scene = Scene("7.00")
    integrated(scene, *(of_jobs(1, 2) for _ in range(_REPORTS)))
    assert not scene.findings()
    assert calls == [jobs()]

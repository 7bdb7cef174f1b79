"""A run whose cases are asked for one by one."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from oran_harness.adapters import Addresses
from oran_harness.model import HarnessError, UsageError, Verdict
from oran_harness.pytest_plugin.conductor import Conducted, Conductor
from oran_harness.runner import Options, plan
from tests.runner.scene import HostedAdapter, case, ric, target
from tests.runner.test_execution import sets_up


def conductor(folder: Path, adapter: HostedAdapter, number: int = 3) -> tuple[Conductor, Conducted]:
    """A conductor of so many cases that begin with E2 Setup."""
    cases = [case(sets_up, f"TEST-CASE-00{each}") for each in range(1, number + 1)]
    planned = plan(cases, 0)
    conducted = Conducted(target(adapter), planned, Options("3.01", 1, 0), folder / "out")
    return Conductor(conducted), conducted


def test_cases_in_the_order_in_which_they_are_asked_for(tmp_path: Path) -> None:
    """One association loop lives from the first to the last; afterwards the results are whole."""
    adapter = HostedAdapter(ric)
    conducting, conducted = conductor(tmp_path, adapter)
    assert not conducting.begun
    assert not (tmp_path / "out").exists()
    for planned in reversed(conducted.planned):
        assert conducting.perform(planned).verdict is Verdict.PASS
    outcome = conducting.finish()
    assert [result.id for result in outcome.results] == ["TEST-CASE-003", "TEST-CASE-002", "TEST-CASE-001"]
    assert not outcome.interrupted
    assert conducting.finish() is outcome
    with pytest.raises(HarnessError, match="This run is over"):
        conducting.perform(plan([case(sets_up, "TEST-CASE-009")], 0)[0])
    assert conducting.remarks == []
    assert json.loads((tmp_path / "out/results.json").read_text())["summary"]["pass"] == 3


def test_what_nobody_asks_for_is_skip(tmp_path: Path) -> None:
    """Each planned case has its line, whatever ends the session."""
    conducting, conducted = conductor(tmp_path, HostedAdapter(ric))
    conducting.perform(conducted.planned[1])
    outcome = conducting.finish()
    assert [result.verdict for result in outcome.results] == [Verdict.PASS, Verdict.SKIP, Verdict.SKIP]
    assert outcome.interrupted


def test_the_end_comes_before_the_rest_is_handed_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However slowly the loop goes on, no case begins that nobody has asked for."""
    conducting, conducted = conductor(tmp_path, HostedAdapter(ric))
    conducting.perform(conducted.planned[1])
    told: list[str] = []
    loop = conducting._loop
    assert loop is not None
    original = loop.call_soon_threadsafe

    def slowly(callback: Callable[..., object], *arguments: object) -> None:
        told.append(getattr(callback, "__name__", ""))
        original(callback, *arguments)

    monkeypatch.setattr(loop, "call_soon_threadsafe", slowly)
    conducting.finish()
    assert told[:2] == ["_end", "put_nowait"]


def test_a_run_that_cannot_begin(tmp_path: Path) -> None:
    """Each case says so, and so does the end; no folder is left."""

    class Unset(HostedAdapter):
        async def start(self, addresses: Addresses) -> None:
            raise UsageError("TOKEN is not set.")

    conducting, conducted = conductor(tmp_path, Unset(ric))
    for planned in conducted.planned[:2]:
        with pytest.raises(UsageError, match="TOKEN"):
            conducting.perform(planned)
    with pytest.raises(UsageError, match="TOKEN"):
        conducting.finish()


def test_a_run_that_nobody_began(tmp_path: Path) -> None:
    """There is nothing to say of it."""
    with pytest.raises(HarnessError, match="No case of this run was performed"):
        conductor(tmp_path, HostedAdapter(ric))[0].finish()

"""A managed element is met, or it is told why not."""

import asyncio
from dataclasses import replace

from oran_harness.drivers.setting import Setting
from oran_harness.drivers.virtual import perform_virtual
from oran_harness.model import Diagnosis, DiagnosisKind, Role, Verdict
from oran_harness.runner.meeting import Met
from oran_harness.runner.o1_meeting import O1Meeting
from oran_harness.steps import CaseOutcome
from oran_harness.steps.case import Case
from tests.conformance.o1.performing import provider

SETTING = Setting(Role.O1_PROVIDER, edition="1.1", comes=False)


class FakeStage:
    """A stage whose element is ours, or that has an outcome of its own."""

    def __init__(
        self,
        outcome: CaseOutcome | None = None,
        *,
        absent: str | None = None,
        met: bool = True,
        called: bool = False,
        setting: Setting = SETTING,
    ) -> None:
        self.met = met
        self.sut_connects = called
        self.setting = setting
        self._outcome = outcome
        self._absent = absent

    async def ready(self) -> str | None:
        return self._absent

    async def perform(self, case: Case) -> CaseOutcome | None:
        return self._outcome or perform_virtual(case, SETTING, provider).outcome


def met(stage: FakeStage) -> Met:
    """What a meeting there comes to."""
    return asyncio.run(O1Meeting(stage, startable=True).hold())  # type: ignore[arg-type]


def diagnosis(stage: FakeStage) -> Diagnosis:
    """Why it does not work there."""
    found = met(stage).diagnosis
    assert found is not None
    return found


def test_an_element_says_what_it_is() -> None:
    """Its session, versions and capabilities."""
    introduction = met(FakeStage()).introduction
    assert introduction is not None
    assert introduction.identity == "session 1"
    assert len(introduction.remarks) == 2


def test_what_may_be_wrong() -> None:
    """It does not start, takes no session, or says no hello: each with advice."""
    none = CaseOutcome(Verdict.INCONC, "no association with the o1-provider can be had: nobody listens")
    silent = CaseOutcome(Verdict.FAIL, requirement="it says hello", expected="hello", actual="nothing")
    assert diagnosis(FakeStage(absent="it died")).kind is DiagnosisKind.NOT_STARTED
    assert diagnosis(FakeStage(none, met=False)).kind is DiagnosisKind.NO_ASSOCIATION
    for address, by_hand in (
        ("netconf+ssh://admin@192.0.2.7", "ssh -s -p PORT USER@HOST netconf has to show a hello."),
        ("netconf+tls://192.0.2.7", "openssl s_client"),
        ("netconf+grpc://192.0.2.7", "the sentence above tells how far it came."),
    ):
        advice = diagnosis(FakeStage(none, met=False, setting=replace(SETTING, address=address))).advice
        assert by_hand in advice
        assert ("ssh -s" in advice) == address.startswith("netconf+ssh")
    assert "It has to call home" in diagnosis(FakeStage(none, met=False, called=True)).advice
    found = diagnosis(FakeStage(silent))
    assert found.kind is DiagnosisKind.SAYS_NOTHING
    assert found.hopeless
    assert found.advice

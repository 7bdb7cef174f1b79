"""Performs cases against flawed and clean reference peers on virtual time, and judges them as a run does."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from oran_harness import conformance
from oran_harness.drivers.setting import Performed, Setting
from oran_harness.drivers.virtual import perform_virtual
from oran_harness.model import Event, EventKind, Finding, Role, Verdict
from oran_harness.peers.actor import Actor
from oran_harness.peers.flaws import Flaw
from oran_harness.peers.reference import reference
from oran_harness.protocols.e2ap.tables import editions
from oran_harness.protocols.netconf.capability_names import CAPABILITIES
from oran_harness.runner.death import note_of
from oran_harness.runner.judgement import Judgement, audit, judge
from oran_harness.runner.needs import first_edition
from oran_harness.steps import Claims
from oran_harness.steps.case import Case
from tests.conformance.o1 import performing

EDITION = "3.01"
"""The usual edition of E2AP."""
NETCONF = "1.1"
"""What stands for an edition at O1."""
CLAIMS = Claims(True, netconf=("1.0", "1.1"), capabilities=tuple(CAPABILITIES))
"""What the profile of our managed element would claim."""
WAYS = ("memory", "netconf+ssh", "netconf+tls")
"""What virtual time has: links in memory, and SSH and TLS as far as cases try them."""
ABOUT_ACCESS = ("O1-NACM-",)


@dataclass(frozen=True)
class Line:
    """What came of one case: its verdict, and all findings, of rules for a case and for a run.

    ``of_adapter`` tells that the body ended because an adapter did not do what it was asked.
    """

    case: str
    role: Role
    judgement: Judgement
    findings: tuple[Finding, ...] = field(default=())
    of_adapter: bool = False

    @property
    def failed(self) -> bool:
        return self.judgement.verdict is Verdict.FAIL

    def accusations(self) -> Iterator[str]:
        """Whatever blames another than the role under test, or nobody for a failure, or says not what was asked."""
        judged = self.judgement
        # The adapter of a reference peer is the peer itself: a flaw may well keep it from doing what it is asked.
        if judged.verdict is Verdict.ERROR and not self.of_adapter:
            yield f"{self.case}: error: {judged.reason}"
        if self.failed and judged.blame != self.role:
            yield f"{self.case}: {judged.blame} is blamed: {judged.requirement}; {judged.actual}"
        if self.failed and not (judged.requirement and (judged.actual or judged.reason)):
            yield f"{self.case}: a failure without words: {judged}"
        for finding in self.findings:
            if finding.blame not in (None, self.role):
                yield f"{self.case}: {finding.blame} is blamed: {finding.rule}: {finding.message}"


def suite(role: Role, edition: str = EDITION) -> tuple[Case, ...]:
    """The cases with that role under test that can be performed in this process."""
    cases = (case for case in conformance.load() if case.description.under_test is role)
    return tuple(case for case in cases if spoken(case, (edition,)) is not None)


def spoken(case: Case, editions: Iterable[str]) -> str | None:
    """The first of these editions in which a case can be performed in this process; None if there is none."""
    found = (first_edition(case.description, editions, way) for way in WAYS)
    return next((edition for edition in found if edition is not None), None)


def perform(case: Case, role: Role, flaw: Flaw | None, edition: str = EDITION) -> Line:
    """Perform a case against the reference peer, with a flaw or without."""
    given = setting(case, role, edition)

    def make() -> Actor:
        peer = element(case, given) if role is Role.O1_PROVIDER else reference(role, edition)
        return peer if flaw is None else flaw.wrap(peer)

    performed = perform_virtual(case, given, make)
    audited = audit(case.description, case.id, performed.header, _with_fate(performed))
    judgement = judge(case.description, performed.outcome, audited.of_case)
    of_adapter = performed.outcome is not None and performed.outcome.of_adapter
    return Line(case.id, role, judgement, (*audited.of_case, *audited.of_run), of_adapter)


def element(case: Case, setting: Setting) -> Actor:
    """A managed element for a case: a quick one, unless the case is about access."""
    make = performing.provider if case.id.startswith(ABOUT_ACCESS) else performing.quick_provider
    return make(connects=setting.sut_connects)


def setting(case: Case, role: Role, edition: str) -> Setting:
    """What a case with that role under test is performed with."""
    if role is Role.O1_PROVIDER:
        return performing.setting_of(case.id, claims=CLAIMS)
    if role is Role.O1_MANAGER:
        return Setting(role=role, edition=NETCONF, stimuli=None)
    return Setting(role=role, edition=edition, stimuli=None)


def perform_all(cases: Iterable[Case], role: Role, flaw: Flaw | None) -> list[Line]:
    """Perform cases one after the other, each against a fresh peer, in the usual edition if they are possible there."""
    return [perform(case, role, flaw, edition_for(case)) for case in cases]


def edition_for(case: Case) -> str:
    """The usual edition, or the newest for a case of what the usual one does not have."""
    if case.description.interface == "o1":
        return NETCONF
    newest = editions()[-1]
    return first_edition(case.description, (EDITION, newest)) or newest


def _with_fate(performed: Performed) -> tuple[Event, ...]:
    """The history with what a run notes when it looks after the SUT behind a case: here only a crash ends a peer."""
    events = performed.events
    ends = [event for event in events if event.kind is EventKind.PROCESS]
    if not ends:
        return events
    last = events[-1]
    note = replace(last, n=last.n + 1, kind=EventKind.NOTE, octets=None, message=note_of(ends[-1].message or ""))
    return (*events, note)

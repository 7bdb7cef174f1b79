"""Everything against everything: each flaw, and each clean peer, meets all cases and properties of its role."""

import functools
import multiprocessing
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field

from oran_harness.conformance import descriptions, load, load_properties
from oran_harness.model import Role, Verdict
from oran_harness.peers.flaws import FLAWS
from oran_harness.protocols.e2ap.codec import E2apCodec
from oran_harness.protocols.e2ap.deviation import Deviation, DeviationKind
from oran_harness.steps.case import Case
from tests.calibration.bench import perform, spoken

EXAMPLES = tuple((Deviation(kind, place),) for place, kind in enumerate(DeviationKind))
"""What each property is tried with: a message that deviates once, in each of the ways that there are."""
_AT_ONCE = 40
_REMEMBERED = 20_000
_BAD = (Verdict.FAIL, Verdict.INCONC, Verdict.ERROR)


@dataclass(frozen=True, slots=True)
class Meeting:
    """What is done in one go: a peer of ``role``, clean if ``flaw`` is None, meets these cases and properties.

    ``editions`` are those of E2AP that may be spoken, for each case the first in which it is possible; at O1, the
    version of NETCONF.
    """

    role: Role
    flaw: str | None
    editions: tuple[str, ...]
    cases: tuple[str, ...]


@dataclass(slots=True)
class Outcome:
    """What came of a peer: the verdict of each case, who was blamed, what rules found, and what must not be.

    ``asked`` are the cases that it was to meet, possible or not. ``blamed`` are roles, or ``harness``; ``rules`` are
    those that blame the peer's role. ``wrong`` has a sentence for each verdict that accuses another than the flawed
    role, or that the harness owes.
    """

    role: Role
    flaw: str | None
    editions: tuple[str, ...]
    verdicts: dict[str, Verdict] = field(default_factory=dict)
    blamed: set[str] = field(default_factory=set)
    rules: set[str] = field(default_factory=set)
    wrong: list[str] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)

    @property
    def failed(self) -> list[str]:
        """The cases and properties that failed."""
        return sorted(case for case, verdict in self.verdicts.items() if verdict is Verdict.FAIL)

    def add(self, other: "Outcome") -> None:
        """Take what came of other cases of the same peer."""
        self.asked |= other.asked
        self.verdicts |= other.verdicts
        self.blamed |= other.blamed
        self.rules |= other.rules
        self.wrong += other.wrong


def meetings(
    roles: Iterable[Role],
    flaws: Sequence[str],
    editions: tuple[str, ...],
    clean_editions: Iterable[str],
    only: Collection[str] = (),
    *,
    named: bool = False,
) -> Iterator[Meeting]:
    """All meetings: of the clean peers, in ``editions`` as the flaws and in others alone, and of each flaw.

    ``only`` are the cases and properties to meet; none of them stands for all. With ``named`` a flaw meets those alone
    that it names.
    """
    for role in roles:
        cases = [each for each in _ids(role) if not only or each in only]
        for chosen in dict.fromkeys((editions, *((each,) for each in clean_editions))):
            yield from _meetings(role, None, chosen, cases)
        for flaw in flaws:
            if FLAWS[flaw].role is role:
                met = [each for each in cases if not named or each in FLAWS[flaw].caught_by]
                yield from _meetings(role, flaw, editions, met)


def _meetings(role: Role, flaw: str | None, editions: tuple[str, ...], cases: Sequence[str]) -> Iterator[Meeting]:
    for start in range(0, len(cases), _AT_ONCE):
        yield Meeting(role, flaw, editions, tuple(cases[start : start + _AT_ONCE]))


def _ids(role: Role) -> list[str]:
    return [each.id for each in descriptions() if each.under_test is role]


def _decode_once() -> None:
    """Have this process decode the same octets once: both ends and the rules read each message, in case after case."""
    E2apCodec.decode = functools.lru_cache(_REMEMBERED)(E2apCodec.decode)  # type: ignore[method-assign]


def hold(meeting: Meeting) -> Outcome:
    """Hold a meeting, in this process, on virtual time. What raises is noted among what is wrong."""
    flaw = None if meeting.flaw is None else FLAWS[meeting.flaw]
    outcome = Outcome(meeting.role, meeting.flaw, meeting.editions, asked=set(meeting.cases))
    for id, examples in _examples(meeting.cases).items():
        edition = spoken(examples[0], meeting.editions)
        if edition is None:
            continue
        verdicts = []
        for case in examples:
            try:
                line = perform(case, meeting.role, flaw, edition)
            except Exception as error:
                outcome.wrong.append(f"{id}: {type(error).__name__}: {error}")
                verdicts.append(Verdict.ERROR)
                continue
            verdicts.append(line.judgement.verdict)
            outcome.blamed |= {str(line.judgement.blame)} if line.failed else set()
            outcome.rules |= {each.rule for each in line.findings if each.blame == meeting.role}
            outcome.wrong += line.accusations()
            if flaw is None and line.judgement.verdict in _BAD:
                outcome.wrong.append(f"{id}: {verdicts[-1]}: {line.judgement.reason or line.judgement.actual}")
        outcome.verdicts[id] = Verdict.worst(verdicts)
    return outcome


def _examples(ids: Iterable[str]) -> dict[str, Sequence[Case]]:
    cases: Mapping[str, Sequence[Case]] = {case.id: (case,) for case in load()}
    properties = {each.id: tuple(each.case(example) for example in EXAMPLES) for each in load_properties()}
    return {id: cases.get(id) or properties[id] for id in ids}


def hold_all(chosen: Sequence[Meeting], jobs: int, told: Callable[[int, Meeting], None]) -> list[Outcome]:
    """Hold the meetings in that many processes (one: in this one); what came of each peer, in their order.

    ``told`` is called for each that is over, with how many are.
    """
    held: dict[int, Outcome] = {}
    for place, outcome in _held(chosen, jobs):
        held[place] = outcome
        told(len(held), chosen[place])
    peers: dict[tuple[Role, str | None, tuple[str, ...]], Outcome] = {}
    for place in sorted(held):
        outcome = held[place]
        key = (outcome.role, outcome.flaw, outcome.editions)
        if key in peers:
            peers[key].add(outcome)
        else:
            peers[key] = outcome
    return list(peers.values())


def _held(chosen: Sequence[Meeting], jobs: int) -> Iterator[tuple[int, Outcome]]:
    """The meetings' places and outcomes, as they end."""
    if jobs == 1:
        for place, meeting in enumerate(chosen):
            yield place, hold(meeting)
        return
    with ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), _decode_once) as pool:
        futures = {pool.submit(hold, meeting): place for place, meeting in enumerate(chosen)}
        try:
            for future in as_completed(futures):
                yield futures[future], future.result()
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
